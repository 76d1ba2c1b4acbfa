"""Sentences that were written for the training -> labelled pairs: what other newsrooms would say.

`written.csv.gz` names a sentence of an AllSides article of 2012-2015 (Apache-2.0) by article and
offsets, one an article, and holds five sentences of our own that large language models wrote to it
by `writing_guide.md`: the same fact in other words, its main point in short, a contradiction and
the same contradiction in other words, and what is near but neither stated nor excluded. `kind` is
what the contradiction changes; `swap` of two sides is one of actors, and another outcome one of
negation. Of the 745 articles of which claims were read (`training.readings`) 168 are among them.

A false sentence is a support of its own rewording, so that no sentence alone tells the label.
"""

import csv
import gzip
import io
from collections.abc import Iterator, Mapping
from pathlib import Path

from training.pairs import Example, lines
from xref.models.crossencoding import LABELS, TYPES

WRITTEN = Path("training") / "written.csv.gz"
YEARS = (2012, 2013, 2014, 2015)
HELD_BACK = 10
"""Every so many sentences one is not trained on: the judge's weights are fitted there."""
_KINDS = {"swap": "actor", "outcome": "negation"}
_SUPPORTS, _REFUTES, _NEUTRAL = range(len(LABELS))


def written(data: Path, *, held: bool = False) -> Iterator[Example]:
    """Yield the pairs that are trained on, or those that are held back."""
    wanted = [row for row in rows() if (int(row["number"]) % HELD_BACK == 0) == held]
    sentences = _sentences(data, wanted)
    for row in wanted:
        yield from made_of(sentences[row["number"]], row)


def rows(path: Path = WRITTEN) -> Iterator[dict[str, str]]:
    """Yield the rows of a packed table; of what was written, one a sentence."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        yield from csv.DictReader(io.StringIO(file.read()))


def _sentences(data: Path, wanted: list[dict[str, str]]) -> dict[str, str]:
    """Return the sentence that each row was written to."""
    rows = {row["article"]: row for row in wanted}
    found = {}
    for year in YEARS:
        for article in lines(data / "articles" / f"allsides-{year}.jsonl.gz"):
            if row := rows.get(article["id"]):
                found[row["number"]] = article["text"][int(row["start"]) : int(row["end"])]
    return found


def made_of(sentence: str, row: Mapping[str, str]) -> Iterator[Example]:
    """Yield the pairs of a sentence and what was written to it.

    What is near may state more than the sentence, so it is never the passage.
    """
    same, less, near = row["same"], row["less"], row["near"]
    wrong, otherwise = row["wrong"], row["wrong_otherwise"]
    kind = TYPES.index(_KINDS.get(row["kind"], row["kind"]))
    for claim, passage in (
        (same, sentence),
        (sentence, same),
        (less, sentence),
        (less, same),
        (otherwise, wrong),
    ):
        yield Example(claim, passage, _SUPPORTS)
    for claim, passage in (
        (wrong, sentence),
        (sentence, wrong),
        (otherwise, sentence),
        (otherwise, same),
        (same, wrong),
    ):
        yield Example(claim, passage, _REFUTES, kind)
    for passage in (sentence, same):
        yield Example(near, passage, _NEUTRAL)

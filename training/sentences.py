"""Spans of news pages that were read one by one -> who speaks in them, and how.

`sentences.csv.gz` names spans by set, article and offsets, as `xref.claims.sentences` cuts them:
21,278 of 3,645 AllSides articles of 2012 to 2016 (Apache-2.0), of many outlets alike, about half
of them from the middle of the story and half from its ends or short lines. Its letters: `F` the
page speaks (furniture), `C` a report, `O` a comment, `B` something that can be looked up in the
words of a comment, `Q` a question or fragment. Each was read by one of seventeen large language
models that followed `sentence_guide.md`; no page of `benchmarks/furniture*.csv` is among them.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from training.pairs import lines
from training.written import rows
from xref.claims.pages import Place, places
from xref.claims.sentences import sentences

READ = Path("training") / "sentences.csv.gz"


@dataclass(frozen=True, slots=True)
class Read:
    """A span that was read."""

    article_id: str
    words: str
    place: Place
    letter: str


def read(data: Path, path: Path = READ) -> Iterator[Read]:
    """Yield the spans; what the splitting cuts otherwise by now is left out."""
    wanted: dict[str, dict[str, dict[tuple[int, int], str]]] = defaultdict(dict)
    for row in rows(path):
        spans = wanted[row["set"]].setdefault(row["article"], {})
        spans[int(row["start"]), int(row["end"])] = row["letter"]
    for name, articles in sorted(wanted.items()):
        for article in lines(data / "articles" / f"{name}.jsonl.gz"):
            if article["id"] in articles:
                yield from _of(article["id"], article["text"], articles[article["id"]])


def _of(article_id: str, text: str, letters: dict[tuple[int, int], str]) -> Iterator[Read]:
    parts = list(sentences(text))
    for part, place in zip(parts, places(parts), strict=True):
        if letter := letters.get((part.start, part.end)):
            yield Read(article_id, text[part.start : part.end], place, letter)

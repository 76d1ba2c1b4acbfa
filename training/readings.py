"""Pairs that were read one by one -> what the judge sees of them.

`news_readings.csv` names passages of Giveme5W1H's event clusters (Apache-2.0), by article and
offsets: claims of an article with passages that the search finds for them among 197 articles on
40 events, more of the doubtful ones than of the plain ones (`stands_for` says how many found pairs
each stands for). Four readers answered for each whether the passage, as its reader understands it,
states what the claim mainly asserts, or contradicts it, and whether it entails the whole of it; on
the 15 pairs that all of them read they agreed.
"""

import csv
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.judging import Recorder
from xref import candidates, claims, pipeline
from xref.articles import read
from xref.corpus.store import Corpus
from xref.judges import Pair
from xref.records import Article, Candidate, Claim
from xref.relations import relate

READINGS = Path("training") / "news_readings.csv"
ARTICLES = Path("articles") / "events5w1h.jsonl.gz"


@dataclass(frozen=True, slots=True)
class Reading:
    """A pair as the judge sees it, and what its reader said."""

    pair: Pair
    label: str
    stands_for: float


def readings(data: Path) -> Iterator[Reading]:
    """Yield the pairs that were read, measured as they are when an article is checked."""
    wanted = _wanted()
    with (
        tempfile.TemporaryDirectory() as folder,
        Corpus.open(Path(folder) / "corpus.db", create=True) as corpus,
    ):
        tools = pipeline.Tools.default()
        items = list(read(str(data / ARTICLES)))
        for _ in pipeline.ingest(items, corpus, tools):
            pass
        for article in items:
            if isinstance(article, Article) and article.id in wanted:
                yield from _of_article(article, wanted[article.id], corpus, tools)


def _wanted() -> dict[str, dict[tuple[int, str, int], tuple[str, float]]]:
    """Return the answers by the claim's article, then by claim start, passage's article, start."""
    found: dict[str, dict[tuple[int, str, int], tuple[str, float]]] = defaultdict(dict)
    with READINGS.open(newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            place = int(row["claim_start"]), row["passage_article"], int(row["passage_start"])
            found[row["claim_article"]][place] = row["label"], float(row["stands_for"])
    return found


def _of_article(
    article: Article,
    answers: dict[tuple[int, str, int], tuple[str, float]],
    corpus: Corpus,
    tools: pipeline.Tools,
) -> Iterator[Reading]:
    starts = {start for start, _, _ in answers}
    stated = [c for c in claims.split(article, tools.outlets.name_of) if c.start in starts]
    found = candidates.find(
        article, stated, corpus, tools.encoder, tools.outlets, tools.settings
    ).candidates
    recorder = Recorder()
    settings = replace(tools.settings, least_measured=-1.0)
    relate(article, found, recorder, tools.encoder, settings)
    asked = [c for pairs in found for c in pairs if c.likeness >= tools.settings.least_measured]
    # Those that differ in one thing are asked about a second time, behind all others.
    for candidate, pair in zip(asked, recorder.pairs[: len(asked)], strict=True):
        place = _place(candidate.claim, candidate)
        if place in answers:
            label, stands_for = answers[place]
            yield Reading(pair, label, stands_for)


def _place(claim: Claim, candidate: Candidate) -> tuple[int, str, int]:
    return claim.start, candidate.article.id, candidate.passage.start

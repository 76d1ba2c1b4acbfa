"""Pairs that were read one by one -> what the judge sees of them.

`news_readings.csv` names passages by set, article and offsets: claims of an article with passages
that the search finds for them, more of the doubtful ones than of the plain ones (`stands_for` says
how many found pairs each stands for). Of each it was answered whether the passage, as its reader
understands it, states what the claim mainly asserts, or contradicts it; and for some whether it
states the whole of it. The sets:

- `events5w1h`: Giveme5W1H's event clusters (197 articles on 40 events, Apache-2.0); 600 pairs by
  four readers, who agreed on the 15 pairs that all of them read, and 457 by one.
- `s400`: the demo corpus; 177 by one.
- `allsides`: articles of a few days with much news (Apache-2.0); 92 by one.
- `allsides-2014`, `-2015`, `-2016`: 190 articles beside all others of two to three months
  (Apache-2.0); 2,586 pairs that the judge of then held for likelier than 0.08, and that nothing
  bars, at most three a claim; each by one of twelve readers, 41 by five, of whom two agree in 0.96
  of the cases. Of 485 that state the main assertion 193 state the whole (`whole`). Pairs whose
  claim nobody could report, a remark or a fragment, are neutral (328).

The readers were large language models that followed `reading_guide.md`.
"""

import csv
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from benchmarks.judging import Recorder
from xref import candidates, claims, pipeline
from xref.articles import read
from xref.corpus.store import Corpus
from xref.judges import Pair
from xref.records import Article, Candidate, Claim
from xref.relations import relate

READINGS = Path("training") / "news_readings.csv"
DEMO = Path("corpora") / "demo" / "s400.jsonl"
FILES = {
    "events5w1h": (Path("articles") / "events5w1h.jsonl.gz",),
    "allsides": tuple(Path("articles") / f"allsides-{year}.jsonl.gz" for year in range(2012, 2017)),
    **{
        f"allsides-{year}": (Path("articles") / f"allsides-{year}.jsonl.gz",)
        for year in (2014, 2015, 2016)
    },
}
PERIODS = {
    "allsides-2014": (date(2014, 8, 20), date(2014, 10, 31)),
    "allsides-2015": (date(2015, 11, 1), date(2015, 12, 31)),
    "allsides-2016": (date(2016, 1, 1), date(2016, 4, 7)),
}
"""First and last day of the articles that were searched."""
NEAR = timedelta(days=4)
"""Of the other sets, so many days on either side of an article that was read are searched."""

Answers = dict[str, dict[tuple[int, str, int], tuple[str, float, bool]]]
"""By the claim's article; then by the claim's start, the passage's article and its start."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A pair as the judge sees it, and what its reader said."""

    article_id: str
    """Of the article that states the claim."""
    pair: Pair
    label: str
    stands_for: float
    first: bool
    """Whether it is one of the first 600, on which the sums over a pair alone are fitted."""


def readings(data: Path, names: Sequence[str] = ()) -> Iterator[Reading]:
    """Yield the pairs that were read, measured as they are when an article is checked.

    Of the sets `names`, or of all. A corpus is filled for each, which can take half an hour.
    """
    for name, wanted in _wanted().items():
        if names and name not in names:
            continue
        files = [DEMO] if name == "s400" else [data / file for file in FILES[name]]
        items = [i for file in files for i in read(str(file)) if isinstance(i, Article)]
        yield from _of_set(_searched(name, items, wanted), wanted)


def _wanted() -> dict[str, Answers]:
    """Return the answers of each set."""
    found: dict[str, Answers] = defaultdict(lambda: defaultdict(dict))
    with READINGS.open(newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            place = int(row["claim_start"]), row["passage_article"], int(row["passage_start"])
            first = row["set"] == "events5w1h" and row["whole"] != ""
            answer = row["label"], float(row["stands_for"]), first
            found[row["set"]][row["claim_article"]][place] = answer
    return found


def _searched(name: str, items: Sequence[Article], wanted: Answers) -> list[Article]:
    """Return the articles of a set's period, or those near one that was read or without a day."""
    if name in PERIODS:
        first, last = PERIODS[name]
        return [item for item in items if (day := _day(item)) and first <= day <= last]
    days = {_day(item) for item in items if item.id in wanted}
    return [
        item
        for item in items
        if (day := _day(item)) is None or any(d and abs(day - d) <= NEAR for d in days)
    ]


def _day(article: Article) -> date | None:
    told = (article.published or "")[:10]
    return date.fromisoformat(told) if len(told) == len("2016-01-01") else None


def _of_set(items: Sequence[Article], wanted: Answers) -> Iterator[Reading]:
    tools = pipeline.Tools.default()
    with (
        tempfile.TemporaryDirectory() as folder,
        Corpus.open(Path(folder) / "corpus.db", create=True) as corpus,
    ):
        for _ in pipeline.ingest(items, corpus, tools):
            pass
        for article in items:
            if article.id in wanted:
                yield from _of_article(article, wanted[article.id], corpus, tools)


def _of_article(
    article: Article,
    answers: dict[tuple[int, str, int], tuple[str, float, bool]],
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
    asked = [candidate for of_claim in found for candidate in of_claim]
    # Those that differ in one thing are asked about a second time, behind all others.
    for candidate, pair in zip(asked, recorder.pairs[: len(asked)], strict=True):
        place = _place(candidate.claim, candidate)
        if place in answers:
            yield Reading(article.id, pair, *answers[place])


def _place(claim: Claim, candidate: Candidate) -> tuple[int, str, int]:
    return claim.start, candidate.article.id, candidate.passage.start

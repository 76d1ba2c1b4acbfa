"""Pairs that were read one by one -> what the judge sees of them.

`news_readings.csv` names passages by set, article and offsets: claims of an article with passages
that the search finds for them, more of the doubtful ones than of the plain ones (`stands_for` says
how many found pairs each stands for). Of each it was answered whether the passage, as its reader
understands it, states what the claim mainly asserts, or contradicts it; and for some whether it
states the whole of it. The sets:

- `events5w1h`: Giveme5W1H's event clusters (197 articles on 40 events, Apache-2.0); 600 pairs by
  four readers, who agreed on the 15 pairs that all of them read (`first`), 457 by one, and 3,525
  later.
- `s400`: the demo corpus; 177 by one, and 455 later.
- `allsides`: articles of a few days with much news (Apache-2.0); 92 by one.
- `allsides-2014`, `-2015`, `-2016`: 190 articles beside all others of two to three months
  (Apache-2.0); 2,586 pairs that the judge of then held for likelier than 0.08, and that nothing
  bars, at most three a claim; each by one of twelve readers, 41 by five, of whom two agree in 0.96
  of the cases. Of 485 that state the main assertion 193 state the whole (`whole`). Pairs whose
  claim nobody could report, a remark or a fragment, are neutral (328). Of `-2015` 371 later.
- `allsides-2012-10`, `-2014-07`, `-2016-06`: 220 articles beside all others of five to eight weeks;
  2,755 later.

Later are 7,106 pairs that the judge of then held for likelier than 0.03, the doubtful ones all, at
most five a claim, each by one of sixteen readers: 2,156 state the whole, 1,486 the main assertion.
The claims of 305 are such as nobody could report. Last came 697 of 35 articles that it held for
less likely, by two readers; 8 state the main assertion.

The readers were large language models that followed `reading_guide.md`.
"""

import csv
import random
import re
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby
from pathlib import Path

from benchmarks.judging import Recorder
from training import alterations as alter
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
    "allsides-2012-10": (Path("articles") / "allsides-2012.jsonl.gz",),
    "allsides-2014-07": (Path("articles") / "allsides-2014.jsonl.gz",),
    "allsides-2016-06": (Path("articles") / "allsides-2016.jsonl.gz",),
}
PERIODS = {
    "allsides-2012-10": (date(2012, 10, 25), date(2012, 12, 22)),
    "allsides-2014-07": (date(2014, 7, 14), date(2014, 8, 19)),
    "allsides-2014": (date(2014, 8, 20), date(2014, 10, 31)),
    "allsides-2015": (date(2015, 11, 1), date(2015, 12, 31)),
    "allsides-2016": (date(2016, 1, 1), date(2016, 4, 7)),
    "allsides-2016-06": (date(2016, 6, 10), date(2016, 7, 31)),
}
"""First and last day of the articles that were searched."""
NEAR = timedelta(days=4)
"""Of the other sets, so many days on either side of an article that was read are searched."""

PLACE = ("rare_words_shared", "above_topic", "near_in_time")
"""Parts that say where a passage was found."""
ALTERATIONS = ("number", "place", "actor", "negation", "date")
ALTERED = 2
"""So many alterations are made of a claim, if it lends itself to them."""


Asked = tuple[int, str, int]
"""The claim's start, the passage's article and its start."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a reader said of a pair."""

    label: str
    stands_for: float
    first: bool
    whole: bool | None
    """Whether the passage states the whole claim; None where that was not asked."""

    @property
    def graded_support(self) -> bool:
        """Whether it is known how much of the claim the passage states; not of the first 600."""
        return self.label == "supports" and self.whole is not None and not self.first


Answers = dict[str, dict[Asked, Answer]]
"""By the claim's article."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A pair as the judge sees it, and what its reader said."""

    article_id: str
    """Of the article that states the claim."""
    pair: Pair
    label: str
    stands_for: float
    first: bool = False
    """Whether it is one of the first 600, on which the sums over a pair alone are fitted."""
    altered: bool = False
    """Whether a program altered the claim, so that the passage states it no longer."""


def readings(data: Path, names: Sequence[str] = (), *, altered: bool = False) -> Iterator[Reading]:
    """Yield the pairs that were read, measured as they are when an article is checked.

    Of the sets `names`, or of all; those whose readers were asked how much of the claim is stated
    once more with the claim `altered`, but for the first. A corpus is filled for each set, which
    can take half an hour.
    """
    for name, wanted in _wanted().items():
        if not names or name in names:
            recorded = _recorded(_searched(name, _articles(data, name), wanted), wanted)
            for article, of_article in groupby(recorded, key=lambda one: one.article):
                answers = wanted[article.id]
                found = [one for one in of_article if one.place in answers]
                for one in found:
                    answer = answers[one.place]
                    yield Reading(
                        article.id, one.pair, answer.label, answer.stands_for, answer.first
                    )
                if altered:
                    yield from _altered(article, found, answers)


def found_passages(data: Path, most: int) -> list[tuple[str, str]]:
    """Return claims and passages that a search finds for them, as the model reads them.

    Of the articles of PERIODS that were read; the same for the same data. Nobody labelled them.
    """
    found: dict[tuple[str, str], None] = {}
    for name, wanted in _wanted().items():
        if name in PERIODS:
            for one in _recorded(_searched(name, _articles(data, name), wanted), wanted):
                found[one.pair.claim, one.pair.passage] = None
    return random.Random(5).sample(list(found), min(most, len(found)))


def _wanted() -> dict[str, Answers]:
    """Return the answers of each set."""
    found: dict[str, Answers] = defaultdict(lambda: defaultdict(dict))
    with READINGS.open(newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            place = int(row["claim_start"]), row["passage_article"], int(row["passage_start"])
            found[row["set"]][row["claim_article"]][place] = Answer(
                row["label"],
                float(row["stands_for"]),
                first=row["first"] == "1",
                whole=row["whole"] == "1" if row["whole"] else None,
            )
    return found


def _articles(data: Path, name: str) -> list[Article]:
    files = [DEMO] if name == "s400" else [data / file for file in FILES[name]]
    return [i for file in files for i in read(str(file)) if isinstance(i, Article)]


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


@dataclass(frozen=True, slots=True)
class _Found:
    """A passage found for a claim that was read, and the pair as the judge sees it."""

    article: Article
    candidate: Candidate
    pair: Pair

    @property
    def place(self) -> Asked:
        """Where the pair stands."""
        one = self.candidate
        return one.claim.start, one.article.id, one.passage.start


def _recorded(items: Sequence[Article], wanted: Answers) -> Iterator[_Found]:
    tools = pipeline.Tools.default()
    with (
        tempfile.TemporaryDirectory() as folder,
        Corpus.open(Path(folder) / "corpus.db", create=True) as corpus,
    ):
        for _ in pipeline.ingest(items, corpus, tools):
            pass
        for article in items:
            if article.id in wanted:
                starts = {start for start, _, _ in wanted[article.id]}
                stated = claims.split(article, tools.outlets.name_of)
                found = candidates.find(
                    article,
                    [claim for claim in stated if claim.start in starts],
                    corpus,
                    tools.encoder,
                    tools.outlets,
                    tools.settings,
                ).candidates
                yield from _measured(article, found, tools)


def _measured(
    article: Article, found: Sequence[Sequence[Candidate]], tools: pipeline.Tools
) -> Iterator[_Found]:
    recorder = Recorder()
    settings = replace(tools.settings, least_measured=-1.0)
    relate(article, found, recorder, tools.encoder, settings)
    asked = [candidate for of_claim in found for candidate in of_claim]
    # Those that differ in one thing are asked about a second time, behind all others.
    for candidate, pair in zip(asked, recorder.pairs[: len(asked)], strict=True):
        yield _Found(article, candidate, pair)


def _altered(
    article: Article, found: Sequence[_Found], answers: Mapping[Asked, Answer]
) -> Iterator[Reading]:
    """Yield pairs whose passage stated the claim until a program altered the claim.

    The whole of it, or where the claim was negated at least what it mainly asserts. Hardly a found
    passage contradicts its claim, so that what was read cannot teach how much a difference counts.
    Where the passage was found is taken from the pair as it was.
    """
    tools = pipeline.Tools.default()
    persons = sorted(set(re.findall(r"[A-Z][a-z]+ [A-Z][a-z]+", article.text)))
    told = [one for one in found if answers[one.place].graded_support]
    for claim, of_claim in groupby(told, key=lambda one: one.candidate.claim):
        stating = list(of_claim)
        for kind, text in _alterations(claim, alter.Names(persons, [])):
            vectors = tools.encoder.encode([text, *(f.candidate.passage.reading for f in stating)])
            asked = [
                replace(
                    one.candidate,
                    claim=replace(claim, text=text, reading=text),
                    likeness=float(vector @ vectors[0]),
                )
                for one, vector in zip(stating, vectors[1:], strict=True)
            ]
            for one, new in zip(stating, _measured(article, [asked], tools), strict=True):
                answer = answers[one.place]
                place = {name: one.pair.parts[name] for name in PLACE}
                place["above_topic"] += new.candidate.likeness - one.candidate.likeness
                pair = replace(new.pair, parts={**new.pair.parts, **place})
                if answer.whole or kind == "negation":
                    yield Reading(article.id, pair, "neutral", answer.stands_for, altered=True)


def _alterations(claim: Claim, names: alter.Names) -> list[tuple[str, str]]:
    chance = random.Random(f"{claim.article_id} {claim.start}")
    kinds = chance.sample(ALTERATIONS, len(ALTERATIONS))
    told = [(kind, alter.ALTERATIONS[kind](claim.reading, chance, names)) for kind in kinds]
    return [(kind, text) for kind, text in told if text and text != claim.reading][:ALTERED]

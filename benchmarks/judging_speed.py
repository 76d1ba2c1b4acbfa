"""How fast the judges are, what their weights weigh, and how long one article takes.

The article is put together of real ones: each of its claims is a sentence from the middle of
another article, and its candidates are the sentences around it, which speak of one matter as the
passages of a corpus do. Speed is told as a ratio to the cosine's, which reads the same texts in
the same run: that can be compared between machines. Repeats are interleaved, medians are told.
"""

import os
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib import resources

from benchmarks.judging import Recorder
from benchmarks.tables import Data, Row
from xref.claims.sentences import sentences
from xref.encoders import Encoder
from xref.judges import Judge
from xref.records import Article, Candidate, Claim, ClaimKind
from xref.relations import relate
from xref.settings import DEFAULT

ARTICLES = "articles/allsides-2016.jsonl.gz"
CLAIMS = 40
CANDIDATES = 50
_FEW = 8
"""Claims of the article on which judges alone are timed: 400 pairs."""
_REPEATS = 5
_LEAST_CHARACTERS = 40
_CARDS = (".md", ".py", ".pyc")


def measure(data: Data, judges: Mapping[str, Judge], model: Encoder) -> Iterator[Row]:
    """Yield size and speeds; a judge that stands under two names is measured under the last."""
    distinct = {judge.name: (name, judge) for name, judge in judges.items()}
    judges = dict(distinct.values())
    made = synthetic(data.read(ARTICLES) or [], model, CLAIMS, CANDIDATES)
    if made is None:
        return
    article, found = made
    yield Row("machine", "", "processors", os.cpu_count() or 1, 1)
    yield Row("shipped weights", "xref", "megabytes", shipped_bytes() / 1e6, 1)
    yield from _alone(article, found[:_FEW], judges, model)
    yield from _whole(article, found, judges, model)


def shipped_bytes() -> int:
    """Return the bytes of the weights in the package."""
    folder = resources.files("xref") / "models"
    files = (file for file in folder.iterdir() if file.is_file())
    return sum(len(file.read_bytes()) for file in files if not file.name.endswith(_CARDS))


def synthetic(
    rows: Sequence[Mapping[str, str]],
    model: Encoder,
    claims: int,
    around: int,
) -> tuple[Article, list[list[Candidate]]] | None:
    """Return an article and the candidates of its claims; None where the texts are too few."""
    told: list[list[str]] = []
    for row in rows:
        text = row["text"]
        spans = [text[s.start : s.end] for s in sentences(text) if not s.credit]
        spans = list(dict.fromkeys(s for s in spans if len(s) >= _LEAST_CHARACTERS))
        if len(spans) > around:
            told.append(spans[: around + 1])
        if len(told) == claims:
            break
    else:
        print(f"skipped: fewer than {claims} articles of {around + 1} sentences", file=sys.stderr)
        return None
    middle = around // 2
    texts = [spans.pop(middle) for spans in told]
    article = Article("article", None, "article", None, "", None, "\n\n".join(texts))
    found, start = [], 0
    for text, passages in zip(texts, told, strict=True):
        claim = Claim(
            f"claim-{start}", article.id, start, start + len(text), text, ClaimKind.STATEMENT, text
        )
        found.append(_candidates(claim, passages, model))
        start += len(text) + 2
    return article, found


def _candidates(claim: Claim, passages: Sequence[str], model: Encoder) -> list[Candidate]:
    source = Article(f"of {claim.id}", None, "other", None, "", None, " ".join(passages))
    near = model.encode(passages) @ model.encode([claim.text])[0]
    found, start = [], 0
    for place, text in enumerate(passages):
        passage = Claim(
            f"{claim.id}-{place}",
            source.id,
            start,
            start + len(text),
            text,
            ClaimKind.STATEMENT,
            text,
        )
        found.append(Candidate(claim, passage, source, float(near[place]), 0.0))
        start += len(text) + 1
    return found


def _alone(
    article: Article,
    found: Sequence[Sequence[Candidate]],
    judges: Mapping[str, Judge],
    model: Encoder,
) -> Iterator[Row]:
    """Yield pairs a second of judging alone, the pairs measured beforehand, and of the cosine."""
    recorder = Recorder()
    relate(article, found, recorder, model, DEFAULT)
    pairs, n = recorder.pairs, len(recorder.pairs)
    texts = list(dict.fromkeys(text for p in pairs for text in (p.claim, p.passage)))
    works: dict[str, Callable[[], object]] = {"cosine": lambda: model.encode(texts)}
    for name, judge in judges.items():
        works[name] = lambda judge=judge: judge.judge(pairs)  # type: ignore[misc]
    seconds = medians(works, _REPEATS)
    for name, taken in seconds.items():
        yield Row("judging alone", name, "pairs a second", n / taken, n)
        yield Row("judging alone", name, "times the cosine's", seconds["cosine"] / taken, n)


def _whole(
    article: Article,
    found: Sequence[Sequence[Candidate]],
    judges: Mapping[str, Judge],
    model: Encoder,
) -> Iterator[Row]:
    """Yield the seconds for all relations of the article, encoding of the words included."""
    works: dict[str, Callable[[], object]] = {
        name: lambda judge=judge: relate(article, found, judge, model, DEFAULT)  # type: ignore[misc]
        for name, judge in judges.items()
    }
    n = sum(map(len, found))
    for name, taken in medians(works, 1).items():
        yield Row(f"article of {len(found)} claims", name, "seconds", taken, n)
        yield Row(f"article of {len(found)} claims", name, "pairs a second", n / taken, n)


def medians(works: Mapping[str, Callable[[], object]], repeats: int) -> dict[str, float]:
    """Return the median seconds of each work; the works take turns, after one turn to warm up."""
    taken: dict[str, list[float]] = {name: [] for name in works}
    for turn in range(repeats + 1):
        for name, work in works.items():
            start = time.perf_counter()
            work()
            if turn:
                taken[name].append(time.perf_counter() - start)
    return {name: statistics.median(seconds) for name, seconds in taken.items()}

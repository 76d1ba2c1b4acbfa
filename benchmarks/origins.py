"""Copies of articles, found and put into origins, beside three plain ways; and credits to agencies.

Originals are drawn from AllSides 2014 to 2016 (the thresholds were chosen on 2012 and 2013), and
copied in each way that `copying` knows. Independent reports are pairs of two domains on one event
(Giveme5W1H, BASIL), or of one day and topic (AllSides), without pairs that credit one agency both,
that are listed as sharing text, or that were read and are copies (`copies_read.csv`). The plain
ways get the threshold that is best on this very set. Mosaics hold other texts too, whose authors
are not among the pairs.
"""

import csv
import io
import random
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from pathlib import Path
from zlib import crc32

import numpy as np
import numpy.typing as npt

from benchmarks.copying import Copier, synonyms
from benchmarks.tables import Data, Row, run
from xref.attributions import CreditForm, credits
from xref.corpus.outlets import registry
from xref.encoders import encoder
from xref.origins.corpora import copies
from xref.origins.reuse import Reuse
from xref.records import Article, OutletKind
from xref.settings import DEFAULT

_SEED = 29
_ORIGINALS = 300
_LEAST_WORDS = 150
_SIZES = (5_000, 10_000, 20_000, 40_000)
_GRAM = 8
_HASHES = 128
Floats = npt.NDArray[np.float64]
Likeness = Callable[[Sequence[str], Sequence[tuple[int, int]]], Floats]


def measure(data: Data) -> Iterator[Row]:
    """Score copies and independent reports, credits, and the time on growing corpora."""
    articles = [a for year in (2014, 2015, 2016) for a in _read(data, f"allsides-{year}")]
    if articles:
        yield from _copies(data, articles)
    yield from _wire(data)
    if articles:
        yield from _growth(articles)


def _read(data: Data, name: str) -> list[Article]:
    rows = data.read(f"articles/{name}.jsonl.gz") or []
    return [
        Article(r["id"], r["url"], r["outlet"], r["domain"], r.get("event") or r["topic"] or "",
                r["published"], r["text"])
        for r in rows
    ]  # fmt: skip


def _copies(data: Data, articles: Sequence[Article]) -> Iterator[Row]:
    rng = random.Random(_SEED)  # noqa: S311
    long = [a.text for a in articles if len(a.text.split()) >= _LEAST_WORDS]
    drawn = rng.sample(long, _ORIGINALS + 200)
    originals, others = drawn[:_ORIGINALS], drawn[_ORIGINALS:]
    copier = Copier(synonyms(long[:1_500], encoder()), others, _SEED)
    apart = _independent(data, articles, rng)
    texts = list(dict.fromkeys(text for pair in apart for text in pair))
    place = {text: len(originals) + number for number, text in enumerate(texts)}
    negatives = [(place[a], place[b]) for a, b in apart]
    made = {kind: [make(text) for text in originals] for kind, make in copier.kinds.items()}
    everything = [*originals, *texts, *(text for kind in made.values() for text in kind)]
    first = len(originals) + len(texts)
    for method, likeness in _METHODS.items():
        began = time.perf_counter()
        scores: dict[str, Floats] = {}
        for number, kind in enumerate(made):
            start = first + number * _ORIGINALS
            wanted = [(i, start + i) for i in range(_ORIGINALS)]
            scores[kind] = likeness(everything, wanted)
        negative = likeness(everything, negatives)
        seconds = time.perf_counter() - began
        least = _best(np.concatenate(list(scores.values())), negative) if method != "xref" else 1e-9
        yield from _scored(method, scores, negative, least)
        yield Row("all kinds", method, "threshold", least, len(negative))
        yield Row("all kinds", method, "seconds", seconds, len(everything))


def _scored(
    method: str, scores: dict[str, Floats], negative: Floats, least: float
) -> Iterator[Row]:
    false = int((negative >= least).sum())
    for kind, found in {**scores, "all kinds": np.concatenate(list(scores.values()))}.items():
        right = int((found >= least).sum())
        recall = right / len(found)
        precision = right / (right + false) if right + false else 0.0
        f1 = 2 * precision * recall / (precision + recall) if right else 0.0
        yield Row(kind, method, "precision", precision, right + false)
        yield Row(kind, method, "recall", recall, len(found))
        yield Row(kind, method, "F1", f1, len(found))
        yield Row(kind, method, "ARI", _rand(right, false, len(found), len(negative)), len(found))
    yield Row("independent reports", method, "false folding", false / len(negative), len(negative))


def _rand(right: int, false: int, wanted: int, negatives: int) -> float:
    """Return Hubert and Arabie's adjusted Rand index, counted over the judged pairs only."""
    missed, clear = wanted - right, negatives - false
    top = 2 * (right * clear - missed * false)
    down = (right + missed) * (missed + clear) + (right + false) * (false + clear)
    return top / down if down else 1.0


def _best(positive: Floats, negative: Floats) -> float:
    """Return the threshold with the best F1."""

    def f1(least: float) -> float:
        right, false = int((positive >= least).sum()), int((negative >= least).sum())
        return 2 * right / (right + false + len(positive))

    tried = np.unique(np.round(np.concatenate([positive, negative]), 3))
    return float(max(tried, key=f1))


def _independent(
    data: Data, articles: Sequence[Article], rng: random.Random
) -> list[tuple[str, str]]:
    listed = data.read("reuse/allsides-overlap.jsonl.gz") or []
    shared = {(r["a"], r["b"]) for r in listed if r["label"] != "none"} | _read_copies()
    groups: dict[tuple[str, str], list[Article]] = defaultdict(list)
    for name in ("events5w1h", "basil"):
        for article in _read(data, name):
            groups[name, article.title].append(article)
    events = [pair for group in groups.values() for pair in combinations(group, 2)]
    days: dict[tuple[str, str], list[Article]] = defaultdict(list)
    for article in articles:
        if article.published and article.title:
            days[article.published, article.title].append(article)
    same = [pair for _, group in sorted(days.items()) for pair in combinations(group, 2)]
    found = [*events, *rng.sample(same, min(1_000, len(same)))]
    agencies = {a.id: _agencies(a) for pair in found for a in pair}
    return [
        (a.text, b.text)
        for a, b in found
        if a.domain != b.domain
        and not agencies[a.id] & agencies[b.id]
        and not {(a.id, b.id), (b.id, a.id)} & shared
    ]


def _read_copies() -> set[tuple[str, str]]:
    """Return the pairs of two houses that are copies after all: read side by side.

    Outlets that print an agency under their own name, or another paper's story: found among those
    that xref folds, so that what other methods fold was not read.
    """
    with (Path(__file__).parent / "copies_read.csv").open(newline="", encoding="utf-8") as file:
        return {(row["a"], row["b"]) for row in csv.DictReader(file)}


def _agencies(article: Article) -> set[str]:
    """Return the agencies that a text credits or is of."""
    outlets = registry()
    named = [outlets.named(c.outlet) for c in credits(article.text, outlets.name_of)]
    found = [*named, outlets.of(article.outlet, article.domain)]
    return {outlet.name for outlet in found if outlet and outlet.kind is OutletKind.AGENCY}


def _ours(texts: Sequence[str], asked: Sequence[tuple[int, int]]) -> Floats:
    reuse = Reuse(DEFAULT)
    pages = {i: Article(str(i), None, "", None, "", None, texts[i]) for p in asked for i in p}
    found = [reuse.copy(pages[i], pages[j]) for i, j in asked]
    return np.array([copy.share if copy else 0.0 for copy in found])


def _containment(texts: Sequence[str], asked: Sequence[tuple[int, int]]) -> Floats:
    grams = {i: _shingles(texts[i]) for pair in asked for i in pair}
    return np.array(
        [len(grams[i] & grams[j]) / max(1, min(len(grams[i]), len(grams[j]))) for i, j in asked]
    )


def _shingles(text: str, size: int = _GRAM) -> set[int]:
    words = text.casefold().split()
    return {crc32(" ".join(words[i : i + size]).encode()) for i in range(len(words) - size + 1)}


def _minhash(texts: Sequence[str], asked: Sequence[tuple[int, int]]) -> Floats:
    """Estimate the Jaccard index of word trigrams by minima under random permutations."""
    rng = np.random.default_rng(_SEED)
    factors = rng.integers(1, 2**63, _HASHES, dtype=np.uint64) | np.uint64(1)
    salts = rng.integers(0, 2**63, _HASHES, dtype=np.uint64)
    drawn = {}
    for i in {i for pair in asked for i in pair}:
        hashes = np.array(sorted(_shingles(texts[i], 3)) or [0], dtype=np.uint64)
        mixed = hashes[:, None] * factors + salts
        drawn[i] = (mixed ^ (mixed >> np.uint64(31))).min(axis=0)
    return np.array([float((drawn[i] == drawn[j]).mean()) for i, j in asked])


_VECTORS: dict[str, npt.NDArray[np.float32]] = {}


def _cosine(texts: Sequence[str], asked: Sequence[tuple[int, int]]) -> Floats:
    needed = sorted({texts[i] for pair in asked for i in pair} - _VECTORS.keys())
    _VECTORS.update(zip(needed, encoder().encode(needed), strict=True))
    return np.array([float(_VECTORS[texts[i]] @ _VECTORS[texts[j]]) for i, j in asked])


_METHODS: dict[str, Likeness] = {
    "xref": _ours,
    "8-gram containment": _containment,
    "MinHash": _minhash,
    "MiniLM cosine": _cosine,
}


def _wire(data: Data) -> Iterator[Row]:
    """Score credits to agencies against the outlets' own marks (PolNeAR)."""
    table = data.text("reuse/polnear-wire.csv")
    parts = [data.read(f"attribution/polnear-{part}.jsonl.gz") for part in ("train", "dev")]
    if table is None or not any(parts):
        return
    texts = {row["id"]: row for part in parts for row in part or ()}
    wired = {row["id"]: bool(row["wire"]) for row in csv.DictReader(io.StringIO(table))}
    said = {key: bool(_credited(texts[key])) for key in wired if key in texts}
    right = sum(said[key] and wired[key] for key in said)
    yield Row("PolNeAR wire", "xref", "precision", right / max(1, sum(said.values())), len(said))
    yield Row("PolNeAR wire", "xref", "recall", right / sum(wired[k] for k in said), len(said))


def _credited(row: dict[str, str | None]) -> set[str]:
    """Return the agencies that byline, dateline or footer credit."""
    outlets = registry()
    author, text = row["author"] or "", row["text"] or ""
    forms = (CreditForm.DATELINE, CreditForm.BYLINE, CreditForm.FOOTER)
    found = [c.outlet for c in credits(text, outlets.name_of) if c.form in forms]
    known = [outlets.named(written) for written in (*found, author)]
    return {outlet.name for outlet in known if outlet and outlet.kind is OutletKind.AGENCY}


def _growth(articles: Sequence[Article]) -> Iterator[Row]:
    """Time the search for all copies; beyond what is there, texts come again in other words."""
    for size in _SIZES:
        pool = [_altered(articles[i % len(articles)], i // len(articles)) for i in range(size)]
        began = time.perf_counter()
        found = sum(1 for _ in copies(pool, Reuse(DEFAULT)))
        yield Row(f"{size} articles", "xref", "seconds", time.perf_counter() - began, size)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        yield Row(f"{size} articles", "xref", "peak MB", peak, size)
        yield Row(f"{size} articles", "xref", "copies", found, size)


def _altered(article: Article, turn: int) -> Article:
    """Return an article as another would be: every word gets a letter that makes it a new one."""
    if not turn:
        return article
    text = " ".join(word[:1] + chr(0x10D0 + turn) + word[1:] for word in article.text.split(" "))
    return Article(f"{article.id}-{turn}", None, article.outlet, None, "", None, text)


if __name__ == "__main__":
    sys.exit(run("origins", measure))

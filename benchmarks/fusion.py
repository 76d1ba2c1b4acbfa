"""Truth discovery: what holds where sources disagree, by every method, on one table.

`book` and `population` are real; a value counts as right where it is letter for letter the true
one. In the synthetic worlds the truth is known: 20 sources, of which 5 copy one bad one; each
figure is the mean of ten seeds, `least gain` the worst seed's gain over the majority. Which value
is the true one is drawn: ties go to the first value in order, for every method.
"""

import csv
import gzip
import io
import random
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from benchmarks.tables import Data, Row, run
from xref.reliability import Fused, Vote, accu, crh, majority, nested, truthfinder
from xref.reliability.likeness import of_lists, of_numbers
from xref.reliability.votes import Likeness

Method = Callable[[Sequence[Vote]], Fused]
_SEEDS = 10
_ITEMS = 200
_SOURCES = 20
_COPIERS = 5
_BAD = 0.3
"""Accuracy of the source that is copied; the independent ones have 0.35 to 0.75."""
_WRONG = 4
"""Wrong values an item can have in the synthetic worlds."""
_ANSWERED = 0.7
"""Share of the items of which a source speaks."""


def methods(likeness: Likeness | None) -> Mapping[str, Method]:
    """Return all methods; those that compare values do so with `likeness`."""
    told: dict[str, Method] = {
        "majority": majority,
        "truthfinder": partial(truthfinder, likeness=likeness),
        "crh": crh,
        "accu": accu,
        "accu, copies": partial(accu, copying=True),
    }
    if likeness:
        told["accu, likeness"] = partial(accu, likeness=likeness)
        told["accu, likeness, copies"] = partial(accu, likeness=likeness, copying=True)
        told["nested"] = partial(nested, likeness=likeness)
    return told


def measure(data: Data) -> Iterator[Row]:
    """Score the real sets that are there, then the synthetic worlds."""
    likenesses: dict[str, Likeness] = {"book": of_lists, "population": of_numbers}
    for name, likeness in likenesses.items():
        told = read(data, name)
        if told is None:
            continue
        votes, truth = told
        for method, fuse in methods(likeness).items():
            found = fuse(votes).truth
            right = sum(found.get(item) == value for item, value in truth.items())
            yield Row(name, method, "accuracy", right / len(truth), len(truth))
    yield from synthetic()


def read(data: Data, name: str) -> tuple[list[Vote], dict[str, str]] | None:
    """Return a set's votes, and the true values of those items that anybody speaks of."""
    claims = data.folder / "fusion" / f"{name}-claims.csv.gz"
    truth = data.text(f"fusion/{name}-truth.csv")
    if truth is None or not claims.exists():
        print(f"skipped: {claims} is absent", file=sys.stderr)
        return None
    raw = claims.read_bytes()
    data.digest.update(claims.name.encode() + b"\0" + raw)
    rows = csv.DictReader(io.StringIO(gzip.decompress(raw).decode("utf-8")))
    votes = [Vote(row["source"], row["item"], row["value"]) for row in rows]
    spoken = {vote.item for vote in votes}
    told = {row["item"]: row["value"] for row in csv.DictReader(io.StringIO(truth))}
    return votes, {item: value for item, value in told.items() if item in spoken}


def synthetic() -> Iterator[Row]:
    """Score the worlds with copiers at four rates; at 0 nobody copies."""
    for rate in (0.0, 0.3, 0.6, 0.9):
        worlds = [world(rate, seed) for seed in range(_SEEDS)]
        base = [_accuracy(majority, *one) for one in worlds]
        for method, fuse in methods(None).items():
            found = [_accuracy(fuse, *one) for one in worlds]
            name = f"copiers {rate:.0%}" if rate else "no copiers"
            yield Row(name, method, "accuracy", sum(found) / _SEEDS, _SEEDS * _ITEMS)
            gains = [ours - theirs for ours, theirs in zip(found, base, strict=True)]
            yield Row(name, method, "gain", sum(gains) / _SEEDS, _SEEDS * _ITEMS)
            yield Row(name, method, "least gain", min(gains), _ITEMS)


def world(rate: float, seed: int) -> tuple[list[Vote], dict[str, str]]:
    """Make votes on known truths; with a rate, five sources copy the bad one to that share."""
    drawn = random.Random(seed)  # noqa: S311 - a draw, no secret
    values = [str(value) for value in range(_WRONG + 1)]
    # Methods break ties by the values' order: a truth that stood first would win all of them.
    truth = {f"item {i:03}": drawn.choice(values) for i in range(_ITEMS)}
    accuracies = [_BAD, *(drawn.uniform(0.35, 0.75) for _ in range(_SOURCES - 1))]

    def answer(item: str, accuracy: float) -> str:
        if drawn.random() < accuracy:
            return truth[item]
        return drawn.choice([value for value in values if value != truth[item]])

    bad = {item: answer(item, _BAD) for item in truth if drawn.random() < _ANSWERED}
    votes = [Vote("source 00", item, value) for item, value in bad.items()]
    for place in range(1, _SOURCES):
        copies = rate > 0 and place > _SOURCES - 1 - _COPIERS
        for item in truth:
            if copies and item in bad and drawn.random() < rate:
                votes.append(Vote(f"source {place:02}", item, bad[item]))
            elif drawn.random() < _ANSWERED:
                votes.append(Vote(f"source {place:02}", item, answer(item, accuracies[place])))
    return votes, truth


def _accuracy(fuse: Method, votes: Sequence[Vote], truth: Mapping[str, str]) -> float:
    found = fuse(votes).truth
    return sum(found.get(item) == value for item, value in truth.items()) / len(truth)


def main(argv: Sequence[str] | None = None) -> int:
    """Run as `python -m benchmarks.fusion`."""
    return run("fusion", measure, argv)


if __name__ == "__main__":
    sys.exit(main())

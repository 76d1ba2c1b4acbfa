"""What was asked and what a method says: the labels, and the two methods that judge nothing.

`majority` knows the set's own labels and gives the most frequent one. `cosine` knows the likeness
of two texts, and is given cut points chosen on training pairs.
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from xref.records import Relation

THREE = ("supports", "refutes", "neutral")
SIDES = ("supports", "refutes")
TWO_WAY = ("supports", "not_supports")
ALIKE = 0.6
"""Cosine from which one who has nothing else calls two texts the same; the value at which the
share of refuting pairs taken for support is usually quoted."""
_CUTS = 60
"""Places tried for each of the two cut points, evenly spread over the training pairs."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A labelled pair, with the context that its set gives."""

    claim: str
    evidence: str
    label: str
    kind: str | None = None
    """In what a refuting pair differs, where the set says so."""
    claim_published: str | None = None
    evidence_published: str | None = None
    evidence_headline: str = ""
    claim_speaker: str | None = None
    evidence_speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """What a method says of one pair."""

    label: str
    """Its most likely label, among those that the set knows."""
    stance: str
    """What it would count in a report."""
    supports: float | None = None
    """Grows with support: a judge's probability, or the cosine; None where nothing is measured."""
    refutes: float | None = None
    """The probability that it refutes; None where the method has no such thing."""
    refutes_by: str | None = None

    @property
    def leaning(self) -> float:
        """Orders pairs from refuted to supported."""
        return (self.supports or 0.0) - (self.refutes or 0.0)

    @property
    def surest(self) -> float:
        """The probability of the likeliest of the three labels."""
        supports, refutes = self.supports or 0.0, self.refutes or 0.0
        return max(supports, refutes, 1.0 - supports - refutes)


def choose(supports: float, refutes: float, labels: Sequence[str]) -> str:
    """Return the most likely of the labels that a set knows."""
    if tuple(labels) == TWO_WAY:
        return TWO_WAY[supports < 0.5]
    of = {"supports": supports, "refutes": refutes, "neutral": 1.0 - supports - refutes}
    return max(labels, key=lambda label: of[label])


@dataclass(frozen=True, slots=True)
class Cuts:
    """Two cosines, and what an answer from likeness alone is below, between and above them."""

    low: float
    high: float
    answers: tuple[str, str, str]

    def answer(self, likeness: float) -> str:
        """Return the label of the interval that holds the cosine."""
        return self.answers[(likeness >= self.low) + (likeness >= self.high)]


def cut(likenesses: Sequence[float], labels: Sequence[str]) -> Cuts:
    """Return the cut points with the most right answers on training pairs.

    Each interval answers with its most frequent label: cosine is given the best that any two cut
    points could make of it, whatever the order of the labels.
    """
    told = sorted(zip(likenesses, labels, strict=True))
    names = sorted(set(labels))
    step = max(1, len(told) // _CUTS)
    places = [*range(0, len(told), step), len(told)]
    counts = [Counter[str]()]
    for start, end in pairwise(places):
        counts.append(counts[-1] + Counter(label for _, label in told[start:end]))

    def most(start: int, end: int) -> tuple[int, str]:
        return max((counts[end][name] - counts[start][name], name) for name in names)

    last = len(places) - 1
    tried = (
        (most(0, i)[0] + most(i, j)[0] + most(j, last)[0], i, j)
        for i in range(last)
        for j in range(i, last)
    )
    _, i, j = max(tried)
    answers = (most(0, i)[1], most(i, j)[1], most(j, last)[1])
    # Below the lowest training pair the answer is that of the lowest interval which has pairs.
    low, high = (told[places[at]][0] if at else -math.inf for at in (i, j))
    return Cuts(low, high, answers)


def without_training(labels: Sequence[str]) -> Cuts:
    """Return the one cut that needs no training pairs: support from ALIKE up."""
    return Cuts(ALIKE, ALIKE, (labels[-1], labels[-1], labels[0]))


def said(relations: Iterable[Relation], labels: Sequence[str]) -> Iterator[Said]:
    """Yield what a judge's relations say in a set's labels."""
    for relation in relations:
        told = relation.judgement
        yield Said(
            choose(told.supports, told.refutes, labels),
            relation.stance.value,
            told.supports,
            told.refutes,
            relation.refutes_by.value if relation.refutes_by else None,
        )


def said_by_cosine(likeness: Iterable[float], cuts: Cuts) -> Iterator[Said]:
    """Yield what likeness alone says: a label by the cut points, support from ALIKE up."""
    for near in likeness:
        stance = "supports" if near >= ALIKE else "neutral"
        yield Said(cuts.answer(near), stance, near)


def said_by_majority(labels: Sequence[str]) -> Iterator[Said]:
    """Yield the most frequent of the labels themselves, for each of them."""
    most = max(sorted(set(labels)), key=list(labels).count)
    for _ in labels:
        yield Said(most, most)

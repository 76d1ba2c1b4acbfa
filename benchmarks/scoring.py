"""The measures, each a pure function of what was asked for and what was said.

A measure that the pairs at hand do not define (an AUC with one class only, a precision of what
was never said) is NaN, and gets no row.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

BINS = 10


def accuracy(wanted: Sequence[str], said: Sequence[str]) -> float:
    """Return the share of right answers."""
    return _share([w == s for w, s in zip(wanted, said, strict=True)])


def recalls(wanted: Sequence[str], said: Sequence[str]) -> dict[str, float]:
    """Return for each label that occurs the share of its pairs that got it, in order of name."""
    return {
        label: _share([s == w for w, s in zip(wanted, said, strict=True) if w == label])
        for label in sorted(set(wanted))
    }


def mean_recall(wanted: Sequence[str], said: Sequence[str]) -> float:
    """Return the mean of the labels' recalls: each label counts alike, however rare."""
    return _mean(list(recalls(wanted, said).values()))


def macro_f1(wanted: Sequence[str], said: Sequence[str]) -> float:
    """Return the mean of F1 over the labels that occur."""
    return _mean(
        [
            2
            * sum(w == s == label for w, s in zip(wanted, said, strict=True))
            / (wanted.count(label) + said.count(label))
            for label in sorted(set(wanted))
        ]
    )


def auc(scores: Sequence[float], positive: Sequence[bool]) -> float:
    """Return how often a positive pair scores above a negative one; a tie is half of that."""
    sides = np.asarray(positive, dtype=bool)
    ahead, behind = int(sides.sum()), int((~sides).sum())
    if not ahead or not behind:
        return math.nan
    above = _ranks(scores)[sides].sum() - ahead * (ahead + 1) / 2
    return float(above / (ahead * behind))


def pearson(xs: Sequence[float], ys: Sequence[float]) -> float:
    """Return the linear correlation of two series."""
    if len(xs) < 2 or len(set(xs)) < 2 or len(set(ys)) < 2:
        return math.nan
    return float(np.corrcoef(xs, ys)[0, 1])


def spearman(xs: Sequence[float], ys: Sequence[float]) -> float:
    """Return the correlation of the ranks of two series; equal values share their mean rank."""
    return pearson(list(_ranks(xs)), list(_ranks(ys)))


@dataclass(frozen=True, slots=True)
class Hits:
    """How a yes or no was given: weights of the pairs, so that sets may count alike."""

    right: float
    """Said, and so."""
    said: float
    there: float

    @property
    def precision(self) -> float:
        """Share of what was said that is so."""
        return self.right / self.said if self.said else math.nan

    @property
    def recall(self) -> float:
        """Share of what is so that was said."""
        return self.right / self.there if self.there else math.nan


def hits(
    there: Sequence[bool], said: Sequence[bool], weights: Sequence[float] | None = None
) -> Hits:
    """Count what was said and what is so; each pair counts 1 where no weights are given."""
    by = weights if weights is not None else [1.0] * len(there)
    told = list(zip(there, said, by, strict=True))
    return Hits(
        math.fsum(w for t, s, w in told if t and s),
        math.fsum(w for _, s, w in told if s),
        math.fsum(w for t, _, w in told if t),
    )


@dataclass(frozen=True, slots=True)
class Bin:
    """The answers whose probability lies between two tenths."""

    low: float
    high: float
    n: int
    promised: float
    """Mean of the probabilities."""
    kept: float
    """Share that is so."""


def reliability(probabilities: Sequence[float], so: Sequence[bool]) -> list[Bin]:
    """Return ten bins of equal width, without the empty ones; a border belongs to the bin above."""
    held: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for probability, fact in zip(probabilities, so, strict=True):
        held[max(0, min(BINS - 1, int(probability * BINS)))].append((probability, fact))
    return [
        Bin(
            number / BINS,
            (number + 1) / BINS,
            len(pairs),
            _mean([probability for probability, _ in pairs]),
            _share([fact for _, fact in pairs]),
        )
        for number, pairs in enumerate(held)
        if pairs
    ]


def calibration_error(probabilities: Sequence[float], so: Sequence[bool]) -> float:
    """Return the expected calibration error: how far the bins' promises are off, by their size."""
    bins = reliability(probabilities, so)
    if not bins:
        return math.nan
    return math.fsum(b.n * abs(b.promised - b.kept) for b in bins) / len(probabilities)


def _ranks(values: Sequence[float]) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    """Return ranks from 1; equal values share the mean of theirs."""
    _, places, counts = np.unique(np.asarray(values), return_inverse=True, return_counts=True)
    ends = np.cumsum(counts)
    return np.asarray((ends - (counts - 1) / 2)[places], dtype=np.float64)


def _share(facts: Sequence[bool]) -> float:
    return sum(facts) / len(facts) if facts else math.nan


def _mean(values: Sequence[float]) -> float:
    return math.fsum(values) / len(values) if values else math.nan

"""How far one value also states another: for lists of names, and for numbers."""

import re
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

_SEPARATOR = re.compile(r"\s*;\s*")
_NEAR_NAME = 0.8
"""Share of equal letters from which two names are one: `erik marcade`, `erik marcadã`."""
_NEAR_NUMBER = 0.05
"""Relative distance at which one number no longer speaks for the other."""


@lru_cache(maxsize=65_536)
def _names(value: str) -> tuple[str, ...]:
    return tuple(name for name in _SEPARATOR.split(value) if name)


@lru_cache(maxsize=262_144)
def _one_name(one: str, other: str) -> bool:
    """Whether both name one person: nearly the same letters, whatever the order of the words."""
    ours, theirs = " ".join(sorted(one.split())), " ".join(sorted(other.split()))
    return Levenshtein.normalized_similarity(ours, theirs) >= _NEAR_NAME


def of_lists(one: str, other: str) -> float:
    """Return how much of the second list of names (parted by `;`) stands in the first."""
    ours, theirs = _names(one), _names(other)
    if not ours or not theirs:
        return 0.0
    return sum(any(_one_name(a, b) for a in ours) for b in theirs) / len(theirs)


def of_numbers(one: str, other: str) -> float:
    """Return 1 for equal numbers, falling to 0 for those that are too far apart."""
    try:
        a, b = float(one), float(other)
    except ValueError:
        return 0.0
    largest = max(abs(a), abs(b))
    return max(0.0, 1.0 - abs(a - b) / largest / _NEAR_NUMBER) if largest else 1.0

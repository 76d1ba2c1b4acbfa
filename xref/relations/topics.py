"""How alike passages are that lie near a claim for its topic alone, and what stands out of it."""

from collections.abc import Sequence
from typing import Final

from xref.records import Candidate

_NEAREST: Final = 10
"""So many of a claim's passages may state what it does; those behind them share its topic."""
_ENOUGH: Final = 2
"""Passages that tell how alike a topic is; with one alone it would be chance."""


def topic(found: Sequence[Candidate]) -> float | None:
    """Return the mean likeness of a claim's passages behind the nearest; None where too few are.

    In a dense neighbourhood everything is alike, so likeness is scaled by it locally (as in CSLS,
    Conneau et al. 2018).
    """
    likeness = sorted((one.likeness for one in found), reverse=True)[_NEAREST:]
    return sum(likeness) / len(likeness) if len(likeness) >= _ENOUGH else None

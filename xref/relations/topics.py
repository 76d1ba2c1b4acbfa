"""How alike passages are that lie near a claim for its topic alone, and what stands out of it."""

from collections.abc import Sequence
from typing import Final

from xref.records import Candidate
from xref.settings import FOUND

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


def reported(candidates: Sequence[Sequence[Candidate]], topics: Sequence[float | None]) -> float:
    """Return how much of an article others report: how far the nearest passage stands out.

    The mean over its claims, each with its topic, drawn to what is usual where these are few. Where
    a corpus holds an article's very event, a passage that is near a claim is likelier to state it
    than where it holds the same politics of other days.
    """
    out = [
        max(one.likeness for one in found) - near
        for found, near in zip(candidates, topics, strict=True)
        if near is not None
    ]
    usual = FOUND.reported * FOUND.reported_claims
    return (sum(out) + usual) / (len(out) + FOUND.reported_claims)

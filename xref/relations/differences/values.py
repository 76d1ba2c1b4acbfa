"""Numbers, dates and times of day that differ, and why some that look so do not."""

import re
from collections.abc import Iterator
from typing import Final

from xref.quantities import Bound, Comparison, Moment, Quantity, ValueMatch, compare
from xref.records import Refutation
from xref.relations.differences.contrasts import Contrast, Sign
from xref.relations.occasions import Occasion

_POLL: Final = re.compile(
    r"\b(?:poll(?:s|ed|ing|ster|sters)?\b(?! stations?)|surveys?|surveyed|respondents"
    r"|approval ratings?|margins? of (?:sampling )?error|umfragen?|sondages?|encuestas?|опрос\w*)",
    re.IGNORECASE,
)


def values(match: ValueMatch, texts: tuple[str, str]) -> Iterator[Contrast]:
    """Yield numbers and times of day that conflict, then numbers that differ and do not.

    Where one of the two texts tells of a poll, the other's shares may be another's.
    """
    for ours, theirs in match.conflicting:
        shares = ours.dimension == "percent" or ours.noun == "point"
        polled = shares and any(map(_POLL.search, texts))
        yield _number(ours, theirs, "polls differ" if polled else None)
    for own, other in match.moments_conflicting:
        if _clocks(own, other):
            yield _date(own, other, None)
    for ours, theirs in match.updated:
        yield _number(ours, theirs, "a count that moves")
    for ours, theirs in match.agreeing:
        if (ours.low, ours.high) != (theirs.low, theirs.high):
            exact = ours.bound is theirs.bound is Bound.EXACT
            yield _number(ours, theirs, "one figure, rounded" if exact else "both bounds can hold")


def days(match: ValueMatch, occasion: Occasion) -> Iterator[Contrast]:
    """Yield days that conflict, unless they tell of two occasions, then those that do not."""
    excuse = "told of another occasion" if occasion is Occasion.OTHER else None
    for own, other in match.moments_conflicting:
        if not _clocks(own, other):
            yield _date(own, other, excuse)
    for own, other in match.moments_agreeing:
        if compare(own, other) in (Comparison.NARROWER, Comparison.COARSER):
            yield _date(own, other, "one is the finer date")


def clocks_conflict(match: ValueMatch) -> bool:
    """Whether two times of day differ.

    A day may differ because another occasion is meant, so that days alone refute nothing; a time
    of day is told of one occasion.
    """
    return any(_clocks(own, other) for own, other in match.moments_conflicting)


def _clocks(one: Moment, other: Moment) -> bool:
    return one.clock is not None and other.clock is not None


def _number(ours: Quantity, theirs: Quantity, excuse: str | None) -> Contrast:
    return Contrast(
        Refutation.NUMBER,
        Sign.VALUE,
        (ours.start, ours.end),
        (theirs.start, theirs.end),
        ours.text,
        theirs.text,
        excuse,
        # Of bare figures nobody knows that they count the same.
        aligned=not (ours.dimension == "count" and ours.noun is theirs.noun is None),
    )


def _date(ours: Moment, theirs: Moment, excuse: str | None) -> Contrast:
    return Contrast(
        Refutation.DATE,
        Sign.MOMENT,
        (ours.start, ours.end),
        (theirs.start, theirs.end),
        ours.text,
        theirs.text,
        excuse,
    )

"""Whether a passage has the figures of a claim: what has not, supports another statement.

Comparing asks whether two values can both be true: `at least 73` and `over 100` can. Support asks
for more: the passage's value must be the claim's, within rounding, or lie inside what it says.
"""

import re
from datetime import date
from typing import Final

from xref.quantities import Bound, Moment, Quantity, ValueMatch, date_range, moments

_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b(?!-)")
_ORDINAL: Final = re.compile(r"\b(\d{1,3})(?:st|nd|rd|th)\b")
_NEAR: Final = 0.1
"""Relative difference of two figures that are one figure rounded in two ways."""
_SMALL: Final = 12
"""Counts up to a dozen are often no figures (`one of the two on board`)."""
_LOWER: Final = (Bound.AT_LEAST, Bound.MORE_THAN)
_UPPER: Final = (Bound.AT_MOST, Bound.LESS_THAN, Bound.ALMOST)


def lacking(values: ValueMatch) -> bool:
    """Whether a telling figure of the claim is not in the passage, or not as high or as low."""
    return any(_telling(q) for q in values.missing) or any(
        _telling(claimed) and not _backs(claimed, found) for claimed, found in values.agreeing
    )


def other_year(claim: str, passage: str, published: str | None) -> bool:
    """Whether the claim names years, the passage speaks of years, and none is the same."""
    ours = {int(year) for year in _YEAR.findall(claim)}
    theirs = {year for moment in moments(passage, date_range(published)) for year in _years(moment)}
    return bool(ours) and bool(theirs) and not ours & theirs


def other_ordinal(claim: str, passage: str) -> bool:
    """Whether both name ordinals in figures (`53rd Brigade`, `26th`), and none is the same."""
    ours, theirs = set(_ORDINAL.findall(claim)), set(_ORDINAL.findall(passage))
    return bool(ours) and bool(theirs) and not ours & theirs


def _years(moment: Moment) -> set[int]:
    return {day.year for day in (moment.first, moment.last) if date.min < day < date.max}


def _telling(quantity: Quantity) -> bool:
    return not quantity.ordinal and (
        quantity.dimension != "count" or max(quantity.low, quantity.high) > _SMALL
    )


def _backs(claimed: Quantity, found: Quantity) -> bool:
    if any(_close(a, b) for a in (claimed.low, claimed.high) for b in (found.low, found.high)):
        return True
    if claimed.bound in _LOWER:
        return found.low >= claimed.low and found.bound not in _UPPER
    if claimed.bound in _UPPER:
        return found.high <= claimed.high and found.bound not in _LOWER
    return claimed.low <= found.low and found.high <= claimed.high


def _close(one: float, other: float) -> bool:
    return abs(one - other) <= _NEAR * max(abs(one), abs(other))

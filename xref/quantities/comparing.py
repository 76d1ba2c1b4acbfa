"""two values -> whether they agree, cannot both hold, or are not of the same thing.

Two values are compared as intervals. An exact figure is as wide as its own rounding, `about` opens
it to both sides, `at least` and the like to one. Intervals that meet agree; those that do not meet
conflict, but only where both are known to count or measure the same thing.
"""

from datetime import date, timedelta
from enum import StrEnum
from math import inf
from typing import overload

from xref.quantities.lexicon import GENERIC, ROLES
from xref.quantities.values import Bound, Moment, Quantity
from xref.settings import TOLERANCES, ValueTolerances

_FLOAT_ERROR = 1e-9
"""Share by which two equal ends may differ once units were converted."""


class Comparison(StrEnum):
    """What two values do to one another."""

    AGREE = "agree"
    CONFLICT = "conflict"
    NARROWER = "narrower"
    """The first lies within the second: `15 October` and `October`."""
    COARSER = "coarser"
    """The second lies within the first."""
    UNRELATED = "unrelated"

    @property
    def fits(self) -> bool:
        """Whether both can be said of one thing."""
        return self in (Comparison.AGREE, Comparison.NARROWER, Comparison.COARSER)


@overload
def compare(a: Quantity, b: Quantity, tolerances: ValueTolerances = ...) -> Comparison: ...
@overload
def compare(a: Moment, b: Moment, tolerances: ValueTolerances = ...) -> Comparison: ...
def compare(
    a: Quantity | Moment, b: Quantity | Moment, tolerances: ValueTolerances = TOLERANCES
) -> Comparison:
    """What two values of one kind do to one another."""
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        return _compare_quantities(a, b, tolerances)
    if isinstance(a, Moment) and isinstance(b, Moment):
        return _compare_moments(a, b, tolerances)
    return Comparison.UNRELATED


class _Kinship(StrEnum):
    """Whether two quantities are of the same thing."""

    SAME = "same"
    UNSURE = "unsure"
    NONE = "none"


def _compare_quantities(a: Quantity, b: Quantity, tolerances: ValueTolerances) -> Comparison:
    kinship = _kinship(a, b)
    if kinship is _Kinship.NONE:
        return Comparison.UNRELATED
    if _meet(a, b, tolerances):
        return Comparison.AGREE if _near(a, b, tolerances) else Comparison.UNRELATED
    return Comparison.CONFLICT if kinship is _Kinship.SAME else Comparison.UNRELATED


def _kinship(a: Quantity, b: Quantity) -> _Kinship:
    if a.dimension != b.dimension or a.ordinal != b.ordinal:
        return _Kinship.NONE
    if a.dimension == "money" and a.unit != b.unit:
        return _Kinship.NONE
    if a.dimension == "count":
        return _counted_kinship(a, b)
    if a.dimension == "percent" and a.unit != b.unit:
        # By how many points two shares differ is no share, though many write it as one.
        return _Kinship.UNSURE
    if a.noun == b.noun:
        return _Kinship.SAME
    one_is_open = a.noun is None or b.noun is None
    if a.dimension in ("length", "mass") and one_is_open:
        return _Kinship.SAME
    return _Kinship.UNSURE if one_is_open else _Kinship.NONE


def _counted_kinship(a: Quantity, b: Quantity) -> _Kinship:
    """Nouns are the same, or both mean people; fates, where told, are the same."""
    if a.role and b.role and a.role != b.role:
        return _Kinship.NONE
    a_open, b_open = counts_people(a), counts_people(b)
    if a.noun is None or b.noun is None:
        return _Kinship.SAME if a.noun is b.noun and not a.ordinal else _Kinship.UNSURE
    alike = a.noun == b.noun or (a_open and b_open)
    if alike:
        return _Kinship.SAME if a.role == b.role else _Kinship.UNSURE
    return _Kinship.UNSURE if a_open or b_open else _Kinship.NONE


def counts_people(quantity: Quantity) -> bool:
    """Whether the noun is a word for people in general, or only tells their fate."""
    noun = quantity.noun
    return noun in GENERIC or (
        quantity.role is not None and (noun == quantity.role or noun in ROLES)
    )


def _interval(q: Quantity, tolerances: ValueTolerances) -> tuple[float, float, bool, bool]:
    """Both ends of what the words allow, and whether each end itself is left out."""
    low, high = min(q.low, q.high), max(q.low, q.high)
    if q.bound is Bound.AT_LEAST:
        return low, inf, False, False
    if q.bound is Bound.MORE_THAN:
        return low, inf, True, False
    if q.bound is Bound.AT_MOST:
        return -inf, high, False, False
    if q.bound is Bound.LESS_THAN:
        return -inf, high, False, True
    if q.bound is Bound.ALMOST:
        return low - abs(low) * tolerances.almost, high, False, True
    width = tolerances.about if q.bound is Bound.ABOUT else 0.0
    return low - abs(low) * width, high + abs(high) * width, False, False


def _meet(a: Quantity, b: Quantity, tolerances: ValueTolerances) -> bool:
    a_low, a_high, a_opens, a_closes = _interval(a, tolerances)
    b_low, b_high, b_opens, b_closes = _interval(b, tolerances)
    slack = _rounding(a, b, tolerances)
    # `more than 80` beside `80`: news rounds down to the bound. `Almost half` says what it is not.
    short = {a.bound, b.bound} & {Bound.ALMOST, Bound.LESS_THAN}
    round_figures = min(a.grain, b.grain) > 1 and not short
    if _apart(a_high + slack, b_low, (a_closes or b_opens) and not round_figures):
        return False
    return not _apart(b_high + slack, a_low, (b_closes or a_opens) and not round_figures)


def _apart(high: float, low: float, open_end: bool) -> bool:
    """Whether the one ends before the other begins; equal up to float error is touching."""
    if high == inf or low == -inf:
        return False
    touching = abs(high - low) <= _FLOAT_ERROR * max(abs(high), abs(low))
    return open_end if touching else high < low


def _rounding(a: Quantity, b: Quantity, tolerances: ValueTolerances) -> float:
    """Half of the last digit of the coarser figure, as far as figures are rounded at all."""
    if a.ordinal or (a.dimension == "age"):
        return 0.0
    slacks = []
    for q in (a, b):
        grain = q.grain
        if q.dimension == "count" and grain < tolerances.count_grain:
            grain = 0.0
        if q.dimension == "percent":
            grain = min(grain, 1.0)
        if q.unit == a.unit == b.unit and q.dimension not in ("count", "percent", "money"):
            grain = grain if a.grain != b.grain else 0.0
        if q.bound is Bound.EXACT:
            slacks.append(min(grain / 2, tolerances.rounding * abs(q.high)))
    return max(slacks, default=0.0)


def _near(a: Quantity, b: Quantity, tolerances: ValueTolerances) -> bool:
    """Whether an open bound is close enough to the other value to speak for it."""
    low, high = sorted((abs(a.high + a.low), abs(b.high + b.low)))
    return high <= low * tolerances.reach


def _compare_moments(a: Moment, b: Moment, tolerances: ValueTolerances) -> Comparison:
    slack = timedelta(tolerances.relative_days if a.relative or b.relative else 0)
    if a.dated and b.dated:
        if _later_by(a.first, b.last, slack) or _later_by(b.first, a.last, slack):
            return Comparison.CONFLICT
    elif a.clock is None or b.clock is None:
        return Comparison.UNRELATED
    if a.clock is not None and b.clock is not None:
        return _compare_clocks(a, b, tolerances)
    if (a.first, a.last) == (b.first, b.last):
        return Comparison.AGREE
    if b.first <= a.first and a.last <= b.last:
        return Comparison.NARROWER
    if a.first <= b.first and b.last <= a.last:
        return Comparison.COARSER
    return Comparison.AGREE


def _later_by(first: date, last: date, slack: timedelta) -> bool:
    return first > last and first - last > slack


def _compare_clocks(a: Moment, b: Moment, tolerances: ValueTolerances) -> Comparison:
    if a.zone != b.zone or a.clock is None or b.clock is None:
        return Comparison.UNRELATED
    dial = 1440 if a.half_day and b.half_day else 720
    gap = (a.clock - b.clock) % dial
    gap = min(gap, dial - gap)
    if gap < max(a.grain, b.grain) or gap <= tolerances.clock_minutes:
        if a.grain == b.grain:
            return Comparison.AGREE
        return Comparison.NARROWER if a.grain < b.grain else Comparison.COARSER
    return Comparison.CONFLICT

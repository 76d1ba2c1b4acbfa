"""two sentences -> which of their values agree, which conflict, and which have no counterpart."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from xref.quantities.comparing import Comparison, compare, counts_people
from xref.quantities.days import Days, date_range
from xref.quantities.lexicon import MEMBERS, MOVING_NOUNS, MOVING_ROLES
from xref.quantities.reading import moments, quantities
from xref.quantities.values import Bound, Moment, Quantity
from xref.records import Refutation
from xref.settings import TOLERANCES, ValueTolerances

Pair = tuple[Quantity, Quantity]


@dataclass(frozen=True, slots=True)
class ValueMatch:
    """The values of a claim beside those of a passage; in each pair the claim's comes first."""

    agreeing: tuple[Pair, ...] = ()
    conflicting: tuple[Pair, ...] = ()
    missing: tuple[Quantity, ...] = ()
    """Values of the claim with no counterpart in the passage."""
    updated: tuple[Pair, ...] = ()
    """Counts that moved as tolls move between the two days or within one; they do not conflict."""
    moments_agreeing: tuple[tuple[Moment, Moment], ...] = ()
    moments_conflicting: tuple[tuple[Moment, Moment], ...] = ()

    @property
    def later_update(self) -> bool:
        """Whether a count differs only because one text is newer."""
        return bool(self.updated)

    @property
    def share(self) -> float | None:
        """The agreeing part of the claim's values; None where it has none."""
        met = len(self.agreeing) + len(self.moments_agreeing)
        rest = len(self.conflicting) + len(self.missing) + len(self.updated)
        whole = met + rest + len(self.moments_conflicting)
        return met / whole if whole else None


@dataclass(frozen=True, slots=True)
class Difference:
    """The first two values in which a claim and a passage cannot both be right."""

    kind: Refutation
    claim: Quantity | Moment
    passage: Quantity | Moment


def disagree(
    a_text: str,
    b_text: str,
    a_published: str | None = None,
    b_published: str | None = None,
    tolerances: ValueTolerances = TOLERANCES,
) -> Difference | None:
    """The first value of `a_text` that cannot stand beside those of `b_text`; None if all can."""
    match = agree_share(a_text, b_text, a_published, b_published, tolerances)
    for claim, passage in match.conflicting:
        return Difference(Refutation.NUMBER, claim, passage)
    for own, other in match.moments_conflicting:
        return Difference(Refutation.DATE, own, other)
    return None


def agree_share(
    a_text: str,
    b_text: str,
    a_published: str | None = None,
    b_published: str | None = None,
    tolerances: ValueTolerances = TOLERANCES,
) -> ValueMatch:
    """Set each value of a claim, `a_text`, beside the values of a passage, `b_text`."""
    a_days, b_days = _anchors(a_text, b_text, a_published, b_published)
    known = date_range(a_published) is not None or date_range(b_published) is not None
    told = moments(a_text, a_days), moments(b_text, b_days)
    ours = _amounts(quantities(a_text), told[0] if known else ())
    theirs = _amounts(quantities(b_text), told[1] if known else ())
    agreeing, conflicting, missing = _pair(ours, theirs, tolerances)
    order = _order(a_published, b_published)
    updated = tuple(pair for pair in conflicting if _moved(*pair, order))
    met, unmet = _pair_moments(*told, tolerances, known)
    return ValueMatch(
        agreeing,
        tuple(pair for pair in conflicting if pair not in updated),
        missing,
        updated,
        met,
        unmet,
    )


def _amounts(found: Sequence[Quantity], days: Sequence[Moment]) -> Sequence[Quantity]:
    """The amounts without those that tell a day, as `two days ago` does."""
    if not any(day.relative for day in days):
        return found
    return [q for q in found if not any(d.start < q.end and q.start < d.end for d in days)]


def _pair(
    ours: Sequence[Quantity], theirs: Sequence[Quantity], tolerances: ValueTolerances
) -> tuple[tuple[Pair, ...], tuple[Pair, ...], tuple[Quantity, ...]]:
    """Agreeing pairs first; what they leave over can conflict, and the rest is missing."""
    grid = [(p, q, compare(p, q, tolerances)) for p in ours for q in theirs]
    agreeing: dict[int, Pair] = {}
    for p, q, answer in sorted(grid, key=lambda row: _rank(row[0], row[1])):
        if answer.fits:
            agreeing.setdefault(p.start, (p, q))
    for p in ours:
        if p.start not in agreeing and (parts := _parts(p, theirs)):
            agreeing[p.start] = (p, parts[0])
    for q in theirs:
        for p in _parts(q, ours):
            agreeing.setdefault(p.start, (p, q))
    spoken_for = {q.start for _, q in agreeing.values()}
    conflicting: dict[int, Pair] = {}
    for p, q, answer in grid:
        if answer is Comparison.CONFLICT and not (p.start in agreeing or q.start in spoken_for):
            conflicting.setdefault(p.start, (p, q))
    paired = agreeing.keys() | conflicting.keys()
    missing = tuple(p for p in ours if p.start not in paired)
    return tuple(agreeing.values()), tuple(conflicting.values()), missing


def _parts(whole: Quantity, theirs: Sequence[Quantity]) -> list[Quantity]:
    """The counts of the passage, if there are several and their sum is the claim's count."""
    if whole.dimension != "count" or whole.ordinal or not whole.noun:
        return []
    parts = [q for q in theirs if q.dimension == "count" and _may_be_part(q, whole)]
    total = sum(q.high for q in parts)
    fits = len(parts) > 1 and whole.low <= total <= whole.high
    return parts if fits else []


def _may_be_part(part: Quantity, whole: Quantity) -> bool:
    if part.ordinal or part.bound is not Bound.EXACT:
        return False
    among = counts_people(whole) and (counts_people(part) or part.noun in MEMBERS)
    return part.noun == whole.noun or among


def _rank(p: Quantity, q: Quantity) -> tuple[bool, int, int]:
    """The same noun first, then in the order of the texts."""
    return p.noun != q.noun, p.start, q.start


def _pair_moments(
    ours: Sequence[Moment], theirs: Sequence[Moment], tolerances: ValueTolerances, known: bool
) -> tuple[tuple[tuple[Moment, Moment], ...], tuple[tuple[Moment, Moment], ...]]:
    """Moments that fit, and those that fit nothing in the other text.

    Unless a day of publication is `known`, `yesterday` stands beside its like alone.
    """
    met, unmet = [], []
    for p in ours:
        near = [q for q in theirs if known or p.relative == q.relative]
        answers = [(q, compare(p, q, tolerances)) for q in near]
        fitting = [q for q, answer in answers if answer.fits]
        against = [q for q, answer in answers if answer is Comparison.CONFLICT]
        if fitting:
            met.append((p, fitting[0]))
        elif against:
            unmet.append((p, against[0]))
    return tuple(met), tuple(unmet)


def _moved(claim: Quantity, passage: Quantity, order: int | None) -> bool:
    """Whether a count rose from the older text to the newer, as tolls do.

    Within one day nobody can tell which text is newer, and a toll may have moved either way.
    """
    moving = {claim.role, passage.role} & MOVING_ROLES or {claim.noun, passage.noun} & MOVING_NOUNS
    rise = passage.high + passage.low - claim.high - claim.low
    return bool(moving) and order is not None and (order == 0 or order * rise > 0)


def _order(a_published: str | None, b_published: str | None) -> int | None:
    """1 where the passage is newer than the claim, -1 where older, 0 within one day.

    None where a date is missing, so that nothing excuses a difference.
    """
    a, b = date_range(a_published), date_range(b_published)
    if a is None or b is None:
        return None
    if a == b:
        return _order_by_time(a_published, b_published)
    return 1 if b[0] > a[1] else -1 if a[0] > b[1] else 0


def _order_by_time(a_published: str | None, b_published: str | None) -> int:
    """The same for two date-times of one day."""
    try:
        a, b = (datetime.fromisoformat((p or "").strip()) for p in (a_published, b_published))
        if min(len(a_published or ""), len(b_published or "")) <= len("2018-11-20") or a == b:
            return 0
        return 1 if b > a else -1
    except (ValueError, TypeError):
        return 0


def _anchors(
    a_text: str, b_text: str, a_published: str | None, b_published: str | None
) -> tuple[Days | None, Days | None]:
    """The days by which to read both texts; texts of unknown day are taken to be of one time."""
    a, b = date_range(a_published), date_range(b_published)
    if a is None and b is None:
        told = [m for text in (a_text, b_text) for m in moments(text) if m.first > date.min]
        day = min((m.last for m in told), default=_ANY_DAY)
        a = (day, day)
    return a or b, b or a


_ANY_DAY = date(2000, 12, 31)
"""Stands in where neither text tells a year: the same for both, so that they can be compared."""

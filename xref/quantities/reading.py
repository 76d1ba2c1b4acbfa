"""text -> quantities: numbers with their bound, unit and the noun they count."""

# ruff: noqa: SIM905 - tables read best as plain text

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from xref.quantities import clocks, dates, nouns
from xref.quantities.days import Days
from xref.quantities.lexicon import AFTER, BOUNDS, CHANGES, UNIT_FILLERS
from xref.quantities.names import is_name
from xref.quantities.numbers import STARTS, Number, number_at
from xref.quantities.tokens import LONGEST, Line, is_foreign
from xref.quantities.units import AGE, AMBIGUOUS, PERCENT, POUNDS, SIGNS, UNITS, Unit
from xref.quantities.values import Bound, Moment, Quantity

_KEPT = 8_192
"""Sentences whose reading is kept: a claim is compared with many passages, and they with it."""
_DASHES = frozenset("-–—‐‑")
_BETWEEN = frozenset({"between", "zwischen", "entre", "от", "from", "von"})
_BOUND_TOKENS = max(len(words.split()) for words in BOUNDS)
"""Tokens of the longest phrase that bounds a number."""
_GREATEST = 1e18
"""Greater numbers are slips: all the wealth of the world is under 1e15 dollars."""
_OLDEST = 120
"""Years that `aged` may give a person; what is older is a thing, and has its unit beside it."""
_SPATIAL = frozenset("close over above under below beyond around".split())
_SPATIAL_BELOW = 10
"""Before smaller numbers `close to` and `over` tell a place, before greater ones an amount."""
_FALSE_ONES = frozenset(
    "no any some every this that the each which another only last next other of number day as "
    "for not loved is was".split()
)
_AFTER_FALSE_ONE = frozenset(
    "of another or and day who that thing way side by more to in on at is was are , . - ' ’ can "
    "has had would will may should with from for".split()
) | {""}


@dataclass(frozen=True, slots=True)
class Reading:
    """What one text holds, before its dates are read for a day."""

    quantities: tuple[Quantity, ...]
    expressions: tuple[dates.Expression, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A number with the tokens and the unit that belong to it."""

    number: Number
    unit: Unit | None
    first: int
    stop: int
    bound: Bound = Bound.EXACT


def quantities(text: str) -> tuple[Quantity, ...]:
    """All amounts of a text, in order; numbers in names and dates are none."""
    return reading(text[:LONGEST]).quantities


def moments(text: str, anchor: Days | None = None) -> tuple[Moment, ...]:
    """Dates and times of day; those that rest on the article's day only where it is known."""
    return _moments(text[:LONGEST], anchor)


@lru_cache(maxsize=_KEPT)
def _moments(text: str, anchor: Days | None) -> tuple[Moment, ...]:
    return dates.read(text, reading(text).expressions, anchor)


@lru_cache(maxsize=_KEPT)
def reading(text: str) -> Reading:
    """Read a text once for both amounts and dates."""
    line = Line.of(text)
    found = tuple(dates.find(text, line))
    if not line.has_figures and STARTS.isdisjoint([t.low for t in line]):
        return Reading((), found)
    taken = [(e.start, e.end) for e in found if not e.relative]
    taken += [(c.start, c.end) for c in clocks.find_clocks(text)]
    return Reading(tuple(_amounts(text, line, taken)), found)


def _amounts(text: str, line: Line, taken: Sequence[tuple[int, int]]) -> list[Quantity]:
    foreign = is_foreign(line)
    found: list[Quantity] = []
    i, last_name = 0, -1
    while i < len(line):
        number = _free_number(line, i, foreign, taken)
        if number is None:
            i += 1
        elif is_name(line, number, last_name):
            i = last_name = number.stop
        else:
            place = _place(line, _range(line, number, foreign, taken))
            if not _is_nothing(line, place):
                found.append(_measured(text, line, place))
            i = max(place.stop, number.stop)
    return found


def _free_number(
    line: Line, i: int, foreign: bool, taken: Sequence[tuple[int, int]]
) -> Number | None:
    """The number at token i, unless a date or a time of day has taken it."""
    token = line.at(i)
    if token.kind != "figure" and token.low not in STARTS:
        return None
    if any(start <= token.start < end for start, end in taken):
        return None
    number = number_at(line, i, foreign)
    return number if number and number.high <= _GREATEST else None


def _range(line: Line, low: Number, foreign: bool, taken: Sequence[tuple[int, int]]) -> Number:
    """`3 to 5`, `250-300`, `between 3 and 5`, `two or three`: both numbers as one."""
    unit = _unit(line, low)
    after = unit[1] if unit else low.stop
    link = line.at(after).low
    signed = low.first - (line.at(low.first - 1).low in SIGNS)
    between = line.at(signed - 1).low in _BETWEEN
    joined = link in ("to", "or", "bis", "до", "à") or link in _DASHES
    if not (joined or (between and link in ("and", "und", "et", "y"))):
        return low
    if link == "to" and between and any(line.at(signed - k).low in CHANGES for k in range(2, 6)):
        return low
    high = _free_number(line, after + 1 + (line.at(after + 1).low in SIGNS), foreign, taken)
    if high is None or _unlike(low, high) or (link == "or" and high.low > 2 * low.low):
        return low
    second = _unit(line, high)
    if unit and (second is None or second[0] != unit[0]):
        return low
    floor = low.low
    if not low.scaled and floor < high.low / high.scale:
        floor *= high.scale
    if floor >= high.high:
        return low
    return replace(high, first=low.first, low=floor, grain=max(low.grain, high.grain), year=False)


def _unlike(low: Number, high: Number) -> bool:
    """Whether two numbers cannot be the ends of one range."""
    vague = low.vague or high.vague
    return vague or low.ordinal or high.ordinal or low.fraction != high.fraction


def _place(line: Line, number: Number) -> Place:
    """The number with the signs, unit and bound around it."""
    first, stop, unit = number.first, number.stop, None
    before = line.at(first - 1).low
    after = _unit(line, number)
    if before in SIGNS or before in ("%", "yüzde"):
        unit, first = UNITS.get(before, PERCENT), first - 1
        first -= line.glued(first) and line.at(first - 1).low in ("us", "a", "c", "can")
        stop = after[1] if after and after[0] == unit else stop
    elif before in UNITS and UNITS[before].dimension == "money" and before not in AMBIGUOUS:
        unit, first = UNITS[before], first - 1
    elif after:
        unit, stop = after
        number, first = _signed(line, number, unit)
        if unit.dimension == "time" and line.phrase(stop, 3) == "and a half":
            number = replace(number, low=number.low + 0.5, high=number.high + 0.5)
            stop += 3
    else:
        unit, first = _unit_before(line, number)
    return _bounded(line, Place(number, unit, first, stop))


def _signed(line: Line, number: Number, unit: Unit) -> tuple[Number, int]:
    """The number and where it begins, below nought where `minus` or a sign says so."""
    i = number.first
    sign = line.at(i - 1).low
    loose = sign in _DASHES | {"−"} and line.glued(i) and not line.glued(i - 1)
    if unit.dimension in ("temperature", "degrees") and (sign == "minus" or loose):
        return replace(number, low=-number.high, high=-number.low), i - 1
    return number, i


def _unit_before(line: Line, number: Number) -> tuple[Unit | None, int]:
    """`magnitude of 2.3`, `aged 22`, `Febrianto, 22,`."""
    i = number.first
    back = i - 1 - (line.at(i - 1).low in ("of", "a", "was", "at"))
    if line.at(back).low in ("magnitude", "richter", "stärke"):
        return UNITS["magnitude"], back
    years = 0 < number.low <= _OLDEST and not number.ordinal and not number.scaled
    if years and line.at(i - 1).low in ("aged", "age", "ages"):
        return AGE, i - 1
    commas = line.at(i - 1).low == "," and line.at(number.stop).low in (",", ".", "")
    name = line.at(i - 2)
    if years and commas and name.kind == "word" and name.capital and number.figure:
        return AGE, i
    return None, i


def _unit(line: Line, number: Number) -> tuple[Unit, int] | None:
    """The unit after a number, and the token after it."""
    j = number.stop
    if number.fraction:
        return PERCENT, j
    if number.ordinal:
        return None
    j += line.at(j).low in _DASHES and line.glued(j) and line.glued(j + 1)
    if (number.scaled or number.vague) and line.at(j).low in ("of", "de", "d"):
        j += 1 + (line.at(j + 1).low in "'’" and line.glued(j + 1))
    for _ in range(3):
        if line.phrase(j, 4) == "u . s .":
            j += 4
        hit = _unit_at(line, j, number)
        if hit:
            return _age(line, *hit) or hit
        if line.at(j).low not in UNIT_FILLERS:
            return None
        j += 1
    return None


def _unit_at(line: Line, j: int, number: Number) -> tuple[Unit, int] | None:
    """The longest unit that begins at token j."""
    low = line.at(j).low
    if low in POUNDS:
        weight = line.at(j + 1).low not in ("sterling", "a") and number.high < 1e6
        return UNITS["lb" if weight else "£"], j + 1
    for size in (3, 2, 1):
        unit = UNITS.get(line.phrase(j, size))
        if unit is None or j + size > len(line):
            continue
        if low in AMBIGUOUS and size == 1 and not (number.figure and _short(line, j)):
            return None
        return unit, j + size
    return None


def _short(line: Line, j: int) -> bool:
    """Whether an ambiguous short unit is meant: `m` and `t`, but not `in` or `an`."""
    low = line[j].low
    return low in ("m", "t", "min", "м", "mw") or (line.glued(j) and low != "an")


def _age(line: Line, unit: Unit, stop: int) -> tuple[Unit, int] | None:
    """`22-year-old` and `22 years old` are ages of whoever is spoken of."""
    j = stop + (line.at(stop).low in _DASHES)
    if unit.name == "yr" and line.at(j).low in ("old", "olds"):
        return AGE, j + 1
    return None


def _bounded(line: Line, place: Place) -> Place:
    """The place with the words that limit the number, before or after it."""
    first, stop = place.first, place.stop
    start = first - (line.at(first - 1).low in _BETWEEN | {"a"})
    for size in range(_BOUND_TOKENS, 0, -1):
        if start - size < 0:
            continue
        bound = BOUNDS.get(line.phrase(start - size, size))
        if bound is not None and not _is_where(line, place, start - size):
            return replace(place, bound=bound, first=start - size)
    for size in (2, 1):
        bound = AFTER.get(line.phrase(stop, size))
        if bound is not None and stop + size <= len(line):
            return replace(place, bound=bound, stop=stop + size)
    return replace(place, bound=Bound.ABOUT) if place.number.vague else place


def _is_where(line: Line, place: Place, start: int) -> bool:
    """`close to two buildings`, `jumps over 2 others`: the word tells a place."""
    small = place.unit is None and place.number.high < _SPATIAL_BELOW
    return small and line[start].low in _SPATIAL


def _is_nothing(line: Line, place: Place) -> bool:
    """`one another`, `no one`, `first came`: words that count nothing."""
    number, i = place.number, place.number.first
    word, after = line[i].low, line.at(number.stop)
    if number.ordinal:
        none = nouns.counted(line, number.stop, False) is None
        placed = after.low == "place" and number.high > 1
        return none or (after.low in nouns.NOT_COUNTED and not placed)
    if word != "one" or place.bound is not Bound.EXACT or number.stop > i + 1:
        return False
    return line.at(i - 1).low in _FALSE_ONES or after.low in _AFTER_FALSE_ONE


def _measured(text: str, line: Line, place: Place) -> Quantity:
    number, unit = place.number, place.unit
    start, end = line[place.first].start, line[place.stop - 1].end
    factor, offset = (1.0, 0.0) if unit is None or number.fraction else (unit.factor, unit.offset)
    role = None
    if unit is None:
        many = number.high != 1 or number.ordinal
        noun = nouns.counted(line, place.stop, many)
        told = line, place.first, place.stop
        role = None if number.ordinal else nouns.role(*told) or nouns.measure(*told)
        noun = noun or role
    else:
        noun = _side(line, place, unit)
    return Quantity(
        start=start,
        end=end,
        low=number.low * factor + offset,
        high=number.high * factor + offset,
        bound=place.bound,
        unit=unit.name if unit else None,
        dimension=unit.dimension if unit else "count",
        noun=noun,
        ordinal=number.ordinal,
        text=text[start:end],
        role=role,
        grain=number.grain * factor,
    )


def _side(line: Line, place: Place, unit: Unit) -> str | None:
    """What a measured value is a measure of, as far as the words beside it tell."""
    if unit.dimension == "length":
        return nouns.aspect(line, place.first, place.stop)
    if unit.dimension == "time":
        return nouns.time_side(line, place.first, place.stop)
    if unit.dimension == "percent":
        if place.number.fraction and line.at(place.number.stop - 2).low == "in":
            return nouns.counted(line, place.number.stop, many=True)
        return nouns.share_of(line, place.stop)
    if unit.dimension == "mass":
        return nouns.substance(line, place.stop)
    if unit.dimension == "money":
        return nouns.each(line, place.stop)
    return None

"""text -> moments: dates in words and figures, read against the day of the article.

`find` marks the expressions and says how each would be read; `read` reads them for a day.
Numbers inside an expression are so known to count nothing, with or without a day to read it by.
"""

# ruff: noqa: SIM905 - tables read best as plain text

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from xref.quantities import clocks
from xref.quantities.calendars import (
    BEFORE_BARE,
    DAYS_AWAY,
    FARTHEST_AGO,
    LINKS,
    MONTHS,
    NOT_YEARS,
    OPENING,
    PARTS,
    SEASONS,
    SHORT_MONTHS,
    STEPS,
    UNSURE_MONTHS,
    WEEKDAYS,
)
from xref.quantities.days import (
    Days,
    Reader,
    ago,
    away,
    days_of_month,
    fixed,
    last_such_day,
    last_weekday,
    nearest,
    opened,
    part_of_month,
    span,
    stepped,
)
from xref.quantities.lexicon import ORDINAL_ENDINGS, PLURALS, SCALES, SMALL
from xref.quantities.tokens import LONGEST, Line
from xref.quantities.values import Moment

_NUMERIC = re.compile(
    r"(?<![\w./-])(?:(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)(?=T\d|\b)"
    r"|(?P<a>\d{1,2})(?P<sep>[./])(?P<b>\d{1,2})(?P=sep)(?P<c>(?:19|20)\d\d))(?![\w/-])"
)


_AFTER_DAY = (
    BEFORE_BARE
    | frozenset(SMALL)
    | frozenset("that at when as on with and about the night a an it he she they".split())
)
"""Words after `the 27th` that leave it a day; a noun would make it the 27th of something."""


@dataclass(frozen=True, slots=True)
class Expression:
    """A stretch of text that tells a date, and how to read it for a given day."""

    start: int
    end: int
    read: Reader
    relative: bool = False


def read(text: str, found: Sequence[Expression], anchor: Days | None) -> tuple[Moment, ...]:
    """Read expressions that were already found, with the times of day that stand by them."""
    dated = [
        Moment(e.start, e.end, *days, None, text[e.start : e.end], relative=e.relative)
        for e in found
        if (days := e.read(anchor)) is not None
    ]
    return clocks.attach(text, dated)


def find(text: str, line: Line) -> list[Expression]:
    """All date expressions of a text, in order, none inside another."""
    found = _numeric(text) if line.has_figures else []
    i = 0
    while i < len(line):
        hit = _at(line, i)
        if hit is None:
            i += 1
            continue
        expression, stop = _opened(line, i, hit[0]), hit[1]
        if not any(e.start < expression.end and expression.start < e.end for e in found):
            found.append(expression)
        i = max(stop, i + 1)
    return sorted(found, key=lambda e: e.start)


def _opened(line: Line, i: int, expression: Expression) -> Expression:
    """`before 1900`, `since October 2019`: the expression with one end left open."""
    side = OPENING.get(line.at(i - 1).low) or OPENING.get(line.phrase(i - 2, 2) if i > 1 else "")
    if side is None or expression.relative:
        return expression
    return replace(expression, read=partial(opened, expression.read, side))


def _at(line: Line, i: int) -> tuple[Expression, int] | None:
    """The expression that begins at token i, and the token after it."""
    token = line[i]
    if line.at(i + 2).low == "ago" and (ago := _ago(line, i)):
        return ago
    if token.kind == "figure":
        return _day_month(line, i) or _year(line, i) or _day_alone(line, i)
    if token.kind != "word":
        return None
    low = token.low
    if low in MONTHS or low in SHORT_MONTHS:
        return _month_first(line, i)
    if low in WEEKDAYS:
        return _weekday(line, i)
    if low in DAYS_AWAY:
        read: Reader = partial(away, DAYS_AWAY[low])
        return Expression(token.start, token.end, read, relative=True), i + 1
    if low in STEPS:
        return _step(line, i)
    if low in SEASONS:
        return _season(line, i)
    return _part(line, i) if low in PARTS or line.phrase(i, 2) in PARTS else None


def _ago(line: Line, i: int) -> tuple[Expression, int] | None:
    """`two days ago`, `3 weeks ago`."""
    low = line[i].low
    count = SMALL.get(low) or (1 if low == "a" else int(low) if low.isdecimal() else 0)
    if not 0 < count <= FARTHEST_AGO:
        return None
    read: Reader = partial(ago, count, line[i + 1].low.removesuffix("s"))
    return Expression(line[i].start, line[i + 2].end, read, relative=True), i + 3


def _numeric(text: str) -> list[Expression]:
    found = []
    for match in _NUMERIC.finditer(text, 0, LONGEST):
        if match["y"]:
            days = span(int(match["y"]), int(match["m"]), int(match["d"]))
        else:
            a, b, year = int(match["a"]), int(match["b"]), int(match["c"])
            if match["sep"] == "/" and b > 12:
                a, b = b, a
            unsure = match["sep"] == "/" and a <= 12 and a != b
            days = None if unsure else span(year, b, a)
        found.append(Expression(match.start(), match.end(), partial(fixed, days)))
    return found


def _month_of(line: Line, i: int) -> int | None:
    """The month that the token names, whether in full or short."""
    low = line.at(i).low
    return MONTHS.get(low) or SHORT_MONTHS.get(low)


def _after(line: Line, i: int) -> int:
    """Past a full stop or a link word such as `de` or `of`."""
    if line.at(i).low == "." and line.glued(i):
        i += 1
    for _ in range(2):
        i += line.at(i).low in LINKS
    return i


def _year_at(line: Line, i: int) -> int | None:
    low = line.at(i).low
    value = int(low) if line.at(i).kind == "figure" and len(low) == 4 and low.isdigit() else 0
    return value if 1000 <= value < 2200 else None


def _day_at(line: Line, i: int) -> tuple[int, int] | None:
    """Day of the month at token i, and the token after it and its ending."""
    token = line.at(i)
    if token.kind != "figure" or len(token.low) > 2 or not 1 <= int(token.low) <= 31:
        return None
    stop = i + 1
    if line.glued(stop) and line.at(stop).low in ORDINAL_ENDINGS | {"."}:
        stop += 1
    elif line.at(stop).low == "-" and line.at(stop + 1).low in ("го", "е") and line.glued(stop):
        stop += 2
    return int(token.low), stop


def _day_month(line: Line, i: int) -> tuple[Expression, int] | None:
    """`26 September 2018`, `26th of September`, `4 août`, `5-7 August`."""
    day = _day_at(line, i)
    if day is None or (i and line.glued(i) and line.at(i - 1).kind == "word"):
        return None
    last, j = day
    if line.at(j).low in ("-", "–", "and", "to") and (second := _day_at(line, j + 1)):
        last, j = second if _month_of(line, second[1]) else (last, j)
    while line.at(j).low in LINKS and line.at(j).low != "," and j < i + 4:
        j += 1
    month = _month_of(line, j)
    if month is None or (line.at(j).low in UNSURE_MONTHS and _is_verb(line, j)):
        return None
    year, stop = _optional_year(line, j + 1)
    return _expression(
        line, i, stop, partial(days_of_month, year, month, day[0], max(day[0], last))
    ), stop


def _is_verb(line: Line, j: int) -> bool:
    """`298 may have died`: an English month has a capital."""
    return not line.at(j).capital and line.at(j).low in ("may", "march")


def _optional_year(line: Line, j: int) -> tuple[int | None, int]:
    """The year after a month, if one stands there, and the token after it."""
    past = _after(line, j)
    year = _year_at(line, past)
    return (year, past + 1) if year else (None, j)


def _expression(line: Line, i: int, stop: int, read: Reader) -> Expression:
    """An expression from token i, stretched over the weekday before it."""
    back = i
    if line.at(back - 1).low in ("the", "den", "dem", ",", "(") and back - 1 >= 0:
        back -= 1
    if line.at(back - 1).low in WEEKDAYS:
        i = back - 1
    return Expression(line[i].start, line[stop - 1].end, read)


def _month_first(line: Line, i: int) -> tuple[Expression, int] | None:
    """`September 26th, 2018`, `Oct. 29`, `October 2019`, `in October`."""
    month, low = _month_of(line, i), line[i].low
    if month is None:
        return None
    j = i + 1 + (line.at(i + 1).low == "." and line.glued(i + 1))
    day = _day_at(line, j)
    verb = low in ("may", "march") and not line[i].capital
    if verb and (day is None or line.at(day[1]).kind == "word"):
        return None
    if day and not _counts(line, day[1]):
        year, stop = _optional_year(line, day[1])
        last = day[0]
        if not year and line.at(stop).low in ("-", "–") and (end := _day_at(line, stop + 1)):
            last = max(last, end[0])
            year, stop = _optional_year(line, end[1])
        return _expression(line, i, stop, partial(days_of_month, year, month, day[0], last)), stop
    year, stop = _optional_year(line, i + 1)
    if year:
        return _expression(line, i, stop, partial(fixed, span(year, month))), stop
    return _month_alone(line, i, month)


def _counts(line: Line, j: int) -> bool:
    """Whether the figure before token j is an hour or an amount, not a day."""
    low = line.at(j).low
    return low in SCALES or low == "%" or (low == ":" and line.glued(j + 1))


def _month_alone(line: Line, i: int, month: int) -> tuple[Expression, int] | None:
    token, before = line[i], line.at(i - 1).low
    if token.low in SHORT_MONTHS:
        return None
    if before not in BEFORE_BARE and (token.low in UNSURE_MONTHS or not token.capital):
        return None
    if token.low in ("may", "march") and line.at(i - 1).low in ("and", "of", "for", "to", "by"):
        return None
    if line.at(i + 1).capital and line.at(i + 1).kind == "word":
        return None
    start = i - 1 if before in STEPS else i
    read: Reader = partial(nearest, month, None, STEPS.get(before))
    return Expression(line[start].start, token.end, read), i + 1


def _year(line: Line, i: int) -> tuple[Expression, int] | None:
    """`2021`, `2019-2021`, `the 1980s`."""
    year = _year_at(line, i)
    if year is None or _is_count(line, i) or line.at(i - 1).low in ("$", "€", "£"):
        return None
    if line.glued(i) and line.at(i - 1).kind == "word":
        return None
    token, after = line[i], line.at(i + 1)
    if year % 10 == 0 and year < 9000 and (decade := _decade(line, i)):
        return decade
    if year >= 2100 or (year < 1500 and line.at(i - 1).low not in ("in", "since", "until", "by")):
        return None
    spanned = (line.at(i - 1).low, after.low) in (("from", "to"), ("between", "and"))
    end = _year_at(line, i + 2) if spanned or after.low in ("-", "–") else None
    if end and year < end:
        days = (date(year, 1, 1), date(end, 12, 31))
        return Expression(token.start, line[i + 2].end, partial(fixed, days)), i + 3
    return Expression(token.start, token.end, partial(fixed, span(year))), i + 1


def _decade(line: Line, i: int) -> tuple[Expression, int] | None:
    """`the 1980s` and `the 1980's`; a round century covers a hundred years."""
    stop = i + 1 + (line.at(i + 1).low in ("'", "’"))
    if line.at(stop).low != "s" or not line.glued(stop) or not line.glued(i + 1):
        return None
    year = int(line[i].low)
    length = 99 if year % 100 == 0 and year < 2000 else 9
    days = (date(year, 1, 1), date(year + length, 12, 31))
    return Expression(line[i].start, line[stop].end, partial(fixed, days)), stop + 1


def _is_count(line: Line, i: int) -> bool:
    """`about 2000`, but not `since at least 2013`."""
    before, after = line.at(i - 1).low, line.at(i + 1).low
    plural = after in PLURALS or (len(after) > 3 and after.endswith("s"))
    if plural and not line.at(i + 1).capital and before not in BEFORE_BARE | {"the", "'", "’"}:
        value = int(line[i].low)
        return after in PLURALS or value < 1900 or value % 100 == 0
    if before not in NOT_YEARS:
        return False
    return line.at(i - 2 - (line.at(i - 1).low == "least")).low not in ("since", "until", "by")


def _day_alone(line: Line, i: int) -> tuple[Expression, int] | None:
    """`on the 27th`, `Tuesday the 27th`: a day of a month that the article's day tells."""
    day = _day_at(line, i)
    if day is None or line.at(i - 1).low not in ("the", "am", "den"):
        return None
    ended = day[1] > i + 1
    opens = line.at(i - 2).low in ("on", "until", "by", "since", ",", "of", "and") or (
        line.at(i - 2).low in WEEKDAYS
    )
    follows = line.at(day[1])
    if not ended or not opens or (follows.kind == "word" and follows.low not in _AFTER_DAY):
        return None
    return _expression(line, i, day[1], partial(last_such_day, day[0])), day[1]


def _weekday(line: Line, i: int) -> tuple[Expression, int] | None:
    """`on Tuesday`, `next Tuesday`; a date after it is read by its own words."""
    token = line[i]
    for j in range(i + 1, min(i + 5, len(line))):
        if line[j].low not in (",", "the", "den", "dem", "(", ".") and (
            _day_at(line, j) or _month_of(line, j)
        ):
            hit = _day_month(line, j) or _day_alone(line, j)
            if line[j].kind == "word":
                hit = _month_first(line, j)
            return hit
        if line[j].low not in (",", "the", "den", "dem", "(", "."):
            break
    if not token.capital and token.low in ("mon", "sun", "wed", "mar", "tue", "fri", "sat", "thu"):
        return None
    before = line.at(i - 1).low
    shift = 1 if before in ("next", "coming") else -1 if before in ("previous",) else 0
    start = i - 1 if before in STEPS else i
    read: Reader = partial(last_weekday, WEEKDAYS[token.low], shift)
    return Expression(line[start].start, token.end, read), i + 1


def _step(line: Line, i: int) -> tuple[Expression, int] | None:
    """`last month`, `next year`, `this week`; a weekday or month after it has its own reader."""
    unit = line.at(i + 1).low
    if unit not in ("week", "month", "year", "night", "evening", "morning"):
        return None
    if line.at(i - 1).low in ("the", "for") and line[i].low in ("last", "past", "next"):
        return None
    read: Reader = partial(stepped, STEPS[line[i].low], unit)
    return Expression(line[i].start, line[i + 1].end, read, relative=True), i + 2


def _season(line: Line, i: int) -> tuple[Expression, int] | None:
    year, stop = _optional_year(line, i + 1)
    if year is None or year >= 9000:
        return None
    first, last = SEASONS[line[i].low]
    begin, end = span(year, first), span(year + (last > 12), (last - 1) % 12 + 1)
    if begin is None or end is None:
        return None
    return Expression(line[i].start, line[stop - 1].end, partial(fixed, (begin[0], end[1]))), stop


def _part(line: Line, i: int) -> tuple[Expression, int] | None:
    """`end of 2019`, `early 2020`, `mid-October`, `first half of 2018`, `Ende 2019`."""
    words = 2 if line.phrase(i, 2) in PARTS else 1
    twelfths = PARTS[line.phrase(i, words)]
    j = i + words
    while line.at(j).low in ("of", "the", "-", "de", "in", "года") and j < i + words + 2:
        j += 1
    year = _year_at(line, j)
    if year and year % 10 == 0 and (decade := _decade(line, j)):
        first, last = span(year + twelfths[0] // 3), span(year + round(twelfths[1] * 0.76))
        days = (first[0], last[1]) if first and last else None
        return Expression(line[i].start, decade[0].end, partial(fixed, days)), decade[1]
    if year:
        first, last = span(year, twelfths[0]), span(year, twelfths[1])
        days = (first[0], last[1]) if first and last else None
        return Expression(line[i].start, line[j].end, partial(fixed, days)), j + 1
    month = MONTHS.get(line.at(j).low)
    if month is None or (not line.at(j).capital and line.at(j).low in ("may", "march")):
        return None
    year, stop = _optional_year(line, j + 1)
    read: Reader = partial(part_of_month, year, month, twelfths)
    return Expression(line[i].start, line[stop - 1].end, read), stop

"""Days and stretches of days: what a date in words comes to for the day of the article.

Each reader takes that day last, as a first and last day, and answers None where it cannot tell.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache

Days = tuple[date, date]
Reader = Callable[[Days | None], Days | None]

_ISO = re.compile(
    r"\s*(?P<y>[12]\d{3})(?:-(?P<m>\d{1,2})(?:-(?P<d>\d{1,2})(?:[T ]\S{1,40}.{0,20})?)?)?\s*"
)
_AGO = {"day": (1.0, 0), "week": (7.0, 3), "month": (30.44, 15), "year": (365.24, 183)}
"""Days of a unit, and by how many a count of them may be off: half of it."""
_SLACK_DAYS = 6
"""A weekday is the last one on or before the article's day, so at most six days back."""


def date_range(published: str | None) -> Days | None:
    """First and last day of `2018`, `2018-11`, `2018-11-20` or a date-time; else None."""
    return _date_range(published[:80]) if isinstance(published, str) else None


@lru_cache(maxsize=4_096)
def _date_range(published: str) -> Days | None:
    match = _ISO.fullmatch(published)
    if match is None:
        return None
    month, day = match["m"], match["d"]
    return span(int(match["y"]), int(month) if month else None, int(day) if day else None)


def span(year: int, month: int | None = None, day: int | None = None) -> Days | None:
    """First and last day of a year, month or day; None where there is no such day."""
    if not 1 <= year <= 9998:
        return None
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if not 1 <= month <= 12:
        return None
    last = monthrange(year, month)[1]
    if day is None:
        return date(year, month, 1), date(year, month, last)
    return (date(year, month, day), date(year, month, day)) if 1 <= day <= last else None


def fixed(days: Days | None, _anchor: Days | None) -> Days | None:
    """The days themselves; the article's day does not matter."""
    return days


def away(days: int, anchor: Days | None) -> Days | None:
    """So many days from the article's own."""
    step = timedelta(days)
    return (anchor[0] + step, anchor[1] + step) if anchor and _sane(anchor) else None


def ago(count: int, unit: str, anchor: Days | None) -> Days | None:
    """So many days, weeks, months or years back, as loosely as people count them."""
    if anchor is None or unit not in _AGO or anchor[0].year < 200 or not _sane(anchor):
        return None
    length, loose = _AGO[unit]
    back = timedelta(round(count * length))
    return anchor[0] - back - timedelta(loose), anchor[1] - back + timedelta(loose)


def _sane(anchor: Days | None) -> bool:
    """Whether days can be counted from it in both directions."""
    return anchor is not None and date(2, 1, 1) < anchor[0] <= anchor[1] < date(9990, 1, 1)


def nearest(month: int, day: int | None, shift: int | None, anchor: Days | None) -> Days | None:
    """A month or day without a year: the one nearest to the article, or the last or next."""
    if anchor is None or not _sane(anchor):
        return None
    middle = anchor[0] + (anchor[1] - anchor[0]) / 2
    spans = [s for y in (-1, 0, 1) if (s := span(middle.year + y, month, day))]
    if shift is not None and shift:
        side = [s for s in spans if (s[0] > anchor[1] if shift > 0 else s[1] < anchor[0])]
        spans = side[:1] if shift > 0 else side[-1:]
    return min(spans, key=lambda s: (abs((s[0] - middle).days), s[0]), default=None)


def days_of_month(
    year: int | None, month: int, first: int, last: int, anchor: Days | None
) -> Days | None:
    """From one day of a month to another; without a year, the nearest such days."""
    begin, end = (
        span(year, month, day) if year else nearest(month, day, None, anchor)
        for day in (first, last)
    )
    return (begin[0], end[1]) if begin and end and begin <= end else None


def last_such_day(day: int, anchor: Days | None) -> Days | None:
    """The latest such day of a month up to the article's day."""
    if anchor is None or not _sane(anchor):
        return None
    year, month = anchor[1].year, anchor[1].month
    for _ in range(3):
        days = span(year, month, day)
        if days and days[0] <= anchor[1]:
            return days
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
    return None


def last_weekday(weekday: int, shift: int, anchor: Days | None) -> Days | None:
    """The last such weekday up to the article's day, or a week away from it."""
    if anchor is None or not _sane(anchor):
        return None
    if anchor[0] != anchor[1]:
        return anchor[0] - timedelta(_SLACK_DAYS), anchor[1] + timedelta(max(shift, 0) * 7)
    back = (anchor[0].weekday() - weekday) % 7
    day = anchor[0] + timedelta(7 * shift - back)
    return day, day


def stepped(step: int, unit: str, anchor: Days | None) -> Days | None:
    """The week, month, year or night so many steps from the article's own."""
    if anchor is None or not _sane(anchor):
        return None
    first, last = anchor
    if unit == "year":
        return date(first.year + step, 1, 1), date(last.year + step, 12, 31)
    if unit == "month":
        ends = [divmod(day.year * 12 + day.month - 1 + step, 12) for day in anchor]
        spans = [span(year, month + 1) for year, month in ends]
        return (spans[0][0], spans[1][1]) if spans[0] and spans[1] else None
    if unit == "week":
        monday = first - timedelta(first.weekday()) + timedelta(7 * step)
        sunday = last + timedelta(6 - last.weekday()) + timedelta(7 * step)
        return monday, sunday
    return away(step, anchor)


def part_of_month(
    year: int | None, month: int, twelfths: tuple[int, int], anchor: Days | None
) -> Days | None:
    """Some twelfths of a month, such as its last quarter."""
    days = span(year, month) if year else nearest(month, None, None, anchor)
    if days is None:
        return None
    first = days[0] + timedelta((twelfths[0] - 1) * 2.5)
    return first, days[1] if twelfths[1] == 12 else days[0] + timedelta(twelfths[1] * 2.5)


def opened(read: Reader, side: int, anchor: Days | None) -> Days | None:
    """What a reader gives, with its past (-1) or future (1) left open."""
    days = read(anchor)
    if days is None:
        return None
    return (date.min, days[1]) if side < 0 else (days[0], date.max)

"""text -> times of day: `2:05 am`, `6.12am`, `17:11 local time`, `two in the morning`."""

import re
from dataclasses import dataclass, replace
from datetime import date

from xref.quantities.calendars import HOURS
from xref.quantities.tokens import LONGEST
from xref.quantities.values import Moment

_CLOCK = re.compile(
    r"(?<![\w:.,/$€£])(?P<about>(?:about|around|some|circa|shortly after|just after|shortly before"
    r"|just before|gegen|vers)\s)?(?:"
    r"(?P<h>[01]?\d|2[0-4])"
    r"(?:(?P<sep>[:.h])(?P<m>[0-5]\d)(?:[:.][0-5]\d)?)?"
    r"(?:\s?(?P<half>[ap]\.m\.|[ap]\.?m\b)|\s(?P<uhr>uhr|o['’]clock)\b)?"
    r"(?![\w%]|[:.,]\d)"
    r"|(?P<past>half past|quarter past|quarter to)\s(?P<hour>\d{1,2}|"
    + "|".join(sorted(HOURS, key=len, reverse=True))
    + r")\b(?:\s(?P<pasthalf>[ap]\.?m\b\.?))?"
    r"|(?P<word>noon|midnight|mitternacht|minuit|medianoche|midday)\b"
    r"|(?P<spoken>" + "|".join(sorted(HOURS, key=len, reverse=True)) + r")"
    r"(?:\s(?P<clock>o['’]clock)|\s(?P<spokenhalf>[ap]\.?m\b\.?))?"
    r"(?=\s(?:in\sthe\s(?:morning|afternoon|evening)|at\snight)|(?(clock)|(?(spokenhalf)|(?!)))))"
    r"(?P<day>\sin\sthe\s(?:morning|afternoon|evening)|\sat\snight|\smorgens|\sabends)?"
    r"(?P<zone>\s\(?(?:local\stime|gmt|utc|wib|e[sd]?t|p[sd]?t|bst|cest|cet|msk|moscow\stime"
    r"|ist)\b\)?)?",
    re.IGNORECASE,
)
_CUES = re.compile(
    r"\d\s?[ap]\.?m\b|\d[:h]\d\d|\d\.\d\d\s?(?:uhr|[ap]\.?m|wib)|uhr\b|o['’]clock|noon|midn|midday"
    r"|half past|quarter past|quarter to|in the (?:morning|afternoon|evening)|at night"
    r"|mitternacht|minuit|medianoche|[ap]\.?m\b",
    re.IGNORECASE,
)
_NIGHT = frozenset({"midnight", "mitternacht", "minuit", "medianoche"})
_ABOUT_MINUTES = 15
"""What `about 2:05` leaves open."""
_REACH = 60
"""Characters between a date and the time of day that goes with it."""


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day and where it stands."""

    start: int
    end: int
    minutes: int
    grain: int
    half_day: bool
    zone: str | None


def find_clocks(text: str) -> list[Clock]:
    """All times of day in a text."""
    if not _CUES.search(text, 0, LONGEST):
        return []
    return [c for m in _CLOCK.finditer(text, 0, LONGEST) if (c := _clock(m))]


def _clock(match: re.Match[str]) -> Clock | None:
    """The time of day in a match; None for a bare number that only looks like one."""
    half = (match["half"] or match["spokenhalf"] or match["pasthalf"] or "").lower()[:1]
    part = (match["day"] or "").split()[-1:]
    if match["word"]:
        hour, minute, half = 0 if match["word"].lower() in _NIGHT else 12, 0, "-"
    elif match["past"]:
        hour, minute = _past(match["past"].lower(), match["hour"].lower())
    elif match["spoken"]:
        hour, minute = HOURS[match["spoken"].lower()], 0
    else:
        hour, minute = int(match["h"]), int(match["m"] or 0)
        told = half or match["uhr"] or part or match["zone"]
        if not told and not (match["m"] and match["sep"] in (":", "h")):
            return None
        if not (match["m"] or half or match["uhr"] or part):
            return None
    if half != "-" and (half or part):
        hour = _in_half(hour, half == "p" or (not half and part[0].lower() in _LATE))
    sure = bool(half or part or hour > 12 or hour == 0 or (match["h"] or "").startswith("0"))
    about = _ABOUT_MINUTES if match["about"] else 1
    grain = about if match["m"] or match["past"] else max(60, about)
    zone = (match["zone"] or "").strip(" ()").lower()
    return Clock(
        match.start(),
        match.end(),
        (hour % 24) * 60 + minute,
        grain,
        sure or bool(match["uhr"]),
        None if zone in ("", "local time") else zone,
    )


def _past(part: str, hour: str) -> tuple[int, int]:
    """`half past eight` as hour and minute."""
    full = int(hour) % 24 if hour.isdecimal() else HOURS[hour]
    return ((full - 1) % 12, 45) if part.endswith("to") else (full, 30 if "half" in part else 15)


_LATE = frozenset({"afternoon", "evening", "night", "abends"})


def _in_half(hour: int, late: bool) -> int:
    """The hour on a dial of 24; `11 at night` is late, `2 at night` is rare enough."""
    if hour > 12:
        return hour
    return hour % 12 + 12 * late


def attach(text: str, dated: list[Moment]) -> tuple[Moment, ...]:
    """Times of day joined with the nearest date beside them; alone, they are of no known day."""
    clocks = find_clocks(text)
    if not clocks:
        return tuple(dated)
    found = list(dated)
    for clock in clocks:
        near = [d for d in dated if d.clock is None and _gap(clock, d) <= _REACH]
        timed = {(d.first, d.last, d.start) for d in found if d.clock is not None}
        near = [d for d in near if (d.first, d.last, d.start) not in timed]
        home = min(near, key=lambda d: (_gap(clock, d), d.start), default=None)
        found.append(_timed(text, clock, home))
    return tuple(sorted(found, key=lambda m: (m.start, m.end)))


def _gap(clock: Clock, moment: Moment) -> int:
    """Characters between a time of day and a date; less than nought where they overlap."""
    return max(clock.start - moment.end, moment.start - clock.end)


def _timed(text: str, clock: Clock, home: Moment | None) -> Moment:
    day = home or Moment(0, 0, date.min, date.max, None, "")
    return replace(
        day,
        start=clock.start,
        end=clock.end,
        clock=clock.minutes,
        text=text[clock.start : clock.end],
        grain=clock.grain,
        half_day=clock.half_day,
        zone=clock.zone,
    )

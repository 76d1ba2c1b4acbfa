"""tokens -> numbers: figures and number words as values, before any unit or noun."""

# ruff: noqa: SIM905 - tables read best as plain text

import re
from dataclasses import dataclass, replace

from xref.quantities.lexicon import (
    FEW,
    FRACTIONS,
    ORDINAL_ENDINGS,
    ORDINALS,
    PEOPLE,
    PLURALS,
    ROLE_VERBS,
    SCALES,
    SMALL,
    TENS,
    VAGUE,
    VAGUE_HIGH,
    VAGUE_LOW,
    WORD_SCALES,
)
from xref.quantities.tokens import Line
from xref.quantities.units import SIGNS, UNITS

_SPACES = re.compile(r"[ \u00a0\u202f'’]")
_THOUSANDS = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_LINKED_ENDINGS = frozenset({"ª", "º", "й", "я", "го", "му", "м"})
_DIGITS = 30
"""Longer figures are serial numbers, and would not fit a float."""
_FINEST_SHARE = 12
"""Finer ones are prices of bonds."""
_HYPHENS = frozenset("-‐‑–")
_ROUND = frozenset({"2", "3", "4", "5", "6", "7", "8", "9", "10", "20", "50", "100", "1000"})
"""Figures that stand in `1 in 5`."""
_STRETCHES = frozenset("minute hour day week month year decade century".split())
_BEFORE_STRETCH = frozenset(
    "for lasted took lasting taking after within than almost nearly about over under least".split()
)
"""Words after which `a year` is a length of time; elsewhere it is often a rate."""

STARTS = (
    frozenset(SMALL)
    | frozenset(TENS)
    | frozenset(VAGUE)
    | frozenset(FEW)
    | frozenset(ORDINALS)
    | {"half", "third", "quarter", "a", "an", "dozen", "tens", "hundred", "couple"}
)
"""Words with which a number in words can begin."""


@dataclass(frozen=True, slots=True)
class Number:
    """A value between two tokens, `first` to `stop` (exclusive)."""

    first: int
    stop: int
    low: float
    high: float
    grain: float = 1.0
    scaled: bool = False
    """Whether a word such as `million` stands with it."""
    scale: float = 1.0
    """By how much that word multiplies."""
    ordinal: bool = False
    fraction: bool = False
    """A share such as `half`, in percent."""
    vague: bool = False
    figure: bool = False
    year: bool = False
    """Four bare digits that may be a year."""


def number_at(line: Line, i: int, foreign: bool) -> Number | None:
    """The number that begins at token i, if one does."""
    token = line[i]
    if token.low in ("one", "1") and (share := _one_in(line, i)):
        return share
    if token.kind == "figure":
        return _figure(line, i, foreign)
    if token.low not in STARTS:
        return None
    return _vague(line, i) or _fraction(line, i) or _words(line, i)


def _one_in(line: Line, i: int) -> Number | None:
    """`one in five patients` as a share; `killed one in two attacks` is none."""
    below, after = line.at(i + 2).low, line.at(i + 3).low
    many = SMALL.get(below) or TENS.get(below) or (int(below) if below in _ROUND else 0)
    plural = after in PLURALS or (len(after) > 3 and after.endswith("s") and after not in UNITS)
    if line.at(i + 1).low != "in" or many < 2 or not plural or line.at(i - 1).low in ROLE_VERBS:
        return None
    return Number(i, i + 3, 100 / many, 100 / many, fraction=True)


def _figure(line: Line, i: int, foreign: bool) -> Number | None:
    token = line[i]
    parsed = parse_figure(token.low, foreign)
    if parsed is None:
        return None
    value, grain = parsed
    number = Number(i, i + 1, value, value, grain, figure=True)
    after = line.at(i + 1)
    if line.glued(i + 1) and after.low in ORDINAL_ENDINGS and value == int(value):
        return replace(number, stop=i + 2, ordinal=True)
    if line.glued(i + 2) and after.low in ("-", ".") and line.at(i + 2).low in _LINKED_ENDINGS:
        return replace(number, stop=i + 3, ordinal=True)
    if after.low == "/" and line.glued(i + 1) and line.glued(i + 2):
        return _slashed(line, number)
    number = _scaled(line, number)
    bare = token.low.isdigit() and len(token.low) == 4 and not number.scaled
    return replace(number, year=bare and 1000 <= value < 2100)


def parse_figure(raw: str, foreign: bool) -> tuple[float, float] | None:
    """Value of a figure and the size of its last digit that counts; None for serial numbers."""
    if len(raw) > _DIGITS:
        return None
    raw = _SPACES.sub("", raw)
    if raw.count(".") and raw.count(","):
        decimal = "." if raw.rfind(".") > raw.rfind(",") else ","
        raw = raw.replace("," if decimal == "." else ".", "").replace(decimal, ".")
    elif _groups(raw, foreign):
        raw = raw.replace(",", "").replace(".", "")
    else:
        raw = raw.replace(",", ".")
    whole, _, part = raw.partition(".")
    if "." in part:
        return None
    if part:
        return float(raw), 10.0 ** -len(part)
    zeros = len(whole) - len(whole.rstrip("0")) if whole.strip("0") else 0
    return float(whole), 10.0**zeros


def _groups(raw: str, foreign: bool) -> bool:
    """Whether the signs in a figure part thousands; a lone point does so only outside English."""
    if not _THOUSANDS.fullmatch(raw) or raw.startswith("0"):
        return False
    return "," in raw or foreign or raw.count(".") > 1


def _slashed(line: Line, number: Number) -> Number | None:
    """`1/3` as a share; dates and models with a slash are nothing."""
    below = line.at(number.stop + 1)
    if below.kind != "figure" or not below.low.isdigit() or not 1 < len(below.low) + 1 <= 3:
        return None
    share = int(below.low)
    if not 2 <= share <= _FINEST_SHARE or not 0 < number.low < share or line.glued(number.stop + 2):
        return None
    value = 100 * number.low / share
    return Number(number.first, number.stop + 2, value, value, fraction=True)


def _scaled(line: Line, number: Number) -> Number:
    """The number with the `million` (or `hundred thousand`) after it, if there is one."""
    for _ in range(2):
        stop = number.stop
        if line.at(stop).low in _HYPHENS and line.glued(stop) and line.at(stop + 1).low in SCALES:
            stop += 1
        word = line.at(stop).low
        if word == "m" and _is_million(line, number):
            return _times(replace(number, stop=stop + 1, scaled=True), 1e6)
        if word not in SCALES or (word == "k" and not line.glued(stop)):
            break
        if word == "bin" and line.at(stop).capital:
            break
        if line.at(stop + 1).low == "." and word in ("тыс", "mio", "mrd", "млн", "млрд"):
            stop += 1
        number = _times(replace(number, stop=stop + 1, scaled=True), SCALES[word])
    return number


def _is_million(line: Line, number: Number) -> bool:
    """`$2.5m` and `2.5m people` are millions, `35m deep` is a length."""
    after = line.at(number.stop + 1)
    people = after.low in PEOPLE or after.low in PLURALS
    return line.at(number.first - 1).low in SIGNS or (line.glued(number.stop) and people)


def _times(number: Number, factor: float) -> Number:
    return replace(
        number,
        low=number.low * factor,
        high=number.high * factor,
        grain=number.grain * factor,
        scale=number.scale * factor,
    )


def _words(line: Line, i: int) -> Number | None:
    """`twenty-four`, `two hundred and fifty thousand`, `a dozen`, `half a million`, `fifth`."""
    first = line[i].low
    if first in ("a", "an"):
        follower = line.at(i + 1).low
        if follower in WORD_SCALES:
            return _scaled(line, Number(i, i + 1, 1, 1))
        if follower == "dozen":
            return Number(i, i + 2, 12, 12)
        if line.phrase(i + 1, 2) in ("couple of", "pair of"):
            return Number(i, i + 3, 2, 2)
        lasts = line.at(i - 1).low in _BEFORE_STRETCH or line.phrase(i + 2, 3) == "and a half"
        return Number(i, i + 1, 1, 1) if lasts and follower in _STRETCHES else None
    if first == "dozen":
        return Number(i, i + 1, 12, 12)
    if first in ORDINALS:
        return Number(i, i + 1, ORDINALS[first], ORDINALS[first], ordinal=True)
    return _compound(line, i)


def _compound(line: Line, i: int) -> Number | None:
    total, group, j, stop, scaled = 0.0, 0.0, i, i, False
    while j < len(line) and j - i < 16:
        word = line[j].low
        if word in TENS and group % 100 == 0:
            group += TENS[word]
        elif word in SMALL and (group == 0 or (group % 10 == 0 and group % 100 != 10)):
            if group % 100 == 0 and stop and group and line.at(j - 1).low not in ("and", "hundred"):
                break
            group += SMALL[word]
        elif word in ORDINALS and group >= 20 and line.glued(j) and ORDINALS[word] < 10:
            return Number(i, j + 1, group + ORDINALS[word], group + ORDINALS[word], ordinal=True)
        elif word == "hundred" and 0 < group < 100:
            group, scaled = group * 100, True
        elif word in WORD_SCALES and group:
            total, group, scaled = total + group * SCALES[word], 0.0, True
        elif word == "dozen" and 0 < group < 100:
            return Number(i, j + 1, group * 12, group * 12, 12)
        elif (word in _HYPHENS and line.glued(j)) or (word == "and" and scaled):
            j += 1
            continue
        else:
            break
        j += 1
        stop = j
    if stop == i:
        return None
    value = total + group
    if value and line.phrase(stop, 3) == "and a half":
        return Number(i, stop + 3, value + 0.5, value + 0.5, 0.5)
    zeros = len(str(int(value))) - len(str(int(value)).rstrip("0")) if value else 0
    return Number(i, stop, value, value, 10.0**zeros, scaled)


def _fraction(line: Line, i: int) -> Number | None:
    """`half`, `a third`, `two-thirds`, `three quarters`, `half a million`, `a quarter of a ...`."""
    j, times = i, 1.0
    if line[i].low in ("a", "an"):
        j += 1
    elif line[i].low in SMALL:
        times, j = float(SMALL[line[i].low]), i + 1
        if line.at(j).low in _HYPHENS:
            j += 1
    word = line.at(j).low
    if word not in FRACTIONS or (word != "half" and j == i) or (times > 1 and word[-1] != "s"):
        return None
    before = line.at(i - 1).low
    if word == "half" and (before in ORDINALS or before in ("other", "better", "and", "its", "-")):
        return None
    if word in ("third", "quarter") and line.at(j + 1).low not in ("of", "more", "less", ",", "."):
        return None
    share = times * FRACTIONS[word]
    return _share_of_scale(line, i, j + 1, share) or Number(i, j + 1, share, share, fraction=True)


def _share_of_scale(line: Line, i: int, j: int, share: float) -> Number | None:
    """`half a million` and `half an hour` are numbers of their own, not shares."""
    rest = line.phrase(j, 3).split()
    skip = 1 if rest[:1] in (["a"], ["an"], ["-"]) else 2 if rest[:2] == ["of", "a"] else 0
    if not skip and rest[:1] != ["dozen"]:
        return None
    word = line.at(j + skip).low
    part = share / 100
    if word in WORD_SCALES or word == "dozen":
        value = part * SCALES.get(word, 12.0)
        return Number(i, j + skip + 1, value, value, value / 10, scaled=True)
    is_time = word in ("hour", "day", "century", "year", "minute", "mile", "metre", "meter", "ton")
    return Number(i, j + skip, part, part, part / 10) if is_time and skip == 1 else None


def _vague(line: Line, i: int) -> Number | None:
    """`dozens of`, `tens of thousands`, `several hundred`, `a few thousand`, `hundreds`."""
    word = line[i].low
    j = i + 1 if word == "a" and line.at(i + 1).low == "few" else i
    head = line[j].low
    if head in FEW:
        scale = line.at(j + 1).low
        if scale not in WORD_SCALES and scale != "dozen":
            return None
        low, high = FEW[head]
        factor = SCALES.get(scale, 12.0)
        stop = j + 2
        if line.at(stop).low in WORD_SCALES:
            factor, stop = factor * SCALES[line[stop].low], stop + 1
        return Number(i, stop, low * factor, high * factor, vague=True)
    if head not in VAGUE and head != "tens":
        return None
    factor, stop = VAGUE.get(head, 10.0), j + 1
    if line.at(stop).low == "of" and line.at(stop + 1).low in VAGUE:
        factor, stop = factor * VAGUE[line[stop + 1].low], stop + 2
    elif head == "tens":
        return None
    if line.at(i - 1).low in SMALL or line.at(i - 1).kind == "figure":
        return None
    return Number(i, stop, VAGUE_LOW * factor, VAGUE_HIGH * factor, vague=True)

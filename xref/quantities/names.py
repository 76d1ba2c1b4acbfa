"""Whether a number is part of a name: `S-400`, `MH17`, `Article 5`, `53rd Brigade`."""

from xref.quantities.calendars import MONTHS, WEEKDAYS
from xref.quantities.lexicon import (
    BOUNDS,
    NAMED_AFTER,
    NAMED_BEFORE,
    PLURALS,
    ROLES,
    SCALES,
    SMALL,
    STOPS,
)
from xref.quantities.numbers import Number
from xref.quantities.tokens import END, Line
from xref.quantities.units import POUNDS, SIGNS, UNITS

_JOINTS = frozenset("-‐‑–/.#@№&_")
_LISTS = frozenset({"and", "or", "-", "–", "/", ",", "&", "und", "y", "et", "e", "и", "ve", "en"})
_BRIGADE_WORDS = 5
"""`53rd anti-aircraft missile brigade` has five tokens between."""


def is_name(line: Line, number: Number, last_name: int) -> bool:
    """Whether the number names a thing; `last_name` is where the last such number stopped."""
    i = number.first
    if number.ordinal:
        return _names_unit(line, number)
    if line[i].kind != "figure":
        return _capital_words(line, number)
    return _glued(line, number) or _listed(line, i, last_name) or _after_name(line, number)


def _names_unit(line: Line, number: Number) -> bool:
    """`53rd anti-aircraft brigade`, `8th Fleet`, `42nd Street`."""
    for j in range(number.stop, number.stop + _BRIGADE_WORDS):
        token = line.at(j)
        if token.low in NAMED_BEFORE:
            return True
        if (token.kind != "word" and token.low not in _JOINTS) or token.low in STOPS:
            break
    return False


def _capital_words(line: Line, number: Number) -> bool:
    """`Channel Four`, `the Big Five`, `the Twelve`: capitals inside a sentence."""
    before, token = line.at(number.first - 1), line[number.first]
    inside = before.kind == "word" and token.capital and number.first > 0
    return (
        inside
        and not line.at(number.stop).capital
        and before.low not in BOUNDS
        and (before.capital or before.low == "the")
    )


def _glued(line: Line, number: Number) -> bool:
    """A figure that touches letters: `MH17`, `S-400`, `Covid-19`, `3D`, `17B`."""
    i, stop = number.first, number.stop
    before, after = line.at(i - 1), line.at(stop)
    if before.low == "/" and line.glued(i) and line.at(i - 2).kind == "figure":
        return True
    if line.glued(i) and before.low not in SIGNS:
        if before.kind == "word" and not before.low.endswith("us"):
            return True
        if before.low in _JOINTS and line.glued(i - 1) and line.at(i - 2).kind == "word":
            return line.at(i - 2).low not in MONTHS and before.low != "."
    if not line.glued(stop) or after.kind != "word" or number.scaled:
        return False
    return after.low not in UNITS and after.low not in POUNDS and after.low not in SCALES


def _listed(line: Line, i: int, last_name: int) -> bool:
    """`Nord Stream 1 and 2`: a bare number joined to one that is a name."""
    joined = last_name == i - 1 and line.at(i - 1).low in _LISTS
    return joined and not _counts(line, i + 1)


def _after_name(line: Line, number: Number) -> bool:
    """`Article 5`, `Flight 17`, `JT 610`, `Boeing 737`."""
    i = number.first
    before = line.at(i - 1)
    hyphen = before.low in ("-", "–") and line.glued(i) and line.glued(i - 1)
    if hyphen or (before.low == "." and line.at(i - 2).low == "no"):
        before = line.at(i - 2)
    if before.kind is None and before.low not in NAMED_AFTER:
        return False
    if before.low in NAMED_AFTER and (before.capital or not _counts(line, number.stop)):
        return before.low != "no" or line.at(i - 1).low == "."
    if number.scaled or not before.capital or before.low in BOUNDS or before.low in WEEKDAYS:
        return False
    return _proper(line, i) and not _counts(line, number.stop)


def _proper(line: Line, i: int) -> bool:
    """Whether the capitalised word before is a name, not the first word of a sentence."""
    before = line.at(i - 1)
    if before.low in STOPS or before.low in SMALL or before.low in ROLES or before.low in MONTHS:
        return False
    previous = line.at(i - 2)
    return previous is not END and (previous.kind == "word" or before.end - before.start <= 3)


def _counts(line: Line, i: int) -> bool:
    """Whether token i looks like a unit or a noun in the plural, so that something is counted."""
    token = line.at(i)
    if token.kind != "word":
        return token.low in ("%",)
    plural = token.low in PLURALS or (token.low.endswith("s") and len(token.low) > 3)
    known = token.low in UNITS or token.low in ROLES or token.low in SCALES
    return (plural or known or line.at(i + 1).low in PLURALS) and token.low not in STOPS

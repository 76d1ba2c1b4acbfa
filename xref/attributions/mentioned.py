"""Persons whom a text names, by surname: among whom `he` may have to choose.

No list of names is read: a surname shows itself behind a title or an office, or behind a given name
where no word of the two stands anywhere in small letters. One too many only leaves a pronoun open.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from xref.attributions.quotes import Span, inside
from xref.attributions.sources import ROLES
from xref.attributions.words import listed

_SMALL_LETTERS = "a-zа-яё"
_CAPITAL = (
    rf"[^\W\d_{_SMALL_LETTERS}][^\W\d_]*[{_SMALL_LETTERS}][^\W\d_]*"
    rf"(?:[-’'](?!s\b)[^\W\d_{_SMALL_LETTERS}][^\W\d_]*)*(?![^\W_])"
)
_TITLED = re.compile(
    rf"\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Col|Capt|Lt|Sgt|Prof|Sir|Lady|President|Senator|Governor"
    rf"|Minister|Chancellor|Secretary|Pope|Judge|Justice|Mayor|Speaker)\.? (?:{_CAPITAL} ){{0,2}}?"
    rf"({_CAPITAL})(?! {_CAPITAL})"
)
_FULL = re.compile(rf"\b({_CAPITAL}) (?:[A-Z]\. )?({_CAPITAL})(?! {_CAPITAL})")
_WORD = re.compile(rf"\b{_CAPITAL}")
_SMALL = re.compile(rf"(?<![\w./@#-])[{_SMALL_LETTERS}]+(?![\w/@-]|\.\w)")
_NO_PERSONS = listed(
    "the a an in on at for and but he she it they we this that when while after before if as mr mrs"
    " ms dr republican republicans democrat democrats democratic american americans british russian"
    " chinese european monday tuesday wednesday thursday friday saturday sunday january february"
    " march april may june july august september october november december north south east west"
    " new san los las united states america house senate congress court party times post news"
    " university college institute center street avenue county city department agency bureau"
    " committee council act bill law association union company group bank fund foundation press"
    " white capitol supreme national federal state international islamic republic kingdom"
    " jersey york hampshire carolina dakota virginia mexico zealand francisco angeles vegas diego"
    " arabia korea africa america lanka rico amendment bowl lives security service force forces"
    " medicare medicaid obamacare twitter facebook google youtube getty images"
)
"""Words that make two capital words the name of something else."""


@lru_cache(maxsize=4)
def surnames(text: str) -> frozenset[str]:
    """The surnames of the persons whom a text names in full or by title."""
    small = set(_SMALL.findall(text))
    titled = {match[1] for match in _TITLED.finditer(text) if match[1].lower() not in small}
    full = {
        match[2]
        for match in _FULL.finditer(text)
        if not any(_common(word, small) for word in match.groups())
    }
    return frozenset(word for word in titled | full if word.lower() not in _NO_PERSONS)


def _common(word: str, small: set[str]) -> bool:
    return word.lower() in small or word.lower() in _NO_PERSONS or word.lower() in ROLES


def mentions(text: str, start: int, end: int, quoted: list[Span]) -> Iterator[str]:
    """Yield the surnames that stand in a passage, outside quotation marks."""
    known = surnames(text)
    for match in _WORD.finditer(text, start, end) if known else ():
        if match.group() in known and not inside(quoted, match.start()):
            yield match.group()

"""Text that was copied: word n-grams of the shorter text found in the longer one.

Containment of shingles (Broder 1997), on the few texts that speak of one claim, so exactly and
without an index. n-grams miss reworded copies: what they find is copied, what they do not find is
not shown to be independent.
"""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from xref.records import Article
from xref.settings import Settings

_MOST_WORDS = 3_000
"""Bounds the alignment's time; a copied story shows itself well before."""
_SHOWN_WORDS = 25


@dataclass(frozen=True, slots=True)
class Copy:
    """Two texts of which one holds much of the other."""

    share: float
    """Share of the shorter text's n-grams found in the other, 0 to 1."""
    words: str
    """The longest run that both have."""


class Reuse:
    """Compares texts pair by pair; each text is cut into n-grams once, each pair compared once."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._shingles: dict[str, frozenset[tuple[str, ...]]] = {}
        self._copies: dict[tuple[str, str], Copy | None] = {}

    def copy(self, one: Article, other: Article) -> Copy | None:
        """Return what the two share where one is a copy of the other; else None."""
        key = (min(one.id, other.id), max(one.id, other.id))
        if key not in self._copies:
            self._copies[key] = self._compare(one, other)
        return self._copies[key]

    def _compare(self, one: Article, other: Article) -> Copy | None:
        a, b = self._cut(one), self._cut(other)
        smaller = min(len(a), len(b))
        share = len(a & b) / smaller if smaller else 0.0
        if share < self._settings.copy_containment:
            return None
        return Copy(round(share, 4), _longest_run(one.text, other.text))

    def _cut(self, article: Article) -> frozenset[tuple[str, ...]]:
        if article.id not in self._shingles:
            words, n = _words(article.text), self._settings.copy_words
            self._shingles[article.id] = frozenset(
                tuple(words[i : i + n]) for i in range(len(words) - n + 1)
            )
        return self._shingles[article.id]


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())[:_MOST_WORDS]


def _longest_run(one: str, other: str) -> str:
    a, b = _words(one), _words(other)
    run = SequenceMatcher(None, a, b, autojunk=False).find_longest_match()
    return " ".join(a[run.a : run.a + min(run.size, _SHOWN_WORDS)])

"""Lines that an outlet prints again and again, on pages of many weeks: its furniture."""

import re
import sqlite3
from collections.abc import Sequence
from datetime import date

from xref.corpus.history import Ours
from xref.settings import ClaimSettings

_LEAST_WORDS = 3
"""Shorter lines are too common as words to be looked up, and are headings by their form."""


def repeated(
    conn: sqlite3.Connection,
    texts: Sequence[str],
    ours: Ours,
    besides: str,
    limits: ClaimSettings,
) -> frozenset[str]:
    """Return the texts that `ours` print, word for word, on enough pages over enough days.

    The article `besides` is passed over, whatever versions of it are held.
    """
    return frozenset(text for text in texts if _often(_days(conn, text, ours, besides), limits))


def _often(days: dict[str, tuple[str, str]], limits: ClaimSettings) -> bool:
    if len(days) < limits.repeated_articles:
        return False
    first, last = min(a for a, _ in days.values()), max(b for _, b in days.values())
    return (date.fromisoformat(last) - date.fromisoformat(first)).days > limits.repeated_days


def _days(
    conn: sqlite3.Connection, text: str, ours: Ours, besides: str
) -> dict[str, tuple[str, str]]:
    """Return the days between which each article that prints the text may have appeared."""
    words = re.findall(r"\w+", text)
    if len(words) < _LEAST_WORDS:
        return {}
    found = conn.execute(
        "SELECT a.id, a.outlet, a.domain, v.first_day, v.last_day FROM claims_words w "
        "JOIN claims c ON c.id = w.rowid JOIN versions v ON v.id = c.version "
        "JOIN articles a ON a.id = v.article WHERE claims_words MATCH ? AND c.text = ? "
        "AND a.id != ? AND v.first_day IS NOT NULL",
        (f'"{" ".join(words)}"', text, besides),
    )
    return {
        id_: (first, last) for id_, outlet, domain, first, last in found if ours(outlet, domain)
    }

"""The articles of some outlets over time, each with the versions that were seen of it."""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass

from xref.corpus import rows
from xref.records import Article

Ours = Callable[[str, str | None], bool]
"""Whether an outlet, by name and domain, is one of those that are asked for."""


@dataclass(frozen=True, slots=True)
class Version:
    """One text that was seen at an article's address."""

    number: int
    seen_at: str
    """UTC."""
    text: str


@dataclass(frozen=True, slots=True)
class History:
    """An article as it is now, and all versions, the oldest first."""

    article: Article
    day: str | None
    """The first day that its date can mean."""
    versions: tuple[Version, ...]


def read(
    conn: sqlite3.Connection, ours: Ours, since: str | None, until: str | None
) -> list[History]:
    """Return the histories between two days, by day and id; undated ones only without bounds."""
    found = conn.execute(
        "SELECT v.id, a.id, a.outlet, a.domain, v.first_day FROM versions v "
        "JOIN articles a ON a.id = v.article WHERE v.current "
        "AND v.id NOT IN (SELECT version FROM fact_checks) "
        "ORDER BY v.first_day IS NULL, v.first_day, a.id"
    ).fetchall()
    return [
        History(
            rows.article(conn.execute(rows.SELECT_ARTICLE, (version,)).fetchone()),
            day,
            _versions(conn, article),
        )
        for version, article, outlet, domain, day in found
        if ours(outlet, domain) and _within(day, since, until)
    ]


def _within(day: str | None, since: str | None, until: str | None) -> bool:
    if day is None:
        return since is None and until is None
    return (since or "") <= day <= (until or "9999")


def _versions(conn: sqlite3.Connection, article: str) -> tuple[Version, ...]:
    told = conn.execute(
        "SELECT number, ingested_at, text FROM versions WHERE article = ? ORDER BY number",
        (article,),
    )
    return tuple(Version(*row) for row in told)

"""Reviews of claims (ClaimReview) <-> rows of the corpus file.

A review is kept as an article whose text is the reviewed claim, so that a search finds it as it
finds any passage; a row in `fact_checks` says that it is none.
"""

import sqlite3
from collections.abc import Iterator
from dataclasses import astuple, replace
from typing import Any

from xref.records import Article, FactCheck


def write(conn: sqlite3.Connection, version: int, found: FactCheck | None) -> None:
    """Say that a version is a review; nothing where it is an article."""
    if found:
        conn.execute("INSERT INTO fact_checks VALUES (?, ?, ?, ?)", (version, *astuple(found)))


def marked(conn: sqlite3.Connection, version: int, article: Article) -> Article:
    """Return the article with what it says of its claim, where it is a review."""
    row = conn.execute(
        "SELECT rating, claimant, claimed FROM fact_checks WHERE version = ?", (version,)
    ).fetchone()
    return replace(article, fact_check=FactCheck(*row)) if row else article


def current(conn: sqlite3.Connection, article: str | None = None) -> Iterator[tuple[Any, ...]]:
    """Yield id, rating, claimant and date of the current reviews, of one article or of all."""
    yield from conn.execute(
        "SELECT v.article, f.rating, f.claimant, f.claimed FROM fact_checks f "
        "JOIN versions v ON v.id = f.version AND v.current "
        "WHERE v.article = coalesce(?, v.article) ORDER BY v.article",
        (article,),
    )


def counted(conn: sqlite3.Connection) -> list[tuple[str, int]]:
    """Return who reviewed claims, and how many, by name."""
    return conn.execute(
        "SELECT a.outlet, count(*) FROM fact_checks f JOIN versions v ON v.id = f.version "
        "AND v.current JOIN articles a ON a.id = v.article GROUP BY a.outlet ORDER BY a.outlet"
    ).fetchall()

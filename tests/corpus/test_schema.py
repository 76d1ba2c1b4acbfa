"""The file as other programs meet it: plain SQLite, commented, with foreign keys and words."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from xref.corpus.schema import APPLICATION_ID, MIGRATIONS, migrations


@pytest.fixture
def conn(undisturbed: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(f"file:{undisturbed}?mode=ro", uri=True)) as held:
        yield held


def test_comments_stay_in_the_file(conn: sqlite3.Connection) -> None:
    schema = dict(conn.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'"))
    for table in (
        "articles",
        "versions",
        "claims",
        "encoders",
        "embeddings",
        "unreadable",
        "checks",
        "checked_claims",
        "relations",
        "fact_checks",
    ):
        assert "    -- " in schema[table]
    assert "-- offset in versions.text, in code points" in schema["claims"]


@pytest.mark.parametrize(
    ("table", "keys"),
    [
        ("versions", {("article", "articles")}),
        ("claims", {("version", "versions")}),
        ("embeddings", {("claim", "claims"), ("encoder", "encoders")}),
        ("checked_claims", {("check", "checks")}),
        ("relations", {("claim", "checked_claims"), ("passage", "claims")}),
        ("fact_checks", {("version", "versions")}),
    ],
)
def test_foreign_keys(conn: sqlite3.Connection, table: str, keys: set[tuple[str, str]]) -> None:
    rows = conn.execute(f"PRAGMA foreign_key_list({table})")
    assert {(row[3], row[2]) for row in rows} == keys


def test_words_with_plain_sql(conn: sqlite3.Connection) -> None:
    rows = conn.execute(
        "SELECT a.outlet, c.text FROM claims_words w JOIN claims c ON c.id = w.rowid "
        "JOIN versions v ON v.id = c.version JOIN articles a ON a.id = v.article "
        "WHERE w.claims_words MATCH 'patriot' ORDER BY rank"
    ).fetchall()
    assert rows
    assert all("patriot" in text.lower() for _, text in rows)


def test_offsets_are_those_of_the_text(conn: sqlite3.Connection) -> None:
    rows = conn.execute(
        'SELECT c.text, substr(v.text, c.start + 1, c."end" - c.start), c.kind FROM claims c '
        "JOIN versions v ON v.id = c.version"
    ).fetchall()
    assert len(rows) > 100
    assert all(text == cut for text, cut, kind in rows if kind != "headline")


def test_vectors_are_float32_of_length_1(conn: sqlite3.Connection) -> None:
    import numpy as np

    (dimensions,) = conn.execute("SELECT dimensions FROM encoders").fetchone()
    blobs = [blob for (blob,) in conn.execute("SELECT vector FROM embeddings")]
    rows = np.frombuffer(b"".join(blobs), "<f4").reshape(len(blobs), dimensions)
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)


def test_marks(conn: sqlite3.Connection) -> None:
    assert conn.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert conn.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    applied = conn.execute("SELECT name FROM _sqlite_migrations").fetchall()
    assert {name for (name,) in applied} == MIGRATIONS


def test_every_migration_is_known() -> None:
    assert {migration.name for migration in migrations._migrations} == MIGRATIONS

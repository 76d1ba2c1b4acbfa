"""A corpus file -> what in it is not as it was stored."""

import hashlib
import sqlite3
import zlib
from collections.abc import Iterator

from xref.records import NotJudged


def mismatches(connection: sqlite3.Connection) -> Iterator[NotJudged]:
    """Yield each text, statement and body that no longer is what its hash or place says."""
    for (told,) in connection.execute("PRAGMA integrity_check(20)"):
        if told != "ok":
            yield NotJudged("the file", f"SQLite says: {told}")
    yield from _texts(connection)
    yield from _statements(connection)
    yield from _bodies(connection)


def _texts(connection: sqlite3.Connection) -> Iterator[NotJudged]:
    for article, url, number, text, digest in connection.execute(
        "SELECT a.id, a.url, v.number, v.text, v.text_sha256 FROM versions v "
        "JOIN articles a ON a.id = v.article ORDER BY a.id, v.number"
    ):
        if hashlib.sha256(text.encode()).hexdigest() != digest:
            yield NotJudged(
                f"version {number} of {url or article}", "its text does not match its SHA-256", url
            )


def _statements(connection: sqlite3.Connection) -> Iterator[NotJudged]:
    # substr counts characters from 1, as the offsets count code points from 0.
    for url, start in connection.execute(
        "SELECT a.url, c.start FROM claims c JOIN versions v ON v.id = c.version "
        'JOIN articles a ON a.id = v.article WHERE substr(v.text, c.start + 1, c."end" - c.start) '
        "IS NOT c.text ORDER BY a.id, c.start"
    ):
        yield NotJudged(
            f"the statement at {start} of {url}", "its words do not stand in the text there", url
        )


def _bodies(connection: sqlite3.Connection) -> Iterator[NotJudged]:
    for url, digest, packed in connection.execute(
        "SELECT a.url, b.sha256, b.packed FROM bodies b JOIN answers a ON a.id = "
        "(SELECT min(id) FROM answers WHERE body = b.sha256) ORDER BY b.sha256"
    ):
        try:
            same = hashlib.sha256(zlib.decompress(packed)).hexdigest() == digest
        except (zlib.error, TypeError):
            same = False
        if not same:
            yield NotJudged(
                f"what {url} answered", "the bytes as fetched do not match their SHA-256", url
            )

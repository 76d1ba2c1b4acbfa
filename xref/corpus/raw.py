"""An article -> its page as the server sent it, where the corpus fetched it itself."""

import json
import sqlite3
import zlib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RawPage:
    """What a server sent, byte for byte."""

    url: str
    """Where it was in the end."""
    headers: tuple[tuple[str, str], ...]
    fetched_at: str
    """UTC."""
    sha256: str
    """As it was stored with the answer."""
    body: bytes


def page(conn: sqlite3.Connection, article: str) -> RawPage | None:
    """Return the last page that an article was read from; None where it came in another way."""
    row = conn.execute(
        "SELECT a.url, a.headers, a.fetched_at, b.sha256, b.packed FROM addresses d "
        "JOIN answers a ON a.address = d.key JOIN bodies b ON b.sha256 = a.body "
        "WHERE d.article = ? AND d.state = 'read' ORDER BY a.id DESC LIMIT 1",
        (article,),
    ).fetchone()
    if row is None:
        return None
    url, headers, at, digest, packed = row
    told = tuple((str(name), str(value)) for name, value in json.loads(headers))
    return RawPage(url, told, at, digest, _unpacked(packed))


def _unpacked(packed: bytes) -> bytes:
    """The bytes as they came; none where the file is damaged, which their SHA-256 then tells."""
    try:
        return zlib.decompress(packed)
    except zlib.error:
        return b""

"""WARC -> pages: the answers that an archive holds, as a stream, one at a time.

Common Crawl's news archive, Heritrix and wget write such files. Nothing of a record is kept once
the next one is read.
"""

import io
from collections.abc import Iterable, Iterator
from contextlib import redirect_stderr
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from xref.errors import SourceUnreadable
from xref.fetching.pages import Page

_PIECE = 1 << 14
_PAGES = ("text/html", "application/xhtml+xml")


@dataclass(frozen=True, slots=True)
class Archived:
    """One page of an archive."""

    page: Page
    fetched: datetime | None
    problem: str | None = None
    """Why its body is not there to be read."""


class _Stream:
    """Pieces of bytes as the file that warcio wants to read."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._pieces = iter(pieces)
        self._rest = b""

    def read(self, size: int = -1) -> bytes:
        """Give up to so many bytes; nothing at the end."""
        while not self._rest:
            piece = next(self._pieces, None)
            if piece is None:
                return b""
            self._rest = piece
        taken = self._rest if size < 0 else self._rest[:size]
        self._rest = self._rest[len(taken) :]
        return taken


def pages(pieces: Iterable[bytes], most: int) -> Iterator[Archived]:
    """Yield the web pages of an archive, in its order; other records are passed over.

    Args:
        pieces: the archive, unpacked.
        most: bytes of one page; a larger one is given without its body.

    Raises:
        SourceUnreadable: the archive is damaged; what came before is good.
    """
    from warcio.archiveiterator import ArchiveIterator

    try:
        # warcio tells standard error of what is not well-formed; we have our own words for it.
        with redirect_stderr(io.StringIO()):
            records = ArchiveIterator(_Stream(pieces))
        while True:
            with redirect_stderr(io.StringIO()):
                record = next(records, None)
                found = _page(record, most) if record else None
            if record is None:
                return
            if found is not None:
                yield found
    except SourceUnreadable:
        raise
    except Exception as error:  # what warcio raises on damaged files has no common kind
        raise SourceUnreadable(
            f"the archive is damaged or breaks off ({type(error).__name__}); "
            "what came before was read"
        ) from error


def _page(record: Any, most: int) -> Archived | None:
    http = record.http_headers
    if record.rec_type not in ("response", "resource"):
        return None
    kind = (http.get_header("Content-Type") if http else record.content_type) or ""
    if not kind.strip().lower().startswith(_PAGES):
        return None
    status = _status(http)
    body = _body(record, most)
    problem = None
    if status != 200:
        problem = f"the archive holds an answer without a page (status {status})"
    elif len(body) > most:
        problem = f"larger than {most // 1_000_000} MB, which is no single article"
    elif getattr(record.raw_stream, "limit", 0):
        problem = "its record in the archive breaks off"
    headers = tuple((str(k), str(v)) for k, v in http.headers) if http else ()
    url = (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>")
    page = Page(url, kind, b"" if problem else body, status, headers)
    return Archived(page, _date(record.rec_headers.get_header("WARC-Date")), problem)


def _status(http: Any) -> int:
    code = http.get_statuscode() if http else "200"
    return int(code) if code.isascii() and code.isdigit() else 0


def _body(record: Any, most: int) -> bytes:
    """Read a record's content, unpacked, until there is more than is taken."""
    stream, body = record.content_stream(), bytearray()
    while len(body) <= most and (piece := stream.read(_PIECE)):
        body += piece
    return bytes(body)


def _date(written: str | None) -> datetime | None:
    try:
        moment = datetime.fromisoformat(written or "")
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)

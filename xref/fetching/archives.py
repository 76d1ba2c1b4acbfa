"""WARC -> pages: the answers that an archive holds, as a stream, one at a time.

Common Crawl's news archive, Heritrix and wget write such files. Nothing of a record is kept once
the next one is read.
"""

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from xref.errors import SourceUnreadable
from xref.fetching.pages import Page

_PAGES = ("text/html", "application/xhtml+xml")


@dataclass(frozen=True, slots=True)
class Archived:
    """One page of an archive."""

    page: Page
    fetched: datetime
    problem: str | None = None
    """Why its body is not there to be read."""


class _Stream(io.RawIOBase):
    """Pieces of bytes as the file that fastwarc wants to read."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._pieces = iter(pieces)
        self._rest = b""

    def readable(self) -> bool:
        """Say yes."""
        return True

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
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    wanted = WarcRecordType.response | WarcRecordType.resource
    try:
        for record in ArchiveIterator(
            _Stream(pieces), record_types=wanted, parse_http=True, auto_decode="all"
        ):
            found = _page(record, most)
            if found is not None:
                yield found
    except SourceUnreadable:
        raise
    except Exception as error:  # fastwarc's errors have no common kind
        raise SourceUnreadable(
            f"the archive is damaged or breaks off ({type(error).__name__}); "
            "what came before was read"
        ) from error


def _page(record: Any, most: int) -> Archived | None:
    url = record.headers.get("WARC-Target-URI") or ""
    http = record.http_headers
    kind = (http.get("Content-Type") if http else record.http_content_type) or ""
    if not kind.strip().lower().startswith(_PAGES):
        return None
    status = int(http.status_code) if http and http.status_code else 200
    body = record.reader.read(most + 1)
    problem = None
    if status != 200:
        problem = f"the archive holds an answer without a page (status {status})"
    elif len(body) > most:
        problem = f"larger than {most // 1_000_000} MB, which is no single article"
    headers = tuple((str(k), str(v)) for k, v in http.items()) if http else ()
    page = Page(url.strip("<>"), kind, b"" if problem else body, status, headers)
    return Archived(page, _date(record), problem)


def _date(record: Any) -> datetime:
    moment: datetime | None = record.record_date
    if moment is None:
        return datetime.now(UTC)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)

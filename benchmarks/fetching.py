"""Filling a corpus: a made-up web of 30 outlets and 5,000 pages, and an archive of 20,000 records.

The web answers from loopback addresses of this machine (`benchmarks.newsroom`); encoding is left
out, so that what is timed is asking, reading and storing. The baseline asks for the same pages one
after the other with httpx, without pauses, and keeps nothing; another writes the same bytes to
files. The archive is made of the articles of the data folder. Peak memory is that of a process of
its own.
"""

import io
import multiprocessing
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from html import escape
from itertools import islice
from pathlib import Path
from typing import Any

from benchmarks.crawling import crawled, killed
from benchmarks.tables import Data, Row, run
from xref import articles
from xref.articles.characters import pieces
from xref.fetching import archives
from xref.settings import READING

PAGES = 5_000
KILLS = 30
RECORDS, FEW_RECORDS = 20_000, 2_000
READ = 1_000
"""Records whose text is read, too."""


def measure(data: Data) -> Iterator[Row]:
    """Yield what came of the web, of rounds that were killed, and of the archive."""
    with tempfile.TemporaryDirectory() as folder:
        yield from crawled(Path(folder), PAGES)
        yield from killed(Path(folder), KILLS)
        yield from archived(Path(folder), data)


# -- archives --------------------------------------------------------------------------------


def archived(folder: Path, data: Data) -> Iterator[Row]:
    """Yield how fast archives are read, and with how much memory."""
    rows = [row for name in data.names("articles/allsides-*") for row in data.read(name) or []]
    for count in (FEW_RECORDS, RECORDS):
        if not rows:
            return
        path = folder / f"{count}.warc.gz"
        write_archive(path, rows, count)
        seconds, megabytes, found = _apart(_stream, path, count)
        yield Row(f"WARC of {count}", "records alone", "records/s", found / seconds, found)
        yield Row(f"WARC of {count}", "records alone", "peak MB", megabytes, found)
        seconds, megabytes, found = _apart(_read, path, READ)
        yield Row(f"WARC of {count}", "articles", "records/s", found / seconds, found)
        yield Row(f"WARC of {count}", "articles", "peak MB", megabytes, found)


def write_archive(path: Path, rows: Sequence[dict[str, Any]], count: int) -> None:
    """Write articles as the pages of an archive, each record packed alone, as in CC-NEWS."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    with path.open("wb") as stream:
        writer = WARCWriter(stream, gzip=True)
        for number in range(count):
            row = rows[number % len(rows)]
            said = [("Content-Type", "text/html; charset=utf-8")]
            record = writer.create_warc_record(
                f"https://archive.example/{number}",
                "response",
                payload=io.BytesIO(_html(row)),
                http_headers=StatusAndHeaders("200 OK", said, protocol="HTTP/1.1"),
            )
            writer.write_record(record)


def _html(row: dict[str, Any]) -> bytes:
    body = "".join(f"<p>{escape(part)}</p>" for part in str(row["text"]).split("\n\n"))
    title = escape(str(row["title"]))
    head = f"<title>{title}</title><meta property='og:site_name' content='Archive'>"
    page = f"<!doctype html><html><head>{head}</head><body><article><h1>{title}</h1>{body}"
    return f"{page}</article></body></html>".encode()


def _stream(path: Path, most: int) -> int:
    with path.open("rb") as stream:
        from xref.articles.characters import unpacked

        found = archives.pages(unpacked(pieces(stream), READING), READING.file_bytes)
        return sum(1 for _ in islice(found, most))


def _read(path: Path, most: int) -> int:
    return sum(1 for _ in islice(articles.read(str(path)), most))


def _apart(work: Any, path: Path, most: int) -> tuple[float, float, int]:
    """Do it in a process of its own; return seconds, peak megabytes and the count."""
    context = multiprocessing.get_context("spawn")
    with context.Pool(1) as pool:
        return pool.apply(_timed, (work, path, most))


def _timed(work: Any, path: Path, most: int) -> tuple[float, float, int]:
    began = time.monotonic()
    found = work(path, most)
    seconds = time.monotonic() - began
    return seconds, _peak(), found


def _peak() -> float:
    """Return the most megabytes this process had; getrusage would count its parent's as well."""
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) / 1_000


if __name__ == "__main__":
    sys.exit(run("fetching", measure))

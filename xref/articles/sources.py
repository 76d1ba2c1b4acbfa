"""What the user points to -> documents: the files of a folder, a page, standard input."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import BinaryIO

from xref.articles import characters, metadata
from xref.articles.characters import one_line
from xref.articles.found import Place
from xref.errors import SourceMissing
from xref.fetching.pages import Page
from xref.records import NotJudged


class Kind(Enum):
    """How a document is written."""

    JSON_LINES = auto()
    TABLE = auto()
    ARCHIVE = auto()
    TEXT = auto()
    PAGE = auto()
    UNTOLD = auto()
    """Its beginning has to say."""


Fetch = Callable[[str], Page]
"""How an address is fetched; `fetching.pages.fetch` with its limits filled in."""

_SUFFIXES = {
    ".jsonl": Kind.JSON_LINES,
    ".ndjson": Kind.JSON_LINES,
    ".json": Kind.JSON_LINES,
    ".jsonld": Kind.JSON_LINES,
    ".csv": Kind.TABLE,
    ".tsv": Kind.TABLE,
    ".warc": Kind.ARCHIVE,
    ".txt": Kind.TEXT,
    ".md": Kind.TEXT,
    ".html": Kind.PAGE,
    ".htm": Kind.PAGE,
}
_CONTENT_TYPES = {
    "text/html": Kind.PAGE,
    "application/xhtml+xml": Kind.PAGE,
    "text/markdown": Kind.TEXT,
    "application/json": Kind.JSON_LINES,
    "application/ld+json": Kind.JSON_LINES,
    "application/x-ndjson": Kind.JSON_LINES,
    "application/jsonl": Kind.JSON_LINES,
}
READ = ", ".join(_SUFFIXES)
"""The endings of file names that a folder is searched for, for messages."""


@dataclass(frozen=True, slots=True)
class Document:
    """One thing to read: where it is, how it is written, and how to get its bytes."""

    place: Place
    kind: Kind
    pieces: Callable[[], Iterator[bytes]]
    charset: str | None = None


def is_folder(source: str) -> bool:
    """Whether the source is a folder, and not an address or standard input."""
    return source != "-" and os.path.isdir(source)


def require(source: str) -> None:
    """See that there is something to read.

    Raises:
        SourceMissing: neither a file or folder, nor an address, nor `-`.
    """
    if source == "-" or metadata.is_web(source) or os.path.exists(source):
        return
    raise SourceMissing(
        f"There is nothing at {one_line(source, 200) or 'an empty name'}; "
        "give a file, a folder, an address with http:// or https://, or - for standard input."
    )


def documents(source: str, fetch: Fetch, stdin: BinaryIO) -> Iterator[Document | NotJudged]:
    """Give the documents of a source in order, and what of a folder is none."""
    if source == "-":
        yield Document(
            Place("standard input", "stdin"), Kind.UNTOLD, lambda: characters.pieces(stdin)
        )
    elif metadata.is_web(source):
        yield of_page(fetch(source))
    elif is_folder(source):
        yield from _folder(source)
    else:
        yield _file(Path(source), _kind(source) or Kind.UNTOLD)


def of_page(page: Page) -> Document:
    """Give a fetched page as a document."""
    media, _, rest = page.content_type.partition(";")
    charset = rest.lower().partition("charset=")[2].partition(";")[0].strip(" \"'")
    place = Place(page.url, page.url, address=page.url)
    kind = _CONTENT_TYPES.get(media.strip().lower(), Kind.UNTOLD)
    return Document(place, kind, lambda: iter([page.body]), charset or None)


def _file(path: Path, kind: Kind) -> Document:
    return Document(Place(str(path), f"file:{os.path.abspath(path)}"), kind, lambda: _bytes(path))


def _bytes(path: Path) -> Iterator[bytes]:
    with path.open("rb") as stream:
        yield from characters.pieces(stream)


def _folder(folder: str) -> Iterator[Document | NotJudged]:
    """Walk a folder by name, files before folders; links to folders are not followed."""
    closed: list[OSError] = []
    empty = True
    for here, folders, files in os.walk(folder, onerror=closed.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        # What ends in .xref are the sign-offs beside an article.
        for name in sorted(n for n in files if not n.startswith(".") and not n.endswith(".xref")):
            empty = False
            yield _entry(Path(here, name))
    for error in closed:
        yield NotJudged(one_line(str(error.filename), 300), f"cannot be opened ({error.strerror})")
    if empty and not closed:
        yield NotJudged(one_line(folder, 300), f"the folder holds no file that is read ({READ})")


def _entry(path: Path) -> Document | NotJudged:
    kind = _kind(path.name)
    # A named pipe would be waited on for ever.
    if kind is None or not path.is_file():
        return NotJudged(one_line(str(path), 300), f"not a kind of file that is read ({READ})")
    return _file(path, kind)


def _kind(name: str) -> Kind | None:
    path = Path(name.lower())
    return _SUFFIXES.get(Path(path.stem).suffix if path.suffix == ".gz" else path.suffix)

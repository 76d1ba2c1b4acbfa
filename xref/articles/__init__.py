"""source -> article: files, folders, JSON Lines, pages and standard input.

`read` takes all that is there, for the corpus; `load` takes the one article to check. What cannot
be read travels on as `NotJudged`; only `load`, which has nothing else to do, makes it an error.
"""

import sys
from collections.abc import Callable, Iterator
from functools import partial
from typing import BinaryIO

from xref.articles import archived, characters
from xref.articles.characters import one_line
from xref.articles.found import UNNAMED, settle
from xref.articles.metadata import Given
from xref.articles.opening import found_in
from xref.articles.sources import Document, Fetch, Kind, documents, is_folder, require
from xref.articles.walls import Walls
from xref.errors import FetchError, OptionError, SourceUnreadable
from xref.fetching import pages
from xref.records import Article, NotJudged
from xref.settings import READING, ReadingLimits

__all__ = [
    "UNNAMED",
    "Fetch",
    "Given",
    "load",
    "read",
]

_NOTHING = Given()


def read(
    source: str,
    given: Given = _NOTHING,
    *,
    limits: ReadingLimits = READING,
    fetch: Fetch = pages.fetch,
    stdin: BinaryIO | None = None,
) -> Iterator[Article | NotJudged]:
    """Read every article of a source, in a fixed order, and say what could not be read.

    Args:
        source: a file, a folder, an http or https address, or `-` for standard input.
        given: what the command line says; it overrides what the source says.
        limits: how much is read of what.
        fetch: how an address is fetched.
        stdin: what `-` stands for; the process's standard input by default.

    Raises:
        SourceMissing: there is nothing at the source.
        OptionError: a title or an address was given for more than one article.
    """
    require(source)
    if given.of_one and is_folder(source):
        raise _several(source)
    settled = partial(_settled, given=given, limits=limits, unnamed=False)
    found = documents(source, fetch, stdin or sys.stdin.buffer)
    items = _reported(_screened(found, settled), source)
    return _one_article(items, source) if given.of_one else items


def load(
    source: str,
    given: Given = _NOTHING,
    *,
    limits: ReadingLimits = READING,
    fetch: Fetch = pages.fetch,
    stdin: BinaryIO | None = None,
) -> Article:
    """Read the one article of a source; the arguments are those of `read`.

    Raises:
        SourceMissing: there is nothing at the source.
        SourceUnreadable: there is no text to be had from it, or more than one article.
        FetchError: the address did not answer, or not with a page.
    """
    require(source)
    name = one_line(source, limits.name_characters)
    if is_folder(source):
        raise SourceUnreadable(f"{name} is a folder; give one of its files.")
    settled = partial(_settled, given=given, limits=limits, unnamed=True)
    article: Article | None = None
    problem: NotJudged | None = None
    for item in _items(documents(source, fetch, stdin or sys.stdin.buffer), settled):
        if isinstance(item, NotJudged):
            problem = problem or item
        elif item.fact_check:
            raise SourceUnreadable(
                f"{name} is a fact-check (ClaimReview), which `xref ingest` keeps; to check its "
                "text, give it as a text."
            )
        elif article is None:
            article = item
        else:
            raise SourceUnreadable(
                f"{name} holds more than one article; put the one to check into a file of its own."
            )
    if article is None:
        raise SourceUnreadable(
            f"{problem.what}: {problem.reason}." if problem else f"{name} holds no article."
        )
    return article


def _items(
    found: Iterator[Document | NotJudged],
    settled: Callable[[Document], Iterator[Article | NotJudged]],
) -> Iterator[Article | NotJudged]:
    for document in found:
        if isinstance(document, NotJudged):
            yield document
        else:
            yield from settled(document)


def _screened(
    found: Iterator[Document | NotJudged],
    settled: Callable[[Document], Iterator[Article | NotJudged]],
) -> Iterator[Article | NotJudged]:
    """Give the items, and of web pages only those that are no wall."""
    walls = Walls()
    for document in found:
        is_page = isinstance(document, Document) and document.kind in (Kind.PAGE, Kind.ARCHIVE)
        for item in _items(iter([document]), settled):
            if is_page and isinstance(item, Article):
                yield from walls.screen(item)
            else:
                yield item
    yield from walls.rest()


def _settled(
    document: Document, *, given: Given, limits: ReadingLimits, unnamed: bool
) -> Iterator[Article | NotJudged]:
    """Read a document; what goes wrong inside it is a record, so that the next is read too."""
    place = document.place
    try:
        if document.kind is Kind.ARCHIVE:
            packed = characters.unpacked(document.pieces(), limits)
            yield from archived.articles(packed, given, limits)
            return
        for part, found in found_in(document, limits, given):
            place = document.place.at(part) if part else document.place
            try:
                if isinstance(found, SourceUnreadable):
                    raise found
                yield from settle(found, given, place, limits, unnamed=unnamed)
            except SourceUnreadable as error:
                yield place.problem(str(error))
    except SourceUnreadable as error:
        yield document.place.problem(str(error))
    except OSError as error:
        yield document.place.problem(f"cannot be read ({error.strerror or 'input/output error'})")


def _reported(items: Iterator[Article | NotJudged], source: str) -> Iterator[Article | NotJudged]:
    """Turn an address that did not answer into a record."""
    try:
        yield from items
    except FetchError as error:
        yield NotJudged(one_line(source, READING.name_characters), str(error), source)


def _one_article(
    items: Iterator[Article | NotJudged], source: str
) -> Iterator[Article | NotJudged]:
    """Hold the first article back until it is sure that there is no second."""
    held: list[Article | NotJudged] = []
    for item in items:
        if isinstance(item, Article) and any(isinstance(earlier, Article) for earlier in held):
            raise _several(source)
        held.append(item)
    yield from held


def _several(source: str) -> OptionError:
    return OptionError(
        f"--title and --url say something of one article, but {one_line(source, 200)} may hold "
        "several; leave them out or give one file."
    )

"""Documents -> what is said in them: unpack, tell the kind, hand over to its reader."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from xref.articles import bodies, characters, factchecks, jsonlines, prose, tables, webpages
from xref.articles.found import Found
from xref.articles.metadata import Given
from xref.articles.sources import Document, Kind
from xref.articles.transcoding import Transcoded
from xref.errors import SourceUnreadable
from xref.settings import ReadingLimits

_MARK = b"\xef\xbb\xbf"


def found_in(
    document: Document, limits: ReadingLimits, given: Given
) -> Iterator[tuple[str, Found | SourceUnreadable]]:
    """Give what each article of a document says, and where in it (nothing for the only one).

    `given` says what an export calls our fields, and its encoding.

    Raises:
        SourceUnreadable: nothing can be had from the document.
        OSError: it cannot be opened or read.
    """
    parts = characters.unpacked(document.pieces(), limits)
    head = _head(parts, limits)
    parts = chain([head], parts)
    is_json = document.kind is Kind.UNTOLD and _is_json(head)
    if is_json or document.kind in (Kind.JSON_LINES, Kind.TABLE):
        characters.refuse_known(head)
        yield from _several(document, parts, limits, given)
    else:
        data = characters.joined(parts, limits.file_bytes)
        text = characters.decode(data, limits, declared=document.charset, given=given.encoding)
        is_page = _is_page(text, document)
        reviews = factchecks.in_page(text, limits) if is_page else []
        yield from reviews or [("", _single(text, document, limits, is_page=is_page))]


def _several(
    document: Document, parts: Iterator[bytes], limits: ReadingLimits, given: Given
) -> Iterator[tuple[str, Found | SourceUnreadable]]:
    """Read an export, and say what encoding it was taken to be in."""
    transcoded = Transcoded(parts, limits, given.encoding)
    utf8 = iter(transcoded)
    head = next(utf8, b"")
    characters.refuse_binary(head, limits)
    reader = tables.found_in if document.kind is Kind.TABLE else jsonlines.found_in
    yield from reader(chain([head], utf8), limits, dict(given.columns))
    if name := transcoded.assumed:
        what = f"its bytes are no UTF-8, so they were read as {name}; see whether names look right"
        yield "", SourceUnreadable(f"{what}, or say with --encoding what it is in")


def _is_page(text: str, document: Document) -> bool:
    return document.kind is Kind.PAGE or (
        document.kind is Kind.UNTOLD and webpages.looks_like_page(text)
    )


def _single(text: str, document: Document, limits: ReadingLimits, *, is_page: bool) -> Found:
    if document.kind is Kind.UNTOLD and webpages.looks_like_feed(text):
        raise SourceUnreadable(
            "a feed or other XML, not a page; `xref fetch ADDRESS` reads what a feed lists"
        )
    if is_page:
        return _page(text, limits, document.place.address)
    return prose.found_in(text, limits)


def _page(html: str, limits: ReadingLimits, address: str | None) -> Found:
    """Read a page, and see how much of the article's body it gave."""
    found = webpages.found_in(html, limits, address=address)
    whole, reason = bodies.judge(str(found.text), webpages.tree(html))
    if not whole.readable:
        raise SourceUnreadable(f"{whole}: {reason}; give the article's text instead")
    return replace(found, partial=reason)


def _head(parts: Iterator[bytes], limits: ReadingLimits) -> bytes:
    """Take pieces until there is something on them.

    Raises:
        SourceUnreadable: there is nothing on any.
    """
    head = b""
    for part in parts:
        head += part
        if head.removeprefix(_MARK).strip():
            return head
        if len(head) > limits.file_bytes:
            break
    raise SourceUnreadable("empty; give a file with the article's text")


def _is_json(head: bytes) -> bool:
    return head.removeprefix(_MARK).lstrip().startswith(b"{")

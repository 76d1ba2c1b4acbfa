"""Documents -> what is said in them: unpack, tell the kind, hand over to its reader."""

from collections.abc import Iterator, Mapping
from itertools import chain
from types import MappingProxyType

from xref.articles import characters, factchecks, jsonlines, prose, tables, webpages
from xref.articles.found import Found
from xref.articles.sources import Document, Kind
from xref.errors import SourceUnreadable
from xref.settings import ReadingLimits

_MARK = b"\xef\xbb\xbf"


def found_in(
    document: Document, limits: ReadingLimits, columns: Mapping[str, str] = MappingProxyType({})
) -> Iterator[tuple[str, Found | SourceUnreadable]]:
    """Give what each article of a document says, and where in it (nothing for the only one).

    `columns` says what a table calls our fields.

    Raises:
        SourceUnreadable: nothing can be had from the document.
        OSError: it cannot be opened or read.
    """
    parts = characters.unpacked(document.pieces(), limits)
    head = _head(parts, limits)
    parts = chain([head], parts)
    if document.kind is Kind.JSON_LINES or (document.kind is Kind.UNTOLD and _is_json(head)):
        characters.refuse_known(head)
        characters.refuse_binary(head, limits)
        yield from jsonlines.found_in(parts, limits)
    elif document.kind is Kind.TABLE:
        characters.refuse_known(head)
        characters.refuse_binary(head, limits)
        yield from tables.found_in(parts, limits, columns)
    else:
        data = characters.joined(parts, limits.file_bytes)
        text = characters.decode(data, limits, declared=document.charset)
        is_page = _is_page(text, document)
        reviews = factchecks.in_page(text, limits) if is_page else []
        yield from reviews or [("", _single(text, document, limits, is_page=is_page))]


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
        return webpages.found_in(text, limits, address=document.place.address)
    return prose.found_in(text, limits)


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

"""JSON Lines, a JSON object or a JSON list -> what is said of each article."""

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from types import MappingProxyType
from typing import cast

from xref.articles import characters, factchecks
from xref.articles.found import KEYS, Found
from xref.articles.transcoding import lost
from xref.errors import SourceUnreadable
from xref.settings import ReadingLimits

_NO_COLUMNS: Mapping[str, str] = MappingProxyType({})
_MARK = b"\xef\xbb\xbf"

_Line = tuple[int, bytes | None]
Numbered = tuple[str, "Found | SourceUnreadable"]
"""Where an object stood, such as `line 3`, and the object or why it cannot be used."""


def found_in(
    parts: Iterable[bytes], limits: ReadingLimits, columns: Mapping[str, str] = _NO_COLUMNS
) -> Iterator[Numbered]:
    """Give what each line says; a line that cannot be read is given as the reason.

    An object or a list that is printed over several lines is read as well.

    Args:
        parts: the bytes, in UTF-8.
        limits: how long things may be.
        columns: our names -> the export's, where they differ; `body.text` is `text` inside `body`.
    """
    lines = enumerate(characters.lines(parts, limits.line_bytes), start=1)
    head = _first(lines)
    if head and _opens_block(head[-1][1]):
        head += _bounded(lines, limits.file_bytes)
        if items := _printed_out(head, columns):
            yield from items
            return
    yield from _line_by_line(chain(head, lines), limits, columns)


def _first(lines: Iterator[_Line]) -> list[_Line]:
    """Take the first line with anything on it, and the empty ones before it."""
    head = []
    for number, line in lines:
        head.append((number, line))
        if line is None or line.removeprefix(_MARK).strip():
            break
    return head


def _opens_block(line: bytes | None) -> bool:
    return line is not None and line.removeprefix(_MARK).strip() in (b"{", b"[")


def _bounded(lines: Iterator[_Line], longest: int) -> Iterator[_Line]:
    """Give lines until they add up to more than a single file may have."""
    size = 0
    for number, line in lines:
        yield number, line
        size += len(line or b"")
        if size > longest:
            return


def _printed_out(lines: list[_Line], columns: Mapping[str, str]) -> list[Numbered]:
    """Give the items of JSON printed over several lines; none if together they are no JSON."""
    try:
        value = _value(b"\n".join(line or b"" for _, line in lines))
    except SourceUnreadable:
        return []
    if found := list(factchecks.reviews(value)):
        return found
    items = value if isinstance(value, list) else [value]
    return [(f"item {n}", _found(item, columns)) for n, item in enumerate(items, start=1)]


def _line_by_line(
    lines: Iterable[_Line], limits: ReadingLimits, columns: Mapping[str, str]
) -> Iterator[Numbered]:
    for number, line in lines:
        if line is None:
            megabytes = limits.line_bytes // 1_000_000
            yield f"line {number}", SourceUnreadable(f"longer than {megabytes} MB; shorten it")
        elif line.strip() and line != _MARK:
            yield from _read(line, f"line {number}", columns)
            if problem := lost(line.decode("utf-8", "replace")):
                yield f"line {number}", SourceUnreadable(problem)


def _read(line: bytes, place: str, columns: Mapping[str, str]) -> Iterator[Numbered]:
    try:
        value = _value(line)
    except SourceUnreadable as error:
        yield place, error
        return
    found = [(f"{place}, {part}", one) for part, one in factchecks.reviews(value)]
    yield from found or [(place, _found(value, columns))]


def _value(data: bytes) -> object:
    try:
        return cast(object, json.loads(data.removeprefix(_MARK), strict=False))
    except json.JSONDecodeError as error:
        reason = f"{error.msg.lower()} at character {error.pos + 1}"
    except (ValueError, RecursionError):
        # Not UTF-8, a number of thousands of digits, or thousands of brackets.
        reason = "not UTF-8, or a number or nesting beyond reason"
    raise SourceUnreadable(f"not JSON ({reason}); write one object a line")


def _found(value: object, columns: Mapping[str, str]) -> Found | SourceUnreadable:
    if not isinstance(value, dict):
        return SourceUnreadable("not a JSON object; write one object a line")
    found = Found(**{key: _at(value, columns.get(key, key)) for key in KEYS})
    if found.text is None and "text" in columns:
        there = characters.one_line(", ".join(map(str, value)), 200)
        wanted = characters.one_line(columns["text"], 60)
        return SourceUnreadable(f"no key {wanted!r} among {there}; name it with --columns")
    return found


def _at(value: dict[str, object], path: str) -> object:
    """Give what stands at a key, or at one key inside another (`body.text`)."""
    if path in value or "." not in path:
        return value.get(path)
    outer, _, rest = path.partition(".")
    inner = value.get(outer)
    return _at(inner, rest) if isinstance(inner, dict) else None

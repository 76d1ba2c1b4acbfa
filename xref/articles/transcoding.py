"""The bytes of an export, in whatever encoding -> the same in UTF-8, as a stream.

Nothing is lost without a word: what was assumed is told, and bytes that mean nothing become U+FFFD,
which the readers tell row by row.
"""

import codecs
from collections.abc import Iterable, Iterator
from itertools import chain

from xref.articles import characters
from xref.settings import ReadingLimits

_SAMPLE = 1 << 16
"""Bytes after the first that are not UTF-8 from which the encoding is told."""


def is_encoding(name: str) -> bool:
    """Whether Python knows an encoding of texts by this name."""
    try:
        return "a".encode(name).decode(name) == "a"
    except (LookupError, UnicodeError, ValueError):
        return False


class Transcoded:
    """Pieces of bytes in UTF-8; how they were understood is known once they have been taken."""

    def __init__(self, parts: Iterable[bytes], limits: ReadingLimits, encoding: str | None) -> None:
        self._parts = iter(parts)
        self._limits = limits
        self._given = encoding
        self.assumed: str | None = None
        """The encoding that nobody named and that is not UTF-8; None where there is none such."""

    def __iter__(self) -> Iterator[bytes]:
        head = next(self._parts, b"")
        mark = characters.marked(head)
        if self._given or mark:
            yield from _in(self._given or str(mark), chain([head], self._parts))
        else:
            yield from self._guessed(chain([head], self._parts))

    def _guessed(self, parts: Iterator[bytes]) -> Iterator[bytes]:
        """Hand UTF-8 on; at the first byte that is not, decide what it all is."""
        decoder = codecs.getincrementaldecoder("utf-8")()
        beyond_ascii = False
        for part in parts:
            held = decoder.getstate()[0]
            try:
                text = decoder.decode(part)
            except UnicodeDecodeError:
                rest = chain([held + part], parts)
                yield from _in("utf-8", rest) if beyond_ascii else self._other(rest)
                return
            beyond_ascii = beyond_ascii or not text.isascii()
            yield text.encode()
        if held := decoder.getstate()[0]:
            yield from _in("utf-8", iter([held])) if beyond_ascii else self._other(iter([held]))

    def _other(self, parts: Iterator[bytes]) -> Iterator[bytes]:
        sample = b""
        while len(sample) < _SAMPLE and (part := next(parts, b"")):
            sample += part
        name = characters.legacy(sample, self._limits)
        self.assumed = name if name != "utf-8" else None
        yield from _in(name, chain([sample], parts))


def _in(name: str, parts: Iterator[bytes]) -> Iterator[bytes]:
    decoder = codecs.getincrementaldecoder(name)("replace")
    for part in parts:
        yield decoder.decode(part).encode("utf-8", "replace")
    yield decoder.decode(b"", final=True).encode("utf-8", "replace")


def lost(text: str) -> str | None:
    """Say how many characters could not be understood; None where all were."""
    count = text.count("\ufffd")
    return f"{count} characters could not be decoded and stand as \ufffd" if count else None

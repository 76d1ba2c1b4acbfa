"""Bytes in pieces: unpacked and counted as they come, so that no source can fill the memory."""

import zlib
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import BinaryIO

from xref.articles.limits import ReadingLimits
from xref.errors import SourceUnreadable

_PIECE = 1 << 16
_GZIP = b"\x1f\x8b"


def pieces(stream: BinaryIO) -> Iterator[bytes]:
    """Read a stream to its end in pieces of bounded size."""
    while piece := stream.read(_PIECE):
        yield piece


def unpacked(packed: Iterable[bytes], limits: ReadingLimits) -> Iterator[bytes]:
    """Unpack gzip where the first bytes say that it is gzip; else hand the pieces on.

    Raises:
        SourceUnreadable: it is damaged, or unpacks to more than honest text does.
    """
    rest = iter(packed)
    head = _filled(rest, len(_GZIP))
    if not head.startswith(_GZIP):
        return chain([head] if head else [], rest)
    return _gunzip(chain([head], rest), limits)


def joined(parts: Iterable[bytes], longest: int) -> bytes:
    """Put the pieces together.

    Raises:
        SourceUnreadable: there are more bytes than allowed.
    """
    whole = bytearray()
    for part in parts:
        whole += part
        if len(whole) > longest:
            raise SourceUnreadable(
                f"larger than {longest // 1_000_000} MB, which is no single article; "
                "cut out the article and give that"
            )
    return bytes(whole)


def lines(parts: Iterable[bytes], longest: int) -> Iterator[bytes | None]:
    """Give the lines without their ends; None for a line that is too long to be kept."""
    line = bytearray()
    lost = False
    for part in parts:
        *ended, open_end = part.split(b"\n")
        for end in ended:
            line += end
            yield None if lost or len(line) > longest else bytes(line)
            line, lost = bytearray(), False
        line += open_end
        if len(line) > longest:
            line, lost = bytearray(), True
    if lost or line:
        yield None if lost else bytes(line)


def _filled(rest: Iterator[bytes], size: int) -> bytes:
    """Take pieces until there are enough bytes to look at."""
    head = b""
    while len(head) < size and (piece := next(rest, b"")):
        head += piece
    return head


def _gunzip(packed: Iterable[bytes], limits: ReadingLimits) -> Iterator[bytes]:
    taken = given = 0
    member = zlib.decompressobj(zlib.MAX_WBITS | 16)
    try:
        for piece in packed:
            taken += len(piece)
            while piece:
                out = member.decompress(piece, _PIECE)
                given += len(out)
                if given > limits.gzip_allowance + limits.gzip_ratio * taken:
                    raise SourceUnreadable("unpacks to far more than text does; unpack it yourself")
                yield out
                piece = member.unconsumed_tail
                if member.eof:
                    piece = member.unused_data.lstrip(b"\0")
                    member = zlib.decompressobj(zlib.MAX_WBITS | 16) if piece else member
        yield from _remainder(member)
    except zlib.error:
        raise SourceUnreadable("damaged gzip; pack it again or give it unpacked") from None


def _remainder(member: "zlib._Decompress") -> Iterator[bytes]:
    """Give what the last member still holds, and see that it was whole."""
    while not member.eof and (out := member.decompress(member.unconsumed_tail, _PIECE)):
        yield out
    if not member.eof:
        raise zlib.error("cut short")

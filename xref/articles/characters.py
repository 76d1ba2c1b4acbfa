"""bytes -> characters: unpacked and counted in pieces, decoded, and rid of what no text may hold.

Nothing here trusts a source: no file can fill the memory, and none but a text gets through.
"""

import codecs
import re
import zlib
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import BinaryIO

from xref.errors import SourceUnreadable
from xref.settings import ReadingLimits

_PIECE = 1 << 16
"""Bytes read or unpacked at once: as much as a pipe holds."""
_GZIP = b"\x1f\x8b"
_SAMPLE = 1 << 16
"""Bytes or characters that are looked at to tell what a file is: what is not text shows soon."""
_SAVE = "save its text as UTF-8 and give that"
_KINDS = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a Word, EPUB or other zip file"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a picture, sound or film"),
    (b"ID3", "a sound"),
    (b"SQLite format 3\0", "a database"),
    (b"\x7fELF", "a program"),
    (b"7z\xbc\xaf", "a packed file"),
    (b"Rar!", "a packed file"),
    (b"\x28\xb5\x2f\xfd", "a packed file"),
)
# Longest first: the mark of UTF-32 starts with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")
_META = re.compile(rb"<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}[\"']?([\w.:-]{2,20})", re.IGNORECASE)
# Python knows codecs that are no encodings of pages (punycode, unicode_escape); these are.
_ENCODINGS = re.compile(
    r"(?:windows-125[0-8]|cp125[0-8]|iso-8859-(?:[2-9]|1[0-6])|koi8-[ru]|gb2312|gbk|gb18030|big5"
    r"|shift[_-]jis|euc-jp|euc-kr|tis-620|macintosh)"
)
_DETECTED = ["cp1251", "cp1253", "cp1255", "cp1256", "koi8_r", "gb18030", "big5", "shift_jis"]
_DETECTED += ["euc_jp", "euc_kr"]
# What pages mean by `latin-1`, and what reads any byte.
_WESTERN = "cp1252"
_BREAKS = re.compile(r"\r\n?")
# Tab and newline stay. C1 controls go too: 0x9B starts a command on some terminals.
_HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_SURROGATES = re.compile("[\ud800-\udfff]")


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


def marked(data: bytes) -> str | None:
    """Name the encoding that a byte order mark tells, other than UTF-8's."""
    return next((name for mark, name in _MARKS if data.startswith(mark)), None)


def decode(
    data: bytes, limits: ReadingLimits, *, declared: str | None = None, given: str | None = None
) -> str:
    """Give the characters of a text or a page.

    Args:
        data: all of its bytes.
        limits: which bytes are no text.
        declared: the encoding that the server named.
        given: the encoding that the user named, who knows best.

    Raises:
        SourceUnreadable: these are the bytes of something else.
    """
    refuse_known(data)
    if mark := given or marked(data):
        text = data.decode(mark, "replace")
    else:
        refuse_binary(data, limits)
        text = _unmarked(data, limits, declared)
    _refuse_controls(text[:_SAMPLE], limits)
    return text


def refuse_known(data: bytes) -> None:
    """Refuse what begins as a well-known other kind of file does.

    Raises:
        SourceUnreadable: it does.
    """
    kind = next((kind for start, kind in _KINDS if data.startswith(start)), None)
    if kind is not None:
        raise SourceUnreadable(f"{kind}, not text; {_SAVE}")


def refuse_binary(data: bytes, limits: ReadingLimits) -> None:
    """Refuse bytes that are not those of a text in any encoding but UTF-16 and UTF-32.

    Raises:
        SourceUnreadable: too many of them are controls.
    """
    _refuse_controls(data[:_SAMPLE].decode("latin-1"), limits)


def _refuse_controls(sample: str, limits: ReadingLimits) -> None:
    if len(_CONTROLS.findall(sample)) > limits.binary_share * len(sample):
        raise SourceUnreadable(f"not text but binary data; {_SAVE}")


def _unmarked(data: bytes, limits: ReadingLimits, declared: str | None) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode(legacy(data, limits, declared), "replace")


def legacy(data: bytes, limits: ReadingLimits, declared: str | None = None) -> str:
    """Name the likeliest encoding of a text that is not UTF-8; `utf-8` where little is wrong."""
    in_page = _META.search(data[:4096])
    for name in (declared, in_page and in_page[1].decode("ascii", "replace")):
        if name and _ENCODINGS.fullmatch(name.lower()):
            return name.lower()
    sample = data[:_SAMPLE]
    if sum(byte > 0x7F for byte in sample) < limits.other_script_share * len(sample):
        # A stray byte in a long UTF-8 text must not turn the whole of it into mojibake.
        return "utf-8" if _mostly_utf8(sample) else _WESTERN
    return "utf-8" if _mostly_utf8(sample) else _detected(sample)


def _mostly_utf8(sample: bytes) -> bool:
    text = sample.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(char > "\x7f" for char in text) - broken
    return whole > broken


def _detected(sample: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_isolation=_DETECTED).best()
    return best.encoding if best else _WESTERN


def clean(text: str) -> str:
    r"""Give line ends as newlines, controls as spaces and halves of characters as U+FFFD.

    Only `\r\n` and a leading byte order mark shorten the text; all else keeps its length.
    """
    text = _BREAKS.sub("\n", text.removeprefix("\ufeff"))
    return _SURROGATES.sub("\ufffd", _HIDDEN.sub(" ", text))


def one_line(value: object, longest: int) -> str:
    """Give a string without line breaks and runs of blanks, cut to a length; else nothing."""
    if not isinstance(value, str):
        return ""
    # Cut before as well as after, so that the work does not grow with a hostile value.
    return " ".join(clean(value[: 4 * longest]).split())[:longest].rstrip()


def readable(text: str) -> bool:
    """Whether there is a letter or a figure in it at all."""
    return any(map(str.isalnum, text))

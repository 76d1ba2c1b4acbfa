"""Bytes -> characters: UTF-8, else what the source declares, else what the bytes look like."""

import codecs
import re

from xref.articles.limits import ReadingLimits
from xref.errors import SourceUnreadable

_SAMPLE = 1 << 16
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


def decode(data: bytes, limits: ReadingLimits, *, declared: str | None = None) -> str:
    """Give the characters of a text or a page.

    Args:
        data: all of its bytes.
        limits: which bytes are no text.
        declared: the encoding that the server named.

    Raises:
        SourceUnreadable: these are the bytes of something else.
    """
    refuse_known(data)
    if mark := next((name for mark, name in _MARKS if data.startswith(mark)), None):
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
        return data.decode(_legacy(data, limits, declared), "replace")


def _legacy(data: bytes, limits: ReadingLimits, declared: str | None) -> str:
    """Name the encoding of a text that is not UTF-8."""
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

"""Foreign text and addresses -> text that is safe to show, and links that are safe to follow.

Titles, outlets' names, passages and addresses are written by strangers. Escaping is each format's
own affair; this module takes out what no format may carry: characters that steer terminals,
reverse the reading direction, or cannot be written as UTF-8.
"""

import re
from urllib.parse import quote, urlsplit

# C0 without tab and line feed, DEL, C1, bidi embeddings, overrides and isolates, line and
# paragraph separators, lone surrogates. The plain marks U+200E and U+200F stay: Arabic and
# Hebrew newsrooms use them, and they cannot reorder their surroundings.
UNSAFE = "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufff9-\ufffb\ufeff"
_UNSAFE = re.compile(f"[{UNSAFE}]")
_SPACES = re.compile(r"\s+")
# What may stand in an address unescaped: RFC 3986's reserved characters and the per cent sign.
_ADDRESS_SAFE = ":/?#[]@!$&'*+,;=%~"
_FORMULA = ("=", "+", "-", "@")
"""How a cell begins that a spreadsheet would run."""
_LONGEST_ADDRESS = 2000
"""Longer ones are cut off by browsers and mail programs, so they are shown but not linked."""


def visible(text: str) -> str:
    """The text with each unsafe character replaced by one U+FFFD, so that offsets still hold."""
    return _UNSAFE.sub("\N{REPLACEMENT CHARACTER}", text)


def one_line(text: str) -> str:
    """The text made visible, with every run of white space as one space."""
    return _SPACES.sub(" ", visible(text)).strip()


def web_address(url: str | None) -> str | None:
    """The address if it is http or https and safe inside a link; otherwise None."""
    if not url or len(url) > _LONGEST_ADDRESS or _UNSAFE.search(url) or _SPACES.search(url):
        return None
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host:
        return None
    return quote(url, safe=_ADDRESS_SAFE)


def cell(value: object) -> str:
    """The value as one cell of a spreadsheet; a formula is disarmed by an apostrophe before it."""
    told = "" if value is None else one_line(str(value))
    return f"'{told}" if told.startswith(_FORMULA) else told

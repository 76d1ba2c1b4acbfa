"""What is said: where the content of `X said P` begins and ends, and in whose words it is."""

import re

from xref.attributions.quotes import Span
from xref.attributions.sources import Source
from xref.attributions.words import listed

_TIME = re.compile(
    r"\s*,?\s*(?:(?:on |late |early |earlier )*(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"(?: (?:morning|evening|night|afternoon))?|today|yesterday|(?:in|at|during|on) (?:an? |the "
    r"|his"
    r" |her |its |their )?(?:[\w-]+ ){0,2}(?:statement|interview|conference|briefing|tweet|letter"
    r"|email|e-mail|post|speech|report|Twitter|Facebook|website))\b"
)
_ADDRESSEE = re.compile(
    r"\s+(?:to )?(?:reporters|journalists|lawmakers|parliament|(?:the )?[^\W\d_a-z][\w.’'-]*"
    r"(?: [^\W\d_a-z][\w.’'-]*){0,4}|him|her|them|me|us|an? [\w-]+(?: [\w-]+)?"
    r"|the [\w-]+)(?=[\s,:.]|\Z)"
)
THAT = re.compile(r"(?:\s+(?:out|forward))?\s*[,:]?\s*(?:that|dass|que|что)?\s+")
_OF_SOURCE = re.compile(r"(?:who|which|whose|whom|citing|cited|quoting)\b")
"""How a clause begins that tells more of the source before it."""
_OWN = re.compile(
    r"\s+(?!(?:in|at|on|during|after|as|when|while|before|by|to|from|with|via|through|of|for|late"
    r"|early|this|last|earlier|later|following|over|under|if)\b)\w"
)
"""A clause after the cue, and not only when, where or to whom it was said."""
_PARTS_WITH_CONTENT = re.compile(r"[^\W_]{2}")
_OPENING = 3
"""Characters between a cue and the quotation that it leads up to: `In fact, X said, “P”`."""
ADDRESSING = listed("told tell tells telling asked asks informed informs assured reminded urged")
"""Cues behind which whom it is said to stands before what is said."""


def around(text: str, start: int, end: int, first: int, last: int) -> Span:
    """The longer part of the sentence on either side of the attributing words."""
    head = tidy(text, start, first)
    tail = tidy(text, last, end)
    aside = head[1] > head[0] and _OF_SOURCE.match(text, tail[0], tail[1])
    return head if aside or head[1] - head[0] >= tail[1] - tail[0] else tail


def content_of(
    text: str, start: int, end: int, source: Source, token: re.Match[str], quoted: list[Span]
) -> Span | None:
    """What is said: before `, X said` or after `X said that`."""
    head = tidy(text, start, source.phrase)
    place = token.end()
    if token.group().lower() in ADDRESSING:
        addressee = _ADDRESSEE.match(text, place, end)
        place = addressee.end() if addressee else place
    for _ in range(2):
        time = _TIME.match(text, place, end)
        place = time.end() if time else place
    that = THAT.match(text, place, end)
    tail = tidy(text, that.end() if that else place, end)
    closed_before = (
        text[head[0] : source.phrase].rstrip().endswith((",", '"', "”", "''", "»", "—", "–"))
    )
    spoken_before = any(head[0] <= a and b <= source.start and b - a > 12 for a, b in quoted)
    opens = not any(head[0] <= a < source.phrase for a, _ in quoted) and any(
        place <= a <= place + _OPENING and b - a > 12 for a, b in quoted
    )
    stated = (
        (that is not None and that.group().strip(" ,:") != "")
        or opens
        or _OWN.match(text, place, end)
    )
    if closed_before and (spoken_before or tail[1] - tail[0] < 12 or not stated):
        resumed = [b for a, b in quoted if a >= place]
        return (head[0], resumed[-1]) if spoken_before and resumed else head
    if not _PARTS_WITH_CONTENT.search(text, *tail):
        return head if _PARTS_WITH_CONTENT.search(text, *head) and head[1] - head[0] > 12 else None
    return tail


def tidy(text: str, start: int, end: int) -> Span:
    """A span without the commas and spaces at its ends."""
    words = text[start:end]
    left = len(words) - len(words.lstrip(" ,;:–—-\n"))
    right = len(words.rstrip(" ,;:–—-.\n"))
    return (start + left, start + right) if left < right else (start, start)


def is_direct(quoted: list[Span], content: Span) -> bool:
    """Whether most of the content stands between quotation marks."""
    held = sum(
        min(b, content[1]) - max(a, content[0])
        for a, b in quoted
        if a < content[1] and b > content[0]
    )
    return held * 2 > content[1] - content[0]


def is_mixed(text: str, quoted: list[Span], content: Span, source: int) -> bool:
    """Whether some words of the content stand between quotation marks, and some do not.

    Between two parts of a quotation the writer says whose it is: `"We", she said, "won"`.
    """
    held = [(max(a, content[0]), min(b, content[1])) for a, b in quoted]
    held = [(a, b) for a, b in held if _PARTS_WITH_CONTENT.search(text, a, b)]
    starts, ends = [a for a, _ in held], [b for _, b in held]
    gaps = zip([content[0], *ends], [*starts, content[1]], strict=True)
    return bool(held) and any(
        _PARTS_WITH_CONTENT.search(text, a, b) for a, b in gaps if not a <= source < b
    )

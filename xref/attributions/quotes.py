"""Where words stand between quotation marks (or brackets)."""

import re
from bisect import bisect_right

Span = tuple[int, int]
"""Start and end of a passage, end exclusive."""

_MARK = re.compile(r"''|[\"“”„«»‹›「」『』'‘’‚]")
_MARK_OR_BRACKET = re.compile(r"''|[\"“”„«»‹›「」『』'‘’‚()\[\]]")
_PAIRS = {"“": "”\"", "„": "“”", "«": "»", "»": "«", "‹": "›", "「": "」", "『": "』", "(": ")",
          "[": "]", "'": "'’", "‘": "’'", "‚": "‘’", '"': '"”', "''": "''", "”": "”"}  # fmt: skip
_DOUBLE = frozenset('"“„«')
_SINGLE = frozenset("'‘‚’")


def quotations(
    text: str, start: int, end: int, *, brackets: bool = False, running: bool = False
) -> list[Span]:
    """The outermost quotations in `text[start:end]`, marks included, in order.

    With `brackets`, round and square ones count too. A mark that is never closed opens nothing,
    unless the quotation may be `running` on into the next paragraph.
    """
    pattern = _MARK_OR_BRACKET if brackets else _MARK
    marks = list(pattern.finditer(text, start, end))
    if len(marks) < (1 if running else 2):
        return []
    closings = _closings(text, marks)
    spans: list[Span] = []
    reach = start
    for mark in marks:
        place, sign = mark.start(), mark.group()
        if place < reach or sign not in _PAIRS or (sign in _SINGLE and not _opens(text, mark)):
            continue
        close = _close(closings, sign, place)
        if close is None and running and sign in _DOUBLE and text[place + 1 : place + 2].isalnum():
            close = end
        if close is not None:
            spans.append((place, close))
            reach = close
    return spans


def _opens(text: str, mark: re.Match[str]) -> bool:
    """Whether a single mark opens: a word after it, and none (nor its full stop) before it."""
    before = text[mark.start() - 1 : mark.start()]
    return text[mark.end() : mark.end() + 1].isalnum() and not _ends_words(before)


def _closings(text: str, marks: list[re.Match[str]]) -> dict[str, list[Span]]:
    """Every mark that may close something, by its sign; apostrophes inside words are none."""
    found: dict[str, list[Span]] = {}
    for mark in marks:
        apostrophe = mark.group() in _SINGLE and (
            text[mark.end() : mark.end() + 1].isalnum()
            or not _ends_words(text[mark.start() - 1 : mark.start()])
        )
        if not apostrophe:
            found.setdefault(mark.group(), []).append(mark.span())
    return found


def _ends_words(char: str) -> bool:
    return char.isalnum() or (char != "" and char in ".,!?…%)")


def _close(closings: dict[str, list[Span]], sign: str, place: int) -> int | None:
    """The end of the nearest mark that closes `sign`, opened at `place`."""
    ends: list[int] = []
    signs = ("''",) if sign == "''" else tuple(_PAIRS[sign])
    for closing in signs:
        spans = closings.get(closing, [])
        at = bisect_right(spans, (place + len(sign), -1))
        if at < len(spans):
            ends.append(spans[at][1])
    return min(ends, default=None)


def inside(spans: list[Span], place: int) -> bool:
    """Whether `place` lies within one of the ordered spans."""
    at = bisect_right(spans, (place, 1 << 62)) - 1
    return at >= 0 and spans[at][0] <= place < spans[at][1]

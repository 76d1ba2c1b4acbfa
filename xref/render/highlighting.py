"""Article text and claims -> the text in paragraphs of segments, each in at most one claim.

Joined again, the segments give the article's text back, character for character. Where claims
overlap, the shorter one gets the characters they share.
"""

import re
from dataclasses import dataclass
from itertools import groupby

from xref.records import Verdict

_PARAGRAPH = re.compile(r"[^\n]*(?:\n\s*|\Z)")


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of characters with the number and the verdict of the claim that it belongs to."""

    text: str
    number: int | None = None
    verdict: Verdict | None = None
    first: bool = False
    """Whether it is its claim's first segment, to which links lead."""


def paragraphs(
    text: str, verdicts: list[tuple[int | None, Verdict]]
) -> tuple[tuple[Segment, ...], ...]:
    """The text in paragraphs; each keeps the line breaks that follow it."""
    owners = _owners(len(text), verdicts)
    seen: set[int] = set()
    found = []
    for paragraph in _PARAGRAPH.finditer(text):
        if not paragraph[0]:
            continue
        segments = []
        for owner, run in groupby(range(*paragraph.span()), key=owners.__getitem__):
            places = list(run)
            words = text[places[0] : places[-1] + 1]
            segments.append(_segment(words, owner, verdicts, seen))
        found.append(tuple(segments))
    return tuple(found)


def _owners(length: int, verdicts: list[tuple[int | None, Verdict]]) -> list[int | None]:
    """For each character the index of its verdict; long claims are painted before short ones."""
    owners: list[int | None] = [None] * length
    by_length = sorted(
        range(len(verdicts)),
        key=lambda i: (verdicts[i][1].claim.start - verdicts[i][1].claim.end, i),
    )
    for i in by_length:
        claim = verdicts[i][1].claim
        for place in range(max(0, claim.start), min(length, claim.end)):
            owners[place] = i
    return owners


def _segment(
    words: str, owner: int | None, verdicts: list[tuple[int | None, Verdict]], seen: set[int]
) -> Segment:
    if owner is None:
        return Segment(words)
    number, verdict = verdicts[owner]
    first = owner not in seen
    seen.add(owner)
    return Segment(words, number, verdict, first)

"""span -> how surely the page speaks in it and not the story, learnt from spans that were read.

A weighted count of its words and pairs of words, of how it is written (capitals, length, how it
ends) and of how near to either end of the page its line stands. Trained by `training/pages.py`.
What editors' pages say alike everywhere is known by its words (`claims.furniture`); this is for
what each says in its own.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from xref.claims.fragments import ended
from xref.claims.sentences import Sentence
from xref.models.linear import shipped

_WORD = re.compile(r"[^\W\d_]+(?:['’][a-z]+)?|\d+|[^\w\s]")
_READ = 60
"""Words and marks of a span that are looked at."""
_FIRST, _LAST, _SHORT = 3, 6, 100
_LINES = 6
"""Of a page that has ends: an abstract of a story in few lines has no room for furniture."""
_FROM_START, _FROM_END = 4, 6
_BY_THREE, _LENGTHS = 3, 8
_LONG_NAME = 2


@dataclass(frozen=True, slots=True)
class Place:
    """Where a span stands on its page."""

    before: int
    """Lines before its own."""
    after: int
    alone: bool
    """Whether it is its whole line."""


def places(parts: Sequence[Sentence]) -> list[Place]:
    """Return where each span of a page stands."""
    rows = {line: row for row, line in enumerate(dict.fromkeys(part.paragraph for part in parts))}
    last = len(rows) - 1
    return [Place(rows[part.paragraph], last - rows[part.paragraph], part.alone) for part in parts]


def page_speaks(words: str, place: Place) -> float:
    """Return the log-odds that the page speaks in a span.

    Minus infinity for a sentence in the midst of the story: none such was learnt from. Raises
    ModelError where the shipped weights are damaged.
    """
    if not looked_at(words, place):
        return float("-inf")
    learnt = shipped("pages")
    return learnt.start + learnt.summed(signs(words, place))


def looked_at(words: str, place: Place) -> bool:
    """Whether a span stands near an end of the page or is a short line of its own."""
    if place.before + place.after + 1 < _LINES:
        return False
    near = place.before < _FIRST or place.after < _LAST
    return near or (place.alone and len(words) < _SHORT)


def signs(words: str, place: Place) -> list[str]:
    """What a span shows, each once, in alphabetical order."""
    tokens = _WORD.findall(words)[:_READ]
    low = ["#" if token.isdigit() else token.lower().replace("’", "'") for token in tokens]
    told = {*low, *(f"{one} {other}" for one, other in pairwise(low))}
    if low:
        told |= {f"^{low[0]}", f"^{' '.join(low[:2])}", f"{low[-1]}$"}
    return sorted({*told, *_written(words, tokens, place)})


def _written(words: str, tokens: list[str], place: Place) -> Iterator[str]:
    """Yield how a span is written and where it stands; signs of text begin otherwise."""
    names = [token for token in tokens if token[0].isalpha()]
    raised = sum(name[0].isupper() for name in names) / max(1, len(names))
    start = f"@b{min(place.before, _FROM_START)}"
    end = f"@a{min(place.after, _FROM_END)}"
    length = f"@n{min(len(tokens) // _BY_THREE, _LENGTHS)}"
    capitals = f"@c{min(int(raised * 5), 4)}"
    close = "@." if ended(words) else "@:" if words.endswith(":") else "@-"
    yield from (start, end, length, capitals, close, f"@alone{place.alone}")
    yield f"@figures{any(token.isdigit() for token in tokens)}"
    yield f"@shout{bool(names) and names[0].isupper() and len(names[0]) > _LONG_NAME}"
    yield from (f"{end}{length}", f"{start}{length}", f"{capitals}{close}", f"{end}{close}")
    yield from (f"{capitals}{end}", f"{close}{length}{place.alone}")

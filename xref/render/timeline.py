"""The echo graph of a statement as a drawing: who had it when, and from whom.

One row an article, by date from left to right; a line leads from each folded article up to the
one that it has it from, dashed where that was inferred from the texts. Nothing is counted here.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from xref.quantities import date_range
from xref.records import Member, Origin
from xref.render.safety import one_line

ROW = 22
_LEFT, _RIGHT = 8, 140
"""The drawing's first and last day."""
_NAMES = 156
"""Where dates and names begin."""
_WIDTH = 500
"""As wide as the panel of a statement on a desk's screen."""
_MOST = 40
"""Articles drawn; the list beside the drawing has them all."""
_NAME = 36


@dataclass(frozen=True, slots=True)
class Dot:
    """One article: where it is drawn, and what stands beside it."""

    x: int
    y: int
    name: str
    day: str
    supports: bool


@dataclass(frozen=True, slots=True)
class Line:
    """From an article to the one that it has it from."""

    start: Dot
    end: Dot
    inferred: bool


@dataclass(frozen=True, slots=True)
class Timeline:
    """A drawing, and the same in words."""

    dots: tuple[Dot, ...]
    lines: tuple[Line, ...]
    words: str

    names: int = _NAMES
    """Where the names begin."""
    width: int = _WIDTH

    @property
    def height(self) -> int:
        """Height in pixels."""
        return ROW * (len(self.dots) + 1)


def timeline(origins: Sequence[Origin]) -> Timeline | None:
    """Draw the origins of a statement; None where nobody here has it from another one here."""
    told = [(m, str(o.stance) == "supports") for o in origins for m in o.members]
    told = sorted(told, key=lambda pair: _order(pair[0]))[:_MOST]
    days = [day for member, _ in told if (day := _day(member))]
    if not days:
        return None
    first, span = min(days), max((max(days) - min(days)).days, 1)
    drawn = {
        member.article.id: Dot(
            _LEFT + round((_RIGHT - _LEFT) * ((_day(member) or max(days)) - first).days / span),
            ROW * (row + 1),
            one_line(member.article.outlet)[:_NAME],
            (member.article.published or "no date")[:10],
            supports,
        )
        for row, (member, supports) in enumerate(told)
    }
    lines = tuple(line for origin in origins for line in _lines(origin, drawn))
    if not lines:
        return None
    return Timeline(tuple(drawn.values()), lines, " ".join(_words(told)))


def _order(member: Member) -> tuple[date, str]:
    return _day(member) or date.max, member.article.url or member.article.id


def _day(member: Member) -> date | None:
    known = date_range(member.article.published)
    return date.fromisoformat(str(known[0])[:10]) if known else None


def _lines(origin: Origin, drawn: dict[str, Dot]) -> Iterator[Line]:
    for member in origin.members:
        source = next(
            (m for m in origin.members if m.article.outlet == member.of and m is not member),
            origin.members[0],
        )
        start, end = drawn.get(member.article.id), drawn.get(source.article.id)
        if member.folded and start and end and start is not end:
            yield Line(start, end, member.inferred)


def _words(told: Sequence[tuple[Member, bool]]) -> Iterator[str]:
    for member, _ in told:
        day = (member.article.published or "no date")[:10]
        source = ""
        if member.folded and member.of:
            source = f", {'probably ' if member.inferred else ''}from {one_line(member.of)}"
        yield f"{day} {one_line(member.article.outlet)}{source}."

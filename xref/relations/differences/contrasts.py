"""One thing in which two texts differ, in the words of both."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from xref.records import Refutation

Span = tuple[int, int]


class Sign(StrEnum):
    """What showed the difference."""

    VALUE = "value"
    MOMENT = "moment"
    PLACE = "place"
    NAME = "name"
    ROLES = "roles"
    ANTONYM = "antonym"
    NEGATION = "negation"
    MODALITY = "modality"
    SPEAKER = "speaker"


@dataclass(frozen=True, slots=True)
class Contrast:
    """A difference, or what looks like one."""

    kind: Refutation
    sign: Sign
    claim: Span
    passage: Span
    ours: str
    """The claim's words, or what they come to."""
    theirs: str
    excuse: str | None = None
    """Why it is no conflict; None where it is one."""
    aligned: bool = True
    """Whether both stand in the same place of their texts; else they only may be what differs."""

    @property
    def conflicts(self) -> bool:
        """Whether the two cannot both be right, as far as words can tell."""
        return self.aligned and self.excuse is None

    @property
    def told(self) -> str:
        """`Ankara here, Moscow there`, and why it is no conflict."""
        words = f"{self.ours} here, {self.theirs} there"
        return f"{words} ({self.excuse})" if self.excuse else words


def surest(found: Iterable[Contrast]) -> Iterator[Contrast]:
    """Yield the first conflict and all that is excused; where none conflicts, the first loose one.

    A loose contrast conflicts with nothing, but where a judge is sure that the texts do, it tells
    by what.
    """
    first: Contrast | None = None
    for contrast in found:
        if contrast.excuse is not None:
            yield contrast
        elif first is None or (contrast.aligned and not first.aligned):
            first = contrast
    if first is not None:
        yield first

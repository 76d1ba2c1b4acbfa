"""One text of a pair as the stage compares it."""

from dataclasses import dataclass

from xref.records import Attribution
from xref.relations.alignment import Words


@dataclass(frozen=True, slots=True)
class Side:
    """One text of a pair as it is measured."""

    text: str
    words: Words
    published: str | None
    context: frozenset[str] = frozenset()
    """Words of its headline and of the sentences beside it, as `alignment.fold` writes them."""
    focus: tuple[int, int] | None = None
    """Offsets in `text` of what is said, where the text also says who says it."""
    said: Attribution | None = None
    """Who says it; the offsets of its content are the article's, not this text's."""
    article: frozenset[str] = frozenset()
    """Words of its whole article, as `alignment.fold` writes them."""
    near: str = ""
    """Its headline, itself and the sentences beside it."""

    def says(self, place: int) -> bool:
        """Whether a place in `text` belongs to what is said, not to who says it."""
        return self.focus is None or self.focus[0] <= place < self.focus[1]

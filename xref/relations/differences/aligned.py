"""Whether two words stand in the same place of two texts that tell of one thing.

`Smith won the race` and `Jones won the race` set Smith against Jones; `Smith won the race` and
`Jones watched from the hills` do not. Contextual vectors cannot tell: they are alike for both.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Final

from xref.relations.differences.reading import Reading, Span

_REACH: Final = 3
"""Content words on either side that make a word's place."""


@dataclass(frozen=True)
class Aligned:
    """Two texts side by side."""

    claim: Reading
    passage: Reading
    context: frozenset[str]
    """Words around the passage, folded."""
    order: int = 0
    """1 where the passage is newer than the claim, -1 where it is older."""

    @cached_property
    def shared(self) -> float:
        """The share of the claim's content words that the passage has; names may stand near it."""
        words = [word for word in self.claim.words if word.content]
        met = sum(
            word.stem in self.passage.stems or (word.name and word.low in self.context)
            for word in words
        )
        return met / len(words) if words else 0.0

    def shared_without(self, ours: Span) -> float:
        """The same share for the words of the claim outside the place of the difference."""
        words = [w for w in self.claim.words if w.content and not ours[0] <= w.start < ours[1]]
        met = sum(word.stem in self.passage.stems for word in words)
        return met / len(words) if words else 0.0

    def neighbours(self, ours: Span, theirs: Span) -> int:
        """Return how many words near both are the same on the same side, less the crossed ones."""
        left, right = map(set, self.claim.around(ours, _REACH))
        their_left, their_right = map(set, self.passage.around(theirs, _REACH))
        same = len(left & their_left) + len(right & their_right)
        return same - len(left & their_right) - len(right & their_left)

    def touching(self, ours: Span, theirs: Span) -> bool:
        """Whether the very next content word on one side is the same."""
        (left, right), (their_left, their_right) = (
            self.claim.around(ours, 1),
            self.passage.around(theirs, 1),
        )
        return bool(left and left == their_left) or bool(right and right == their_right)

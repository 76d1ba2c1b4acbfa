"""What a judge gets, and what it answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from xref.records import Judgement


@dataclass(frozen=True, slots=True)
class Pair:
    """A claim and a passage, each as its reader would understand it, with what was measured."""

    claim: str
    passage: str
    parts: Mapping[str, float]
    listed: bool = False
    """Whether the pair stands in a list of labelled pairs, and was not found by a search."""
    differs: bool = False
    """Whether the passage is seen to differ in something by which it may refute the claim."""


class Judge(Protocol):
    """Says whether a passage supports or refutes a claim."""

    name: str
    """Identifies the judge and its weights in reports."""

    def weighs_words(self, pair: Pair) -> bool:
        """Whether its answer may hang on how much the passage says again, word by word.

        `parts` hold the most that this may be. Where it may not, an estimate will do.
        """
        ...

    def judge(self, pairs: Sequence[Pair]) -> list[Judgement]:
        """Return one calibrated judgement a pair, in their order."""
        ...

"""Votes as arrays: sources, items and values by number, each value with its item."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import TypeAlias

    import numpy as np
    import numpy.typing as npt

    Numbers: TypeAlias = npt.NDArray[np.int64]
    Weights: TypeAlias = npt.NDArray[np.float64]
    Pairs: TypeAlias = tuple[Numbers, Numbers, Weights]

Likeness = Callable[[str, str], float]
"""How far whoever states the first value also states the second, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Vote:
    """What one source says of one item."""

    source: str
    item: str
    value: str


class Votes:
    """All votes of one world; a source that says the same twice says it once."""

    def __init__(self, votes: Iterable[Vote]) -> None:
        import numpy as np

        told = sorted({(v.source, v.item, v.value) for v in votes})
        self.sources = sorted({source for source, _, _ in told})
        self.items = sorted({item for _, item, _ in told})
        self.values = sorted({(item, value) for _, item, value in told})
        source_at = {name: place for place, name in enumerate(self.sources)}
        item_at = {name: place for place, name in enumerate(self.items)}
        value_at = {pair: place for place, pair in enumerate(self.values)}
        self.source: Numbers = np.array([source_at[s] for s, _, _ in told], dtype=np.int64)
        self.value: Numbers = np.array([value_at[i, v] for _, i, v in told], dtype=np.int64)
        self.item_of: Numbers = np.array([item_at[i] for i, _ in self.values], dtype=np.int64)

    @property
    def item(self) -> "Numbers":
        """The item of each vote."""
        return self.item_of[self.value]

    @cached_property
    def claimed(self) -> "Weights":
        """How many votes each source has."""
        return self.by_source(1.0)

    @cached_property
    def rivals(self) -> "Weights":
        """How many values each item has."""
        import numpy as np

        counted: Weights = np.bincount(self.item_of, minlength=len(self.items)).astype(float)
        return counted

    def by_value(self, weights: "Weights | float") -> "Weights":
        """Add up one weight a vote for each value."""
        import numpy as np

        spread = np.broadcast_to(weights, self.value.shape)
        added: Weights = np.bincount(self.value, spread, len(self.values)).astype(np.float64)
        return added

    def by_source(self, weights: "Weights | float") -> "Weights":
        """Add up one weight a vote for each source."""
        import numpy as np

        spread = np.broadcast_to(weights, self.source.shape)
        added: Weights = np.bincount(self.source, spread, len(self.sources)).astype(np.float64)
        return added

    def by_item(self, weights: "Weights") -> "Weights":
        """Add up one weight a value for each item."""
        import numpy as np

        added: Weights = np.bincount(self.item_of, weights, len(self.items)).astype(np.float64)
        return added

    def best(self, scores: "Weights") -> dict[str, str]:
        """Return each item's value with the highest score; ties go to the first in order."""
        found: dict[str, tuple[float, str]] = {}
        for (item, value), score in zip(self.values, scores.round(9), strict=True):
            if item not in found or score > found[item][0]:
                found[item] = float(score), value
        return {item: value for item, (_, value) in found.items()}

    def pairs(self, likeness: Likeness) -> "Pairs":
        """Return which values also state which other values of their item, and how far."""
        import numpy as np

        told: list[tuple[int, int, float]] = []
        for places in self._places():
            for one in places:
                for other in places:
                    alike = likeness(self.values[one][1], self.values[other][1])
                    if one != other and alike > 0.0:
                        told.append((one, other, alike))
        first, second, far = zip(*told, strict=True) if told else ((), (), ())
        return np.array(first, np.int64), np.array(second, np.int64), np.array(far, np.float64)

    def _places(self) -> Sequence[list[int]]:
        places: list[list[int]] = [[] for _ in self.items]
        for place, item in enumerate(self.item_of):
            places[item].append(place)
        return [found for found in places if len(found) > 1]


def spread(scores: "Weights", pairs: "Pairs", share: float) -> "Weights":
    """Add to each value a share of the scores of those that also state it."""
    import numpy as np

    first, second, far = pairs
    added: Weights = scores + share * np.bincount(second, scores[first] * far, len(scores))
    return added

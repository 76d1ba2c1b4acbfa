"""Who copies whom, told from shared mistakes (after Dong, Berti-Equille and Srivastava 2009).

Two sources that agree on what is right need not know of each other; two that share rare mistakes
probably do. A mistake that many make is weak evidence (their later work, 2012): so each shared
value counts by how likely the first source would have come to it alone.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from xref.settings import FUSION

if TYPE_CHECKING:
    from xref.reliability.votes import Numbers, Votes, Weights


@dataclass(frozen=True, slots=True)
class Copying:
    """The probability that the row's source copies from the column's; 0 for unknown pairs."""

    sources: "Numbers"
    """The numbers of the sources that are compared at all."""
    chance: "Weights"

    def pairs(self, names: list[str]) -> dict[tuple[str, str], float]:
        """Return which pairs copy with a chance of one half or more, the likelier copier first."""
        import numpy as np

        either, found = self.chance + self.chance.T, {}
        for one, other in np.argwhere(np.triu(either, 1) >= 0.5):
            first = self.chance[one, other] >= self.chance[other, one]
            pair = (one, other) if first else (other, one)
            told = tuple(names[self.sources[place]] for place in pair)
            found[told[0], told[1]] = float(either[one, other])
        return found


class Comparison:
    """Which sources are compared, and what each of them says; the same in every round."""

    def __init__(self, votes: "Votes") -> None:
        import numpy as np

        self.sources: Numbers = np.flatnonzero(votes.claimed >= FUSION.common_items)
        row = np.full(len(votes.sources), -1)
        row[self.sources] = np.arange(len(self.sources))
        inside = row[votes.source] >= 0
        rows = row[votes.source[inside]]
        self.values, place = np.unique(votes.value[inside], return_inverse=True)
        self._said = np.zeros((len(self.sources), len(self.values)))
        self._said[rows, place] = 1.0
        items, place = np.unique(votes.item[inside], return_inverse=True)
        spoken = np.zeros((len(self.sources), len(items)))
        spoken[rows, place] = 1.0
        self._common = spoken @ spoken.T
        self._same = self._said @ self._said.T

    def detect(self, votes: "Votes", belief: "Weights", accuracy: "Weights") -> Copying:
        """Compare all pairs of sources with enough items in common."""
        import numpy as np

        alone = self._alone(votes, belief, accuracy[self.sources])
        rate = FUSION.copy_rate
        agreeing = (self._said * np.log((rate + (1.0 - rate) * alone) / alone)) @ self._said.T
        differing = (self._common - self._same) * np.log(1.0 - rate)
        prior = FUSION.copies / 2.0 / (1.0 - FUSION.copies)
        odds = prior * np.exp((agreeing + differing).clip(-60.0, 60.0))
        chance = odds / (1.0 + odds + odds.T)
        chance[self._common < FUSION.common_items] = 0.0
        np.fill_diagonal(chance, 0.0)
        return Copying(self.sources, chance)

    def _alone(self, votes: "Votes", belief: "Weights", accuracy: "Weights") -> "Weights":
        """Return how likely each source comes to each value without looking at another one.

        A mistake is as likely as it is common, the two that are compared left out.
        """
        count = votes.by_value(1.0)
        others = (count - 2.0).clip(0.0)
        wrong = votes.by_item(others * (1.0 - belief))[votes.item_of]
        common = (others * (1.0 - belief) + 1.0 / FUSION.false_values) / (wrong + 1.0)
        right, share = belief[self.values], common[self.values]
        ours = accuracy[:, None]
        alone: Weights = ours * right + (1.0 - ours) * (1.0 - right) * share
        return alone.clip(1e-6, 1.0)

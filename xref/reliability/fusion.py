"""Sources that say different things of the same items -> what holds, and who is how accurate.

| method | after | a source weighs |
|---|---|---|
| `majority` | - | one |
| `truthfinder` | Yin, Han and Yu 2008 | by the mean confidence of what it says |
| `crh` | Li and others 2014 | by how seldom it is away from what holds |
| `accu` | Dong and others 2009 | by its accuracy; with `copying`, copies weigh little |
| `nested` | ours, on `accu` | as there; a list also states its parts, a near number its like |

No source is believed beforehand: all begin with the same accuracy.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from xref.reliability.copying import Comparison
from xref.reliability.votes import Likeness, Vote, Votes, spread
from xref.settings import FUSION

if TYPE_CHECKING:
    from xref.reliability.copying import Copying
    from xref.reliability.votes import Numbers, Weights

__all__ = ["Fused", "Vote", "accu", "crh", "majority", "nested", "truthfinder"]


@dataclass(frozen=True, slots=True)
class Fused:
    """What a method makes of the votes."""

    truth: dict[str, str]
    """Item -> the value that holds."""
    belief: dict[tuple[str, str], float]
    """Item and value -> how surely it holds, 0 to 1 within the item (for CRH a share)."""
    accuracy: dict[str, float]
    """Source -> how much of what it says holds."""
    copies: dict[tuple[str, str], float] = field(default_factory=dict)
    """Who probably copies from whom."""


def majority(told: Iterable[Vote]) -> Fused:
    """Count one vote a source."""
    votes = Votes(told)
    counts = votes.by_value(1.0)
    return _fused(votes, counts, _shares(votes, counts))


def truthfinder(told: Iterable[Vote], likeness: Likeness | None = None) -> Fused:
    """Trust sources by the confidence of what they say, and values by who says them."""
    import numpy as np

    votes = Votes(told)
    pairs = votes.pairs(likeness) if likeness else None
    trust = np.full(len(votes.sources), FUSION.start)
    scores = votes.by_value(0.0)
    for _ in range(FUSION.rounds):
        scores = votes.by_value(-np.log1p(-trust[votes.source].clip(0.0, 1.0 - 1e-9)))
        if pairs:
            scores = spread(scores, pairs, FUSION.implied)
        confidence = 1.0 / (1.0 + np.exp(-FUSION.dampening * scores))
        fresh = votes.by_source(confidence[votes.value]) / votes.claimed
        if np.abs(fresh - trust).max(initial=0.0) < FUSION.settled:
            break
        trust = fresh
    return _fused(votes, scores, _shares(votes, scores))


def crh(told: Iterable[Vote]) -> Fused:
    """Weigh sources by the logarithm of their share of all disagreement with what holds."""
    import numpy as np

    votes = Votes(told)
    weights = np.ones(len(votes.sources))
    scores = votes.by_value(1.0)
    for _ in range(FUSION.rounds):
        scores = votes.by_value(weights[votes.source])
        loss = votes.by_source(1.0 - _holding(votes, scores)[votes.value]) + 0.5
        fresh = -np.log((loss / (votes.claimed + 1.0)) / (loss / (votes.claimed + 1.0)).sum())
        if np.abs(fresh - weights).max(initial=0.0) < FUSION.settled:
            break
        weights = fresh
    return _fused(votes, scores, _shares(votes, scores))


def accu(told: Iterable[Vote], likeness: Likeness | None = None, *, copying: bool = False) -> Fused:
    """Let accuracies and beliefs settle; with `copying`, discount what is probably copied.

    `likeness` lends a value a share of the support of those like it (AccuSim).
    """
    votes = Votes(told)
    scores, belief, found = _settle(votes, likeness, copying=copying)
    return _fused(votes, scores, belief, found)


def nested(told: Iterable[Vote], likeness: Likeness, *, copying: bool = True) -> Fused:
    """As `accu`, for values that contain or nearly equal one another.

    Whoever states a value also states, as far as `likeness` says, the values that it implies. So
    the parts of a list always have more support than the list: of the values that nearly the best
    support has, the one that implies the others most holds.
    """
    import numpy as np

    votes = Votes(told)
    scores, belief, found = _settle(votes, likeness, copying=copying)
    first, second, far = votes.pairs(likeness)
    best = np.zeros(len(votes.items))
    np.maximum.at(best, votes.item_of, scores)
    near = scores >= FUSION.nearly * best[votes.item_of]
    full = np.bincount(first, far * near[second], len(votes.values))
    reach = np.where(near, 1.0 + full + scores / (best[votes.item_of] + 1e-9), 0.0)
    return _fused(votes, reach, belief, found)


def _settle(
    votes: Votes, likeness: Likeness | None, *, copying: bool
) -> "tuple[Weights, Weights, Copying | None]":
    import numpy as np

    pairs = votes.pairs(likeness) if likeness else None
    accuracy = np.full(len(votes.sources), FUSION.start)
    belief = _shares(votes, votes.by_value(1.0))
    scores, found = belief, None
    compared = Comparison(votes) if copying else None
    for _ in range(FUSION.rounds):
        odds = np.log(FUSION.false_values * accuracy / (1.0 - accuracy))
        found = compared.detect(votes, belief, accuracy) if compared else None
        scores = votes.by_value(odds[votes.source] * _independent(votes, accuracy, found))
        if pairs:
            scores = spread(scores, pairs, FUSION.implied)
        belief = _beliefs(votes, scores)
        # A source with few votes stays near where all begin.
        right = votes.by_source(belief[votes.value]) + FUSION.start * FUSION.start_votes
        fresh = (right / (votes.claimed + FUSION.start_votes)).clip(*FUSION.accuracies)
        if np.abs(fresh - accuracy).max(initial=0.0) < FUSION.settled:
            break
        accuracy = fresh
    return scores, belief, found


def _independent(votes: Votes, accuracy: "Weights", found: "Copying | None") -> "Weights":
    """Return for each vote the chance that it was not copied from a better source that agrees."""
    import numpy as np

    alone = np.ones(len(votes.value))
    if found is None or not len(found.sources):
        return alone
    row = np.full(len(votes.sources), -1)
    row[found.sources] = np.arange(len(found.sources))
    either = found.chance + found.chance.T
    for group in _agreeing(votes, row):
        ranked = group[np.argsort(-accuracy[votes.source[group]], kind="stable")]
        places = row[votes.source[ranked]]
        copied = np.tril(either[np.ix_(places, places)], -1)
        alone[ranked] = np.prod(1.0 - FUSION.copy_rate * copied, axis=1)
    return alone


def _agreeing(votes: Votes, row: "Numbers") -> "list[Numbers]":
    """Return the votes of compared sources that agree on a value, where there are several."""
    import numpy as np

    known = np.flatnonzero(row[votes.source] >= 0)
    known = known[np.lexsort((votes.source[known], votes.value[known]))]
    several = np.bincount(votes.value[known], minlength=len(votes.values))[votes.value[known]] > 1
    known = known[several]
    return np.split(known, np.flatnonzero(np.diff(votes.value[known])) + 1) if len(known) else []


def _beliefs(votes: Votes, scores: "Weights") -> "Weights":
    """Return the probability of each value, with room for values that nobody states."""
    import numpy as np

    top = np.zeros(len(votes.items))
    np.maximum.at(top, votes.item_of, scores)
    mass = np.exp(scores - top[votes.item_of])
    others = np.maximum(FUSION.false_values + 1 - votes.rivals, 0.0) * np.exp(-top)
    shares: Weights = mass / (votes.by_item(mass) + others)[votes.item_of]
    return shares


def _shares(votes: Votes, scores: "Weights") -> "Weights":
    whole = votes.by_item(scores)[votes.item_of]
    shares: Weights = scores / whole.clip(1e-12)
    return shares


def _holding(votes: Votes, scores: "Weights") -> "Weights":
    import numpy as np

    best = votes.best(scores)
    return np.array([float(best[item] == value) for item, value in votes.values])


def _fused(
    votes: Votes, scores: "Weights", belief: "Weights", found: "Copying | None" = None
) -> Fused:
    truth = votes.best(scores)
    right = votes.by_source(belief[votes.value]) / votes.claimed
    return Fused(
        truth,
        dict(zip(votes.values, map(float, belief), strict=True)),
        dict(zip(votes.sources, map(float, right), strict=True)),
        found.pairs(votes.sources) if found else {},
    )

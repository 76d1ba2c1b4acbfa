"""Tunes the cross-encoder to passages that a search finds, on pairs that were read one by one.

What `training.crossencoder` trained knows which sentence follows from which; whether a reader would
say that a found passage states a claim is another question (`training.readings`), and the readings
are few. So all of the body but its embeddings learns them at a low rate, after its last answer was
fitted as a regression over what the heads see; and between them it repeats labelled and written
pairs, of which it shall say what it said before (learning without forgetting; Li and Hoiem 2016).

In two rounds: twice over the pairs of one half of the articles, then once over all. What the
judge's sum is fitted on must be answers on pairs that were not learnt: those of the first round on
the other half (`Tuned.unseen`).
"""

import hashlib
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from torch.nn import functional

from training.crossencoder import TYPE_WEIGHT, batches, learning, optimizer, step
from training.pairs import Example, labelled
from training.readings import Reading
from training.written import written
from xref.judges import Pair
from xref.models.batching import by_length
from xref.models.crossencoding import ANSWERS, LABELS, Coded, PairCoder, stacked
from xref.models.network import CrossEncoder, trained

if TYPE_CHECKING:
    from typing import TypeAlias

    import numpy.typing as npt

    Floats: TypeAlias = npt.NDArray[np.float64]

STRENGTH = 3e-3
"""Inverse of the ridge over the standardised inputs of the regression that the tuning begins with.
Log-loss of support with the sum over a pair and its place beside it, each set of readings left out
in turn, mean of six: 0.3456 without this answer, 0.3370 at 1e-4, 0.3300 at 1e-3, 0.3280 at 3e-3,
0.3277 at 1e-2."""
REPEATED = 9_000
"""Labelled pairs that stand ready to be repeated, and as many written ones."""
HARD = 0.3
"""Share of the labels in the loss on what is repeated; the rest is what the network said before."""
MOST_COUNTED = 5.0
"""A reading counts as the root of the found pairs that it stands for, at most of so many."""
PIECES = 3_000
WARMUP = 40
_LEAST_SPREAD = 0.1
"""Of the median: what hardly varies is not blown up."""


@dataclass(frozen=True, slots=True)
class Round:
    """How the readings are gone through."""

    seed: int
    times: int
    rate: float
    repeated: float
    """Pairs that are repeated, for each reading."""


FIRST = Round(seed=1, times=2, rate=1e-4, repeated=0.5)
SECOND = Round(seed=2, times=1, rate=8e-5, repeated=0.25)


@dataclass(frozen=True, slots=True)
class Tuned:
    """The tuned network, and what it said of readings before it learnt them."""

    model: CrossEncoder
    unseen: Sequence[int]
    """Places of the readings of the second half of the articles."""
    answers: "Floats"
    """(unseen, ANSWERS), after the first round."""


def tuned(shipped: Path, told: Sequence[Reading], data: Path) -> Tuned:
    """Return the network of the shipped weights, tuned to readings."""
    torch.manual_seed(FIRST.seed)
    model = trained(shipped)
    told_pairs = coded([reading.pair for reading in told])
    repeated = _Repeated(model, data)
    halves = [hashlib.sha256(r.article_id.encode()).digest()[1] % 2 for r in told]
    first = [place for place, half in enumerate(halves) if half == 0]
    unseen = [place for place, half in enumerate(halves) if half == 1]
    _begin(model, [told_pairs[p] for p in first], [told[p].label == "supports" for p in first])
    _go(model, FIRST, told_pairs, told, first, repeated)
    answers = said(model, [told_pairs[place] for place in unseen])
    _go(model, SECOND, told_pairs, told, range(len(told)), repeated)
    return Tuned(model.eval(), unseen, answers)


def coded(pairs: Sequence[Pair]) -> list[Coded]:
    """Return pairs as the network reads them."""
    return PairCoder().code([pair.claim for pair in pairs], [pair.passage for pair in pairs])


def said(model: CrossEncoder, pairs: Sequence[Coded], *, pooled: bool = False) -> "Floats":
    """Return the logits of pairs, (pairs, ANSWERS), or what the heads see of them."""
    model.eval()
    asked = model.pooled if pooled else model
    found = np.zeros((len(pairs), len(model.stated) if pooled else ANSWERS))
    with torch.no_grad():
        for places in by_length([len(one.ids) for one in pairs]):
            found[places] = asked(**_inputs([pairs[place] for place in places])).numpy()
    return found


def _begin(model: CrossEncoder, pairs: Sequence[Coded], stated: Sequence[bool]) -> None:
    """Fit the last answer as a regression over what the heads see."""
    from sklearn.linear_model import LogisticRegression

    seen = said(model, pairs, pooled=True)
    middle, scale = seen.mean(axis=0), seen.std(axis=0)
    scale = np.maximum(scale, _LEAST_SPREAD * np.median(scale))
    fitted: Any = LogisticRegression(C=STRENGTH, max_iter=500).fit((seen - middle) / scale, stated)
    weights = fitted.coef_[0] / scale
    with torch.no_grad():
        model.stated.copy_(torch.from_numpy(weights))
        model.stated_start.fill_(float(fitted.intercept_[0] - middle @ weights))


class _Repeated:
    """Pairs that are repeated, and what the network says of them before it is tuned."""

    def __init__(self, model: CrossEncoder, data: Path) -> None:
        chance = random.Random(4)
        examples: list[Example] = [
            *chance.sample(list(labelled(data)), REPEATED),
            *chance.sample(list(written(data)), REPEATED),
        ]
        self.coded = PairCoder().code(
            [one.claim for one in examples], [one.evidence for one in examples]
        )
        self.labels = torch.tensor([one.label for one in examples])
        self.before = torch.from_numpy(said(model, self.coded)).float()

    def loss(self, model: CrossEncoder, places: Sequence[int]) -> torch.Tensor:
        logits = model(**_inputs([self.coded[place] for place in places]))
        before, split = self.before[places], len(LABELS)
        soft = functional.cross_entropy(logits[:, :split], before[:, :split].softmax(-1))
        types = functional.cross_entropy(logits[:, split:-1], before[:, split:-1].softmax(-1))
        hard = functional.cross_entropy(logits[:, :split], self.labels[places])
        return (1 - HARD) * (soft + TYPE_WEIGHT * types) + HARD * hard


def _go(
    model: CrossEncoder,
    plan: Round,
    pairs: Sequence[Coded],
    told: Sequence[Reading],
    places: Sequence[int],
    repeated: _Repeated,
) -> None:
    """Go through the readings at these places, what is repeated in between."""
    chance = random.Random(plan.seed)
    taken = optimizer(learning(model), plan.rate)
    counted = torch.tensor([min(reading.stands_for, MOST_COUNTED) ** 0.5 for reading in told])
    counted = counted / counted[list(places)].mean()
    stated = torch.tensor([float(reading.label == "supports") for reading in told])
    planned = list(_planned(plan, pairs, places, repeated, chance))
    model.train()
    for number, (read, batch) in enumerate(planned):
        if read:
            logits = model(**_inputs([pairs[place] for place in batch]))[:, -1]
            losses = functional.binary_cross_entropy_with_logits(
                logits, stated[batch], reduction="none"
            )
            loss = (losses * counted[batch]).mean()
        else:
            loss = repeated.loss(model, batch)
        share = min(1.0, (number + 1) / WARMUP) * (1 - number / len(planned))
        step(model, taken, loss, plan.rate * share)


def _planned(
    plan: Round,
    pairs: Sequence[Coded],
    places: Sequence[int],
    repeated: _Repeated,
    chance: random.Random,
) -> Iterator[tuple[bool, list[int]]]:
    """Yield batches, and whether they are readings."""
    for _ in range(plan.times):
        again = chance.sample(range(len(repeated.coded)), int(plan.repeated * len(places)))
        drawn = [(True, batch) for batch in batches(pairs, places, PIECES, chance)]
        drawn += [(False, batch) for batch in batches(repeated.coded, again, PIECES, chance)]
        chance.shuffle(drawn)
        yield from drawn


def _inputs(pairs: Sequence[Coded]) -> dict[str, torch.Tensor]:
    return {name: torch.from_numpy(value) for name, value in stacked(pairs).items()}

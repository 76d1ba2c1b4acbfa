"""Fits what a passage's place adds to the judge's sum: `python -m training.placing`.

The sum over a pair alone (`training.combining`) cannot tell a passage that states a claim from one
of the many that share its topic, its people and its days. What can are four parts of where it was
found: how rare the words are that both have, how far it stands out of what is near the claim for
its topic alone, how near the days of both articles are, and how much of the article others report
at all; and the model's answer whether a found passage states the claim, which is fitted first
(`training.stating`). Their weights, a slope of the sum and a start are a logistic regression on all
pairs that were read one by one (`training.readings`), each for as many found pairs as it stands
for, and twice as much on those that state a claim which a program then altered. It writes `placed`
into xref/models/news_judge.json and that answer into the cross-encoder's weights, and leaves the
rest.
"""

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from training import stating
from training.combining import DATA, MOST_STANDS_FOR, TARGET, with_answers
from training.readings import PLACE, Reading, readings
from xref.models.crossencoding import PairModel, weights_file
from xref.settings import JUDGING

TWICE = 2.0
"""How much an altered pair counts beside the pair as it was. Out of fold, of 300 altered claims
that were stated as a whole and 233 negated ones, likelier than 0.5 are 0.16 and 0.10 where they
count once, 0.12 and 0.07 where twice (of the former 0.25 where they are not learnt); of what is
likelier than 0.5 as it was read 0.85, 0.86 and 0.82 is stated (555, 485 and 662 pairs)."""
STATES = "model_states"
_OF_THE_MODEL = ("model_supports", "model_refutes")
LEAST_CHANCE = -0.25
"""Log-odds of the sum without the model's answer under which the model is taken to have said
nothing, as it mostly is when an article is checked: with its answers to all, it would be fitted
where it is never asked."""


def alone(
    found: Sequence[Reading], told: Mapping[str, Any], model: PairModel
) -> tuple[list[float], list[bool]]:
    """Return the log-odds of support of the sum over each pair, and whether the model is asked."""
    weights, odds, read = told["weights"], [], []
    for parts in with_answers([reading.pair for reading in found], model):
        without = told["start"] + sum(
            parts[name] * weight for name, weight in weights.items() if name not in _OF_THE_MODEL
        )
        read.append(without >= LEAST_CHANCE)
        said = ((parts[n] if read[-1] else JUDGING.unread) * weights[n] for n in _OF_THE_MODEL)
        odds.append(without + sum(said))
    return odds, read


def stated(found: Sequence[Reading], shipped: Path) -> list[float]:
    """Fit the model's answer whether a passage states the claim, write it, and return it.

    Each pair has the answer of one that was fitted on the pairs of other articles.
    """
    seen = stating.pooled([reading.pair for reading in found], shipped)
    labels = np.array([reading.label == "supports" for reading in found])
    stating.put(*stating.fit(seen, labels), shipped)
    return [
        float(value)
        for value in stating.of_others(seen, labels, [reading.article_id for reading in found])
    ]


def fit(odds: Sequence[float], states: Sequence[float], found: Sequence[Reading]) -> dict[str, Any]:
    """Return slope, start and the weights of PLACE and of what the model says of them."""
    from sklearn.linear_model import LogisticRegression

    inputs = np.array(
        [
            [one, *(reading.pair.parts[p] for p in PLACE), state]
            for one, state, reading in zip(odds, states, found, strict=True)
        ]
    )
    scale = inputs.std(axis=0)
    fitted = LogisticRegression(C=1.0).fit(
        inputs / scale,
        [reading.label == "supports" for reading in found],
        sample_weight=[_counts(reading) for reading in found],
    )
    slope, *weights = (round(float(value), 4) for value in fitted.coef_[0] / scale)
    return {
        "slope": slope,
        "start": round(float(fitted.intercept_[0]), 4),
        "weights": dict(zip((*PLACE, STATES), weights, strict=True)),
    }


def _counts(reading: Reading) -> float:
    plain = min(reading.stands_for, MOST_STANDS_FOR)
    return TWICE * plain if reading.altered else plain


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m training.placing", description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--target", type=Path, default=TARGET)
    options = parser.parse_args()
    if not options.data.is_dir():
        sys.exit(f"There is no data folder {options.data}; name one with --data.")
    judge = json.loads(options.target.read_text("utf-8"))
    read = list(readings(options.data, altered=True))
    odds, asked = alone(read, judge["found"]["supports"], PairModel())
    states = [
        value if wanted else JUDGING.unread_states
        for value, wanted in zip(stated(read, weights_file()), asked, strict=True)
    ]
    judge["placed"] = fit(odds, states, read)
    options.target.write_text(json.dumps(judge, indent=1) + "\n", "utf-8")

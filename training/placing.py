"""Fits what a passage's place adds to the judge's sum: `python -m training.placing`.

The sum over a pair alone (`training.combining`) cannot tell a passage that states a claim from one
of the many that share its topic, its people and its days. What can are four parts of where it was
found: how rare the words are that both have, how far it stands out of what is near the claim for
its topic alone, how near the days of both articles are, and how much of the article others report
at all. Their weights, a slope of the sum and a start are a logistic regression on all pairs that
were read one by one (`training.readings`), each for as many found pairs as it stands for. It writes
`placed` into xref/models/news_judge.json and leaves the rest.
"""

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from training.combining import DATA, MOST_STANDS_FOR, TARGET, with_answers
from training.readings import Reading, readings
from xref.models.crossencoding import PairModel
from xref.settings import JUDGING

PARTS = ("rare_words_shared", "above_topic", "near_in_time", "reported")
_OF_THE_MODEL = ("model_supports", "model_refutes")
LEAST_CHANCE = -0.25
"""Log-odds of the sum without the model's answer under which the model is taken to have said
nothing, as it mostly is when an article is checked: with its answers to all, it would be fitted
where it is never asked."""


def alone(found: Sequence[Reading], told: Mapping[str, Any], model: PairModel) -> list[float]:
    """Return the log-odds of support that the sum over each pair alone comes to."""
    weights, odds = told["weights"], []
    for parts in with_answers([reading.pair for reading in found], model):
        without = told["start"] + sum(
            parts[name] * weight for name, weight in weights.items() if name not in _OF_THE_MODEL
        )
        asked = without >= LEAST_CHANCE
        said = ((parts[n] if asked else JUDGING.unread) * weights[n] for n in _OF_THE_MODEL)
        odds.append(without + sum(said))
    return odds


def fit(odds: Sequence[float], found: Sequence[Reading]) -> dict[str, Any]:
    """Return slope, start and the weights of PARTS."""
    from sklearn.linear_model import LogisticRegression

    told = [[one, *(r.pair.parts[p] for p in PARTS)] for one, r in zip(odds, found, strict=True)]
    inputs = np.array(told)
    scale = inputs.std(axis=0)
    fitted = LogisticRegression(C=1.0).fit(
        inputs / scale,
        [reading.label == "supports" for reading in found],
        sample_weight=[min(reading.stands_for, MOST_STANDS_FOR) for reading in found],
    )
    slope, *weights = (round(float(value), 4) for value in fitted.coef_[0] / scale)
    return {
        "slope": slope,
        "start": round(float(fitted.intercept_[0]), 4),
        "weights": dict(zip(PARTS, weights, strict=True)),
    }


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m training.placing", description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--target", type=Path, default=TARGET)
    options = parser.parse_args()
    if not options.data.is_dir():
        sys.exit(f"There is no data folder {options.data}; name one with --data.")
    judge = json.loads(options.target.read_text("utf-8"))
    read = list(readings(options.data))
    judge["placed"] = fit(alone(read, judge["found"]["supports"], PairModel()), read)
    options.target.write_text(json.dumps(judge, indent=1) + "\n", "utf-8")

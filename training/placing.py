"""Fits the sum by which found passages are judged: `python -m training.placing`.

The sum over a pair alone (`training.combining`) cannot tell a passage that states a claim from one
of the many that share its topic, its people and its days. What can are three parts of where it was
found: how rare the words are that both have, how far it stands out of what is near the claim for
its topic alone, and how near the days of both articles are; and the model's answer whether a found
passage states the claim, once it is tuned to such passages (`training.tuning`). All weights are one
logistic regression on pairs that were read one by one (`training.readings`), each for as many found
pairs as it stands for, those with a claim that a program altered among them, and each with the
answer of a model that had not learnt it. It writes `found.supports` into
xref/models/news_judge.json and the tuned model into the cross-encoder's weights, and leaves the
rest.
"""

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from training.combining import DATA, MOST_STANDS_FOR, SIGNS, TARGET, answered
from training.crossencoder import write
from training.readings import PLACE, Reading, readings
from training.tuning import tuned
from xref.models.crossencoding import weights_file

STATES = "model_states"
ALTERED = 0.5
"""How much a pair with an altered claim counts beside the pair as it was. Out of fold, area under
the ROC curve and log-loss of the natural pairs, and the share of those that state their claim that
are found where 6 in 100 altered ones pass: 0.900, 0.404 and 0.39 without them, 0.896, 0.427 and
0.46 here, 0.893, 0.453 and 0.49 at 1, 0.887, 0.501 and 0.50 at 2."""
_RIDGE = 1.0


def fit(
    parts: Sequence[Mapping[str, float]], told: Sequence[Reading], names: Sequence[str]
) -> dict[str, Any]:
    """Return start and weights of the sum; each keeps the sign that its part's name promises."""
    from scipy.optimize import minimize

    matrix = np.array([[part[name] for name in names] for part in parts])
    stated = np.array([float(reading.label == "supports") for reading in told])
    counted = np.array([_counts(reading) for reading in told])
    counted /= counted.mean()
    scale = np.maximum(matrix.std(axis=0), 1e-9)
    inputs = np.hstack([matrix / scale, np.ones((len(matrix), 1))])
    ridge = np.append(np.full(len(names), _RIDGE), 0.0)

    def loss(values: "np.ndarray[Any, Any]") -> tuple[float, "np.ndarray[Any, Any]"]:
        odds = inputs @ values
        cost = counted @ (np.logaddexp(0, odds) - stated * odds) + ridge @ values**2 / 2
        slope = inputs.T @ (counted * (1 / (1 + np.exp(-odds)) - stated)) + ridge * values
        return float(cost), slope

    bounds = [(0.0, None) if SIGNS.get(n, (1, 0))[0] > 0 else (None, 0.0) for n in names]
    start = np.zeros(len(names) + 1)
    found = minimize(loss, start, jac=True, bounds=[*bounds, (None, None)], method="L-BFGS-B").x
    weights = zip(names, found[:-1] / scale, strict=True)
    return {
        "start": round(float(found[-1]), 4),
        "weights": {name: round(float(one), 4) for name, one in weights if abs(one) >= 1e-4},
    }


def _counts(reading: Reading) -> float:
    plain = min(reading.stands_for, MOST_STANDS_FOR)
    return ALTERED * plain if reading.altered else plain


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m training.placing", description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--target", type=Path, default=TARGET)
    options = parser.parse_args()
    if not options.data.is_dir():
        sys.exit(f"There is no data folder {options.data}; name one with --data.")
    judge = json.loads(options.target.read_text("utf-8"))
    read = list(readings(options.data, altered=True))
    network = tuned(weights_file(), read, options.data)
    unseen = [read[place] for place in network.unseen]
    judge["found"]["supports"] = fit(
        answered([reading.pair for reading in unseen], network.answers),
        unseen,
        [*(name for name in SIGNS if SIGNS[name][0]), *PLACE, STATES],
    )
    options.target.write_text(json.dumps(judge, indent=1) + "\n", "utf-8")
    write(network.model, weights_file())

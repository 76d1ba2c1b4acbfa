"""Fits the cross-encoder's answer whether a found passage states the claim.

A logistic regression over what the trained network hands to its heads (`CrossEncoder.pooled`), on
the pairs that were read one by one (`training.readings`). It is written into the shipped weights.
For what is fitted on the same pairs afterwards each needs the answer of a regression that has not
seen its article (`of_others`).
"""

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import torch

from xref.judges import Pair
from xref.models.batching import by_length
from xref.models.crossencoding import PairCoder, stacked
from xref.models.network import trained

if TYPE_CHECKING:
    from typing import TypeAlias

    import numpy.typing as npt

    Floats: TypeAlias = npt.NDArray[np.float64]

STRENGTH = 3e-3
"""Inverse of the ridge over the standardised inputs. Log-loss of support with the sum over a pair
and its place beside it, each set of readings left out in turn, mean of six: 0.3456 without this
answer, 0.3370 at 1e-4, 0.3300 at 1e-3, 0.3280 at 3e-3, 0.3277 at 1e-2; alone it is best at 1e-3 and
3e-3."""
FOLDS = 5
_LEAST_SPREAD = 0.1
"""Of the median: what hardly varies is not blown up."""


def pooled(pairs: Sequence[Pair], weights: Path) -> "Floats":
    """Return what the heads see of each pair, (pairs, 5 * hidden size)."""
    model = trained(weights)
    coded = PairCoder().code([pair.claim for pair in pairs], [pair.passage for pair in pairs])
    found = np.zeros((len(pairs), len(model.stated)))
    with torch.no_grad():
        for places in by_length([len(one.ids) for one in coded]):
            inputs = stacked([coded[place] for place in places])
            told = model.pooled(**{name: torch.from_numpy(v) for name, v in inputs.items()})
            found[places] = told.numpy()
    return found


def fit(seen: "Floats", stated: "npt.NDArray[np.bool_]") -> tuple["Floats", float]:
    """Return the weights of what the heads see, and a start."""
    from sklearn.linear_model import LogisticRegression

    middle, scale = seen.mean(axis=0), seen.std(axis=0)
    scale = np.maximum(scale, _LEAST_SPREAD * np.median(scale))
    fitted: Any = LogisticRegression(C=STRENGTH, max_iter=500).fit((seen - middle) / scale, stated)
    weights = fitted.coef_[0] / scale
    return weights, float(fitted.intercept_[0] - middle @ weights)


def of_others(seen: "Floats", stated: "npt.NDArray[np.bool_]", articles: Sequence[str]) -> "Floats":
    """Return the answer on each pair of a regression on pairs of other articles."""
    told = [hashlib.sha256(article.encode()).digest()[0] % FOLDS for article in articles]
    folds, found = np.array(told), np.zeros(len(seen))
    for fold in range(FOLDS):
        weights, start = fit(seen[folds != fold], stated[folds != fold])
        found[folds == fold] = seen[folds == fold] @ weights + start
    return found


def put(weights: "Floats", start: float, shipped: Path) -> None:
    """Write the answer into the shipped weights."""
    from safetensors.numpy import load_file, save_file

    told = dict(load_file(shipped))
    told["stated"] = weights.astype(np.float16)
    told["stated_start"] = np.array([start], dtype=np.float16)
    save_file(told, shipped)

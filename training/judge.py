"""Trains the parts judge: `python -m training.judge` writes xref/models/parts_judge.json.

The judge asks whether a passage says the same as a claim, so refuting and neutral pairs count
alike as `not supported`.

Only sets whose stated licence allows shipping what was trained on them are used (the model card
beside the weights lists them). One more source of `neutral` pairs is made here: neighbouring
sentences of one article (AllSides, Apache-2.0), which speak of one event and state two things.
"""

import argparse
import csv
import json
import random
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np

from training.pairs import lines, rows
from xref.attributions import attribute
from xref.claims.sentences import sentences
from xref.encoders import Encoder, encoder
from xref.relations.alignment import Rarity, rarity, words
from xref.relations.parts import measure
from xref.relations.sides import Side

DATA = Path("..") / "shared" / "data"
READINGS = Path("training") / "readings.csv"
TARGET = Path("xref") / "models" / "parts_judge.json"
SETS = {
    "mnli": 3000,
    "newprot": 4000,
    "snli": 1500,
    "fever": 2000,
    "fm2": 600,
    "cad-snli": 500,
    "breaking-nli": 150,
}
"""Pairs taken of each set's `train` part."""
NEIGHBOURS = 1500
PARTS = (
    "dates_agree",
    "dates_conflict",
    "denial_differs",
    "hedge_differs",
    "likeness",
    "negation_differs",
    "said_again",
    "values_agree",
    "values_conflict",
    "values_missing",
    "weakest_words",
)
"""The parts that this judge reads; others are measured for judges that came after it."""
_FOR = {"likeness", "said_again", "weakest_words", "values_agree", "dates_agree"}
"""Parts that can only speak for a claim; all others can only speak against it."""
_LEAST_LIKENESS = 1.5
"""The lists' negatives are as like their claims as the positives, passages found in a corpus are
not: left free, the weight is 0.48. Mean AUC of `supports` on the six news-like dev sets: 0.7009
free, 0.7042 at 1.5; on all eleven 0.7380 and 0.7378."""
_RIDGE = 1.0
_CLIP = 1200
_CHUNK = 500
"""Pairs measured at a time: the word vectors of all would take gigabytes."""


def pairs(data: Path) -> Iterator[tuple[str, str, str]]:
    """Yield (claim, evidence, label) of all sets, the same ones every time."""
    for name, most in SETS.items():
        found = list(rows(data, name))
        for row in random.Random(7).sample(found, min(most, len(found))):
            yield row["claim"][:_CLIP], row["evidence"][:_CLIP], row["label"]
    yield from _neighbours(data)


def _neighbours(data: Path) -> Iterator[tuple[str, str, str]]:
    articles = list(lines(data / "articles" / "allsides-2015.jsonl.gz"))
    chosen = random.Random(7).sample(articles, NEIGHBOURS)
    for row in chosen:
        text = row["text"]
        told = [text[s.start : s.end] for s in sentences(text) if s.end - s.start > 50]
        if len(told) > 3:
            yield told[2], told[1], "neutral"


def measured(
    found: list[tuple[str, str, str]], model: Encoder
) -> tuple[list[str], "np.ndarray[Any, Any]"]:
    """Return the names of the judge's parts and the matrix (pairs, parts)."""
    told: list[Mapping[str, float]] = []
    rare = rarity(text for claim, passage, _ in found for text in (claim, passage))
    for start in range(0, len(found), _CHUNK):
        told += _measured_chunk(found[start : start + _CHUNK], model, rare)
    return list(PARTS), np.array([[row[name] for name in PARTS] for row in told])


def _measured_chunk(
    found: list[tuple[str, str, str]], model: Encoder, rare: Rarity
) -> list[Mapping[str, float]]:
    claims, passages = [f[0] for f in found], [f[1] for f in found]
    likeness = (model.encode(claims) * model.encode(passages)).sum(axis=1)
    sides = [
        [
            Side(text, words(text, pieces), None, focus=_focus(text))
            for text, pieces in zip(texts, model.tokens(texts), strict=True)
        ]
        for texts in (claims, passages)
    ]
    return [
        measure(claim, passage, float(like), rare).parts
        for claim, passage, like in zip(*sides, likeness, strict=True)
    ]


def _focus(text: str) -> tuple[int, int] | None:
    said = attribute(text, 0, len(text))
    return said.content if said else None


def train(data: Path, target: Path) -> None:
    """Fit the regression and write its weights."""
    found = list(pairs(data))
    names, matrix = measured(found, encoder())
    labels = np.array([label == "supports" for *_, label in found], dtype=float)
    weights, bias = fit(names, matrix, labels)
    slope, supports, refutes = calibrate(READINGS)
    told = {
        "parts": names,
        "weights": [round(float(weight) * slope, 5) for weight in weights],
        "supports_bias": round(bias * slope + supports, 5),
        "refutes_bias": round(bias * slope + refutes, 5),
        "trained_on": {**SETS, "allsides-2015 neighbours": NEIGHBOURS},
    }
    target.parent.mkdir(exist_ok=True)
    target.write_text(json.dumps(told, indent=1) + "\n", "utf-8")


def fit(
    names: list[str], matrix: "np.ndarray[Any, Any]", labels: "np.ndarray[Any, Any]"
) -> tuple["np.ndarray[Any, Any]", float]:
    """Fit a logistic regression whose weights keep the sign that their part's name promises.

    Without the bounds the captions' quirks show: what is longer, or more alike word by word, came
    out as less supported, and the news sets lost (AUC on WiCE 0.739 against 0.746, on MRPC 0.749
    against 0.758).
    """
    from scipy.optimize import minimize

    scale = np.maximum(matrix.std(axis=0), 1e-6)
    scaled = matrix / scale

    def loss(values: "np.ndarray[Any, Any]") -> tuple[float, "np.ndarray[Any, Any]"]:
        odds = scaled @ values[:-1] + values[-1]
        error = 1 / (1 + np.exp(-odds)) - labels
        penalty = _RIDGE * values[:-1]
        total = (np.logaddexp(0, odds) - labels * odds).sum() + (penalty * values[:-1]).sum() / 2
        return float(total), np.append(scaled.T @ error + penalty, error.sum())

    least = [
        _LEAST_LIKENESS * by if name == "likeness" else 0.0
        for name, by in zip(names, scale, strict=True)
    ]
    bounds: list[tuple[float | None, float | None]] = [
        (floor, None) if name in _FOR else (None, 0)
        for name, floor in zip(names, least, strict=True)
    ]
    bounds.append((None, None))
    start = np.array([*least, 0.0])
    found = minimize(loss, start, jac=True, bounds=bounds, method="L-BFGS-B").x
    return found[:-1] / scale, float(found[-1])


def calibrate(readings: Path) -> tuple[float, float, float]:
    """Return slope and shifts (supports, refutes) that turn the sum into a probability.

    In the lists most pairs are of one matter; among passages found in a corpus most are not, and
    the sum alone is far too sure or too shy. `readings` holds pairs of the stories that were read
    one by one: the sum, whether support or refutation was asked, and whether it was so. Platt
    scaling (Platt 1999), with one slope, since it is the same sum.
    """
    from scipy.optimize import minimize

    with readings.open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    odds = np.array([float(row["odds"]) for row in rows])
    asked = np.array([row["asked"] == "refutes" for row in rows])
    answers = np.array([float(row["answer"]) for row in rows])

    def loss(values: "np.ndarray[Any, Any]") -> float:
        told = odds * values[0] + np.where(asked, values[2], values[1])
        return float((np.logaddexp(0, told) - answers * told).sum())

    slope, supports, refutes = minimize(loss, np.array([1.0, 0.0, 0.0]), method="BFGS").x
    return float(slope), float(supports), float(refutes)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m training.judge", description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--target", type=Path, default=TARGET)
    options = parser.parse_args()
    if not options.data.is_dir():
        sys.exit(f"There is no data folder {options.data}; name one with --data.")
    train(options.data, options.target)

"""Which sentences are worth checking: average precision of the baselines.

xref gives no score of check-worthiness, so it has no row. The baselines are the order of the text
and a logistic regression on tf-idf, trained on the other folds: every fold keeps a speech (or a
stretch of a debate) whole. CheckThat is scored by speech, as its task is.
"""

import sys
from collections.abc import Iterator, Sequence
from importlib import import_module
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.tables import Data, Row

FOLDS = 5
_SETS = {"checkthat2019": "speech", "claimbuster": None}
"""The file, and the key of what is ranked; without one everything is ranked at once."""
Array = NDArray[Any]
Sentences = Sequence[dict[str, Any]]


def rows(data: Data) -> Iterator[Row]:
    """Yield the average precision of each baseline on each set."""
    print("skipped: xref has no score of check-worthiness", file=sys.stderr)
    for name, key in _SETS.items():
        told = data.read(f"checkworthy/{name}.jsonl.gz")
        if not told:
            continue
        worth = np.array([row["label"] == "check-worthy" for row in told])
        ranked = [row[key] if key else name for row in told]
        metric = "MAP" if key else "average precision"
        yield Row(
            name, "share worth checking", metric, float(_mean(worth, None, ranked)), len(told)
        )
        order = -np.arange(len(told), dtype=float)
        yield Row(name, "order of the text", metric, _mean(worth, order, ranked), len(told))
        learnt = _regression(told, worth)
        if learnt is not None:
            yield Row(name, "tf-idf regression", metric, _mean(worth, learnt, ranked), len(told))


def _mean(worth: Array, scores: Array | None, ranked: Sequence[str]) -> float:
    """Mean over what is ranked of the average precision, or of the share that is worth checking."""
    keys = np.array(ranked)
    found = []
    for key in dict.fromkeys(ranked):
        own = keys == key
        if worth[own].any():
            share = float(worth[own].mean())
            found.append(share if scores is None else precision(worth[own], scores[own]))
    return sum(found) / len(found) if found else 0.0


def precision(worth: Array, scores: Array) -> float:
    """Average precision of a ranking: the mean precision at each sentence worth checking."""
    hits = worth[np.argsort(-scores, kind="stable")]
    at = np.cumsum(hits) / np.arange(1, len(hits) + 1)
    return float(at[hits].mean())


def _regression(told: Sentences, worth: Array) -> Array | None:
    """Scores out of fold; None, with a line on stderr, where it cannot be trained."""
    try:
        words_of = import_module("sklearn.feature_extraction.text")
        linear = import_module("sklearn.linear_model")
    except ImportError:
        print("skipped: the regression needs scikit-learn", file=sys.stderr)
        return None
    fold = _folds(told)
    scores = np.zeros(len(told))
    words = np.array([row["text"] for row in told], dtype=object)
    for number in range(FOLDS):
        own = fold == number
        if not own.any():
            continue
        if len(set(worth[~own].tolist())) < 2:
            print("skipped: too few sentences to train the regression on", file=sys.stderr)
            return None
        tfidf = words_of.TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, min_df=1)
        seen = tfidf.fit_transform(words[~own])
        model = linear.LogisticRegression(class_weight="balanced", max_iter=300, solver="liblinear")
        model.fit(seen, worth[~own])
        scores[own] = model.decision_function(tfidf.transform(words[own]))
    return scores


def _folds(told: Sentences) -> Array:
    """The fold of every sentence; what has one group stays in one, groups dealt out in order."""
    groups = {group: at for at, group in enumerate(dict.fromkeys(row["group"] for row in told))}
    return np.array([groups[row["group"]] % FOLDS for row in told])

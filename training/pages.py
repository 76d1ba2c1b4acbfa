"""Learns how pages speak: `python -m training.pages` writes the weights of `xref.claims.pages`.

A logistic regression over what a span shows, on spans that were read (`training.sentences`):
furniture against all that the story says.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from training.sentences import Read, read
from xref.claims.pages import looked_at, signs
from xref.models.linear import weights_file, write

DATA = Path("..") / "shared" / "data"
LEAST = 3
"""Spans in which a sign must be seen."""
STRENGTH = 0.6
"""Of the regression (scikit-learn's `C`)."""
FAINT = 0.02
"""Weights nearer to nought are left out."""


def train(told: Sequence[Read]) -> dict[str, Any]:
    """Return the start and the weight of each sign."""
    import numpy as np
    from sklearn.feature_extraction.text import CountVectorizer
    from sklearn.linear_model import LogisticRegression

    kept = [one for one in told if looked_at(one.words, one.place)]
    counter = CountVectorizer(analyzer=list, min_df=LEAST, binary=True, dtype=np.float64)
    seen = counter.fit_transform([signs(one.words, one.place) for one in kept])
    model = LogisticRegression(C=STRENGTH, solver="liblinear", max_iter=300, random_state=7)
    model.fit(seen, [one.letter == "F" for one in kept])
    weights = dict(
        zip(map(str, counter.get_feature_names_out()), map(float, model.coef_[0]), strict=True)
    )
    return {
        "start": round(float(model.intercept_[0]), 3),
        "weights": {name: round(one, 2) for name, one in weights.items() if abs(one) >= FAINT},
    }


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m training.pages", description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--target", type=Path, default=weights_file("pages"))
    options = parser.parse_args()
    if not (options.data / "articles").is_dir():
        sys.exit(f"There is no data folder {options.data}; name one with --data.")
    write(train(list(read(options.data))), options.target)

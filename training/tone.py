"""Learns how comments read: `python -m training.tone` writes the weights of `xref.claims.tone`.

A logistic regression on sentences that were read (`training.sentences`): those in which the author
comments and nothing can be looked up and, counted less, statements in the words of a comment,
against reports. Beside each word and pair of words stands what MiniLM's table of word vectors has
for the words, so that a word that was never seen weighs like those that mean about the same; in the
end each word has one weight.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from math import sqrt
from pathlib import Path
from typing import TYPE_CHECKING, Any

from training.sentences import Read, read
from xref.claims.opinions import own_words
from xref.claims.tone import manner
from xref.models import bundled
from xref.models.linear import weights_file, write

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    from scipy.sparse import csr_matrix

DATA = Path("..") / "shared" / "data"
COUNTED = {"O": 1.0, "B": 0.5, "C": 1.0}
"""Letters of the sentences that are learnt from, and how much each counts: `O` and `B` are told
from `C`. With `B` on the other side (0.3) 0.048 of the statements in a comment's words are taken
for opinion instead of 0.087 where 0.26 of the comments are, out of fold; but macro-F1 at its best
cut falls from 0.88 to 0.87 on BABE, and from 0.76 to 0.70 on CLEF."""
LEAST = 3
"""Sentences in which a feature must be seen."""
STRENGTH = 3.0
"""Of the regression (scikit-learn's `C`)."""
FAINT = 0.05
"""Weights nearer to nought are left out."""
_VECTORS = "embeddings.word_embeddings.weight"
_MARKS = 999
"""Rows of that table before its first letter."""


class Vectors:
    """MiniLM's table of word vectors, its mean taken out, each of length 1."""

    def __init__(self) -> None:
        import numpy as np
        from safetensors.numpy import load_file

        table = load_file(bundled.published() / "model.safetensors")[_VECTORS].astype(np.float32)
        table -= table[_MARKS:].mean(axis=0)
        self.table = table / np.maximum(np.linalg.norm(table, axis=1, keepdims=True), 1e-9)
        self.places: dict[str, int] = bundled.tokenizer().get_vocab()

    def of(self, features: Sequence[str]) -> "npt.NDArray[np.float32]":
        """The sum over the words of a sentence that stand in the table."""
        known = [self.places[word] for word in features if word in self.places]
        summed: npt.NDArray[np.float32] = self.table[known].sum(axis=0)
        return summed


def train(told: Sequence[Read]) -> dict[str, Any]:
    """Return the start and the weight of each feature."""
    import numpy as np
    from scipy import sparse
    from sklearn.feature_extraction.text import CountVectorizer
    from sklearn.linear_model import LogisticRegression

    kept = [one for one in told if one.letter in COUNTED]
    found = [manner(own_words(one.words)) for one in kept]
    counter = CountVectorizer(analyzer=list, min_df=LEAST, binary=True, dtype=np.float64)
    vectors = Vectors()
    counted = counter.fit_transform(found)
    seen: csr_matrix = sparse.hstack([counted, np.array([vectors.of(one) for one in found])])
    scale = np.array([1 / sqrt(max(len(features), 1)) for features in found])
    model = LogisticRegression(C=STRENGTH, solver="liblinear", max_iter=300, random_state=7)
    model.fit(
        seen.multiply(scale[:, None]).tocsr(),
        [one.letter != "C" for one in kept],
        sample_weight=[COUNTED[one.letter] for one in kept],
    )
    names = counter.get_feature_names_out()
    weights = dict(zip(map(str, names), map(float, model.coef_[0]), strict=False))
    for word, weight in _meant(vectors, model.coef_[0][len(names) :]):
        weights[word] = weights.get(word, 0.0) + weight
    return {
        "start": round(float(model.intercept_[0]), 3),
        "weights": {name: round(one, 2) for name, one in weights.items() if abs(one) >= FAINT},
    }


def _meant(vectors: Vectors, weights: "npt.NDArray[np.float64]") -> Iterator[tuple[str, float]]:
    """Yield what each word of the table weighs by its vector."""
    for word, place in vectors.places.items():
        if place >= _MARKS and not word.startswith("#"):
            yield word, float(vectors.table[place] @ weights)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m training.tone", description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--target", type=Path, default=weights_file("tone"))
    options = parser.parse_args()
    if not (options.data / "articles").is_dir():
        sys.exit(f"There is no data folder {options.data}; name one with --data.")
    write(train(list(read(options.data))), options.target)

"""Learns how comments read: `python -m training.tone` writes the weights of `xref.claims.tone`.

No sentence is labelled: what AllSides lists as opinion (by its address, its title or its desk)
stands against news reports, sentences with quotations or cues left out on both sides. Beside each
word and pair of words stands what MiniLM's table of word vectors has for the words, so that a word
that was never seen weighs like those that mean about the same; in the end each word has one weight.
"""

import argparse
import gzip
import json
import random
import re
import sys
from collections.abc import Iterator, Sequence
from math import sqrt
from pathlib import Path
from typing import TYPE_CHECKING, Any

from xref.claims.sentences import sentences
from xref.claims.tone import manner, weights_file
from xref.models import bundled
from xref.settings import CLAIMS

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    from scipy.sparse import csr_matrix

DATA = Path("..") / "shared" / "data"
YEARS = range(2012, 2016)
ARTICLES = 1_600
"""Of either sort, at most."""
SENTENCES = 15
"""Of one article."""
LONGEST = 45
"""Words of a sentence."""
LEAST = 8
"""Sentences in which a feature must be seen."""
STRENGTH = 0.3
"""Of the regression (scikit-learn's `C`); of 0.3, 1 and 2 the best on BABE and CLEF."""
FAINT = 0.05
"""Weights nearer to nought are left out."""
_VECTORS = "embeddings.word_embeddings.weight"
_MARKS = 999
"""Rows of that table before its first letter."""
_ADDRESS = ("opinion", "/column", "editorial")
_TITLE = ("opinion", "editorial", "column", "op-ed", "commentary")
_COMMENT = frozenset(["Townhall", "Guest Writer", "Guest Writer - Right", "Guest Writer - Left"])
_NEWS = frozenset([
    "Politico", "NPR Online News", "New York Times - News", "Christian Science Monitor",
    "USA TODAY", "Reuters", "Washington Times", "CNN (Web News)", "Associated Press", "Bloomberg",
])  # fmt: skip
_SAID = re.compile(r"\b(said|says|told|according to|added|wrote|asked|tweeted)\b|[\"“]")


def articles(data: Path) -> tuple[list[str], list[str]]:
    """Return the texts of comments and of news reports."""
    comments: list[str] = []
    news: list[str] = []
    for year in YEARS:
        packed = data / "articles" / f"allsides-{year}.jsonl.gz"
        for line in gzip.decompress(packed.read_bytes()).splitlines():
            row = json.loads(line)
            if _is_comment(row):
                comments.append(row["text"])
            elif row["outlet"] in _NEWS and "blog" not in (row["url"] or "").lower():
                news.append(row["text"])
    return comments, news


def _is_comment(row: dict[str, Any]) -> bool:
    address = (row["url"] or "").lower()
    return (
        any(word in address for word in _ADDRESS)
        or row["title"].lower().startswith(_TITLE)
        or row["outlet"] in _COMMENT
    )


def drawn(texts: Sequence[str], chance: random.Random) -> Iterator[list[str]]:
    """Yield the features of sentences that their author says."""
    for text in texts:
        parts = [text[part.start : part.end] for part in sentences(text) if not part.credit]
        own = [words for words in parts if CLAIMS.tone_words <= len(words.split()) <= LONGEST]
        own = [words for words in own if not _SAID.search(words)]
        yield from map(manner, chance.sample(own, min(SENTENCES, len(own))))


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


def train(data: Path) -> dict[str, Any]:
    """Return the start and the weight of each feature."""
    import numpy as np
    from scipy import sparse
    from sklearn.feature_extraction.text import CountVectorizer
    from sklearn.linear_model import LogisticRegression

    chance = random.Random(7)
    comments, news = articles(data)
    ours = list(drawn(chance.sample(comments, min(ARTICLES, len(comments))), chance))
    theirs = list(drawn(chance.sample(news, min(ARTICLES, len(news))), chance))
    told = [*ours, *theirs]
    counter = CountVectorizer(analyzer=list, min_df=LEAST, binary=True, dtype=np.float64)
    vectors = Vectors()
    counted = counter.fit_transform(told)
    seen: csr_matrix = sparse.hstack([counted, np.array([vectors.of(one) for one in told])])
    scale = np.array([1 / sqrt(max(len(features), 1)) for features in told])
    model = LogisticRegression(C=STRENGTH, solver="liblinear", max_iter=300, random_state=7)
    model.fit(seen.multiply(scale[:, None]).tocsr(), [1] * len(ours) + [0] * len(theirs))
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
    parser.add_argument("--target", type=Path, default=weights_file())
    options = parser.parse_args()
    if not (options.data / "articles").is_dir():
        sys.exit(f"There is no data folder {options.data}; name one with --data.")
    learnt = json.dumps(train(options.data), ensure_ascii=False, sort_keys=True)
    options.target.write_bytes(gzip.compress(learnt.encode(), mtime=0))

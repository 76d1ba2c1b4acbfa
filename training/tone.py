"""Learns how comments read: `python -m training.tone` writes the weights of `xref.claims.tone`.

No sentence is labelled: what AllSides lists as opinion (by its address, its title or its desk)
stands against news reports, sentences with quotations or cues left out on both sides.
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
from typing import Any

from xref.claims.sentences import sentences
from xref.claims.tone import manner, weights_file
from xref.settings import CLAIMS

DATA = Path("..") / "shared" / "data"
YEARS = range(2012, 2016)
ARTICLES = 1_200
"""Of either sort."""
SENTENCES = 15
"""Of one article."""
LONGEST = 45
"""Words of a sentence."""
LEAST = 8
"""Sentences in which a feature must be seen."""
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


def train(data: Path) -> dict[str, Any]:
    """Return the start and the weight of each feature."""
    import numpy as np
    from sklearn.feature_extraction.text import CountVectorizer
    from sklearn.linear_model import LogisticRegression

    chance = random.Random(7)
    comments, news = articles(data)
    most = min(ARTICLES, len(comments), len(news))
    ours = list(drawn(chance.sample(comments, most), chance))
    theirs = list(drawn(chance.sample(news, most), chance))
    told = [*ours, *theirs]
    counter = CountVectorizer(analyzer=list, min_df=LEAST, binary=True, dtype=np.float64)
    seen = counter.fit_transform(told)
    scale = np.array([1 / sqrt(max(len(features), 1)) for features in told])
    model = LogisticRegression(C=1.0, solver="liblinear", max_iter=200, random_state=7)
    model.fit(seen.multiply(scale[:, None]).tocsr(), [1] * len(ours) + [0] * len(theirs))
    names = counter.get_feature_names_out()
    return {
        "start": round(float(model.intercept_[0]), 3),
        "weights": {
            str(name): round(float(weight), 3)
            for name, weight in zip(names, model.coef_[0], strict=True)
        },
    }


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m training.tone", description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--target", type=Path, default=weights_file())
    options = parser.parse_args()
    if not (options.data / "articles").is_dir():
        sys.exit(f"There is no data folder {options.data}; name one with --data.")
    learnt = json.dumps(train(options.data), ensure_ascii=False, sort_keys=True)
    options.target.write_bytes(gzip.compress(learnt.encode(), mtime=0))

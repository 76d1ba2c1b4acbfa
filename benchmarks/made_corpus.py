"""A corpus of any size: real sentences, repeated under vectors that are moved a little each time.

Encoding a million sentences takes hours, and their vectors are all that a search looks at. So some
hundred sentences are encoded; each claim has the words of one of them and its vector moved by
noise, half as long as itself, so that no two are equal and the nearest of a claim are found among
many near ones.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.tables import Data
from xref.claims.sentences import sentences
from xref.corpus.store import Corpus
from xref.encoders import Encoder
from xref.records import Article, Claim, ClaimKind

if TYPE_CHECKING:
    from xref.encoders import Floats

ARTICLES = "articles/allsides-2016.jsonl.gz"
CLAIMS = 40
"""Claims of the article that is checked; other sentences than the corpus has."""
DAY = date(2016, 6, 1)
_SENTENCES = 800
_AN_ARTICLE = 25
_NOISE = 0.5
_SEED = 5
_LEAST_CHARACTERS = 40


@dataclass(frozen=True, slots=True)
class Made:
    """What a corpus is made of, and the sentences that are asked for."""

    texts: tuple[str, ...]
    vectors: "Floats"
    asked: tuple[str, ...]
    asked_vectors: "Floats"

    @property
    def article(self) -> str:
        """The article that is checked, as `xref check` reads it."""
        return json.dumps(
            {
                "url": "https://example.org/checked",
                "outlet": "Gazette",
                "title": "",
                "published": DAY.isoformat(),
                "text": "\n\n".join(self.asked),
            }
        )


def ingredients(data: Data, model: Encoder) -> Made | None:
    """Encode what corpora are made of; None where the texts are absent or too few."""
    found: dict[str, None] = {}
    for row in data.read(ARTICLES) or []:
        text = row["text"]
        told = [text[s.start : s.end] for s in sentences(text) if not s.credit]
        found |= dict.fromkeys(t for t in told if len(t) >= _LEAST_CHARACTERS)
        if len(found) > _SENTENCES + CLAIMS:
            break
    else:
        print(f"skipped: {ARTICLES} has too few sentences", file=sys.stderr)
        return None
    # Every fiftieth sentence is asked for, so that its neighbours speak of its matter.
    texts = list(found)[: _SENTENCES + CLAIMS]
    asked = texts[:: len(texts) // CLAIMS][:CLAIMS]
    kept = [text for text in texts if text not in set(asked)]
    return Made(tuple(kept), model.encode(kept), tuple(asked), model.encode(asked))


def fill(path: Path, made: Made, model: Encoder, most: int) -> "Floats":
    """Make a corpus of so many claims; return their vectors in the order of the claims."""
    import numpy as np

    whole = np.empty((most, made.vectors.shape[1]), np.float32)
    with Corpus.open(path, create=True) as corpus:
        for start, article, claims, vectors in _articles(made, most):
            corpus.add(article, claims, vectors, model)
            whole[start : start + len(claims)] = vectors
        corpus.index()
    return whole


def _articles(made: Made, most: int) -> Iterator[tuple[int, Article, Sequence[Claim], "Floats"]]:
    """Yield the place of its first claim, an article, its claims and their vectors."""
    import numpy as np

    rng = np.random.default_rng(_SEED)
    size = made.vectors.shape[1]
    for start in range(0, most, _AN_ARTICLE):
        count = min(_AN_ARTICLE, most - start)
        chosen = rng.integers(0, len(made.texts), count)
        noise = rng.standard_normal((count, size), dtype=np.float32) * (_NOISE / size**0.5)
        vectors = made.vectors[chosen] + noise
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
        texts = [made.texts[place] for place in chosen]
        # Two years of days: an article's window holds a 25th of the corpus.
        day = DAY + timedelta(int(rng.integers(-365, 365)))
        place = f"made-{start}"
        article = Article(
            place, None, f"Outlet {start % 97}", None, "", day.isoformat(), "\n\n".join(texts)
        )
        yield start, article, list(_claims(article, texts)), vectors


def _claims(article: Article, texts: Sequence[str]) -> Iterator[Claim]:
    start = 0
    for text in texts:
        yield Claim(
            f"{article.id}-{start:06}",
            article.id,
            start,
            start + len(text),
            text,
            ClaimKind.STATEMENT,
            text,
        )
        start += len(text) + 2

"""Finding passages: exact search by meaning over all vectors in scope, and BM25 by words."""

import json
import re
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

from xref.corpus.matrix import matrix, nearest
from xref.records import Claim

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from xref.encoders import Floats

    Numbers = npt.NDArray[np.int64]
    Scores = npt.NDArray[np.float64]

_RAREST = 6
"""How many of a claim's words are searched for: the rarest of the corpus say what it is about,
and each further one costs time in large corpora."""
_MOST_CLAIMS = 5_000
"""Claims that these words may be in, counted for each: words of more say nothing that the search by
meaning does not, and each claim costs some microseconds (40 claims in a million: 32 s without this
bound)."""

Foreign = Callable[[str, str, str | None], bool]
"""Whether an article, by id, outlet and domain, may be evidence."""


@dataclass(frozen=True, slots=True)
class Scope:
    """The versions that a search looks at."""

    versions: frozenset[int]
    outlets: int
    """How many outlets they come from."""
    undated: int
    """How many versions were left out because they have no date."""
    reviews: frozenset[int] = frozenset()
    """The reviews of claims, which are looked at as well."""

    @property
    def all(self) -> list[int]:
        """All that a search looks at, in order."""
        return sorted(self.versions | self.reviews)


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that was found for a claim."""

    number: int
    """Row of the passage in `claims`."""
    likeness: float
    """Cosine with the claim, -1 to 1."""
    shared_words: float
    """BM25, higher is better; 0 where the search by words did not find it."""


def scope(conn: sqlite3.Connection, window: tuple[str, str] | None, foreign: Foreign) -> Scope:
    """Return the current versions that overlap the window and that `foreign` lets in.

    Reviews of claims are always in scope, and never counted: what was said again is reviewed once.
    """
    first, last = window or ("", "9999-99-99")
    # One branch for each: an OR would read all versions, with their texts, and not the index.
    rows = conn.execute(
        "SELECT v.id, a.id, a.outlet, a.domain, v.first_day IS NULL, f.version IS NOT NULL FROM ("
        "SELECT id FROM versions WHERE current = 1 AND first_day <= ? AND last_day >= ? "
        "UNION SELECT id FROM versions WHERE current = 1 AND first_day IS NULL "
        "UNION SELECT f.version FROM fact_checks f JOIN versions v ON v.id = f.version "
        "WHERE v.current = 1) found "
        "JOIN versions v ON v.id = found.id JOIN articles a ON a.id = v.article "
        "LEFT JOIN fact_checks f ON f.version = v.id",
        (last, first),
    )
    others = [row for row in rows if foreign(*row[1:4])]
    reviews = {row[0] for row in others if row[5]}
    articles = [row for row in others if row[0] not in reviews]
    chosen = [row for row in articles if window is None or not row[4]]
    return Scope(
        frozenset(row[0] for row in chosen),
        len({row[2] for row in chosen}),
        len(articles) - len(chosen),
        frozenset(reviews),
    )


def passages(
    conn: sqlite3.Connection,
    corpus: Path,
    claims: Sequence[Claim],
    vectors: "Floats",
    within: Scope,
    most: int,
) -> list[list[Hit]]:
    """Return each claim's hits in the corpus at `corpus`, best likeness first.

    `vectors` is (claims, dimensions), rows of length 1. Hits by words that are not among the
    `most` by meaning are added with their likeness, so that every hit can be compared.
    """
    import numpy as np

    held = matrix(conn, corpus, vectors.shape[1])
    places = np.flatnonzero(np.isin(held.rows["version"], within.all))
    if not len(places):
        return [[] for _ in claims]
    near = [held.rows["number"][found] for found in nearest(held, places, vectors, most)]
    words = _Words(conn, held.rows["number"][places], most, len(held.rows))
    by_words = [words.find(claim.reading) for claim in claims]
    known = _vectors(conn, {int(n) for found in near for n in found}.union(*by_words))
    return [
        _merged(_likenesses(vector, found, told, known), told, most)
        for vector, found, told in zip(vectors, near, by_words, strict=True)
    ]


_Known = Mapping[int, tuple[str, "Floats"]]
"""Number of a passage -> its claim id and its vector."""
_Likeness = tuple[float, str, int]
"""The negative cosine, then claim id and number: sorts the nearest first. Ties go by place, for
row numbers tell the order of ingestion."""


def _merged(likeness: Sequence[_Likeness], words: Mapping[int, float], most: int) -> list[Hit]:
    """Return the `most` nearest and all that were found by words."""
    return [
        Hit(number, -distance, words.get(number, 0.0))
        for place, (distance, _, number) in enumerate(likeness)
        if place < most or number in words
    ]


def _likenesses(
    vector: "Floats", near: Iterable[int], words: Iterable[int], known: _Known
) -> list[_Likeness]:
    import numpy as np

    numbers = sorted({int(n) for n in near} | set(words))
    # Row by row, so that equal vectors are equally like, wherever they stand.
    rows = np.array([known[number][1] for number in numbers]).reshape(-1, len(vector))
    cosines = (rows * vector).sum(axis=1, dtype=np.float64)
    told = zip(cosines, numbers, strict=True)
    return sorted((-float(cosine), known[number][0], number) for cosine, number in told)


def _vectors(conn: sqlite3.Connection, numbers: Iterable[int]) -> _Known:
    import numpy as np

    rows = conn.execute(
        "SELECT c.id, c.claim_id, e.vector FROM claims c JOIN embeddings e ON e.claim = c.id "
        "WHERE c.id IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(numbers)),),
    )
    return {number: (place, np.frombuffer(vector, "<f4")) for number, place, vector in rows}


_MATCH = "SELECT rowid, -bm25(claims_words) FROM claims_words WHERE claims_words MATCH ?"
_PART = 0.5
"""Share of the corpus up to which a search by words first asks whether a claim is in scope, and
weighs only those: 0.10 instead of 0.80 processor seconds for 40 claims in a 25th of a million, and
0.03 instead of 0.05 in a third of 40,000."""


def _list_within(conn: sqlite3.Connection, within: "Numbers") -> None:
    """List claims in a table of this connection alone."""
    conn.execute("CREATE TEMP TABLE IF NOT EXISTS within (claim INTEGER PRIMARY KEY)")
    conn.execute("DELETE FROM temp.within")
    listed = json.dumps(within.tolist())
    conn.execute("INSERT INTO temp.within SELECT value FROM json_each(?)", (listed,))


class _Words:
    """Search by words among claims of the given numbers, which are in order."""

    def __init__(self, conn: sqlite3.Connection, within: "Numbers", most: int, whole: int) -> None:
        self._conn = conn
        self._within = within
        self._most = most
        self._counts: dict[str, int] = {}
        self._match = _MATCH
        if len(within) <= _PART * whole:
            _list_within(conn, within)
            self._match = f"{_MATCH} AND +rowid IN (SELECT claim FROM temp.within)"

    def find(self, reading: str) -> dict[int, float]:
        """Return the passages that BM25 finds for the claim's rarest words, with their scores."""
        import numpy as np

        terms = self._rarest(reading)
        if not terms:
            return {}
        rows = self._conn.execute(
            self._match,
            (" OR ".join(f'"{term}"' for term in terms),),
        ).fetchall()
        found = np.array(rows, np.float64).reshape(-1, 2)
        # Numbers of rows are exact in floats up to 2**53.
        numbers, scores = found[:, 0].astype(np.int64), found[:, 1]
        places = np.minimum(np.searchsorted(self._within, numbers), len(self._within) - 1)
        inside = self._within[places] == numbers
        numbers, scores = numbers[inside], scores[inside]
        if len(numbers) > self._most:
            least = np.partition(scores, -self._most)[-self._most]
            numbers, scores = self._best(numbers, scores, float(least))
        return dict(zip(numbers.tolist(), scores.tolist(), strict=True))

    def _best(self, numbers: "Numbers", scores: "Scores", least: float) -> "tuple[Numbers, Scores]":
        """Return those that score best; of equals at the end, those whose claim ids come first."""
        import numpy as np

        better, equal = np.flatnonzero(scores > least), np.flatnonzero(scores == least)
        ids = dict(
            self._conn.execute(
                "SELECT id, claim_id FROM claims WHERE id IN (SELECT value FROM json_each(?))",
                (json.dumps(numbers[equal].tolist()),),
            )
        )
        told = sorted(equal.tolist(), key=lambda at: (ids[int(numbers[at])], int(numbers[at])))
        chosen = np.concatenate([better, np.array(told[: self._most - len(better)], np.int64)])
        return numbers[chosen], scores[chosen]

    def _rarest(self, reading: str) -> list[str]:
        words = list(Counter(re.findall(r"\w{3,}", reading.casefold())))[:60]
        counts = {word: self._count(word) for word in words}
        present = [word for word in counts if counts[word]]
        rarest = sorted(present, key=lambda word: (counts[word], word))[:_RAREST]
        sums = accumulate(counts[word] for word in rarest)
        return [word for word, claims in zip(rarest, sums, strict=True) if claims < _MOST_CLAIMS]

    def _count(self, word: str) -> int:
        """Count the claims with a word, up to the bound; an article's claims share many words."""
        if word not in self._counts:
            (self._counts[word],) = self._conn.execute(
                "SELECT count(*) FROM (SELECT 1 FROM claims_words WHERE claims_words MATCH ? "
                "LIMIT ?)",
                (f'"{word}"', _MOST_CLAIMS),
            ).fetchone()
        return self._counts[word]

"""Finding passages: exact search by meaning over all vectors in scope, and BM25 by words."""

import re
import sqlite3
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from xref.records import Claim

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from xref.encoders import Floats

_RAREST = 6
"""How many of a claim's words are searched for: the rarest of the corpus say what it is about,
and each further one costs time in large corpora."""

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
    """Return the current versions that overlap the window and that `foreign` lets in."""
    first, last = window or ("", "9999-99-99")
    rows = conn.execute(
        "SELECT v.id, a.id, a.outlet, a.domain, v.first_day IS NULL FROM versions v "
        "JOIN articles a ON a.id = v.article WHERE v.current "
        "AND (v.first_day IS NULL OR (v.first_day <= ? AND v.last_day >= ?))",
        (last, first),
    )
    others = [row for row in rows if foreign(*row[1:4])]
    chosen = [row for row in others if window is None or not row[4]]
    return Scope(
        frozenset(row[0] for row in chosen),
        len({row[2] for row in chosen}),
        len(others) - len(chosen),
    )


def passages(
    conn: sqlite3.Connection,
    claims: Sequence[Claim],
    vectors: "Floats",
    within: Scope,
    most: int,
) -> list[list[Hit]]:
    """Return each claim's hits, best likeness first.

    `vectors` is (claims, dimensions), rows of length 1. Hits by words that are not among the
    `most` by meaning are added with their likeness, so that every hit can be compared.
    """
    import numpy as np

    _enter(conn, within)
    numbers, matrix = _matrix(conn, vectors.shape[1])
    if not len(numbers):
        return [[] for _ in claims]
    position = {int(number): row for row, number in enumerate(numbers)}
    scores = vectors @ matrix.T
    found = []
    for claim, row in zip(claims, scores, strict=True):
        nearest = np.argsort(-row, kind="stable")[:most]
        words = _by_words(conn, claim.reading, most)
        chosen = {int(numbers[i]) for i in nearest} | words.keys()
        hits = [Hit(n, float(row[position[n]]), words.get(n, 0.0)) for n in chosen]
        # Ties go by place, as in the matrix: row numbers tell the order of ingestion.
        found.append(sorted(hits, key=lambda hit: (-hit.likeness, position[hit.number])))
    return found


def _enter(conn: sqlite3.Connection, within: Scope) -> None:
    """Tell SQLite the scope, so that it reads no claims of other versions."""
    conn.execute("CREATE TEMP TABLE IF NOT EXISTS in_scope (version INTEGER PRIMARY KEY)")
    conn.execute("DELETE FROM in_scope")
    conn.executemany("INSERT INTO in_scope VALUES (?)", ((v,) for v in sorted(within.versions)))


def _matrix(conn: sqlite3.Connection, dimensions: int) -> "tuple[npt.NDArray[np.int64], Floats]":
    """Return the numbers and vectors of all passages in scope, by claim id."""
    import numpy as np

    rows = conn.execute(
        "SELECT c.id, e.vector FROM in_scope s JOIN claims c ON c.version = s.version "
        "JOIN embeddings e ON e.claim = c.id ORDER BY c.claim_id, c.id"
    ).fetchall()
    numbers = np.array([number for number, _ in rows], dtype=np.int64)
    flat = np.frombuffer(b"".join(vector for _, vector in rows), dtype="<f4")
    return numbers, flat.reshape(-1, dimensions)


def _by_words(conn: sqlite3.Connection, reading: str, most: int) -> dict[int, float]:
    """Return the passages that BM25 finds for the claim's rarest words, with their scores."""
    terms = _rarest(conn, reading)
    if not terms:
        return {}
    rows = conn.execute(
        "SELECT c.id, -bm25(claims_words) FROM claims_words JOIN claims c "
        "ON c.id = claims_words.rowid WHERE claims_words MATCH ? "
        "AND c.version IN (SELECT version FROM in_scope) "
        "ORDER BY bm25(claims_words), c.claim_id, c.id LIMIT ?",
        (" OR ".join(f'"{term}"' for term in terms), most),
    )
    return dict(rows.fetchall())


def _rarest(conn: sqlite3.Connection, reading: str) -> list[str]:
    words = list(Counter(re.findall(r"\w{3,}", reading.casefold())))
    counts = {}
    for word in words[:60]:
        (counts[word],) = conn.execute(
            "SELECT count(*) FROM (SELECT 1 FROM claims_words WHERE claims_words MATCH ? "
            "LIMIT 5000)",
            (f'"{word}"',),
        ).fetchone()
    present = [word for word in counts if counts[word]]
    return sorted(present, key=lambda word: (counts[word], word))[:_RAREST]

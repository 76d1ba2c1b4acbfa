"""The vectors of a corpus as one matrix beside its file, derived from it, for exact search.

`NAME-vectors/` holds two files of equal rows, in the order of the claims' numbers: `rows` (number,
version, scale, error) and `codes` (one byte a dimension). Both are mapped into memory, so that a
search reads what it needs through the page cache, and both only grow. They say nothing that the
corpus does not: where they are missing, torn, or of another corpus they are made again, and where
they may not be written the same matrix is made in memory.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from typing import TypeAlias

    import numpy as np
    import numpy.typing as npt

    from xref.encoders import Floats

    Rows: TypeAlias = npt.NDArray[np.void]
    Codes: TypeAlias = npt.NDArray[np.int8]

_ROW: Final = [("number", "<i8"), ("version", "<i8"), ("scale", "<f4"), ("error", "<f4")]
_TOP: Final = 127
_BATCH: Final = 4_096
"""Vectors that are read from the corpus and written at once: 6 MB of them."""
_SAMPLES: Final = 16
"""Rows, spread over all, that are compared with the corpus before the matrix is trusted: another
corpus under the same name differs in all of them."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """Vectors in one byte a dimension: `scale * codes`, off by at most `error` in length."""

    rows: "Rows"
    codes: "Codes"


def matrix(conn: sqlite3.Connection, corpus: Path, dimensions: int) -> Matrix:
    """Return the vectors of all claims of the corpus at `corpus`, by their numbers."""
    folder = Path(f"{corpus}-vectors")
    held = _held(folder, dimensions)
    if not _agrees(conn, held, dimensions):
        held = _none(dimensions)
    if _last(conn) == _newest(held):
        return held
    with suppress(OSError, sqlite3.OperationalError), _alone(conn):
        _grow(conn, folder, dimensions)
        return _held(folder, dimensions)
    return _joined([held, *_coded(conn, _newest(held), dimensions)])


@contextmanager
def _alone(conn: sqlite3.Connection) -> Iterator[None]:
    """Keep other processes from growing the same files: the corpus's own lock is the lock.

    A corpus that may not be written, or that someone is writing to, raises OperationalError.
    """
    conn.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        conn.execute("ROLLBACK")


def _grow(conn: sqlite3.Connection, folder: Path, dimensions: int) -> None:
    """Append what the files lack; start anew where they are not of this corpus."""
    import numpy as np

    held = _held(folder, dimensions)
    if not _agrees(conn, held, dimensions):
        # Whoever has the old files mapped keeps them.
        for name in ("rows", "codes"):
            (folder / name).unlink(missing_ok=True)
        held = _none(dimensions)
    folder.mkdir(exist_ok=True)
    count, newest = len(held.rows), _newest(held)
    with (folder / "rows").open("ab") as rows, (folder / "codes").open("ab") as codes:
        # What a killed process left of a row.
        rows.truncate(count * np.dtype(_ROW).itemsize)
        codes.truncate(count * dimensions)
        for part in _coded(conn, newest, dimensions):
            codes.write(part.codes.tobytes())
            rows.write(part.rows.tobytes())


def _held(folder: Path, dimensions: int) -> Matrix:
    """Return what the files hold in whole rows; nothing where there are none."""
    import numpy as np

    try:
        size = np.dtype(_ROW).itemsize
        count = min(
            (folder / "rows").stat().st_size // size,
            (folder / "codes").stat().st_size // dimensions,
        )
        if not count:
            return _none(dimensions)
        return Matrix(
            np.memmap(folder / "rows", np.dtype(_ROW), "r", shape=(count,)),
            np.memmap(folder / "codes", np.int8, "r", shape=(count, dimensions)),
        )
    except OSError:
        return _none(dimensions)


def _none(dimensions: int) -> Matrix:
    import numpy as np

    return Matrix(np.zeros(0, np.dtype(_ROW)), np.zeros((0, dimensions), np.int8))


def _newest(held: Matrix) -> int:
    return int(held.rows["number"][-1]) if len(held.rows) else 0


def _last(conn: sqlite3.Connection) -> int:
    """The number of the newest claim; each has its vector, for both are written together."""
    return int(conn.execute("SELECT coalesce(max(id), 0) FROM claims").fetchone()[0])


def _agrees(conn: sqlite3.Connection, held: Matrix, dimensions: int) -> bool:
    """Whether rows from all over the matrix, the last among them, are those of this corpus."""
    import numpy as np

    count = len(held.rows)
    for place in sorted({count - 1 - n * count // _SAMPLES for n in range(_SAMPLES) if count}):
        row = conn.execute(
            "SELECT c.id, c.version, e.vector FROM claims c JOIN embeddings e ON e.claim = c.id "
            "WHERE c.id = ?",
            (int(held.rows["number"][place]),),
        ).fetchall()
        if len(row) != 1 or len(row[0][2]) != 4 * dimensions:
            return False
        made = _code(row, dimensions)
        if made.rows[0] != held.rows[place] or not np.array_equal(made.codes[0], held.codes[place]):
            return False
    return True


def _coded(conn: sqlite3.Connection, after: int, dimensions: int) -> Iterator[Matrix]:
    """Yield the vectors of the claims after this number."""
    found = conn.execute(
        "SELECT c.id, c.version, e.vector FROM claims c JOIN embeddings e ON e.claim = c.id "
        "WHERE c.id > ? ORDER BY c.id",
        (after,),
    )
    while rows := found.fetchmany(_BATCH):
        yield _code(rows, dimensions)


def _code(rows: list[Any], dimensions: int) -> Matrix:
    import numpy as np

    vectors = np.frombuffer(b"".join(row[2] for row in rows), "<f4").reshape(-1, dimensions)
    scale = np.maximum(np.abs(vectors).max(axis=1), 1e-9).astype(np.float32) / np.float32(_TOP)
    codes = np.rint(vectors / scale[:, None]).astype(np.int8)
    told = np.zeros(len(rows), np.dtype(_ROW))
    told["number"], told["version"] = zip(*(row[:2] for row in rows), strict=True)
    told["scale"] = scale
    told["error"] = np.linalg.norm(vectors - codes * scale[:, None], axis=1)
    return Matrix(told, codes)


def _joined(parts: list[Matrix]) -> Matrix:
    import numpy as np

    return Matrix(
        np.concatenate([part.rows for part in parts]),
        np.concatenate([part.codes for part in parts]),
    )


def nearest(
    held: Matrix, within: "npt.NDArray[np.int64]", vectors: "Floats", most: int
) -> "list[npt.NDArray[np.int64]]":
    """Return, for each vector, places among which its `most` nearest of the places `within` are.

    Codes are not exact, but how far off they can be is known: whatever could be among the nearest
    is returned, a few more than `most`, and whoever asks compares the vectors themselves.
    """
    import numpy as np

    scales = held.rows["scale"][within]
    slack = 2 * (float(held.rows["error"][within].max()) if len(within) else 0.0) + _ROUNDING
    whole = len(within) == len(held.rows)
    best = np.full((len(vectors), most), -np.inf, np.float32)
    found: list[list[tuple[Any, Any]]] = [[] for _ in vectors]
    asked = np.ascontiguousarray(vectors.T)
    floats = np.empty((_AT_ONCE, len(asked)), np.float32)
    products = np.empty((_CHUNK, len(vectors)), np.float32)
    for start in range(0, len(within), _CHUNK):
        stop = min(start + _CHUNK, len(within))
        for first in range(start, stop, _AT_ONCE):
            last = min(first + _AT_ONCE, stop)
            part = held.codes[first:last] if whole else held.codes[within[first:last]]
            np.copyto(floats[: last - first], part)
            np.matmul(floats[: last - first], asked, out=products[first - start : last - start])
        scores = products[: stop - start]
        scores *= scales[start:stop, None]
        near = scores >= (best[:, 0] - slack)
        for claim in np.flatnonzero(near.any(axis=0)):
            places = np.flatnonzero(near[:, claim])
            told = scores[places, claim]
            found[claim].append((within[start + places], told))
            best[claim] = np.sort(np.concatenate([best[claim], told]))[-most:]
    low = best[:, 0] - slack
    return [_kept(held, parts, least, most) for parts, least in zip(found, low, strict=True)]


_CHUNK: Final = 4_096
"""Rows whose products are looked through at once."""
_AT_ONCE: Final = 512
"""Rows that are made floats and multiplied at once: 0.8 MB, in one place, which stays near the
processor. Both took 1.0 processor seconds for 40 claims in a million with 4,096 rows, 0.8 with
2,048, 0.65 with 512 or 1,024; making the floats in a new place each time took 0.5 more."""
_ROUNDING: Final = 1e-5
"""What sums of 384 floats may be off."""


def _kept(
    held: Matrix, parts: list[tuple[Any, Any]], least: float, most: int
) -> "npt.NDArray[np.int64]":
    """Return the places that score at least `least`, less those that `most` surely surpass."""
    import numpy as np

    if not parts:
        return np.zeros(0, np.int64)
    kept = [told >= least for _, told in parts]
    places = np.concatenate([one[near] for (one, _), near in zip(parts, kept, strict=True)])
    told = np.concatenate([one[near] for (_, one), near in zip(parts, kept, strict=True)])
    off = held.rows["error"][places] + _ROUNDING
    if len(places) <= most:
        return places
    return np.asarray(places[told + off >= np.partition(told - off, -most)[-most]])

"""The matrix beside the corpus: exact, derived, checked, and never trusted blindly."""

import sqlite3
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xref.corpus.matrix import Matrix, matrix, nearest

SIZE = 16


def made(path: Path) -> sqlite3.Connection:
    conn = sqlite3.connect(path, isolation_level=None)
    conn.execute("PRAGMA synchronous = OFF")
    conn.executescript(
        "CREATE TABLE claims (id INTEGER PRIMARY KEY, version INTEGER);"
        "CREATE TABLE embeddings (claim INTEGER PRIMARY KEY, vector BLOB);"
    )
    return conn


def units(count: int, seed: int) -> np.ndarray:
    rows = np.random.default_rng(seed).standard_normal((count, SIZE)).astype("<f4")
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def fill(conn: sqlite3.Connection, vectors: np.ndarray) -> None:
    for vector in vectors:
        number = conn.execute("INSERT INTO claims (version) VALUES (1)").lastrowid
        conn.execute("INSERT INTO embeddings VALUES (?, ?)", (number, vector.tobytes()))


def restored(held: Matrix) -> np.ndarray:
    return held.codes * held.rows["scale"][:, None]


def test_it_grows_without_being_written_again(tmp_path: Path) -> None:
    conn, first, second = made(tmp_path / "a.db"), units(30, 1), units(20, 2)
    fill(conn, first)
    matrix(conn, tmp_path / "a.db", SIZE)
    before = (tmp_path / "a.db-vectors" / "codes").read_bytes()
    inode = (tmp_path / "a.db-vectors" / "codes").stat().st_ino
    fill(conn, second)
    held = matrix(conn, tmp_path / "a.db", SIZE)
    assert isinstance(held.codes, np.memmap)
    assert (tmp_path / "a.db-vectors" / "codes").read_bytes().startswith(before)
    assert (tmp_path / "a.db-vectors" / "codes").stat().st_ino == inode
    assert held.rows["number"].tolist() == list(range(1, 51))
    off = np.linalg.norm(restored(held) - np.concatenate([first, second]), axis=1)
    assert np.allclose(off, held.rows["error"], atol=1e-6)


@pytest.mark.parametrize("name", ["rows", "codes"])
@pytest.mark.parametrize("rest", [0, 7, 100])
def test_torn_files_are_mended(tmp_path: Path, name: str, rest: int) -> None:
    conn = made(tmp_path / "a.db")
    fill(conn, units(30, 1))
    whole = matrix(conn, tmp_path / "a.db", SIZE)
    expected = (whole.rows.tobytes(), whole.codes.tobytes())
    file = tmp_path / "a.db-vectors" / name
    file.write_bytes(file.read_bytes()[:rest])
    held = matrix(conn, tmp_path / "a.db", SIZE)
    assert (held.rows.tobytes(), held.codes.tobytes()) == expected


def test_another_corpus_under_the_same_name(tmp_path: Path) -> None:
    for seed in (1, 2):
        (tmp_path / "a.db").unlink(missing_ok=True)
        conn, vectors = made(tmp_path / "a.db"), units(30, seed)
        fill(conn, vectors)
        held = matrix(conn, tmp_path / "a.db", SIZE)
        assert np.abs(restored(held) - vectors).max() < 0.01
        conn.close()


def test_where_nothing_can_be_written_it_is_made_in_memory(tmp_path: Path) -> None:
    conn, vectors = made(tmp_path / "a.db"), units(30, 1)
    fill(conn, vectors)
    (tmp_path / "a.db-vectors").write_text("a file where the folder should be")
    held = matrix(conn, tmp_path / "a.db", SIZE)
    assert np.abs(restored(held) - vectors).max() < 0.01
    (tmp_path / "a.db-vectors").unlink()
    other = sqlite3.connect(tmp_path / "a.db", isolation_level=None, timeout=0.1)
    other.execute("BEGIN IMMEDIATE")
    conn.execute("PRAGMA busy_timeout = 50")
    assert len(matrix(conn, tmp_path / "a.db", SIZE).rows) == 30


@settings(deadline=None, max_examples=60)
@given(
    seed=st.integers(0, 10_000),
    count=st.integers(1, 300),
    most=st.integers(1, 40),
    spread=st.sampled_from([0.0, 0.003, 1.0]),
)
def test_the_nearest_are_among_what_is_returned(
    seed: int, count: int, most: int, spread: float
) -> None:
    rng = np.random.default_rng(seed)
    # Nearly equal vectors are what rounding to a byte confuses.
    vectors = units(1, seed) + spread * units(count, seed + 1)
    vectors = (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype("<f4")
    conn = made(Path(":memory:"))
    fill(conn, vectors)
    held = matrix(conn, Path("/nowhere/at all"), SIZE)
    within = np.flatnonzero(rng.random(count) < 0.7)
    asked = units(3, seed + 2)
    for row, places in zip(asked, nearest(held, within, asked, most), strict=True):
        exact = vectors[within].astype(np.float64) @ row
        low = np.sort(exact)[-most:][0] if len(exact) else 0.0
        assert set(within[exact >= low]) <= set(places)

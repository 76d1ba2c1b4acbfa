"""What a corpus says as one hash, and when it is made anew."""

import sqlite3
from pathlib import Path

import numpy as np
import pytest
from samples import article

from xref.corpus import digests
from xref.corpus.store import Corpus
from xref.encoders import encoder

NO_VECTORS = np.zeros((0, 4), dtype=np.float32)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "corpus.db"
    with Corpus.open(path, create=True) as corpus:
        for name in ("one", "two"):
            corpus.add(article("Outlet A", f"Page {name}.", name=name), [], NO_VECTORS, encoder())
    return path


def test_it_is_kept_for_the_next_process(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Corpus.open(path) as corpus:
        made = corpus.digest()
    monkeypatch.setattr(digests, "_made", lambda _: "made again")
    with Corpus.open(path) as corpus:
        assert corpus.digest() == made
        corpus.add(article("Outlet A", "More.", name="three"), [], NO_VECTORS, encoder())
        assert corpus.digest() == "made again"


def test_what_is_withdrawn_without_a_new_version_changes_it(path: Path) -> None:
    with Corpus.open(path) as corpus:
        made = corpus.digest()
        corpus._db.conn.execute("UPDATE versions SET current = 0 WHERE id = 1")
        fewer = corpus.digest()
        corpus._db.conn.execute("UPDATE versions SET current = 1 WHERE id = 1")
        assert fewer != made
        assert corpus.digest() == made


def test_where_nothing_may_be_written_it_is_made_each_time(path: Path) -> None:
    with Corpus.open(path) as corpus:
        made = corpus.digest()
        corpus._db.conn.execute("DELETE FROM digests")
    with sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True) as conn:
        assert digests.digest(conn) == made
        assert conn.execute("SELECT count(*) FROM digests").fetchone() == (0,)

"""Files that are no corpus, damaged ones, and places where nothing can be written."""

import os
import random
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from xref.corpus.store import Corpus
from xref.errors import (
    CorpusError,
    CorpusMissing,
    CorpusTooNew,
    CorpusUnwritable,
    NotACorpus,
)


@pytest.fixture
def copy(undisturbed: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(undisturbed, tmp_path / "copy.db"))


def test_missing(tmp_path: Path) -> None:
    with pytest.raises(CorpusMissing, match="xref ingest SOURCE --corpus"):
        Corpus.open(tmp_path / "none.db")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["a" * 300, "file/corpus.db"])
def test_impossible_places(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(CorpusMissing):
        Corpus.open(tmp_path / name)
    with pytest.raises(CorpusUnwritable, match="another with --corpus"):
        Corpus.open(tmp_path / name, create=True)


def test_folder(tmp_path: Path) -> None:
    with pytest.raises(CorpusUnwritable):
        Corpus.open(tmp_path)


def test_empty_file_is_no_corpus_to_read_but_can_become_one(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    path.touch()
    with pytest.raises(CorpusMissing):
        Corpus.open(path)
    assert not path.stat().st_size
    with Corpus.open(path, create=True) as corpus:
        assert corpus.encoder_name is None


@pytest.mark.parametrize("create", [False, True])
def test_no_sqlite(tmp_path: Path, create: bool) -> None:
    path = tmp_path / "text.db"
    path.write_text("Not a database at all.\n" * 100)
    with pytest.raises(NotACorpus, match="not a readable SQLite file"):
        Corpus.open(path, create=create)
    assert path.read_text().startswith("Not a database")


@pytest.mark.parametrize("create", [False, True])
def test_other_sqlite(tmp_path: Path, create: bool) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as conn:
        conn.execute("CREATE TABLE recipes (name)")
    before = path.read_bytes()
    with pytest.raises(NotACorpus, match="not an xref corpus"):
        Corpus.open(path, create=create)
    assert path.read_bytes() == before


@pytest.mark.parametrize("create", [False, True])
def test_newer_schema(copy: Path, create: bool) -> None:
    with closing(sqlite3.connect(copy)) as conn, conn:
        conn.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) "
            "VALUES ('xref', 'm999_of_the_future', '2040-01-01')"
        )
    with pytest.raises(CorpusTooNew, match="pip install -U xref"):
        Corpus.open(copy, create=create)


def use(path: Path) -> None:
    with Corpus.open(path) as corpus:
        corpus.digest()
        corpus.outlets()
        corpus.unreadable()
        list(corpus.articles())


@pytest.mark.parametrize("share", [0.0001, 0.01, 0.3, 0.7, 0.99])
def test_truncated(copy: Path, share: float) -> None:
    os.truncate(copy, int(copy.stat().st_size * share))
    with pytest.raises(CorpusError) as told:
        use(copy)
    assert str(copy) in str(told.value)


def test_damaged_pages_never_end_in_another_error(copy: Path) -> None:
    whole = copy.read_bytes()
    refused = 0
    chance = random.Random(20)
    for _ in range(40):
        damaged = bytearray(whole)
        for _ in range(6):
            page = chance.randrange(len(whole) // 4096) * 4096
            damaged[page : page + 64] = chance.randbytes(64)
        copy.write_bytes(damaged)
        try:
            use(copy)
        except CorpusError as error:
            assert "--corpus" in str(error)  # noqa: PT017 - some damage cannot be noticed
            refused += 1
    assert refused


@pytest.fixture
def closed(copy: Path) -> Iterator[Path]:
    """The corpus in a folder where nothing can be written."""
    folder = copy.parent
    if os.getuid():
        copy.chmod(0o444)
        folder.chmod(0o555)
        yield copy
        folder.chmod(0o755)
        return
    bound = ["mount", "--bind", str(folder), str(folder)]
    if subprocess.run(bound, capture_output=True).returncode:
        pytest.skip("root may write everywhere, and mounts are not allowed here")
    subprocess.run(["mount", "-o", "remount,bind,ro", str(folder)], check=True)
    yield copy
    subprocess.run(["umount", str(folder)], check=True)


def test_read_where_nothing_can_be_written(closed: Path, undisturbed: Path) -> None:
    with Corpus.open(closed) as corpus, Corpus.open(undisturbed) as other:
        assert corpus.digest() == other.digest()


def test_write_where_nothing_can_be_written(closed: Path) -> None:
    with pytest.raises(CorpusUnwritable, match="another with --corpus"):
        Corpus.open(closed.parent / "new.db", create=True)
    from xref.records import NotJudged

    with Corpus.open(closed) as corpus, pytest.raises(CorpusUnwritable):
        corpus.add_unreadable(NotJudged("page", "empty"))

"""Whatever stops an ingest, the corpus holds whole articles and the next run finishes the work."""

import os
import signal
import sqlite3
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from xref.corpus.store import Corpus
from xref.errors import CorpusUnwritable
from xref.records import NotJudged

Start = Callable[..., subprocess.Popen[str]]
LIMIT = 120
ATTEMPTS = 5


@pytest.fixture
def start(command: list[str], cache: Path) -> Iterator[Start]:
    running = []

    def begin(*arguments: object, **options: object) -> subprocess.Popen[str]:
        process: subprocess.Popen[str] = subprocess.Popen(  # type: ignore[call-overload]
            [*command, *map(str, arguments)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            **options,
        )
        running.append(process)
        return process

    yield begin
    for process in running:
        process.kill()
        process.communicate()


def held(corpus: Path) -> int:
    """How many articles there are, as another process sees it while the corpus is written."""
    try:
        with closing(sqlite3.connect(f"file:{corpus}?mode=ro", uri=True)) as conn:
            return int(conn.execute("SELECT count(*) FROM articles").fetchone()[0])
    except sqlite3.OperationalError:  # not yet made
        return 0


def wait_for(process: subprocess.Popen[str], corpus: Path, articles: int) -> None:
    end = time.monotonic() + LIMIT
    while held(corpus) < articles and process.poll() is None:
        assert time.monotonic() < end
        time.sleep(0.002)


def see_that_whole(corpus: Path) -> None:
    """Every article has its version, each claim its vector and its words, and SQLite is content."""
    with Corpus.open(corpus):
        pass
    with closing(sqlite3.connect(corpus)) as conn:
        assert conn.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert conn.execute("PRAGMA foreign_key_check").fetchall() == []
        for left, right in (
            ("SELECT id FROM articles", "SELECT article FROM versions WHERE current"),
            ("SELECT id FROM claims", "SELECT claim FROM embeddings"),
        ):
            assert conn.execute(f"{left} EXCEPT {right}").fetchall() == []
        conn.execute("INSERT INTO claims_words (claims_words, rank) VALUES ('integrity-check', 1)")


def claims_of(corpus: Path) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(corpus)) as conn:
        return conn.execute(
            "SELECT v.article, v.number, c.claim_id, c.reading, e.vector FROM versions v "
            "LEFT JOIN claims c ON c.version = v.id LEFT JOIN embeddings e ON e.claim = c.id "
            "ORDER BY 1, 2, 3"
        ).fetchall()


def see_that_same(corpus: Path, undisturbed: Path) -> None:
    see_that_whole(corpus)
    with Corpus.open(corpus) as one, Corpus.open(undisturbed) as other:
        assert one.digest() == other.digest()
    assert claims_of(corpus) == claims_of(undisturbed)


def test_killed_at_several_moments(
    start: Start, pages_file: Path, undisturbed: Path, tmp_path: Path
) -> None:
    corpus = tmp_path / "killed.db"
    for articles in (1, 20, 33, 60):
        process = start("ingest", pages_file, "--corpus", corpus)
        wait_for(process, corpus, articles)
        process.kill()
        process.wait()
        see_that_whole(corpus)
    with Corpus.open(corpus) as interrupted:
        before = len(list(interrupted.articles()))
    assert before
    process = start("ingest", pages_file, "--corpus", corpus)
    _, err = process.communicate(timeout=LIMIT)
    assert process.returncode == 0
    assert f"{before} same" in err
    see_that_same(corpus, undisturbed)


def test_killed_while_the_corpus_is_made(start: Start, pages_file: Path, tmp_path: Path) -> None:
    corpus = tmp_path / "made.db"
    process = start("ingest", pages_file, "--corpus", corpus)
    while not corpus.exists() and process.poll() is None:
        time.sleep(0.0005)
    process.kill()
    process.wait()
    with Corpus.open(corpus, create=True) as again:
        assert again.outlets() == []
    see_that_whole(corpus)


def test_ctrl_c(start: Start, pages_file: Path, undisturbed: Path, tmp_path: Path) -> None:
    # On a busy machine an ingest may end between the look at its corpus and the signal.
    for number in range(ATTEMPTS):
        corpus = tmp_path / f"stopped-{number}.db"
        process = start("ingest", pages_file, "--corpus", corpus)
        wait_for(process, corpus, 1)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=LIMIT)
        if process.returncode != 0:
            break
    assert process.returncode == 130
    assert "Traceback" not in err
    assert "Stopped; what was finished is kept." in err
    assert out == ""
    see_that_whole(corpus)
    assert 0 < held(corpus) < 80
    assert start("ingest", pages_file, "--corpus", corpus).wait(LIMIT) == 0
    see_that_same(corpus, undisturbed)


def test_two_at_once(start: Start, pages_file: Path, undisturbed: Path, tmp_path: Path) -> None:
    corpus = tmp_path / "two.db"
    both = [start("ingest", pages_file, "--corpus", corpus) for _ in range(2)]
    answers = [process.communicate(timeout=LIMIT) for process in both]
    assert [process.returncode for process in both] == [0, 0], answers
    see_that_same(corpus, undisturbed)


def test_reading_while_writing(start: Start, pages_file: Path, tmp_path: Path) -> None:
    corpus = tmp_path / "read.db"
    process = start("ingest", pages_file, "--corpus", corpus)
    wait_for(process, corpus, 1)
    seen = []
    while process.poll() is None:
        with Corpus.open(corpus) as reading:
            seen.append(len(list(reading.articles())))
            reading.digest()
    assert process.returncode == 0
    assert seen == sorted(seen)
    assert len(set(seen)) > 1
    see_that_whole(corpus)


def test_a_lock_that_stays_is_told(tmp_path: Path) -> None:
    corpus = tmp_path / "waits.db"
    with Corpus.open(corpus, create=True) as one, Corpus.open(corpus) as other:
        one._db.conn.execute("BEGIN IMMEDIATE")
        other._db.conn.execute("PRAGMA busy_timeout = 50")
        with pytest.raises(CorpusUnwritable, match="Another process is writing to"):
            other.add_unreadable(NotJudged("page", "empty"))
        one._db.conn.execute("ROLLBACK")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1200k", "tmpfs", str(folder)]
    if os.getuid() or subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("a small disk can only be mounted by root")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_full_disk(start: Start, pages_file: Path, undisturbed: Path, small_disk: Path) -> None:
    corpus = small_disk / "corpus.db"
    process = start("ingest", pages_file, "--corpus", corpus)
    _, err = process.communicate(timeout=LIMIT)
    assert process.returncode == 2
    assert "Traceback" not in err
    assert "is full; free some room" in err
    assert 0 < held(corpus) < 80
    enlarge = ["mount", "-o", "remount,size=60m", str(small_disk)]
    subprocess.run(enlarge, check=True)
    see_that_whole(corpus)
    assert start("ingest", pages_file, "--corpus", corpus).wait(LIMIT) == 0
    see_that_same(corpus, undisturbed)


def test_file_that_may_not_grow(start: Start, pages_file: Path, tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    corpus = tmp_path / "corpus.db"
    process = start(
        "ingest",
        pages_file,
        "--corpus",
        corpus,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (500_000, 500_000)),
    )
    _, err = process.communicate(timeout=LIMIT)
    assert process.returncode == 2
    assert "Traceback" not in err
    assert err.strip().splitlines()[-1].startswith("xref: The corpus ")
    see_that_whole(corpus)

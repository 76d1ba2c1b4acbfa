"""Pages as their servers sent them, by the article that was read from them."""

import hashlib
import json
import shutil
import zlib
from pathlib import Path

import pytest

from xref.corpus.raw import RawPage
from xref.corpus.store import Corpus

BODY = "<html>Ünïcode</html>".encode("latin-1")


@pytest.fixture
def corpus(undisturbed: Path, tmp_path: Path) -> Corpus:
    return Corpus.open(shutil.copy(undisturbed, tmp_path / "corpus.db"))


def answered(corpus: Corpus, article: str, body: bytes, packed: bytes, state: str) -> None:
    digest = hashlib.sha256(body).hexdigest()
    conn = corpus._db.conn
    conn.execute(
        "INSERT OR IGNORE INTO addresses (key, url, source, state, failures, article) "
        "VALUES ('key', 'https://g.example/a', 'https://g.example/feed', ?, 0, ?)",
        (state, article),
    )
    conn.execute("INSERT INTO bodies VALUES (?, ?, ?)", (digest, len(body), packed))
    headers = json.dumps([["content-type", "text/html"]])
    conn.execute(
        "INSERT INTO answers (address, url, headers, fetched_at, body) "
        "VALUES ('key', 'https://g.example/b', ?, '2024-03-10T12:00:00+00:00', ?)",
        (headers, digest),
    )
    conn.commit()


def test_the_last_answer_as_it_came(corpus: Corpus) -> None:
    article = next(corpus.articles())
    assert corpus.page(article.id) is None
    answered(corpus, article.id, b"older", zlib.compress(b"older"), "read")
    answered(corpus, article.id, BODY, zlib.compress(BODY), "read")
    assert corpus.page(article.id) == RawPage(
        "https://g.example/b",
        (("content-type", "text/html"),),
        "2024-03-10T12:00:00+00:00",
        hashlib.sha256(BODY).hexdigest(),
        BODY,
    )


def test_another_address_of_the_article_is_not_its_page(corpus: Corpus) -> None:
    article = next(corpus.articles())
    answered(corpus, article.id, BODY, zlib.compress(BODY), "alias")
    assert corpus.page(article.id) is None


def test_damage_shows_in_the_hash(corpus: Corpus) -> None:
    article = next(corpus.articles())
    answered(corpus, article.id, BODY, b"no zlib", "read")
    found = corpus.page(article.id)
    assert found is not None
    assert hashlib.sha256(found.body).hexdigest() != found.sha256

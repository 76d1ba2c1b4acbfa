"""What goes in comes out: versions, equal words, metadata, digests."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import numpy as np
import pytest

from xref import claims
from xref.corpus.store import Added, Corpus
from xref.encoders import encoder
from xref.errors import EncoderMismatch
from xref.records import Article, NotJudged

TEXT = 'The bridge was closed on Monday. "It is not safe," said the mayor, according to Reuters.'
ENCODER = encoder()


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[Corpus]:
    with Corpus.open(tmp_path / "corpus.db", create=True) as held:
        yield held


def page(name: str, text: str = TEXT, **more: object) -> Article:
    url = f"https://{name}.example/page"
    fields = {"title": "Bridge closed", "published": "2018-11-20", **more}
    return Article(name, url, name.title(), f"{name}.example", text=text, **fields)  # type: ignore[arg-type]


def add(corpus: Corpus, article: Article) -> Added:
    stated = [claim for claim in claims.split(article, str) if claim.kind.checkable]
    vectors = np.full((len(stated), 4), 0.5, dtype=np.float32)
    return corpus.add(article, stated, vectors, ENCODER)


def count(corpus: Corpus, table: str) -> int:
    return int(corpus._row(f"SELECT count(*) FROM {table}")[0])


def test_comes_out_as_it_went_in(corpus: Corpus) -> None:
    article = page("one", authors=("A. Writer",), language="en")
    stated = [claim for claim in claims.split(article, str) if claim.kind.checkable]
    assert any(claim.attribution for claim in stated)
    add(corpus, article)
    assert list(corpus.articles()) == [article]
    numbers = [row for (row,) in corpus._db.conn.execute("SELECT id FROM claims")]
    found = corpus.claims(numbers)
    assert [found[number] for number in numbers] == [(claim, article) for claim in stated]


def test_nothing_twice(corpus: Corpus) -> None:
    assert add(corpus, page("one")) is Added.NEW
    assert add(corpus, page("one")) is Added.SAME
    assert count(corpus, "versions") == 1


@pytest.mark.parametrize(
    "change",
    [
        {"text": TEXT + " It opened again on Friday."},
        {"title": "Bridge opened"},
        {"published": "2018-11-21"},
        {"outlet": "Another"},
        {"domain": "another.example"},
        {"authors": ("B. Writer",)},
    ],
)
def test_a_change_is_a_new_version_and_the_old_one_is_kept(
    corpus: Corpus, change: dict[str, object]
) -> None:
    before = page("one")
    after = replace(before, **change)  # type: ignore[arg-type]
    add(corpus, before)
    digest = corpus.digest()
    assert add(corpus, after) is Added.CHANGED
    assert list(corpus.articles()) == [after]
    assert corpus.digest() != digest
    assert count(corpus, "versions") == 2
    assert count(corpus, "articles") == 1


def test_an_old_version_is_not_found_by_its_words(corpus: Corpus) -> None:
    add(corpus, page("one", "A rhinoceros escaped from the zoo on Monday."))
    found = "SELECT count(*) FROM claims_words WHERE claims_words MATCH 'rhinoceros'"
    assert corpus._row(found) == (1,)
    add(corpus, page("one", "An elephant escaped from the zoo on Monday."))
    assert corpus._row(found) == (0,)
    assert corpus._row("SELECT count(*) FROM claims WHERE text LIKE '%rhino%'") == (1,)


def test_equal_words_in_two_outlets_are_two_claims(corpus: Corpus) -> None:
    add(corpus, page("one"))
    alone = count(corpus, "claims")
    add(corpus, page("two"))
    assert count(corpus, "claims") == count(corpus, "embeddings") == 2 * alone


@pytest.mark.parametrize(
    ("published", "first", "last"),
    [
        ("2018", "2018-01-01", "2018-12-31"),
        ("2018-11", "2018-11-01", "2018-11-30"),
        ("2018-11-20T23:00:00Z", "2018-11-20", "2018-11-20"),
        (None, None, None),
    ],
)
def test_dates_are_kept_as_they_are(
    corpus: Corpus, published: str | None, first: str | None, last: str | None
) -> None:
    add(corpus, page("one", published=published))
    assert corpus._row("SELECT published, first_day, last_day FROM versions") == (
        published,
        first,
        last,
    )
    (article,) = corpus.articles()
    assert article.published == published


@pytest.mark.parametrize(
    ("published", "inside", "undated"),
    [
        ("2018-11-06", True, 0),
        ("2018-11-05", False, 0),
        ("2018-12-04", True, 0),
        ("2018-12-05", False, 0),
        ("2018", True, 0),
        ("2017-11-20", False, 0),
        (None, False, 1),
    ],
)
def test_the_window(corpus: Corpus, published: str | None, inside: bool, undated: int) -> None:
    add(corpus, page("one", published=published))
    scope = corpus.scope(("2018-11-06", "2018-12-04"), lambda *_: True)
    assert (len(scope.versions), scope.outlets, scope.undated) == (inside, inside, undated)
    assert len(corpus.scope(None, lambda *_: True).versions) == 1
    own = corpus.scope(("2018-11-06", "2018-12-04"), lambda *_: False)
    assert (own.versions, own.undated) == (frozenset(), 0)


def test_encoders_are_never_mixed(corpus: Corpus) -> None:
    add(corpus, page("one"))
    assert corpus.encoder_name == "all-MiniLM-L6-v2"
    other = encoder("some/other-model")
    corpus.require_encoder(ENCODER.name)
    with pytest.raises(EncoderMismatch, match=r"all-MiniLM-L6-v2.*some/other-model"):
        corpus.add(page("two"), [], np.zeros((0, 7), np.float32), other)
    assert count(corpus, "articles") == 1
    with pytest.raises(EncoderMismatch):
        corpus.require_encoder("some/other-model")


def test_an_article_is_stored_whole_or_not_at_all(corpus: Corpus) -> None:
    stated = claims.split(page("one"), str)
    with pytest.raises(ValueError, match="shorter"):
        corpus.add(page("one"), stated, np.zeros((1, 4), np.float32), ENCODER)
    for table in ("articles", "versions", "claims", "embeddings", "encoders"):
        assert count(corpus, table) == 0


def test_the_order_of_ingestion_does_not_show(tmp_path: Path) -> None:
    digests = set()
    for number, order in enumerate(permutations(["one", "two", "three"])):
        with Corpus.open(tmp_path / f"{number}.db", create=True) as corpus:
            for name in order:
                add(corpus, page(name))
                corpus.add_unreadable(NotJudged(f"{name}.html", "empty"))
            digests.add(corpus.digest())
            assert [item.what for item in corpus.unreadable()] == [
                "one.html",
                "three.html",
                "two.html",
            ]
            assert [row.outlet for row in corpus.outlets()] == ["One", "Three", "Two"]
    assert len(digests) == 1


def test_unreadable_ones_are_told_once(corpus: Corpus) -> None:
    for _ in range(2):
        corpus.add_unreadable(NotJudged("a.html", "empty", "https://one.example"))
    assert corpus.unreadable() == [NotJudged("a.html", "empty", "https://one.example")]


def test_hostile_words_are_only_words(corpus: Corpus) -> None:
    text = 'The "minister\'; DROP TABLE claims; --" said on Monday that AND OR NOT NEAR(x) won.'
    article = page("one", text, title='"*:^')
    add(corpus, article)
    stated = claims.split(article, str)
    scope = corpus.scope(None, lambda *_: True)
    hits = corpus.passages(stated, np.full((len(stated), 4), 0.5, np.float32), scope, 5)
    assert len(hits) == len(stated)
    assert all(found for found in hits)

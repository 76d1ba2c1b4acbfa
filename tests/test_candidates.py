"""Which passages are looked at: the window, the house, the likeness, and what counts as covered."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from samples import article

from xref import pipeline
from xref.candidates import Found, find
from xref.claims import split
from xref.corpus.store import Corpus
from xref.records import Article, NotJudged
from xref.settings import DEFAULT, Settings

TEXT = "A bridge over the river was closed to lorries. The mayor opened a new school in the valley."
CHECKED = article("Outlet X", TEXT, published="2020-08-05")


@pytest.fixture(scope="module")
def tools() -> pipeline.Tools:
    return pipeline.Tools.default()


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[Corpus]:
    with Corpus.open(tmp_path / "corpus.db", create=True) as opened:
        yield opened


def found(
    corpus: Corpus,
    tools: pipeline.Tools,
    *pages: Article | NotJudged,
    checked: Article = CHECKED,
    settings: Settings = DEFAULT,
) -> Found:
    list(pipeline.ingest(pages, corpus, tools))
    claims = [c for c in split(checked, tools.outlets.name_of) if c.kind.checkable]
    return find(checked, claims, corpus, tools.encoder, tools.outlets, settings)


def outlets(answer: Found) -> set[str]:
    return {c.article.outlet for found_ in answer.candidates for c in found_}


@pytest.mark.parametrize(
    ("published", "inside"),
    [
        ("2020-08-05", True),
        ("2020-07-22", True),
        ("2020-07-21", False),
        ("2020-08-19T23:59:59", True),
        ("2020-08-20", False),
        ("2019-08-05", False),
        ("2020-08", True),
        (None, False),
    ],
)
def test_the_window(
    published: str | None, inside: bool, corpus: Corpus, tools: pipeline.Tools
) -> None:
    answer = found(corpus, tools, article("Outlet A", TEXT, published=published))
    assert answer.window == ("2020-07-22", "2020-08-19")
    assert outlets(answer) == ({"Outlet A"} if inside else set())
    assert answer.articles == inside
    assert answer.undated == (published is None)


def test_without_a_date_all_time(corpus: Corpus, tools: pipeline.Tools) -> None:
    pages = [article("Outlet A", TEXT, published=date) for date in ("1999-01-01",)]
    pages.append(article("Outlet B", TEXT, published=None))
    answer = found(corpus, tools, *pages, checked=replace(CHECKED, published=None))
    assert answer.window is None
    assert outlets(answer) == {"Outlet A", "Outlet B"}


def test_neither_the_own_outlet_nor_its_house_nor_the_article_itself(
    corpus: Corpus, tools: pipeline.Tools
) -> None:
    checked = replace(CHECKED, outlet="Sputnik", domain="sputniknews.com")
    pages = [
        checked,
        article("Sputnik", TEXT, domain="sputniknews.com", name="another page"),
        article("RIA Novosti", TEXT, domain="ria.ru"),
        article("TASS", TEXT, domain="tass.com"),
    ]
    assert outlets(found(corpus, tools, *pages, checked=checked)) == {"TASS"}


def test_not_the_article_itself_under_another_name(corpus: Corpus, tools: pipeline.Tools) -> None:
    assert outlets(found(corpus, tools, replace(CHECKED, outlet="Outlet A"))) == set()


def test_the_nearest_comes_first_and_the_far_not_at_all(
    corpus: Corpus, tools: pipeline.Tools
) -> None:
    far = "The chess club won its ninth game in a row."
    near = "Lorries may no longer use a bridge over the river."
    answer = found(corpus, tools, article("Outlet A", TEXT), article("Outlet B", f"{near} {far}"))
    for candidates in answer.candidates:
        likeness = [c.likeness for c in candidates]
        assert likeness == sorted(likeness, reverse=True)
        assert min(likeness) >= DEFAULT.least_likeness
        assert far not in [c.passage.text for c in candidates]


def test_covered_where_claims_find_their_event(corpus: Corpus, tools: pipeline.Tools) -> None:
    assert set(found(corpus, tools, article("Outlet A", TEXT)).covered) == {True}


def test_not_covered_by_another_matter_or_by_what_could_not_be_read(
    corpus: Corpus, tools: pipeline.Tools
) -> None:
    chess = article("Outlet A", "The chess club won its ninth game in a row.")
    unread = NotJudged("a page", "no readable body")
    assert set(found(corpus, tools, chess, unread).covered) == {False}


def test_an_article_without_claims(corpus: Corpus, tools: pipeline.Tools) -> None:
    nothing = replace(CHECKED, text="Why?", title="")
    answer = found(corpus, tools, article("Outlet A", TEXT), checked=nothing)
    assert (answer.candidates, answer.covered) == ((), ())

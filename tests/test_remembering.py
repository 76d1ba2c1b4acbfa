"""What was judged once is remembered whole, decided again without a model, and known when stale."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from shutil import copyfile

import pytest
from samples import article as page
from samples import relation

from xref import pipeline
from xref.articles import load
from xref.corpus.memory import _kept
from xref.corpus.outlets import Registry
from xref.corpus.store import Corpus
from xref.records import Article, Judgement, Outlet, Report, Standing, Weighed
from xref.render import renderer
from xref.settings import DEFAULT, MEMORY

ARTICLE = Path(__file__).parents[1] / "corpora" / "demo" / "article.md"


class NoJudge:
    """Stands for the shipped judge, and must not be asked."""

    name = "news-5"

    def weighs_words(self, pair: object) -> bool:
        return True

    def judge(self, pairs: object) -> list[Judgement]:
        raise AssertionError("judged again")


@pytest.fixture(scope="module")
def tools() -> pipeline.Tools:
    return pipeline.Tools.default()


@pytest.fixture(scope="module")
def article() -> Article:
    return load(str(ARTICLE))


@pytest.fixture(scope="module")
def kept(
    undisturbed: Path,
    tools: pipeline.Tools,
    article: Article,
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:
    """A corpus that remembers the demo article."""
    path = tmp_path_factory.mktemp("kept") / "kept.db"
    with closing(sqlite3.connect(undisturbed)) as one, closing(sqlite3.connect(path)) as other:
        one.backup(other)
    with Corpus.open(path) as corpus:
        pipeline.consult(article, corpus, tools)
    return path


def as_json(report: Report) -> str:
    return renderer("json").render(report)


def test_remembered_and_judged_give_the_same_bytes(
    kept: Path, tools: pipeline.Tools, article: Article
) -> None:
    with Corpus.open(kept) as corpus:
        fresh = pipeline.judge(article, corpus, tools)
        unasked = replace(tools, judge=NoJudge())
        known = pipeline.consult(article, corpus, unasked)
        assert as_json(pipeline.decide(known, corpus, unasked)) == as_json(
            pipeline.check(article, corpus, tools)
        )
    assert known.article == fresh.article
    assert known.stated == fresh.stated
    assert known.covered == fresh.covered
    for ours, theirs in zip(known.weighed, fresh.weighed, strict=True):
        shown = {other for other, whole in _kept(theirs) if whole}
        assert len(shown) >= min(MEMORY.nearest, len(theirs))
        for one, other in zip(ours, theirs, strict=True):
            bare = replace(other, judgement=replace(other.judgement, parts=()))
            assert one == (other if other in shown else bare)


def test_the_nearest_that_say_nothing_are_kept_whole_behind_many_that_say_something() -> None:
    """Else a report from what is remembered would lack what a fresh one shows."""
    candidate = relation(page("Gazette")).candidate
    telling = Weighed(candidate, Judgement(0.9, 0.0))
    silent = [Weighed(candidate, Judgement(0.0, 0.001 * n)) for n in range(20)]
    kept = [whole for _, whole in _kept([telling] * 8 + silent)]
    assert kept == [True] * (8 + MEMORY.nearest) + [False] * (20 - MEMORY.nearest)
    assert MEMORY.nearest >= DEFAULT.nearest_shown


def test_decided_again_under_other_thresholds(
    kept: Path, tools: pipeline.Tools, article: Article
) -> None:
    strict = replace(tools, judge=NoJudge(), settings=replace(DEFAULT, support=1.1, refute=1.1))
    with Corpus.open(kept) as corpus:
        report = pipeline.decide(pipeline.consult(article, corpus, strict), corpus, strict)
        usual = pipeline.check(article, corpus, tools)
    assert usual.summary[Standing.CORROBORATED]
    assert not report.summary[Standing.CORROBORATED]
    assert report.made_with.settings_sha256 == strict.settings.sha256


def test_stale_where_anything_changed(
    kept: Path, tools: pipeline.Tools, article: Article, tmp_path: Path
) -> None:
    path = Path(copyfile(kept, tmp_path / "stale.db"))
    with Corpus.open(path) as corpus:
        known = pipeline.consult(article, corpus, tools)
        assert pipeline.stale(known, article, corpus, tools) == ()
        changed = replace(article, text=article.text + " More.")
        assert pipeline.stale(known, changed, corpus, tools) == ("the article has changed since",)
        other = replace(tools, settings=replace(DEFAULT, window_days=3), outlets=Registry(()))
        assert len(pipeline.stale(known, article, corpus, other)) == 2
        more = replace(article, id="more", outlet="Gazette", domain=None)
        list(pipeline.ingest([more], corpus, tools))
        assert pipeline.stale(known, article, corpus, tools) == ("the corpus has changed since",)
        again = pipeline.consult(article, corpus, tools)
        assert pipeline.stale(again, article, corpus, tools) == ()
        assert again.compared[0] == known.compared[0] + 1


def elsewhere(article: Article, name: str, **changed: str | None) -> Article:
    """An article of another house, long before, unless it is said otherwise."""
    return replace(article, **{"id": name, "outlet": "Gazette", "domain": None, "url": None,
                               "published": "2001-01-01", **changed})  # fmt: skip


def test_what_comes_out_of_reach_leaves_it_as_it_is(
    kept: Path, tools: pipeline.Tools, article: Article, tmp_path: Path
) -> None:
    """But a report, which is to be the same byte for byte, is judged anew."""
    path = Path(copyfile(kept, tmp_path / "reach.db"))
    more = [
        elsewhere(article, "before"),
        elsewhere(article, "undated", published=None),
        # Its own house is no evidence.
        elsewhere(article, "own", outlet=article.outlet, domain=article.domain,
                  published=article.published, text="The council meets on Monday."),
    ]  # fmt: skip
    unasked = replace(tools, judge=NoJudge())
    with Corpus.open(path) as corpus:
        before = pipeline.consult(article, corpus, tools)
        list(pipeline.ingest(more, corpus, tools))
        assert pipeline.stale(before, article, corpus, tools) == ("the corpus has changed since",)
        assert pipeline.stale(before, article, corpus, tools, within_reach=True) == ()
        known = pipeline.consult(article, corpus, unasked, within_reach=True)
        fresh = pipeline.judge(article, corpus, tools)
        kept_, new = (pipeline.decide(judged, corpus, tools) for judged in (known, fresh))
    assert (known.stated, known.window, known.covered) == (
        fresh.stated,
        fresh.window,
        fresh.covered,
    )
    assert (known.compared, known.reach_sha256) == (fresh.compared, fresh.reach_sha256)
    assert fresh.undated == known.undated + 1
    assert kept_.summary == new.summary


def test_what_comes_within_reach_makes_it_stale(
    kept: Path, tools: pipeline.Tools, article: Article, tmp_path: Path
) -> None:
    path = Path(copyfile(kept, tmp_path / "within.db"))
    with Corpus.open(path) as corpus:
        known = pipeline.consult(article, corpus, tools)
        near = next(one.candidate.article for found in known.weighed for one in found)
        list(pipeline.ingest([replace(near, text=f"{near.text} More.")], corpus, tools))
        assert pipeline.stale(known, article, corpus, tools, within_reach=True) == (
            "the corpus has changed since",
        )


def test_what_its_own_house_prints_again_and_again_makes_it_stale(
    kept: Path, tools: pipeline.Tools, article: Article, tmp_path: Path
) -> None:
    path = Path(copyfile(kept, tmp_path / "own.db"))
    with Corpus.open(path) as corpus:
        known = pipeline.consult(article, corpus, tools)
        # A line of its own: only such a one is furniture when it comes again and again.
        (line,) = (c.text for c in known.checkable if c.text.startswith("In April, Pompeo told"))
        own = [
            elsewhere(article, f"own {n}", outlet=article.outlet, domain=article.domain,
                      published=f"2001-0{n}-01", text=line)
            for n in (1, 2, 3, 4)
        ]  # fmt: skip
        list(pipeline.ingest(own, corpus, tools))
        assert pipeline.stale(known, article, corpus, tools, within_reach=True) == (
            "the corpus has changed since",
        )


def test_a_registry_that_moves_a_house_makes_it_stale_and_another_does_not(
    kept: Path, tools: pipeline.Tools, article: Article
) -> None:
    with Corpus.open(kept) as corpus:
        known = pipeline.consult(article, corpus, tools)
        near = next(one.candidate.article for found in known.weighed for one in found)
        more = replace(tools, outlets=Registry([*tools.outlets.outlets, Outlet("Quay Gazette")]))
        assert pipeline.stale(known, article, corpus, more, within_reach=True) == ()
        house = tools.outlets.of(article.outlet, article.domain)
        sister = replace(tools.outlets.of(near.outlet, near.domain), owner=house.house)
        moved = [one for one in tools.outlets.outlets if one.name != sister.name]
        sold = replace(tools, outlets=Registry([*moved, sister]))
        assert pipeline.stale(known, article, corpus, sold, within_reach=True) == (
            "the registry of outlets has changed since",
        )


def test_one_row_an_article_and_nothing_left_of_an_earlier_one(
    kept: Path, tools: pipeline.Tools, article: Article, tmp_path: Path
) -> None:
    path = Path(copyfile(kept, tmp_path / "twice.db"))
    with Corpus.open(path) as corpus:
        known = pipeline.consult(article, corpus, tools)
        corpus.remember(known)
        corpus.remember(replace(known, stated=(), weighed=(), covered=()))
        assert corpus.recall(article.id, tools.encoder.name, "parts") is None
    with closing(sqlite3.connect(path)) as conn:
        counts = [
            conn.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            for table in ("checks", "checked_claims", "relations")
        ]
    assert counts == [1, 0, 0]

"""ingest and check as a library: real pages, real encoder, real judge."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

import xref
from xref import pipeline
from xref.articles import load, read
from xref.corpus.store import Added, Corpus
from xref.encoders import encoder
from xref.errors import EncoderMismatch
from xref.records import Article, NotJudged, Standing
from xref.render import renderer

ARTICLE = Path(__file__).parents[1] / "corpora" / "demo" / "article.md"


@pytest.fixture(scope="module")
def tools() -> pipeline.Tools:
    return pipeline.Tools.default()


@pytest.fixture(scope="module")
def article() -> Article:
    return load(str(ARTICLE))


def as_json(report: xref.Report) -> str:
    return str(renderer("json").render(report))


def test_the_same_bytes_whatever_the_order_of_ingestion(
    pages_file: Path, undisturbed: Path, tools: pipeline.Tools, article: Article, tmp_path: Path
) -> None:
    backwards = list(read(str(pages_file)))[::-1]
    with Corpus.open(tmp_path / "backwards.db", create=True) as corpus:
        counts = Counter(added for _, added in pipeline.ingest(backwards, corpus, tools))
        assert counts == {Added.NEW: 80}
        other = as_json(pipeline.check(article, corpus, tools))
    with Corpus.open(undisturbed) as corpus:
        first, again = (as_json(pipeline.check(article, corpus)) for _ in range(2))
    assert first == again
    assert first == other


def test_what_was_there_before_does_not_show(
    pages_file: Path, undisturbed: Path, tools: pipeline.Tools, article: Article, tmp_path: Path
) -> None:
    pages = [item for item in read(str(pages_file)) if isinstance(item, Article)]
    earlier = [replace(page, text=page.text + " Patriot missiles, again.") for page in pages]
    with Corpus.open(tmp_path / "changed.db", create=True) as corpus:
        list(pipeline.ingest(earlier[:20], corpus, tools))
        counts = Counter(added for _, added in pipeline.ingest(pages, corpus, tools))
        assert counts == {Added.CHANGED: 20, Added.NEW: 60}
        other = as_json(pipeline.check(article, corpus, tools))
    with Corpus.open(undisturbed) as corpus:
        assert as_json(pipeline.check(article, corpus, tools)) == other


def test_a_report_can_be_walked_back(undisturbed: Path, article: Article) -> None:
    with Corpus.open(undisturbed) as corpus:
        report = pipeline.check(article, corpus)
        texts = {held.id: held.text for held in corpus.articles()}
    assert report.checked
    for verdict in report.verdicts:
        claim = verdict.claim
        assert claim.text in (article.text[claim.start : claim.end], article.title)
        for relation in verdict.evidence:
            passage = relation.candidate.passage
            shown = texts[relation.candidate.article.id][passage.start : passage.end]
            assert passage.text in (shown, relation.candidate.article.title)


def test_only_the_window_and_never_the_own_house(
    undisturbed: Path, article: Article, tools: pipeline.Tools
) -> None:
    sputnik = replace(article, outlet="RT", domain="rt.com")
    with Corpus.open(undisturbed) as corpus:
        report = pipeline.check(sputnik, corpus, tools)
    assert report.window == ("2018-11-08", "2018-12-06")
    found = [r.candidate.article for v in report.verdicts for r in v.evidence]
    assert found
    house = tools.outlets.of("RT", "rt.com").house
    for page in found:
        assert page.published
        assert "2018-11" <= page.published < "2018-12-07"
        assert tools.outlets.of(page.outlet, page.domain).house != house


def test_without_a_date_all_time_is_looked_at_and_said(
    undisturbed: Path, article: Article, tools: pipeline.Tools
) -> None:
    with Corpus.open(undisturbed) as corpus:
        dated = pipeline.check(article, corpus, tools)
        report = pipeline.check(replace(article, published=None), corpus, tools)
    assert report.window is None
    assert report.compared[0] > dated.compared[0]
    assert any("no date" in note for note in report.notes)


def test_nothing_of_the_event(tmp_path: Path, article: Article, tools: pipeline.Tools) -> None:
    with Corpus.open(tmp_path / "empty.db", create=True) as corpus:
        report = pipeline.check(article, corpus, tools)
    standings = {verdict.standing for verdict in report.verdicts}
    assert standings <= {Standing.NOT_COVERED, Standing.NOT_A_CLAIM}
    assert report.notes


def test_an_article_without_claims(
    undisturbed: Path, article: Article, tools: pipeline.Tools
) -> None:
    with Corpus.open(undisturbed) as corpus:
        report = pipeline.check(replace(article, text="Why?", title=""), corpus, tools)
    assert report.checked == 0


def test_articles_without_claims_are_kept(tmp_path: Path, tools: pipeline.Tools) -> None:
    bare = Article("a", None, "One", None, "", None, "Why?")
    with Corpus.open(tmp_path / "bare.db", create=True) as corpus:
        assert [added for _, added in pipeline.ingest([bare], corpus, tools)] == [Added.NEW]
        assert list(corpus.articles()) == [bare]


def test_what_cannot_be_read_travels_into_the_report(
    tmp_path: Path, article: Article, tools: pipeline.Tools
) -> None:
    with Corpus.open(tmp_path / "unread.db", create=True) as corpus:
        many = [NotJudged(f"page {number:02}", "empty") for number in range(60)]
        assert {added for _, added in pipeline.ingest(many, corpus, tools)} == {None}
        report = pipeline.check(article, corpus, tools)
    assert report.not_judged[:50] == tuple(many[:50])
    assert report.not_judged[50].what == "10 more sources"


def test_another_encoder_is_refused_before_it_is_loaded(
    undisturbed: Path, article: Article, tools: pipeline.Tools
) -> None:
    other = replace(tools, encoder=encoder("no/such-model"))
    with Corpus.open(undisturbed) as corpus:
        with pytest.raises(EncoderMismatch):
            pipeline.check(article, corpus, other)
        with pytest.raises(EncoderMismatch):
            next(pipeline.ingest([article], corpus, other))

"""Reviews of claims from file to report: shown beside the evidence, and never an origin."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from xref import pipeline
from xref.corpus.store import Added, Corpus
from xref.records import Article, FactCheck, Report, Standing, Verdict
from xref.render import renderer

CLAIM = "Turkey bought twelve submarines from Norway in a secret deal."
DAY = "2018-11-22"
CHECKED = Article(
    "checked", "https://courier.example/a", "Courier", "courier.example", "", DAY, CLAIM
)
REVIEW = Article(
    "review",
    "https://checkers.example/1",
    "The Example Checkers",
    "checkers.example",
    "Did Turkey buy submarines?",
    "2021-05-05",  # far outside the window
    CLAIM,
    fact_check=FactCheck("Pants on fire", "A. Nobody", "2018-11-20"),
)


@pytest.fixture(scope="module")
def tools() -> pipeline.Tools:
    return pipeline.Tools.default()


@pytest.fixture
def corpus(undisturbed: Path, tmp_path: Path) -> Iterator[Corpus]:
    with Corpus.open(shutil.copy(undisturbed, tmp_path / "corpus.db")) as held:
        yield held


def add(corpus: Corpus, article: Article, tools: pipeline.Tools) -> Added | None:
    ((_, added),) = pipeline.ingest([article], corpus, tools)
    return added


def checked(corpus: Corpus, tools: pipeline.Tools) -> tuple[Report, Verdict]:
    report = pipeline.check(CHECKED, corpus, tools)
    (verdict,) = report.verdicts
    return report, verdict


def test_it_is_shown_and_counts_for_nothing(corpus: Corpus, tools: pipeline.Tools) -> None:
    before, verdict = checked(corpus, tools)
    assert not verdict.origins
    assert add(corpus, REVIEW, tools) is Added.NEW
    report, verdict = checked(corpus, tools)
    assert (verdict.standing, verdict.origins) == (before.verdicts[0].standing, ())
    assert report.compared == before.compared
    (found,) = verdict.fact_checks
    assert found.candidate.article == REVIEW
    assert found not in verdict.evidence
    for form in ("html", "markdown", "json"):
        assert "Pants on fire" in renderer(form).render(report)


def test_the_same_words_in_an_article_are_an_origin(corpus: Corpus, tools: pipeline.Tools) -> None:
    """What the test above rules out does happen without the mark."""
    add(corpus, replace(REVIEW, fact_check=None, published=DAY), tools)
    _, verdict = checked(corpus, tools)
    assert verdict.standing is Standing.SINGLE_SOURCE
    assert not verdict.fact_checks


def test_what_is_remembered_keeps_it(corpus: Corpus, tools: pipeline.Tools) -> None:
    add(corpus, REVIEW, tools)
    first = pipeline.decide(pipeline.consult(CHECKED, corpus, tools), corpus, tools)
    again = pipeline.decide(pipeline.consult(CHECKED, corpus, tools), corpus, tools)
    assert first == again
    assert again.verdicts[0].fact_checks[0].candidate.article.fact_check == REVIEW.fact_check


def test_another_rating_is_another_version_and_another_digest(
    corpus: Corpus, tools: pipeline.Tools
) -> None:
    empty = corpus.digest()
    add(corpus, REVIEW, tools)
    rated = corpus.digest()
    assert add(corpus, REVIEW, tools) is Added.SAME
    other = replace(REVIEW, fact_check=FactCheck("True"))
    assert add(corpus, other, tools) is Added.CHANGED
    assert len({empty, rated, corpus.digest()}) == 3
    assert corpus.article("review") == other


def test_its_publisher_has_no_article_to_audit(
    corpus: Corpus, tools: pipeline.Tools, xref: Callable[..., Any]
) -> None:
    before = corpus.outlets()
    add(corpus, REVIEW, tools)
    assert corpus.outlets() == before
    assert corpus.histories(lambda name, _: name == REVIEW.outlet, None, None) == []
    assert "fact-checks by The Example Checkers: 1" in xref("outlets", "-c", corpus.path).out


def test_the_house_of_the_article_does_not_check_itself(
    corpus: Corpus, tools: pipeline.Tools
) -> None:
    own = replace(REVIEW, outlet=CHECKED.outlet, domain=CHECKED.domain)
    add(corpus, own, tools)
    _, verdict = checked(corpus, tools)
    assert not verdict.fact_checks


def test_a_draft_from_the_command_line(xref: Callable[..., Any], tmp_path: Path) -> None:
    gold = Path(__file__).parent / "render" / "gold" / "report.json"
    xref("claimreview", gold, 4, "--rating", "Mostly true").refused("--by", "rates nothing")
    xref("claimreview", gold, 4, "--by", "A. Editor").refused("--rating")
    answer = xref("claimreview", gold, 4, "--rating", "Mostly true", "--by", "A. Editor")
    assert answer.code == 0
    assert '"creativeWorkStatus": "Draft"' in answer.out

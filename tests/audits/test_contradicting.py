"""When another article of the same outlet counts as telling otherwise."""

from dataclasses import replace

import pytest
from samples import article, claim

from xref import audits
from xref.records import Candidate, FactCheck, Judged, Judgement, Made, Refutation, Weighed
from xref.settings import DEFAULT

PAGE = article("Gazette", "The wall will cost 45 million euros.", name="first")
OTHER = article("Gazette", "The wall will cost 60 million euros.", name="second")
SURE = Judgement(0.0, 0.95, if_equal=0.95)
MADE = Made("1", "encoder", "judge", "c", "o", "s")


def weighed(**changed: object) -> Weighed:
    found = Candidate(claim(PAGE.text, of=PAGE), claim(OTHER.text, of=OTHER), OTHER, 0.9, 0.0)
    told = Weighed(found, SURE, differs_by=Refutation.NUMBER, differs=("45", "60"))
    return replace(told, **changed)  # type: ignore[arg-type]


def own(*found: Weighed) -> audits.OwnReports:
    stated = (found[0].candidate.claim,)
    judged = Judged(PAGE, stated, (found,), (True,), None, (1, 1), 0, MADE)
    return audits.own_reports(judged, DEFAULT)


def test_refuted_and_compared() -> None:
    found = own(weighed()).of(claim(PAGE.text, of=PAGE))
    assert found.compared
    (pair,) = found.against
    assert (pair.other, pair.by, pair.differs) == (OTHER, Refutation.NUMBER, ("45", "60"))


@pytest.mark.parametrize(
    "changed",
    [
        {"judgement": Judgement(0.0, 0.5, if_equal=0.5)},
        {"differs_by": Refutation.DATE},
        {"differs_by": None},
        {"elsewhere": "occasion"},
        {"moved": "a count that moves: 45 here, 60 there"},
    ],
)
def test_no_contradiction(changed: dict[str, object]) -> None:
    assert own(weighed(**changed)).of(claim(PAGE.text, of=PAGE)).against == ()


def test_a_review_of_a_claim_is_no_article_of_its_own() -> None:
    found = weighed()
    review = replace(OTHER, fact_check=FactCheck("false", None, None))
    told = replace(found, candidate=replace(found.candidate, article=review))
    assert own(told).of(claim(PAGE.text, of=PAGE)).against == ()


def test_the_surest_passage_of_each_article() -> None:
    surer = weighed(judgement=Judgement(0.0, 0.99, if_equal=0.99))
    (pair,) = own(weighed(), surer, weighed()).of(claim(PAGE.text, of=PAGE)).against
    assert pair.sureness == 0.99


def test_far_passages_are_not_compared() -> None:
    found = weighed(judgement=Judgement(0.0, 0.0))
    far = replace(found, candidate=replace(found.candidate, likeness=0.2))
    assert not own(far).of(claim(PAGE.text, of=PAGE)).compared
    assert not own(far).of(claim("Something else.")).compared

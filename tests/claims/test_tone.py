"""How a sentence reads: like a comment or like a report."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xref.claims.opinions import is_opinion
from xref.claims.tone import manner, tone

COMMENTS = [
    "And yet we are told that our children should just accept all this.",
    "Why should any of us believe that these people know what they do?",
]
REPORTS = [
    "The committee will take up the bill after the recess.",
    "Lawmakers in the House were expected to vote on the deal this week.",
]


def test_comments_read_unlike_reports() -> None:
    assert min(map(tone, COMMENTS)) > 0 > max(map(tone, REPORTS))


@pytest.mark.parametrize("text", REPORTS)
def test_a_report_is_no_opinion(text: str) -> None:
    assert not is_opinion(text)


def test_names_and_figures_do_not_count() -> None:
    assert tone("In March Smith paid 300 men.") == tone("In April Jones paid 12 men.")


def test_a_word_that_was_rarely_seen_weighs_like_its_kin() -> None:
    assert tone("It is a craven plan.") > tone("It is an interim plan.") + 0.5


def test_manner_is_each_feature_once_in_order() -> None:
    assert manner("We we Smith") == ["NAME", "we", "we NAME", "we we"]


@given(st.text(max_size=200))
def test_any_text_has_a_tone(text: str) -> None:
    assert abs(tone(text)) < 1_000

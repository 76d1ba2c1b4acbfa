"""The draft of a ClaimReview: a person's rating under a person's name, or nothing."""

import json

import pytest
from pyld import jsonld

from xref.errors import OptionError
from xref.records import Standing
from xref.render import renderer
from xref.render.claimreview import draft

from .test_exchange import offline, unknown

BY, RATING = "Night desk, A. Editor", "Mostly true"


@pytest.fixture
def told(report):
    return json.loads(renderer("json").render(report))


def test_a_draft_is_a_review_with_the_persons_rating(told):
    text = draft(told, 4, RATING, BY, "https://courier.example/reviews/1")
    (node,) = jsonld.expand(json.loads(text), {"documentLoader": offline})
    assert unknown(node) == set()
    at = "http://schema.org/"
    assert node["@type"] == [f"{at}ClaimReview"]
    assert node[f"{at}creativeWorkStatus"] == [{"@value": "Draft"}]
    assert node[f"{at}author"][0][f"{at}name"] == [{"@value": BY}]
    assert node[f"{at}reviewRating"][0][f"{at}alternateName"] == [{"@value": RATING}]
    assert f"{at}ratingValue" not in text
    assert node[f"{at}itemReviewed"][0][f"{at}author"][0][f"{at}name"]
    assert len(node[f"{at}citation"]) == 2
    assert text == draft(told, 4, RATING, BY, "https://courier.example/reviews/1")


@pytest.mark.parametrize("by", [None, "", "  ", "\x1b", "xref", "XRef", "1"])
def test_nobody_signs(told, by):
    with pytest.raises(OptionError, match="--by"):
        draft(told, 4, RATING, by, None)


@pytest.mark.parametrize("rating", [None, "", "3", *Standing, "Single-Source"])
def test_what_is_no_rating(told, rating):
    with pytest.raises(OptionError, match="--rating"):
        draft(told, 4, rating, BY, None)


@pytest.mark.parametrize("number", [0, -1, 99])
def test_no_such_statement(told, number):
    with pytest.raises(OptionError, match=r"numbers 1 to 10"):
        draft(told, number, RATING, BY, None)


def test_hostile_words_steer_nothing_and_link_nowhere(hostile):
    told = json.loads(renderer("json").render(hostile))
    for number in range(1, hostile.checked + 1):
        text = draft(told, number, RATING, BY, "javascript:alert(1)")
        assert '"url": "javascript' not in text
        assert "\x1b" not in text
        json.loads(text)

"""ClaimReview in JSON-LD, as files, feeds and pages carry it."""

import json
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xref.articles import read
from xref.articles.factchecks import reviews
from xref.errors import SourceUnreadable
from xref.records import Article, FactCheck, NotJudged

REVIEW = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "url": "https://checkers.example/2018/bridge",
    "datePublished": "2018-12-03",
    "claimReviewed": "The bridge was closed on Monday.",
    "author": {"@type": "Organization", "name": "The Example Checkers"},
    "reviewRating": {"@type": "Rating", "ratingValue": 4, "alternateName": "Mostly true"},
    "itemReviewed": {
        "@type": "Claim",
        "author": {"@type": "Person", "name": "Jane Doe"},
        "datePublished": "2018-12-01",
    },
}
BODY = "<p>The bridge was closed on Monday, the mayor said. " + "We asked around. " * 20 + "</p>"


def found(path: Path) -> list[Article | NotJudged]:
    return list(read(str(path)))


def the_one(path: Path) -> Article:
    (item,) = found(path)
    assert isinstance(item, Article), item
    return item


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("a.jsonld", REVIEW),
        ("a.json", {"@context": "https://schema.org", "@graph": [{"@type": "Person"}, REVIEW]}),
        ("a.jsonl", [REVIEW]),
        ("a.json", {"@type": "DataFeed", "dataFeedElement": [{"item": [REVIEW]}]}),
        ("a.json", REVIEW | {"@type": ["Review", "https://schema.org/ClaimReview"]}),
        ("a.json", {"@type": "NewsArticle", "review": [REVIEW | {"@type": "schema:ClaimReview"}]}),
    ],
)
@pytest.mark.parametrize("indent", [None, 1])
def test_a_file(tmp_path: Path, name: str, value: object, indent: int | None) -> None:
    (tmp_path / name).write_text(json.dumps(value, indent=indent))
    item = the_one(tmp_path / name)
    assert item.fact_check == FactCheck("Mostly true", "Jane Doe", "2018-12-01")
    assert (item.text, item.outlet) == (REVIEW["claimReviewed"], "The Example Checkers")
    assert (item.url, item.published) == (REVIEW["url"], "2018-12-03")


def page(*values: object) -> str:
    scripts = "".join(
        f'<script type="application/ld+json">{json.dumps(value)}</script>' for value in values
    )
    return f"<!doctype html><html><head>{scripts}</head><body><article>{BODY}</article></body>"


def test_a_page_that_carries_one_is_a_fact_check_and_no_article(tmp_path: Path) -> None:
    other = REVIEW | {"claimReviewed": "The tunnel was closed, too."}
    (tmp_path / "a.html").write_text(page({"@type": "NewsArticle"}, REVIEW, other))
    one, two = found(tmp_path / "a.html")
    assert isinstance(one, Article)
    assert isinstance(two, Article)
    assert [one.text, two.text] == [REVIEW["claimReviewed"], other["claimReviewed"]]
    assert one.id != two.id
    assert all(item.fact_check for item in (one, two))


def test_a_page_that_only_speaks_of_one_is_an_article(tmp_path: Path) -> None:
    text = page({"@type": "NewsArticle", "name": "ClaimReview"})
    (tmp_path / "a.html").write_text(text.replace("<html>", "<html lang='en'>"))
    (item,) = read(str(tmp_path / "a.html"), given_outlet())
    assert isinstance(item, Article)
    assert item.fact_check is None


def given_outlet():  # type: ignore[no-untyped-def]
    from xref.articles import Given

    return Given(outlet="Gazette")


@pytest.mark.parametrize(
    ("rating", "told"),
    [
        ({"alternateName": "Faux"}, "Faux"),
        ({"name": "Falsch"}, "Falsch"),
        ({"ratingValue": "2"}, "2"),
        (
            {"ratingValue": 1, "worstRating": 1, "bestRating": 5},
            "1 (from 1, the worst, to 5, the best)",
        ),
    ],
)
def test_a_rating_stays_as_it_is(rating: dict[str, object], told: str) -> None:
    ((_, one),) = reviews(REVIEW | {"reviewRating": rating})
    assert one.fact_check.rating == told  # type: ignore[union-attr]


@pytest.mark.parametrize("key", ["claimReviewed", "reviewRating"])
def test_what_lacks_the_claim_or_the_rating_is_told(tmp_path: Path, key: str) -> None:
    rest = {name: value for name, value in REVIEW.items() if name != key}
    (tmp_path / "a.json").write_text(json.dumps(rest))
    (item,) = found(tmp_path / "a.json")
    assert isinstance(item, NotJudged)
    assert "without claimReviewed or without a rating" in item.reason


def test_a_line_of_json_cannot_claim_to_be_one(tmp_path: Path) -> None:
    row = {"text": "The bridge was closed.", "outlet": "Gazette", "fact_check": {"rating": "True"}}
    (tmp_path / "a.jsonl").write_text(json.dumps(row))
    assert the_one(tmp_path / "a.jsonl").fact_check is None


_JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["@type", *REVIEW, "@graph", "name"]), inner, max_size=4)
    ),
    max_leaves=12,
)


@settings(deadline=None)
@given(_JSON, st.sampled_from(["ClaimReview", "Thing"]))
def test_no_value_breaks_the_reader(value: object, kind: str) -> None:
    with suppress(SourceUnreadable):
        list(reviews([value, {"@type": kind, "reviewRating": value, "claimReviewed": value}]))

"""Fetched pages: which date, how much of a body, and whose address."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from xref.articles import bodies
from xref.articles.dates import dating
from xref.articles.fetched import Listed, as_json, from_json, reading
from xref.articles.webpages import tree
from xref.fetching.pages import Page
from xref.records import Completeness

NOW = datetime(2024, 3, 10, 12, tzinfo=UTC)
URL = "https://gazette.example/2024/03/01/bridge"
TEXT = "The bridge of Northport was closed on Monday after the storm had damaged two of its piers. "


def page(head: str = "", body: str = TEXT * 20) -> Page:
    html = f"<html><head><title>Bridge closed</title>{head}</head><body><article><h1>Bridge closed"
    html += f"</h1><p>{body}</p></article></body></html>"
    return Page(URL, "text/html", html.encode())


def meta(date: str) -> str:
    return f'<meta property="article:published_time" content="{date}">'


@pytest.mark.parametrize(
    ("head", "listed", "date", "doubt"),
    [
        (meta("2024-03-01T09:00:00Z"), None, "2024-03-01T09:00:00Z", None),
        (meta("2024-03-01T09:00:00Z"), "2024-03-06", "2024-03-01T09:00:00Z", "listing says"),
        (meta("2031-01-01"), "2024-03-01", "2024-03-01", None),
        (meta("2024-03-10T12:30:00Z"), None, "2024-03-10T12:30:00Z", "address says"),
        (meta("2024-03-10T14:00:00Z"), None, "2024-03-01", "only its address"),
        ("", None, "2024-03-01", "only its address"),
        (meta("yesterday"), None, "2024-03-01", "only its address"),
        (
            '<script type="application/ld+json">{"@graph": [{"datePublished": "2024-03-02"}]}'
            "</script>" + meta("2024-03-01"),
            None,
            "2024-03-02",
            None,
        ),
    ],
)
def test_dates(head: str, listed: str | None, date: str, doubt: str | None) -> None:
    dated = dating(tree(page(head).body.decode()), URL, listed, NOW)
    assert dated.date == date
    assert (doubt or "") in (dated.doubt or "")
    assert (dated.doubt is None) is (doubt is None)


def test_a_fact_check_is_no_article_that_could_corroborate_what_it_reviews() -> None:
    review = '{"@type": "ClaimReview", "claimReviewed": "x", "reviewRating": {"name": "No"}}'
    read = reading(
        page(f'<script type="application/ld+json">{review}</script>'), Listed(outlet="G"), NOW
    )
    assert read.article is None
    assert "a fact-check" in (read.reason or "")


def test_all_candidates_are_kept() -> None:
    read = reading(page(meta("2024-03-02")), Listed(published="2024-03-01"), NOW)
    assert [(c.date, c.origin) for c in read.dates] == [
        ("2024-03-02", "meta"),
        ("2024-03-01", "listing"),
        ("2024-03-01", "address"),
    ]
    assert from_json(as_json(read)) == read


def test_a_date_that_only_readers_see_is_found() -> None:
    html = f'<p class="date">Published March 3, 2024</p><p>{TEXT * 5}</p>'
    elsewhere = replace(page(body=html), url="https://gazette.example/bridge")
    read = reading(elsewhere, Listed(), NOW)
    assert [(c.date, c.origin) for c in read.dates] == [("2024-03-03", "page")]
    assert read.article is not None
    assert read.article.published == "2024-03-03"


@pytest.mark.parametrize(
    ("body", "whole"),
    [
        (TEXT * 20, Completeness.FULL),
        (TEXT * 3, Completeness.FULL),
        (TEXT * 3 + "Subscribe to continue reading.", Completeness.TEASER),
        (TEXT * 3 + "The mayor said that …", Completeness.TEASER),
        ("Please enable JavaScript and accept all cookies to go on. " * 3, Completeness.BLOCKED),
        ("Verify you are human", Completeness.BLOCKED),
        ("", Completeness.EMPTY),
        (
            TEXT * 10 + "The minister asked sites to let readers reject all cookies.",
            Completeness.FULL,
        ),
    ],
)
def test_completeness(body: str, whole: Completeness) -> None:
    read = reading(page(body=body), Listed(), NOW)
    assert read.completeness is whole
    assert (read.article is not None) is whole.readable
    assert (read.reason is None) is (whole is Completeness.FULL)


def test_not_free() -> None:
    head = '<script type="application/ld+json">{"isAccessibleForFree": "False"}</script>'
    assert reading(page(head, TEXT * 5), Listed(), NOW).completeness is Completeness.TEASER


@pytest.mark.parametrize(
    ("canonical", "other"),
    [
        ("https://gazette.example/bridge", "https://gazette.example/bridge"),
        ("https://www.gazette.example/2024/03/01/bridge?utm_source=x", None),
        ("https://gazette.example/", None),
        ("javascript:alert(1)", None),
    ],
)
def test_canonical(canonical: str, other: str | None) -> None:
    read = reading(page(f'<link rel="canonical" href="{canonical}">'), Listed(), NOW)
    assert read.canonical == other


def test_walls_are_not_about_their_titles() -> None:
    wall = "Bridge closed\n\nThis site stores small files on your device for 17 partners."
    assert not bodies.about_title(wall, "Bridge closed")
    assert bodies.about_title(f"Bridge closed\n{TEXT}", "Bridge closed")
    other = wall.replace("Bridge closed", "Harbour opened").replace("17", "18")
    assert bodies.shape(wall, "Bridge closed") == bodies.shape(other, "Harbour opened")
    assert bodies.shape("x" * 4_000, "") is None

"""Metadata: which differences between addresses matter, and whose an address is."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from xref.articles.metadata import canonical_address, domain_of, web_address
from xref.errors import InputError


@pytest.mark.parametrize(
    "same",
    [
        "http://Example.ORG/A/b?p=1&q=Z",
        "https://example.org:443/A/b/?p=1&q=Z",
        "https://example.org/A/b?utm_source=x&p=1&fbclid=9&q=Z&gclid=#part",
        " https://example.org./A/b?p=1&q=Z ",
        "https://www.example.org/A/b?p=1&q=Z",
        "https://m.example.org/A/b/amp/?p=1&q=Z",
        "https://amp.example.org/amp/A/b?p=1&q=Z&outputType=amp",
        "https://example.org/A/b.amp?amp&p=1&q=Z",
        "https://example-org.cdn.ampproject.org/c/s/example.org/A/b?p=1&q=Z&amp=1",
        "https://www.google.com/amp/s/www.example.org/A/b/amp?p=1&q=Z",
    ],
)
def test_same_page(same: str) -> None:
    assert canonical_address(same) == "https://example.org/A/b?p=1&q=Z"


@pytest.mark.parametrize(
    "other",
    [
        "https://example.org/a/b?p=1&q=Z",
        "https://example.org/A/b?q=Z&p=1",
        "https://example.org:8080/A/b?p=1&q=Z",
        "https://example.org/A/b",
        "https://example.org/A/b/lamp?p=1&q=Z",
        "https://example.org/A/b/ampere?p=1&q=Z",
        "https://example.org/A/b?p=1&q=Z&amplitude=3",
        "https://forum.example.org/A/b?p=1&q=Z",
    ],
)
def test_other_page(other: str) -> None:
    assert canonical_address(other) != "https://example.org/A/b?p=1&q=Z"


@pytest.mark.parametrize("bad", ["", "x", "ftp://a/b", "https://", "http://[", "http://a:x/"])
def test_not_an_address(bad: str) -> None:
    with pytest.raises(InputError):
        canonical_address(bad)


@example("https://.")
@example("https://\xad/x")
@given(
    st.text(alphabet="abAmpw./:%@?&=#[]\u212a\u3002\xdf\u0130\xad -~1", max_size=20).map(
        "https://".__add__
    )
)
def test_canonical_is_settled(url: str) -> None:
    """What counts as an address has a canonical form, which is its own canonical form."""
    if web_address(url, 2048):
        once = canonical_address(url)
        assert canonical_address(once) == once


@pytest.mark.parametrize(
    ("url", "domain"),
    [
        ("https://www.bbc.co.uk/news", "bbc.co.uk"),
        ("http://M.example.org", "example.org"),
        ("https://www.m.example.org:8080/", "example.org"),
        ("https://amp.dev/x", "amp.dev"),
        ("https://m.com/", "m.com"),
        ("https://news.example.org", "news.example.org"),
        ("http://[", None),
    ],
)
def test_domain(url: str, domain: str | None) -> None:
    assert domain_of(url) == domain

"""What feeds carry of articles: text out of their markup, whole or a summary."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xref.articles import carried
from xref.articles.fetched import Listed
from xref.errors import SourceUnreadable
from xref.records import Article
from xref.settings import READING

URL = "https://gazette.example/bridge"
TEXT = "The council closed the bridge on Friday after engineers had found a crack in it. "
MARKUP = (
    f"<p>{TEXT}</p><ul><li>One &amp; two</li></ul><script>x()</script><p>{TEXT}<!-- n -->End.</p>"
)


def article(markup: str, *, whole: bool = True) -> Article | None:
    written = carried.as_json(markup, whole=whole)
    listed = Listed("Bridge closed", "2024-03-01", "Gazette")
    return carried.article(written, URL, listed, "status 403") if written else None


def test_a_whole_text() -> None:
    made = article(MARKUP)
    assert made is not None
    assert made.text == f"{TEXT.strip()}\n\nOne & two\n\n{TEXT}End."
    assert (made.title, made.published, made.outlet) == ("Bridge closed", "2024-03-01", "Gazette")
    assert made.partial is None


@pytest.mark.parametrize(
    ("markup", "whole", "words"),
    [
        (MARKUP, False, "status 403); this is its feed's summary"),
        (f"<p>{TEXT * 3}[…]</p>", True, "what its feed has, and it breaks off"),
        (f"<p>{TEXT * 3}Continue reading</p>", True, "asks to subscribe"),
    ],
)
def test_a_part(markup: str, whole: bool, words: str) -> None:
    made = article(markup, whole=whole)
    assert made is not None
    assert words in str(made.partial)


@pytest.mark.parametrize(
    "markup",
    [
        "Short.",
        "<img src='" + "x" * 200 + "'>",
        "<p>" + "Please enable JavaScript and accept all cookies to go on. " * 3,
        "<script>" + TEXT * 3,
    ],
)
def test_no_text(markup: str) -> None:
    assert article(markup) is None


@given(st.text(alphabet="<>/&!-pbrscitad =\"'x\n", max_size=300))
def test_any_markup_is_read_or_refused(markup: str) -> None:
    try:
        text = carried.plain(markup, READING)
    except SourceUnreadable:
        return
    assert text == text.strip()
    assert "\n\n\n" not in text


def test_deep_nesting() -> None:
    try:
        carried.plain("<div>" * 50_000 + TEXT, READING)
    except SourceUnreadable:
        return

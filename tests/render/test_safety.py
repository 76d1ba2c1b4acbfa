"""What may be shown, and what may be followed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xref.render.safety import one_line, visible, web_address

from .payloads import HOSTILE_URLS


@given(st.text(alphabet=st.characters()))
def test_visible_keeps_every_offset(text):
    shown = visible(text)
    assert len(shown) == len(text)
    assert all(
        now in (was, "\N{REPLACEMENT CHARACTER}") for was, now in zip(text, shown, strict=True)
    )


@given(st.text(alphabet=st.characters()))
def test_visible_text_is_printable_or_space(text):
    shown = visible(text)
    shown.encode("utf-8")
    assert not any(ord(sign) < 32 and sign not in "\n\t" for sign in shown)
    assert not any(0x7F <= ord(sign) <= 0x9F for sign in shown)
    assert not set(shown) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def test_marks_that_arabic_and_hebrew_need_stay():
    assert visible("\u200f\u200eabc") == "\u200f\u200eabc"


@given(st.text())
def test_one_line_has_no_line_breaks(text):
    assert len(one_line(text).splitlines()) <= 1


@pytest.mark.parametrize(
    "url", [*HOSTILE_URLS, None, "", "x" * 10, "https://a.example/" + "x" * 3000]
)
def test_bad_addresses_are_no_links(url):
    address = web_address(url)
    assert address is None or not set(address) & set("\"'<> \x1b") - {"'"}
    assert address is None or address.startswith("https://pwned.example/")


def test_good_addresses_stay():
    for url in (
        "https://www.chinadailyhk.com/articles/105/183/91/1542942950664.html",
        "http://www.defense-aerospace.com/cgi-bin/client/modele.pl?shop=dae&prod=201922&cat=3",
        "http://gca.satrapia.com/+turkey-ready-to-consider-buying-us-patriot+",
        "https://example.org/a%20b?q=%C3%A9#part",
    ):
        assert web_address(url) == url


def test_other_letters_are_escaped():
    assert web_address("https://example.org/Çavuşoğlu") == (
        "https://example.org/%C3%87avu%C5%9Fo%C4%9Flu"
    )


@given(st.text())
def test_addresses_never_raise(url):
    address = web_address("https://" + url)
    assert address is None or address.isascii()

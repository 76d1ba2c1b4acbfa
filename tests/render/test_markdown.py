"""Markdown: nothing that strangers wrote acts as markup."""

import re

import pytest

from xref.render.markdown import MarkdownRenderer, escaped

from .payloads import HOSTILE_URLS, PAYLOADS

HTML = re.compile(r"<(?!https?://[^<>\s]*>\))(?!a id=\"statement-\d+\"></a>)(?!/a>\n)")


@pytest.mark.parametrize("payload", PAYLOADS)
def test_payload_is_defused(payload):
    text = escaped(payload)
    assert "<" not in text
    assert "\n" not in text
    assert "\x1b" not in text
    assert not re.search(r"(?<!\\)[\[\]`|*_#$~]", text)
    assert not re.search(r"https?://", text)


def test_only_our_own_markup_is_left(hostile):
    text = MarkdownRenderer().render(hostile)
    assert not HTML.search(text)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", text)


def test_links_lead_to_web_addresses_only(hostile):
    text = MarkdownRenderer().render(hostile)
    targets = re.findall(r"(?<!\\)\]\(<([^>]*)>\)", text)
    assert targets
    assert all(target.startswith("https://pwned.example/") for target in targets)
    assert not re.search(r"(?<!\\)\]\((?!<|#statement-)", text)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("- item", r"\- item"),
        ("1. item", r"1\. item"),
        ("12) item", r"12\) item"),
        ("0.1.0", "0.1.0"),
        ("# head", r"\# head"),
        ("a - b", "a - b"),
        ("worth $2.5 billion", r"worth \$2.5 billion"),
        ("www.example.org", r"www\.example.org"),
        ("https://example.org", r"https\://example.org"),
        ("two\nlines", "two lines"),
        ("2019 was late", "2019 was late"),
    ],
)
def test_escaped(text, written):
    assert escaped(text) == written


def test_one_section_and_one_row_a_claim(report):
    text = MarkdownRenderer().render(report)
    assert len(re.findall(r"^## \d+ ", text, re.MULTILINE)) == report.checked
    assert len(re.findall(r"^\| \[\d+\]", text, re.MULTILINE)) == report.checked


def test_rows_have_as_many_cells_as_the_head(hostile):
    rows = [
        line for line in MarkdownRenderer().render(hostile).splitlines() if line.startswith("|")
    ]
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} == {7}


def test_every_hostile_address_is_named(hostile):
    text = MarkdownRenderer().render(hostile)
    assert text.count("javascript:") >= len([url for url in HOSTILE_URLS if "javascript:" in url])

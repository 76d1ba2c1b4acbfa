"""Where sentences end, and what must hold for any text; single sentences are in hard_cases.toml."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xref.claims.sentences import sentences
from xref.settings import ClaimSettings


def cut(text: str) -> list[str]:
    return [text[part.start : part.end] for part in sentences(text)]


def test_headline_and_paragraphs() -> None:
    assert cut("A headline\nFirst sentence. Second one.\n\nThird") == [
        "A headline",
        "First sentence.",
        "Second one.",
        "Third",
    ]


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "The ministry has said in a long statement that the second\n"
        "Russian system will be delivered before the end of the year, and\n"
        "that nobody will be asked."
    )
    assert cut(text) == [text]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("ANKARA (Reuters) - Turkey will not withdraw from it.", "ANKARA (Reuters) -"),
        ("MOSCOW, October 25. /TASS/. Turkey will not withdraw.", "MOSCOW, October 25. /TASS/."),
        (
            "Вашингтон. 20 июля. ИНТЕРФАКС - Помпео выразил разочарование.",
            "Вашингтон. 20 июля. ИНТЕРФАКС -",
        ),
    ],
)
def test_a_dateline_is_a_span_of_its_own(text: str, first: str) -> None:
    parts = list(sentences(text))
    assert text[parts[0].start : parts[0].end] == first
    assert parts[0].credit
    assert not parts[1].credit


def test_a_long_quotation_is_cut_inside_but_keeps_its_reporting_clause() -> None:
    said = "We have waited for this answer for a very long time and in many places."
    text = f'"{said} {said} {said} {said} {said}" the minister said.'
    pieces = cut(text)
    assert len(pieces) == 5
    assert pieces[-1].endswith("the minister said.")


def test_long_spans_are_cut_at_a_border() -> None:
    pieces = cut("word, " * 1_000)
    assert all(len(piece) <= ClaimSettings().longest_claim for piece in pieces)
    assert all(piece.endswith(",") for piece in pieces)


@given(st.text(max_size=400))
def test_nothing_is_lost_but_white_space(text: str) -> None:
    place = 0
    for part in sentences(text):
        assert part.start >= place
        assert text[place : part.start].strip() == ""
        words = text[part.start : part.end]
        assert words
        assert words == words.strip()
        place = part.end
    assert text[place:].strip() == ""


@given(st.text(alphabet="aA.?! \"'“”()[]\n-—/:,12…«»", max_size=300))
def test_nothing_is_lost_among_marks(text: str) -> None:
    joined = "".join(text[part.start : part.end] for part in sentences(text))
    assert "".join(joined.split()) == "".join(text.split())


@pytest.mark.parametrize(
    "hostile",
    [".", '"', "(", "“", "' ", "a.", "A. ", "\n", "-", "/", ": ", "by ", "1. ", ". ", "aa.B "],
)
def test_hostile_repetition_takes_linear_time(hostile: str) -> None:
    began = time.perf_counter()
    for _ in sentences(hostile * (60_000 // len(hostile))):
        pass
    assert time.perf_counter() - began < 5

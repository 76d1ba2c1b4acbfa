"""Where sentences end: hard cases with their right answers, and what must hold for any text."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xref.claims.sentences import sentences
from xref.settings import ClaimSettings

# Each case is one paragraph, with | where it must be cut.
CASES = [
    "The U.S. Army left.|It came back.",
    "They work with the U.S.|The deal is done.",
    "The talks with the U.S. Secretary of State began.",
    "Gen. John Smith spoke.|Sen. Jane Roe did not.",
    "It is at No. 10 Downing Street.|It is shut.",
    "He said no.|Nobody heard.",
    "It left at 6.30 a.m. on Monday.|It was late.",
    "It left at 6 p.m.|The second followed.",
    "At 6.01am he sent the photo.|Then he left.",
    "Raytheon Co. built it.|Others run it.",
    "Acme Inc. shares fell.",
    "It was bought by Acme Inc.|The price is not known.",
    "J. K. Rowling came.|She spoke.",
    "George W. Bush left.",
    "It happened on Sept. 12.|Nobody saw it.",
    "It happened in Sept.|The police came.",
    "He lives on St. John Street.",
    "The rate rose 4.5 percent.|It fell later.",
    "He waited...|Nothing came.",
    "“But I need more … and I prefer to buy from my allies.”",
    '"We hope so," he said.|Nothing else is known.',
    '"We hope so!" he said.|Nothing else is known.',
    '"Is it over?" the minister asked.|It is.',
    '"We will not cancel." Cavusoglu said.|That was all.',
    '"There are many people missing. People are asking about them," the minister added.',
    "He said: “It is done.”|She left.",
    "Dr. No.|That is a film.",
    "Mr. and Mrs. Roe came.",
    "It cost $3.5 billion.|That is much.",
    "See bulgarianmilitary.com for more.|It is free.",
    "The toll rose (it was 78 before. Now it is 100).|More are missing.",
    "The ship sank.|(It was old.)",
    "Am 3. Oktober fuhr er ab.|Er kam nie an.",
    "Das gilt z.B. für Berlin.|Es regnet.",
    "Der Minister sagte: „Wir kommen.“|Dann ging er.",
    "M. Macron a parlé.|Il est parti.",
    "El Sr. García habló.|Luego se fue.",
    "В 2017 г. Турция купила С-400.|Россия согласилась.",
    "Он живет на ул. Ленина.|Это центр.",
    "Это т.е. сделка.|Она завершена.",
    "爆発があった。|多くの人が死亡した。",
    "爆炸发生了！|伤亡惨重。",
    "ماذا حدث؟|لا أحد يعرف.",
    "यह हुआ।|सब गए।",
    "The plan has two parts!|One is dead.",
    "Plan B.|The rest is open.",
    "1. The economy grew.|It may shrink.",
    "Apple's iPhone sold well.|iPhone sales rose.",
    "The headline without a stop",
    "D.C. police came.|They left.",
]


def cut(text: str) -> list[str]:
    return [text[part.start : part.end] for part in sentences(text)]


@pytest.mark.parametrize("case", CASES)
def test_hard_cases(case: str) -> None:
    assert cut(case.replace("|", " ")) == case.split("|")


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
    "hostile", [".", '"', "(", "“", "' ", "a.", "A. ", "\n", "-", "/", ": ", "by "]
)
def test_hostile_repetition_takes_linear_time(hostile: str) -> None:
    began = time.perf_counter()
    for _ in sentences(hostile * (60_000 // len(hostile))):
        pass
    assert time.perf_counter() - began < 5

"""Every attribution of a sentence, as spans. The sentences state what is public, in own words."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xref.attributions import Marked, marked


def told(text: str) -> list[tuple[str | None, str | None, tuple[str, ...]]]:
    """Source, cue and contents in words."""
    return [
        (
            text[slice(*one.source)] if one.source else None,
            text[slice(*one.cue)] if one.cue else None,
            tuple(text[a:b] for a, b in one.contents),
        )
        for one in marked(text, 0, len(text))
    ]


ONE = {
    "a verb and its clause": (
        "Turkey said that the missiles had arrived.",
        ("Turkey", "said", ("that the missiles had arrived",)),
    ),
    "auxiliaries are of the cue": (
        "The Kremlin has also said that the talks will go on.",
        ("The Kremlin", "has also said", ("that the talks will go on",)),
    ),
    "a quotation before the source": (
        '"The toll will rise," said Marwan Abboud.',
        ("Marwan Abboud", "said", ('"The toll will rise,"',)),
    ),
    "an apposition is of the source": (
        "Boris Johnson, the British prime minister, said that the deal was done.",
        ("Boris Johnson, the British prime minister", "said", ("that the deal was done",)),
    ),
    "an aside is not": (
        "Boris Johnson, speaking on Friday, said that the deal was done.",
        ("Boris Johnson", "said", ("that the deal was done",)),
    ),
    "a role before the name": (
        "The head of the Red Cross, George Kettani, said that the hospitals were full.",
        ("The head of the Red Cross, George Kettani", "said", ("that the hospitals were full",)),
    ),
    "a day between source and cue": (
        "Angela Merkel on Monday defended the agreement with Turkey.",
        ("Angela Merkel", "defended", ("the agreement with Turkey",)),
    ),
    "a day after the cue": (
        "Boeing said Monday that the plane was safe.",
        ("Boeing", "said", ("that the plane was safe",)),
    ),
    "an addressee is no content": (
        "Emmanuel Macron told reporters that France would help.",
        ("Emmanuel Macron", "told", ("that France would help",)),
    ),
    "where it was said is of the cue": (
        "Boeing said in a statement that the plane was safe.",
        ("Boeing", "said in a statement", ("that the plane was safe",)),
    ),
    "a particle": (
        "The United Nations called for a ceasefire in Syria.",
        ("The United Nations", "called for", ("a ceasefire in Syria",)),
    ),
    "according to, first": (
        "According to the ministry, the missiles had arrived in Ankara.",
        ("the ministry", "According to", ("the missiles had arrived in Ankara",)),
    ),
    "a poll shows": (
        "The survey showed that most voters would stay at home.",
        ("The survey", "showed", ("that most voters would stay at home",)),
    ),
    "an accusation in the passive": (
        "Volkswagen was accused of cheating by American regulators.",
        ("American regulators", "was accused", ("Volkswagen",)),
    ),
    "a noun": (
        "Few shared his belief that Brexit would be over in a year.",
        ("his", "belief", ("that Brexit would be over in a year",)),
    ),
    "a headline": (
        "Erdogan: Turkey will not give up its missiles",
        ("Erdogan", ":", ("Turkey will not give up its missiles",)),
    ),
    "the writer speaks again after a comma": (
        "Greta Thunberg criticised the summit in Madrid, but the delegates stayed.",
        ("Greta Thunberg", "criticised", ("the summit in Madrid",)),
    ),
}


@pytest.mark.parametrize("case", ONE)
def test_one(case: str) -> None:
    text, expected = ONE[case]
    assert told(text) == [expected]


def test_a_refusal_to_say() -> None:
    text = "The ministry declined to say when the missiles would arrive."
    assert ("The ministry", "declined to say", ("when the missiles would arrive",)) in told(text)


def test_a_shared_subject() -> None:
    text = "Boeing apologised to the families and said that the plane was safe."
    assert ("Boeing", "said", ("that the plane was safe",)) in told(text)


def test_a_participle_takes_the_subject_of_the_sentence() -> None:
    text = "Iran shut its airspace, saying that the risk was too high."
    assert told(text) == [("Iran", "saying", ("that the risk was too high",))]


def test_two_in_a_sentence() -> None:
    text = "NASA said that the launch was late, while SpaceX insisted that the rocket was sound."
    assert [(source, cue) for source, cue, _ in told(text)] == [
        ("NASA", "said"),
        ("SpaceX", "insisted"),
    ]


def test_what_stands_between_quotation_marks_is_not_searched() -> None:
    text = '"They say that we think it is over," said Marwan Abboud.'
    assert [cue for _, cue, _ in told(text)] == ["said"]


def test_a_quotation_alone_is_content() -> None:
    assert told('"It was a catastrophe in every way."') == [
        (None, None, ('"It was a catastrophe in every way."',))
    ]


def test_an_attitude_is_told_from_a_saying() -> None:
    text = "Scientists believe that the ice will melt, and NASA said that it had begun to."
    assert [one.attitude for one in marked(text, 0, len(text))] == [True, False]


@pytest.mark.parametrize(
    "text",
    [
        "The plane fell into the sea soon after takeoff.",
        "The missiles that Turkey bought arrived in July.",
        "The state emails were released in March.",
        "Health care: what is known of the plan",
        "A competition called the Prize drew hundreds.",
        "Demand for oil continued to fall in April.",
    ],
)
def test_nobody_attributes(text: str) -> None:
    assert told(text) == []


@given(
    st.lists(
        st.sampled_from(
            [
                "said",
                ",",
                '"',
                "“",
                "”",
                "the",
                "Boeing",
                "that",
                "told",
                "he",
                "according",
                "to",
                ":",
                "poll",
                "showed",
                "saying",
                "and",
                "was",
                "his",
                "belief",
                "(",
                ")",
                "—",
                "called",
                "for",
                "Monday",
                "minister",
                "1,200",
                "'",
                "''",
                ".",
            ]
        ),
        max_size=40,
    )
    .map(" ".join)
    .flatmap(lambda text: st.tuples(st.just(text), st.integers(0, 40)))
)
def test_spans_lie_inside_the_sentence(given_text: tuple[str, int]) -> None:
    text, start = given_text
    start = min(start, len(text))
    found = marked(text, start, len(text))
    assert found == marked(text, start, len(text))
    for first, last in [span for one in found for span in _spans(one)]:
        assert start <= first < last <= len(text)


@given(st.text(max_size=200))
def test_any_text_can_be_marked(text: str) -> None:
    for first, last in [span for one in marked(text, 0, len(text)) for span in _spans(one)]:
        assert 0 <= first < last <= len(text)


def _spans(one: Marked) -> list[tuple[int, int]]:
    return [span for span in (one.source, one.cue, *one.contents) if span is not None]


@pytest.mark.parametrize("hostile", ["said ", "A, ", "“", "told the ", "of the ", "he said, "])
def test_hostile_repetition_is_bounded(hostile: str) -> None:
    began = time.perf_counter()
    text = hostile * (200_000 // len(hostile))
    marked(text, 0, len(text))
    assert time.perf_counter() - began < 5

"""Sentences that state several things, and what is one statement however long."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import article

from xref.claims import split
from xref.claims.clauses import clauses


def told(text: str) -> list[str]:
    return [text[one.start : one.end] for one in clauses(text, 0, len(text))]


@pytest.mark.parametrize(
    "parts",
    [
        ["The mayor signed the long bill,", "but the high court struck it down in May."],
        ["The court ruled against the subsidies;", "another court ruled for them on Friday."],
        ["Hope Exampleson backed the first plan,", "while Bert Sample was for the second one."],
        ["They voted for Mayor Bert Sample,", "who has won the office two times before."],
        # One statement.
        ["If the mayor signs the bill today, and the court agrees, it takes effect."],
        ["The plan was backed by Anna Exampleson, Bert Sample, and the mayor of the town."],
        ["Bert Sample, who has won two times, had a very bad night on Tuesday."],
        ["They came late, and went."],
        ["He not only lost the town, but the whole county turned away from him."],
        ["“The bill was signed today, and the court will look at it,” the mayor wrote."],
    ],
)
def test_what_states_something_of_its_own(parts: list[str]) -> None:
    assert told(" ".join(parts)) == parts


@given(st.text(alphabet="aA ,;.“”(and but who which was he the", max_size=300))
def test_clauses_lose_nothing_but_white_space(text: str) -> None:
    found = clauses(text, 0, len(text))
    ends = [0, *(one.end for one in found)]
    starts = [*(one.start for one in found), len(text)]
    assert all(not text[end:start].strip() for end, start in zip(ends, starts, strict=True))
    assert all(end <= start for end, start in zip(ends, starts, strict=True))


def test_each_clause_is_a_claim_with_a_reading_of_its_own() -> None:
    text = "Bert Sample approved the long plan, but he was not there when it was read out."
    first, second = split(article("Sample Daily", text))
    assert first.text == "Bert Sample approved the long plan,"
    assert second.text == "but he was not there when it was read out."
    assert second.reading == "Bert Sample was not there when it was read out."
    assert [(one.words, one.meaning) for one in second.references] == [("he", "Bert Sample")]


def test_a_relative_clause_is_about_the_one_before_it() -> None:
    text = "They voted for Mayor Bert Sample, who has won the office two times before."
    second = split(article("Sample Daily", text))[1]
    assert second.text == "who has won the office two times before."
    assert second.reading == "Mayor Bert Sample has won the office two times before."


def test_what_somebody_says_stays_whole() -> None:
    text = "The mayor said the bill was signed, and the court will look at it in May."
    assert len(split(article("Sample Daily", text))) == 1

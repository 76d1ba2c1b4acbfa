"""The same quotation in two outlets; the texts are made up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import article

from xref.claims import split
from xref.records import Candidate, Quotation, Requoting
from xref.relations import requoted
from xref.relations.quotations import compare, spoken

SAID = "we asked our partners to deliver the last two engines before the winter"


def found(ours: str, theirs: str) -> list[Quotation]:
    one, other = article("Gazette", ours), article("Herald", theirs)
    passages = split(other)
    return [
        q
        for claim in split(one)
        for q in requoted([Candidate(claim, p, other, 0.9, 0.0) for p in passages], one)
    ]


@pytest.mark.parametrize(
    ("theirs", "differs"),
    [
        (SAID.replace("asked", "urged"), ("asked", "urged")),
        (SAID.replace("last ", ""), ("last", "–")),
        (SAID.replace("to deliver", "not to deliver"), ("–", "not")),
        ("indeed " + SAID.replace("two", "ten"), ("2", "10")),
    ],
)
def test_other_words_are_shown(theirs: str, differs: tuple[str, str]) -> None:
    (one,) = found(f'"{SAID}," Anna Exampleson said.', f'Anna Exampleson said: "{theirs}."')
    assert one.kind is Requoting.ALTERED
    assert (one.our_words, one.their_words) == differs


@pytest.mark.parametrize(
    "theirs",
    [
        SAID,
        SAID.capitalize(),
        SAID.replace("two", "2"),
        SAID.replace("our partners", "[the builders]"),
        SAID.replace("our partners to", "..."),
    ],
)
def test_house_style_and_open_gaps_alter_nothing(theirs: str) -> None:
    changes = compare(spoken(SAID), spoken(theirs))
    assert changes == []


def test_a_cut_quotation_is_shortened_with_its_place() -> None:
    theirs = 'The minister said "deliver the last two engines before the winter" on Monday.'
    (one,) = found(f'"{SAID}," Anna Exampleson said.', theirs)
    assert one.kind is Requoting.SHORTENED
    assert theirs[slice(*one.theirs)] == '"deliver the last two engines before the winter"'


def test_a_common_turn_of_phrase_is_no_quotation_again() -> None:
    ours = "I don't think that is a coincidence"
    assert compare(spoken(ours), spoken("I don't think that he is going to run")) is None


@pytest.mark.parametrize(
    "theirs",
    [
        "the engines that our partners built were the best of the whole year",
        "our partners were begged by us for a pair of engines ahead of winter",
        "before the winter",
    ],
)
def test_two_sayings_and_new_wordings_are_not_one(theirs: str) -> None:
    assert compare(spoken(SAID), spoken(theirs)) is None
    assert not found(f'"{SAID}," Anna Exampleson said.', f'"{theirs}," Bert Placeholder said.')


def test_words_outside_quotation_marks_are_not_compared() -> None:
    assert not found(f'"{SAID}," Anna Exampleson said.', f"They said {SAID.replace('two', 'ten')}.")


WORDS = st.lists(st.sampled_from(["we", "asked", "them", "to", "come", "2", "…"]), max_size=30)


@given(WORDS, WORDS)
def test_both_sides_see_the_same_thing_differ(ours: list[str], theirs: list[str]) -> None:
    assert compare(tuple(ours), tuple(ours)) in ([], None)
    changes = compare(tuple(ours), tuple(theirs))
    assert changes is None or all(a != b for a, b in changes)


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    assert all(spoken(text))

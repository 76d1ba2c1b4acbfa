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


OURS = f'Minister Anna Exampleson spoke in town.\n\n"{SAID}," Exampleson said.'


def said_by(other: str, words: str = SAID) -> str:
    return f'Bert Placeholder spoke in town. Mr. Placeholder was tired.\n\n"{words}," {other}.'


@pytest.mark.parametrize("words", [SAID, SAID.replace("asked", "urged"), SAID[:-7]])
def test_the_same_words_as_those_of_another_person_are_shown_with_both_names(words: str) -> None:
    (one,) = found(OURS, said_by("Placeholder said", words))
    assert one.kind is Requoting.OTHER_SPEAKER
    assert (one.our_words, one.their_words) == ("Anna Exampleson", "Bert Placeholder")
    (back,) = found(said_by("Mr. Placeholder said", words), OURS)
    assert (back.our_words, back.their_words) == ("Bert Placeholder", "Anna Exampleson")


@pytest.mark.parametrize(
    "theirs",
    [
        # The same person, in full, by surname, in another spelling, or by a pronoun.
        f'Anna Exampleson came.\n\n"{SAID}," Ms. Exampleson said.',
        f'Anna Eksampleson came. Ms. Eksampleson spoke.\n\n"{SAID}," Anna Eksampleson said.',
        said_by("he said"),
        # An office, a group and an organisation are no other person.
        said_by("the minister said"),
        f'Blue Harbour Works was there.\n\n"{SAID}," Blue Harbour Works said.',
        said_by("residents said"),
        # A name that nothing shows to be a person's, and one that the text never gives in full.
        f'"{SAID}," Quayside Placeholder said.',
        f'"{SAID}," Placeholder said.',
        # Who is said to have said it stands beside it.
        said_by("Placeholder said, quoting Ms. Exampleson"),
        said_by("Placeholder said, and Exampleson listened"),
    ],
)
def test_in_doubt_there_is_no_other_speaker(theirs: str) -> None:
    assert all(one.kind is not Requoting.OTHER_SPEAKER for one in found(OURS, theirs))


def test_a_turn_of_phrase_may_be_said_by_two() -> None:
    ours = OURS.replace(SAID, "he will be the next president of the united states, I think")
    theirs = said_by("Placeholder said", "she wants to be the next president of the united states")
    assert all(one.kind is not Requoting.OTHER_SPEAKER for one in found(ours, theirs))


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

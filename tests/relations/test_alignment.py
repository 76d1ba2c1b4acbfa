"""How much of a claim a passage says again."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xref.encoders import encoder
from xref.relations.alignment import (
    Alignment,
    Words,
    align,
    fold,
    rarity,
    said_in_its_words,
    words,
)

NOTHING: frozenset[str] = frozenset()
TEXTS = (
    "The bridge over the river was closed to lorries.",
    "Lorries may no longer use the bridge.",
    "The chess club won its ninth game in a row.",
    "Minister Exampleson opened the school in Placeholderton.",
    "12 344 !?",
    "",
)


@cache
def read(text: str) -> Words:
    (tokens,) = encoder().tokens([text])
    return words(text, tokens)


def even(_: str) -> float:
    return 1.0


def aligned(
    claim: str,
    passage: str,
    context: frozenset[str] = NOTHING,
    focus: tuple[int, int] | None = None,
) -> Alignment:
    return align(read(claim), read(passage), context, focus, even)


@given(st.sampled_from(TEXTS), st.sampled_from(TEXTS))
@settings(deadline=None)
def test_shares_lie_between_nought_and_one(claim: str, passage: str) -> None:
    found = aligned(claim, passage)
    assert 0.0 <= found.said_again <= 1.0 + 1e-6
    assert found.weakest <= 1.0 + 1e-6


@pytest.mark.parametrize("text", TEXTS[:4])
def test_the_same_text_says_all_of_it_again(text: str) -> None:
    found = aligned(text, text)
    assert (found.said_again, found.weakest) == pytest.approx((1.0, 1.0))


@pytest.mark.parametrize("nothing", TEXTS[4:])
def test_texts_without_words_say_nothing(nothing: str) -> None:
    for found in (aligned(nothing, TEXTS[0]), aligned(TEXTS[0], nothing)):
        assert (found.said_again, found.weakest) == (0.0, 0.0)


def test_other_words_for_it_are_nearer_than_another_matter() -> None:
    near, far = aligned(TEXTS[0], TEXTS[1]), aligned(TEXTS[0], TEXTS[2])
    assert near.said_again > far.said_again
    assert near.weakest > far.weakest


def test_who_says_it_counts_less_than_what_is_said() -> None:
    said = "the bridge was closed to lorries"
    claim = f"A spokesperson of the county administration stressed that {said}."
    start = claim.index(said)
    whole = aligned(claim, TEXTS[0])
    focused = aligned(claim, TEXTS[0], focus=(start, start + len(said)))
    assert focused.said_again > whole.said_again
    assert focused.weakest > whole.weakest


@pytest.mark.parametrize(
    ("one", "other"),
    [("Cavusoglu", "Chavushoglu"), ("Hasan", "Hassan"), ("Abboud", "Abbud")],
)
def test_a_name_in_another_spelling_is_that_name(one: str, other: str) -> None:
    same = aligned(f"The paper quoted {one}.", f"The paper quoted {one}.")
    assert aligned(f"The paper quoted {one}.", f"The paper quoted {other}.") == same


@pytest.mark.parametrize(
    ("one", "other"), [("Austria", "Australia"), ("Niger", "Nigeria"), ("Iran", "Iraq")]
)
def test_names_that_only_look_alike_are_two(one: str, other: str) -> None:
    claim, passage = f"He came from {one}.", f"He came from {other}."
    assert aligned(claim, passage).weakest < aligned(claim, claim).weakest


@pytest.mark.parametrize(
    ("written", "folded"),
    [("Çavuşoğlu", "cavusoglu"), ("Путин", "putin"), ("Łódź", "lodz"), ("BEIRUT", "beirut")],
)
def test_scripts_are_folded(written: str, folded: str) -> None:
    assert fold(written) == folded


def test_a_name_in_another_script_is_found() -> None:
    claim = "The paper quoted Путин."
    assert aligned(claim, "The paper quoted Putin.").said_again == pytest.approx(
        aligned(claim, claim).said_again
    )


def test_a_name_may_stand_beside_the_passage() -> None:
    claim, passage = "The school was opened by Exampleson.", "The school was opened."
    without = aligned(claim, passage)
    beside = aligned(claim, passage, frozenset({"exampleson"}))
    assert without.weakest < beside.weakest < 1.0


def test_a_common_word_beside_the_passage_is_no_name() -> None:
    claim, passage = "The bridge was closed to lorries.", "The bridge was closed."
    assert aligned(claim, passage, frozenset({"lorries"})) == aligned(claim, passage)


@pytest.mark.parametrize("marks", ['""', "“”", "«»", "„“"])
def test_quoted_words_weigh_more(marks: str) -> None:
    quoted = read(f"The deal is {marks[0]}quite finished{marks[1]} for us")
    weight = dict(zip(quoted.texts, quoted.weights(even, None), strict=True))
    assert weight["finished"] > weight["deal"] > weight["The"]


def test_numbers_are_no_words() -> None:
    assert read("In 2018 some 344 people").texts == ("In", "some", "people")


def test_words_know_where_they_stand() -> None:
    for text in TEXTS:
        found = read(text)
        for word, start in zip(found.texts, found.starts, strict=True):
            assert text[start : start + len(word)] == word


def test_rare_words_tell_more() -> None:
    rare = rarity(["The bridge is closed.", "The bridge is open.", "The bridge is green today."])
    assert 0.0 < rare("bridge") < rare("green") <= rare("unheard") <= 1.0
    assert rare("BRIDGE") == rare("bridge")


def test_a_text_printed_often_counts_once() -> None:
    texts = ["The bridge is closed.", "The school is open."]
    assert rarity([*texts, *texts[:1] * 9])("bridge") == rarity(texts)("bridge")


@pytest.mark.parametrize("text", TEXTS)
def test_words_are_the_same_before_they_are_encoded(text: str) -> None:
    assert words(text) == read(text)
    assert words(text).vectors is None


def test_words_beyond_what_is_encoded_are_left_out() -> None:
    text = "word " * 400
    assert len(words(text).texts) == 400
    assert 200 < len(read(text).texts) < 400


@given(st.sampled_from(TEXTS), st.sampled_from(TEXTS))
@settings(deadline=None)
def test_the_very_words_say_no_more_than_all_do(claim: str, passage: str) -> None:
    very = said_in_its_words(words(claim), words(passage), NOTHING, None, even)
    assert 0.0 <= very <= aligned(claim, passage).said_again + 1e-6


def test_the_very_same_words_say_all() -> None:
    said = words(TEXTS[0])
    assert said_in_its_words(said, said, NOTHING, None, even) == pytest.approx(1.0)

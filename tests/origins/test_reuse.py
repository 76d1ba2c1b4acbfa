"""Text that was copied, found sentence by sentence."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import FILLER, article

from xref.origins.reuse import Reuse
from xref.settings import DEFAULT

SENTENCES = [f"{line}." for line in FILLER]
WHOLE = " ".join(SENTENCES)
OTHER = (
    "Prices of bread rose again last month in most of the shops that were visited. "
    "A museum of clocks opens in the old mill and asks its neighbours for help. "
    "The river is higher than usual and boats must wait below the second lock."
)
WORDS = st.lists(st.sampled_from(["a", "b.", "c", "d", "e", "f", "g", "h"]), max_size=60).map(
    " ".join
)
SPUN = (
    "Labour at the port goes on and nobody knows for how much time it will last. "
    "Showers are forecast in the hills while the shore should remain dry until the weekend. "
    "The council gathers again after the vacation to talk over next year's budget. "
    "Trains on the northern route run each hour because a bridge is being mended."
)


def copy(one: str, other: str, **changed: float):
    settings = replace(DEFAULT, **changed)
    return Reuse(settings).copy(article("Outlet A", one), article("Outlet B", other))


MADE = {
    "the same in capitals": WHOLE.upper().replace(".", " !"),
    "a part": " ".join(SENTENCES[1:3]),
    "another order": " ".join(reversed(SENTENCES)),
    "synonyms": SPUN,
    "letters that look the same": WHOLE.replace("o", "о").replace("a", "а"),
    "characters that cannot be seen": WHOLE.replace("e", "e\u200b"),
    "pasted among other news": f"{OTHER} {WHOLE}",
    "one paragraph a sentence": "\n\n".join(SENTENCES),
}


@pytest.mark.parametrize("made", MADE.values(), ids=MADE)
def test_copies_are_found(made: str) -> None:
    assert copy(WHOLE, made) is not None
    assert copy(made, WHOLE) is not None


def test_other_words_are_none() -> None:
    assert copy(WHOLE, OTHER) is None


@pytest.mark.parametrize("marks", ["“”", '""', "‘’", "''", "«»"])
def test_who_quotes_the_same_speech_has_not_copied_a_colleague(marks: str) -> None:
    said = f"{marks[0]}{WHOLE}{marks[1]}"
    assert copy(f"He spoke at noon. {said}", f"In the hall it was heard: {said}") is None


@pytest.mark.parametrize(
    ("opening", "closing"), [("'", "' men"), ("‘", "’ men"), ("the ’90s, ", "’")]
)
def test_an_apostrophe_begins_no_quotation(opening: str, closing: str) -> None:
    assert copy(f"{opening}{WHOLE[:-1]}{closing}", WHOLE) is not None


def test_who_shows_the_same_post_has_not_copied_a_colleague() -> None:
    post = f"{WHOLE[:250]} — Anna Exampleson (@anna) January 7, 2016"
    assert copy(f"She wrote it at noon.\n\n{post}", f"People laughed.\n\n{post}") is None
    assert copy(f"She wrote it at noon.\n\n{post}\n\n{WHOLE}", WHOLE) is not None


@pytest.mark.parametrize(("least", "found"), [(0.4, True), (0.5, True), (0.6, False)])
def test_the_share_decides(least: float, found: bool) -> None:
    words = [f"w{n}" for n in range(310)]
    one = f"{' '.join(words[:100])}. {' '.join(words[100:200])}."
    other = f"{' '.join(words[:100])}. {' '.join(words[200:300])}."
    shared = copy(one, other, copy_share=least)
    assert bool(shared) is found
    assert shared is None or shared.share == 0.5


def test_it_says_which_passage_came_from_which() -> None:
    found = copy(f"{OTHER} {WHOLE}", WHOLE)
    assert found is not None
    text = f"{OTHER} {WHOLE}"
    assert found.covers(text.index("Rain"), text.index("Rain") + 4)
    assert not found.covers(0, 20)
    ours, theirs = zip(*found.passages, strict=True)
    assert [text[a:b].strip() for a, b in ours] == [WHOLE[a:b].strip() for a, b in theirs]


@pytest.mark.parametrize("text", ["", "one two", "?!", "\x00" * 50, "“" * 5_000])
def test_texts_too_short_to_tell_are_no_copies(text: str) -> None:
    assert copy(text, text) is None
    assert copy(text, WHOLE) is None


@given(WORDS, WORDS)
def test_copying_goes_both_ways(one: str, other: str) -> None:
    there, back = copy(one, other), copy(other, one)
    assert (there and there.share) == (back and back.share)
    assert there is None or DEFAULT.copy_share <= there.share <= 1.0


def test_a_long_sentence_is_cut_for_showing() -> None:
    found = copy("so it goes on " * 200, "so it goes on " * 200)
    assert found is not None
    assert len(found.words) == 200


def test_one_fact_told_in_one_sentence_by_two_newsrooms_is_no_copy() -> None:
    one = (
        "Minutes after it took off from Jakarta on Monday, a Boeing of the low-cost airline Lion "
        "Air fell into the sea with 189 people on board. Search teams have found debris."
    )
    other = (
        "A Lion Air plane crashed into the sea shortly after it took off from Jakarta on Monday "
        "(Oct 29), with 189 people on board. Rescuers have begun to retrieve bodies."
    )
    assert copy(one, other) is None

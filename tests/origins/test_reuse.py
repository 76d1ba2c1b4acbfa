"""Text that was copied, found by runs of words."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import FILLER, article

from xref.origins.reuse import Reuse
from xref.settings import DEFAULT

WHOLE = " ".join(f"{line}." for line in FILLER)
WORDS = st.lists(st.sampled_from(["a", "b", "c", "d", "e", "f", "g", "h"]), max_size=40).map(
    " ".join
)


def copy(one: str, other: str, **changed: float):
    settings = replace(DEFAULT, **changed)
    return Reuse(settings).copy(article("Outlet A", one), article("Outlet B", other))


def test_the_same_text_is_a_copy_whatever_its_case_and_marks() -> None:
    found = copy(WHOLE, WHOLE.upper().replace(".", " !"))
    assert found is not None
    assert found.share == 1.0


def test_a_part_of_a_longer_text_is_a_copy() -> None:
    found = copy(f"{FILLER[1]}. {FILLER[2]}.", WHOLE)
    assert found is not None
    assert found.words.startswith("rain is forecast in the hills")


def test_other_words_are_none() -> None:
    assert copy(f"{FILLER[0]}. {FILLER[1]}.", f"{FILLER[2]}. {FILLER[3]}.") is None


@pytest.mark.parametrize(("least", "found"), [(0.4, True), (0.5, True), (0.6, False)])
def test_the_share_decides(least: float, found: bool) -> None:
    # Of the ten runs of five words in each, the five before the difference are in both.
    one = "a1 a2 a3 a4 a5 a6 a7 a8 a9 b1 b2 b3 b4 b5"
    other = "a1 a2 a3 a4 a5 a6 a7 a8 a9 c1 c2 c3 c4 c5"
    shared = copy(one, other, copy_containment=least)
    assert bool(shared) is found
    assert shared is None or (shared.share, shared.words) == (0.5, "a1 a2 a3 a4 a5 a6 a7 a8 a9")


@pytest.mark.parametrize("text", ["", "one two", "?!", "\x00" * 50])
def test_texts_too_short_for_one_run_are_no_copies(text: str) -> None:
    assert copy(text, text) is None
    assert copy(text, WHOLE) is None


@given(WORDS, WORDS)
def test_copying_goes_both_ways(one: str, other: str) -> None:
    there, back = copy(one, other), copy(other, one)
    assert (there and there.share) == (back and back.share)
    assert there is None or DEFAULT.copy_containment <= there.share <= 1.0


def test_a_long_run_is_cut_for_showing() -> None:
    found = copy(WHOLE, WHOLE)
    assert found is not None
    assert len(found.words.split()) == 25

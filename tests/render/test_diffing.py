"""Marking the words in which two texts differ."""

import time

from hypothesis import given
from hypothesis import strategies as st

from xref.render.diffing import differences
from xref.settings import MarkingLimits

WORDS = st.lists(
    st.sampled_from(["Turkey", "will", "not", "2019", "2020,", "  ", "\n", "buy", "«S-400»"]),
    max_size=30,
).map(" ".join)


def marked(pieces):
    return [piece.text for piece in pieces if piece.differs]


@given(st.one_of(WORDS, st.text()), st.one_of(WORDS, st.text()))
def test_pieces_give_the_text_back(left, right):
    ours, theirs = differences(left, right)
    assert "".join(piece.text for piece in ours) == left
    assert "".join(piece.text for piece in theirs) == right


@given(WORDS)
def test_a_text_does_not_differ_from_itself(text):
    ours, theirs = differences(text, text)
    assert marked(ours) == marked(theirs) == []


def test_only_the_differing_words_are_marked():
    ours, theirs = differences(
        "Installation will begin in October 2020.", "Installation will begin in October 2019"
    )
    assert (marked(ours), marked(theirs)) == (["2020."], ["2019"])


def test_case_and_punctuation_do_not_differ():
    ours, theirs = differences("A “done deal”, he said.", "a done deal he said")
    assert marked(ours) == marked(theirs) == []


def test_neighbours_are_marked_as_one():
    ours, _ = differences("the contract was signed in late December", "the contract in December")
    assert marked(ours) == ["was signed", "late"]


def test_unlike_texts_have_only_their_figures_marked():
    ours, theirs = differences(
        "It covers six batteries for 3 billion", "четыре дивизиона на 2 млрд"
    )
    assert (marked(ours), marked(theirs)) == (["3"], ["2"])


def test_long_texts_are_not_compared():
    long = "word " * 5000
    before = time.perf_counter()
    ours, _ = differences(long, long[:-5] + "other", MarkingLimits())
    assert marked(ours) == []
    assert time.perf_counter() - before < 1

"""Texts as sentences of numbered words."""

import pytest

from xref.origins import wording as module
from xref.origins.wording import Wording, wording


def test_equal_words_of_two_texts_have_one_number() -> None:
    held = Wording()
    one, other = held.sentences("The river rose. It rained."), held.sentences("It rained!")
    assert one[1].words == other[0].words
    assert one[0].words != one[1].words


def test_a_text_is_cut_once() -> None:
    held = wording()
    assert wording() is held
    assert held.sentences("The river rose.") is wording().sentences("The river rose.")


def test_a_full_one_makes_room_before_numbers_repeat(monkeypatch: pytest.MonkeyPatch) -> None:
    module._shared.cache_clear()
    monkeypatch.setattr(module, "_PLACES", 8)
    first = wording()
    first.sentences("One two three four five.")
    assert first.full
    assert wording() is not first
    monkeypatch.undo()
    module._shared.cache_clear()

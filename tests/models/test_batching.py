"""Batches of like length, answered on several cores in their order."""

import threading

import pytest

from xref.models import batching
from xref.models.batching import answered, by_length


def test_the_shortest_come_first_and_places_are_kept():
    assert list(by_length([5, 1, 3, 1], 10)) == [[1, 3, 2], [0]]


def test_a_batch_with_its_padding_is_no_larger_than_asked():
    sizes = [7, 2, 30, 2, 9, 8, 3, 1]
    batches = list(by_length(sizes, 16))
    assert sorted(place for batch in batches for place in batch) == list(range(len(sizes)))
    assert all(len(b) == 1 or len(b) * max(sizes[n] for n in b) <= 16 for b in batches)
    assert [2] in batches, "what is longer stands alone"


def test_of_nothing_there_is_no_batch():
    assert list(by_length([])) == []


def test_answers_come_in_the_order_of_the_batches(monkeypatch: pytest.MonkeyPatch):
    second_is_done = threading.Event()

    def answer(batch: int) -> int:
        if batch == 0:
            assert second_is_done.wait(10)
        else:
            second_is_done.set()
        return batch * 10

    monkeypatch.setattr(batching.os, "cpu_count", lambda: 2)
    assert list(answered(iter(range(50)), answer)) == [(n, n * 10) for n in range(50)]


def test_little_is_answered_ahead_of_who_asks(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(batching.os, "cpu_count", lambda: 2)
    asked = []
    told = answered((asked.append(n) or n for n in range(100)), lambda batch: batch)
    next(told)
    assert len(asked) <= 6


def test_what_goes_wrong_is_raised():
    def answer(batch: int) -> int:
        raise RuntimeError("no room")

    with pytest.raises(RuntimeError, match="no room"):
        list(answered([1], answer))

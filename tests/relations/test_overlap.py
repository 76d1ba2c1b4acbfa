"""How much two texts share that could not be shared by chance, and where a passage was found."""

import math
from dataclasses import replace

import pytest
from samples import article, claim

from xref.records import Candidate
from xref.relations.alignment import rarity, words
from xref.relations.overlap import rare_words_shared
from xref.relations.parts import measure
from xref.relations.sides import Side
from xref.relations.topics import topic
from xref.settings import FOUND


def side(text: str, focus: tuple[int, int] | None = None, published: str | None = None) -> Side:
    return Side(text, words(text), published, focus=focus)


def even(_: str) -> float:
    return 0.5


def shared(one: Side, other: Side) -> float:
    return math.expm1(rare_words_shared(one, other, even))


def test_stems_are_counted_once_and_function_words_never() -> None:
    told = side("The ferry sank and the ferries burn.")
    assert shared(told, side("A ferry was burning in the harbour.")) == pytest.approx(1.0)
    assert shared(told, side("And the of after it.")) == 0.0


def test_rare_words_count_for_more() -> None:
    texts = [f"The senator spoke in town {n}." for n in range(300)] + ["The senator saw an otter."]
    rare, told = rarity(texts), side("The senator saw an otter.")
    common, otter = (
        rare_words_shared(told, side(text), rare) for text in ("A senator came.", "An otter came.")
    )
    assert otter > 2 * common > 0.0


def test_all_that_says_who_says_it_counts_as_little_as_one_word() -> None:
    said = "It was no accident"
    text = f"{said}, Danish Prime Minister Sample Example told reporters."
    told = side(text, focus=(0, len(said)))
    again = side("Danish Prime Minister Sample Example told reporters of her holidays.")
    assert shared(told, again) == pytest.approx(0.6)
    assert shared(side(text), again) > 2.0
    assert shared(told, side("An accident.")) == pytest.approx(0.5)


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("2020-08-05", "2020-08-05", 1.0),
        ("2020-08-05", "2020-08-08", 0.7),
        ("2020-08-08T10:00:00Z", "2020-08-05", 0.7),
        ("2020-08-05", "2020-09-05", 0.0),
        ("2020-08-05", "2020-08", 1.0),
        ("2020-08-05", "2020-07", 0.5),
        ("2020-08-05", "2020", FOUND.near_in_time),
        (None, "2020-08-05", FOUND.near_in_time),
    ],
)
def test_near_in_time(one: str | None, other: str | None, near: float) -> None:
    pair = side("A ferry sank.", published=one), side("A ferry sank.", published=other)
    parts = measure(*pair, 0.5, even, 0.3).parts
    assert parts["near_in_time"] == pytest.approx(near)
    assert parts["above_topic"] == 0.3


def found(*likeness: float) -> list[Candidate]:
    page = article("Outlet A", "A ferry sank.")
    one = Candidate(claim("A ferry sank."), claim("A ferry sank.", of=page), page, 0.5, 1.0)
    return [replace(one, likeness=like) for like in likeness]


def test_the_topic_is_what_lies_behind_the_nearest_ten() -> None:
    assert topic(found(0.9, *[0.6] * 9, 0.5, 0.4)) == pytest.approx(0.45)
    assert topic(found(0.9, *[0.6] * 10)) is None, "one alone would be chance"
    assert topic([]) is None

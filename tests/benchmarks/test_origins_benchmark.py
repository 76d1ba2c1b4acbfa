"""The benchmark of origins: copies as they are made, and the search for them in a whole corpus."""

import random

import pytest
from samples import article

from benchmarks.copying import Copier
from benchmarks.origins import _rand
from xref.origins.corpora import copies, pairs
from xref.origins.reuse import Reuse
from xref.settings import DEFAULT

TABLE = {f"word{n:03d}".replace("0", "o"): ["other"] for n in range(100)}


def text(seed: int) -> str:
    drawn = random.Random(seed)
    words = [f"{drawn.choice('bcdfgk')}{drawn.randrange(10**6)}" for _ in range(240)]
    sentences = [" ".join(words[i : i + 12]).capitalize() + "." for i in range(0, 240, 12)]
    return "\n\n".join(" ".join(sentences[i : i + 2]) for i in range(0, 20, 2))


def copier(seed: int = 1) -> Copier:
    return Copier(TABLE, [text(n) for n in range(100, 110)], seed)


@pytest.mark.parametrize("kind", sorted(copier().kinds))
def test_copies_of_each_kind_are_made_again_and_found(kind: str) -> None:
    made = copier().kinds[kind](text(1))
    assert made == copier().kinds[kind](text(1))
    assert Reuse(DEFAULT).copy(article("A", text(1)), article("B", made)) is not None


def test_a_corpus_is_searched_without_comparing_all_with_all() -> None:
    pages = [article(f"Outlet {n}", text(n)) for n in range(30)]
    pages.append(article("Outlet Z", copier().cut(text(7))))
    assert list(pairs(pages, Reuse(DEFAULT))) == [(7, 30)]
    assert [(a, b) for a, b, _ in copies(pages, Reuse(DEFAULT))] == [(7, 30)]
    assert list(pairs([], Reuse(DEFAULT))) == []
    assert list(pairs([article("A", "Short.")], Reuse(DEFAULT))) == []


def test_the_rand_index_is_one_for_all_right_and_none_for_all_joined() -> None:
    assert _rand(10, 0, 10, 20) == 1.0
    assert _rand(10, 20, 10, 20) == 0.0
    assert 0.0 < _rand(8, 1, 10, 20) < 1.0

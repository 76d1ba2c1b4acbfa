"""Truth discovery on small worlds whose truth is known, and what no method may do."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.fusion import methods, world
from xref.reliability import Fused, Vote, accu, majority, nested
from xref.reliability.likeness import of_lists, of_numbers

VOTES = st.lists(
    st.builds(
        Vote,
        st.sampled_from("abcdef"),
        st.sampled_from(["item 1", "item 2", "item 3"]),
        st.sampled_from(["1", "2", "3 ; x", ""]),
    ),
    max_size=30,
)
ALL = sorted(methods(of_lists))


def accuracy(found: Fused, truth: dict[str, str]) -> float:
    return sum(found.truth[item] == value for item, value in truth.items()) / len(truth)


@pytest.mark.parametrize("name", ALL)
@given(votes=VOTES)
def test_every_method_answers_every_item_whatever_the_order(name: str, votes: list[Vote]) -> None:
    fuse = methods(of_lists)[name]
    found = fuse(votes)
    assert found.truth.keys() == {vote.item for vote in votes}
    assert all((item, value) in found.belief for item, value in found.truth.items())
    assert all(-1e-9 <= belief <= 1 + 1e-9 for belief in found.belief.values())
    shuffled = random.Random(0).sample(votes, len(votes))
    assert fuse([*shuffled, *votes[:3]]) == found


def test_five_copies_of_one_bad_source_are_seen_through() -> None:
    votes, truth = world(0.9, seed=3)
    aware, counted = accu(votes, copying=True), majority(votes)
    assert accuracy(aware, truth) > accuracy(counted, truth) + 0.05
    copiers = {f"source {place:02}" for place in (0, 15, 16, 17, 18, 19)}
    assert {name for pair in aware.copies for name in pair} <= copiers
    assert aware.copies
    assert accu(votes).copies == {}


def test_sources_that_agree_on_what_is_right_copy_nobody() -> None:
    votes, _ = world(0.0, seed=3)
    assert accu(votes, copying=True).copies == {}


def test_ties_favour_no_truth() -> None:
    """Ties go to the first value: were that the truth, whoever has the most ties would win."""
    _, truth = world(0.0, seed=3)
    first = sum(value == "0" for value in truth.values()) / len(truth)
    assert 0.1 < first < 0.3


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_where_nobody_copies_looking_for_copies_costs_nothing(seed: int) -> None:
    votes, truth = world(0.0, seed)
    assert accuracy(accu(votes, copying=True), truth) >= accuracy(majority(votes), truth)


def test_a_good_source_outweighs_two_bad_ones() -> None:
    told = [Vote("good", f"i{n}", "right") for n in range(20)]
    told += [Vote(name, f"i{n}", "right") for n in range(20) for name in ("b", "c")]
    told += [Vote(name, f"j{n}", f"{name} {n}") for n in range(20) for name in ("bad", "worse")]
    told += [Vote("good", f"j{n}", "right") for n in range(20)]
    told += [Vote("b", f"j{n}", "right") for n in range(20)]
    told += [Vote("good", "k", "right"), Vote("bad", "k", "wrong")]
    assert accu(told).truth["k"] == "right"


def test_the_full_list_holds_where_its_parts_have_more_votes() -> None:
    told = [Vote(f"s{n}", "book", "ann lee") for n in range(4)]
    told += [Vote(f"t{n}", "book", "ann lee; bo dee") for n in range(3)]
    assert majority(told).truth["book"] == "ann lee"
    assert nested(told, of_lists).truth["book"] == "ann lee; bo dee"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("ann lee; bo dee", "ann lee", 1.0),
        ("ann lee", "ann lee; bo dee", 0.5),
        ("lee ann", "ann lee", 1.0),
        ("erik marcade", "erik marcadã", 1.0),
        ("ann lee", "bo dee", 0.0),
        ("", "bo dee", 0.0),
    ],
)
def test_lists(one: str, other: str, expected: float) -> None:
    assert of_lists(one, other) == expected


@given(
    st.floats(allow_nan=False, allow_infinity=False),
    st.floats(allow_nan=False, allow_infinity=False),
)
def test_numbers(one: float, other: float) -> None:
    assert 0.0 <= of_numbers(str(one), str(other)) <= 1.0
    assert of_numbers(str(one), str(other)) == of_numbers(str(other), str(one))
    assert of_numbers(str(one), str(one)) == 1.0
    assert of_numbers("many", str(one)) == 0.0

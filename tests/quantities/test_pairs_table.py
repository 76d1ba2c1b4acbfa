"""The table of pairs: what pairs.toml says of each, either way round."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

from xref.quantities import agree_share

TABLE = Path(__file__).with_name("pairs.toml")
LABELS = ("compatible", "conflicting", "incomparable", "moved")


def pairs() -> Iterator[ParameterSet]:
    for name, group in tomllib.loads(TABLE.read_text("utf-8")).items():
        for label in LABELS:
            for pair in group.get(label, []):
                yield pytest.param(pair, label, id=f"{name}: {pair[0]} {pair[1]}")
        for wrong in group.get("wrong", []):
            pair, label = wrong["pair"], wrong["label"]
            marks = pytest.mark.xfail(strict=True, reason=wrong["reason"])
            yield pytest.param(pair, label, id=f"{name}: {pair[0]} {pair[1]}", marks=marks)


def outcome(a: str, b: str, a_day: str | None = None, b_day: str | None = None) -> str:
    """One of the table's words for what `agree_share` says."""
    match = agree_share(a, b, a_day, b_day)
    if match.conflicting or match.moments_conflicting:
        return "conflicting"
    if match.later_update:
        return "moved"
    return "compatible" if match.agreeing or match.moments_agreeing else "incomparable"


@pytest.mark.parametrize(("pair", "label"), list(pairs()))
def test_pair(pair: list[str], label: str) -> None:
    assert outcome(*pair) == label
    if len(pair) == 2:
        assert (outcome(pair[1], pair[0]) == "conflicting") == (label == "conflicting")


def test_the_table_is_large_and_holds_no_pair_twice() -> None:
    found = [tuple(param.values[0]) for param in pairs()]  # type: ignore[arg-type]
    assert len(found) >= 150
    assert len(found) == len(set(found))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("He spoke yesterday.", "He spoke in October."),
        ("He spoke two days ago.", "He spoke in March."),
    ],
)
def test_without_any_day_yesterday_says_nothing_of_a_month(a: str, b: str) -> None:
    assert outcome(a, b) == "incomparable"


def test_ago_is_counted_from_each_text_of_its_own() -> None:
    days = ("2018-11-10", "2018-11-12")
    assert outcome("He left two days ago.", "He left four days ago.", *days) != "conflicting"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("It took two and a half hours.", "It took 150 minutes."),
        ("It took an hour and a half.", "It took 90 minutes."),
        ("Half-dozen ships left.", "Six ships left."),
        ("It was -4 degrees Celsius.", "It was minus 4 degrees Celsius."),
        ("It left at quarter to nine.", "It left at 8:45."),
    ],
)
def test_the_same_in_other_words(a: str, b: str) -> None:
    assert outcome(a, b) == "compatible"

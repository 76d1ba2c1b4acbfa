"""Shares, letters, held-out records, and ratings by others."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xref.errors import OptionError
from xref.reliability import held_out, letter, read_priors, record, share
from xref.settings import RECORD


@settings(deadline=None)  # the first one loads scipy
@given(st.integers(0, 500), st.integers(0, 500))
def test_an_interval_holds_its_share(count: int, more: int) -> None:
    told = share(count, count + more)
    assert 0.0 <= told.low <= told.high <= 1.0
    assert told.value is None or told.low - 1e-9 <= told.value <= told.high + 1e-9


def test_wilson_as_published() -> None:
    told = share(8, 10)
    assert (round(told.low, 3), round(told.high, 3)) == (0.49, 0.943)


def test_letters() -> None:
    few = RECORD.least_claims - 1
    assert letter(share(few, few), few) == "F"
    assert letter(share(1000, 1000), RECORD.least_articles - 1) == "F"
    assert letter(share(0, 100), 50) == "E"
    assert [letter(share(n, 1000), 50) for n in (600, 800, 900, 990)] == ["D", "C", "B", "A"]
    assert record([("a", None)] * 50).letter == "F"
    assert record([("a", 0.9)] * 20 + [("b", 0.1)] * 20).stood.count == 20
    assert record([("a", 0.9)] * 20 + [("b", 0.1)] * 20).articles == 2


def test_one_origin_on_each_side_is_decided_by_their_other_claims() -> None:
    claims = {f"c{n}": (("good", "other"), ()) for n in range(20)}
    claims |= {f"d{n}": (("other", "third"), ("bad",)) for n in range(20)}
    claims["last"] = (("bad",), ("good",))
    held = held_out(claims)
    assert held["last"] < 0.5
    assert held["c0"] > 0.9


def test_a_claim_is_held_out_of_the_records_that_judge_it() -> None:
    """Nobody knows the two but by this claim: they weigh alike, however it came out before."""
    assert held_out({"only": (("one",), ("two",))})["only"] == pytest.approx(0.5)
    more = held_out({"only": (("one",), ("two",)), "else": (("three", "four"), ())})
    assert more["only"] == pytest.approx(0.5)


def test_silence_is_no_denial() -> None:
    assert held_out({"quiet": ((), ())}) == {}


def test_priors(tmp_path: Path) -> None:
    path = tmp_path / "ratings.csv"
    path.write_text("domain,rating,source,date,more\nA.org,0.5,List,2020-01-01,x\n", "utf-8")
    (one,) = read_priors(path)
    assert (one.domain, one.rating, one.source, one.date) == ("a.org", 0.5, "List", "2020-01-01")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("domain,rating\na,1\n", "no column 'source'"),
        ("domain,rating,source,date\na,high,x,2020\n", "Line 2"),
        ("domain,rating,source,date\n,1,x,2020\n", "Line 2"),
        ("domain,rating,source,date\na,inf,x,2020\n", "Line 2"),
        ("domain,rating,source,date\na\n", "Line 2"),
    ],
)
def test_priors_that_are_none(tmp_path: Path, text: str, words: str) -> None:
    path = tmp_path / "ratings.csv"
    path.write_text(text, "utf-8")
    with pytest.raises(OptionError, match=words):
        read_priors(path)


def test_priors_that_are_not_there(tmp_path: Path) -> None:
    with pytest.raises(OptionError, match="cannot be read"):
        read_priors(tmp_path / "none.csv")

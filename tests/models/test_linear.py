"""The shipped weights of words."""

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest

from xref.errors import ModelError
from xref.models import linear
from xref.models.linear import Linear, shipped, weights_file, write


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    shipped.cache_clear()
    yield
    shipped.cache_clear()


def test_a_feature_that_is_not_known_weighs_nothing() -> None:
    assert Linear(1.0, {"so": 2.0, "as": -0.5}).summed(["so", "as", "ever"]) == 1.5


@pytest.mark.parametrize("name", ["tone", "pages"])
def test_what_ships_can_be_read(name: str) -> None:
    assert len(shipped(name).weights) > 5_000
    assert weights_file(name).stat().st_size < 300_000


def test_the_same_weights_are_the_same_bytes(tmp_path: Path) -> None:
    one, other = tmp_path / "one.gz", tmp_path / "other.gz"
    write({"start": 1.0, "weights": {"so": 2.0, "as": 1.0}}, one)
    write({"weights": {"as": 1.0, "so": 2.0}, "start": 1.0}, other)
    assert one.read_bytes() == other.read_bytes()


@pytest.mark.parametrize("held", ["no gzip", "{", "{}"])
def test_damaged_weights_are_refused_in_a_sentence(
    held: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = tmp_path / "tone.json.gz"
    bad.write_bytes(held.encode() if held == "no gzip" else gzip.compress(held.encode()))
    monkeypatch.setattr(linear, "weights_file", lambda name: bad)
    with pytest.raises(ModelError, match="install xref again"):
        shipped("tone")

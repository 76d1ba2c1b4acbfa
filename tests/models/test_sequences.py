"""The shipped sequence model: what it asks for, and what damage does to it."""

import gzip
from pathlib import Path

import pytest

from xref.errors import ModelError
from xref.models.sequences import SequenceModel, weights_file


def test_every_word_gets_a_label() -> None:
    labels = SequenceModel().labels([["w=turkey"], ["w=said", "unheard of"], []])
    assert len(labels) == 3
    assert set(labels) <= set("scto")
    assert SequenceModel().labels([]) == []


def damaged(raw: bytes) -> list[bytes]:
    middle = len(raw) // 2
    return [b"", b"no weights", raw[:middle], raw[:middle] + b"\0\0\0" + raw[middle + 3 :]]


@pytest.mark.parametrize("how", range(4))
def test_damaged_weights_are_refused_in_a_sentence(tmp_path: Path, how: int) -> None:
    bad = tmp_path / "weights.gz"
    bad.write_bytes(damaged(weights_file().read_bytes())[how])
    with pytest.raises(ModelError, match="install xref again"):
        SequenceModel(bad).labels([["w=said"]])


def test_whole_packing_of_no_weights_is_refused(tmp_path: Path) -> None:
    bad = tmp_path / "weights.gz"
    bad.write_bytes(gzip.compress(b"nothing of the kind"))
    with pytest.raises(ModelError, match="install xref again"):
        SequenceModel(bad).labels([["w=said"]])


def test_missing_weights_are_told(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="install xref again"):
        SequenceModel(tmp_path / "gone.gz").labels([["w=said"]])


def test_the_weights_stay_small() -> None:
    assert weights_file().stat().st_size < 6_000_000

"""Differences in four bits: what comes back is near, and what did not change comes back equal."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from xref.models.deltas import pack, unpack


def floats(shape):
    return arrays(np.float32, shape, elements=st.floats(-2, 2, width=32))


@settings(max_examples=30, deadline=None)
@given(base=floats((4, 64)), trained=floats((4, 64)))
def test_no_value_is_further_off_than_half_a_step(tmp_path_factory, base, trained):
    target = tmp_path_factory.mktemp("deltas") / "weights.safetensors"
    pack({"layer": trained}, {"layer": base}, target)
    found = unpack(target, {"layer": base})["layer"]
    delta = np.abs(trained - base)
    step = delta.max(axis=1, keepdims=True) / 7
    # Half a step, and what rounding the scale to a half of a float may add to 7 of them.
    assert (np.abs(found - trained) <= step * 0.51 + 1e-5).all()


def test_what_is_new_comes_back_whole(tmp_path):
    target = tmp_path / "weights.safetensors"
    head, bias = np.ones((3, 64), np.float32), np.array([0.5, -1.5], np.float32)
    pack({"head": head, "bias": bias}, {}, target)
    found = unpack(target, {})
    assert np.allclose(found["head"], head, atol=1e-3)
    assert found["bias"].tolist() == [0.5, -1.5]


def test_what_did_not_change_is_not_written(tmp_path):
    target = tmp_path / "weights.safetensors"
    frozen = np.arange(128, dtype=np.float32).reshape(2, 64)
    pack({"frozen": frozen, "moved": frozen + 1}, {"frozen": frozen, "moved": frozen}, target)
    assert target.stat().st_size < 500
    assert (unpack(target, {"frozen": frozen, "moved": frozen})["frozen"] == frozen).all()


def test_four_bits_a_value(tmp_path):
    target = tmp_path / "weights.safetensors"
    chance = np.random.default_rng(1)
    pack({"layer": chance.normal(size=(64, 1024)).astype(np.float32)}, {}, target)
    assert target.stat().st_size < 64 * 1024 * 0.55


def test_a_damaged_file(tmp_path):
    target = tmp_path / "weights.safetensors"
    target.write_bytes(b"\0" * 40)
    with pytest.raises(ValueError, match=r".+"):
        unpack(target, {})

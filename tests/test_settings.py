"""The hash of the settings: the same for the same values, another for any other."""

from dataclasses import FrozenInstanceError, fields, replace

import pytest

from xref.settings import DEFAULT, Settings


def test_the_same_values_have_the_same_hash() -> None:
    assert Settings().sha256 == DEFAULT.sha256
    assert len(DEFAULT.sha256) == 64


@pytest.mark.parametrize("name", [field.name for field in fields(Settings)])
def test_every_value_counts(name: str) -> None:
    value = getattr(DEFAULT, name)
    assert replace(DEFAULT, **{name: value + 1}).sha256 != DEFAULT.sha256


def test_settings_do_not_change_under_way() -> None:
    with pytest.raises(FrozenInstanceError):
        DEFAULT.support = 0.9  # type: ignore[misc]

"""The hash of the settings: the same for the same values, another for any other."""

from dataclasses import FrozenInstanceError, fields, replace

import pytest

from xref.judges import NewsJudge
from xref.settings import DEFAULT, Settings, for_judge


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


@pytest.mark.parametrize(
    ("judge", "support"),
    [(None, DEFAULT.support), ("", DEFAULT.support), (NewsJudge.name, DEFAULT.support),
     ("parts", 0.45), ("cross-encoder/nli-deberta-v3-base", 0.5)],
)  # fmt: skip
def test_what_supports_depends_on_whose_probabilities_they_are(
    judge: str | None, support: float
) -> None:
    assert for_judge(judge).support == support

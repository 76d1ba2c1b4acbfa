"""The table of hard cases: each is cut where hard_cases.toml says, and nowhere else."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

from xref.claims.sentences import sentences

TABLE = Path(__file__).with_name("hard_cases.toml")


def cases() -> Iterator[ParameterSet]:
    for name, group in tomllib.loads(TABLE.read_text("utf-8")).items():
        for case in group["cases"]:
            yield pytest.param(case, id=f"{name}: {case[:40]}")
        for wrong in group.get("wrong", []):
            marks = pytest.mark.xfail(strict=True, reason=wrong["reason"])
            yield pytest.param(wrong["case"], id=f"{name}: {wrong['case'][:40]}", marks=marks)


@pytest.mark.parametrize("case", list(cases()))
def test_case(case: str) -> None:
    text = case.replace("|", "")
    found = [text[part.start : part.end] for part in sentences(text)]
    assert found == [piece.strip() for piece in case.split("|")]


def test_the_table_is_large_and_no_case_stands_in_it_twice() -> None:
    found = [param.values[0] for param in cases()]
    assert len(found) >= 80
    assert len(found) == len(set(found))

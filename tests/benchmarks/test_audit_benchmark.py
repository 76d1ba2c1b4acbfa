"""How the audit benchmark counts, on claims and ratings made by hand."""

from dataclasses import replace
from pathlib import Path

import pytest
from samples import article, claim

from benchmarks.audit import agreement, calibration, main
from xref.accounts import Told
from xref.records import Standing


def told(day: int, held: float | None, then: Standing = Standing.SINGLE_SOURCE) -> Told:
    page = replace(article("Gazette"), domain="gazette.example", published=f"2020-08-{day:02}")
    now = Standing.CONTRADICTED if held is not None and held < 0.5 else then
    return Told(page, claim(page.text, of=page), then, now, (), (), None, held=held)


def test_earlier_claims_foretell_later_ones() -> None:
    early = [told(day, 0.9) for day in range(1, 11)]
    late = [told(day, 0.9 if day % 2 else 0.1) for day in range(11, 21)]
    rows = {(row.method, row.metric): (row.value, row.n) for row in calibration(early + late)}
    assert rows["earlier record 0.9 and more", "said"] == (1.0, 10)
    assert rows["earlier record 0.9 and more", "stood later"] == (0.5, 10)
    assert rows["single-source then", "contradicted or disputed now"] == (0.25, 20)


def test_what_nobody_speaks_of_foretells_nothing() -> None:
    assert not [r for r in calibration([told(1, None), told(2, None)]) if r.set == "calibration"]
    assert list(calibration([])) == []


def test_agreement_has_an_interval() -> None:
    rows = {row.metric: row.value for row in agreement("a", "b", [(n, n) for n in range(8)])}
    assert rows["Spearman"] == pytest.approx(1.0)
    assert rows["low"] <= rows["Spearman"]


def test_too_few_or_all_alike(capsys: pytest.CaptureFixture[str]) -> None:
    assert list(agreement("a", "b", [(1, 1), (2, 2)])) == []
    assert list(agreement("a", "b", [(1, n) for n in range(8)])) == []
    assert "skipped" in capsys.readouterr().err


def test_no_data(tmp_path: Path) -> None:
    assert main(["--data", str(tmp_path / "none")]) == 2

"""The benchmark on claims, with a small data folder of our own."""

import gzip
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from benchmarks import claims
from benchmarks.checkworthy import precision
from benchmarks.claims import by_string, by_value, conflicts, kind, main, opinions, values

FACT = "The bridge over the river was closed on Monday."
VIEW = "It is an absolute disgrace."


def write(folder: Path, name: str, rows: Sequence[dict[str, Any]]) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress("\n".join(map(json.dumps, rows)).encode()))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    labelled = [(FACT, "factual"), (VIEW, "opinion"), ("Half and half.", "mixed")]
    write(folder, "checkworthy/babe.jsonl.gz", [{"text": t, "label": lab} for t, lab in labelled])
    speech = [("Good evening.", "not"), ("Taxes rose by 4 percent.", "check-worthy")] * 6
    rows = [
        {"text": t, "label": lab, "speech": f"s{n // 4}", "line": n, "group": f"g{n // 2}"}
        for n, (t, lab) in enumerate(speech)
    ]
    write(folder, "checkworthy/checkthat2019.jsonl.gz", rows)
    pairs = [
        ("Two men wait.", "Three men wait.", "refutes", "cardinals"),
        ("Two men wait.", "Two men are waiting.", "supports", "cardinals"),
        ("A red car.", "A blue car.", "refutes", "colors"),
    ]
    keys = ("claim", "evidence", "label", "category")
    nli = [dict(zip(keys, p, strict=True)) for p in pairs]
    write(folder, "pairs/breaking-nli-dev.jsonl.gz", nli)
    article = {"id": "a", "title": "", "text": f"{FACT} {VIEW}\n\n{FACT}"}
    write(folder, "articles/allsides-2012.jsonl.gz", [article] * 20)
    return folder


def told(file: Path) -> dict[tuple[str, str, str], float]:
    rows = json.loads(file.read_text("utf-8"))["rows"]
    return {(row["set"], row["method"], row["metric"]): row["value"] for row in rows}


def test_every_part_is_scored_beside_its_baseline(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "told.json"
    assert main(["--data", str(data), "--json", str(file)]) == 0
    found = told(file)
    assert found["babe", "xref", "macro-F1"] == 1
    assert found["babe", "majority", "macro-F1"] == pytest.approx(1 / 3)
    assert found["checkthat2019", "order of the text", "MAP"] == pytest.approx(0.5)
    assert found["breaking-nli cardinals", "xref", "accuracy"] == 1
    assert (
        found["value pairs", "xref", "accuracy"]
        > found["value pairs", "string equality", "accuracy"]
    )
    errors = capsys.readouterr().err
    assert "breaking-nli has no ordinals" in errors
    assert "xref has no score of check-worthiness" in errors
    assert not [key for key in found if key[0] == "checkthat2019" and key[1] == "xref"]
    assert not [key for key in found if key[2] == "articles/s"]


def test_speed_is_measured_on_request(data: Path, tmp_path: Path) -> None:
    file = tmp_path / "told.json"
    assert main(["--data", str(data), "--json", str(file), "--speed"]) == 0
    assert told(file)["allsides", "xref, sentences", "articles/s"] > 0


def test_absent_data_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["--data", str(tmp_path / "none")]) == 2
    monkeypatch.setattr(claims, "PAIRS", tmp_path / "none.toml")
    assert main(["--data", str(tmp_path)]) == 2
    assert "holds no data" in capsys.readouterr().err


def test_average_precision() -> None:
    worth = np.array([True, False, True, False])
    assert precision(worth, np.array([4.0, 3.0, 2.0, 1.0])) == pytest.approx((1 + 2 / 3) / 2)
    assert precision(worth, np.array([4.0, 1.0, 3.0, 2.0])) == 1


def test_opinion_figures() -> None:
    rows = list(opinions("s", [(FACT, "claim"), (FACT, "opinion"), (VIEW, "opinion")]))
    found = {row.metric: (row.value, row.n) for row in rows if row.method == "xref"}
    assert found["F1 claim"] == (pytest.approx(2 / 3), 1)
    assert found["F1 opinion"] == (pytest.approx(2 / 3), 2)
    assert found["precision opinion"] == (1, 1)
    assert kind(FACT) == "claim"


def test_what_values_do() -> None:
    assert by_string("12 men.", "A dozen men.") == "conflicting"
    assert by_value("12 men.", "A dozen men.") == "compatible"
    assert by_string("No men.", "12 men.") == "incomparable"
    days = ("2020-08-05", "2020-08-06")
    pair = ["80 people were killed.", "113 people were killed.", *days]
    rows = {row.method: row.value for row in values("s", [(pair, "moved")])}
    assert rows == {"string equality": 0, "xref": 1}


def test_conflicts_count_what_was_found() -> None:
    rows = [
        {"claim": "Two men wait.", "evidence": "Five men wait.", "label": "refutes"},
        {"claim": "Two men wait.", "evidence": "Women wait.", "label": "refutes"},
        {"claim": "Two men wait.", "evidence": "A pair of men wait.", "label": "supports"},
    ]
    found = {(row.method, row.metric): row.value for row in conflicts("s", rows)}
    assert found["xref", "refutations found"] == 0.5
    assert found["xref", "accuracy"] == pytest.approx(2 / 3)
    assert found["string equality", "accuracy"] == pytest.approx(2 / 3)

"""The fusion benchmark on a few invented votes, and what its worlds are made of."""

import gzip
import json
from pathlib import Path

import pytest

from benchmarks import fusion
from benchmarks.fusion import main, world


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data" / "fusion"
    folder.mkdir(parents=True)
    votes = "source,item,value\na,x,1\nb,x,1\nc,x,2\na,y,3\n"
    with gzip.open(folder / "population-claims.csv.gz", "wt", encoding="utf-8") as file:
        file.write(votes)
    truth = "item,value\nx,1\ny,4\nnobody speaks of it,5\n"
    (folder / "population-truth.csv").write_text(truth, "utf-8")
    return tmp_path / "data"


def test_the_table(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(fusion, "_SEEDS", 1)
    monkeypatch.setattr(fusion, "_ITEMS", 20)
    out = tmp_path / "rows.json"
    assert main(["--data", str(data), "--json", str(out)]) == 0
    rows = json.loads(out.read_text("utf-8"))["rows"]
    (told,) = [r for r in rows if (r["set"], r["method"]) == ("population", "majority")]
    assert (told["value"], told["n"]) == (0.5, 2)
    assert {row["set"] for row in rows} >= {"no copiers", "copiers 90%"}
    assert "book-claims.csv.gz is absent" in capsys.readouterr().err


def test_copiers_copy() -> None:
    votes, truth = world(0.9, seed=1)
    told = {(vote.source, vote.item): vote.value for vote in votes}
    spoken = [item for item in truth if ("source 00", item) in told]

    def agree(name: str) -> float:
        both = [item for item in spoken if (name, item) in told]
        return sum(told[name, i] == told["source 00", i] for i in both) / len(both)

    assert all(agree(f"source {place}") > 0.8 for place in range(15, 20))
    assert all(agree(f"source {place:02}") < 0.7 for place in range(1, 15))


def test_no_data(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data", str(tmp_path / "none")]) == 2
    assert "no data folder" in capsys.readouterr().err

"""Options, rows, table and JSON file that all benchmarks share."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.tables import Data, Row, run, table

ROWS = (Row("set", "ours", "F1", 0.5, 3), Row("set", "naive", "F1", 0.25, 3))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    for split in ("dev", "test"):
        lines = f'{{"split": "{split}"}}\n\n{{"split": "{split}"}}\n'
        (folder / f"pairs-{split}.jsonl").write_text(lines, "utf-8")
        with gzip.open(folder / f"packed-{split}.jsonl.gz", "wt") as packed:
            packed.write(lines)
    (folder / "list.json").write_text('[{"split": "neither"}]', "utf-8")
    return folder


def reading(name: str):
    def measure(found: Data) -> Iterator[Row]:
        for number, row in enumerate(found.read(name) or ()):
            yield Row(name, row["split"], "read", float(number), 1)

    return measure


def answer(data: Path, measure, *options: str) -> tuple[int, dict]:
    file = data.parent / "told.json"
    code = run("tables", measure, ["--data", str(data), "--json", str(file), *options])
    return code, json.loads(file.read_text("utf-8")) if file.exists() else {}


@pytest.mark.parametrize("name", ["pairs-dev.jsonl", "packed-dev.jsonl.gz"])
@pytest.mark.parametrize("split", ["dev", "test"])
def test_the_split_names_the_file(name: str, split: str, data: Path) -> None:
    code, told = answer(data, reading(name), "--split", split)
    assert code == 0
    assert [row["method"] for row in told["rows"]] == [split, split]


@pytest.mark.parametrize("split", ["dev", "test"])
def test_a_file_without_a_split_is_read_under_either(split: str, data: Path) -> None:
    _, told = answer(data, reading("list.json"), "--split", split)
    assert [row["method"] for row in told["rows"]] == ["neither"]


def test_dev_is_read_where_nothing_is_said(data: Path) -> None:
    assert answer(data, reading("pairs-dev.jsonl"))[1]["rows"][0]["method"] == "dev"


@pytest.mark.parametrize(
    ("split", "names"),
    [("dev", ["pairs-dev.jsonl"]), ("test", ["pairs-test.jsonl"])],
)
def test_names_are_those_of_the_split(split: str, names: list[str], data: Path) -> None:
    found: list[str] = []

    def measure(told: Data) -> Iterator[Row]:
        found.extend(told.names("pairs-*.jsonl"))
        yield from ROWS

    answer(data, measure, "--split", split)
    assert found == names


def test_the_form_of_the_file(data: Path) -> None:
    _, told = answer(data, lambda _: iter(ROWS))
    assert list(told) == ["benchmark", "data_sha256", "rows"]
    assert told["benchmark"] == "tables"
    assert len(told["data_sha256"]) == 64
    first = {"set": "set", "method": "ours", "metric": "F1", "value": 0.5, "n": 3}
    assert told["rows"][0] == first


def test_what_was_measured_before_a_stop_is_there(data: Path) -> None:
    def stopped(_: Data) -> Iterator[Row]:
        yield ROWS[0]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        answer(data, stopped)
    told = json.loads((data.parent / "told.json").read_text("utf-8"))
    assert [row["method"] for row in told["rows"]] == ["ours"]


def test_the_hash_is_of_what_was_read(data: Path) -> None:
    measure = reading("pairs-dev.jsonl")
    one, again = (answer(data, measure)[1]["data_sha256"] for _ in range(2))
    (data / "pairs-test.jsonl").write_text('{"split": "other"}', "utf-8")
    unread = answer(data, measure)[1]["data_sha256"]
    (data / "pairs-dev.jsonl").write_text('{"split": "other"}', "utf-8")
    assert one == again == unread
    assert answer(data, measure)[1]["data_sha256"] != one


def test_absent_data_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, told = answer(tmp_path / "nowhere", lambda _: iter(ROWS))
    out, err = capsys.readouterr()
    assert (code, told, out) == (2, {}, "")
    assert err.count("\n") == 1
    assert "--data" in err


def test_an_absent_file_is_skipped_aloud_and_never_made_up(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def measure(found: Data) -> Iterator[Row]:
        yield from reading("absent-dev.jsonl")(found)
        yield from ROWS

    code, told = answer(data, measure)
    assert code == 0
    assert len(told["rows"]) == len(ROWS)
    assert "skipped" in (err := capsys.readouterr().err)
    assert "absent-dev.jsonl" in err


def test_nothing_measured_is_said_and_not_written(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, told = answer(data, reading("absent-dev.jsonl"))
    out, err = capsys.readouterr()
    assert (code, told, out) == (2, {}, "")
    assert "no data for this benchmark" in err


def test_the_table_has_a_line_a_method_and_a_column_a_metric() -> None:
    lines = table([*ROWS, Row("set", "ours", "recall", 1.0, 2)]).splitlines()
    assert lines[0] == "| set | method | n | F1 | recall |"
    assert lines[2:] == ["| set | ours | 3 | 0.5 | 1 |", "| set | naive | 3 | 0.25 |  |"]

"""The benchmark on whole reports, with a story of our own in a small data folder."""

import json
from pathlib import Path

import pytest

from benchmarks.stories import Answer, measure, score
from benchmarks.tables import run

ARTICLE = (
    "The bridge over the river was closed to lorries.\n\n"
    "The mayor opened a new school in the valley.\n\nWhat comes next?\n"
)
PAGES = [
    ("Outlet A", "Rain fell. The bridge that leads over the river is closed to lorries."),
    ("Outlet B", "The county says that the bridge over the river was closed to lorries."),
]
LABELS = [
    ("The bridge over", "corroborated", []),
    ("The mayor opened", "unmatched", ["single-source"]),
    ("What comes next", "not-a-claim", []),
    ("Nobody wrote this", "unmatched", []),
]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    stories = tmp_path / "data" / "stories"
    stories.mkdir(parents=True)
    (stories / "README.md").write_text("Checked articles: bridge Outlet X 2020-08-05.", "utf-8")
    (stories / "bridge.article.txt").write_text(ARTICLE, "utf-8")
    pages = [
        {
            "outlet": outlet,
            "url": f"https://example.org/{outlet[-1]}",
            "title": "",
            "published": "2020-08-05",
            "text": text,
        }
        for outlet, text in PAGES
    ]
    (stories / "bridge.jsonl").write_text("\n".join(map(json.dumps, pages)), "utf-8")
    labels = [
        {"id": name, "statement": name, "expected": expected, "acceptable": acceptable}
        for name, expected, acceptable in LABELS
    ]
    (stories / "bridge.labels.json").write_text(json.dumps(labels), "utf-8")
    return tmp_path / "data"


def test_a_story_is_scored(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = data / "told.json"
    assert run("stories", measure, ["--data", str(data), "--json", str(file)]) == 0
    assert "skipped: Nobody wrote this" in capsys.readouterr().err
    rows = json.loads(file.read_text("utf-8"))["rows"]
    assert {row["set"] for row in rows} == {"bridge", "all"}
    methods = {"xref", "xref, outlets counted", "cosine 0.5", "cosine 0.6", "cosine 0.7"}
    assert methods == {row["method"] for row in rows}
    ours = {row["metric"]: row for row in rows if (row["method"], row["set"]) == ("xref", "all")}
    assert (ours["accuracy"]["value"], ours["accuracy"]["n"]) == (1.0, 3)
    assert ours["non-claims kept out"]["value"] == 1.0


@pytest.mark.parametrize("missing", ["bridge.jsonl", "bridge.article.txt"])
def test_an_incomplete_story_is_skipped(
    missing: str, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (data / "stories" / missing).unlink()
    assert run("stories", measure, ["--data", str(data)]) == 2
    assert "skipped: story bridge is not complete" in capsys.readouterr().err


def answers(*told: tuple[str, tuple[str, ...], str]) -> list[Answer]:
    return [Answer("story", "words", expected, fair, given) for expected, fair, given in told]


def test_the_figures() -> None:
    found = answers(
        ("corroborated", (), "corroborated"),
        ("single-source", ("corroborated",), "corroborated"),
        ("unmatched", (), "corroborated"),
        ("unmatched", (), "not-a-claim"),
    )
    told = {row.metric: (row.value, row.n) for row in score("set", "method", found)}
    assert told["accuracy"] == (0.25, 4)
    assert told["accuracy, lenient"] == (0.5, 4)
    assert told["F1 corroborated"] == (0.5, 1)
    assert told["macro-F1"] == (pytest.approx(0.5 / 3), 4)
    assert told["corroborated precision"] == (pytest.approx(1 / 3), 3)
    assert told["corroborated precision, lenient"] == (pytest.approx(2 / 3), 3)
    assert told["claims lost"] == (1, 4)


def test_no_precision_is_told_where_nothing_was_corroborated() -> None:
    metrics = [row.metric for row in score("set", "m", answers(("unmatched", (), "unmatched")))]
    assert not [metric for metric in metrics if "precision" in metric]

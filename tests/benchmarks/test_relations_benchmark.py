"""The benchmark on relations, with a few invented pairs of each set in a small data folder."""

import gzip
import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from benchmarks import relations
from benchmarks.answers import ALIKE, SIDES, THREE, TWO_WAY, Asked, Cuts, Said, choose, cut
from benchmarks.bench import HEADLINES, SETS, Bench, merged
from benchmarks.judging import Recorder, Remembered, judged
from benchmarks.judging_speed import measure, medians, synthetic
from benchmarks.relation_rows import TAKEN, Pooled, by_stance, overview, pools, quality
from benchmarks.relations import generated, main, news
from benchmarks.tables import Data, Row
from xref.encoders import encoder
from xref.errors import ModelError
from xref.judges import Pair
from xref.records import Judgement, Refutation

PAIRS = [
    ("The bridge was closed to lorries.", "Lorries may not use the bridge.", "supports"),
    ("The bridge was closed to lorries.", "The bridge has been closed to lorries.", "supports"),
    ("31 people were hurt in the fire.", "78 people were hurt in the fire.", "refutes"),
    ("The mayor opened the school.", "The mayor did not open the school.", "refutes"),
    ("The mayor opened the school.", "It rained in the valley on Monday.", "neutral"),
    ("The ferry sank in the bay.", "A ferry company has ten ships.", "neutral"),
]


def write(path: Path, rows: Sequence[Mapping[str, Any]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.write("\n".join(map(json.dumps, rows)))


def rows_of(labels: tuple[str, ...]) -> list[dict[str, Any]]:
    told = [(claim, evidence, merged(label, labels)) for claim, evidence, label in PAIRS]
    return [
        {"id": str(place), "claim": claim, "evidence": evidence, "label": label}
        for place, (claim, evidence, label) in enumerate(told)
        if label in labels
    ]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    for one in SETS:
        rows = rows_of(one.labels)
        if one.name == "breaking-nli":
            rows = [{**row, "category": f"kind {place % 2}"} for place, row in enumerate(rows)]
        for split in ("dev", "test") if one.name == "snli" else ("dev",):
            write(tmp_path / "data" / "pairs" / f"{one.name}-{split}.jsonl.gz", rows)
    write(tmp_path / "data" / "pairs" / "mnli-train.jsonl.gz", rows_of(THREE))
    graded = [{"claim": c, "evidence": e, "score": i} for i, (c, e, _) in enumerate(PAIRS)]
    write(tmp_path / "data" / "pairs" / f"{HEADLINES}-dev.jsonl.gz", graded)
    return tmp_path / "data"


MODEL = Remembered(encoder())
"""The sets of these tests hold the same texts, and each is encoded once."""


@pytest.fixture(autouse=True)
def _one_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(relations, "encoder", lambda: MODEL)


@pytest.fixture
def no_news(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(relations, "NEWS", tmp_path / "absent.toml")


def bench(folder: Path, judges: Mapping[str, Any], rows: int = 0) -> Bench:
    return Bench(Data(folder, "dev", hashlib.sha256()), judges, MODEL, rows)


class Fixed:
    """A judge whose answer follows from a word of the passage."""

    name = "fixed"

    def weighs_words(self, pair: Pair) -> bool:
        return True

    def judge(self, pairs: Sequence[Pair]) -> list[Judgement]:
        return [
            Judgement(0.0, 0.9, refutes_by=Refutation.NUMBER)
            if "78" in pair.passage
            else Judgement(0.9, 0.05)
            if "bridge" in pair.passage
            else Judgement(0.1, 0.1)
            for pair in pairs
        ]


@pytest.mark.usefixtures("no_news")
def test_all_sets_are_scored(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = data / "told.json"
    assert main(["--data", str(data), "--json", str(file)]) == 0
    out, err = capsys.readouterr()
    assert "absent.toml is absent" in err
    assert "| set | n | majority | cosine | parts | xref |" in out
    told = json.loads(file.read_text("utf-8"))
    assert list(told) == ["benchmark", "data_sha256", "rows"]
    assert told["benchmark"] == "relations"
    assert all(list(row) == ["set", "method", "metric", "value", "n"] for row in told["rows"])
    cells = {(r["set"], r["method"], r["metric"]): r for r in told["rows"]}
    sets = {row["set"] for row in told["rows"]}
    assert {one.name for one in SETS} | {HEADLINES, "real sets", "news sets"} <= sets
    assert {"breaking-nli: kind 0", "breaking-nli: kind 1"} <= sets
    assert {r["method"] for r in told["rows"]} == {"majority", "cosine", "parts", "xref"}
    assert cells["mnli", "majority", "accuracy"]["value"] == pytest.approx(1 / 3)
    assert cells["mnli", "parts", "accuracy"]["n"] == len(PAIRS)
    assert cells["fever", "majority", "accuracy"]["n"] == 4
    assert ("rte", "cosine", TAKEN) not in cells
    assert cells["real sets", "cosine", TAKEN]["value"] > 0
    assert ("real sets", "cosine", "calibration error of supports") not in cells
    assert 0 <= cells["real sets", "parts", "calibration error of supports"]["value"] <= 1


@pytest.mark.usefixtures("no_news")
def test_sets_that_are_absent_are_skipped_aloud(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = data / "told.json"
    assert main(["--data", str(data), "--split", "test", "--json", str(file), "--rows", "2"]) == 0
    rows = json.loads(file.read_text("utf-8"))["rows"]
    assert {r["set"] for r in rows if r["metric"] == "accuracy"} == {"snli"}
    assert {r["n"] for r in rows if r["set"] == "snli" and r["metric"] == "accuracy"} == {2}
    assert "mnli-test.jsonl.gz is absent" in capsys.readouterr().err


@pytest.mark.parametrize("there", [False, True])
def test_absent_data_is_one_sentence(
    there: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "empty"
    if there:
        folder.mkdir()
    assert main(["--data", str(folder)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert len([line for line in err.splitlines() if not line.startswith("skipped")]) == 1


@pytest.mark.usefixtures("no_news")
def test_a_judge_that_cannot_be_had_is_one_sentence(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Absent(Fixed):
        def weighs_words(self, pair: Pair) -> bool:
            return True

        def judge(self, pairs: Sequence[Pair]) -> list[Judgement]:
            raise ModelError("The judge is not here.")

    monkeypatch.setattr(relations, "judge", lambda name=None: Absent() if name else Fixed())
    assert main(["--data", str(data), "--judge", "absent"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.splitlines()[-1] == "The judge is not here."


def test_the_label_is_the_likeliest_that_the_set_knows() -> None:
    assert choose(0.3, 0.1, THREE) == "neutral"
    assert choose(0.3, 0.1, SIDES) == "supports"
    assert choose(0.3, 0.1, TWO_WAY) == "not_supports"
    assert choose(0.5, 0.5, TWO_WAY) == "supports"
    assert choose(0.2, 0.7, THREE) == "refutes"


def test_cosine_gets_the_best_that_two_cuts_can_make() -> None:
    likenesses = [0.1, 0.2, 0.6, 0.7, 0.8, 0.9]
    labels = ["neutral", "neutral", "supports", "supports", "refutes", "refutes"]
    found = cut(likenesses, labels)
    assert (found.low, found.high) == (0.6, 0.8)
    assert [found.answer(near) for near in (-0.5, 0.15, 0.65, 0.99)] == [
        "neutral",
        "neutral",
        "supports",
        "refutes",
    ]


def test_below_all_training_pairs_stands_the_lowest_answer() -> None:
    assert cut([0.5, 0.6, 0.7], ["supports"] * 3).answer(-1.0) == "supports"


def test_cuts_are_closed_below() -> None:
    assert Cuts(0.2, 0.5, ("neutral", "refutes", "supports")).answer(0.5) == "supports"
    assert Cuts(0.2, 0.5, ("neutral", "refutes", "supports")).answer(0.2) == "refutes"


def test_a_pair_goes_through_the_stage() -> None:
    asked = [Asked(*pair) for pair in PAIRS]
    found = judged(asked, {"one": Fixed(), "two": Fixed()}, MODEL)
    assert found.relations["one"] == found.relations["two"]
    stances = [relation.stance.value for relation in found.relations["one"]]
    assert stances[2] == "refutes"
    assert stances[4:] == ["neutral", "neutral"]
    assert found.relations["one"][2].refutes_by is Refutation.NUMBER
    assert found.likeness[1] == pytest.approx(found.relations["one"][1].candidate.likeness)


def test_the_stage_sees_dates_and_speakers() -> None:
    asked = [
        Asked(
            "The talks will go on, he said.",
            "The talks will go on, she said.",
            "neutral",
            None,
            "2020-01-02",
            "2020-01-03",
            "Talks go on",
            "Jane Doe",
            "John Roe",
        ),
        Asked("The ferry sank.", "The ferry has sunk.", "supports"),
    ]
    seen = Recorder()
    first, second = judged(asked, {"seen": seen}, MODEL).relations["seen"]
    claim, article = first.candidate.claim, first.candidate.article
    assert (article.published, article.title) == ("2020-01-03", "Talks go on")
    assert claim.attribution is not None
    assert claim.attribution.source == "Jane Doe"
    assert first.candidate.passage.attribution is not None
    assert first.candidate.passage.attribution.source == "John Roe"
    assert (second.candidate.claim.text, second.candidate.article.published) == (
        "The ferry sank.",
        None,
    )


def test_offsets_of_a_claim_stand_in_the_article_of_claims() -> None:
    articles = []

    class Looking(Fixed):
        name = "looking"

    asked = [Asked(f"Claim {n}, the county said.", "Evidence.", "neutral") for n in range(3)]
    found = judged(asked, {"x": Looking()}, MODEL).relations["x"]
    text = "\n\n".join(pair.claim for pair in asked)
    for relation in found:
        claim = relation.candidate.claim
        articles.append(claim.article_id)
        assert text[claim.start : claim.end] == claim.text
        assert claim.attribution is not None
        start, end = claim.attribution.content
        assert claim.start <= start < end <= claim.end
    assert len(set(articles)) == 1


def said(label: str, stance: str, supports: float, refutes: float) -> Said:
    return Said(label, stance, supports, refutes)


def test_the_figures_of_a_set() -> None:
    told = [
        said("supports", "supports", 0.9, 0.0),
        said("supports", "supports", 0.6, 0.2),
        said("neutral", "neutral", 0.2, 0.1),
    ]
    wanted = ["supports", "refutes", "neutral"]
    found = {row.metric: (row.value, row.n) for row in quality("set", "m", wanted, told)}
    assert found["accuracy"] == (pytest.approx(2 / 3), 3)
    assert found["AUC refutes v. supports"] == (1.0, 2)
    assert found["AUC supports v. rest"] == (1.0, 3)
    assert found[TAKEN] == (1.0, 1)


def test_pools_count_two_way_sets_for_support_only() -> None:
    right, wrong = said("x", "supports", 0.9, 0.0), said("x", "supports", 0.7, 0.1)
    found = [
        Pooled("a", "m", THREE, ["supports", "refutes"], [right, wrong], True, True),
        Pooled("b", "m", TWO_WAY, ["not_supports"], [wrong], True, False),
        Pooled("c", "m", THREE, ["refutes"], [right], False, False),
    ]
    told = {(row.set, row.metric): (row.value, row.n) for row in pools(found)}
    assert told["real sets", "precision of supports"] == (pytest.approx(1 / 3), 3)
    assert told["real sets, of equal weight", "precision of supports"] == (pytest.approx(0.25), 3)
    assert told["news sets", "precision of supports"] == (0.5, 2)
    assert told["real sets", "recall of refutes"] == (0.0, 1)
    assert told["real sets", TAKEN] == (1.0, 1)
    assert ("real sets", "precision of refutes") not in told
    assert told["real sets", "calibration error of supports"][1] == 3
    assert told["real sets", "calibration error of refutes"][1] == 2
    assert told["supports, 0.7 to 0.8", "share that is so"] == (0.0, 2)


def test_the_named_difference_counts_where_a_refutation_was_found() -> None:
    asked = [Asked("a", "b", "refutes", "number"), Asked("a", "b", "refutes", "date")]
    told = [
        Said("refutes", "refutes", 0, 1, "number"),
        Said("refutes", "neutral", 0, 1, None),
    ]
    found = {row.metric: (row.value, row.n) for row in by_stance("set", "m", asked, told)}
    assert found == {"accuracy of stance": (0.5, 2), "difference named": (1.0, 1)}


def test_generated_pairs_are_told_by_kind(tmp_path: Path) -> None:
    asked = [
        Asked("31 were hurt.", "78 were hurt.", "refutes", "number"),
        Asked("The bridge is closed.", "The bridge is shut.", "supports"),
    ]
    rows = list(generated(bench(tmp_path, {"fixed": Fixed()}), asked))
    found = {
        row.set: row.value for row in rows if (row.method, row.metric) == ("fixed", "accuracy")
    }
    assert found == {"generated": 1.0, "generated: number": 1.0, "generated: supports": 1.0}


def test_news_pairs_are_told_by_part_and_category(tmp_path: Path) -> None:
    file = tmp_path / "news.toml"
    file.write_text(
        "\n".join(
            f'[[pair]]\nid = "{place}"\ncategory = "{category}"\npart = "{part}"\n'
            f'label = "{label}"\nclaim = "{claim}"\nevidence = "{evidence}"\n{more}'
            for place, (category, part, (claim, evidence, label), more) in enumerate(
                [
                    ("toll", "dev", PAIRS[2], 'type = "number"\nclaim_published = 2020-01-02'),
                    ("related", "held", PAIRS[4], 'claim_speaker = "Jane Doe"'),
                ]
            )
        ),
        "utf-8",
    )
    rows = list(news(bench(tmp_path, {"fixed": Fixed()}), file))
    found = {(r.set, r.metric): r.value for r in rows if r.method == "fixed"}
    assert found["news pairs", "accuracy of stance"] == 1.0
    assert found["news pairs", "difference named"] == 1.0
    for group in ("dev", "held", "toll", "related"):
        assert found[f"news pairs: {group}", "accuracy"] == 1.0


def test_the_overview_has_a_column_a_method() -> None:
    rows = [
        Row("a", "cosine", "accuracy", 0.5, 4),
        Row("a", "xref", "accuracy", 0.75, 4),
        Row("a", "xref", "AUC supports v. rest", 0.9, 4),
        Row("real sets", "xref", TAKEN, 0.02, 2),
    ]
    lines = overview(rows).splitlines()
    assert lines[0] == "| set | n | cosine | xref |"
    assert lines[2] == "| a | 4 | 0.50 | 0.75 (0.90) |"
    assert lines[-1] == f"| real sets: {TAKEN} |  | 0.020 of 2 |"


def test_speed_of_a_small_article(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    texts = [
        {
            "text": " ".join(
                f"In the town of story {n} there stood house number {m}." for m in range(6)
            )
        }
        for n in range(3)
    ]
    model = MODEL
    made = synthetic(texts, model, claims=3, around=4)
    assert made is not None
    article, found = made
    assert [len(candidates) for candidates in found] == [4, 4, 4]
    claim = found[1][0].claim
    assert article.text[claim.start : claim.end] == claim.text
    assert all(c.passage.text != c.claim.text for c in found[1])
    passage = found[1][2]
    text = passage.article.text[passage.passage.start : passage.passage.end]
    assert text == passage.passage.text
    assert synthetic(texts, model, claims=4, around=4) is None
    assert "fewer than 4 articles" in capsys.readouterr().err


def test_speed_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("benchmarks.judging_speed.CLAIMS", 2)
    monkeypatch.setattr("benchmarks.judging_speed.CANDIDATES", 5)
    texts = [
        {
            "text": " ".join(
                f"In the town of story {n} there stood house number {m}." for m in range(7)
            )
        }
        for n in range(2)
    ]
    write(tmp_path / "articles" / "allsides-2016.jsonl.gz", texts)
    told = Data(tmp_path, "dev", hashlib.sha256())
    rows = list(measure(told, {"parts": Fixed(), "xref": Fixed()}, MODEL))
    cells = {(row.set, row.method, row.metric): row for row in rows}
    assert {row.method for row in rows} == {"", "cosine", "xref"}
    assert cells["judging alone", "cosine", "times the cosine's"].value == 1.0
    assert cells["article of 2 claims", "xref", "seconds"].n == 10
    assert cells["shipped weights", "xref", "megabytes"].value > 0


def test_medians_take_turns_and_leave_out_the_first() -> None:
    turns: list[str] = []
    found = medians({"a": lambda: turns.append("a"), "b": lambda: turns.append("b")}, 2)
    assert turns == ["a", "b"] * 3
    assert set(found) == {"a", "b"}


def test_the_cosine_without_training_pairs_has_one_cut(tmp_path: Path) -> None:
    asked = [Asked(*pair) for pair in PAIRS]
    told = bench(tmp_path, {}).answers(asked, "mnli", THREE)["cosine"]
    assert {said.label for said in told} == {"supports", "neutral"}
    assert all((said.label == "supports") == ((said.supports or 0) >= ALIKE) for said in told)

"""The pairs that were read: every one names a passage that is there."""

import csv
from collections import Counter
from pathlib import Path

from xref.articles import Given, read
from xref.models.crossencoding import LABELS
from xref.records import Article

ROOT = Path(__file__).parents[2]


def rows(name: str) -> list[dict[str, str]]:
    with (ROOT / "training" / name).open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_labels_and_places() -> None:
    for row in rows("news_readings.csv"):
        assert row["label"] in LABELS
        for side in ("claim", "passage"):
            assert 0 <= int(row[f"{side}_start"]) < int(row[f"{side}_end"])


def test_no_pair_was_read_twice() -> None:
    told = rows("news_readings.csv")
    places = Counter(
        (r["claim_article"], r["claim_start"], r["passage_article"], r["passage_start"])
        for r in told
    )
    assert not [place for place, count in places.items() if count > 1]


def test_the_demo_corpus_holds_what_was_read_of_it() -> None:
    items = read(str(ROOT / "corpora" / "demo" / "s400.jsonl"), Given())
    texts = {item.id: item.text for item in items if isinstance(item, Article)}
    told = [row for row in rows("news_readings.csv") if row["set"] == "s400"]
    assert told
    for row in told:
        for side in ("claim", "passage"):
            text = texts[row[f"{side}_article"]]
            assert text[int(row[f"{side}_start"]) : int(row[f"{side}_end"])].strip()

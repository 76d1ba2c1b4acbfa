"""The sentences that were written for the training, and the pairs that are made of them."""

from collections import Counter
from pathlib import Path

from training.written import HELD_BACK, WRITTEN, made_of, rows
from xref.models.crossencoding import LABELS, TYPES

ROOT = Path(__file__).parents[2]
SENTENCES = ("same", "less", "wrong", "wrong_otherwise", "near")


def test_every_row_is_whole() -> None:
    told = list(rows(ROOT / WRITTEN))
    assert len(told) > 6000
    for row in told:
        assert int(row["start"]) < int(row["end"])
        assert all(row[name].strip() for name in SENTENCES)
        assert row["same"] != row["wrong"]


def test_one_sentence_of_an_article() -> None:
    articles = Counter(row["article"] for row in rows(ROOT / WRITTEN))
    assert not [article for article, count in articles.items() if count > 1]


def test_some_are_held_back() -> None:
    numbers = [int(row["number"]) for row in rows(ROOT / WRITTEN)]
    held = sum(number % HELD_BACK == 0 for number in numbers)
    assert 0.08 < held / len(numbers) < 0.12


def test_a_false_sentence_supports_its_own_rewording() -> None:
    row = {
        "kind": "outcome",
        "same": "Jurors found the banker guilty.",
        "less": "Banker guilty",
        "wrong": "The jury acquitted the banker.",
        "wrong_otherwise": "Jurors cleared the banker.",
        "near": "The jury heard the banker.",
    }
    told = {(e.claim, e.evidence): e for e in made_of("The jury convicted the banker.", row)}
    supports, refutes, neutral = range(len(LABELS))
    assert told[row["wrong_otherwise"], row["wrong"]].label == supports
    assert told[row["wrong"], "The jury convicted the banker."].label == refutes
    assert TYPES[told[row["wrong"], "The jury convicted the banker."].kind] == "negation"
    assert told[row["near"], row["same"]].label == neutral
    assert (row["same"], row["near"]) not in told

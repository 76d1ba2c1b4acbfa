"""The corpora that speed is measured on, and that what is measured answers rightly."""

from pathlib import Path

import numpy as np

from benchmarks.made_corpus import Made, fill
from benchmarks.speed import searching, took
from xref.corpus.store import Corpus
from xref.encoders import encoder


def ingredients() -> Made:
    rows = np.random.default_rng(1).standard_normal((14, 384)).astype(np.float32)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    texts = tuple(f"The ferry number {n} left the harbour." for n in range(14))
    return Made(texts[:10], rows[:10], texts[10:], rows[10:])


def test_a_made_corpus_has_the_size_that_was_asked_for(tmp_path: Path) -> None:
    whole = fill(tmp_path / "a.db", ingredients(), encoder(), 60)
    assert whole.shape == (60, 384)
    assert np.allclose(np.linalg.norm(whole, axis=1), 1.0, atol=1e-5)
    with Corpus.open(tmp_path / "a.db") as corpus:
        assert sum(outlet.claims for outlet in corpus.outlets()) == 60


def test_search_is_exact_and_every_way_has_its_figures(tmp_path: Path) -> None:
    made = ingredients()
    whole = fill(tmp_path / "a.db", made, encoder(), 60)
    rows = list(searching(60, tmp_path / "a.db", whole, made))
    assert [row.value for row in rows if row.metric == "recall"] == [1.0]
    assert {row.method for row in rows if row.metric == "cpu s"} >= {"sgemm alone", "numpy f32"}


def test_works_take_turns() -> None:
    done: list[str] = []
    took({"a": lambda: done.append("a"), "b": lambda: done.append("b")}, 2)
    assert done == ["a", "b"] * 3

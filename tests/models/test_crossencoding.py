"""Pairs -> ids -> logits: the form that the model was trained on, and what it answers."""

import numpy as np
import pytest

from xref.models.crossencoding import (
    ANSWERS,
    CLAIM_PIECES,
    LABELS,
    PASSAGE_PIECES,
    TYPES,
    PairCoder,
    PairModel,
    stacked,
)
from xref.records import Refutation, Stance


@pytest.fixture(scope="module")
def model() -> PairModel:
    return PairModel()


def test_the_passage_comes_first():
    (pair,) = PairCoder().code(["ships left"], ["two ships left"])
    assert pair.sides == (0, 0, 0, 0, 0, 1, 1, 1)
    assert pair.ids[0] == 101
    assert [place for place, piece in enumerate(pair.ids) if piece == 102] == [4, 7]


def test_long_sides_are_cut_each_for_itself():
    (pair,) = PairCoder().code(["word " * 1000], ["other " * 1000])
    assert sum(pair.sides) == CLAIM_PIECES + 1
    assert len(pair.ids) == CLAIM_PIECES + PASSAGE_PIECES + 3


def test_padding_is_masked():
    inputs = stacked(PairCoder().code(["a", "a b c"], ["d", "e"]))
    assert inputs["attention_mask"].sum(axis=1).tolist() == [5, 7]
    assert {values.shape for values in inputs.values()} == {(2, 7)}


def test_labels_are_the_records():
    assert set(LABELS) == {str(stance) for stance in Stance}
    assert {Refutation(kind) for kind in TYPES} == set(Refutation)


def test_it_reads(model):
    passage = "The parliament approved the budget on Monday by a large majority."
    claims = [
        "Parliament passed the budget.",
        "Parliament rejected the budget.",
        "The central bank raised interest rates.",
    ]
    logits = model.logits(claims, [passage] * 3)
    assert [LABELS[place] for place in logits[:, :3].argmax(axis=1)] == list(LABELS)


def test_answers_keep_the_order_of_the_pairs(model):
    claims = [
        "Short.",
        "A claim that is somewhat longer than the first one is.",
        "Middle one here.",
    ]
    passages = ["Passage one.", "Passage two is here.", "Three."]
    whole = model.logits(claims, passages)
    for place, (claim, passage) in enumerate(zip(claims, passages, strict=True)):
        alone = model.logits([claim], [passage])[0]
        assert np.allclose(whole[place], alone, atol=1e-4)


def test_no_pairs(model):
    assert model.logits([], []).shape == (0, ANSWERS)


def test_equal_pairs_are_read_once(model, monkeypatch):
    read = []
    monkeypatch.setattr(
        "xref.models.crossencoding.stacked", lambda pairs: read.extend(pairs) or stacked(pairs)
    )
    logits = model.logits(["One.", "Two.", "One."], ["A passage.", "A passage.", "A passage."])
    assert len(read) == 2
    assert logits[0].tolist() == logits[2].tolist() != logits[1].tolist()

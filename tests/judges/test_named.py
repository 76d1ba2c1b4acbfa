"""Judges by name: what each score speaks for is read from the model, never guessed."""

import math
import time
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from judges import tiny
from xref.errors import ModelError
from xref.judges import CrossEncoderJudge, NewsJudge, Pair, PartsJudge, judge, named
from xref.records import Judgement, Stance

SAID = "the mayor said the bridge was closed on tuesday"
PAIRS = [
    Pair("the bridge was closed", SAID, {}),
    Pair(SAID, "the bridge was closed", {}),
    Pair("the bridge was not open", "a bridge was open two months", {}),
    Pair("the mayor said", "three months", {}),
    Pair("", "", {}),
    Pair("bridge " * 200, "open " * 200, {}),
]
SCORES = st.floats(-60.0, 60.0)

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiny.save(tmp_path_factory.mktemp("named") / "nli")


@pytest.fixture(scope="module")
def answers(folder: Path) -> list[Judgement]:
    return judge(str(folder)).judge(PAIRS)


def raw(folder: Path) -> np.ndarray:
    """The scores as transformers itself gives them, passage first."""
    import torch
    from transformers import AutoModelForSequenceClassification, AutoTokenizer

    model = AutoModelForSequenceClassification.from_pretrained(folder).eval()
    tokenizer = AutoTokenizer.from_pretrained(folder)
    texts = [pair.passage for pair in PAIRS], [pair.claim for pair in PAIRS]
    fed = tokenizer(*texts, padding=True, truncation=True, max_length=64, return_tensors="pt")
    with torch.no_grad():
        return model(**fed).logits.numpy()


def shares(answer: Judgement) -> tuple[float, float, float]:
    return answer.supports, answer.refutes, answer.neutral


def test_probabilities_are_the_models_own(folder: Path, answers: list[Judgement]) -> None:
    scores = np.exp(raw(folder))
    refutes, supports, neutral = (scores / scores.sum(axis=1, keepdims=True)).T
    expected = np.stack([supports, refutes, neutral]).T
    assert np.allclose([shares(answer) for answer in answers], expected, atol=1e-3)
    assert len({round(answer.supports, 3) for answer in answers}) > 3


def test_the_passage_is_read_first(answers: list[Judgement]) -> None:
    assert shares(answers[0]) != pytest.approx(shares(answers[1]), abs=0.01)


def test_one_answer_a_pair_in_their_order(folder: Path, answers: list[Judgement]) -> None:
    by_name = judge(str(folder))
    assert by_name.judge([]) == []
    for answer, alone in zip(answers, map(by_name.judge, ([p] for p in PAIRS)), strict=True):
        assert shares(alone[0]) == pytest.approx(shares(answer), abs=1e-3)
    backwards = by_name.judge(PAIRS[::-1])
    for answer, other in zip(answers, backwards[::-1], strict=True):
        assert shares(other) == pytest.approx(shares(answer), abs=1e-3)


@pytest.mark.parametrize(
    ("labels", "places"),
    [
        (("entailment", "neutral", "contradiction"), (0, 2, 1)),
        (("NEUTRAL", "CONTRADICTION", "ENTAILMENT"), (2, 1, 0)),
        (("SUPPORTS", "REFUTES", "NOT ENOUGH INFO"), (0, 1, 2)),
        (("NEI", "Supported", "Refuted"), (1, 2, 0)),
    ],
)
def test_the_order_of_the_labels_is_read_from_the_model(
    tmp_path: Path, answers: list[Judgement], labels: tuple[str, ...], places: tuple[int, ...]
) -> None:
    # The same weights under other labels: the same three numbers with other meanings.
    found = judge(str(tiny.save(tmp_path / "nli", dict(enumerate(labels))))).judge(PAIRS)
    for answer, other in zip(answers, found, strict=True):
        by_place = (answer.refutes, answer.supports, answer.neutral)
        assert shares(other) == pytest.approx([by_place[place] for place in places], abs=1e-6)


def test_two_labels_never_refute(tmp_path: Path) -> None:
    for at, labels in enumerate((("entailment", "not_entailment"), ("not_entailment", "entails"))):
        folder = tiny.save(tmp_path / str(at), dict(enumerate(labels)))
        odds = raw(folder) @ ((1, -1) if at == 0 else (-1, 1))
        for answer, expected in zip(judge(str(folder)).judge(PAIRS), odds, strict=True):
            assert answer.refutes == 0.0
            assert answer.supports == pytest.approx(1 / (1 + math.exp(-expected)), abs=1e-3)
            assert answer.odds == pytest.approx(expected, abs=1e-3)
            assert [part.name for part in answer.parts] == ["model_supports", "model_neutral"]


@given(SCORES, SCORES, SCORES)
def test_the_parts_sum_to_the_log_odds_of_the_likelier_side(
    supports: float, refutes: float, neutral: float
) -> None:
    scores = {Stance.REFUTES: refutes, Stance.SUPPORTS: supports, Stance.NEUTRAL: neutral}
    answer = named._judgement(scores)
    assert math.fsum(shares(answer)) == pytest.approx(1.0)
    assert all(-1e-12 <= share <= 1.0 for share in shares(answer))
    sure = max(answer.supports, answer.refutes)
    assert 1 / (1 + math.exp(-answer.odds)) == pytest.approx(sure, abs=1e-4)
    names = ["model_supports", "model_refutes", "model_neutral"]
    assert [part.name for part in answer.parts] == names
    assert [part.value for part in answer.parts] == pytest.approx(
        [supports, refutes, neutral], abs=1e-4
    )


@pytest.mark.parametrize(
    "labels",
    [
        ("LABEL_0", "LABEL_1", "LABEL_2"),
        ("entailment", "LABEL_1", "contradiction"),
        ("entailment", "entails", "neutral"),
        ("entailment", "contradiction"),
        ("contradiction", "neutral"),
        ("agree", "disagree", "discuss", "unrelated"),
        ("entailment", "neutral", "contradiction", "not_entailment"),
        ("relevance",),
        ("unsupported", "irrefutable", "neutrality"),
        ("x" * 5000, "\n\x1b[31m", "neutral"),
    ],
)
def test_labels_that_do_not_say_what_they_mean(tmp_path: Path, labels: tuple[str, ...]) -> None:
    by_name = judge(str(tiny.save(tmp_path / "model", dict(enumerate(labels)))))
    with pytest.raises(ModelError, match="names entailment, neutral and contradiction") as told:
        by_name.judge(PAIRS)
    assert repr(labels[0])[:100] in str(told.value)
    assert str(told.value).isprintable()
    assert len(str(told.value)) < 600


def test_a_model_without_a_trained_head(tmp_path: Path) -> None:
    from transformers import BertModel

    folder = tiny.save(tmp_path / "body")
    BertModel.from_pretrained(folder).save_pretrained(folder)
    with pytest.raises(ModelError, match="not trained to classify pairs"):
        judge(str(folder)).judge(PAIRS)


def test_damaged_weights(tmp_path: Path) -> None:
    from safetensors.numpy import load_file, save_file

    weights = tiny.save(tmp_path / "nli") / "model.safetensors"
    damaged = {name: tensor * np.float32("nan") for name, tensor in load_file(weights).items()}
    save_file(damaged, weights, metadata={"format": "pt"})
    with pytest.raises(ModelError, match="scores that are no numbers"):
        judge(str(weights.parent)).judge(PAIRS)
    weights.write_bytes(weights.read_bytes()[:500])
    with pytest.raises(ModelError, match="leave out --judge"):
        judge(str(weights.parent)).judge(PAIRS)


@pytest.mark.parametrize("name", ["no/such-model", "no such model", "../nowhere", ".", "a" * 300])
def test_a_judge_that_is_not_to_be_had(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    # An address on this machine where nobody answers: no network is asked.
    from huggingface_hub import constants

    monkeypatch.setattr(constants, "ENDPOINT", "http://127.0.0.1:9")
    unknown = judge(name)
    begun = time.monotonic()
    with pytest.raises(ModelError, match="check the name and the network, or leave out --judge"):
        unknown.judge(PAIRS)
    assert time.monotonic() - begun < 10


def test_names() -> None:
    for name in (None, "", "news-5"):
        assert isinstance(judge(name), NewsJudge)
    for name in ("parts", "parts-1"):
        assert isinstance(judge(name), PartsJudge)
    other = judge("cross-encoder/nli-deberta-v3-base")
    assert isinstance(other, CrossEncoderJudge)
    assert other.name == "cross-encoder/nli-deberta-v3-base"

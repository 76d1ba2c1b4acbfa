"""The shipped judge: two sums of parts, and when it reads."""

import json
from collections.abc import Sequence
from dataclasses import replace
from importlib import resources

import numpy as np
import pytest

from xref.errors import ModelError
from xref.judges import NewsJudge, Pair
from xref.models.crossencoding import LABELS, TYPES, PairModel
from xref.records import Refutation

SUMS = json.loads((resources.files("xref") / "models" / "news_judge.json").read_text("utf-8"))
SIDES = [side for kind in ("found", "listed") for side in SUMS[kind].values()]
NAMES = {name for side in SIDES for name in side["weights"]}
NOTHING = dict.fromkeys(
    [
        *NAMES - {"model_supports", "model_refutes", "model_states"},
        "negation_differs",
        "hedge_differs",
        "values_missing",
        "denial_differs",
    ],
    0.0,
)


EVENT = {"rare_words_shared": 0.8, "above_topic": 0.25, "near_in_time": 1.0}
"""The place of a passage among the reports on one event."""


class Answering(PairModel):
    """A model that answers what it is told to, and remembers what it was asked."""

    def __init__(self, *answers: float, kind: str = "number") -> None:
        stated = answers[0] - max(answers[1:])
        self.answers = [*answers, *(float(kind == name) for name in TYPES), stated]
        self.asked: list[tuple[str, str]] = []

    def logits(self, claims: Sequence[str], passages: Sequence[str]) -> np.ndarray:
        self.asked += zip(claims, passages, strict=True)
        return np.array([self.answers] * len(claims), dtype=np.float32)


def pair(
    likeness: float = 0.8, said_again: float = 0.9, *, listed: bool = False, **parts: float
) -> Pair:
    told = {
        **NOTHING,
        **EVENT,
        "likeness": likeness,
        "said_again": said_again,
        "weakest_words": 0.8,
    }
    return Pair("Ships left.", "Two ships left port.", {**told, **parts}, listed)


@pytest.mark.parametrize("listed", [True, False])
def test_the_model_decides_between_like_pairs(listed):
    said = {}
    for place, label in enumerate(LABELS):
        answers = [-2.0, -2.0, -2.0]
        answers[place] = 3.0
        (found,) = NewsJudge(Answering(*answers)).judge([pair(listed=listed)])
        said[label] = max(LABELS, key=lambda name, found=found: getattr(found, name))
    assert said == dict(zip(LABELS, LABELS, strict=True))


def test_probabilities_and_parts_add_up():
    (found,) = NewsJudge(Answering(2.0, -1.0, 0.5)).judge([pair()])
    assert found.supports + found.refutes + found.neutral == pytest.approx(1.0)
    assert found.odds == pytest.approx(np.log(found.supports / found.neutral), abs=1e-3)
    assert {"model_states", "start"} <= {part.name for part in found.parts}


def test_a_found_passage_in_other_words_refutes_less_easily_than_a_listed_one():
    model = Answering(-1.0, 1.5, 0.0)
    told = {"likeness": 0.6, "said_again": 0.5}
    found, listed = NewsJudge(model).judge([pair(**told), pair(**told, listed=True)])
    assert found.refutes < listed.refutes


def test_of_a_refutation_the_parts_are_those_against():
    (found,) = NewsJudge(Answering(-2.0, 4.0, 0.0, kind="place")).judge([pair()])
    assert found.odds == pytest.approx(np.log(found.refutes / found.neutral), abs=1e-3)
    assert found.refutes_by is Refutation.PLACE


FAR = {"likeness": 0.3, "said_again": 0.2}


def test_what_is_unlike_is_not_read_and_taken_for_what_most_is():
    model = Answering(5.0, 0.0, 0.0)
    near, skipped = NewsJudge(model).judge([pair(), pair(**FAR)])
    assert model.asked == [("Ships left.", "Two ships left port.")]
    assert near.supports > 0.5 > 0.15 > skipped.supports > 0.0
    assert skipped.refutes_by is None
    assert {"model_unread", "start"} <= {part.name for part in skipped.parts}
    assert not {"model_supports", "model_refutes"} & {part.name for part in skipped.parts}
    assert skipped.odds == pytest.approx(np.log(skipped.supports / skipped.neutral), abs=1e-3)


def test_of_what_is_unlike_but_differs_the_model_says_only_whether_it_refutes():
    model = Answering(5.0, -2.0, 0.0)
    alike = {"likeness": 0.6, "said_again": 0.5}
    differing = replace(pair(**alike, values_conflict=1.0), differs=True)
    (found,) = NewsJudge(model).judge([differing])
    assert len(model.asked) == 1
    assert found.supports < 0.15
    (refuting,) = NewsJudge(Answering(-2.0, 5.0, 0.0)).judge([differing])
    assert refuting.refutes > 0.5 > refuting.supports
    assert NewsJudge(model).judge([replace(differing, differs=False)])[0].refutes < 0.05


@pytest.mark.parametrize("name", EVENT)
def test_a_passage_of_the_topic_alone_supports_less(name):
    event, topic = NewsJudge(Answering(1.0, -2.0, 0.0)).judge([pair(), pair(**{name: 0.0})])
    assert topic.supports < event.supports
    assert topic.refutes / topic.neutral == pytest.approx(event.refutes / event.neutral)
    listed = NewsJudge(Answering(1.0, -2.0, 0.0)).judge(
        [pair(listed=True), pair(listed=True, **{name: 0.0})]
    )
    assert listed[0] == listed[1], "a list has no place among others"


def test_a_far_passage_is_not_read_for_its_difference_either():
    model = Answering(5.0, 0.0, 0.0)
    NewsJudge(model).judge([replace(pair(likeness=0.1, said_again=0.3), differs=True)])
    assert model.asked == []


def test_nothing_to_judge():
    assert NewsJudge(Answering(0.0, 0.0, 0.0)).judge([]) == []


def test_a_model_that_cannot_be_made_ready():
    class Broken(PairModel):
        def logits(self, claims, passages):
            raise OSError("No space left on device")

    with pytest.raises(ModelError, match=r"No space left.*--judge parts"):
        NewsJudge(Broken()).judge([pair()])


@pytest.mark.parametrize(
    "told", [pair(0.8), pair(0.2), pair(0.2, listed=True), replace(pair(0.55, 0.7), differs=True)]
)
def test_words_are_weighed_where_the_model_may_read(told):
    model = Answering(0.0, 0.0, 0.0)
    judge = NewsJudge(model)
    judge.judge([told])
    assert judge.weighs_words(told) is bool(model.asked)

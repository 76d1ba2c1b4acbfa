"""The calibrated sum of parts: its terms are its answer."""

import json
import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import xref
from xref.errors import ModelError
from xref.judges import Pair, PartsJudge, judge
from xref.judges import weights as shipped
from xref.records import Judgement

SHARES = ("likeness", "said_again", "weakest_words")
FLAGS = (
    "values_agree",
    "dates_agree",
    "dates_conflict",
    "negation_differs",
    "denial_differs",
    "hedge_differs",
)
JUDGE = judge("parts")
PARTS = st.fixed_dictionaries(
    {
        **{name: st.floats(0.0, 1.0) for name in SHARES},
        **{name: st.sampled_from([0.0, 1.0]) for name in (*FLAGS, "values_conflict")},
        "values_missing": st.sampled_from([0.0, 1.0, 2.0]),
    }
)


def judged(parts: dict[str, float]) -> Judgement:
    (answer,) = JUDGE.judge([Pair("a claim", "a passage", parts)])
    return answer


def parts(**changed: float) -> dict[str, float]:
    none = dict.fromkeys((*FLAGS, "values_conflict", "values_missing"), 0.0)
    return {**none, **dict.fromkeys(SHARES, 1.0), **changed}


@given(PARTS)
def test_the_parts_sum_to_the_log_odds(measured: dict[str, float]) -> None:
    answer = judged(measured)
    sure = answer.refutes or answer.supports
    odds = math.fsum(part.weight for part in answer.parts)
    assert sure == pytest.approx(1 / (1 + math.exp(-odds)), abs=1e-9)


@given(PARTS)
def test_probabilities_sum_to_one(measured: dict[str, float]) -> None:
    answer = judged(measured)
    shares = (answer.supports, answer.refutes, answer.neutral)
    assert all(0.0 <= share <= 1.0 for share in shares)
    assert math.fsum(shares) == pytest.approx(1.0)


@given(PARTS)
def test_a_conflict_of_values_never_supports(measured: dict[str, float]) -> None:
    answer = judged({**measured, "values_conflict": 1.0})
    assert answer.supports == 0.0
    assert answer.refutes > 0.0


@given(PARTS)
def test_without_a_conflict_nothing_refutes(measured: dict[str, float]) -> None:
    assert judged({**measured, "values_conflict": 0.0}).refutes == 0.0


@pytest.mark.parametrize("name", SHARES)
def test_more_in_common_is_never_less_support(name: str) -> None:
    assert judged(parts(**{name: 0.3})).supports < judged(parts()).supports


@pytest.mark.parametrize("name", ["negation_differs", "denial_differs", "values_missing"])
def test_a_difference_is_less_support(name: str) -> None:
    assert judged(parts(**{name: 1.0})).supports < judged(parts()).supports


def test_the_terms_are_the_shipped_weights() -> None:
    shipped = json.loads((Path(xref.__file__).parent / "models" / "parts_judge.json").read_text())
    weight = dict(zip(shipped["parts"], shipped["weights"], strict=True))
    for conflict, start in ((0.0, "supports_bias"), (1.0, "refutes_bias")):
        terms = {p.name: p for p in judged(parts(values_conflict=conflict, likeness=0.5)).parts}
        assert terms.pop("start").weight == pytest.approx(shipped[start], abs=1e-4)
        assert ("values_conflict" in terms) is not bool(conflict)
        for name, term in terms.items():
            assert term.weight == pytest.approx(term.value * weight[name], abs=1e-4)


def test_one_answer_a_pair_in_their_order() -> None:
    likeness = (0.2, 0.9, 0.5)
    pairs = [Pair("a", "b", parts(likeness=value)) for value in likeness]
    together = JUDGE.judge(pairs)
    assert together == [judged(parts(likeness=value)) for value in likeness]
    assert JUDGE.judge([]) == []


@pytest.mark.parametrize("content", [None, "{", "{}", '{"parts": []}', "\xff\xfe"])
def test_missing_or_damaged_weights_are_told(
    content: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "models").mkdir()
    if content is not None:
        (tmp_path / "models" / "parts_judge.json").write_text(content, encoding="latin-1")
    monkeypatch.setattr(shipped.resources, "files", lambda _: tmp_path)
    with pytest.raises(ModelError, match="install xref again"):
        PartsJudge().judge([Pair("a", "b", parts())])

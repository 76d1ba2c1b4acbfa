"""The judge of parts: a calibrated sum of what was measured on a pair."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from xref.judges.pairs import Pair
from xref.judges.weights import weights
from xref.records import Judgement, Part


@dataclass(frozen=True, slots=True)
class _Weights:
    parts: tuple[str, ...]
    weights: tuple[float, ...]
    supports_bias: float
    refutes_bias: float


_DIFFERENCES = ("values_conflict",)
"""Parts that show that two texts cannot both be right. Neither negation nor the day is among them:
a negation in one text only says little of what the other claims, and another day is mostly another
occasion."""


class PartsJudge:
    """Logistic regression over named parts, trained by `python -m training.judge`.

    The log-odds that a passage says the same as a claim are a sum of one term a part: that sum is
    the explanation. Where the two differ in a value, the same sum without the difference says how
    surely they speak of one matter, and so how surely the passage refutes: values that can be
    compared and differ are a sign of one matter in themselves, hence a start of their own.
    """

    name = "parts-1"

    def weighs_words(self, pair: Pair) -> bool:
        """The sum has a term for them."""
        return True

    def judge(self, pairs: Sequence[Pair]) -> list[Judgement]:
        """Return one calibrated judgement a pair, in their order."""
        return [self._one(pair) for pair in pairs]

    def _one(self, pair: Pair) -> Judgement:
        w = self._weights
        differs = any(pair.parts[name] for name in _DIFFERENCES)
        terms = [
            Part(name, round(pair.parts[name], 4), round(pair.parts[name] * weight, 4))
            for name, weight in zip(w.parts, w.weights, strict=True)
            if not (differs and name in _DIFFERENCES)
        ]
        bias = w.refutes_bias if differs else w.supports_bias
        terms.append(Part("start", 1.0, round(bias, 4)))
        odds = math.fsum(part.weight for part in terms)
        sure = 1.0 / (1.0 + math.exp(-max(-50.0, min(50.0, odds))))
        if differs:
            return Judgement(supports=0.0, refutes=sure, parts=tuple(terms))
        return Judgement(supports=sure, refutes=0.0, parts=tuple(terms))

    @cached_property
    def _weights(self) -> _Weights:
        return weights(
            "parts_judge.json",
            lambda data: _Weights(
                tuple(data["parts"]),
                tuple(data["weights"]),
                data["supports_bias"],
                data["refutes_bias"],
            ),
        )

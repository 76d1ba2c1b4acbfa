"""two texts -> relation: the judges, behind one Protocol.

A judge gets pairs with their measured parts and both texts, so that one that reads parts and one
that reads texts can stand in the same place. This first judge is a calibrated sum of parts.
"""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib import resources
from typing import Protocol

from xref.errors import ModelError
from xref.records import Judgement, Part


@dataclass(frozen=True, slots=True)
class Pair:
    """A claim and a passage, each as its reader would understand it, with what was measured."""

    claim: str
    passage: str
    parts: Mapping[str, float]


class Judge(Protocol):
    """Says whether a passage supports or refutes a claim."""

    name: str
    """Identifies the judge and its weights in reports."""

    def judge(self, pairs: Sequence[Pair]) -> list[Judgement]:
        """Return one calibrated judgement a pair, in their order."""
        ...


@dataclass(frozen=True, slots=True)
class _Weights:
    parts: tuple[str, ...]
    centre: tuple[float, ...]
    supports: tuple[float, ...]
    refutes: tuple[float, ...]
    supports_bias: float
    refutes_bias: float


class PartsJudge:
    """Multinomial logistic regression over named parts, trained by `python -m training.judge`.

    The log-odds of `supports` against `neutral`, and of `refutes` against `neutral`, are sums of
    one term a part: that sum is the explanation.
    """

    name = "parts-1"

    def judge(self, pairs: Sequence[Pair]) -> list[Judgement]:
        """Return one calibrated judgement a pair, in their order."""
        return [self._one(pair) for pair in pairs]

    def _one(self, pair: Pair) -> Judgement:
        w = self._weights
        offsets = [pair.parts[n] - c for n, c in zip(w.parts, w.centre, strict=True)]
        for_it = [offset * weight for offset, weight in zip(offsets, w.supports, strict=True)]
        against = [offset * weight for offset, weight in zip(offsets, w.refutes, strict=True)]
        supports = math.exp(min(50.0, math.fsum(for_it) + w.supports_bias))
        refutes = math.exp(min(50.0, math.fsum(against) + w.refutes_bias))
        total = 1.0 + supports + refutes
        told = for_it if supports >= refutes else against
        return Judgement(
            supports=supports / total,
            refutes=refutes / total,
            parts=tuple(
                Part(name, round(pair.parts[name], 4), round(weight, 4))
                for name, weight in zip(w.parts, told, strict=True)
            ),
        )

    @cached_property
    def _weights(self) -> _Weights:
        try:
            text = (resources.files("xref") / "models" / "parts_judge.json").read_text("utf-8")
            data = json.loads(text)
            return _Weights(
                tuple(data["parts"]),
                tuple(data["centre"]),
                tuple(data["supports"]),
                tuple(data["refutes"]),
                data["supports_bias"],
                data["refutes_bias"],
            )
        except (OSError, ValueError, KeyError) as error:
            raise ModelError(
                f"The judge's weights are missing or damaged ({error}); install xref again."
            ) from error


def judge() -> Judge:
    """Return the default judge; its weights are read when it is first used."""
    return PartsJudge()

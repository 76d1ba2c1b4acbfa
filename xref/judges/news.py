"""The shipped judge: the parts first, and where they leave doubt, a model that reads both texts.

The model is a cross-encoder over the bundled MiniLM body (`models.crossencoding`). Its answer is
one part among others: two sums of named, weighted parts say how surely a passage supports and how
surely it refutes, both against neither.

There are such sums for passages that a search found and for lists of labelled pairs. A probability
needs to know how things are apart from the pair: among found passages hardly one in 500 refutes the
claim, in the lists one in three does; and the reader of an article takes from its other sentences
what a text that stands alone must say itself.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from xref.errors import ModelError
from xref.judges.pairs import Pair
from xref.judges.parts import PartsJudge
from xref.judges.weights import weights
from xref.models.crossencoding import TYPES, PairModel
from xref.records import Judgement, Part, Refutation
from xref.settings import JUDGING

_SUPPORTS, _REFUTES, _NEUTRAL = range(3)
"""Places of the labels in the model's answer; the types of refutation follow."""


@dataclass(frozen=True, slots=True)
class _Sum:
    start: float
    weights: Mapping[str, float]

    def parts(self, measured: Mapping[str, float]) -> tuple[Part, ...]:
        told = [
            Part(name, round(measured[name], 4), round(measured[name] * weight, 4))
            for name, weight in self.weights.items()
        ]
        return (*told, Part("start", 1.0, round(self.start, 4)))


class NewsJudge:
    """Multinomial logistic regression over parts and model, fitted by `training.combining`."""

    name = "news-1"

    def __init__(self, model: PairModel | None = None) -> None:
        self._model = model or PairModel()
        self._doubt = PartsJudge()

    def judge(self, pairs: Sequence[Pair]) -> list[Judgement]:
        """Return one calibrated judgement a pair, in their order.

        Raises ModelError where the model cannot be made ready.
        """
        answers = self._doubt.judge(pairs)
        places = [
            place
            for place, (pair, answer) in enumerate(zip(pairs, answers, strict=True))
            if pair.listed or answer.odds >= JUDGING.least_odds
        ]
        for place, logits in zip(places, self._logits([pairs[p] for p in places]), strict=True):
            answers[place] = self._weighed(pairs[place], logits)
        return answers

    def _logits(self, pairs: Sequence[Pair]) -> list[list[float]]:
        if not pairs:
            return []
        try:
            told = self._model.logits([p.claim for p in pairs], [p.passage for p in pairs])
        except (OSError, RuntimeError, ValueError, KeyError, ImportError) as error:
            raise ModelError(
                f"The shipped judge cannot be made ready ({type(error).__name__}: {error}); free "
                "room in the cache folder (XREF_CACHE) or install xref again, or judge without "
                "it: --judge parts."
            ) from error
        return [[float(value) for value in row] for row in told]

    def _weighed(self, pair: Pair, logits: Sequence[float]) -> Judgement:
        measured = {
            **pair.parts,
            "model_supports": logits[_SUPPORTS] - logits[_NEUTRAL],
            "model_refutes": logits[_REFUTES] - logits[_NEUTRAL],
        }
        supports, refutes = (side.parts(measured) for side in self._sums[pair.listed])
        odds = [math.fsum(part.weight for part in side) for side in (supports, refutes)]
        best = max(0.0, *odds)
        masses = [math.exp(value - best) for value in (*odds, 0.0)]
        whole = math.fsum(masses)
        kinds = logits[_NEUTRAL + 1 :]
        return Judgement(
            supports=masses[0] / whole,
            refutes=masses[1] / whole,
            parts=supports if odds[0] >= odds[1] else refutes,
            refutes_by=Refutation(TYPES[max(range(len(kinds)), key=kinds.__getitem__)]),
        )

    @cached_property
    def _sums(self) -> Mapping[bool, tuple[_Sum, _Sum]]:
        """The sums for `supports` and `refutes`, by whether the pair is listed."""
        return weights(
            "news_judge.json",
            lambda data: {
                listed: (_Sum(**data[kind]["supports"]), _Sum(**data[kind]["refutes"]))
                for listed, kind in ((False, "found"), (True, "listed"))
            },
        )

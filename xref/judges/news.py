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
from typing import Any

from xref.errors import ModelError
from xref.judges.pairs import Pair
from xref.judges.weights import weights
from xref.models.crossencoding import TYPES, PairModel
from xref.records import Judgement, Part, Refutation
from xref.settings import JUDGING

_SUPPORTS, _REFUTES, _NEUTRAL = range(3)
"""Places of the labels in the model's answer; the types of refutation follow."""
_STATES = -1
_OF_THE_MODEL = {
    "model_supports": JUDGING.unread,
    "model_refutes": JUDGING.unread,
    "model_states": JUDGING.unread_states,
}
"""Terms that are the model's, and what they are taken to be where it did not read."""


@dataclass(frozen=True, slots=True)
class _Sum:
    start: float
    weights: Mapping[str, float]

    def parts(self, measured: Mapping[str, float], said: Mapping[str, float]) -> tuple[Part, ...]:
        """Return the sum's terms; what the model did not say is one term of its own."""
        told = {**measured, **said}
        terms = [
            Part(name, round(told[name], 4), round(told[name] * weight, 4))
            for name, weight in self.weights.items()
            if name in told
        ]
        if not said:
            unread = math.fsum(
                value * self.weights.get(name, 0.0) for name, value in _OF_THE_MODEL.items()
            )
            terms.append(Part("model_unread", 1.0, round(unread, 4)))
        return (*terms, Part("start", 1.0, round(self.start, 4)))


class NewsJudge:
    """Logistic regression over parts and model, fitted by `training.combining`.

    That of the support of found passages is fitted by `training.placing`: it knows their place
    among others.

    The model is asked where the parts leave a chance, or where the pair differs in something that
    may refute. Of the others it is taken to say what it says of most of them: of those that it
    alone held for supports one in five was one.
    """

    name = "news-5"

    def __init__(self, model: PairModel | None = None) -> None:
        self._model = model or PairModel()

    def weighs_words(self, pair: Pair) -> bool:
        """Whether the model may have to read the pair; what it does not read tells nothing."""
        return self._alike(pair) or self._may_refute(pair)

    def judge(self, pairs: Sequence[Pair]) -> list[Judgement]:
        """Return one calibrated judgement a pair, in their order.

        Raises ModelError where the model cannot be made ready.
        """
        alike = [self._alike(pair) for pair in pairs]
        read = [near or self._may_refute(pair) for pair, near in zip(pairs, alike, strict=True)]
        asked = [pair for pair, wanted in zip(pairs, read, strict=True) if wanted]
        answers = iter(self._logits(asked))
        return [
            self._weighed(pair, next(answers) if wanted else None, alike=near)
            for pair, near, wanted in zip(pairs, alike, read, strict=True)
        ]

    def _alike(self, pair: Pair) -> bool:
        """Whether the passage has a chance of support."""
        return pair.listed or self._chance(pair) >= JUDGING.least_chance

    def _chance(self, pair: Pair, least: float = -math.inf) -> float:
        """The log-odds of support without the model, of terms with at least this weight."""
        supports, _ = self._sums[pair.listed]
        return supports.start + math.fsum(
            pair.parts[name] * weight
            for name, weight in supports.weights.items()
            if name not in _OF_THE_MODEL and weight >= least
        )

    def _may_refute(self, pair: Pair) -> bool:
        """Whether the passage differs from the claim, and would else have a chance of support."""
        return pair.differs and self._chance(pair, least=0.0) >= JUDGING.least_differing

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

    def _weighed(self, pair: Pair, logits: Sequence[float] | None, *, alike: bool) -> Judgement:
        """Weigh a pair; the model's word on support is taken only where the two are alike."""
        said = (
            {
                "model_supports": logits[_SUPPORTS] - logits[_NEUTRAL],
                "model_refutes": logits[_REFUTES] - logits[_NEUTRAL],
                "model_states": logits[_STATES],
            }
            if logits
            else {}
        )
        for_, against = self._sums[pair.listed]
        supports = for_.parts(pair.parts, said if alike else {})
        refutes = against.parts(pair.parts, said)
        odds = [math.fsum(part.weight for part in side) for side in (supports, refutes)]
        best = max(0.0, *odds)
        masses = [math.exp(value - best) for value in (*odds, 0.0)]
        whole = math.fsum(masses)
        kinds = logits[_NEUTRAL + 1 : _STATES] if logits else []
        return Judgement(
            supports=masses[0] / whole,
            refutes=masses[1] / whole,
            parts=supports if odds[0] >= odds[1] else refutes,
            refutes_by=Refutation(TYPES[max(range(len(kinds)), key=kinds.__getitem__)])
            if kinds
            else None,
        )

    @cached_property
    def _sums(self) -> Mapping[bool, tuple[_Sum, _Sum]]:
        """The sums for `supports` and `refutes`, by whether the pair is listed."""
        return weights("news_judge.json", _read)


def _read(data: Mapping[str, Any]) -> Mapping[bool, tuple[_Sum, _Sum]]:
    return {
        listed: (_Sum(**data[kind]["supports"]), _Sum(**data[kind]["refutes"]))
        for listed, kind in ((False, "found"), (True, "listed"))
    }

"""Any judge by name: a model for natural language inference, through sentence-transformers.

What such a model calls entailment supports, what it calls contradiction refutes. The order of its
labels is read from its own config; a model that does not name them is refused, for guessing would
turn support into denial. Its probabilities are its own and not calibrated on news.

torch and sentence-transformers are imported here on first use, never before.
"""

import math
import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

from xref.errors import ModelError
from xref.judges.pairs import Pair
from xref.models import hub
from xref.records import Judgement, Part, Stance

_NAMES: Mapping[Stance, re.Pattern[str]] = {
    Stance.SUPPORTS: re.compile(r"entail(?:s|ed|ment)?|support(?:s|ed)?"),
    Stance.REFUTES: re.compile(r"contradict(?:s|ed|ion|ory)?|refut(?:es?|ed|ation)"),
    Stance.NEUTRAL: re.compile(
        r"neutral|nei|notenough(?:info|information|evidence)|(?:no|not|non)entail(?:ed|ment)"
    ),
}
"""What models call the three answers, letters only."""
_BATCH = 32
_SHOWN = 200
"""Characters of a model's labels that an error quotes."""


class CrossEncoderJudge:
    """A sequence-classification model that reads passage and claim together, in this order.

    The parts are its scores (logits) for the three answers. They add up to the log-odds of
    `supports` or `refutes`, whichever is likelier: its score, less that of its nearest rival, less
    what the third answer takes from it.
    """

    def __init__(self, name: str) -> None:
        self.name = name

    def weighs_words(self, pair: Pair) -> bool:
        """The model reads the texts alone."""
        return False

    def judge(self, pairs: Sequence[Pair]) -> list[Judgement]:
        """Return one judgement a pair, in their order.

        Raises ModelError where the model is not to be had or cannot be a judge.
        """
        if not pairs:
            return []
        stances = self._stances
        scores = self._model.predict(
            [(pair.passage, pair.claim) for pair in pairs],
            batch_size=_BATCH,
            show_progress_bar=False,
            activation_fn=_as_they_are,
        )
        rows = [[float(score) for score in row] for row in scores]
        if not all(math.isfinite(score) for row in rows for score in row):
            raise ModelError(
                f"The judge {self.name!r} answers with scores that are no numbers; "
                "its weights are damaged, or choose another model with --judge."
            )
        return [_judgement(dict(zip(stances, row, strict=True))) for row in rows]

    @cached_property
    def _model(self) -> Any:
        return hub.loaded("judge", self.name, "xref's own", self._load)

    def _load(self, **options: Any) -> Any:
        from sentence_transformers import CrossEncoder

        return CrossEncoder(self.name, **options)

    @cached_property
    def _stances(self) -> tuple[Stance, ...]:
        """What each of the model's scores speaks for, in the order of the scores."""
        config = self._model.model.config
        labels = [str(config.id2label[at]) for at in sorted(config.id2label)]
        heads = config.architectures or ()
        # Without a trained head, one of random weights is put on.
        if heads and not any("SequenceClassification" in head for head in heads):
            raise ModelError(
                f"The model {self.name!r} was not trained to classify pairs, so it cannot judge; "
                "choose one for natural language inference with --judge."
            )
        stances = [_stance(label) for label in labels]
        told = {stance for stance in stances if stance}
        if len(told) < len(labels) or not told >= {Stance.SUPPORTS, Stance.NEUTRAL}:
            raise ModelError(
                f"Which of its labels support, refute or do neither, the judge {self.name!r} does "
                f"not say ({', '.join(map(repr, labels))[:_SHOWN]}); choose a model whose config "
                "names entailment, neutral and contradiction."
            )
        return tuple(stance for stance in stances if stance)


def _as_they_are(scores: Any) -> Any:
    """Ask for raw scores, whatever the model's config makes of them."""
    return scores


def _stance(label: str) -> Stance | None:
    letters = re.sub(r"[^a-z]", "", label[:_SHOWN].lower())
    return next((stance for stance, names in _NAMES.items() if names.fullmatch(letters)), None)


def _judgement(scores: Mapping[Stance, float]) -> Judgement:
    """Turn scores into probabilities and their sum of parts; without `refutes` it is impossible."""
    scores = {stance: round(score, 4) for stance, score in scores.items()}
    best = max(scores.values())
    masses = {stance: math.exp(score - best) for stance, score in scores.items()}
    total = math.fsum(masses.values())
    return Judgement(
        supports=masses[Stance.SUPPORTS] / total,
        refutes=masses.get(Stance.REFUTES, 0.0) / total,
        parts=_parts(scores),
    )


def _parts(scores: Mapping[Stance, float]) -> tuple[Part, ...]:
    sides = [stance for stance in (Stance.SUPPORTS, Stance.REFUTES) if stance in scores]
    side = max(sides, key=scores.__getitem__)
    rival, *third = sorted(set(scores) - {side}, key=lambda stance: (-scores[stance], stance))
    weights = {side: scores[side], rival: -scores[rival]}
    for last in third:
        weights[last] = -math.log1p(math.exp(scores[last] - scores[rival]))
    return tuple(
        Part(f"model_{stance}", scores[stance], round(weights[stance], 4) + 0.0)
        for stance in Stance
        if stance in scores
    )

"""The labelled sets, and the bench on which all methods are put to the same pairs."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from benchmarks.answers import (
    SIDES,
    THREE,
    TWO_WAY,
    Asked,
    Cuts,
    Said,
    cut,
    said,
    said_by_cosine,
    said_by_majority,
    without_training,
)
from benchmarks.judging import judged, likenesses
from benchmarks.tables import Data
from xref.encoders import Encoder
from xref.judges import Judge

Answers = Mapping[str, Sequence[Said]]
"""What each method says, a word a pair."""
ROWS = 1000
_TRAINING = 400
"""Pairs of a set's `train` part on which cosine's cut points are chosen, of 60 places tried each;
never more than are measured."""
_SEED = 11


@dataclass(frozen=True, slots=True)
class Set:
    """A set of labelled pairs."""

    name: str
    labels: tuple[str, ...] = THREE
    real: bool = True
    news: bool = False


SETS = (
    Set("mnli"),
    Set("snli"),
    Set("sick"),
    Set("cad-snli"),
    Set("newprot"),
    Set("anli"),
    Set("fever-nli"),
    Set("vitaminc"),
    Set("healthver"),
    Set("climate-fever"),
    Set("emergent", news=True),
    Set("breaking-nli", real=False),
    Set("fever", SIDES),
    Set("fever-symmetric", SIDES),
    Set("fm2", SIDES),
    Set("covid-fact", SIDES, real=False),
    Set("mrpc", TWO_WAY, news=True),
    Set("rte", TWO_WAY, news=True),
    Set("claimdiff", TWO_WAY, news=True),
    Set("wice", TWO_WAY),
)
HEADLINES = "sts-headlines"


@dataclass(slots=True)
class Bench:
    """The methods, and what they need of the data."""

    data: Data
    judges: Mapping[str, Judge]
    model: Encoder
    rows: int = ROWS
    _training: dict[str, list[tuple[float, str]]] = field(default_factory=dict)

    def sample(self, name: str) -> list[dict[str, Any]]:
        """Return the sample of a set, in the order of its file; nothing where it is absent."""
        return _sample(self.data.read(f"pairs/{name}-dev.jsonl.gz") or [], self.rows)

    def answers(self, asked: Sequence[Asked], name: str | None, labels: Sequence[str]) -> Answers:
        """Return what each method says of pairs of a set, or of pairs without training pairs."""
        found = judged(asked, self.judges, self.model)
        return {
            "majority": list(said_by_majority([pair.label for pair in asked])),
            "cosine": list(said_by_cosine(found.likeness, self._cuts(name, labels))),
            **{key: list(said(told, labels)) for key, told in found.relations.items()},
        }

    def _cuts(self, name: str | None, labels: Sequence[str]) -> Cuts:
        """Return cosine's cut points for a set: its own, or those of all sets together."""
        told = (self._trained(name) if name else []) or [
            (near, merged(label, labels))
            for other in SETS
            for near, label in self._trained(other.name)
            if merged(label, labels) in labels
        ]
        return cut(*zip(*told, strict=True)) if told else without_training(labels)

    def _trained(self, name: str) -> list[tuple[float, str]]:
        """Return likeness and label of a sample of a set's training pairs; none where absent."""
        file = f"pairs/{name}-train.jsonl.gz"
        if name not in self._training:
            most = min(_TRAINING, self.rows or _TRAINING)
            there = (self.data.folder / file).exists()
            rows = _sample(self.data.read(file) or [], most) if there else []
            asked = [Asked(row["claim"], row["evidence"], row["label"]) for row in rows]
            near = likenesses(asked, self.model) if asked else []
            self._training[name] = [(x, a.label) for x, a in zip(near, asked, strict=True)]
        return self._training[name]


def merged(label: str, labels: Sequence[str]) -> str:
    """Return a label in the words of a set: whoever knows two calls all else `not_supports`."""
    return "not_supports" if label != "supports" and tuple(labels) == TWO_WAY else label


def _sample(rows: Sequence[dict[str, Any]], most: int) -> list[dict[str, Any]]:
    """Return at most so many rows, always the same ones, in their order; all for 0."""
    if not most or len(rows) <= most:
        return list(rows)
    return [rows[i] for i in sorted(random.Random(_SEED).sample(range(len(rows)), most))]  # noqa: S311

"""The pairs that the cross-encoder learns from, and the labelled sets among them."""

import gzip
import hashlib
import json
import random
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from xref.models.crossencoding import LABELS

SETS = ("mnli", "snli", "cad-snli", "newprot", "fever", "fm2", "breaking-nli")
"""Their stated licences allow to ship what was trained on them; see the model card."""


@dataclass(frozen=True, slots=True)
class Example:
    """A labelled pair; `kind` is the index in TYPES of what differs, or -1."""

    claim: str
    evidence: str
    label: int
    kind: int = -1


HELD_BACK = 20
"""One group of pairs in so many is not trained on: the judge's weights are fitted there."""


def labelled(data: Path) -> Iterator[Example]:
    """Yield the labelled pairs of SETS that are trained on."""
    for name in SETS:
        yield from _examples(data, name, held=False)


def held_back(data: Path, name: str) -> Iterator[Example]:
    """Yield the pairs of one set that are not trained on."""
    yield from _examples(data, name, held=True)


def _examples(data: Path, name: str, *, held: bool) -> Iterator[Example]:
    for row in rows(data, name):
        if _held_back(row["group"]) == held:
            yield Example(row["claim"], row["evidence"], LABELS.index(row["label"]))


def rows(data: Path, name: str) -> Iterator[dict[str, Any]]:
    """Yield the rows of a set's `train` part."""
    return lines(data / "pairs" / f"{name}-train.jsonl.gz")


def lines(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the objects of a packed JSON Lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        yield from map(json.loads, file)


def _held_back(group: str) -> bool:
    return hashlib.sha256(group.encode()).digest()[0] % HELD_BACK == 0


def silent(data: Path, seed: int, *, held: bool = False) -> list[Example]:
    """Return claims of FEVER and Fool Me Twice with the evidence for another claim.

    Both sets know only supports and refutes here; evidence that shares a rare word with the
    claim, mostly the name of its page, and lacks half of its words, is taken for silent on it.
    """
    told_of = [row for name in ("fever", "fm2") for row in rows(data, name)]
    told_of = [row for row in told_of if _held_back(row["group"]) == held]
    where: dict[str, list[int]] = defaultdict(list)
    evidence = [_words(row["evidence"]) for row in told_of]
    for place, words in enumerate(evidence):
        for word in words:
            where[word].append(place)
    chance = random.Random(seed)
    found = []
    for row in told_of:
        told = _words(row["claim"])
        for word in sorted(told, key=lambda w: (len(where[w]), w))[:3]:
            others = [
                i
                for i in where[word]
                if told_of[i]["group"] != row["group"] and 2 * len(told - evidence[i]) >= len(told)
            ]
            if others and len(others) < 200:
                other = told_of[chance.choice(others)]
                found.append(Example(row["claim"], other["evidence"], LABELS.index("neutral")))
                break
    return found


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w{4,}", text.lower()))

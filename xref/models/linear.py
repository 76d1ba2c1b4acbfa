"""The shipped weights of words: a sum over what stands in a sentence.

A file holds a start and a weight for each feature; a feature that is not in it weighs nothing.
"""

import gzip
import json
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from xref.errors import ModelError


@dataclass(frozen=True, slots=True)
class Linear:
    """Start and weights of a logistic regression over features that are there or not."""

    start: float
    weights: Mapping[str, float]

    def summed(self, features: Iterable[str]) -> float:
        """Return the sum of the features' weights, without the start."""
        return sum(self.weights.get(feature, 0.0) for feature in features)


def weights_file(name: str) -> Path:
    """Return the shipped weights of this name, packed."""
    return Path(str(resources.files("xref") / "models" / f"{name}.json.gz"))


def write(told: Mapping[str, Any], target: Path) -> None:
    """Write start and weights; the same of them give the same bytes."""
    learnt = json.dumps(told, ensure_ascii=False, sort_keys=True)
    target.write_bytes(gzip.compress(learnt.encode(), mtime=0))


@cache
def shipped(name: str) -> Linear:
    """Return the shipped weights of this name.

    Raises ModelError where they are damaged.
    """
    path = weights_file(name)
    try:
        told: dict[str, Any] = json.loads(gzip.decompress(path.read_bytes()))
        return Linear(float(told["start"]), told["weights"])
    except (OSError, EOFError, zlib.error, ValueError, KeyError) as error:
        raise ModelError(
            f"The weights {path} cannot be read ({error}); install xref again."
        ) from error

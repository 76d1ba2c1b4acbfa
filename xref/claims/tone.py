"""sentence -> how much it reads like a comment and not like a report, learnt from both.

A weighted count of words and pairs of words, names and figures masked, so that it is the manner
that counts and not the matter. Trained by `training/tone.py`; nobody labelled a sentence for it.
"""

import gzip
import json
import re
import zlib
from collections.abc import Iterator
from functools import cache
from importlib import resources
from itertools import pairwise
from math import sqrt
from pathlib import Path
from typing import Any

from xref.errors import ModelError

_WORD = re.compile(r"[^\W\d_]+(?:['’][a-z]+)?|\d[\d,.]*|[^\w\s]")
NAME, NUMBER = "NAME", "NUM"
"""What stands for every name and every figure."""


def weights_file() -> Path:
    """Return the shipped weights, packed."""
    return Path(str(resources.files("xref") / "models" / "tone.json.gz"))


def manner(words: str) -> list[str]:
    """The words and pairs of words of a sentence, each once, in alphabetical order."""
    told = list(_masked(words))
    pairs = (f"{one} {other}" for one, other in pairwise(told))
    return sorted({*told, *pairs})


def _masked(words: str) -> Iterator[str]:
    for at, match in enumerate(_WORD.finditer(words)):
        word = match.group()
        if word[0].isdigit():
            yield NUMBER
        elif at and word[0].isupper() and word != "I":
            yield NAME
        else:
            yield word.lower().replace("’", "'")


def tone(words: str) -> float:
    """Return the log-odds that a commentator wrote this sentence, and no reporter.

    Raises ModelError where the shipped weights are damaged.
    """
    told = _shipped()
    weights: dict[str, float] = told["weights"]
    found = manner(words)
    summed = sum(weights.get(feature, 0.0) for feature in found)
    return float(told["start"]) + summed / sqrt(max(len(found), 1))


@cache
def _shipped() -> dict[str, Any]:
    try:
        told: dict[str, Any] = json.loads(gzip.decompress(weights_file().read_bytes()))
    except (OSError, EOFError, zlib.error, ValueError) as error:
        raise ModelError(
            f"The weights {weights_file()} cannot be read ({error}); install xref again."
        ) from error
    return told

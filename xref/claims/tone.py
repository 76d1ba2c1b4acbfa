"""sentence -> how much it reads like a comment and not like a report, learnt from both.

A weighted count of words and pairs of words, names and figures masked, so that it is the manner
that counts and not the matter. Trained by `training/tone.py` on sentences that were read.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from math import sqrt

from xref.models.linear import shipped

_WORD = re.compile(r"[^\W\d_]+(?:['’][a-z]+)?|\d[\d,.]*|[^\w\s]")
NAME, NUMBER = "NAME", "NUM"
"""What stands for every name and every figure."""


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
    """Return the log-odds that the author comments in this sentence and reports nothing.

    Raises ModelError where the shipped weights are damaged.
    """
    learnt, found = shipped("tone"), manner(words)
    return learnt.start + learnt.summed(found) / sqrt(max(len(found), 1))

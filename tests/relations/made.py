"""Sides made by hand; what is compared word by word needs no vectors."""

import re

import numpy as np

from xref.quantities import ValueMatch, agree_share
from xref.records import Attribution, SourceKind
from xref.relations.alignment import Words, fold
from xref.relations.sides import Side

DAY = "2020-08-05"
NO_WORDS = Words((), (), (), (), (), np.zeros((0, 1), dtype=np.float32))


def side(
    text: str,
    published: str | None = DAY,
    *,
    said_by: str | None = None,
    kind: SourceKind = SourceKind.NAMED,
    near: frozenset[str] = frozenset(),
    focus: tuple[int, int] | None = None,
    there: frozenset[str] = frozenset(),
    around: str = "",
    direct: bool = False,
) -> Side:
    said = Attribution(said_by, kind, "said", (0, len(text)), direct) if said_by else None
    words = near or frozenset(fold(word) for word in re.findall(r"\w+", around))
    return Side(text, NO_WORDS, published, words, focus, said, there, f"{around}\n{text}")


def values(claim: Side, passage: Side) -> ValueMatch:
    return agree_share(claim.text, passage.text, claim.published, passage.published)

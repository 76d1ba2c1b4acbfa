"""The same words with their sides exchanged: `X sued Y` and `Y sued X`, the passive minded."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from xref.records import Refutation
from xref.relations.differences.aligned import Aligned
from xref.relations.differences.contrasts import Contrast, Sign, Span
from xref.relations.differences.reading import Word, read

_BY: Final = re.compile(r"[^.,;]{0,30}\bby\b")
_APART: Final = re.compile(r"[,;:()]|\b(?:and|or|with|between|than|as|that|which|who)\b")
"""Between two sides that are named side by side, and do nothing to each other."""
_MUTUAL: Final = frozenset(
    (  # noqa: SIM905 - a list of literals would be many lines long
        "meet met marry talk discuss agree fight fought play clash trade share cooperate negotiat "
        "match equal resembl draw drew tie join argue argu debat speak spok is ar wa"
    ).split(" ")
)
"""Stems of verbs that do the same to both sides."""
_IRREGULAR: Final = frozenset(("beat", "beaten", "won", "shot", "hit", "struck", "bit", "bitten"))
"""Deeds whose form does not show that they are."""
_NEAR: Final = 40
"""Characters between a verb and its sides."""


class _Deed(NamedTuple):
    doer: str
    stem: str
    done_to: str
    span: Span


def swapped(pair: Aligned) -> Iterator[Contrast]:
    """Yield the first deed whose two sides are exchanged."""
    ours = _deeds(pair.claim.text)
    if not ours:
        return
    theirs = {(d.doer, d.stem, d.done_to): d for d in _deeds(pair.passage.text)}
    for deed in ours:
        other = theirs.get((deed.done_to, deed.stem, deed.doer))
        if other is not None and (deed.doer, deed.stem, deed.done_to) not in theirs:
            yield Contrast(
                Refutation.ACTOR,
                Sign.ROLES,
                deed.span,
                other.span,
                pair.claim.text[slice(*deed.span)],
                pair.passage.text[slice(*other.span)],
            )
            return


def _deed(word: Word) -> bool:
    """Whether a word has the form of a verb that one side does to the other."""
    formed = word.low.endswith(("ed", "s")) or word.low in _IRREGULAR
    return formed and word.stem not in _MUTUAL


@lru_cache(maxsize=8_192)
def _deeds(text: str) -> tuple[_Deed, ...]:
    """Return verbs with a word on either side that may be its subject and object."""
    reading = read(text)
    content = [word for word in reading.words if word.content]
    deeds = []
    for left, verb, right in zip(content, content[1:], content[2:], strict=False):
        before = reading.text[left.end : verb.start]
        after = reading.text[verb.end : right.start]
        apart = _APART.search(before) or _APART.search(after) or verb.name
        if apart or len(before) > _NEAR or len(after) > _NEAR or not _deed(verb):
            continue
        sides = (left.stem, right.stem)
        if _BY.match(after):
            sides = sides[::-1]
        deeds.append(_Deed(sides[0], verb.stem, sides[1], (left.start, right.end)))
    return tuple(deeds)

"""Whether two texts tell of the same occasion, and two articles of the same event.

The same man may say the same words again next week: that is another saying, which neither supports
nor refutes that he said them on Tuesday. Only acts that people repeat are told apart by their day;
for what happens once (a crash, a birth) another day is a contradiction, not another occasion.
"""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import timedelta
from enum import StrEnum
from functools import lru_cache
from typing import Final

from xref.quantities import Moment, ValueMatch, date_range, moments
from xref.records import Article, Candidate
from xref.relations.alignment import FUNCTION_WORDS, fold
from xref.relations.sides import Side
from xref.settings import Settings

_LEAST_CLAIMS: Final = 4
"""Claims from which an article tells its event."""
_SLACK: Final = timedelta(1)
"""Time zones and pages dated a day late or early."""
_LONGEST: Final = timedelta(31)
"""The longest stretch that tells an occasion; `this year` does not."""
_REPEATED: Final = re.compile(
    r"\b(?:said|says?|told|tells|add(?:ed|s)|announc\w+|warn(?:ed|s)|stat(?:ed|es)|claim(?:ed|s)"
    r"|insist\w*|tweet(?:ed|s)|wrote|writes|repeat(?:ed|s)|reiterat\w+|called|calls|spoke|speaks"
    r"|urg(?:ed|es)|accus(?:ed|es)|demand(?:ed|s)|condemn(?:ed|s)|vow(?:ed|s)|pledg(?:ed|es)"
    r"|met|meets?|visit(?:ed|s)?|travel\w*|arriv\w+|flew|hosted?|hosts|held|holds|discuss\w+"
    r"|talks|voted?|votes|protest\w*|rall(?:y|ied|ies)|shell(?:ed|s)|fired|fires|launched|launches"
    r"|attack(?:ed|s)|struck|strikes|rose|rises|fell|falls|gain(?:ed|s)|dropped|drops|clos(?:ed|es)"
    r"|beat|beats|won|wins|lost|loses|drew|played|plays|scor(?:ed|es)|postpon\w+|cancel\w+)\b",
    re.IGNORECASE,
)
"""Acts that are told of more than one day."""


class Occasion(StrEnum):
    """What two texts' who, where and when say."""

    SAME = "same"
    OTHER = "other"
    OPEN = "open"


def occasion(claim: Side, passage: Side, values: ValueMatch) -> Occasion:
    """Say whether both texts tell of one occasion.

    Other only where each text has one moment, of its main event, and the two cannot be the same
    day; where a number differs too, the day may be the mistake, and it stays open.
    """
    ours, theirs = _moment(claim), _moment(passage)
    if ours is None or theirs is None:
        return Occasion.OPEN
    if ours.first <= theirs.last + _SLACK and theirs.first <= ours.last + _SLACK:
        return Occasion.SAME if _names(claim.text) & _names(passage.text) else Occasion.OPEN
    repeated = _acts(claim.text) & _acts(passage.text)
    return Occasion.OTHER if repeated and not values.conflicting else Occasion.OPEN


def _moment(side: Side) -> Moment | None:
    """Return the day or short stretch of a text's main event; None where that is not plain.

    Of a saying it is the day of the saying, which stands beside what is said.
    """
    dated = [m for m in moments(side.text, date_range(side.published)) if m.dated]
    if side.focus is not None:
        dated = [m for m in dated if not side.focus[0] <= m.start < side.focus[1]]
    if len(dated) != 1 or dated[0].last - dated[0].first > _LONGEST:
        return None
    return dated[0]


@lru_cache(maxsize=8_192)
def _acts(text: str) -> frozenset[str]:
    return frozenset(word.group().lower()[:4] for word in _REPEATED.finditer(text))


@lru_cache(maxsize=8_192)
def _names(text: str) -> frozenset[str]:
    """The capitalised words of a text, folded."""
    found = re.findall(r"\b[^\W\d_a-z][\w’'-]{2,}", text)
    return frozenset(fold(word) for word in found) - FUNCTION_WORDS


def other_events(candidates: Sequence[Sequence[Candidate]], settings: Settings) -> frozenset[str]:
    """Return the ids of articles that tell of another event than the checked one.

    An article on the same event has passages near to several of its claims; a long one that comes
    near to a single claim at most speaks of something else, in which figures and times differ as
    they may. Of a short one, or for a short checked text, nobody can tell.
    """
    if len(candidates) < _LEAST_CLAIMS:
        return frozenset()
    near: Counter[str] = Counter()
    articles: dict[str, Article] = {}
    for found in candidates:
        close = {c.article.id for c in found if c.likeness >= settings.event_likeness}
        near.update(close)
        articles |= {c.article.id: c.article for c in found}
    return frozenset(
        id_
        for id_, article in articles.items()
        if near[id_] < settings.event_claims and len(article.text) >= settings.event_characters
    )

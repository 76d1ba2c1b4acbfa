"""What can be measured on a pair without a verdict: likeness, words, names, values, polarity."""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import lru_cache
from typing import Final

from xref.quantities import ValueMatch, agree_share, date_range
from xref.relations.alignment import Alignment, Rarity, align, said_in_its_words
from xref.relations.bars import bars
from xref.relations.differences import Differences, Sign, clocks_conflict, differences
from xref.relations.occasions import Occasion, occasion
from xref.relations.overlap import rare_words_shared
from xref.relations.particulars import lacking
from xref.relations.sides import Side
from xref.settings import FOUND, SKIMMING

__all__ = ["Measured", "Side", "measure"]

_NEGATIONS: Final = re.compile(
    r"\b(?:not?|never|nobody|none|nothing|neither|nor|without|cannot|n['’]t|non|nicht|kein\w*|nie"
    r"|pas|jamais|nunca|не|нет|никогда|değil|yok)\b|n['’]t\b",
    re.IGNORECASE,
)
_DENIALS: Final = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|den(?:ial|ials)|refus\w+|reject\w*|fail(?:s|ed|ing)? to|rul\w+ out"
    r"|unlikely|untrue|false|hoax|fake|disput\w+|dismiss\w*|cancel\w*|halt\w*|stopp\w+)\b",
    re.IGNORECASE,
)
_HEDGES: Final = re.compile(
    r"\b(?:may|might|could|would|possibl\w+|potential\w*|perhaps|probabl\w+|likely|reported(?:ly)?"
    r"|allege\w*|suspect\w*|apparent\w*|plan\w*|consider\w*|expect\w*|if|whether|threat\w*|seek\w*"
    r"|want\w*|hop(?:e|es|ing))\b",
    re.IGNORECASE,
)
_MONTH: Final = timedelta(31)
_SHOWN: Final = {
    "place_differs": (Sign.PLACE,),
    "actor_differs": (Sign.NAME,),
    "roles_swapped": (Sign.ROLES,),
    "antonym": (Sign.ANTONYM,),
    "word_negated": (Sign.NEGATION,),
    "modality_differs": (Sign.MODALITY,),
    "speaker_differs": (Sign.SPEAKER,),
}
"""Part -> the contrasts that set it."""


@dataclass(frozen=True, slots=True)
class Measured:
    """The parts of a pair, and the values behind them."""

    parts: Mapping[str, float]
    values: ValueMatch
    differences: Differences
    """In what they differ, in the words of both."""
    bars: tuple[str, ...]
    """Why the passage cannot support the claim however alike they are; empty where it may."""
    sides: tuple[Side, Side]
    """The claim and the passage."""
    most_said_again: float = 1.0
    """What `said_again` may come to once the words are encoded."""

    def lacking(self) -> tuple[str, ...]:
        """The claim's words for what the passage does not have; read only where it may support."""
        return lacking(*self.sides, self.values)

    def aligned(self, found: Alignment) -> "Measured":
        """Return the same with what its encoded words came to."""
        return replace(self, parts={**self.parts, **_of(found)})

    @property
    def at_most(self) -> dict[str, float]:
        """The parts of a pair that was skimmed, with the most that its words may come to."""
        return {**self.parts, "said_again": self.most_said_again}


def measure(
    claim: Side,
    passage: Side,
    likeness: float,
    rare: Rarity,
    above_topic: float = FOUND.above_topic,
) -> Measured:
    """Measure a pair; each part is a number whose sign and size its name explains.

    `place` is where the passage stands among all that were found for the article.

    Of sides that are not encoded it is only skimmed: how much is said again is then what those
    words let expect that both have.
    """
    said = (claim.words, passage.words, passage.context, claim.focus, rare)
    if claim.words.vectors is None or passage.words.vectors is None:
        found = _expected(said_in_its_words(*said), likeness)
    else:
        found = align(*said)
    values = agree_share(claim.text, passage.text, claim.published, passage.published)
    clocks = clocks_conflict(values)
    told = occasion(claim, passage, values)
    differs = differences(claim, passage, values, told)
    ours, theirs = _polar(claim.text), _polar(passage.text)
    return Measured(
        {
            "likeness": likeness,
            **_of(found),
            "rare_words_shared": rare_words_shared(claim, passage, rare),
            "above_topic": above_topic,
            "near_in_time": _near_in_time(claim.published, passage.published),
            "values_agree": float(bool(values.agreeing)),
            "values_conflict": float(bool(values.conflicting) or clocks),
            "dates_agree": float(bool(values.moments_agreeing)),
            "dates_conflict": float(bool(values.moments_conflicting) and not clocks),
            "values_missing": min(2.0, float(len(values.missing))),
            "negation_differs": float(ours[0] != theirs[0]),
            "denial_differs": float(ours[1] != theirs[1]),
            "hedge_differs": float(ours[2] != theirs[2]),
            "occasion_differs": float(told is Occasion.OTHER),
            **{name: float(differs.shown_by(*signs)) for name, signs in _SHOWN.items()},
        },
        values,
        differs,
        bars(claim, passage, values, told),
        (claim, passage),
        most_said_again=min(1.0, found.said_again + _margin(claim)),
    )


def _near_in_time(one: str | None, other: str | None) -> float:
    """Return how near the days of two articles may be: 1 on one day, 0 where that tells no more.

    A page of `2018-10` may be of any day of that month; of a year alone nothing is known.
    """
    ours, theirs = date_range(one), date_range(other)
    if not ours or not theirs or max(last - first for first, last in (ours, theirs)) > _MONTH:
        return FOUND.near_in_time
    apart = max(timedelta(0), ours[0] - theirs[1], theirs[0] - ours[1])
    return max(0.0, 1.0 - apart.days / FOUND.days)


def _of(found: Alignment) -> dict[str, float]:
    return {"said_again": found.said_again, "weakest_words": found.weakest}


def _expected(in_its_words: float, likeness: float) -> Alignment:
    """Return what is said again by all likelihood; of the weakest words nothing is expected."""
    told = SKIMMING.start + SKIMMING.same_words * in_its_words + SKIMMING.likeness * likeness
    return Alignment(max(0.0, min(1.0, told)), 0.0)


def _margin(claim: Side) -> float:
    return SKIMMING.margin / math.sqrt(max(1, len(claim.words.texts)))


@lru_cache(maxsize=8_192)
def _polar(text: str) -> tuple[bool, ...]:
    """Whether a text negates, denies and hedges."""
    return tuple(bool(p.search(text)) for p in (_NEGATIONS, _DENIALS, _HEDGES))

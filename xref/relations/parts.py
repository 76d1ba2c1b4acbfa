"""What can be measured on a pair without a verdict: likeness, words, names, values, polarity."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from xref.quantities import ValueMatch, agree_share
from xref.relations.alignment import Rarity, align
from xref.relations.bars import bars
from xref.relations.differences import Differences, Sign, clocks_conflict, differences
from xref.relations.occasions import Occasion, occasion
from xref.relations.particulars import lacking
from xref.relations.sides import Side

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

    def lacking(self) -> tuple[str, ...]:
        """The claim's words for what the passage does not have; read only where it may support."""
        return lacking(*self.sides, self.values)


def measure(claim: Side, passage: Side, likeness: float, rare: Rarity) -> Measured:
    """Measure a pair; each part is a number whose sign and size its name explains."""
    found = align(claim.words, passage.words, passage.context, claim.focus, rare)
    values = agree_share(claim.text, passage.text, claim.published, passage.published)
    clocks = clocks_conflict(values)
    told = occasion(claim, passage, values)
    differs = differences(claim, passage, values, told)
    return Measured(
        {
            "likeness": likeness,
            "said_again": found.said_again,
            "weakest_words": found.weakest,
            "values_agree": float(bool(values.agreeing)),
            "values_conflict": float(bool(values.conflicting) or clocks),
            "dates_agree": float(bool(values.moments_agreeing)),
            "dates_conflict": float(bool(values.moments_conflicting) and not clocks),
            "values_missing": min(2.0, float(len(values.missing))),
            "negation_differs": _differs(_NEGATIONS, claim.text, passage.text),
            "denial_differs": _differs(_DENIALS, claim.text, passage.text),
            "hedge_differs": _differs(_HEDGES, claim.text, passage.text),
            "occasion_differs": float(told is Occasion.OTHER),
            **{name: float(differs.shown_by(*signs)) for name, signs in _SHOWN.items()},
        },
        values,
        differs,
        bars(claim, passage, values, told),
        (claim, passage),
    )


def _differs(pattern: re.Pattern[str], claim: str, passage: str) -> float:
    return float(bool(pattern.search(claim)) != bool(pattern.search(passage)))

"""What can be measured on a pair without a verdict: likeness, words, names, values, polarity."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from xref.quantities import ValueMatch, agree_share
from xref.relations.alignment import Rarity, Words, align
from xref.relations.figures import lacking, other_ordinal, other_year
from xref.relations.polarity import opposed

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


@dataclass(frozen=True, slots=True)
class Side:
    """One text of a pair as it is measured."""

    text: str
    words: Words
    published: str | None
    context: frozenset[str] = frozenset()
    """Words of its headline and of the sentences beside it, as `alignment.fold` writes them."""
    focus: tuple[int, int] | None = None
    """Offsets in `text` of what is said, where the text also says who says it."""


@dataclass(frozen=True, slots=True)
class Measured:
    """The parts of a pair, and the values behind them."""

    parts: Mapping[str, float]
    values: ValueMatch
    context: frozenset[str]
    """The words around the passage."""
    bars: tuple[str, ...] = ()
    """Why the passage cannot support the claim however alike they are; empty where it may."""


def measure(claim: Side, passage: Side, likeness: float, rare: Rarity) -> Measured:
    """Measure a pair; each part is a number whose sign and size its name explains."""
    found = align(claim.words, passage.words, passage.context, claim.focus, rare)
    values = agree_share(claim.text, passage.text, claim.published, passage.published)
    clocks = _clocks_conflict(values)
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
        },
        values,
        passage.context,
        _bars(claim, passage, values),
    )


def _bars(claim: Side, passage: Side, values: ValueMatch) -> tuple[str, ...]:
    """What likeness cannot see and no other part may outweigh."""
    bars = {
        "a count that moves": bool(values.updated),
        "without the statement's figure": lacking(values),
        "of another ordinal": other_ordinal(claim.text, passage.text),
        "of another year": other_year(claim.text, passage.text, passage.published),
        "negated in one of the two": opposed(claim.text, passage.text),
    }
    return tuple(name for name, barred in bars.items() if barred)


def _differs(pattern: re.Pattern[str], claim: str, passage: str) -> float:
    return float(bool(pattern.search(claim)) != bool(pattern.search(passage)))


def _clocks_conflict(values: ValueMatch) -> bool:
    """Whether two times of day differ.

    A day may differ because another occasion is meant, so that days alone refute nothing; a time
    of day is told of one occasion.
    """
    return any(a.clock is not None and b.clock is not None for a, b in values.moments_conflicting)

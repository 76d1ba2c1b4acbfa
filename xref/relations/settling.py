"""weighed pairs -> relations: what the settings' thresholds make of each."""

import math
from collections.abc import Sequence
from typing import Final

from xref.records import Refutation, Relation, Stance, Weighed
from xref.relations.counterfactuals import SAID_AND_UNSAID, dated
from xref.relations.topics import topic
from xref.settings import WHOLE, Settings

_NAMED: Final = (Refutation.PLACE, Refutation.ACTOR)


def settle(weighed: Sequence[Sequence[Weighed]], settings: Settings) -> list[tuple[Relation, ...]]:
    """Give each weighed candidate the stance that the settings' thresholds make of it."""
    return [
        tuple(_settled(one, settings, near) for one in found)
        for found in weighed
        for near in (topic([one.candidate for one in found]),)
    ]


def _settled(found: Weighed, settings: Settings, near: float | None) -> Relation:
    candidate, judgement, note = found.candidate, found.judgement, found.moved
    outlet = candidate.article.outlet
    refuting = _refuting(found, settings)
    if refuting is not None:
        if found.elsewhere:
            note = note or f"{outlet} tells of another {found.elsewhere}"
        elif kind := found.differs_by:
            return Relation(
                candidate, Stance.REFUTES, refuting, judgement, kind, note, found.differs
            )
        elif found.said_by is not None:
            note = note or f"{outlet} lets {found.said_by} say it"
    elif judgement.supports >= settings.support:
        if not found.bar:
            return Relation(
                candidate,
                Stance.SUPPORTS,
                judgement.supports,
                judgement,
                note=note,
                lacks=found.lacks,
                above=None if near is None else candidate.likeness - near,
                whole=_whole(found),
            )
        note = note or f"{outlet} is very alike, but not counted: {found.bar}"
    return Relation(candidate, Stance.NEUTRAL, judgement.neutral, judgement, note=note)


def _whole(found: Weighed) -> float | None:
    """Return how likely a supporting passage states the whole claim, and not a part alone."""
    told = {part.name: part.value for part in found.judgement.parts}
    if "said_again" not in told:
        return None
    words = math.log(max(1, len(found.candidate.claim.reading.split())))
    odds = WHOLE.start + WHOLE.said_again * told["said_again"] + WHOLE.words * words
    return 1.0 / (1.0 + math.exp(-odds))


def _refuting(found: Weighed, settings: Settings) -> float | None:
    """Return how surely a passage refutes; None where it does not.

    A found passage with another figure in it refutes as surely as it would support with the
    claim's: asked outright, a model cannot tell whether both count the same. What one text says and
    the other unsays it can. Of another name it is asked both: a man may win in Ohio and in Texas;
    of another date either, but weekdays are no dates.
    """
    judgement, kind = found.judgement, found.differs_by
    outright = judgement.refutes if judgement.refutes >= settings.refute else None
    if settings.listed or kind is None or kind in SAID_AND_UNSAID:
        return outright
    asked = judgement.if_equal or 0.0
    if_equal = asked if asked >= settings.refute_if_equal else None
    if kind in _NAMED:
        return None if outright is None else if_equal
    if kind is Refutation.DATE and found.differs and dated(*found.differs):
        return max(filter(None, (outright, if_equal)), default=None)
    return if_equal

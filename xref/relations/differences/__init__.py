"""two texts -> in what they differ: number, date, place, actor, negation, modality, attribution.

A difference is only counted where both texts have something else in the same place: what one of
them lacks is no conflict. Each carries the words of both texts, or why it is no conflict after all
(a finer place, a bound that can hold, a count that moves, another occasion). Whether a passage
refutes, a judge says; this says by what.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain
from typing import Final

from xref.quantities import ValueMatch, date_range
from xref.records import Refutation
from xref.relations.differences.actors import names, places
from xref.relations.differences.aligned import Aligned
from xref.relations.differences.contrasts import Contrast, Sign, surest
from xref.relations.differences.polar import antonyms, modality, negations
from xref.relations.differences.reading import read
from xref.relations.differences.roles import swapped
from xref.relations.differences.values import clocks_conflict, days, values
from xref.relations.occasions import Occasion
from xref.relations.polarity import denied_elsewhere, negates
from xref.relations.sides import Side
from xref.relations.speaking import other_speaker

__all__ = ["Contrast", "Differences", "Sign", "clocks_conflict", "differences"]

_OF_SPEAKERS: Final = (Refutation.ATTRIBUTION, Refutation.ACTOR)
_LEAST_SHARED: Final = 0.5
"""Share of the claim's words that a saying must have to be the same one by another."""


@dataclass(frozen=True, slots=True)
class Differences:
    """All contrasts of a pair, the surest first, those that are no conflict among them."""

    contrasts: tuple[Contrast, ...] = ()

    @property
    def conflicts(self) -> tuple[Contrast, ...]:
        """The contrasts in which the two cannot both be right."""
        return tuple(contrast for contrast in self.contrasts if contrast.conflicts)

    @property
    def material(self) -> tuple[Contrast, ...]:
        """The conflicts in what is said, and not in who says it.

        Where two speakers differ, they are the two actors, too.
        """
        kinds = {contrast.kind for contrast in self.conflicts}
        spoken = _OF_SPEAKERS if Refutation.ATTRIBUTION in kinds else ()
        return tuple(contrast for contrast in self.conflicts if contrast.kind not in spoken)

    @property
    def named(self) -> Contrast | None:
        """By what a passage refutes that a judge says does: the surest conflict, else what may be.

        None where nothing differs, or all that differs is excused.
        """
        loose = (contrast for contrast in self.contrasts if contrast.excuse is None)
        return next(iter(self.conflicts), None) or next(loose, None)

    def of(self, kind: Refutation) -> Contrast | None:
        """Return the surest contrast of one type that nothing excuses."""
        found = [c for c in self.contrasts if c.kind is kind and c.excuse is None]
        return next((c for c in found if c.aligned), found[0] if found else None)

    def shown_by(self, *signs: Sign) -> bool:
        """Whether there is a conflict with one of these signs."""
        return any(contrast.sign in signs for contrast in self.conflicts)


def differences(
    claim: Side, passage: Side, match: ValueMatch, occasion: Occasion = Occasion.OPEN
) -> Differences:
    """Find in what a passage differs from a claim."""
    texts = read(claim.text), read(passage.text)
    pair = Aligned(*texts, passage.context, _order(claim.published, passage.published))
    found = chain(
        values(match, (claim.text, passage.text)),
        surest(negations(pair)),
        surest(antonyms(pair)),
        swapped(pair),
        surest(places(pair)),
        surest(names(pair)),
        _speakers(claim, passage, pair),
        surest(modality(pair)),
        # Another day is mostly another occasion, and so the last thing to name.
        days(match, occasion),
    )
    return Differences(tuple(_excused(contrast, claim, passage) for contrast in found))


def _excused(contrast: Contrast, claim: Side, passage: Side) -> Contrast:
    """Excuse what a denial only seems to undo: `X denied P` is so, whether P is or not.

    What X himself says in the other text is undone by it. Nor is a saying undone by that of another
    day.
    """
    if contrast.sign is Sign.MOMENT and contrast.conflicts and _of_saying(contrast, claim, passage):
        return replace(contrast, excuse="the day of a saying")
    if contrast.kind not in (Refutation.NEGATION, Refutation.ATTRIBUTION) or contrast.excuse:
        return contrast
    if denied_elsewhere(claim.text, passage.text) or denied_elsewhere(passage.text, claim.text):
        return replace(contrast, excuse="one tells that it was denied")
    if contrast.sign is Sign.NEGATION and negates(claim.text) and negates(passage.text):
        return replace(contrast, excuse="both negate something")
    return contrast


def _of_saying(contrast: Contrast, claim: Side, passage: Side) -> bool:
    """Whether one of two days is that on which something was said, and not of what is said."""
    return any(
        side.focus is not None and not side.focus[0] <= span[0] < side.focus[1]
        for side, span in ((claim, contrast.claim), (passage, contrast.passage))
    )


def _order(claim: str | None, passage: str | None) -> int:
    """Return 1 where the passage is newer than the claim, -1 where older, 0 where unknown."""
    ours, theirs = date_range(claim), date_range(passage)
    if ours is None or theirs is None:
        return 0
    return (theirs[0] > ours[1]) - (ours[0] > theirs[1])


def _speakers(claim: Side, passage: Side, pair: Aligned) -> Iterator[Contrast]:
    """Yield the two speakers of one saying."""
    ours, theirs = claim.said, passage.said
    if ours and theirs and other_speaker(claim, passage) and pair.shared >= _LEAST_SHARED:
        yield Contrast(
            Refutation.ATTRIBUTION,
            Sign.SPEAKER,
            _place(claim.text, ours.source),
            _place(passage.text, theirs.source),
            ours.source,
            theirs.source,
        )


def _place(text: str, source: str) -> tuple[int, int]:
    """Return where a speaker stands in a text; nowhere, (0, 0), if he was traced from before it."""
    start = text.find(source)
    return (start, start + len(source)) if start >= 0 else (0, 0)

"""Another place, or another name, where the other text has a different one.

A name that is missing is no conflict; a different one in its place may be.
"""

from collections.abc import Iterator
from typing import Final

from rapidfuzz import fuzz, process

from xref.places import PlaceMatch, PlaceMention, compare
from xref.places.gazetteer import key as place_key
from xref.records import Refutation
from xref.relations.differences.aligned import Aligned
from xref.relations.differences.contrasts import Contrast, Sign, Span
from xref.relations.differences.reading import Name

_SAME_NAME: Final = 80.0
"""Similarity (indel, 0 to 100) from which a name may be another spelling; looser than in aligning,
because here a mistake invents a conflict."""
_LEAST_SHARED: Final = 0.5
_LEAST_NEIGHBOURS: Final = 1
_SURE_NEIGHBOURS: Final = 2
"""Shared neighbours from which a name stands in another's place, unless the very next word is
shared: texts are full of names, and most of them play another part."""


def places(pair: Aligned) -> Iterator[Contrast]:
    """Yield the places of the claim beside those that stand in their place in the passage."""
    ours, theirs = pair.claim.places, pair.passage.places
    for mention in ours:
        answers = [(compare(mention, other), other) for other in theirs]
        if any(answer is PlaceMatch.SAME for answer, _ in answers):
            continue
        inside = next((other for answer, other in answers if answer is PlaceMatch.INSIDE), None)
        if inside is not None:
            yield _contrast(pair, mention, inside, "one place lies in the other")
            continue
        against = [other for answer, other in answers if answer is PlaceMatch.OTHER]
        if len(against) < len(answers) or place_key(mention.text) in pair.context:
            continue
        for other in against:
            if all(compare(own, other) is PlaceMatch.OTHER for own in ours):
                aligned = _instead(pair, _span(mention), _span(other))
                yield _contrast(pair, mention, other, aligned=aligned)


def names(pair: Aligned) -> Iterator[Contrast]:
    """Yield the names of the claim beside others that stand in their place in the passage."""
    for name in pair.claim.names:
        if known(name, pair.passage.lows | pair.context, pair.passage.text):
            continue
        for other in pair.passage.names:
            if not known(other, pair.claim.lows, pair.claim.text):
                yield Contrast(
                    Refutation.ACTOR,
                    Sign.NAME,
                    name.span,
                    other.span,
                    pair.claim.text[slice(*name.span)],
                    pair.passage.text[slice(*other.span)],
                    aligned=_instead(pair, name.span, other.span, _SURE_NEIGHBOURS),
                )


def _instead(pair: Aligned, ours: Span, theirs: Span, sure: int = _LEAST_NEIGHBOURS) -> bool:
    """Whether the two stand in one place of texts that are otherwise much the same."""
    near = pair.neighbours(ours, theirs)
    return (
        near >= _LEAST_NEIGHBOURS
        and (near >= sure or pair.touching(ours, theirs))
        and pair.shared_without(ours) >= _LEAST_SHARED
    )


def known(name: Name, lows: frozenset[str], text: str) -> bool:
    """Whether any word of a name, or its initials, stand among the other text's words, `lows`."""
    if any(part in lows for word in name.words for part in (word, *word.split("-"))):
        return True
    initials = "".join(word[0] for word in name.words)
    if len(initials) > 1 and initials in lows:
        return True
    if len(name.words) == 1 and _spelt_out(name.words[0], text):
        return True
    return any(_spelt_like(word, lows) for word in name.words)


def _spelt_like(word: str, lows: frozenset[str]) -> bool:
    alike = process.extractOne(word, lows, scorer=fuzz.ratio, score_cutoff=_SAME_NAME)
    return alike is not None


def _spelt_out(short: str, text: str) -> bool:
    """Whether an abbreviation's letters begin the capitalised words of a text in their order."""
    capitals = "".join(word[0] for word in text.split() if word[0].isupper()).casefold()
    return 1 < len(short) <= 6 and short in capitals


def _span(mention: PlaceMention) -> Span:
    return mention.start, mention.end


def _contrast(
    pair: Aligned,
    ours: PlaceMention,
    theirs: PlaceMention,
    excuse: str | None = None,
    aligned: bool = True,
) -> Contrast:
    located = pair.claim.located(ours) and pair.passage.located(theirs)
    kind = Refutation.PLACE if located or excuse else Refutation.ACTOR
    return Contrast(
        kind, Sign.PLACE, _span(ours), _span(theirs), ours.text, theirs.text, excuse, aligned
    )

"""One word said and unsaid: antonyms, negation, and what is only planned or possible."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from xref.records import Refutation
from xref.relations.antonyms import opposite
from xref.relations.differences.aligned import Aligned
from xref.relations.differences.contrasts import Contrast, Sign, Span
from xref.relations.differences.reading import Word

_LEAST_SHARED: Final = 0.5
_LEAST_NEIGHBOURS: Final = 1
_NOT_DONE: Final = frozenset(("need", "hundred", "indeed", "limited", "united", "speed", "agreed"))
"""Words with the ending of a deed that is done."""


def antonyms(pair: Aligned) -> Iterator[Contrast]:
    """Yield words of the claim in whose place the passage has their opposite."""
    for i, j in _opposites(pair):
        ours, theirs = pair.claim.words[i], pair.passage.words[j]
        if not _turned(pair, i, j):
            yield _contrast(pair, Refutation.NEGATION, Sign.ANTONYM, ours, theirs)


def negations(pair: Aligned) -> Iterator[Contrast]:
    """Yield a word that one text negates and the other, in the same place, states."""
    if any(_turned(pair, i, j) for i, j in _opposites(pair)):
        return
    for i, j in _met(pair):
        negated, their_negated = pair.claim.negated.get(i), pair.passage.negated.get(j)
        plain = pair.passage if negated else pair.claim
        if bool(negated) == bool(their_negated) or plain.doubtful:
            continue
        ours, theirs = pair.claim.words[i], pair.passage.words[j]
        cues = negated, their_negated
        yield _contrast(pair, Refutation.NEGATION, Sign.NEGATION, ours, theirs, cues)


def modality(pair: Aligned) -> Iterator[Contrast]:
    """Yield a deed that one text tells as done and the other as planned, possible or doubted."""
    for i, j in _met(pair):
        planned, their_planned = pair.claim.open.get(i), pair.passage.open.get(j)
        ours, theirs = pair.claim.words[i], pair.passage.words[j]
        done = ours if their_planned else theirs
        certain = pair.passage if planned else pair.claim
        if bool(planned) == bool(their_planned) or certain.open or not _done(done):
            continue
        # What was planned in the older text may be done in the newer.
        came = pair.order == (1 if planned else -1)
        cues = planned, their_planned
        found = _contrast(pair, Refutation.MODALITY, Sign.MODALITY, ours, theirs, cues)
        yield replace(found, excuse="planned then, done later") if came else found


def _opposites(pair: Aligned) -> Iterator[tuple[int, int]]:
    """Yield the words of the claim with their opposites, where neither text has both."""
    theirs = pair.passage.sided
    if not theirs:
        return
    for i, ours in pair.claim.sided:
        if ours.stem not in pair.passage.stems:
            for j, other in theirs:
                if opposite(ours.low, other.low) and other.stem not in pair.claim.stems:
                    yield i, j


def _turned(pair: Aligned, i: int, j: int) -> bool:
    """Whether one of two opposites is negated: `approved` and `not rejected` are one."""
    return (i in pair.claim.negated) != (j in pair.passage.negated)


def _done(word: Word) -> bool:
    return word.low.endswith("ed") and word.low not in _NOT_DONE and not word.name


def _met(pair: Aligned) -> Iterator[tuple[int, int]]:
    """Yield the words that both texts have once each; of repeated ones nobody knows which."""
    places = pair.passage.once
    for stem, i in pair.claim.once.items():
        if stem in places:
            yield i, places[stem]


def _instead(pair: Aligned, ours: Word, theirs: Word) -> bool:
    one, other = (ours.start, ours.end), (theirs.start, theirs.end)
    return (
        pair.neighbours(one, other) >= _LEAST_NEIGHBOURS
        and pair.shared_without(one) >= _LEAST_SHARED
    )


def _contrast(
    pair: Aligned,
    kind: Refutation,
    sign: Sign,
    ours: Word,
    theirs: Word,
    cues: tuple[Span | None, Span | None] = (None, None),
) -> Contrast:
    """Make a contrast whose spans run from the cue, where there is one, to the word."""
    one = (cues[0] or (ours.start,))[0], ours.end
    other = (cues[1] or (theirs.start,))[0], theirs.end
    return Contrast(
        kind,
        sign,
        one,
        other,
        pair.claim.text[slice(*one)],
        pair.passage.text[slice(*other)],
        aligned=_instead(pair, ours, theirs),
    )

"""candidates -> relations: measure each pair, let the judge weigh it, and type what refutes.

Likeness is not agreement: a passage supports only where the judge is sure and nothing bars it (a
figure that is not there, another year, a negation, another speaker, another occasion), and refutes
only where it can be said in what it differs.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain

from xref.encoders import Encoder
from xref.judges import Judge, Pair
from xref.quantities import ValueMatch
from xref.records import (
    Article,
    Candidate,
    Claim,
    Judgement,
    Part,
    Refutation,
    Relation,
    SourceKind,
    Stance,
)
from xref.relations.alignment import Rarity, Words, fold, rarity, words
from xref.relations.differences import Differences
from xref.relations.occasions import other_events
from xref.relations.parts import Measured, measure
from xref.relations.sides import Side
from xref.settings import Settings

__all__ = ["relate"]


def relate(
    article: Article,
    candidates: Sequence[Sequence[Candidate]],
    judge: Judge,
    encoder: Encoder,
    settings: Settings,
) -> list[tuple[Relation, ...]]:
    """Judge the candidates of each claim of `article`, in their order."""
    told = [t for found in candidates for c in found for t in (c.claim.reading, c.passage.reading)]
    read = [[c for c in found if c.likeness >= settings.least_measured] for found in candidates]
    measured = _measured(read, article, encoder, rarity(told))
    pairs = [
        Pair(_told(c.claim), _told(c.passage), m.parts, listed=settings.listed)
        for found, sizes in zip(read, measured, strict=True)
        for c, m in zip(found, sizes, strict=True)
    ]
    # All at once, so that a judge that reads the texts can sort them by length.
    judged = zip(chain.from_iterable(measured), judge.judge(pairs), strict=True)
    elsewhere = other_events(candidates, settings)
    return [
        tuple(
            _relation(c, *next(judged), settings, other_event=c.article.id in elsewhere)
            if c.likeness >= settings.least_measured
            else _unread(c)
            for c in found
        )
        for found in candidates
    ]


def _unread(candidate: Candidate) -> Relation:
    """Return what is said of a passage too far from the claim to be measured."""
    likeness = Part("likeness", round(candidate.likeness, 4), 0.0)
    return Relation(candidate, Stance.NEUTRAL, 1.0, Judgement(0.0, 0.0, (likeness,)))


def _measured(
    candidates: Sequence[Sequence[Candidate]], article: Article, encoder: Encoder, rare: Rarity
) -> list[list[Measured]]:
    texts = [t for found in candidates for c in found for t in (c.claim.reading, c.passage.reading)]
    vectors = _words(texts, encoder)
    return [_sizes(found, article, vectors, rare) for found in candidates]


def _sizes(
    found: Sequence[Candidate], article: Article, vectors: dict[str, Words], rare: Rarity
) -> list[Measured]:
    if not found:
        return []
    claim = _side(found[0].claim, article, vectors)
    return [measure(claim, _passage(c, vectors), c.likeness, rare) for c in found]


def _told(claim: Claim) -> str:
    """Return what a judge reads: the claim as a reader understands it, with who says it."""
    said = claim.attribution
    if said is None or said.kind not in (SourceKind.NAMED, SourceKind.ROLE):
        return claim.reading
    return claim.reading if said.source in claim.reading else f"{said.source}: {claim.reading}"


def _words(texts: Iterable[str], encoder: Encoder) -> dict[str, Words]:
    """Return the words of each distinct text; a text that many outlets print is encoded once."""
    distinct = list(dict.fromkeys(texts))
    return {
        text: words(text, tokens)
        for text, tokens in zip(distinct, encoder.tokens(distinct), strict=True)
    }


def _side(claim: Claim, article: Article, vectors: dict[str, Words]) -> Side:
    return Side(
        claim.reading,
        vectors[claim.reading],
        article.published,
        focus=_focus(claim),
        said=claim.attribution,
    )


def _passage(candidate: Candidate, vectors: dict[str, Words]) -> Side:
    """Return the passage with its surroundings, in which a name that it lacks may stand."""
    passage, article = candidate.passage, candidate.article
    return replace(_side(passage, article, vectors), context=_context(passage, article))


def _focus(claim: Claim) -> tuple[int, int] | None:
    """Return where in the claim's reading the content of its attribution stands."""
    if claim.attribution is None:
        return None
    start, end = (place - claim.start for place in claim.attribution.content)
    content = claim.text[max(0, start) : max(0, end)]
    at = claim.reading.find(content)
    return (at, at + len(content)) if content.strip() and at >= 0 else None


_NEIGHBOURHOOD = 240
"""Characters on either side of a passage in which its names may stand: about two sentences."""


def _context(claim: Claim, article: Article) -> frozenset[str]:
    start = max(0, claim.start - _NEIGHBOURHOOD)
    near = article.text[start : claim.end + _NEIGHBOURHOOD]
    return frozenset(
        fold(word) for word in re.findall(r"\w+(?:['’-]\w+)*", f"{article.title} {near}")
    )


def _relation(
    candidate: Candidate,
    measured: Measured,
    judgement: Judgement,
    settings: Settings,
    *,
    other_event: bool,
) -> Relation:
    note = _update(measured.values)
    outlet = candidate.article.outlet
    if judgement.refutes >= settings.refute:
        if other_event or _other_occasion(measured):
            told = "event" if other_event else "occasion"
            note = note or f"{outlet} tells of another {told}"
        elif kind := _kind(measured.differences, judgement, listed=settings.listed):
            found = measured.differences.of(kind)
            differs = (found.ours, found.theirs) if found else None
            return Relation(
                candidate, Stance.REFUTES, judgement.refutes, judgement, kind, note, differs
            )
        elif spoken := measured.differences.of(Refutation.ATTRIBUTION):
            note = note or f"{outlet} lets {spoken.theirs} say it"
    elif judgement.supports >= settings.support:
        if not measured.bars:
            return Relation(candidate, Stance.SUPPORTS, judgement.supports, judgement, note=note)
        note = note or f"{outlet} is very alike, but not counted: {measured.bars[0]}"
    return Relation(candidate, Stance.NEUTRAL, judgement.neutral, judgement, note=note)


_OF_SPEAKERS = (Refutation.ATTRIBUTION, Refutation.ACTOR)


def _kind(differences: Differences, judgement: Judgement, *, listed: bool) -> Refutation | None:
    """In what a refuting passage differs: by what was measured, else as the judge says.

    None where nothing is seen to differ: what a model holds to refute among found passages mostly
    speaks of something else; and that another says the same words does not make the first say
    otherwise. Listed pairs speak of one matter, and the judge's word is enough where nothing
    excuses them.
    """
    conflicts = [contrast.kind for contrast in differences.conflicts]
    if Refutation.ATTRIBUTION in conflicts and not listed:
        # The two speakers are the two actors, too.
        conflicts = [kind for kind in conflicts if kind not in _OF_SPEAKERS]
    if conflicts:
        return conflicts[0]
    if not listed or any(contrast.excuse for contrast in differences.contrasts):
        return None
    return differences.named.kind if differences.named else judgement.refutes_by


def _other_occasion(measured: Measured) -> bool:
    return measured.parts["occasion_differs"] > 0.0


def _update(values: ValueMatch) -> str | None:
    """Say how a count moved, where that alone tells the texts apart."""
    if not values.updated:
        return None
    claimed, other = values.updated[0]
    return f"a count that moves: {claimed.text} here, {other.text} there"

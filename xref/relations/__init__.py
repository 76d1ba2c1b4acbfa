"""candidates -> relations: measure each pair, let the judge weigh it, and type what refutes.

Likeness is not agreement: a passage supports only where the judge is sure and nothing bars it (a
figure that is not there, another year, a negation, another speaker), and refutes only where it can
be said in what it differs.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from xref.encoders import Encoder
from xref.judges import Judge, Pair
from xref.quantities import ValueMatch
from xref.records import (
    Article,
    Candidate,
    Claim,
    Judgement,
    Refutation,
    Relation,
    SourceKind,
    Stance,
)
from xref.relations.alignment import FUNCTION_WORDS, Words, fold, rarity, words
from xref.relations.parts import Measured, Side, measure
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
    texts = [
        text for found in candidates for c in found for text in (c.claim.reading, c.passage.reading)
    ]
    vectors, rare = _words(texts, encoder), rarity(texts)
    related: list[tuple[Relation, ...]] = []
    for found in candidates:
        if not found:
            related.append(())
            continue
        claim = _side(found[0].claim, article, vectors)
        measured = [
            measure(claim, _passage(candidate, vectors), candidate.likeness, rare)
            for candidate in found
        ]
        pairs = [
            Pair(c.claim.reading, c.passage.reading, m.parts)
            for c, m in zip(found, measured, strict=True)
        ]
        related.append(
            tuple(
                _relation(c, m, judgement, settings)
                for c, m, judgement in zip(found, measured, judge.judge(pairs), strict=True)
            )
        )
    return related


def _words(texts: Iterable[str], encoder: Encoder) -> dict[str, Words]:
    """Return the words of each distinct text; a text that many outlets print is encoded once."""
    distinct = list(dict.fromkeys(texts))
    return {
        text: words(text, tokens)
        for text, tokens in zip(distinct, encoder.tokens(distinct), strict=True)
    }


def _side(claim: Claim, article: Article, vectors: dict[str, Words]) -> Side:
    return Side(claim.reading, vectors[claim.reading], article.published, focus=_focus(claim))


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
    candidate: Candidate, measured: Measured, judgement: Judgement, settings: Settings
) -> Relation:
    values = measured.values
    note = _update(values)
    if judgement.refutes >= settings.refute:
        return Relation(
            candidate,
            Stance.REFUTES,
            judgement.refutes,
            judgement,
            judgement.refutes_by or _kind(values),
            note,
        )
    if judgement.supports >= settings.support:
        bars = _bars(candidate, measured)
        if not bars:
            return Relation(candidate, Stance.SUPPORTS, judgement.supports, judgement, note=note)
        note = note or f"{candidate.article.outlet} is very alike, but not counted: {bars[0]}"
    return Relation(candidate, Stance.NEUTRAL, judgement.neutral, judgement, note=note)


def _bars(candidate: Candidate, measured: Measured) -> tuple[str, ...]:
    """Return why the passage cannot support the claim, however alike they are."""
    spoken = {
        "somebody else says it": _other_speaker(candidate),
        "its speaker is nowhere near": _unspoken(candidate, measured.context),
    }
    return (*measured.bars, *(bar for bar, holds in spoken.items() if holds))


def _kind(values: ValueMatch) -> Refutation | None:
    """In which value a refuting passage differs."""
    if values.conflicting:
        return Refutation.NUMBER
    return Refutation.DATE if values.moments_conflicting else None


def _unspoken(candidate: Candidate, context: frozenset[str]) -> bool:
    """Whether the claim is somebody's saying, and the passage is nowhere near that speaker.

    `X said P` and `P` are two statements.
    """
    said = candidate.claim.attribution
    if said is None or said.kind not in (SourceKind.NAMED, SourceKind.ROLE):
        return False
    told = candidate.passage.attribution
    near = context | _name_words(told.source if told else "")
    speaker = _name_words(said.source)
    return bool(speaker) and not speaker & near


def _name_words(source: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w{3,}", fold(source))) - FUNCTION_WORDS


def _other_speaker(candidate: Candidate) -> bool:
    """Whether both texts let somebody say it by name, and not the same person.

    The same words of two people are two statements.
    """
    sides = (candidate.claim.attribution, candidate.passage.attribution)
    named = [said for said in sides if said and said.kind is SourceKind.NAMED]
    if len(named) < len(sides):
        return False
    one, other = (_name_words(said.source) for said in named)
    # The passage may name him elsewhere than where we read its speaker (`Ankara expects, he said`).
    return bool(one and other) and not one & (other | _name_words(candidate.passage.text))


def _update(values: ValueMatch) -> str | None:
    """Say how a count moved, where that alone tells the texts apart."""
    if not values.updated:
        return None
    claimed, other = values.updated[0]
    return f"a count that moves: {claimed.text} here, {other.text} there"

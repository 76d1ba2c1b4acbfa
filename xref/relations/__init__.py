"""candidates -> relations: measure each pair, let the judge weigh it, and type what refutes.

`weigh` needs the models; `settle` only the thresholds, so that what was weighed once can be settled
again. `relate` is both.

Likeness is not agreement: a passage supports only where the judge is sure and nothing bars it (a
figure that is not there, another year, a negation, another speaker, another occasion), and refutes
only where it can be said in what it differs.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from xref.encoders import Encoder
from xref.judges import Judge, Pair
from xref.quantities import ValueMatch, agree_share
from xref.records import (
    Article,
    Candidate,
    Claim,
    Judgement,
    Part,
    Refutation,
    Relation,
    SourceKind,
    Weighed,
)
from xref.relations.alignment import Rarity, Words, align, fold, rarity, words
from xref.relations.counterfactuals import (
    as_if_equal,
    asked_outright,
    decisive,
    reworded,
)
from xref.relations.differences import Differences
from xref.relations.occasions import other_events
from xref.relations.parts import Measured, measure
from xref.relations.quotations import requoted
from xref.relations.settling import settle
from xref.relations.sides import Side
from xref.relations.topics import topic
from xref.settings import FOUND, MEMORY, Settings

__all__ = ["relate", "requoted", "settle", "weigh"]


def relate(
    article: Article,
    candidates: Sequence[Sequence[Candidate]],
    judge: Judge,
    encoder: Encoder,
    settings: Settings,
) -> list[tuple[Relation, ...]]:
    """Judge the candidates of each claim of `article`, in their order."""
    return settle(weigh(article, candidates, judge, encoder, settings), settings)


def weigh(
    article: Article,
    candidates: Sequence[Sequence[Candidate]],
    judge: Judge,
    encoder: Encoder,
    settings: Settings,
) -> list[tuple[Weighed, ...]]:
    """Measure and judge the candidates of each claim of `article`, and decide nothing."""
    told = [t for found in candidates for c in found for t in (c.claim.reading, c.passage.reading)]
    near = [[_near(c, article, settings) for c in found] for found in candidates]
    read = [
        pair
        for told_apart in zip(_placed(candidates), near, strict=True)
        for pair, is_near in zip(*told_apart, strict=True)
        if is_near
    ]
    measured = _measured(article, read, judge, encoder, rarity(told), settings)
    both = [(c, m) for (c, _), m in zip(read, measured, strict=True)]
    judged = zip(both, _judged(both, judge, settings), strict=True)
    elsewhere = other_events(candidates, settings)
    return [
        tuple(
            _weighed(*next(judged), listed=settings.listed, other=c.article.id in elsewhere)
            if is_near
            else _unread(c)
            for c, is_near in zip(*told_apart, strict=True)
        )
        for told_apart in zip(candidates, near, strict=True)
    ]


def _placed(candidates: Sequence[Sequence[Candidate]]) -> list[list[tuple[Candidate, float]]]:
    """Return each passage with how far it stands out of its claim's topic."""
    topics = [topic(found) for found in candidates]
    return [
        [(one, FOUND.above_topic if near is None else one.likeness - near) for one in found]
        for found, near in zip(candidates, topics, strict=True)
    ]


def _near(candidate: Candidate, article: Article, settings: Settings) -> bool:
    """Whether a passage is near enough to its claim to be measured."""
    if candidate.likeness >= settings.least_measured:
        return True
    if candidate.likeness < settings.least_measured_agreeing:
        return False
    values = agree_share(
        candidate.claim.reading,
        candidate.passage.reading,
        article.published,
        candidate.article.published,
    )
    return bool(values.agreeing or values.moments_agreeing)


def _judged(
    both: Sequence[tuple[Candidate, Measured]], judge: Judge, settings: Settings
) -> list[Judgement]:
    """Judge all pairs at once, so that a judge that reads the texts can sort them by length.

    Of found passages that differ from their claim in one thing, it is also asked whether they would
    support it without the difference.
    """
    as_is = [_pair(c, m, m.parts, settings) for c, m in both]
    equal = [_equal_pair(c, m, m.parts, settings) for c, m in both]
    told = judge.judge([*as_is, *(pair for pair in equal if pair is not None)])
    answers = iter(told[len(as_is) :])
    return [
        one if pair is None else replace(one, if_equal=next(answers).supports)
        for one, pair in zip(told, equal, strict=False)
    ]


def _pair(
    candidate: Candidate, measured: Measured, parts: Mapping[str, float], settings: Settings
) -> Pair:
    return Pair(
        _told(candidate.claim),
        _told(candidate.passage),
        parts,
        listed=settings.listed,
        differs=asked_outright(measured, listed=settings.listed),
    )


def _equal_pair(
    candidate: Candidate, measured: Measured, parts: Mapping[str, float], settings: Settings
) -> Pair | None:
    """Return the pair without the one thing in which it differs; None where that is not asked."""
    contrast = None if settings.listed else decisive(measured)
    if contrast is None:
        return None
    passage = reworded(candidate, contrast)
    return Pair(_told(candidate.claim), _told(passage), as_if_equal(parts))


def _hangs_on_words(
    candidate: Candidate, measured: Measured, judge: Judge, settings: Settings
) -> bool:
    """Whether an answer of the judge may hang on how much is said again, word by word."""
    told = (candidate, measured, measured.at_most, settings)
    asked = (_pair(*told), _equal_pair(*told))
    return any(pair is not None and judge.weighs_words(pair) for pair in asked)


def _unread(candidate: Candidate) -> Weighed:
    """Return what is said of a passage too far from the claim to be measured."""
    likeness = Part("likeness", round(candidate.likeness, 4), 0.0)
    return Weighed(candidate, Judgement(0.0, 0.0, (likeness,)))


def _measured(
    article: Article,
    placed: Sequence[tuple[Candidate, float]],
    judge: Judge,
    encoder: Encoder,
    rare: Rarity,
    settings: Settings,
) -> list[Measured]:
    """Measure pairs; only words on which the judge's answer may hang are encoded.

    Encoding is what measuring mostly costs.
    """
    candidates = [c for c, _ in placed]
    ours = {claim: _side(claim, article) for claim in dict.fromkeys(c.claim for c in candidates)}
    theirs: dict[Claim, Side] = {}
    for c in candidates:
        if c.passage not in theirs:
            theirs[c.passage] = _passage(c)
    sides = [(ours[c.claim], theirs[c.passage]) for c in candidates]
    measured = [
        measure(*pair, c.likeness, rare, above)
        for (c, above), pair in zip(placed, sides, strict=True)
    ]
    told = zip(candidates, measured, strict=True)
    open_ = [_hangs_on_words(c, m, judge, settings) for c, m in told]
    vectors = _words(
        (side.text for pair, wanted in zip(sides, open_, strict=True) if wanted for side in pair),
        encoder,
    )
    return [
        m.aligned(align(vectors[one.text], vectors[other.text], other.context, one.focus, rare))
        if wanted
        else m
        for m, (one, other), wanted in zip(measured, sides, open_, strict=True)
    ]


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


def _side(claim: Claim, article: Article) -> Side:
    return Side(
        claim.reading,
        words(claim.reading),
        article.published,
        focus=_focus(claim),
        said=claim.attribution,
    )


def _passage(candidate: Candidate) -> Side:
    """Return the passage with its surroundings, in which a name that it lacks may stand."""
    passage, article = candidate.passage, candidate.article
    around = _around(passage, article)
    return replace(
        _side(passage, article),
        near=f"{article.title}\n{around}\n{passage.reading}",
        context=_lows(article.title, around),
        article=_lows(article.title, article.text),
    )


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


def _around(claim: Claim, article: Article) -> str:
    start = max(0, claim.start - _NEIGHBOURHOOD)
    return article.text[start : claim.end + _NEIGHBOURHOOD]


@lru_cache(maxsize=4_096)
def _lows(title: str, text: str) -> frozenset[str]:
    found = set(re.findall(r"\w+(?:['’-]\w+)*", f"{title} {text}"))
    return frozenset(map(fold, found))


def _weighed(
    pair: tuple[Candidate, Measured], judgement: Judgement, *, listed: bool, other: bool
) -> Weighed:
    candidate, measured = pair
    kind = _kind(measured.differences, judgement, listed=listed)
    found = measured.differences.of(kind) if kind else None
    spoken = measured.differences.of(Refutation.ATTRIBUTION)
    return Weighed(
        candidate,
        judgement,
        bar=measured.bars[0] if measured.bars else None,
        differs_by=kind,
        differs=(found.ours, found.theirs) if found else None,
        elsewhere="event" if other else "occasion" if _other_occasion(measured) else None,
        said_by=spoken.theirs if spoken else None,
        moved=_update(measured.values),
        lacks=measured.lacking() if _may_support(measured, judgement) else (),
    )


def _may_support(measured: Measured, judgement: Judgement) -> bool:
    return not measured.bars and judgement.supports >= MEMORY.least_probability


def _kind(differences: Differences, judgement: Judgement, *, listed: bool) -> Refutation | None:
    """In what a refuting passage differs: by what was measured, else as the judge says.

    None where nothing is seen to differ: what a model holds to refute among found passages mostly
    speaks of something else; and that another says the same words does not make the first say
    otherwise. Listed pairs speak of one matter, and the judge's word is enough where nothing
    excuses them.
    """
    conflicts = differences.conflicts if listed else differences.material
    if conflicts:
        return conflicts[0].kind
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

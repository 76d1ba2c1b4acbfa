"""Quotations that run on: a quoted sentence takes its speaker from its neighbour."""

from collections.abc import Iterator
from dataclasses import replace

from xref.attributions.quotes import Span, inside, quotations
from xref.claims.sentences import Sentence
from xref.records import Attribution, Claim, ClaimKind

_OPENING = ('"', "“", "„", "«", "''", "‘", "»")
_WITHOUT_CUE = (ClaimKind.STATEMENT, ClaimKind.OPINION, ClaimKind.QUESTION)


def continued(text: str, parts: list[Sentence], claims: list[Claim]) -> Iterator[Claim]:
    """Give quoted sentences without a cue of their own the speaker of the sentence before them.

    Inside one quotation the speaker may also be named after them.
    """
    quoted: dict[Span, list[Span]] = {}
    before: Attribution | None = None
    for number, (part, claim) in enumerate(zip(parts, claims, strict=True)):
        if part.paragraph not in quoted:
            quoted = {part.paragraph: quotations(text, *part.paragraph, running=True)}
        spans = quoted[part.paragraph]
        if claim.attribution is None and claim.kind in _WITHOUT_CUE and _is_quoted(claim, spans):
            donor = _same(parts, claims, number, -1) or _after(parts, claims, number, spans)
            donor = donor or (before if part.start == part.paragraph[0] else None)
            if donor is not None:
                claim = _given(claim, donor)
                claims[number] = claim
        before = claim.attribution if claim.kind.checkable else before
        yield claim


def _is_quoted(claim: Claim, spans: list[Span]) -> bool:
    """Whether the whole sentence stands between quotation marks."""
    middle = (claim.start + claim.end) // 2
    begun = claim.text.startswith(_OPENING)
    return inside(spans, middle) if begun else inside(spans, claim.start)


def _same(parts: list[Sentence], claims: list[Claim], number: int, step: int) -> Attribution | None:
    """The attribution of the neighbour, if it is in the same paragraph."""
    other = number + step
    if 0 <= other < len(parts) and parts[other].paragraph == parts[number].paragraph:
        return claims[other].attribution
    return None


def _after(
    parts: list[Sentence], claims: list[Claim], number: int, spans: list[Span]
) -> Attribution | None:
    """The attribution at the end of the quotation in which this sentence stands."""
    end = next((b for a, b in spans if a <= claims[number].start < b), 0)
    for other in range(number + 1, min(number + 12, len(parts))):
        if parts[other].start > end:
            return None
        if claims[other].attribution is not None:
            return claims[other].attribution
    return None


def _given(claim: Claim, donor: Attribution) -> Claim:
    attribution = replace(donor, content=(claim.start, claim.end), direct=True)
    kind = claim.kind if claim.kind is ClaimKind.QUESTION else ClaimKind.QUOTATION
    return replace(claim, kind=kind, attribution=attribution)

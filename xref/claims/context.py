"""What a claim takes from its neighbours: the speaker of a quotation, the name behind a pronoun.

A quotation that runs on over several sentences names its speaker once; the others take it from
their neighbour. A pronoun is replaced in the reading only, for encoders and judges, and only
outside quotation marks, where it is the speaker of the sentence or its first word; people are
always shown the text itself.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from xref.attributions import Speaker, refers
from xref.attributions.quotes import Span, inside, quotations
from xref.claims.sentences import Sentence
from xref.records import Attribution, Claim, ClaimKind

_OPENING_MARKS = ('"', "“", "„", "«", "''", "‘", "»")
_WITHOUT_CUE = (ClaimKind.STATEMENT, ClaimKind.OPINION, ClaimKind.QUESTION)
_OPENING_PRONOUN = re.compile(r"(?:[Hh]e|[Ss]he)(?= [a-z])")


def continued(text: str, parts: list[Sentence], claims: list[Claim]) -> Iterator[Claim]:
    """Give quoted sentences without a cue of their own the speaker of the sentence before them.

    Inside one quotation the speaker may also be named after them.
    """
    quoted: dict[Span, list[Span]] = {}
    before: Claim | None = None
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
        if claim.kind.checkable:
            before = claim if claim.attribution is not None else None
        yield claim


def _is_quoted(claim: Claim, spans: list[Span]) -> bool:
    """Whether the whole sentence stands between quotation marks."""
    middle = (claim.start + claim.end) // 2
    begun = claim.text.startswith(_OPENING_MARKS)
    return inside(spans, middle) if begun else inside(spans, claim.start)


def _same(parts: list[Sentence], claims: list[Claim], number: int, step: int) -> Claim | None:
    """The neighbour that somebody says, if it is in the same paragraph."""
    other = number + step
    if 0 <= other < len(parts) and parts[other].paragraph == parts[number].paragraph:
        return claims[other] if claims[other].attribution is not None else None
    return None


def _after(
    parts: list[Sentence], claims: list[Claim], number: int, spans: list[Span]
) -> Claim | None:
    """The sentence that says, at the end of the quotation in which this one stands, whose it is."""
    end = next((b for a, b in spans if a <= claims[number].start < b), 0)
    for other in range(number + 1, min(number + 12, len(parts))):
        if parts[other].start > end:
            return None
        if claims[other].attribution is not None:
            return claims[other]
    return None


def _given(claim: Claim, donor: Claim) -> Claim:
    said = donor.attribution and replace(
        donor.attribution, content=(claim.start, claim.end), direct=True, mixed=False
    )
    kind = claim.kind if claim.kind is ClaimKind.QUESTION else ClaimKind.QUOTATION
    return replace(claim, kind=kind, attribution=said, chain=donor.chain)


def pronoun(
    text: str, part: Sentence, attribution: Attribution | None, last: Sequence[Speaker]
) -> tuple[Span, str] | None:
    """Return where a pronoun stands in the words of a sentence whose name is known, and the name.

    `last` are the speakers or subjects of the sentences before, the nearest first. Within a
    quotation that runs on, `he` is somebody of whom its speaker speaks.
    """
    words = text[part.start : part.end]
    opening = _OPENING_PRONOUN.match(words)
    if opening and inside(quotations(text, *part.paragraph, running=True), part.start):
        opening = None
    meant = refers(opening.group(), last[:1]) if opening is not None else None
    if opening is not None and meant is not None:
        return opening.span(), meant.words
    if attribution is None or attribution.source in words:
        return None
    place = _speaker_pronoun(words, attribution.cue)
    return (place, attribution.source) if place is not None else None


def reading(words: str, found: tuple[Span, str] | None) -> str:
    """Put the name that was found in the place of its pronoun."""
    if found is None:
        return words
    (start, end), name = found
    return words[:start] + _name(name, first=start == 0) + words[end:]


def _speaker_pronoun(words: str, cue: str) -> tuple[int, int] | None:
    """The pronoun right before or after the cue, outside quotation marks."""
    quoted = quotations(words, 0, len(words))
    beside = re.compile(
        rf"\b(?P<before>he|she|it|they)(?: \w+){{0,3}} {re.escape(cue)}\b"
        rf"|\b{re.escape(cue)} (?P<after>he|she|it|they|him|her|them)\b",
        re.IGNORECASE,
    )
    for match in beside.finditer(words):
        if not inside(quoted, match.start()):
            return match.span("before" if match.group("before") else "after")
    return None


def _name(name: str, *, first: bool) -> str:
    """The name as it stands at the start of a sentence, or inside one."""
    if first:
        return name[:1].upper() + name[1:]
    article = re.match(r"(?:The|A|An|His|Her|Its|Their|Our)\b", name)
    return name[:1].lower() + name[1:] if article else name

"""article -> claims: what the text states, sentence by sentence, and what in it is no claim.

Every character of the text that is not white space belongs to exactly one span. A span is a claim
(a statement, a quotation with its speaker, the headline) or, by its kind, page furniture, opinion,
question or fragment; those stay in the result, so that a report can show the whole text.
"""

import hashlib
from itertools import islice

from xref.attributions import Names, Speaker, hear
from xref.claims.fragments import ended, heading, is_cut_off
from xref.claims.furniture import furniture
from xref.claims.limits import LIMITS, ClaimSettings
from xref.claims.opinions import is_opinion
from xref.claims.quoting import continued
from xref.claims.readings import reading
from xref.claims.sentences import Sentence, sentences
from xref.records import Article, Attribution, Claim, ClaimKind

_REMEMBERED = 3
"""Speakers that a pronoun may go back to; a fourth is never the nearest that fits."""

__all__ = ["LIMITS", "ClaimSettings", "split"]


def split(article: Article, names: Names | None = None, limits: ClaimSettings = LIMITS) -> tuple[Claim, ...]:
    """Split an article into the spans that it consists of, each with its kind, in order.

    `names` turns the name of an outlet as written into the registry's; without it no source is
    told to be an outlet. At most `limits.most_claims` spans are returned.
    """
    text = article.text
    parts = list(islice(sentences(text, limits), limits.most_claims))
    kinds = _kinds(article, parts, limits)
    claims: list[Claim] = []
    last: tuple[Speaker, ...] = ()
    for part, kind in zip(parts, kinds, strict=True):
        attribution = None
        known = last
        if kind is None or kind is ClaimKind.HEADLINE:
            attribution, speaker = hear(text, part.start, part.end, names, last)
            if speaker is not None:
                others = (other for other in last if other.words != speaker.words)
                last = (speaker, *islice(others, _REMEMBERED - 1))
        claims.append(_claim(article, part, kind, attribution, known))
    return tuple(continued(text, parts, claims))


def _kinds(article: Article, parts: list[Sentence], limits: ClaimSettings) -> list[ClaimKind | None]:
    """The kinds that show without knowing who speaks; None for what may be a claim."""
    text = article.text
    kinds: list[ClaimKind | None] = []
    whole = 0
    bodies = [number for number, part in enumerate(parts) if not part.credit]
    for number, part in enumerate(parts):
        words = text[part.start : part.end]
        kind = ClaimKind.BOILERPLATE if part.credit else furniture(words)
        if kind in (None, ClaimKind.CAPTION) and _is_headline(article, part, number == 0, len(parts), limits):
            kind = ClaimKind.HEADLINE
        elif kind is None and part.alone and heading(words, limits.heading_words):
            kind = ClaimKind.FRAGMENT
        elif kind is None and number == bodies[-1] and number and is_cut_off(words, whole):
            kind = ClaimKind.FRAGMENT
        whole += kind is None and ended(words)
        kinds.append(kind)
    return kinds


def _is_headline(
    article: Article, part: Sentence, first: bool, count: int, limits: ClaimSettings
) -> bool:
    """Whether the span is the article's headline: the title itself, or a first line like one."""
    words = article.text[part.start : part.end]
    if part.end - part.start > limits.headline_length or not part.alone:
        return False
    title = _letters(article.title)
    if title and _letters(words) == title:
        return part.start < 1_000
    return first and count > 1 and not ended(words) and not words.endswith(":") and " " in words


def _letters(words: str) -> str:
    return "".join(char for char in words.casefold() if char.isalnum())


def _claim(
    article: Article, part: Sentence, kind: ClaimKind | None, attribution: Attribution | None, last: tuple[Speaker, ...]
) -> Claim:
    words = article.text[part.start : part.end]
    if kind is None:
        kind = ClaimKind.STATEMENT
        if attribution is not None and attribution.direct:
            kind = ClaimKind.QUOTATION
        elif attribution is None and is_opinion(words):
            kind = ClaimKind.OPINION
    read = reading(words, attribution, last) if kind.checkable else words
    digest = hashlib.sha256(f"{article.id}:{part.start}:{part.end}".encode("utf-8", "replace"))
    return Claim(
        digest.hexdigest()[:16], article.id, part.start, part.end, words, kind, read, attribution
    )

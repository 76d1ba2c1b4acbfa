"""article -> claims: what the text states, clause by clause, and what in it is no claim.

Every character of the text that is not white space belongs to exactly one span. A span is a claim
(a statement, a quotation with its speaker, the headline) or, by its kind, page furniture, opinion,
question or fragment; those stay in the result, so that a report can show the whole text.
"""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import islice

from xref.attributions import Names, Speaker, chain, hear
from xref.attributions.quotes import Span, inside, quotations
from xref.claims.clauses import Clause, clauses
from xref.claims.context import continued, pronoun, reading
from xref.claims.fragments import ended, heading, is_cut_off, says_nothing
from xref.claims.furniture import furniture, line_kind
from xref.claims.notes import author_note, opening_note, tells_of_author
from xref.claims.opinions import is_opinion
from xref.claims.pages import page_speaks, places
from xref.claims.posts import posted, writers
from xref.claims.references import Holder, holders, references
from xref.claims.sayings import sayings
from xref.claims.sentences import Sentence, sentences
from xref.records import Article, Attribution, Claim, ClaimKind, Reference
from xref.settings import CLAIMS, ClaimSettings

_NOTES = 2
"""Lines at either end of a page among which a note on its author stands."""
_PICTURE = 300
"""Longest line that belongs to a picture as a whole where its credit ends it."""
Repeated = Callable[[Sequence[str]], frozenset[str]]
"""Lines -> those of them that are on many pages of the article's outlet."""

__all__ = ["split", "whole"]


def split(
    article: Article,
    names: Names | None = None,
    limits: ClaimSettings = CLAIMS,
    repeated: Repeated | None = None,
) -> tuple[Claim, ...]:
    """Split an article into the spans that it consists of, each with its kind, in order.

    `names` turns the name of an outlet as written into the registry's; without it no source is
    told to be an outlet. `repeated` says which lines the outlet prints on page after page. At most
    `limits.most_claims` spans are returned.
    """
    text = article.text
    parts = list(islice(sentences(text, limits), limits.most_claims))
    kinds = _kinds(article, parts, limits)
    if repeated is not None:
        _mark(kinds, [text[p.start : p.end] if p.alone else None for p in parts], repeated)
    claims: list[Claim] = []
    spans: list[Sentence] = []
    last: tuple[Speaker, ...] = ()
    written = writers(text, list(dict.fromkeys(part.paragraph for part in parts)))
    for part, kind in zip(parts, kinds, strict=True):
        attribution, through = None, tuple[str, ...]()
        known = last
        if kind is None or kind is ClaimKind.HEADLINE:
            span = (part.start, part.end)
            attribution, last = hear(text, *span, names, known)
            through = chain(text, span, names, attribution, known)
        writer = written.get(part.paragraph) if kind is None else None
        if writer is not None:
            through = (writer, *(through or (attribution.source,))) if attribution else ()
            attribution = attribution or posted(writer, span, names)
        for one, said in _clauses(text, part, kind, None if writer else attribution):
            spans.append(replace(part, start=one.start, end=one.end))
            # `And that he left`: that it is the speaker who left cannot be seen.
            meant = () if one.lead and said else known
            claims.append(
                _claim(article, spans[-1], one, kind, said or attribution, meant, through)
            )
            if one.end < part.end and said is None:
                # A later clause goes back to whom this one is about.
                _, known = hear(text, one.start, one.end, names, known)
    held = holders(text)
    # `Today` in a post is the day of the post.
    posts, dateless = list(written), replace(article, published=None)
    return tuple(
        _referring(dateless if inside(posts, claim.start) else article, claim, held)
        for claim in continued(text, spans, claims)
    )


def _clauses(
    text: str, part: Sentence, kind: ClaimKind | None, said: Attribution | None
) -> Sequence[tuple[Clause, Attribution | None]]:
    """The clauses of a sentence, those of indirect speech with who says them; or all of it."""
    found: Sequence[tuple[Clause, Attribution | None]] = ()
    if kind is None and said is not None:
        found = sayings(text, part.start, part.end, said)
    elif kind is None:
        found = [(one, None) for one in clauses(text, part.start, part.end)]
    if len(found) > 1 and not inside(quotations(text, *part.paragraph, running=True), part.start):
        return found
    return [(Clause(part.start, part.end), None)]


def whole(article: Article) -> Claim:
    """Return all that an article says as one claim: what a review of a claim is about."""
    span = (0, len(article.text))
    part = Sentence(*span, paragraph=span)
    return _claim(article, part, Clause(*span), ClaimKind.STATEMENT, None, ())


def _kinds(
    article: Article, parts: list[Sentence], limits: ClaimSettings
) -> list[ClaimKind | None]:
    """The kinds that show without knowing who speaks; None for what may be a claim."""
    text = article.text
    kinds: list[ClaimKind | None] = []
    whole = 0
    bodies = [number for number, part in enumerate(parts) if not part.credit]
    for number, (part, place) in enumerate(zip(parts, places(parts), strict=True)):
        words = text[part.start : part.end]
        kind = ClaimKind.BOILERPLATE if part.credit else furniture(words)
        if _is_title(article, part, limits) or (
            kind is None and number == 0 and len(parts) > 1 and _like_title(words, part, limits)
        ):
            kind = ClaimKind.HEADLINE
        elif kind is None and (
            (part.alone and heading(words, limits.heading_words))
            or says_nothing(words)
            or (number == bodies[-1] and number and is_cut_off(words, whole))
        ):
            kind = ClaimKind.FRAGMENT
        elif (
            kind is None
            and len(words) <= _PICTURE
            and page_speaks(words, place) > limits.page_speaks
        ):
            kind = ClaimKind.BOILERPLATE
        whole += kind is None and ended(words)
        kinds.append(kind)
    _mark_by_place(text, parts, kinds)
    return kinds


def _mark_by_place(text: str, parts: list[Sentence], kinds: list[ClaimKind | None]) -> None:
    """Tell the words of a picture by the credit that ends their line, and notes on the author."""
    open_: dict[Span, list[int]] = {}
    last: dict[Span, ClaimKind | None] = {}
    for number, (part, kind) in enumerate(zip(parts, kinds, strict=True)):
        last[part.paragraph] = kind
        if kind is None:
            open_.setdefault(part.paragraph, []).append(number)
    lines = list(open_)
    story = " ".join(text[slice(*line)] for line in lines[:-_NOTES])
    after = " ".join(text[slice(*line)] for line in lines[_NOTES:])
    for place, (line, numbers) in enumerate(open_.items()):
        words = text[slice(*line)]
        noted = (len(open_) - place <= _NOTES and author_note(words, story)) or (
            place < _NOTES and opening_note(words, after)
        )
        for number in numbers:
            part = parts[number]
            told = line_kind(words)
            if last[line] is ClaimKind.CAPTION and len(words) <= _PICTURE:
                told = ClaimKind.CAPTION
            if noted and (part.start == line[0] or tells_of_author(text[part.start : part.end])):
                told = ClaimKind.BOILERPLATE
            kinds[number] = told or kinds[number]


def _mark(kinds: list[ClaimKind | None], lines: Sequence[str | None], repeated: Repeated) -> None:
    """Call boilerplate what stands on a line of its own, and on many other pages as well."""
    open_ = [line for line, kind in zip(lines, kinds, strict=True) if line and kind is None]
    again = repeated(list(dict.fromkeys(open_)))
    for place, line in enumerate(lines):
        if kinds[place] is None and line in again:
            kinds[place] = ClaimKind.BOILERPLATE


def _is_title(article: Article, part: Sentence, limits: ClaimSettings) -> bool:
    """Whether the span is the article's title over again."""
    short = part.alone and part.start < 1_000 and part.end - part.start <= limits.headline_length
    title = _letters(article.title) if short else ""
    return bool(title) and _letters(article.text[part.start : part.end]) == title


def _like_title(words: str, part: Sentence, limits: ClaimSettings) -> bool:
    """Whether the first span could be a headline: a line of its own without a full stop."""
    short = part.alone and len(words) <= limits.headline_length
    return short and not ended(words) and not words.endswith(":") and len(words.split()) > 3


def _letters(words: str) -> str:
    return "".join(char for char in words.casefold() if char.isalnum())


def _claim(
    article: Article,
    part: Sentence,
    clause: Clause,
    kind: ClaimKind | None,
    attribution: Attribution | None,
    last: tuple[Speaker, ...],
    through: tuple[str, ...] = (),
) -> Claim:
    words = article.text[part.start : part.end]
    if kind is None:
        kind = ClaimKind.STATEMENT
        if attribution is not None and attribution.direct:
            kind = ClaimKind.QUOTATION
        elif attribution is None and is_opinion(words):
            kind = ClaimKind.OPINION
    told = replace(part, start=part.start + clause.lead)
    bare = words[clause.lead :]
    found = pronoun(article.text, told, attribution, last) if kind.checkable else None
    digest = hashlib.sha256(f"{article.id}:{part.start}:{part.end}".encode("utf-8", "replace"))
    return Claim(
        digest.hexdigest()[:16],
        article.id,
        part.start,
        part.end,
        words,
        kind,
        clause.stated(reading(bare, found)),
        attribution,
        through,
        _traced(told.start, bare, found),
    )


def _traced(
    start: int, words: str, found: tuple[tuple[int, int], str] | None
) -> tuple[Reference, ...]:
    """The pronoun whose name is known, as a reference."""
    if found is None:
        return ()
    (first, last), name = found
    return (Reference(start + first, start + last, words[first:last], name),)


def _referring(article: Article, claim: Claim, held: Sequence[Holder]) -> Claim:
    """The claim with all that its words refer to."""
    if not claim.kind.checkable:
        return claim
    more = list(references(article, claim.start, claim.end, held))
    if not more:
        return claim
    found = sorted((*claim.references, *more), key=lambda one: (one.start, one.end))
    return replace(claim, references=tuple(found))

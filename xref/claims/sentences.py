"""text -> spans of sentences, for news in any script.

A paragraph is cut first at its leading dateline, then at full stops that end a sentence. Each
cut is decided by what stands before it (an abbreviation?), after it (a small letter? a reporting
clause?) and around it (an open quotation?). Nothing but white space is ever lost.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from xref.attributions import leading_credit, trailing_credit
from xref.attributions.quotes import Span, quotations
from xref.attributions.words import REPORTING_CLAUSE
from xref.claims.abbreviations import DOMAINS, MONTH_NAMES, MONTHS, NEVER, OPENERS, PERHAPS
from xref.claims.posts import signature
from xref.settings import CLAIMS, ClaimSettings

_CLOSERS = "\"'”’»“)\\]」』›"
# A run of marks is entered only at its first: a million full stops stay one match. The second
# line is the full stop that a page's own tags have glued to the next sentence.
_END = re.compile(
    rf"(?<![.!?…])[.!?…]++(?: \.)*+(?:[{_CLOSERS}]|[ \u00a0\u202f](?=[\"'”’»]++(?:\s|$)))*+(?=\s|$)"
    r"|(?<=[^\W\d_]{2})[.!?]”?+(?=[^\W\d_]+[\s,'’])"
    rf"|(?<![。！？｡])[。！？｡]++[{_CLOSERS}]*+"
    rf"|[؟।۔]++[{_CLOSERS}]*+"
)
_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_NEXT = re.compile(r"[\s\"'“”‘’«„‚‹(\[–—\-*•|·「『]*")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_BEFORE = re.compile(r"[^\s\"'“‘«„(\[/—–]+\Z")
_DOTTED = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}\Z")
_TERMINATED = re.compile(rf"[.!?…。！？؟।۔:;]+[{_CLOSERS}]*\Z")
_SPACED = re.compile(r"\b[^\W\d_]\.\s[^\W\d_]\Z")
_MEASURE = re.compile(r"\d\s?°?[^\W\d_]\Z")
_GERMAN_ORDINAL = re.compile(
    r"\b(?:der|die|das|dem|den|des|zum|zur|beim|vom|am|im|seit|ein|eine[mnrs]?)\s\d{1,2}\Z",
    re.IGNORECASE,
)
_SMALL_NAME = re.compile(r"[^\W\d_]{1,2}[-’']?(?=[^\W\d_])")
_LIST_REACH = 1_000
"""Characters before a number in which the point before it is looked for."""
_CLAUSE_BORDER = re.compile(r"[;:,–—]\s|[。；，、]")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A span of a text, and how it stands in its paragraph."""

    start: int
    end: int
    paragraph: Span
    credit: bool = False
    """It is a dateline, a byline, a footer or the signature of a post."""

    @property
    def alone(self) -> bool:
        """Whether it is its whole paragraph."""
        return (self.start, self.end) == self.paragraph


def sentences(text: str, limits: ClaimSettings = CLAIMS) -> Iterator[Sentence]:
    """Yield the sentences of `text`, in order, each without white space around it.

    Together they hold every character that is not white space, once.
    """
    for number, (start, end) in enumerate(paragraphs(text)):
        body = leading_credit(text, start, end, early=number <= 2)
        signed = signature(text, body, end)
        foot = trailing_credit(text, body, end) if signed is None else signed
        for first, last in _stripped(text, start, body):
            yield Sentence(first, last, (start, end), credit=True)
        for piece in _cut(text, body, foot, limits):
            for first, last in _bounded(text, *piece, limits.longest_claim):
                yield Sentence(first, last, (start, end))
        for first, last in _stripped(text, foot, end):
            yield Sentence(first, last, (start, end), credit=True)


def paragraphs(text: str) -> Iterator[Span]:
    """Yield the spans between blank lines, and between lines where each line stands alone."""
    block: list[Span] = []
    for match in _LINE.finditer(text):
        line = _strip(text, *match.span())
        if line is None or (block and text.count("\n", block[-1][1], line[0]) > 1):
            yield from _joined(text, block)
            block = []
        if line is not None:
            block.append(line)
    yield from _joined(text, block)


def terminated(words: str) -> bool:
    """Whether the words end in a mark that ends sentences, or in a colon."""
    return _TERMINATED.search(words, max(0, len(words) - 12)) is not None


def _joined(text: str, lines: list[Span]) -> Iterator[Span]:
    """Put the lines of a hard-wrapped paragraph together again; hand on other lines one by one."""
    wrapped = len(lines) > 1 and all(50 <= end - start <= 100 for start, end in lines[:-1])
    current: Span | None = None
    for start, end in lines:
        if current is None:
            current = (start, end)
            continue
        open_line = not terminated(text[current[0] : current[1]])
        if open_line and (text[start].islower() or (wrapped and len(lines) > 2)):
            current = (current[0], end)
        else:
            yield current
            current = (start, end)
    if current is not None:
        yield current


def _cut(text: str, start: int, end: int, limits: ClaimSettings) -> Iterator[Span]:
    """Cut one paragraph into sentences."""
    quoted = quotations(text, start, end, brackets=True)
    opens = [span[0] for span in quoted]
    cuts: list[tuple[int, bool]] = []
    for match in _END.finditer(text, start, end):
        if match.end() < end and _ends(text, start, match, end):
            at = bisect_right(opens, match.start()) - 1
            cuts.append((match.end(), at >= 0 and match.end() < quoted[at][1]))
    begin = start
    outer = [place for place, inside in cuts if not inside]
    for stop in [*outer, end]:
        inner = [place for place, inside in cuts if inside and begin < place < stop]
        for piece_end in [*_kept(text, begin, stop, inner, limits), stop]:
            yield from _stripped(text, begin, piece_end)
            begin = piece_end


def _kept(text: str, start: int, end: int, inner: list[int], limits: ClaimSettings) -> list[int]:
    """The cuts inside a quotation that are worth making."""
    if not inner or end - start <= limits.whole_quotation:
        return []
    kept: list[int] = []
    for place in inner:
        before = text[kept[-1] if kept else start : place]
        rest = text[place:end]
        if min(len(before.split()), len(rest.split(None, 8))) >= limits.least_quoted_words:
            kept.append(place)
    return kept


def _ends(text: str, start: int, match: re.Match[str], limit: int) -> bool:
    """Whether the mark in `match` ends a sentence."""
    mark = match.group()
    if mark[0] not in ".!?…":
        return True
    follow = _NEXT.match(text, match.end(), limit)
    place = follow.end() if follow else match.end()
    if place >= limit:
        return True
    if place == match.end():
        return _glued(text, match.start(), place)
    if text[place].islower() and not _small_name(text, place):
        return False
    if mark[-1] in "\"'”’»“" and REPORTING_CLAUSE.match(text, place, min(limit, place + 90)):
        return False
    if mark.rstrip(")") != ".":
        return True
    return _full_stop(text, start, match.start(), place)


def _glued(text: str, dot: int, place: int) -> bool:
    """Whether a mark with no space after it ends a sentence: `were lost.The county said`."""
    after = _WORD.match(text, place)
    if after is None or not text[dot - 2 : dot].islower() or not text[place].isupper():
        return False
    word = after.group().casefold()
    return word not in DOMAINS and (after.group()[1:].islower() or word in OPENERS)


def _small_name(text: str, place: int) -> bool:
    """Whether a name begins with small letters: `iPhone`, `eBay`, `al-Jazeera`."""
    small = _SMALL_NAME.match(text, place)
    return small is not None and any(
        text[place:at].strip("-’'").islower() and text[at].isupper()
        for at in range(place + 1, small.end() + 1)
    )


def _full_stop(text: str, start: int, dot: int, place: int) -> bool:
    """Whether a lone `.` at `dot`, with a capital or a digit at `place`, is a full stop."""
    found = _BEFORE.search(text, max(start, dot - 24), dot)
    if found is None:
        return True
    word = found.group().lower()
    following = _WORD.match(text, place)
    after = following.group() if following else ""
    if word.isdecimal():
        return len(word) > 2 or not (
            found.start() == start
            or after.lower() in MONTH_NAMES
            or _GERMAN_ORDINAL.search(text, max(start, dot - 12), dot)
            or _listed(text, start, found.start(), int(word))
        )
    if word in MONTHS and after[:1].isdecimal():
        return False
    opens = _opens(text, following)
    if word in NEVER:
        # `Art. 5` is capitalised; a small `art.` may well be the noun that closes a sentence.
        return opens and word.isascii() and word.isalpha() and found.group().islower()
    if word in PERHAPS:
        return opens
    if _DOTTED.match(word) or _SPACED.search(text, max(start, dot - 4), dot):
        return opens
    if len(word) == 1 and found.group().isupper():
        return opens or _MEASURE.search(text, max(start, dot - 4), dot) is not None
    return True


def _listed(text: str, start: int, place: int, number: int) -> bool:
    """Whether the number at `place` opens a point of a list (`1. This. 2. That.`)."""
    before = text[max(start, place - _LIST_REACH) : place].rstrip()
    if not before.endswith((".", "!", "?", ";", ":")):
        return False
    word = _BEFORE.search(before, max(0, len(before) - 24), len(before) - 1)
    if word is not None and word.group().lower() in MONTHS | NEVER | PERHAPS:
        return False
    return number == 1 or re.search(rf"(?<!\S){number - 1}\.\s", before) is not None


def _opens(text: str, following: re.Match[str] | None) -> bool:
    """Whether the next word is one that opens sentences (and no initial)."""
    if following is None:
        return False
    word = following.group().lower()
    initial = len(word) == 1 and text[following.end() : following.end() + 1] == "."
    return not initial and (word in OPENERS or word.split("'")[0].split("’")[0] in OPENERS)


def _strip(text: str, start: int, end: int) -> Span | None:
    """The span without the white space around it; None where nothing is left."""
    words = text[start:end]
    left = len(words) - len(words.lstrip())
    right = len(words.rstrip())
    return (start + left, start + right) if left < right else None


def _stripped(text: str, start: int, end: int) -> Iterator[Span]:
    span = _strip(text, start, end)
    if span is not None:
        yield span


def _bounded(text: str, start: int, end: int, longest: int) -> Iterator[Span]:
    """Cut an over-long span at the last clause border, word border or character that fits."""
    while end - start > longest:
        borders = list(_CLAUSE_BORDER.finditer(text, start + longest // 2, start + longest))
        space = text.rfind(" ", start + longest // 2, start + longest)
        stop = borders[-1].end() if borders else space + 1 if space >= 0 else start + longest
        yield from _stripped(text, start, stop)
        start = stop
    yield from _stripped(text, start, end)

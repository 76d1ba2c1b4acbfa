"""sentence -> who says it: source, cue and content of `X said P`.

The cue is found by its word, the source is the noun phrase beside it, the content is what is left.
A pronoun is traced to the last source or subject before it.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from xref.attributions.credits import in_sentence
from xref.attributions.cues import ALSO_NOUNS, UNSURE
from xref.attributions.quotes import Span, inside, quotations
from xref.attributions.sources import (
    PRONOUNS,
    ROLES,
    Names,
    Source,
    after,
    before,
    hidden,
    kind_of,
)
from xref.attributions.speakers import NOT_SUBJECTS, Speaker, refers, subject_of, subject_words
from xref.attributions.tagging import is_cue
from xref.attributions.words import AUXILIARIES, BARE, BY_PREPOSITION, EVIDENCE, SPEECH, listed
from xref.records import Attribution, SourceKind

_TOKEN = re.compile(r"[^\W\d_]+(?:[-.’'][^\W\d_]+)*|:")
_SENTENCE = re.compile(r"[^\n.!?…]*(?:[.!?…](?!\s+[\"“'‘]?[A-ZА-Я\n]|\s*\Z)[^\n.!?…]*)*[.!?…]*")
_TIME = re.compile(
    r"\s*,?\s*(?:(?:on |late |early |earlier )*(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"(?: (?:morning|evening|night|afternoon))?|today|yesterday|(?:in|at|during|on) (?:an? |the "
    r"|his"
    r" |her |its |their )?(?:[\w-]+ ){0,2}(?:statement|interview|conference|briefing|tweet|letter"
    r"|email|e-mail|post|speech|report|Twitter|Facebook|website))\b"
)
_ADDRESSEE = re.compile(
    r"\s+(?:to )?(?:reporters|journalists|lawmakers|parliament|(?:the )?[^\W\d_a-z][\w.’'-]*"
    r"(?: [^\W\d_a-z][\w.’'-]*){0,4}|him|her|them|me|us|an? [\w-]+(?: [\w-]+)?"
    r"|the [\w-]+)(?=[\s,:.]|\Z)"
)
_THAT = re.compile(r"(?:\s+(?:out|forward))?\s*[,:]?\s*(?:that|dass|que|что)?\s+")
_OWN = re.compile(
    r"\s+(?!(?:in|at|on|during|after|as|when|while|before|by|to|from|with|via|through|of|for|late"
    r"|early|this|last|earlier|later|following|over|under|if)\b)\w"
)
"""A clause after the cue, and not only when, where or to whom it was said."""
_PARTS_WITH_CONTENT = re.compile(r"[^\W_]{2}")
_VERBAL = re.compile(
    r"(?:\bto|[^\W\d]+n['’]t|\bnot|\bwithout|\ban?|\bthe|\bof|\bin|\bor|\band)\Z|--", re.IGNORECASE
)
"""Ends of phrases that show that the cue is an infinitive or a noun: `no way to`, `make an`."""
_PASSIVE = listed("was were is are be been being get got wurde wurden")
_BY = re.compile(r"\bby\s+(?=[\w“\"])")
_ADDRESSING = listed("told tell tells telling asked asks informed informs assured reminded urged")
_DOUBTFUL = UNSURE | ALSO_NOUNS | BARE
"""Cues that often are none (`the states`, `a plan called`): they count where the tagger agrees. Of
the sentences with a speaker in 84 PolNeAR articles (dev) 0.947 then have a true cue, 0.923 without;
0.563 and 0.568 of those with one are found."""
_REACH = 1_500
"""Characters of a paragraph before and after a sentence in which its quotation may begin or end."""


def attribute(
    text: str,
    start: int,
    end: int,
    names: Names | None = None,
    last: Sequence[Speaker] = (),
) -> Attribution | None:
    """Find who says the sentence `text[start:end]`; None where the text itself says it.

    `last` are the speakers before it, the nearest first, as `hear` gave them; without them the
    passage before the sentence is searched. `names` tells outlets from other sources.
    """
    return hear(text, start, end, names, last or _search_back)[0]


def hear(
    text: str,
    start: int,
    end: int,
    names: Names | None,
    last: Sequence[Speaker] | Callable[[str, int, Names | None], Sequence[Speaker]],
) -> tuple[Attribution | None, Speaker | None]:
    """The attribution of a sentence, and whom a pronoun in the next one may mean."""
    quoted = quoted_parts(text, start, end)
    found = _find(text, start, end, names, quoted)
    if found is None:
        return None, subject_of(text, start, end, names)
    source, cue, content, direct = found
    mixed = _mixed(text, quoted, content, source.start)
    speaker: Speaker | None = Speaker(source.words, source.kind)
    if source.pronoun:
        known = last(text, start, names) if callable(last) else last
        meant = refers(source.words, known)
        speaker = replace(meant, pronoun=source.words.lower()) if meant else None
    words = speaker.words if speaker else source.words
    kind = speaker.kind if speaker else SourceKind.ROLE
    if kind is SourceKind.ROLE and hidden(text[start:end]):
        kind = SourceKind.ANONYMOUS
    credited = _credited(text, start, end, names)
    return Attribution(words, kind, cue, content, direct, credited, mixed), speaker


def _find(
    text: str, start: int, end: int, names: Names | None, quoted: list[Span]
) -> tuple[Source, str, Span, bool] | None:
    """Source, cue, content and directness of a sentence, the source as it stands there."""
    by = BY_PREPOSITION.search(text, start, end)
    while by is not None and inside(quoted, by.start()):
        by = BY_PREPOSITION.search(text, by.end(), end)
    if by is not None:
        source = after(text, by.end(), end, names)
        if source is not None:
            return (
                source,
                by.group().strip(),
                _around(text, start, end, by.start(), source.end),
                False,
            )
    for token in _TOKEN.finditer(text, start, end):
        word = token.group().lower()
        if word not in SPEECH and word not in EVIDENCE and word != ":":
            continue
        if word in BARE and not token.group().islower():
            continue
        if inside(quoted, token.start()):
            continue
        found = _beside(text, start, end, token, quoted, names)
        if found is not None and (word not in _DOUBTFUL or is_cue(text, start, end, token.start())):
            return found
    return None


def quoted_parts(text: str, start: int, end: int) -> list[Span]:
    """The quotations in a sentence, those too that began before it or end after it."""
    begin = text.rfind("\n", max(0, start - _REACH), start) + 1 or max(0, start - _REACH)
    stop = text.find("\n", end, end + _REACH)
    stop = min(len(text), end + _REACH) if stop < 0 else stop
    return [
        (max(a, start), min(b, end))
        for a, b in quotations(text, begin, stop, running=True)
        if a < end and b > start
    ]


def _beside(
    text: str, start: int, end: int, token: re.Match[str], quoted: list[Span], names: Names | None
) -> tuple[Source, str, Span, bool] | None:
    """The attribution of which `token` is the cue, if there is a source beside it."""
    word = token.group()
    low = word.lower()
    last_quote = max((b for a, b in quoted if b <= token.start()), default=start)
    if low == ":":
        return _colon(text, start, end, token, quoted, names)
    if token.start() - start < 3 or _after_quote(text, start, token.start(), quoted):
        source = after(text, token.end(), end, names)
        if source is not None and low not in BARE | _ADDRESSING and _closed(text, source.end, end):
            spoken = any(b <= token.start() for _, b in quoted)
            content = (
                _tidy(text, start, token.start())
                if spoken
                else _around(text, start, end, token.start(), source.end)
            )
            return source, word, content, _direct(quoted, content)
    if low.endswith("ing"):
        return _participle(text, start, end, token, quoted, names)
    left, passive = _before_auxiliaries(text, last_quote, token.start())
    if passive:
        return _passive(text, start, end, token, quoted, names)
    source = before(text, last_quote, left, names)
    if source is None or not _speaks(source, low):
        return None
    said = _content(text, start, end, source, token, quoted)
    return (source, word, said, _direct(quoted, said)) if said is not None else None


def _colon(
    text: str, start: int, end: int, token: re.Match[str], quoted: list[Span], names: Names | None
) -> tuple[Source, str, Span, bool] | None:
    """`Abboud: "Never have I seen this"`."""
    opening = next(
        (a for a, b in quoted if token.end() <= a <= token.end() + 2 and b - a > 15), None
    )
    if opening is None:
        return None
    source = before(text, start, token.start(), names)
    if source is None or not (source.words[0].isupper() and len(source.words) < 60):
        return None
    if not _speaks(source, ":"):
        return None
    return source, ":", (opening, end), True


def _speaks(source: Source, cue: str) -> bool:
    """Whether this phrase can be the subject of this cue."""
    words = source.words.split()
    first, last = words[0].lower(), words[-1]
    if (
        source.words.lower() in AUXILIARIES
        or (first in PRONOUNS and len(words) > 1)
        or _VERBAL.search(source.words)
    ):
        return False
    if cue in EVIDENCE and cue not in ("suggested", "revealed"):
        return source.kind is SourceKind.DOCUMENT
    if cue in BARE:
        return source.pronoun or last[0].isupper() or last.lower() in ROLES
    return first not in ("to", "of", "that", "there")


def _passive(
    text: str, start: int, end: int, token: re.Match[str], quoted: list[Span], names: Names | None
) -> tuple[Source, str, Span, bool] | None:
    """Read `this was reported by Reuters`; nobody speaks in `he was told to leave`."""
    by = _BY.search(text, token.end(), min(end, token.end() + 30))
    source = after(text, by.end(), end, names) if by and not inside(quoted, by.start()) else None
    if source is None or source.words[:1].isdigit():
        return None
    return source, token.group(), _around(text, start, end, token.start(), source.end), False


def _participle(
    text: str, start: int, end: int, token: re.Match[str], quoted: list[Span], names: Names | None
) -> tuple[Source, str, Span, bool] | None:
    """`X left, saying that P`: the subject of the sentence speaks."""
    if text[max(start, token.start() - 2) : token.start()].strip() != ",":
        return None
    subject = after(text, start, min(end, start + 120), names)
    words = subject_words(subject.words) if subject is not None else None
    if subject is None or words is None or words.split()[0].lower() in NOT_SUBJECTS - {"it"}:
        return None
    that = _THAT.match(text, token.end(), end)
    content = _tidy(text, that.end() if that else token.end(), end)
    made = Source(
        words, kind_of(words, names), subject.start, subject.start + len(words), subject.start
    )
    return (
        (made, token.group(), content, _direct(quoted, content))
        if content[0] < content[1]
        else None
    )


def _before_auxiliaries(text: str, start: int, end: int) -> tuple[int, bool]:
    """Step back over `has also recently` before the cue; and whether one was a passive's."""
    place = end
    passive = False
    while True:
        head = text[max(start, place - 24) : place]
        bare = head.rstrip()
        word = re.search(r"[\w’']+\Z", bare)
        low = word.group().lower() if word else ""
        adverb = low.endswith("ly") and len(low) > 4 and word is not None and low == word.group()
        if word is None or (low not in AUXILIARIES and not adverb):
            return place - (len(head) - len(bare)), passive
        passive = passive or low in _PASSIVE
        place -= len(head) - word.start()


def _after_quote(text: str, start: int, place: int, quoted: list[Span]) -> bool:
    """Whether only a comma stands between a quotation (or a clause) and the cue: `", said X`."""
    gap = text[max(start, place - 4) : place].strip()
    closed = any(0 <= place - b <= 3 for _, b in quoted)
    return closed or gap.endswith((",", "–", "—"))


def _closed(text: str, place: int, end: int) -> bool:
    """Whether the noun phrase after the cue is all: a comma, full stop, `who` or day follows."""
    rest = text[place : min(end, place + 12)].lstrip()
    return (
        not rest
        or rest[0] in ',.;:—–-("“?!'
        or re.match(r"(?:who|on|in|at|of)\b|\w+day\b", rest) is not None
    )


def _around(text: str, start: int, end: int, first: int, last: int) -> Span:
    """The longer part of the sentence on either side of the attributing words."""
    head = _tidy(text, start, first)
    tail = _tidy(text, last, end)
    return head if head[1] - head[0] >= tail[1] - tail[0] else tail


def _content(
    text: str, start: int, end: int, source: Source, token: re.Match[str], quoted: list[Span]
) -> Span | None:
    """What is said: before `, X said` or after `X said that`."""
    head = _tidy(text, start, source.phrase)
    place = token.end()
    if token.group().lower() in _ADDRESSING:
        addressee = _ADDRESSEE.match(text, place, end)
        place = addressee.end() if addressee else place
    for _ in range(2):
        time = _TIME.match(text, place, end)
        place = time.end() if time else place
    that = _THAT.match(text, place, end)
    tail = _tidy(text, that.end() if that else place, end)
    closed_before = (
        text[head[0] : source.phrase].rstrip().endswith((",", '"', "”", "''", "»", "—", "–"))
    )
    spoken_before = any(head[0] <= a and b <= source.start and b - a > 12 for a, b in quoted)
    stated = (that is not None and that.group().strip(" ,:") != "") or _OWN.match(text, place, end)
    if closed_before and (spoken_before or tail[1] - tail[0] < 12 or not stated):
        resumed = [b for a, b in quoted if a >= place]
        return (head[0], resumed[-1]) if spoken_before and resumed else head
    if not _PARTS_WITH_CONTENT.search(text, *tail):
        return head if _PARTS_WITH_CONTENT.search(text, *head) and head[1] - head[0] > 12 else None
    return tail


def _tidy(text: str, start: int, end: int) -> Span:
    """A span without the commas and spaces at its ends."""
    words = text[start:end]
    left = len(words) - len(words.lstrip(" ,;:–—-\n"))
    right = len(words.rstrip(" ,;:–—-.\n"))
    return (start + left, start + right) if left < right else (start, start)


def _direct(quoted: list[Span], content: Span) -> bool:
    """Whether most of the content stands between quotation marks."""
    held = sum(
        min(b, content[1]) - max(a, content[0])
        for a, b in quoted
        if a < content[1] and b > content[0]
    )
    return held * 2 > content[1] - content[0]


def _mixed(text: str, quoted: list[Span], content: Span, source: int) -> bool:
    """Whether some words of the content stand between quotation marks, and some do not.

    Between two parts of a quotation the writer says whose it is: `"We", she said, "won"`.
    """
    held = [(max(a, content[0]), min(b, content[1])) for a, b in quoted]
    held = [(a, b) for a, b in held if _PARTS_WITH_CONTENT.search(text, a, b)]
    starts, ends = [a for a, _ in held], [b for _, b in held]
    gaps = zip([content[0], *ends], [*starts, content[1]], strict=True)
    return bool(held) and any(
        _PARTS_WITH_CONTENT.search(text, a, b) for a, b in gaps if not a <= source < b
    )


def _credited(text: str, start: int, end: int, names: Names | None) -> str | None:
    """The outlet that the sentence credits, as written."""
    if names is None:
        return None
    return in_sentence(text, start, end, names)


def _search_back(text: str, start: int, names: Names | None) -> list[Speaker]:
    """The speakers in the passage before `start`, the nearest first."""
    begin = max(0, start - 900)
    found: list[Speaker] = []
    spans = [m.span() for m in _SENTENCE.finditer(text, begin, start) if m.end() > m.start()]
    for first, last in reversed(spans[-8:]):
        first += len(text[first:last]) - len(text[first:last].lstrip())
        speaker = hear(text, first, last, names, found)[1] if last - first > 3 else None
        if speaker is not None:
            found.append(speaker)
    return found

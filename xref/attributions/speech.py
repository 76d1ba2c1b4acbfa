"""sentence -> who says it: source, cue and content of `X said P`.

The cue is found by its word, the source is the noun phrase beside it, the content is what is left.
A pronoun is traced to the last source or subject before it.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from xref.attributions.credits import in_sentence
from xref.attributions.cues import ALSO_NOUNS, UNSURE
from xref.attributions.quotes import Span, inside, quotations
from xref.attributions.relayed import RELAYS, relayed
from xref.attributions.said import ADDRESSING, THAT, around, content_of, is_direct, is_mixed, tidy
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
from xref.attributions.speakers import (
    NOT_SUBJECTS,
    Speaker,
    known,
    others,
    refers,
    subject_of,
    subject_words,
)
from xref.attributions.tagging import is_cue
from xref.attributions.words import (
    AUXILIARIES,
    BARE,
    BY_PREPOSITION,
    EVIDENCE,
    SAYS,
    SPEECH,
    listed,
)
from xref.records import Attribution, SourceKind

_TOKEN = re.compile(r"[^\W\d_]+(?:[-.’'][^\W\d_]+)*|:")
_SENTENCE = re.compile(r"[^\n.!?…]*(?:[.!?…](?!\s+[\"“'‘]?[A-ZА-Я\n]|\s*\Z)[^\n.!?…]*)*[.!?…]*")
_VERBAL = re.compile(
    r"(?:\bto|[^\W\d]+n['’]t|\bnot|\bwithout|\ban?|\bthe|\bof|\bin|\bor|\band)\Z|--", re.IGNORECASE
)
"""Ends of phrases that show that the cue is an infinitive or a noun: `no way to`, `make an`."""
_PASSIVE = listed("was were is are be been being get got wurde wurden")
_BY = re.compile(r"\bby\s+(?=[\w“\"])")
_DOUBTFUL = UNSURE | ALSO_NOUNS | BARE
"""Cues that often are none (`the states`, `a plan called`): they count where the tagger agrees. Of
the sentences with a speaker in 84 PolNeAR articles (dev) 0.947 then have a true cue, 0.923 without;
0.563 and 0.568 of those with one are found."""
_CARRIERS = (SourceKind.OUTLET, SourceKind.DOCUMENT)
"""Sources that only print what somebody says."""
_ASIDE = re.compile(
    r", (?:which|who)(?: (?:has|had|also|earlier|later|once|recently|itself|himself|herself"
    r"|(?:on )?\w+day))* \Z"
)
_ASIDE_REACH = 60
"""Characters before a cue in which `, which had on Monday` may stand."""
_Found = tuple[Source, str, Span, bool]
"""Source, cue, content and directness."""
_REMEMBERED = 3
"""Speakers that a pronoun may go back to; a fourth is never the nearest that fits."""
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
    quoted = quoted_parts(text, start, end)
    found = _find(text, start, end, names, quoted)
    if found is None:
        return None
    before_it = last or _search_back(text, start, names) if found[0].pronoun else ()
    return _attribution(text, (start, end), names, quoted, found, before_it)[0]


def hear(
    text: str, start: int, end: int, names: Names | None, last: Sequence[Speaker]
) -> tuple[Attribution | None, tuple[Speaker, ...]]:
    """The attribution of a sentence, and whom a pronoun in the next one may mean, nearest first."""
    quoted = quoted_parts(text, start, end)
    found = _find(text, start, end, names, quoted)
    if found is None:
        said, speaker = None, subject_of(text, start, end, names)
    else:
        said, speaker = _attribution(text, (start, end), names, quoted, found, last)
    person = speaker is not None and speaker.person
    lost = said is not None and speaker is None
    if lost or (not person and others(text, start, end, quoted, last[:1])):
        last = ()
    if speaker is None:
        return said, tuple(last)
    kept = [other for other in last if other.words != speaker.words]
    return said, (speaker, *kept[: _REMEMBERED - 1])


def _attribution(
    text: str,
    span: Span,
    names: Names | None,
    quoted: list[Span],
    found: _Found,
    last: Sequence[Speaker],
) -> tuple[Attribution, Speaker | None]:
    """What was found, with the name behind a pronoun; and who that is, where it is known."""
    source, cue, content, direct = found
    mixed = is_mixed(text, quoted, content, source.start)
    speaker: Speaker | None = known(source.words, source.kind, text)
    if source.pronoun:
        meant = refers(source.words, last)
        if meant and others(text, span[0], source.start, quoted, (meant,)):
            meant = None
        speaker = replace(meant, pronoun=source.words.lower()) if meant else None
    words = speaker.words if speaker else source.words
    kind = speaker.kind if speaker else SourceKind.ROLE
    if kind is SourceKind.ROLE and hidden(text[slice(*span)]):
        kind = SourceKind.ANONYMOUS
    credited = _credited(text, *span, names)
    return Attribution(words, kind, cue, content, direct, credited, mixed), speaker


def _find(
    text: str, start: int, end: int, names: Names | None, quoted: list[Span]
) -> _Found | None:
    """Source, cue, content and directness of a sentence, the source as it stands there."""
    by = BY_PREPOSITION.search(text, start, end)
    while by is not None and inside(quoted, by.start()):
        by = BY_PREPOSITION.search(text, by.end(), end)
    if by is not None:
        source = after(text, by.end(), end, names)
        if source is not None:
            content = around(text, start, end, by.start(), source.end)
            spoken = _spoken(text, content, names, quoted) if source.kind in _CARRIERS else None
            return spoken or (source, by.group().strip(), content, False)
    aside: _Found | None = None
    for token in _TOKEN.finditer(text, start, end):
        word = token.group().lower()
        known_cue = word in SPEECH or word in EVIDENCE or word == ":"
        if not (known_cue or word in RELAYS) or inside(quoted, token.start()):
            continue
        aloud = word in RELAYS and not _in_an_aside(text, start, end, token)
        found = _relayed(text, start, end, token, quoted, names) if aloud else None
        if found is None and known_cue:
            found = _told(text, start, end, token, quoted, names)
        if found is None:
            continue
        if aside is not None and found[0].start != aside[0].start:
            break
        if not _in_an_aside(text, start, end, token):
            return found
        aside = aside or found
    return aside


def _told(
    text: str, start: int, end: int, token: re.Match[str], quoted: list[Span], names: Names | None
) -> _Found | None:
    """The attribution of a cue; of a doubtful one where its form and the tagger agree."""
    word = token.group().lower()
    if word in BARE and not token.group().islower():
        return None
    found = _beside(text, start, end, token, quoted, names)
    sure = word not in _DOUBTFUL or found is None or is_cue(text, start, end, token.start())
    return found if sure else None


def _relayed(
    text: str, start: int, end: int, token: re.Match[str], quoted: list[Span], names: Names | None
) -> _Found | None:
    """`Y quoted X as saying P`."""
    found = relayed(text, start, end, token, quoted, names)
    return (*found, is_direct(quoted, found[2])) if found is not None else None


def _in_an_aside(text: str, start: int, end: int, token: re.Match[str]) -> bool:
    """Whether the cue stands in `, which quoted Reuters,`: what its subject says comes later."""
    return (
        _ASIDE.search(text, max(start, token.start() - _ASIDE_REACH), token.start()) is not None
        and text.find(",", token.end(), end) > 0
    )


def _spoken(text: str, content: Span, names: Names | None, quoted: list[Span]) -> _Found | None:
    """Who says all that an outlet or a document has: `X said that P, according to Y`."""
    found = _find(text, *content, names, [(a, b) for a, b in quoted if a >= content[0]])
    if found is None or not (found[0].pronoun or says(found[0].words, found[1], names)):
        return None
    first = min(found[0].phrase, found[2][0])
    return found if tidy(text, content[0], end=first)[0] >= first else None


def says(source: str, cue: str, names: Names | None) -> bool:
    """Whether the source is one who speaks by this cue, and whom a name or an office tells."""
    words = source.split()
    if cue.lower().split()[0] not in SAYS or kind_of(source, names) is SourceKind.OUTLET:
        return False
    return words[-1][0].isupper() or any(word.lower() in ROLES for word in words)


def quoted_parts(text: str, start: int, end: int) -> list[Span]:
    """The quotations in a sentence, those too that began before it or end after it."""
    begin = text.rfind("\n", max(0, start - _REACH), start) + 1 or max(0, start - _REACH)
    stop = text.find("\n", end, end + _REACH)
    stop = min(len(text), end + _REACH) if stop < 0 else stop
    return [
        (max(a, start), min(b, end))
        for a, b in _quoted_line(text, begin, stop)
        if a < end and b > start
    ]


@lru_cache(maxsize=16)
def _quoted_line(text: str, begin: int, stop: int) -> tuple[Span, ...]:
    """The quotations of a line, which every sentence of it asks for."""
    return tuple(quotations(text, begin, stop, running=True))


def _beside(
    text: str, start: int, end: int, token: re.Match[str], quoted: list[Span], names: Names | None
) -> _Found | None:
    """The attribution of which `token` is the cue, if there is a source beside it."""
    word = token.group()
    low = word.lower()
    last_quote = max((b for a, b in quoted if b <= token.start()), default=start)
    if low == ":":
        return _colon(text, start, end, token, quoted, names)
    if token.start() - start < 3 or _after_quote(text, start, token.start(), quoted):
        source = after(text, token.end(), end, names)
        inverted = source is not None and not source.clause and low not in BARE | ADDRESSING
        if inverted and source is not None and _closed(text, source.end, end):
            spoken = any(b <= token.start() for _, b in quoted)
            content = (
                tidy(text, start, token.start())
                if spoken
                else around(text, start, end, token.start(), source.end)
            )
            return source, word, content, is_direct(quoted, content)
    if low.endswith("ing"):
        return _participle(text, start, end, token, quoted, names)
    left, passive = _before_auxiliaries(text, last_quote, token.start())
    if passive:
        return _passive(text, start, end, token, quoted, names)
    source = before(text, last_quote, left, names)
    if source is None or not _speaks(source, low):
        return None
    said = content_of(text, start, end, source, token, quoted)
    return (source, word, said, is_direct(quoted, said)) if said is not None else None


def _colon(
    text: str, start: int, end: int, token: re.Match[str], quoted: list[Span], names: Names | None
) -> _Found | None:
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
        or source.clause
    ):
        return False
    if cue in EVIDENCE and cue not in ("suggested", "revealed"):
        return source.kind is SourceKind.DOCUMENT
    if cue in BARE:
        return source.pronoun or last[0].isupper() or last.lower() in ROLES
    return first not in ("to", "of", "that", "there")


def _passive(
    text: str, start: int, end: int, token: re.Match[str], quoted: list[Span], names: Names | None
) -> _Found | None:
    """Read `this was reported by Reuters`; nobody speaks in `he was told to leave`."""
    by = _BY.search(text, token.end(), min(end, token.end() + 30))
    source = after(text, by.end(), end, names) if by and not inside(quoted, by.start()) else None
    if source is None or source.words[:1].isdigit():
        return None
    return source, token.group(), around(text, start, end, token.start(), source.end), False


def _participle(
    text: str, start: int, end: int, token: re.Match[str], quoted: list[Span], names: Names | None
) -> _Found | None:
    """`X left, saying that P`: the subject of the sentence speaks."""
    if text[max(start, token.start() - 2) : token.start()].strip() != ",":
        return None
    subject = after(text, start, min(end, start + 120), names)
    words = subject_words(subject.words) if subject is not None else None
    if subject is None or words is None or words.split()[0].lower() in NOT_SUBJECTS - {"it"}:
        return None
    that = THAT.match(text, token.end(), end)
    content = tidy(text, that.end() if that else token.end(), end)
    made = Source(
        words, kind_of(words, names), subject.start, subject.start + len(words), subject.start
    )
    return (
        (made, token.group(), content, is_direct(quoted, content))
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


def _credited(text: str, start: int, end: int, names: Names | None) -> str | None:
    """The outlet that the sentence credits, as written."""
    if names is None:
        return None
    return in_sentence(text, start, end, names)


def _search_back(text: str, start: int, names: Names | None) -> tuple[Speaker, ...]:
    """The speakers in the passage before `start`, the nearest first."""
    begin = max(0, start - 900)
    found: tuple[Speaker, ...] = ()
    spans = [m.span() for m in _SENTENCE.finditer(text, begin, start) if m.end() > m.start()]
    for first, last in spans[-8:]:
        first += len(text[first:last]) - len(text[first:last].lstrip())
        if last - first > 3:
            found = hear(text, first, last, names, found)[1]
    return found

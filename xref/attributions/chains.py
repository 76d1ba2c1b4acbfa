"""Through whom a sentence has what it says: `Trend, citing TASS, which quoted a diplomat`.

Only what cites an outlet, is cited by one or told to one makes a chain, and only where its order is
plain: one that names the wrong source is worse than none. The outermost carrier stands first, who
says it last.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from xref.attributions.credits import outlet_after, outlet_before
from xref.attributions.quotes import Span, inside
from xref.attributions.sources import ROLES, Names, after, before
from xref.attributions.speakers import Speaker, refers
from xref.attributions.speech import hear, quoted_parts, says
from xref.attributions.words import SAYS, listed
from xref.records import Attribution, SourceKind

_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_ALSO = r"(?:(?:also|has|had|in turn|earlier|itself) )*"
_TAKES = re.compile(
    rf"(?:,? (?:which|that|who) |[,;]? ){_ALSO}"
    r"(?:citing|cited|cites|quoting|quoted|quotes|referring to|refers to|with reference to) (?!by )"
)
"""Between an outlet and whom it has it from."""
_REPORTS = r" (?:has |had |also )?(?:reported|reports|said|says|wrote|writes|informs|announced"
_REPORTED = re.compile(_REPORTS + r"|quoted|cited)\b")
_MEANWHILE = re.compile(
    rf"(?: \([A-Z]{{2,6}}\))?(?:{_REPORTS}))?"
    r"(?:,? (?:in an? [\w-]+(?: [\w-]+)?|(?:on |late |early |last )*\w+day(?: \w+ing)?"
    r"|earlier|today|yesterday|on (?:[A-Z]\w+ \d{1,2}|\d{1,2} [A-Z]\w+)))*,?\Z"
)
"""What may stand between an outlet and `citing`."""
_CARRIED = re.compile(
    r"\b(?<!first )(?:[Aa]ccording to"
    r"|(?:as )?(?:quoted|cited|reported|carried)(?: as \w+ing(?: \w+)?)? by) "
)
_TOLD = re.compile(
    r"\b(?:told|telling|tells|interview (?:with|to|on)|speaking to|spoke to|statement to) "
)
_MAY_CARRY = re.compile(
    r"\b(?:cit|quot|refer|report|[Aa]ccording|carried|told|tell|interview|speaking|spoke|statement"
    r"|wr[io]te|inform|announc)|\bsa(?:id|ys)\b.*\bsa(?:id|ys)\b",
    re.DOTALL,
)
"""Without one of these nothing is looked for: three sentences in four."""
_SPOKEN = re.compile(r" (?:was|were|is|has been) (?:quoted|cited)\b")
_MEDIA = re.compile(r"(?:[A-Z][\w-]+|[Ss]tate(?:-run)?|[Ll]ocal) (?:media|press|television|radio)")
_MEDIA_BEFORE = re.compile(rf"{_MEDIA.pattern}\Z")
_GOES_ON = re.compile(rf" (?!{_DAY}\b)[A-Z][a-z]")
"""Behind what is no outlet's name, then, but the first word of a longer one."""
_APART = SAYS | listed("that after when while before since because if although whether not")
"""Before an outlet that reports something else, or of which another says so."""
_LEVELS = 4
"""How deep a saying is searched inside a saying."""
_AHEAD = 3
"""Most words before a carrier that still stands at the head of its sentence: `On Monday, `."""


@dataclass(frozen=True, slots=True)
class _Voice:
    """One through whom it comes, in the words of the text."""

    words: str
    start: int
    end: int
    outlet: bool = True


def chain(
    text: str,
    span: Span,
    names: Names | None,
    said: Attribution | None,
    last: Sequence[Speaker] = (),
) -> tuple[str, ...]:
    """Name all through whom the sentence `text[slice(*span)]` has what it says, in their order.

    `said` is its attribution, `last` are the speakers before it. Empty where there is only one, and
    where `names` is not given, without which no outlet is known.
    """
    if names is None or not _MAY_CARRY.search(text, *span):
        return ()
    sentence = _Sentence(text, *span, names, quoted_parts(text, *span))
    carriers = _carriers(sentence)
    if carriers is None:
        return ()
    told = next(sentence.outlets_after(_TOLD), None)
    if not carriers and told is None:
        return ()
    found = [voice.words for voice in carriers]
    speaker = _speaker(sentence, said, last)
    if carriers and not carriers[-1].outlet and speaker in (None, found[-1]):
        speaker = found.pop()
    if speaker is not None:
        found += [told.words, speaker] if told else [speaker]
    distinct = tuple(name for at, name in enumerate(found) if not _again(name, found[:at]))
    return distinct if len(distinct) > 1 else ()


def _again(name: str, before_it: list[str]) -> bool:
    """Whether it is named before, longer or shorter (`Tagblatt` and `Tagblatt TV`)."""
    words = set(name.split())
    return any(words <= set(other.split()) or set(other.split()) <= words for other in before_it)


@dataclass(frozen=True, slots=True)
class _Sentence:
    text: str
    start: int
    end: int
    names: Names
    quoted: list[Span]

    def links(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """The places of a pattern outside quotation marks."""
        for match in pattern.finditer(self.text, self.start, self.end):
            if not inside(self.quoted, match.start()):
                yield match

    def outlets_after(self, pattern: re.Pattern[str]) -> Iterator[_Voice]:
        """The outlets right behind the places of a pattern."""
        for match in self.links(pattern):
            voice = self.outlet_after(match.end())
            if voice is not None:
                yield voice

    def outlet_after(self, place: int) -> _Voice | None:
        """The outlet whose name begins at a place, articles and `the newspaper` left out."""
        media = _MEDIA.match(self.text, place, self.end)
        span = media.span() if media else outlet_after(self.text, place, self.names)
        if span and _GOES_ON.match(self.text, span[1], self.end):
            return None
        return _Voice(self.text[slice(*span)], *span) if span and span[1] <= self.end else None

    def outlet_before(self, place: int) -> _Voice | None:
        """The outlet whose name ends at a place."""
        media = _MEDIA_BEFORE.search(self.text, max(self.start, place - 40), place)
        span = media.span() if media else outlet_before(self.text, place, self.names)
        return _Voice(self.text[slice(*span)], *span) if span and span[0] >= self.start else None


def _carriers(sentence: _Sentence) -> list[_Voice] | None:
    """Who carries it, the outermost first; None where the order is not plain.

    At the head of a sentence who is named first is the outermost (`According to A, B reported`);
    behind what is said, who is named last (`..., B reported, A said`).
    """
    blocks = _blocks(sentence)
    heads = {len(sentence.text[sentence.start : b[0].start].split()) <= _AHEAD for b in blocks}
    if len(heads) > 1:
        return None
    ordered = blocks if True in heads else blocks[::-1]
    return [voice for block in ordered for voice in block]


def _blocks(sentence: _Sentence) -> list[list[_Voice]]:
    """The runs of carriers that each have it from the next, in the order of the text."""
    blocks: list[list[_Voice]] = []
    for match in sentence.links(_TAKES):
        outer = _citing(sentence, match.start())
        inner = _cited(sentence, match.end()) if outer else None
        if outer is None or inner is None:
            continue
        if blocks and blocks[-1][-1].end == outer.end:
            blocks[-1].append(inner)
        else:
            blocks.append([outer, inner])
    known = {voice.end for block in blocks for voice in block}
    alone = [*sentence.outlets_after(_CARRIED)]
    alone += [*_reporting(sentence)]
    blocks += [[voice] for voice in alone if voice.end not in known]
    blocks.sort(key=lambda block: block[0].start)
    return [next(same) for _, same in groupby(blocks, key=lambda block: block[0].end)]


def _reporting(sentence: _Sentence) -> Iterator[_Voice]:
    """The outlets that report it themselves; not those of which another says what they reported."""
    for match in sentence.links(_REPORTED):
        voice = sentence.outlet_before(match.start())
        if voice is not None:
            before_it = sentence.text[sentence.start : voice.start]
            clause = re.split(r"[,;:—–\"”]", before_it)[-1].split()
            apart = any(word in _APART or not word.islower() for word in clause)
            if len(clause) <= _AHEAD and not apart:
                yield voice


def _citing(sentence: _Sentence, place: int) -> _Voice | None:
    """The outlet that cites, before `, citing` or before `reported on Monday, citing`."""
    meanwhile = _MEANWHILE.search(sentence.text, max(sentence.start, place - 90), place)
    return sentence.outlet_before(meanwhile.start() if meanwhile else place)


def _cited(sentence: _Sentence, place: int) -> _Voice | None:
    """Whom it cites: an outlet, a person, an office, a document; not `concerns`."""
    outlet = sentence.outlet_after(place)
    source = after(sentence.text, place, sentence.end, sentence.names)
    if outlet is not None or source is None:
        return outlet
    last = source.words.split()[-1]
    role = any(word.lower() in ROLES for word in source.words.split())
    fits = source.kind in (SourceKind.ANONYMOUS, SourceKind.DOCUMENT) or role or last[0].isupper()
    if not fits or source.pronoun:
        return None
    return _Voice(source.words, source.start, source.end, outlet=False)


def _speaker(sentence: _Sentence, said: Attribution | None, last: Sequence[Speaker]) -> str | None:
    """Who says it in the end, if that is no outlet."""
    text, names = sentence.text, sentence.names
    for match in sentence.links(_SPOKEN):
        source = before(text, sentence.start, match.start(), names)
        if source is not None:
            meant = refers(source.words, last) if source.pronoun else source
            return meant.words if meant else None
    for _ in range(_LEVELS):
        if said is None or _says(said, names):
            break
        said = hear(text, *said.content, names, last)[0]
    return said.source if said is not None and _says(said, names) else None


def _says(said: Attribution, names: Names) -> bool:
    """Whether its source is one who speaks, and whom a name or an office tells."""
    return said.kind is not SourceKind.OUTLET and says(said.source, said.cue, names)

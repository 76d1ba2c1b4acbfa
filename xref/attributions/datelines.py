"""Lines before and after a story that credit it: datelines, bylines and footers.

`leading` and `trailing` find them at the borders of one paragraph; what stands between them is
what the outlet reports.
"""

import re
from dataclasses import dataclass

from xref.attributions.sources import Names
from xref.attributions.words import agency, listed

Part = tuple[int, int]
"""Start and end of the words that name an outlet."""


@dataclass(frozen=True, slots=True)
class Line:
    """A dateline, byline or footer, and the places of the outlets that it names."""

    start: int
    end: int
    form: str
    outlets: tuple[Part, ...] = ()


_MONTH = (
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mär|Mai|Juni|Juli|Okt|Dez|янв|фев|мар|апр"
    r"|мая|июн|июл|авг|сен|окт|ноя|дек|ene|feb|abr|ago|sept|dic|janv|févr|avr|juil|août|déc)"
)
_DATE = rf"(?:{_MONTH}\w*\.? \d{{1,2}}|\d{{1,2}}\.?(?:st|nd|rd|th)? {_MONTH}\w*\.?)(?:,? \d{{4}})?"
_DASH = r"(?:[-–—]{1,3}|\u2015)"
_PLACE = (
    r"[^\W\d_][\w.’'-]*(?:[ /-][^\W\d_][\w.’'-]*){0,4}(?:, [^\W\d_][\w.’'-]*(?: [\w.’'-]+){0,4})?"
)
_IN_BRACKETS = re.compile(
    rf"[^\n()\[\]\"“”;!?]{{0,70}}?[(\[](?P<outlet>[^()\[\]\n]{{2,80}})[)\]]\s*(?P<dash>{_DASH}"
    rf"|:)?\s*"
)
_IN_SLASHES = re.compile(r"[^\n/\"“”()]{2,60}/(?P<outlet>[^/\n]{2,30})/[.\s]*(?:[-–—]\s*)?")
_AFTER_DATE = re.compile(
    rf"{_PLACE}[.,]\s*{_DATE}\.?\s*(?:{_DASH}\s*)?(?P<outlet>[^\W\d_][\w. ]{{1,28}}?)"
    rf"\s*(?:{_DASH}|/|\.(?=\s+[^\W\d_]))\s+"
)
_AFTER_DASH = re.compile(rf"{_PLACE},?\s?{_DASH}\s?(?P<outlet>[^\W\d_][\w ]{{1,20}})[.:]\s+")
_DATED = re.compile(rf"{_PLACE}[,.]? ?(?:{_DASH} ?)?\(?{_DATE}\)?\s?(?:{_DASH}|:)\s+")
_PLAIN = re.compile(rf"(?P<place>{_PLACE})\s?(?P<dash>{_DASH}|:)\s*(?=[\"“'‘A-ZА-ЯÇĞİÖŞÜÄ])")
_SIGN = re.compile(r"[-–—\u2015:(\[/\d]")
"""Without one of these there is no dateline."""
_BYLINE = re.compile(
    r"(?:by|von|por|par|da|автор|writer|author|yazan|text|di)\s?(?:\s|:)\s*(?P<who>[^\n.|]{2,90}?)"
    r"\s*(?:\.(?=\s|$)|\||\n|$)\s*",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"(?P<outlet>[^\W\d_][\w’'&-]*(?: [^\W\d_][\w’'&-]*){0,3}(?: ?[|/,] ?[^\W\d_][\w’'&-]*){0,3})"
    r"\s*(?P<mark>[.|:]| [-–—])\s+(?=[\"“'‘]?[^\W\d_])"
)
_SOURCE = re.compile(
    r"\(?\b(?:sources?|quellen?|fuentes?|kaynak|источники?|πηγή|fonte|źródło|bron|джерело|sumber"
    r"|zdroj|lähde|kilde|källa|المصدر)\s?:\s*(?P<outlet>[^\n;()]{2,80}?)"
    r"\s*(?:\.(?=\s|$)|[;)]|\n|$| Date:)[^\n()]{0,60}?\)?",
    re.IGNORECASE,
)
_REPORTING = re.compile(
    r"[(\[]\s*(?:additional |with )?(?:reporting|writing|editing|compiled|translated|written)"
    r"(?: and \w+)? (?:by|in)\b[^()\[\]\n]{2,400}[)\]]?",
    re.IGNORECASE,
)
_CONTRIBUTED = re.compile(
    r"(?P<outlet>(?:The )?Associated Press|Reuters|AFP|Agence France-Presse|Bloomberg)"
    r"(?: writers?| reporters?| correspondents?)?[^\n.]{0,80} contributed to this (?:report|story"
    r"|article)\.?"
    r"|\bContributing: (?:The )?(?P<also>Associated Press|Reuters|AFP)\b",
)
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:©\s*|copyright\s*)?(?:19"
    r"|20)\d\d,?\s*(?P<outlet>[^\W\d_][\w’'& -]{1,40})",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"(?:[(\[](?P<brackets>[^()\[\]\n]{2,60})[)\]]|(?:^"
    r"|(?<=\s))[-–—]{1,2}\s?(?P<dash>[^\n()\[\].]{2,40})"
    r"|(?:(?<=[^\W_][^\W_][.!?\"”])\s+|(?<=\n))(?P<plain>[^\W\d_][\w’' -]{1,24}))[.\s]*\Z"
)
_PARTS = re.compile(r"\s*(?:[|,;/+&]|\band\b|\bund\b|\bet\b|\by\b|\bи\b|\bve\b|\s[-–—]\s)\s*")
_PICTURE = re.compile(r"photo|image|getty|foto|picture|pool|shutterstock|file|video|twitter", re.I)
_SMALL = listed("the of de la el al del du van von der den di da and y et i u и на в")


def leading(
    text: str, start: int, end: int, names: Names | None = None, *, early: bool = True
) -> list[Line]:
    """The bylines and datelines at the start of a paragraph, in order.

    Forms that any sentence could begin with (`Rabat – Nine people`) count only where the
    paragraph is an `early` one.
    """
    lines: list[Line] = []
    place = start
    for _ in range(3):
        line = _dateline(text, place, end, names, early=early) or (
            _byline(text, place, end, names) if early else None
        )
        if line is None or line.end <= place:
            break
        lines.append(line)
        place = line.end
    return lines


def trailing(text: str, start: int, end: int, names: Names | None = None) -> list[Line]:
    """The footers at the end of a paragraph, in order."""
    bracketed = any(text.find(sign, start, end) >= 0 for sign in "([")
    reporting = _REPORTING.finditer(text, start, end) if bracketed else ()
    found = [Line(match.start(), match.end(), "footer") for match in reporting]
    for match in _SOURCE.finditer(text, start, end) if text.find(":", start, end) >= 0 else ():
        ahead = text[max(start, match.start() - 8) : match.start()]
        if _PICTURE.search(ahead) or (
            ahead.strip(" (*—–-") and ahead.rstrip()[-1] not in '.!?…)"”»'
        ):
            continue
        parts = _parts(text, *match.span("outlet"), names, free=True)
        found.append(Line(match.start(), match.end(), "footer", parts))
    tail = _TAIL.search(text, max(start, end - 70), end)
    if tail is not None and not found:
        group = tail.lastgroup or "brackets"
        parts = _parts(text, *tail.span(group), names, free=False)
        if parts and not _PICTURE.search(tail.group()):
            begin = tail.start() if group != "plain" else tail.start(group)
            found.append(Line(begin, tail.end(), "footer", parts))
    return sorted(found, key=lambda line: line.start)


def notices(text: str, start: int, end: int) -> list[Line]:
    """Contribution lines and copyright lines anywhere in a passage."""
    found = []
    for match in _CONTRIBUTED.finditer(text, start, end):
        group = "outlet" if match.group("outlet") else "also"
        found.append(Line(match.start(), match.end(), "footer", (match.span(group),)))
    for match in _COPYRIGHT.finditer(text, start, end):
        name = re.split(r"\s(?:All|LLC|Inc|Rights)\b", match.group("outlet"))[0].rstrip(" .,-")
        first = match.start("outlet")
        found.append(Line(match.start(), match.end(), "footer", ((first, first + len(name)),)))
    return found


def leading_credit(text: str, start: int, end: int, *, early: bool = True) -> int:
    """Where the report itself begins after the bylines and datelines of a paragraph."""
    lines = leading(text, start, end, early=early)
    return lines[-1].end if lines else start


def trailing_credit(text: str, start: int, end: int) -> int:
    """Where the report ends before the footers of a paragraph."""
    place = end
    for line in reversed(trailing(text, start, end)):
        if text[line.end : place].strip(" .\n\t\r"):
            break
        place = line.start
    return place


def _dateline(text: str, start: int, end: int, names: Names | None, *, early: bool) -> Line | None:
    if _SIGN.search(text, start, min(end, start + 180)) is None:
        return None
    for pattern in (_IN_BRACKETS, _IN_SLASHES, _AFTER_DATE):
        match = pattern.match(text, start, min(end, start + 180))
        if match is None:
            continue
        head = text[start : match.start("outlet")].rstrip("([/ \n")
        parts = _parts(text, *match.span("outlet"), names, free=_shouted(head) or not head)
        dash = pattern is not _IN_BRACKETS or match.group("dash")
        if parts and _is_place(head) and (dash or (head and _known(text, parts, names))):
            return Line(start, match.end(), "dateline", parts)
    match = _AFTER_DASH.match(text, start, min(end, start + 110))
    if match and _is_outlet(text[slice(*match.span("outlet"))], names):
        return Line(start, match.end(), "dateline", (match.span("outlet"),))
    for pattern in (_DATED, _PLAIN):
        match = pattern.match(text, start, min(end, start + 110))
        if (
            match
            and (pattern is _DATED or _plain(match, early=early))
            and _goes_on(text, match.end(), end)
        ):
            return Line(start, match.end(), "dateline")
    return None


def _plain(match: re.Match[str], *, early: bool) -> bool:
    """Whether `PLACE -` is a dateline: in capitals anywhere with a dash, or first in the text."""
    place = match.group("place")
    city = place.split(",")[0]
    if match.group("dash") == ":":
        return early and _shouted(city) and len(city.split()) <= 2
    spaced = match.group()[-1:].isspace() or match.group("dash") in ("—", "–")
    return spaced and (_shouted(city) or (early and len(place.split()) <= 3 and _is_place(place)))


def _goes_on(text: str, place: int, end: int) -> bool:
    """Whether a sentence follows (and not a caption or a headline)."""
    return end - place > 40 and text[end - 1] in ".!?…\"”'’»)]:–—"


def _byline(text: str, start: int, end: int, names: Names | None) -> Line | None:
    match = _BYLINE.match(text, start, min(end, start + 140))
    if match is not None:
        first, last = match.span("who")
        who = text[first:last]
        if sum(word[:1].islower() for word in who.split()) > 3:
            return None
        return Line(
            start, match.end(), "byline", _parts(text, first, last, names, free=False, tail=True)
        )
    match = _BARE.match(text, start, min(end, start + 90))
    if match is not None:
        parts = _parts(text, *match.span("outlet"), names, free=False)
        if parts and _goes_on(text, match.end(), end):
            return Line(start, match.end(), "byline", parts)
    return None


def _parts(
    text: str, start: int, end: int, names: Names | None, *, free: bool, tail: bool = False
) -> tuple[Part, ...]:
    """The outlets in a list such as `AFP, Reuters`; unknown ones too where the form is `free`."""
    if _PICTURE.search(text, start, end):
        return ()
    found: list[Part] = []
    place = start
    borders = [*_PARTS.finditer(text, start, end), None]
    whole = text[start:end].strip()
    if _is_outlet(whole, names):
        return (
            (
                start + text[start:end].index(whole),
                start + text[start:end].index(whole) + len(whole),
            ),
        )
    for border in borders:
        stop = border.start() if border else end
        words = text[place:stop].strip(" .*_")
        first = text.find(words, place, end) if words else place
        if _is_outlet(words, names) or (free and _like_outlet(words)):
            found.append((first, first + len(words)))
        elif tail and (known := _last_outlet(words, names)):
            found.append((first + len(words) - len(known), first + len(words)))
        place = border.end() if border else end
    return tuple(found)


def _last_outlet(words: str, names: Names | None) -> str | None:
    """`Staff The Associated Press` -> `The Associated Press`."""
    tokens = words.split(" ")
    for first in range(max(1, len(tokens) - 5), len(tokens)):
        known = " ".join(tokens[first:])
        if _is_outlet(known, names):
            return known
    return None


def _is_outlet(words: str, names: Names | None) -> bool:
    return bool(words) and (agency(words) or (names is not None and names(words) is not None))


def _known(text: str, parts: tuple[Part, ...], names: Names | None) -> bool:
    return any(_is_outlet(text[first:last], names) for first, last in parts)


def _like_outlet(words: str) -> bool:
    """Whether unknown words look like the name of an outlet: short, and capitalised throughout."""
    tokens = words.split()
    return (
        0 < len(tokens) <= 4
        and len(words) <= 40
        and not any(char.isdigit() for char in words)
        and all(not token[0].islower() or token in _SMALL or "." in token for token in tokens)
    ) or (len(tokens) == 1 and words.isalpha() and words.isascii())


def _shouted(place: str) -> bool:
    """Whether the first word of the place is in capitals."""
    first = re.split(r"[\s,]", place, maxsplit=1)[0]
    return len(first) > 1 and first.isupper()


def _is_place(head: str) -> bool:
    """Whether the words before the outlet could be a place and a date."""
    tokens = re.split(r"[\s,.]+", head.strip())
    return len(tokens) <= 10 and all(
        not token[:1].islower() or token in _SMALL or re.match(_MONTH, token, re.I)
        for token in tokens
    )

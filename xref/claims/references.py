"""What the words of a claim refer to, kept beside them: an office to its holder, a day to its date.

Only what the article itself settles: an office for which it names one person, a day that can be
counted from the article's own. In doubt there is no reference. Nothing here is read by an encoder
or a judge.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from xref.attributions.quotes import inside, quotations
from xref.attributions.words import listed
from xref.quantities import date_range, moments
from xref.quantities.calendars import DAYS_AWAY, MONTHS, SHORT_MONTHS, WEEKDAYS
from xref.records import Article, Reference

_OFFICE = (
    r"(?:[Pp]resident|[Mm]inister|[Pp]remier|[Cc]hancellor|[Gg]overnor|[Mm]ayor|[Ss]enator"
    r"|[Ss]ecretary|[Aa]mbassador|[Ss]pokes(?:man|woman|person)|[Dd]irector"
    r"|[Cc]hair(?:man|woman)|[Ss]heriff|[Cc]ongress(?:man|woman)|[Pp]rosecutor|[Pp]rofessor"
    r"|[Cc]ommissioner|[Jj]udge|[Kk]ing|[Qq]ueen|[Pp]ope)(?![\w-])"
)
_WORD = r"[^\W\d_][\w.’'-]*"
_CAPITAL = r"(?:[^\W\d_a-z]\.|[^\W\d_a-z][\w’'-]*)"
_NAME = rf"{_CAPITAL}(?: (?:{_CAPITAL}|al|bin|de|van|von|der|den)){{0,3}}"
_TITLED = re.compile(rf"(?<![\w-])(?P<office>{_OFFICE}) (?P<name>{_NAME})")
_WORDS_BEFORE = re.compile(rf"(?:{_WORD} ){{1,3}}\Z")
_APPOSED = re.compile(
    rf", (?:the|an?) (?P<ahead>(?:{_WORD} ){{0,3}}?)(?P<office>{_OFFICE})"
    r"(?: (?:of|for|at) [^,.\n]{2,40})?,"
)
_NAME_BEFORE = re.compile(rf"(?<![^\W_]){_NAME}\Z")
_MOST = 500
"""Holders of offices that one article names; a text made of nothing else must not take long."""
_LOOK_BACK = 60
"""Characters in which the words before an office, or the name before its apposition, stand."""
_MEANT = re.compile(
    rf"\b[Tt]he (?P<ahead>(?:{_WORD} ){{0,2}}?)(?P<office>{_OFFICE})"
    r"(?! (?:of|for|at|who|whose|in charge|to be|elect|pro) |-| [A-Z]|\w)"
)
_OTHER = listed(
    "former ex vice deputy acting assistant then late incoming outgoing under associate"
)
"""Before an office they make it another's."""
_REACH = 500
"""Characters before an office in which its holder must be named: `the president` of a whole country
is seldom introduced. Of 35 references to offices in AllSides 2016 that were read without it, six
were wrong, five of them such; of 40 with it, three speak of whoever holds the office."""
_NO_NAMES = listed("the a an of and monday tuesday wednesday thursday friday saturday sunday")
_WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day")
_NAMED_DAYS = listed("super black ash giving fat good bloody easter palm cyber holy news")
"""Before a weekday they make it the name of a feast, or of a programme."""
_AHEAD = re.compile(
    r"\b(?:will|would|shall|scheduled|expect\w*|plan\w*|set to|due|going to|may|might|could|should"
    r"|must|by|until|till|through|before|every|each|next|won['’]t|upcoming|deadline)\b|['’]ll\b"
)
"""What may make a weekday the coming one, or one of many."""
_SAID = re.compile(
    r"\b(?:said|told \w+|announced|stated|tweeted|wrote|warned|added|confirmed)"
    r"(?: late| early)? on \Z"
)
"""Before a weekday, it is the day on which somebody spoke."""
_TELLS_DAY = frozenset({*WEEKDAYS, *MONTHS, *SHORT_MONTHS, *DAYS_AWAY})
"""Without one of these words no day is counted from the article's, and nothing need be read."""
_NEAR = 60
"""Days from the article's own up to which a day without a year is surely the nearest such one."""
_TODAY = re.compile(r"(?:yesterday|tomorrow|today|tonight)")


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody whom the article calls by his office."""

    office: str
    ahead: tuple[str, ...]
    """The words before the office, in small letters."""
    name: str
    start: int

    @property
    def surname(self) -> str:
        """The word by which two ways of naming him are one."""
        return self.name.split()[-1]


def holders(text: str) -> tuple[Holder, ...]:
    """Find who holds an office by what the text says: `Foreign Minister Jane Doe`."""
    found = (one for one in chain(_titled(text), _apposed(text)) if one)
    return tuple(sorted(islice(found, _MOST), key=lambda one: one.start))


def _titled(text: str) -> Iterator[Holder | None]:
    """`Foreign Minister Jane Doe`."""
    for match in _TITLED.finditer(text):
        ahead = _WORDS_BEFORE.search(text, max(0, match.start() - _LOOK_BACK), match.start())
        yield _holder(match["name"], ahead.group() if ahead else "", match)


def _apposed(text: str) -> Iterator[Holder | None]:
    """`Jane Doe, the foreign minister,`."""
    for match in _APPOSED.finditer(text):
        name = _NAME_BEFORE.search(text, max(0, match.start() - _LOOK_BACK), match.start())
        yield _holder(name.group(), match["ahead"], match) if name else None


def references(
    article: Article, start: int, end: int, held: Sequence[Holder]
) -> Iterator[Reference]:
    """Yield what the sentence `text[start:end]` refers to, outside quotation marks."""
    text = article.text
    found = [*_offices(text, start, end, held), *_days(article, start, end)]
    quoted = quotations(text, start, end, running=True) if found else []
    for first, last, meaning in found:
        if not inside(quoted, first):
            yield Reference(first, last, text[first:last], meaning)


def _holder(written: str, before: str, match: re.Match[str]) -> Holder | None:
    name = written.split()
    owner = next((at for at, word in enumerate(name, 1) if word.endswith(("'s", "’s"))), len(name))
    name = name[:owner]
    while name and (name[0].lower() in _NO_NAMES or re.fullmatch(_OFFICE, name[0])):
        name = name[1:]
    if not name or not name[0][0].isupper() or name[-1].lower() in _NO_NAMES:
        return None
    ahead = tuple(before.lower().replace("-", " ").split())
    while name[-1].islower():
        name.pop()
    whole = re.sub(r"['’]s?\Z", "", " ".join(name).rstrip("."))
    return Holder(match["office"].lower(), ahead, whole, match.start())


def _offices(
    text: str, start: int, end: int, held: Sequence[Holder]
) -> Iterator[tuple[int, int, str]]:
    """Offices that the article has one holder of, named before and not in this sentence."""
    for match in _MEANT.finditer(text, start, end) if held else ():
        ahead = tuple(match["ahead"].lower().replace("-", " ").split())
        told = [one for one in held if _is(one, match["office"].lower(), ahead)]
        named = {one.surname for one in told}
        reach = start - _REACH if len(named) == 1 else _paragraph_before(text, start)
        near = named & _words(text[max(0, reach) : start])
        full = [one.name for one in told if one.start < start and one.surname in near]
        if len(near) == 1 and full and not named & _words(text[start:end]):
            yield match.start(), match.end(), max(full, key=lambda name: len(name.split()))


def _paragraph_before(text: str, start: int) -> int:
    """Where the paragraph of a sentence begins, or the one before where it opens its own."""
    own = text.rfind("\n", 0, start) + 1
    return own if text[own:start].strip() else text.rfind("\n", 0, len(text[:own].rstrip())) + 1


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_][\w.-]*[^\W_]", text))


def _is(one: Holder, office: str, ahead: tuple[str, ...]) -> bool:
    """Whether he may be meant by this office with these words before it."""
    if one.office != office or _OTHER.intersection(one.ahead) - set(ahead):
        return False
    # `The Turkish minister` may be called the Turkish foreign minister.
    return _ends(one, ahead) or (ahead[0] in one.ahead and _ends(one, ahead[1:]))


def _ends(one: Holder, ahead: tuple[str, ...]) -> bool:
    """Whether these words stand right before the office."""
    return not ahead or one.ahead[-len(ahead) :] == ahead


def _days(article: Article, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Days that the sentence tells by the article's own, where that is known to the day."""
    anchor = date_range(article.published)
    if anchor is None or anchor[0] != anchor[1] or article.doubt:
        return
    words = article.text[start:end]
    if _TELLS_DAY.isdisjoint(re.findall(r"[^\W\d_]+", words.lower())):
        return
    plain = {(one.start, one.end) for one in moments(words) if one.dated}
    for one in moments(words, anchor):
        last = one.start + len(words[one.start : one.end].rstrip(". "))
        told = one.first == one.last and one.dated and one.clock is None
        told = told and abs((one.first - anchor[0]).days) <= _NEAR
        if told and (one.start, one.end) not in plain and _surely(words, one.start, last):
            yield start + one.start, start + last, one.first.isoformat()


def _surely(words: str, start: int, end: int) -> bool:
    """Whether the words mean that very day: no feast, no coming weekday, no `today's youth`."""
    told = words[start:end]
    before = words[:start].split()
    if before and before[-1].lower().strip("“\"'") in _NAMED_DAYS:
        return False
    if _WEEKDAY.fullmatch(told):
        # What is said to come stands behind the day on which it was said.
        said = _SAID.search(words[:start]) and words[end : end + 2] not in ("'s", "’s")
        return bool(said) or _AHEAD.search(words) is None
    if _TODAY.fullmatch(told.lower()):
        return told.islower() and words[end : end + 2] not in ("'s", "’s")
    return True

"""Noun phrases that speak: their borders in the text, and what kind of source they are."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from xref.attributions.words import listed
from xref.records import SourceKind

Names = Callable[[str], str | None]
"""From a name or a domain as written to the registry's name of the outlet, or None."""

PERSONS = listed("he she him her er él он она elle ella ele ela")
"""Pronouns that stand for one person."""
PRONOUNS = PERSONS | listed("they it i we them sie il ils elles ellos ellas они eles")
_STOPS = listed(
    "that which who whom whose but when as after because while if although though where before"
    " since until and or so than whether what how why nor yet dass ob weil que qui quand cuando"
    " porque что который которая которые когда если ki"
)
"""Words that a noun phrase before its verb does not reach back over."""
_PREPOSITIONS = listed(
    "in on at during by with from after before since speaking under amid for to over despite"
    " earlier late last this today yesterday meanwhile however additionally then also still but"
    " and so yet thus am im bei nach en dans lors durante в на во после"
)
_TIMES = (
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|tomorrow|January|February|March"
    r"|April|May|June|July|August|September|October|November|December|\d{4}|week|month|year"
    r"|morning|evening|afternoon|night|Dienstag|Mittwoch|Montag|Donnerstag|Freitag|Samstag|Sonntag"
)
_DAYS = re.compile(
    rf"{_TIMES}|statement|interview|conference|briefing|speech|email|post|letter|report|meeting"
    "|tweet|call"
)
"""When or where something was said."""
_WHEN = re.compile(_TIMES)
_CLAUSE = re.compile(
    rf"(?:{_TIMES}|an?|the|this)\Z|(?:in|on|at|of|to|by|for|from|with|during|after|about|as) "
    r"|(?:he|she|it|they|we|I|you|there)(?: |['’](?:s|re|d|ll|ve|m)\b)"
    r"|.*[\w.’'] (?:is|are|was|were|be|been|has|have|had|will|would|can|could|should|may|might"
    r"|isn['’]t|wasn['’]t|did|does|do)\b",
    re.IGNORECASE | re.DOTALL,
)
"""Nobody who speaks: a day, a bare article, a clause with a verb of its own."""
_LEARNED = re.compile(
    r"\b(?:sources?|insiders?|people familiar|persons? familiar|witness(?:es)?|anonymous"
    r"|not to be (?:named|identified)|condition of anonymity|someone|a person|Quellen?|Kreise[n]?"
    r"|fuentes?|источник\w*|kaynak\w*|مصادر|مصدر)\b",
    re.IGNORECASE,
)
_HIDDEN = re.compile(
    r"\b(?:anonym\w+|not to be (?:named|identified)|declined to be (?:named|identified)"
    r"|not authori[sz]ed to|asked not to|unnamed|unidentified)\b",
    re.IGNORECASE,
)
_DOCUMENT = re.compile(
    r"\b(?:statement|report|document|letter|filing|study|memo|data|poll|survey|transcript|release"
    r"|website|records?|papers?|complaint|indictment|affidavit|law|bill|figures|statistics"
    r"|imag(?:ing|es)|photos?|footage|video|census|analysis|research|review|audit|tests?"
    r"|communiqué|Bericht|Erklärung|Studie|informe|comunicado|заявлени\w+|документ\w*|доклад\w*"
    r"|açıklama\w*|rapor\w*)s?(?: (?:by|obtained|released|issued|published|conducted) .*)?\Z",
    re.IGNORECASE,
)
ROLES = listed(
    "minister ministers official officials spokesman spokeswoman spokesperson spokespeople"
    " president"
    " premier chief chiefs police authorities authority governor governors mayor senator senators"
    " government governments ministry ministries department agency investigators prosecutors"
    " prosecutor judge lawyer lawyers attorney attorneys secretary ambassador diplomat diplomats"
    " general director chairman chairwoman chair head leader leaders analyst analysts expert"
    " experts"
    " scientists researchers doctors doctor professor aide aides adviser advisers advisor advisors"
    " lawmaker lawmakers commissioner company companies firm team committee commission court"
    " council"
    " operator officer officers soldiers residents relatives critics activists campaign candidate"
    " democrats republicans party group groups army military navy media press embassy deputy"
    " congressman congresswoman owner founder manager editor author organisers organizers airline"
    " administration staff workers members member man woman father mother son daughter brother"
    " sister wife husband family families regierung minister behörden polizei sprecher sprecherin"
    " gouvernement ministre président police ministro presidente gobierno gobernador portavoz"
    " министр президент министерство представитель власти губернатор bakan bakanı sözcüsü"
    " cumhurbaşkanı"
)
_TITLES = listed(
    "The A An His Her Their Its Our My This That These Those U.S. US U.K. UK EU UN American Russian"
    " Turkish Dutch German French British Chinese Israeli Lebanese Indonesian Danish Swedish"
    " Ukrainian Iranian Iraqi Syrian European Western Democratic Republican Mr Mr. Mrs Mrs. Ms Ms."
    " State Senior Local Federal National House Senate White Chief General Deputy Vice Prime"
    " Foreign"
    " Defense Defence Interior Health Justice Finance Top Former Many Some Several One Two Other"
    " Another Both All Most Few Such Said"
)
_PARTY = re.compile(r"[DRI]-[A-Z]|Republican\Z|Democrat\Z")
"""`Harry Reid, D-Nevada,`: no name between the commas."""
_WORD = re.compile(r"[^\s,;:()\"“”„«»\[\]—–]+|[,;:()\"“”„«»\[\]—–]")
_COMMAS = frozenset([",", "—", "–", "--", "---"])
_Token = tuple[int, int, str]
_JOINING = re.compile(r"[-–—]{1,3}")


@dataclass(frozen=True, slots=True)
class Source:
    """Who speaks: the words, where they stand, and what kind of source they are."""

    words: str
    kind: SourceKind
    start: int
    end: int
    phrase: int
    """Where the whole phrase begins, with a role before the name: `the head of X, Name,`."""

    @property
    def pronoun(self) -> bool:
        """Whether only a pronoun stands there."""
        return self.words.lower() in PRONOUNS

    @property
    def clause(self) -> bool:
        """Whether a day or a whole clause stands there: `said Monday`, `said it is over`."""
        return _CLAUSE.match(self.words) is not None


def before(text: str, start: int, end: int, names: Names | None = None) -> Source | None:
    """The noun phrase that ends at `end`, reaching back no further than `start`."""
    tokens = [(m.start(), m.end(), m.group()) for m in _WORD.finditer(text, start, end)]
    if not tokens:
        return None
    last = len(tokens) - 1
    if tokens[last][2] == ")":
        while last > 0 and tokens[last][2] != "(":
            last -= 1
        last -= 1
    if last < 0:
        return None
    if tokens[last][2] in _COMMAS:
        last = _over_apposition(tokens, last)
        if last < 0:
            return None
    closed = len(tokens) - 1 - last
    first = last
    while first >= 0 and not _border(tokens[first][2]):
        first -= 1
    first = _trimmed(tokens, first + 1, last)
    if first > last or last - first > 14:
        return None
    phrase = first
    if closed == 1 and first > 1 and tokens[first - 1][2] == ",":
        phrase -= 2
        while phrase >= 0 and tokens[phrase][2] not in ',;:"”—–':
            phrase -= 1
        phrase += 1
    return _made(text, tokens[first][0], tokens[last][1], tokens[phrase][0], names)


def after(text: str, start: int, end: int, names: Names | None = None) -> Source | None:
    """The noun phrase that begins at `start`, reaching no further than `end`."""
    stop = start
    for count, token in enumerate(_WORD.finditer(text, start, end)):
        word = token.group()
        if (
            count > 12
            or word in ',;:()"“”„«»[]—–'
            or word.lower() in _STOPS
            or (count and (_WHEN.fullmatch(word) or word in ("on", "in", "at", "about", "during")))
        ):
            break
        stop = token.end()
    while stop > start and text[stop - 1] in ".!?… ":
        if text[max(start, stop - 3) : stop] in ("Jr.", "Sr.", "Co."):
            break
        stop -= 1
    return _made(text, start, stop, start, names) if stop > start else None


def kind_of(words: str, names: Names | None = None) -> SourceKind:
    """What kind of source the words name."""
    bare = re.sub(r"\A(?:the|The|l['’]|la|le|el|die|der|das)\s*", "", words)
    if names is not None and (names(words) or names(bare)):
        return SourceKind.OUTLET
    if _LEARNED.search(words):
        return SourceKind.ANONYMOUS
    if _DOCUMENT.search(words):
        return SourceKind.DOCUMENT
    proper = [
        word
        for word in words.split()
        if word[:1].isupper() and word not in _TITLES and word.lower() not in ROLES
    ]
    parts = re.split(r"['’]s\s+", words)
    owned = len(parts) > 1 and not any(w[:1].isupper() for w in parts[-1].split())
    role = any(word.lower().strip(".,") in ROLES for word in words.split())
    if proper and not owned and not (role and words[:1].islower() and words.split()[-1].islower()):
        return SourceKind.ROLE if role and words.split()[-1].islower() else SourceKind.NAMED
    return SourceKind.ROLE


def hidden(sentence: str) -> bool:
    """Whether the sentence says that its source would not be named."""
    return _HIDDEN.search(sentence) is not None


def _made(text: str, start: int, end: int, phrase: int, names: Names | None) -> Source | None:
    words = text[start:end].strip()
    if not any(char.isalpha() for char in words):
        return None
    start += len(text[start:end]) - len(text[start:end].lstrip())
    return Source(words, kind_of(words, names), start, start + len(words), min(phrase, start))


def _border(word: str) -> bool:
    return (
        word in ',;:()"“”„«»[]—–' or word.lower() in _STOPS or _JOINING.fullmatch(word) is not None
    )


def _over_apposition(tokens: list[_Token], last: int) -> int:
    """The last token of the name beside the apposition that ends in a comma at `last`.

    `Name, the head of X,` goes back over the apposition; in `the head of X, Name,` and in
    `Today, the spokesman Name,` what stands between the commas is the name itself.
    """
    opening = last - 1
    while opening >= 0 and (tokens[opening][2] not in _COMMAS or _aged(tokens, opening)):
        opening -= 1
        if last - opening > 18:
            return -1
    between = [token[2] for token in tokens[opening + 1 : last]]
    if opening < 1 or not between:
        return last - 1
    outside = [token[2].lower() for token in tokens[max(0, opening - 12) : opening]]
    named = len(between) <= 4 and all(word[0].isupper() for word in between)
    named = named and not any(_PARTY.match(word) for word in between)
    if (named and ROLES.intersection(outside)) or _DAYS.fullmatch(tokens[opening - 1][2].lower()):
        return last - 1
    return opening - 1


def _aged(tokens: list[_Token], comma: int) -> bool:
    """Whether the comma stands after an age or inside a place (`59, of Ashton, Md.`)."""
    before_it = tokens[comma - 1][2] if comma else ""
    return before_it.isdecimal() or (
        comma >= 2 and before_it[:1].isupper() and tokens[comma - 2][2] in ("of", "in", "from")
    )


def _trimmed(tokens: list[_Token], first: int, last: int) -> int:
    """Skip `On Thursday`, `In a statement`, `Then` before the noun phrase itself."""
    if first > last or tokens[first][2].lower() not in _PREPOSITIONS:
        return first
    for place in range(first, min(last, first + 8)):
        if _DAYS.fullmatch(tokens[place][2]):
            return place + 1
    return first + 1

"""Speakers: whom `he`, `she`, `it` or `they` may mean in the sentences that follow."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from xref.attributions.mentioned import mentions, surnames
from xref.attributions.quotes import Span
from xref.attributions.sources import PERSONS, PRONOUNS, ROLES, Names, after, kind_of
from xref.attributions.words import listed
from xref.records import SourceKind

_GROUPS = re.compile(
    r"\b(?:Red Cross|Ministry|Agency|University|Party|Council|Committee|Department|Office|Police"
    r"|Army"
    r"|Association|Union|Company|Corp|Inc|Kremlin|Pentagon|House|Court|Bank|Group|Organi[sz]ation"
    r"|Service|Survey|Institute|Administration|Foundation|Times|Post|Government|government|team"
    r"|AG|Federation|States|Kingdom|Republic|Nations|News|Agency|Ministry"
    r"|report|statement|study|campaign|administration|party|agency|department|committee|commission"
    r"|court|company|army|military|police|office|council|group|bank|congress|ministry|press|family"
    r"|firm|airline|party|movement|union|side|staff|media)\b"
)
_PLACES = listed(
    "Turkey Russia Moscow Ankara Washington Iran Tehran Israel China Beijing Germany Berlin France"
    " Paris Britain London Ukraine Kiev Kyiv Syria Damascus Lebanon Beirut Iraq Baghdad India Delhi"
    " Pakistan Japan Tokyo Egypt Cairo Jordan Libya Yemen Qatar Doha Kuwait Bahrain Greece Athens"
    " Italy Rome Spain Madrid Poland Warsaw Hungary Sweden Norway Denmark Finland Netherlands"
    " Belgium Brussels Austria Vienna Canada Mexico Brazil Argentina Australia Indonesia Jakarta"
    " Malaysia NATO Congress Parliament Brexit America Europe Africa Asia Google Facebook Twitter"
    " Apple Microsoft Amazon Boeing Airbus Gazprom Hamas Hezbollah ISIS Taliban Republicans"
    " Democrats Americans Russians Turks Israelis Palestinians"
)
"""Single names that are often subjects and never `he` or `she`."""
_CALLED = re.compile(
    r"(?:The|the|An?|His|his|Her|Their|Its|Our|These|Those|Some|Many|No)\b"
    r"(?!.*\b[a-z][\w-]* (?:[A-Z][\w.’'-]+ ?)+\Z)"
)
"""No name, whatever capitals follow: `The Oscars`; but `the spokesman Jane Doe`."""
_LED = ROLES | listed("the a an his her their its former then")
"""Words in small letters that may begin a phrase with a name at its end."""
_VERB = re.compile(r" (?:is|are|was|were|has|had|have|will|would|could|said|says|to)\b")
_MANY = re.compile(r"(?:[^s]s|people|authorities|police|men|women|children)\Z")
_AGENT = re.compile(r"(?:man|woman|person|or|er|ist|ian|ant|ent|captain|chief|boss|judge|host)\Z")
_WOMEN = listed("mother daughter sister wife woman girl spokeswoman chairwoman congresswoman")
_MEN = listed("father son brother husband man boy spokesman chairman congressman")
_KIN = _WOMEN | _MEN
_MALE = listed("he him er él он il ele")
NOT_SUBJECTS = listed(
    "there this that these those it here what who when where why how if but and or so in on at by"
    " with from after before during for as to of one despite amid although though while because"
)


_OPENING = re.compile(
    r"(?:In|On|At|By|After|Before|During|As for|With|Despite|For|From|Since|Until)\b"
    r"[^,\n\"“”:;]{1,50}, (?=[A-Z])"
)
"""What may stand before the subject: `By all accounts, `."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """The last source or subject before a sentence, to whom a pronoun may go back."""

    words: str
    kind: SourceKind
    pronoun: str = ""
    """The pronoun that last stood for it, which tells a later `he` from `she`."""
    shown: bool = True
    """Whether the text shows that a name is a person's; and whether a role is no clause."""

    @property
    def person(self) -> bool:
        """Whether `he` or `she` may stand for it: one person, no group and no document."""
        behind = _GROUPS.split(self.words)[-1].split()
        titled = len(behind) > 1 and _of_person(behind[0]) and behind[-1][0].isupper()
        grouped = _GROUPS.search(self.words) is not None and not titled
        if grouped or re.search(r" and | und | et | y | и ", self.words):
            return False
        named = self.kind is SourceKind.NAMED and self.words not in _PLACES
        first = self.words.split()[0]
        named = (
            named
            and self.shown
            and (first[0].isupper() or first in _LED)
            and not _CALLED.match(self.words)
        )
        return named or (self.office and self.shown and not self.many)

    @property
    def many(self) -> bool:
        """Whether several are called by what they are: `the advisers of the king`."""
        return _MANY.search(self.words.split(" of ")[0]) is not None

    @property
    def office(self) -> bool:
        """Whether one person is called by what he is: `the captain`, `the former governor`."""
        return _of_person(self.words.split()[-1])


def _of_person(word: str) -> bool:
    """Whether the word says what one person is."""
    low = word.lower()
    return low in ROLES or low in _KIN or _AGENT.search(low) is not None


def refers(pronoun: str, speakers: Sequence[Speaker]) -> Speaker | None:
    """The nearest of the speakers for whom the pronoun can stand."""
    return next((speaker for speaker in speakers if _fits(pronoun.lower(), speaker)), None)


def _fits(pronoun: str, speaker: Speaker) -> bool:
    if pronoun in PERSONS:
        if speaker.pronoun in PERSONS and (speaker.pronoun in _MALE) != (pronoun in _MALE):
            return False
        last = speaker.words.split()[-1].lower()
        female = last in _WOMEN or re.match(r"(?:Ms|Mrs|Miss|Lady|Queen|Mme|Frau)\b", speaker.words)
        male = last in _MEN or re.match(r"(?:Mr|Sir|Lord|King|Herr)\b", speaker.words)
        wrong = female if pronoun in _MALE else male
        return speaker.person and not wrong
    if pronoun == "it":
        return _GROUPS.search(speaker.words) is not None
    if pronoun in ("they", "them", "ellos", "ellas", "они", "ils", "elles", "eles", "elas"):
        return speaker.kind is SourceKind.ROLE and speaker.many
    return False


def known(words: str, kind: SourceKind, text: str) -> Speaker:
    """The speaker of these words, and whether the text shows that they are a person's."""
    last = re.sub(r"['’]s?\Z", "", words.split()[-1].strip(".,"))
    shown = last in surnames(text) if kind is SourceKind.NAMED else _VERB.search(words) is None
    return Speaker(words, kind, shown=shown)


def others(text: str, start: int, end: int, quoted: list[Span], last: Sequence[Speaker]) -> bool:
    """Whether a passage names other persons than these."""
    own = {word for speaker in last for word in re.findall(r"[^\W_]+", speaker.words)}
    return any(name not in own for name in mentions(text, start, end, quoted))


def subject_of(text: str, start: int, end: int, names: Names | None) -> Speaker | None:
    """The subject of a sentence that nobody is said to say."""
    opening = _OPENING.match(text, start, end)
    start = opening.end() if opening else start
    subject = after(text, start, min(end, start + 120), names)
    if subject is None or subject.words.split()[0].lower() in NOT_SUBJECTS:
        return None
    words = subject_words(subject.words)
    if (
        words is None
        or words.lower() in PRONOUNS
        or subject.kind not in (SourceKind.NAMED, SourceKind.ROLE)
    ):
        return None
    if " " not in words and not _introduced(text, start, words):
        return None
    return known(words, kind_of(words, names), text)


def _introduced(text: str, start: int, name: str) -> bool:
    """Whether a single capital word was the last part of a longer name before."""
    place = start
    for _ in range(5):
        place = text.rfind(" " + name, max(0, start - 4_000), place)
        if place < 0:
            return False
        first = max(text.rfind(" ", 0, place), text.rfind("\n", 0, place)) + 1
        if text[first].isupper() and text[place - 1].isalpha():
            return True
    return False


def subject_words(words: str) -> str | None:
    """The leading noun phrase: up to the last capital of a name, or the noun of a role."""
    tokens = words.split()
    stop = 0
    for count, token in enumerate(tokens[:8], 1):
        if token[:1].isupper() or (
            count <= 4
            and stop == count - 1
            and token in ("of", "al", "bin", "de", "van", "von", "the")
        ):
            stop = count if token[:1].isupper() else stop
        elif token[:1].islower() and count > 1:
            break
    if tokens[0] in ("The", "A", "An") or tokens[0].endswith(("'s", "’s")):
        role = _role_words(tokens)
        return role or (" ".join(tokens[:stop]) if stop > 1 else None)
    return " ".join(tokens[:stop]) if stop else None


def _role_words(tokens: list[str]) -> str | None:
    """`The city's governor put ...` -> `The city's governor`."""
    for count, token in enumerate(tokens[:5], 1):
        if token.lower() in ROLES and (count == len(tokens) or tokens[count][:1].islower()):
            return " ".join(tokens[:count])
    return None

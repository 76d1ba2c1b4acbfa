"""Noun phrases beside a cue, over tokens: who speaks, with titles, appositions and all.

There is no parser here. A phrase is read back from the verb, word by word, until a word that
cannot belong to it; that is right for nine sources in ten.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from xref.attributions.cues import HOLDING, JUDGING, SAYING
from xref.attributions.sources import ROLES
from xref.attributions.words import listed

_PIECE = re.compile(
    r"[^\W_]+\.(?:[^\W_]\.)+|(?:Mr|Mrs|Ms|Dr|Gov|Sen|Rep|Gen|Lt|Col|Jr|Sr|St|Rev|Prof|Sens|Reps"
    r"|[A-Z])\.(?=\s)"
    r"|\d+(?:[.,]\d+)+|[^\W_]+(?:[-.'’&/@][^\W_]+)*|''|--|[^\w\s]"
)
Pair = tuple[int, int]
"""First and last token of a phrase, both included."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark of a sentence."""

    start: int
    end: int
    word: str
    low: str
    quoted: bool
    """It stands between quotation marks."""

    @property
    def raised(self) -> bool:
        """Whether it begins with a capital (or is a figure)."""
        return self.word[0].isupper()


def pieces(text: str, start: int, end: int, quoted: Sequence[Pair]) -> list[Token]:
    """The words and marks of a sentence."""
    found: list[Token] = []
    at = 0
    for match in _PIECE.finditer(text, start, end):
        while at < len(quoted) and quoted[at][1] <= match.start():
            at += 1
        within = at < len(quoted) and quoted[at][0] <= match.start()
        word = match.group()
        found.append(
            Token(match.start(), match.end(), word, word.lower().replace("’", "'"), within)
        )
    return found


SUBJECTS = listed("he she they we i you it who everyone everybody nobody someone somebody"
                  " many some others several both most few those anyone all none one")  # fmt: skip
"""Words that are a subject by themselves."""
RELATIVE = listed("who that which")
POSSESSIVE = listed("his her their its our my your whose")
DETERMINERS = POSSESSIVE | listed(
    "the a an some many most several both two three four five six seven eight nine ten another"
    " other no these those this each every few all any one"
)
BORDERS = listed(
    "when as after because while if although though where before since until so than whether what"
    " how why but or and that which who whom yet once unless then even only just not also still"
    " is are was were be been being am has have had do does did will would can could should may"
    " might must i you he she it they we me him us them there here said says went came got made"
    " took gave put left is isn't wasn't don't doesn't didn't won't because to into during despite"
    " amid like through throughout upon within without per via ever never"
)
"""Words that no noun phrase contains."""
LINKS = listed("of for at from in on with by to between against under")
"""Prepositions that tie one noun to another; all but `of` only after a word for people."""
_NOT_NOUNS = SAYING | HOLDING | JUDGING
_MARKS = frozenset(",;:()[]\"“”„«»—–-!?.'‘’…*|") | {"''", "--"}
TIMES = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|tonight|tomorrow|january|february"
    r"|march|april|may|june|july|august|september|october|november|december|\d{4}|week|month|year"
    r"|morning|evening|afternoon|night|mornings?|earlier|later|now|meanwhile|recently|however"
)
DOCUMENTS = listed(
    "poll polls survey surveys study studies report reports analysis data memo letter statement"
    " article story column ad ads email emails document documents results voters percent"
)


OPENERS = _MARKS | listed("that and but as while because if though although when where")
"""What may stand before a clause."""


def mark(token: Token) -> bool:
    """Whether the token is punctuation."""
    return token.word in _MARKS


def before(tokens: list[Token], last: int, first: int = 0) -> Pair | None:
    """The noun phrase whose last token is `last`, with an apposition that ends there."""
    if last < first:
        return None
    end = last
    if tokens[last].word == ")":
        last = _opening(tokens, last, first, "(") - 1
    elif tokens[last].word in (",", "--", "—", "–"):
        return _with_apposition(tokens, last, first)
    found = _simple(tokens, last, first)
    if found is None or (found[0] > first and tokens[found[0] - 1].low in _GOVERNING):
        return None
    start = _role_ahead(tokens, found, first)
    return start, end


_GOVERNING = LINKS | listed("than into during despite like through throughout within without after"
                           " before until since amid upon via")  # fmt: skip
"""A noun phrase behind one of these is no subject."""


def _role_ahead(tokens: list[Token], found: Pair, first: int) -> int:
    """Where `the head of X, Name` begins, if the name stands behind its role."""
    place = found[0]
    if not (tokens[place].raised and place - 2 >= first and tokens[place - 1].word == ","):
        return place
    ahead = _simple(tokens, place - 2, first)
    if ahead is None or not any(t.low in ROLES for t in tokens[ahead[0] : ahead[1] + 1]):
        return place
    if ahead[0] > first and tokens[ahead[0] - 1].low not in OPENERS:
        return place
    return ahead[0] if tokens[ahead[0]].low in DETERMINERS else place


def _opening(tokens: list[Token], last: int, first: int, sign: str) -> int:
    while last > first and tokens[last].word != sign:
        last -= 1
    return last


def _with_apposition(tokens: list[Token], comma: int, first: int) -> Pair | None:
    """`Name, the head of X,`: from the name to the second comma."""
    place = comma - 1
    for _ in range(3):
        while place > first and tokens[place].word not in (",", "--", "—", "–"):
            if tokens[place].word in ('"', "“", "”", "''", ";", ":") or comma - place > 26:
                return None
            place -= 1
        if place <= first:
            return None
        if comma - place > 1 and not _inner(tokens, place):
            break
        place -= 1
    found = _simple(tokens, place - 1, first)
    opener = tokens[place + 1].low
    if found is not None and (opener.endswith("ing") or opener in _ASIDE | RELATIVE | {"whose"}):
        return found
    role = found is not None and any(t.low in ROLES for t in tokens[found[0] : found[1] + 1])
    fits = (
        opener in DETERMINERS
        or opener in ("who", "which", "whose", "former", "chief", "director", "head", "co-founder")
        or opener in ROLES
        or tokens[place + 1].word[0].isdigit()
        or (role and tokens[place + 1].raised)
        or (tokens[place + 1].raised and comma - place <= 5)
    )
    if found is None or not fits:
        return _simple(tokens, comma - 1, first)
    if TIMES.fullmatch(tokens[found[1]].low) or (not tokens[found[1]].raised and not role):
        return _simple(tokens, comma - 1, first)
    return found[0], comma


_ASIDE = listed("when after while asked in at as obtained released published conducted at like"
                " along including before on during with despite however then too meanwhile by to"
                " appearing citing noting once again though for instance example of course"
                " though although because himself herself")  # fmt: skip
"""Words that open what stands between commas but is no apposition."""


def _inner(tokens: list[Token], comma: int) -> bool:
    """Whether the comma stands after an age or a place inside an apposition."""
    return tokens[comma - 1].word.isdecimal() or (
        comma >= 2 and tokens[comma - 1].raised and tokens[comma - 2].low in ("of", "in", "from")
    )


def _simple(tokens: list[Token], last: int, first: int) -> Pair | None:
    """One noun phrase without appositions, read back from its last word."""
    if last < first or mark(tokens[last]) or tokens[last].low in BORDERS:
        return None
    place = last
    while place - 1 >= first and last - place < 16:
        if tokens[place].low in DETERMINERS and tokens[place - 1].low not in LINKS | DETERMINERS:
            break
        step = _joins(tokens, place, first)
        if not step:
            break
        place -= step
    while place < last and (tokens[place].low in LINKS or tokens[place].low in ("and", "then")):
        place += 1
    place = _after_time(tokens, place, last)
    return (place, last) if _nominal(tokens, place, last) else None


def _joins(tokens: list[Token], place: int, first: int) -> int:
    """How many tokens before `place` belong to its phrase still (0 where it begins)."""
    here, token = tokens[place], tokens[place - 1]
    low = token.low
    beyond = tokens[place - 2] if place - 2 >= first else None
    if low in LINKS and beyond is not None:
        noun = beyond.low in ROLES or beyond.low in DOCUMENTS or beyond.low.endswith("ers")
        allowed = low == "of" or (noun and beyond.low not in _NOT_NOUNS)
        return 2 if allowed and not mark(beyond) and beyond.low not in BORDERS else 0
    if low in ("and", "&") and beyond is not None:
        both = (here.raised and beyond.raised) or (beyond.low in ROLES and place - 2 >= first)
        return 2 if both and not mark(beyond) and beyond.low not in BORDERS else 0
    if low in ("'s", "’s", "'", "’") and beyond is not None:
        return 2 if not mark(beyond) else 1
    if token.word == "." and beyond is not None and len(beyond.word) <= 4 and beyond.raised:
        return 2
    if mark(token) or low in BORDERS or TIMES.fullmatch(low):
        return 0
    verbal = low in _NOT_NOUNS and not token.raised and low not in DOCUMENTS and low not in ROLES
    return 0 if verbal or (low.endswith("ly") and not token.raised) else 1


def _after_time(tokens: list[Token], place: int, last: int) -> int:
    """Skip `On Thursday` at the start of a phrase."""
    for at in range(place, min(last, place + 6)):
        if TIMES.fullmatch(tokens[at].low):
            place = at + 1
    return place


def _nominal(tokens: list[Token], first: int, last: int) -> bool:
    """Whether the words between can be a subject."""
    words = tokens[first : last + 1]
    if not words or words[-1].low in DETERMINERS - SUBJECTS:
        return False
    return any(any(char.isalpha() for char in token.word) for token in words)


_ENDS = BORDERS | RELATIVE | listed(
    "on in at during about yesterday today tonight earlier later last with from for after"
)  # fmt: skip


def after(tokens: list[Token], first: int, *, apart: bool = False) -> Pair | None:
    """The noun phrase that begins at `first`, with an apposition behind it.

    Where it stands `apart` (`According to X, P`), what follows its comma is no apposition.
    """
    last = first
    while last < len(tokens) and last - first < 16 and _goes_on(tokens, first, last):
        last += 1
    last -= 1
    while last >= first and tokens[last].low in LINKS | {"and", ","}:
        last -= 1
    if last < first or not _nominal(tokens, first, last):
        return None
    return first, last if apart else _apposition_behind(tokens, last)


def _goes_on(tokens: list[Token], first: int, last: int) -> bool:
    token = tokens[last]
    if token.quoted and not tokens[first].quoted:
        return False
    if token.word in ("'", "’", ".") and 0 < last < len(tokens) - 1 and tokens[last - 1].raised:
        return token.word != "." or len(tokens[last - 1].word) <= 4
    if mark(token) or TIMES.fullmatch(token.low):
        return False
    if token.low in ("and", "&"):
        later = tokens[last + 1] if last + 1 < len(tokens) else None
        return later is not None and later.raised and tokens[last - 1].raised
    if token.low in ("for", "at", "from", "in", "with") and last > first:
        behind = tokens[last - 1].low
        return behind in ROLES or behind in DOCUMENTS or behind.endswith("or")
    if last == first and token.low in SUBJECTS:
        return True
    if last > first and token.low.endswith("ed") and not token.raised:
        return tokens[last - 1].low in DETERMINERS
    return token.low not in _ENDS and not (token.low in _NOT_NOUNS and not token.raised)


def _apposition_behind(tokens: list[Token], last: int) -> int:
    """`said Name, who heads X.`: up to the mark after the apposition."""
    place = last + 1
    if place < len(tokens) and tokens[place].word == "(":
        while place < len(tokens) - 1 and tokens[place].word != ")" and place - last < 8:
            place += 1
        return place if tokens[place].word == ")" else last
    if place + 1 >= len(tokens) or tokens[place].word != ",":
        return last
    opener = tokens[place + 1]
    fits = opener.low in DETERMINERS | {"who", "whose", "former", "co-founder", "senior"}
    aged = opener.word.isdecimal() and place + 2 < len(tokens) and mark(tokens[place + 2])
    fits = fits or opener.low in ROLES or aged
    place += 1
    if not fits:
        return last
    while place < len(tokens) and place - last < 30:
        token = tokens[place]
        if token.quoted or token.word in (";", ":", '"', "“", "—", "--"):
            break
        if token.word == "," and not _inner(tokens, place):
            break
        place += 1
    while place > last and mark(tokens[place - 1]):
        place -= 1
    return place - 1

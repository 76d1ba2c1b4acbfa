"""text -> its words as two texts are set side by side: stems, names, places, negated, only planned.

A text is read once, however many others it is compared with.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final, NamedTuple

from xref.places import PlaceMention, mentioned
from xref.relations.alignment import FUNCTION_WORDS, fold
from xref.relations.antonyms import sides

Span = tuple[int, int]

_LONGEST: Final = 2_000
"""Characters read of one text; sentences are shorter, and hostile ones are cut here."""
_WORD: Final = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_OPENING: Final = frozenset('.!?:;"“”„«(')
"""Signs after which a capital says nothing."""
_CLAUSE_END: Final = re.compile(r"[.;:!?,()\"“”]|\b(?:but|although|while|because|which)\b")
_NOT: Final = re.compile(
    r"\b(?:not(?! only)|never|cannot|nobody|no one|none|neither|nor|without"
    r"|no(?! longer| doubt))\b"
    r"|\b\w{1,12}n['’]t\b",
    re.IGNORECASE,
)
_DOUBTFUL: Final = re.compile(
    r"\b(?:few(?:er)?|little|less|hardly|barely|rarely|unlike|fail\w*|stop\w*|prevent\w*|far from"
    r"|disallow\w*|refus\w*|reject\w*|avoid\w*|lack\w*|impossible|instead|only|if)\b",
    re.IGNORECASE,
)
"""Words that may negate in their own way, so that the text cannot be set against a negation."""
_DENIED: Final = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ials?)|refus(?:e[sd]?|ing|al)(?= to)|fail(?:s|ed|ing|ure)?(?= to)"
    r"|rul(?:es|ed|ing) out)\b",
    re.IGNORECASE,
)
_OPEN: Final = re.compile(
    r"\b(?:(?-i:may)|might|whether|possibl[ye]|potentially|perhaps|plan(?:s|ned|ning)?"
    r"|considering|propos(?:es?|ed|ing|als?)|hop(?:es?|ed|ing)|want(?:s|ed)?"
    r"|intend(?:s|ed)?|seek(?:s|ing)?|sought|threat(?:en(?:s|ed|ing)?)?|expect(?:s|ed)?"
    r"|yet to|about to|aim(?:s|ed|ing)?)\b",
    re.IGNORECASE,
)
_NOT_REACH: Final = 4
_NOT_CONTENT: Final = 2
"""Content words among them; a third is mostly no longer negated (`does not mean that`)."""
_DENIAL_REACH: Final = 9
_OPEN_REACH: Final = 5
"""Words behind a cue that it reaches, within its clause (NegEx uses five, Chapman et al. 2001)."""
_STEM: Final = 3
_TITLE_CASE: Final = 0.6
"""Share of capitals among the content words from which capitals tell no names: a headline."""
_NO_NAMES: Final = frozenset(
    (  # noqa: SIM905 - a list of literals would be many lines long
        "president prime minister secretary senator governor mayor king queen prince princess "
        "general captain judge chief director chairman professor doctor sir lord lady mr mrs ms dr "
        "monday tuesday wednesday thursday friday saturday sunday january february march april "
        "june july august september october november december christmas easter foreign defence "
        "defense interior state department ministry government congress parliament senate house "
        "republican republicans democrat democrats democratic former deputy vice uh yeah"
    ).split(" ")
)
"""Capitalised words that are no names by themselves: titles, days, houses."""
IN: Final = frozenset(
    ("in", "at", "near", "from", "to", "outside", "across", "around", "inside", "into", "over")
)
"""Words that make what follows the place of something."""


class Word(NamedTuple):
    """One word of a text."""

    start: int
    end: int
    low: str
    """As `alignment.fold` writes it."""
    stem: str
    content: bool
    name: bool


class Name(NamedTuple):
    """A run of names, which no place is."""

    span: Span
    words: tuple[str, ...]
    """Folded, those that tell him."""


@dataclass(frozen=True)
class Reading:
    """A text and what was read in it."""

    text: str
    words: tuple[Word, ...]

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of all content words."""
        return frozenset(word.stem for word in self.words if word.content)

    @cached_property
    def lows(self) -> frozenset[str]:
        """All words, folded."""
        return frozenset(word.low for word in self.words)

    @cached_property
    def once(self) -> dict[str, int]:
        """Stems of content words, names apart, that stand once, each with its word's number."""
        found: dict[str, int] = {}
        twice = set[str]()
        for n, word in enumerate(self.words):
            if word.content and not word.name:
                (twice.add(word.stem) if word.stem in found else found.setdefault(word.stem, n))
        return {stem: n for stem, n in found.items() if stem not in twice}

    @cached_property
    def sided(self) -> tuple[tuple[int, Word], ...]:
        """The words that have an opposite, each with its number."""
        return tuple((n, word) for n, word in enumerate(self.words) if sides(word.low))

    @cached_property
    def places(self) -> tuple[PlaceMention, ...]:
        """The places it names."""
        return mentioned(self.text)

    @cached_property
    def negated(self) -> dict[int, Span]:
        """Content word -> the negation or denial that reaches it."""
        denied = self._reached(_DENIED, _DENIAL_REACH, _DENIAL_REACH)
        return denied | self._reached(_NOT, _NOT_REACH, _NOT_CONTENT)

    @cached_property
    def doubtful(self) -> bool:
        """Whether it may negate otherwise than by a negation."""
        return _DOUBTFUL.search(self.text, 0, _LONGEST) is not None

    @cached_property
    def open(self) -> dict[int, Span]:
        """Content word -> the plan, wish, condition or doubt that reaches it."""
        return self._reached(_OPEN, _OPEN_REACH, 1)

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """Runs of names other than places."""
        return tuple(self._names())

    def around(self, span: Span, reach: int) -> tuple[list[str], list[str]]:
        """Return the stems of the nearest content words on either side, the nearest first."""
        first = bisect_left(self._starts, span[0])
        after = bisect_left(self._starts, span[1])
        stems = self._content
        return stems[max(0, first - reach) : first][::-1], stems[after : after + reach]

    @cached_property
    def _starts(self) -> list[int]:
        return [word.start for word in self.words if word.content]

    @cached_property
    def _content(self) -> list[str]:
        return [word.stem for word in self.words if word.content]

    def located(self, mention: PlaceMention) -> bool:
        """Whether a preposition makes the mention the place of something."""
        return not mention.people and any(word in IN for word in self.ahead(mention.start))

    def ahead(self, place: int) -> list[str]:
        """Return the two words before a place, or as many as there are."""
        return [word.low for word in self.words if word.end <= place][-2:]

    def _reached(self, cue: re.Pattern[str], most: int, content: int) -> dict[int, Span]:
        reached: dict[int, Span] = {}
        for match in cue.finditer(self.text, 0, _LONGEST):
            stop = _CLAUSE_END.search(self.text, match.end(), _LONGEST)
            limit = stop.start() if stop else len(self.text)
            inside = [n for n, w in enumerate(self.words) if match.end() <= w.start < limit]
            for n in [n for n in inside[:most] if self.words[n].content][:content]:
                reached.setdefault(n, match.span())
        return reached

    def _names(self) -> Iterator[Name]:
        taken = [(p.start, p.end) for p in self.places if p.sure or p.people]
        run: list[Word] = []
        for word in (*self.words, None):
            free = word is not None and word.name and not any(a <= word.start < b for a, b in taken)
            joined = word is not None and run and self.text[run[-1].end : word.start] in (" ", "-")
            if run and not (free and joined):
                told = tuple(w.low for w in run if w.low not in _NO_NAMES and len(w.low) > 1)
                if told:
                    yield Name((run[0].start, run[-1].end), told)
                run = []
            if free and word is not None:
                run.append(word)


@lru_cache(maxsize=8_192)
def read(text: str) -> Reading:
    """Read a text, or its first two thousand characters."""
    found = list(_WORD.finditer(text, 0, _LONGEST))
    content = [m for m in found if m.group().lower() not in FUNCTION_WORDS]
    capitals = sum(m.group()[0].isupper() for m in content)
    headline = capitals > _TITLE_CASE * len(content) and len(content) > _STEM
    return Reading(text, tuple(_word(text, m, headline) for m in found))


def _word(text: str, match: re.Match[str], headline: bool) -> Word:
    raw = match.group()
    low = fold(raw).removesuffix("'s")
    content = raw.lower() not in FUNCTION_WORDS and not low[:1].isdigit()
    name = (
        content
        and not headline
        and raw[0].isupper()
        and (_inside(text, match.start()) or _capital_follows(text, match.end()))
    )
    return Word(match.start(), match.end(), low, stem(low), content, name)


def _inside(text: str, start: int) -> bool:
    """Whether a word is not the first of its sentence, whose capital says nothing."""
    before = text[max(0, start - 4) : start].rstrip()
    return bool(before) and before[-1] not in _OPENING


def _capital_follows(text: str, end: int) -> bool:
    return text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()


@lru_cache(maxsize=65_536)
def stem(low: str) -> str:
    """Return a word without its inflection, as far as it can be told from the end alone."""
    for ending, instead in (("ies", "y"), ("ied", "y"), ("ing", ""), ("ed", ""), ("es", "")):
        if low.endswith(ending) and len(low) - len(ending) >= _STEM:
            bare = low[: -len(ending)] + instead
            break
    else:
        bare = low[:-1] if low[-1:] == "s" and low[-2:] != "ss" and len(low) > _STEM else low
    bare = bare[:-1] if bare[-1:] == "e" and len(bare) > _STEM else bare
    return bare[:-1] if bare[-1:] == bare[-2:-1] and len(bare) > _STEM else bare

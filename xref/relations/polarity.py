"""Whether two texts use a word with opposite polarity: `will cancel` and `cannot be cancelled`.

A negation reaches over the few words behind it, a denial over the rest of its clause (NegEx's
windows, Chapman et al. 2001). A word of the claim within such a reach of the passage sets the two
against each other; a negation elsewhere in the passage says nothing. A claim that is itself negated
needs a passage that negates something.
"""

import re
from functools import lru_cache
from typing import Final

from rapidfuzz import fuzz

from xref.relations.alignment import FUNCTION_WORDS
from xref.relations.antonyms import opposite

_NOT: Final = re.compile(
    r"\b(?:not|never|no longer|cannot|nobody|none|neither|nor|no)\b(?!\.? \d)|n['’]t\b",
    re.IGNORECASE,
)
"""`No. 446` is no negation."""
_DENIED: Final = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ials?)|refus(?:e[sd]?|ing|al)|reject(?:s|ed|ing|ion)?"
    r"|fail(?:s|ed|ing|ure)?|rul(?:es|ed|ing) out|stopp(?:ed|ing) short of"
    r"|dismiss(?:es|ed|ing)?)\b",
    re.IGNORECASE,
)
_DENIAL: Final = re.compile(r"\b(?:den(?:y|ies|ied|ying)|denials?)\b", re.IGNORECASE)
_NEGATIVE: Final = re.compile(
    r"\b(?:un[a-z]{4,}|impossible|without|lack\w*|little|few|hardly|barely|stop\w*|halt\w*"
    r"|false|absurd|stupid|nonsense|missing|yet|only|kein\w*|nicht|pas|не|нет)\b",
    re.IGNORECASE,
)
"""Words that may carry a negation of their own; they excuse a passage from having one."""
_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_CLAUSE_END: Final = re.compile(r"[.;:!?,]| but | although | while | and ")
_PLAIN_NOT: Final = re.compile(
    r"\b(?:not(?! only| just| merely)|never|cannot)\b|n['’]t\b", re.IGNORECASE
)
_IF: Final = re.compile(r"\b(?:if|unless|whether)\b", re.IGNORECASE)
_NEGATED: Final = 2
"""Content words that a `not` unsays; a third mostly says of what (`not held in Ohio`)."""
_DENIER: Final = 3
"""Words before a denial that may name who denies: `the foreign minister denied`."""
_REACH: Final = 4
"""Words behind a negation; NegEx uses five, of which one is mostly an article."""
_DENIAL_REACH: Final = 9
_LEAST_WORD: Final = 3
_SAME_WORD: Final = 80.0
"""Similarity (indel, 0 to 100) of two forms of one word: cancel / cancelled 80, deliver /
delivery 88."""


def denied_elsewhere(text: str, other: str) -> bool:
    """Whether a text tells that somebody denied something of whom the other does not speak."""
    found = _DENIAL.search(text)
    if not found or _DENIAL.search(other):
        return False
    who = [m.group() for m in _WORD.finditer(text, 0, found.start())][-_DENIER:]
    named = {word.casefold() for word in who if word.casefold() not in FUNCTION_WORDS}
    return not named & {m.group().casefold() for m in _WORD.finditer(other)}


@lru_cache(maxsize=8_192)
def negates(text: str) -> bool:
    """Whether a text negates or denies anything."""
    return bool(_NOT.search(text) or _DENIED.search(text))


def opposed(claim: str, passage: str) -> bool:
    """Whether one text negates what the other, which negates nothing, states.

    A claim that is negated needs a passage that negates or denies something, too; where it says
    `not`, something of what its `not` reaches. A negation in the passage alone counts where it
    reaches one of the claim's content words.
    """
    ours, theirs = negates(claim), negates(passage)
    if ours and not theirs and not _NEGATIVE.search(passage):
        return True
    if ours:
        return _unmet(claim, passage)
    if not theirs:
        return False
    our_plain, _ = _polarity(claim)
    _, their_negated = _polarity(passage)
    return any(_same_word(word, other) for word in their_negated for other in our_plain)


def _unmet(claim: str, passage: str) -> bool:
    """Whether a passage unsays nothing of what a `not` of the claim does.

    It may negate one of the words, have a negative one among them, or state the opposite. Of 44
    passages that this bars from supporting 356 statements of AllSides 2016, 38 were read to state
    something else; of 28 statements with a `not` put in by a program, it leaves three supported.
    """
    negated = _negated_groups(claim)
    if not negated:
        return False
    plain, unsaid = _polarity(passage)
    unsaid |= _before_not(passage) | _behind_negative(passage)
    unsaid |= {m.group().lower() for cue in (_NEGATIVE, _DENIED) for m in cue.finditer(passage)}
    return not all(
        any(_same_word(word, other) for word in group for other in unsaid)
        or any(opposite(word, other) for word in group for other in plain)
        for group in negated
    )


def _negated_groups(text: str) -> list[list[str]]:
    """Return, for each `not` of a text, the first content words behind it; none in an if-clause."""
    groups = []
    for match in _PLAIN_NOT.finditer(text):
        behind = _contents(text, *_reach(text, match.end(), _REACH + 1))
        condition = _IF.search(text, _clause_start(text, match.start()), match.start())
        if behind and not condition:
            groups.append(behind[:_NEGATED])
    return groups


def _before_not(text: str) -> set[str]:
    """Return the content words right before a `not`: `votes are not reported` unsays `votes`."""
    found = set[str]()
    for match in _PLAIN_NOT.finditer(text):
        clause = _clause_start(text, match.start())
        found.update(_contents(text, clause, match.start())[-_NEGATED:])
    return found


def _behind_negative(text: str) -> set[str]:
    """Return the content words behind a negative word: `unlikely to hold` unsays `hold`."""
    found = set[str]()
    for match in _NEGATIVE.finditer(text):
        found.update(_contents(text, *_reach(text, match.end(), _REACH)))
    return found


def _clause_start(text: str, place: int) -> int:
    return max((m.end() for m in _CLAUSE_END.finditer(text, 0, place)), default=0)


def _contents(text: str, start: int, end: int) -> list[str]:
    """Return the content words of a stretch of text, without names."""
    words = (match.group() for match in _WORD.finditer(text, start, end))
    return [word for word in words if _telling(word)]


def _telling(word: str) -> bool:
    # A name is what a statement is about, not what it says of it.
    return len(word) >= _LEAST_WORD and not word[0].isupper() and word not in FUNCTION_WORDS


def _same_word(one: str, other: str) -> bool:
    return one == other or (
        one[:_LEAST_WORD] == other[:_LEAST_WORD] and fuzz.ratio(one, other) >= _SAME_WORD
    )


@lru_cache(maxsize=8_192)
def _polarity(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the content words that stand plainly, and those within a negation's reach."""
    reaches = [_reach(text, m.end(), _REACH) for m in _NOT.finditer(text)]
    reaches += [_reach(text, m.end(), _DENIAL_REACH) for m in _DENIED.finditer(text)]
    plain, negated = set[str](), set[str]()
    for match in _WORD.finditer(text):
        word = match.group()
        if not _telling(word):
            continue
        inside = any(start <= match.start() < end for start, end in reaches)
        (negated if inside else plain).add(word)
    return frozenset(plain - negated), frozenset(negated)


def _reach(text: str, start: int, most: int) -> tuple[int, int]:
    """Return from where to where a negation that ends at `start` reaches."""
    stop = _CLAUSE_END.search(text, start)
    limit = stop.start() if stop else len(text)
    end = start
    for count, match in enumerate(_WORD.finditer(text, start, limit)):
        if count == most:
            break
        end = match.end()
    return start, end

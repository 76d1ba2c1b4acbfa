"""Whether two texts use a word with opposite polarity: `will cancel` and `cannot be cancelled`.

A negation reaches over the few words behind it, a denial over the rest of its clause (NegEx's
windows, Chapman et al. 2001). A word of the claim within such a reach of the passage sets the two
against each other; a negation elsewhere in the passage says nothing. A claim that is itself negated
needs a passage that negates something.
"""

import re
from typing import Final

from rapidfuzz import fuzz

from xref.relations.alignment import FUNCTION_WORDS

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


def negates(text: str) -> bool:
    """Whether a text negates or denies anything."""
    return bool(_NOT.search(text) or _DENIED.search(text))


def opposed(claim: str, passage: str) -> bool:
    """Whether one text negates what the other, which negates nothing, states.

    A claim that is negated needs a passage that negates or denies something, too. A negation in the
    passage alone counts where it reaches one of the claim's content words. Where both negate
    something, who negates what cannot be told by windows, and False is returned.
    """
    ours, theirs = negates(claim), negates(passage)
    if ours or not theirs:
        return ours and not (theirs or _NEGATIVE.search(passage))
    our_plain, _ = _polarity(claim)
    _, their_negated = _polarity(passage)
    return any(_same_word(word, other) for word in their_negated for other in our_plain)


def _same_word(one: str, other: str) -> bool:
    return one == other or (
        one[:_LEAST_WORD] == other[:_LEAST_WORD] and fuzz.ratio(one, other) >= _SAME_WORD
    )


def _polarity(text: str) -> tuple[set[str], set[str]]:
    """Return the content words that stand plainly, and those within a negation's reach."""
    reaches = [_reach(text, m.end(), _REACH) for m in _NOT.finditer(text)]
    reaches += [_reach(text, m.end(), _DENIAL_REACH) for m in _DENIED.finditer(text)]
    plain, negated = set[str](), set[str]()
    for match in _WORD.finditer(text):
        word = match.group()
        # A name is what a statement is about, not what it says of it.
        if len(word) < _LEAST_WORD or word[0].isupper() or word in FUNCTION_WORDS:
            continue
        inside = any(start <= match.start() < end for start, end in reaches)
        (negated if inside else plain).add(word)
    return plain - negated, negated


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

"""Who says it: whether a passage has the claim said by its speaker, or by somebody else."""

import re
from typing import Final

from xref.places import PlaceMatch, compare, mentioned
from xref.records import SourceKind
from xref.relations.alignment import FUNCTION_WORDS, fold
from xref.relations.differences.reading import read
from xref.relations.sides import Side

_MANY: Final = re.compile(
    r"(?:\w+ish|\w+ian|\w+ese|U\.?S\.?|French|Dutch|Greek|German|Iraqi|Israeli|local|federal"
    r"|state)? ?"
    r"\b(?:authorities|officials|police|officers|investigators|rescuers|prosecutors|firefighters"
    r"|experts|witnesses|residents|doctors|troops|forces)\b",
    re.IGNORECASE,
)
"""Roles that many hold at once, so that their word is not one speaker's."""
_OFFICE: Final = re.compile(
    r"\b(?:president|minister|governor|mayor|premier|chancellor|secretary|ambassador|chief|head"
    r"|director|commander|general|judge|prosecutor|leader|adviser|advisor|aide|king|queen|pope"
    r"|chairman|chairwoman|captain|lawyer|spokes\w+|father|mother|wife|husband|son|daughter)\b",
    re.IGNORECASE,
)
"""Roles of one person."""
_ADMITS: Final = re.compile(
    r"\b(?:admit(?:s|ted|ting)?\b(?! (?:in)?to (?!\w+ing\b))|confess(?:es|ed|ing)?"
    r"|(?:conced|acknowledg)(?:e|es|ed|ing)\b that)\b",
    re.IGNORECASE,
)
"""Sayings whose news is who says so: admitted, confessed; not `admitted to hospital`."""
_QUOTED_AGAIN: Final = 1 / 3
"""Share of a quotation's content words that a passage needs to report it."""
_NAME: Final = re.compile(r"(?<=\s)[^\W\d_a-z]\w")


def other_speaker(claim: Side, passage: Side) -> bool:
    """Whether both texts let somebody say it by name, and not the same person.

    The same words of two people are two statements.
    """
    sides = (claim.said, passage.said)
    named = [said for said in sides if said and said.kind is SourceKind.NAMED]
    if len(named) < len(sides):
        return False
    one, other = (name_words(said.source) for said in named)
    # The passage may name him elsewhere than where we read its speaker (`Ankara expects, he said`).
    if not (one and other) or one & (other | name_words(passage.text)):
        return False
    return not _same_nation(*(said.source for said in named))


def unspoken(claim: Side, passage: Side) -> bool:
    """Whether the claim is somebody's saying, and the passage is nowhere near that speaker.

    `X said P` and `P` are two statements.
    """
    said = claim.said
    if said is None or said.kind not in (SourceKind.NAMED, SourceKind.ROLE):
        return False
    if said.kind is SourceKind.ROLE and _anybody(said.source):
        # Officials of one country do not speak for those of another.
        return _other_nation(said.source, passage.text)
    near = passage.context | name_words(passage.said.source if passage.said else "")
    speaker = name_words(said.source)
    return bool(speaker) and not speaker & near and not _same_nation(said.source, passage.text)


def unadmitted(claim: Side, passage: Side) -> bool:
    """Whether the claim is that somebody admits something, and the passage has others say it."""
    if not _ADMITS.search(claim.text) or _ADMITS.search(passage.text):
        return False
    said = passage.said
    return said is None or not name_words(said.source) & name_words(claim.text)


def other_words(claim: Side, passage: Side) -> bool:
    """Whether the claim quotes somebody, and the passage has hardly a word of the quotation.

    Of 76 passages of direct quotations that were read and else supported, the eight with under a
    third of the content words all said something else; of 67 with half of them or more, 58 did not.
    """
    if claim.said is None or not claim.said.direct or claim.focus is None:
        return False
    quoted = {w.stem for w in read(claim.text).words if w.content and claim.says(w.start)}
    return len(quoted & read(passage.text).stems) < _QUOTED_AGAIN * len(quoted)


def _anybody(source: str) -> bool:
    """Whether a role names no one in particular: `officials`, `the airline`."""
    if _MANY.search(source):
        return not _NAME.search(_MANY.sub("", source))
    return not _NAME.search(source) and not _OFFICE.search(source)


def _same_nation(speaker: str, text: str) -> bool:
    """Whether a text names the country that speaks, or a place in it: `US officials`, `Texas`."""
    return bool(_matches(speaker, text) & {PlaceMatch.SAME, PlaceMatch.INSIDE})


def _other_nation(speaker: str, text: str) -> bool:
    """Whether the speaker's country or people is named, and the text names others only."""
    return PlaceMatch.OTHER in _matches(speaker, text) and not _same_nation(speaker, text)


def _matches(speaker: str, text: str) -> set[PlaceMatch]:
    """Return what the places that a speaker's name holds are to those of a text."""
    ours, theirs = mentioned(speaker), mentioned(text)
    return {compare(one, other) for one in ours for other in theirs}


def name_words(source: str) -> frozenset[str]:
    """Return the words of a speaker's name or role by which he is known again."""
    return frozenset(re.findall(r"\w{3,}", fold(source))) - FUNCTION_WORDS

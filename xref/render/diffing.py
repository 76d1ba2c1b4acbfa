"""Two texts -> the same two texts with the words marked in which they differ.

Only for the reader's eye: nothing is decided here.
"""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

from xref.settings import MARKING, MarkingLimits

_TOKEN = re.compile(r"\s+|[^\s]+")
_TRIM = re.compile(r"^\W+|\W+$")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters that the other text has too (`differs` false), or has not."""

    text: str
    differs: bool


Pieces = tuple[Piece, ...]


def differences(left: str, right: str, limits: MarkingLimits = MARKING) -> tuple[Pieces, Pieces]:
    """Both texts in pieces; joined again, the pieces give the text back unchanged."""
    ours, theirs = _TOKEN.findall(left), _TOKEN.findall(right)
    our_words, their_words = _words(ours), _words(theirs)
    if max(len(our_words), len(their_words)) > limits.words:
        return (Piece(left, False),), (Piece(right, False),)
    matcher = SequenceMatcher(None, our_words, their_words, autojunk=False)
    if matcher.ratio() < limits.alike:
        return (
            _pieces(ours, _but_figures(our_words, their_words)),
            _pieces(theirs, _but_figures(their_words, our_words)),
        )
    blocks = matcher.get_matching_blocks()
    common_left = {block.a + i for block in blocks for i in range(block.size)}
    common_right = {block.b + i for block in blocks for i in range(block.size)}
    return _pieces(ours, common_left), _pieces(theirs, common_right)


def _but_figures(words: list[str], others: list[str]) -> set[int]:
    """The places of all words but those with a digit that the other text lacks."""
    known = set(others)
    return {
        at
        for at, word in enumerate(words)
        if word in known or not any(sign.isdigit() for sign in word)
    }


def _words(tokens: list[str]) -> list[str]:
    """What is compared: words without the punctuation around them, in one case."""
    words = [token for token in tokens if not token.isspace()]
    return [_TRIM.sub("", word).casefold() or word for word in words]


def _pieces(tokens: list[str], common: set[int]) -> Pieces:
    """The tokens joined into runs; white space between two marked words is marked with them."""
    marks: list[bool] = []
    word = 0
    for token in tokens:
        if token.isspace():
            marks.append(bool(marks) and marks[-1] and word not in common)
        else:
            marks.append(word not in common)
            word += 1
    if tokens and tokens[-1].isspace():
        marks[-1] = False
    runs = groupby(zip(marks, tokens, strict=True), key=lambda pair: pair[0])
    return tuple(Piece("".join(token for _, token in run), differs) for differs, run in runs)

"""text -> tokens: figures, words and single signs, each with its place."""

# ruff: noqa: SIM905 - tables read best as plain text

import re
from collections.abc import Iterable
from typing import NamedTuple

LONGEST = 2_000
"""Characters read of one text; sentences are shorter, and hostile ones are cut here."""

_TOKEN = re.compile(
    r"(?P<figure>\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?![\d])|\d+(?:[.,'’]\d+)*)"
    r"|(?P<word>[^\W\d_]+)|\S"
)

_ENGLISH = frozenset(
    "the of and were was with has have by people is to at for from said that its as are "
    "an will been after their than more least about".split()
)
_FOREIGN = frozenset(
    "es sie wir nicht auch aus bei bis durch zum zur wurde werden haben kamen "
    "il elle ils qui que ont été ne pas plus se fue fueron han más su unos "
    "der die das und mit von den dem ein eine auf für nach bei wurden tonnen prozent menschen "
    "tote toten "
    "verletzte verletzten mindestens mehr als rund etwa über sind war "
    "le la les des une et dans avec sur par du au aux el los las del una y con por para un "
    "il di che sono nel della degli het een van en op met bir ve ile için bu da ton kişi "
    "yang dan di dari orang yg".split()
)


class Token(NamedTuple):
    """One figure, word or sign."""

    kind: str | None
    """`figure`, `word`, or None for a sign."""
    low: str
    start: int
    end: int
    capital: bool


END = Token(None, "", -1, -1, False)
"""What stands before the first and after the last token."""


def is_foreign(tokens: Iterable[Token]) -> bool:
    """Whether `1.500` should be read as fifteen hundred: not English by its small words."""
    words = {t.low for t in tokens}
    if not words.isdisjoint(_ENGLISH):
        return False
    return not words.isdisjoint(_FOREIGN) or any(
        word[0].isalpha() and word[0] >= "\u0370" for word in words
    )


class Line(list[Token]):
    """Tokens of one text; asking beyond either end gives `END`."""

    @classmethod
    def of(cls, text: str) -> "Line":
        """Split a text, or its first `LONGEST` characters."""
        return cls(
            Token(m.lastgroup, (raw := m.group()).lower(), m.start(), m.end(), raw[0].isupper())
            for m in _TOKEN.finditer(text, 0, LONGEST)
        )

    @property
    def has_figures(self) -> bool:
        """Whether any token is a figure."""
        return any(t.kind == "figure" for t in self)

    def at(self, i: int) -> Token:
        """The token at this place, or `END`."""
        return self[i] if 0 <= i < len(self) else END

    def glued(self, i: int) -> bool:
        """Whether nothing stands between tokens i-1 and i."""
        return 0 < i < len(self) and self[i - 1].end == self[i].start

    def phrase(self, i: int, size: int) -> str:
        """`size` tokens from i, joined by single spaces; signs included."""
        return " ".join(t.low for t in self[max(i, 0) : max(i + size, 0)])

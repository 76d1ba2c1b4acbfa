"""Whether a claim names somebody of whom the passage's whole article does not speak.

An article that never names Anna Exampleson has not reported what she did, however alike its
sentences are. Who speaks, and which outlet is credited, is a matter of its own; and where something
happened is told finer in one text than in the other.
"""

from typing import Final

from xref.relations.alignment import fold
from xref.relations.differences.actors import known
from xref.relations.differences.reading import IN, Name, Reading, read
from xref.relations.sides import Side

_WHERE: Final = IN | {"on"}
"""Words before a name that make it the place of something, or where it was said."""


def unnamed(claim: Side, passage: Side) -> bool:
    """Whether a name in what a claim says stands nowhere in the passage's article."""
    reading = read(claim.text)
    names = [name for name in reading.names if _stated(name, reading, claim)]
    there = passage.article
    return bool(there) and any(not known(name, there, passage.text) for name in names)


def _stated(name: Name, reading: Reading, claim: Side) -> bool:
    """Whether a name belongs to what is said, and is no place."""
    start, end = name.span
    if claim.focus and not claim.focus[0] <= start < claim.focus[1]:
        return False
    if reading.text[start - 1 : start] in ("@", "#"):
        return False
    if _speakers(claim) & set(name.words):
        return False
    # `Russian Federation`, `Lion Air` of Indonesia: a name that goes on from a place is part of it.
    if any(p.end == start - 1 or end == p.start - 1 for p in reading.places):
        return False
    before = reading.ahead(start)
    return not before or not (before[-1] in _WHERE or (before[-1] == "the" and before[0] in _WHERE))


def _speakers(claim: Side) -> set[str]:
    said = claim.said
    told = f"{said.source} {said.credited or ''}" if said else ""
    return {fold(word) for word in told.split()}

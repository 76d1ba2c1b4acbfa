"""The passage as it would read with the claim's words where the two differ.

`Denmark ordered ships to stay 5 nautical miles away` refutes `50 nautical miles` just because it
would support it with that figure in it: the two tell of one matter, and part in one value. A judge
that was asked outright whether found passages refute has hardly ever met one that does; this
question it knows.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from xref.quantities.calendars import MONTHS, SHORT_MONTHS
from xref.records import Candidate, Claim, Refutation
from xref.relations.differences import Contrast, Sign
from xref.relations.parts import Measured

_TOLD_APART: Final = (
    "values_conflict",
    "dates_conflict",
    "negation_differs",
    "denial_differs",
    "place_differs",
    "actor_differs",
    "roles_swapped",
    "antonym",
    "word_negated",
    "modality_differs",
)
"""Parts that the difference sets, and its absence would not."""
_DATED: Final = re.compile(rf"\d|\b(?:{'|'.join([*MONTHS, *SHORT_MONTHS])})\b")
SAID_AND_UNSAID: Final = (Refutation.NEGATION, Refutation.MODALITY)
"""What turns a statement round, and not one of its words into another."""


def decisive(measured: Measured) -> Contrast | None:
    """Return the surest conflict of a pair, where it is that one has another word for the same.

    What the one says and the other unsays is no other word.
    """
    surest = next(iter(measured.differences.material), None)
    if surest is None or surest.kind in SAID_AND_UNSAID:
        return None
    told = surest.sign is not Sign.MOMENT or dated(surest.ours, surest.theirs)
    return surest if told else None


def asked_outright(measured: Measured, *, listed: bool) -> bool:
    """Whether a pair may refute because a judge says so of it as it stands.

    Of found passages with another figure, or another weekday, it is not asked.
    """
    surest = next(iter(measured.differences.material), None)
    if surest is None or listed:
        return surest is not None
    if surest.kind is Refutation.DATE:
        return dated(surest.ours, surest.theirs)
    return surest.kind is not Refutation.NUMBER


def dated(*told: str) -> bool:
    """Whether all tell a date, a month or a time of day.

    `Tuesday` may be last week's or the next, so that it can be set against nothing.
    """
    return all(_DATED.search(words.lower()) for words in told)


def reworded(candidate: Candidate, contrast: Contrast) -> Claim:
    """Return the passage with the claim's words in the place of its own; offsets stay the old."""
    ours = candidate.claim.reading[slice(*contrast.claim)]
    text, (start, end) = candidate.passage.reading, contrast.passage
    return replace(candidate.passage, reading=f"{text[:start]}{ours}{text[end:]}")


def as_if_equal(parts: Mapping[str, float]) -> dict[str, float]:
    """Return the parts of a pair without what the difference adds to them."""
    return {name: 0.0 if name in _TOLD_APART else value for name, value in parts.items()}

"""The passage as it would read with the claim's words where the two differ.

`Denmark ordered ships to stay 5 nautical miles away` refutes `50 nautical miles` just because it
would support it with that figure in it: the two tell of one matter, and part in one value. A judge
that was asked outright whether found passages refute has hardly ever met one that does; this
question it knows.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from xref.records import Candidate, Claim
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


def decisive(measured: Measured) -> Contrast | None:
    """Return the surest conflict of a pair that is in what is said, and not in who says it.

    Another day alone decides nothing: it mostly tells of another occasion.
    """
    return next(
        (
            contrast
            for contrast in measured.differences.material
            if contrast.sign is not Sign.MOMENT or measured.parts["values_conflict"]
        ),
        None,
    )


def reworded(candidate: Candidate, contrast: Contrast) -> Claim:
    """Return the passage with the claim's words in the place of its own; offsets stay the old."""
    ours = candidate.claim.reading[slice(*contrast.claim)]
    text, (start, end) = candidate.passage.reading, contrast.passage
    return replace(candidate.passage, reading=f"{text[:start]}{ours}{text[end:]}")


def as_if_equal(parts: Mapping[str, float]) -> dict[str, float]:
    """Return the parts of a pair without what the difference adds to them."""
    return {name: 0.0 if name in _TOLD_APART else value for name, value in parts.items()}

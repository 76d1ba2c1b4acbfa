"""`X said that A, and that B`: when it is two claims, and whose."""

import pytest

from xref.claims import split
from xref.records import Article, Claim, ClaimKind

CUT = [
    ("Anna Exampleson said the port had reopened, and that two ships were on their way.",
     "Anna Exampleson said that two ships were on their way."),
    ("The ministry told Reuters that the port had reopened and that two ships were on their way.",
     "The ministry said that two ships were on their way."),
    ("The mayor warned that the bridge could fall within days but that no money was left for it.",
     "The mayor warned that no money was left for it."),
    ("The mayor said the bridge was “not as safe as it was,” and that no money was left for it.",
     "The mayor said that no money was left for it."),
]  # fmt: skip
WHOLE = [
    # What begins is not a clause of its own.
    "The mayor said the port had reopened, and that is why two ships were on their way.",
    "The mayor said 120 people had been treated, and that number rose in the evening.",
    # It may go on with something else.
    "The mayor said the union believes the port is closed, and that two ships were sent away.",
    "The mayor said it was clear that the port is closed, and that two ships were sent away.",
    "The ships left because the mayor said the port was full, and that two ships were sent away.",
    # Nobody says it, or in his own words.
    "“The port has reopened at last, and that two ships were here is known,” Exampleson said.",
    "The port had been open for a week, and that two ships were there was known.",
    # Behind these no `that` stands.
    "The mayor asked the port to open its gates, and that two ships were sent away.",
]  # fmt: skip


def claims(text: str) -> tuple[Claim, ...]:
    """The claims of a text of one paragraph, the headline left out."""
    found = split(Article("a", None, "", None, "", None, f"{text} It rained."))
    return tuple(claim for claim in found if claim.text != "It rained.")


@pytest.mark.parametrize(("text", "other"), CUT)
def test_two_things_said_are_two_claims_of_one_speaker(text: str, other: str) -> None:
    first, second = claims(text)
    assert f"{first.text} {second.text}" == text
    assert second.reading == other
    assert first.attribution is not None
    assert second.attribution is not None
    assert first.attribution.source == second.attribution.source
    assert first.attribution.cue == second.attribution.cue
    assert second.kind is ClaimKind.STATEMENT


@pytest.mark.parametrize("text", WHOLE)
def test_in_doubt_a_sentence_stays_whole(text: str) -> None:
    assert [claim.text for claim in claims(text)] == [text]


def test_each_part_holds_what_is_said_in_it() -> None:
    text = CUT[3][0]
    first, second = claims(text)
    assert first.attribution is not None
    assert second.attribution is not None
    assert text[slice(*first.attribution.content)] == "the bridge was “not as safe as it was,”"
    assert first.attribution.mixed
    assert text[slice(*second.attribution.content)] == "no money was left for it"
    assert not second.attribution.mixed


def test_whom_a_pronoun_means_is_left_open() -> None:
    _, second = claims("Anna Exampleson said the aide was ill, and that she had to leave early.")
    assert second.reading == "Anna Exampleson said that she had to leave early."

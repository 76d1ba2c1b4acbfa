"""Why a passage cannot support a claim."""

import pytest
from made import side, values

from xref.records import SourceKind
from xref.relations.bars import bars
from xref.relations.occasions import Occasion
from xref.relations.speaking import other_speaker, other_words, unadmitted, unspoken


@pytest.mark.parametrize(
    ("claim", "passage", "bar"),
    [
        ("About 4,000 people were hurt.", "People were hurt.", "without the statement's figure"),
        ("The 53rd Brigade came.", "The 26th Brigade came.", "of another ordinal"),
        ("It was built in 1998.", "It was built in 2004.", "of another year"),
        ("The deal was cancelled.", "The deal was not cancelled.", "negated in one of the two"),
        ("The blast killed 78 people.", "The blast killed 137 people.", "a count that moves"),
        ("She has 446 delegates.", "She has 458 delegates.", "a count that moves"),
    ],
)
def test_what_no_likeness_outweighs(claim: str, passage: str, bar: str) -> None:
    one, other = side(claim), side(passage)
    assert bar in bars(one, other, values(one, other))
    assert bars(one, one, values(one, one)) == ()


def test_another_occasion_bars() -> None:
    one = side("They met.")
    match = values(one, one)
    assert bars(one, one, match, Occasion.OTHER) == ("of another occasion",)
    assert bars(one, one, match, Occasion.SAME) == bars(one, one, match) == ()


@pytest.mark.parametrize(
    ("passage", "expected"),
    [
        ("“They lied to us about that,” Sample said.", True),
        ("He called it another big lie of the harbour board.", False),
        ("“That is another lie of the board,” he said.", False),
    ],
)
def test_a_quotation_is_not_reported_in_other_words(passage: str, *, expected: bool) -> None:
    text = "“That is another lie of the harbour board,” Bert Sample said."
    claim = side(text, said_by="Bert Sample", focus=(1, 42), direct=True)
    assert other_words(claim, side(passage)) is expected
    indirect = side(text, said_by="Bert Sample", focus=(1, 42))
    assert not other_words(indirect, side(passage))


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        ("Anna Exampleson", "Bert Placeholder", True),
        ("Anna Exampleson", "Ms Exampleson", False),
        ("Anna Exampleson", None, False),
        (None, "Anna Exampleson", False),
    ],
)
def test_the_same_words_of_two_people(ours: str | None, theirs: str | None, expected: bool) -> None:
    told = "The bridge is safe."
    assert other_speaker(side(told, said_by=ours), side(told, said_by=theirs)) is expected


def test_a_speaker_who_is_named_in_the_passage_is_no_other() -> None:
    claim = side("The bridge is safe.", said_by="Anna Exampleson")
    assert not other_speaker(claim, side("Exampleson says it is safe.", said_by="Bert Sample"))


def test_a_saying_needs_its_speaker_nearby() -> None:
    claim = side("The bridge is safe.", said_by="Anna Exampleson")
    assert unspoken(claim, side("The bridge is safe."))
    assert not unspoken(claim, side("The bridge is safe.", near=frozenset({"exampleson"})))
    document = side("The bridge is safe.", said_by="a report", kind=SourceKind.DOCUMENT)
    assert not unspoken(document, side("The bridge is safe."))


@pytest.mark.parametrize(
    ("speaker", "passage", "near"),
    [
        ("the Russian Federation", "Russia has always denied it.", True),
        ("American officials", "The United States warned of it.", True),
        ("American officials", "Canada warned of it.", False),
    ],
)
def test_a_country_speaks_under_many_names(speaker: str, passage: str, near: bool) -> None:
    claim = side("It was denied.", said_by=speaker, kind=SourceKind.ROLE)
    assert unspoken(claim, side(passage)) is not near


@pytest.mark.parametrize(
    ("speaker", "expected"),
    [
        ("Authorities", False),
        ("the airline", False),
        ("Indonesian police", False),
        ("the governor", True),
        ("the Turkish defence minister", True),
        ("Governor Anna Exampleson", True),
    ],
)
def test_only_who_is_somebody_must_be_near(speaker: str, expected: bool) -> None:
    """Of 600 readings the bar held back 20 supports and 7 others, before it knew of `officials`."""
    claim = side("The bridge is safe.", said_by=speaker, kind=SourceKind.ROLE)
    assert unspoken(claim, side("The bridge is safe, the owners said.")) is expected


def test_a_number_is_no_negation() -> None:
    one, other = side("Flight no. 446 left on time."), side("The flight left on time.")
    assert bars(one, other, values(one, other)) == ()


@pytest.mark.parametrize(
    ("claim", "passage", "said_by", "barred"),
    [
        ("The ministry admitted that the dam had leaked.", "The dam had leaked.", None, True),
        ("The ministry admitted that the dam had leaked.", "The dam leaked.", "Experts", True),
        ("The ministry admitted that the dam leaked.", "The dam leaked.", "the ministry", False),
        ("The ministry admits a leak.", "The ministry conceded that it leaks.", None, False),
        ("She confessed to stealing it.", "She stole it.", None, True),
        ("She admitted to stealing it.", "She stole it.", None, True),
        ("She was admitted to hospital.", "She was taken to hospital.", None, False),
        ("The side conceded two goals.", "The side let in two goals.", None, False),
    ],
)
def test_that_somebody_admits_it_is_not_said_by_others(
    claim: str, passage: str, said_by: str | None, barred: bool
) -> None:
    assert unadmitted(side(claim), side(passage, said_by=said_by)) is barred

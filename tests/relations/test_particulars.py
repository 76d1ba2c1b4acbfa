"""What a claim names, and whether the other article, or the passage, has it."""

import pytest
from made import side, values
from samples import article, claim

from xref.encoders import encoder
from xref.judges import Pair
from xref.records import Candidate, Judgement, Stance
from xref.relations import relate
from xref.relations.particulars import lacking, unnamed
from xref.settings import DEFAULT

THERE = frozenset({"the", "bridge", "was", "opened", "by", "anna", "exampleson"})


@pytest.mark.parametrize(
    ("text", "said_by", "focus", "expected"),
    [
        ("The bridge was opened by Bert Sample.", None, None, True),
        ("The bridge was opened by Anna Exampleson.", None, None, False),
        ("The bridge was opened by Exampelson.", None, None, False),
        # Where: told finer or coarser, and not always in the tables of places.
        ("The bridge near Sampleton was opened.", None, None, False),
        ("The bridge in the Sample Gulf was opened.", None, None, False),
        # Who says it, and to whom it is credited.
        ("The bridge was opened, Bert Sample said.", "Bert Sample", None, False),
        ("Sample Daily says the bridge was opened.", None, (18, 39), False),
        ("They thanked @Sample for the bridge.", None, None, False),
        ("The bridge was opened.", None, None, False),
    ],
)
def test_a_name_that_the_other_article_never_has(
    text: str, said_by: str | None, focus: tuple[int, int] | None, expected: bool
) -> None:
    one = side(text, said_by=said_by, focus=focus)
    other = side("It was opened.", there=THERE)
    assert unnamed(one, other) is expected


def test_of_an_unknown_article_nothing_is_missing() -> None:
    assert not unnamed(side("The bridge was opened by Bert Sample."), side("It was opened."))


class Sure:
    name = "sure"

    def weighs_words(self, pair: Pair) -> bool:
        return True

    def judge(self, pairs: list[Pair]) -> list[Judgement]:
        return [Judgement(1.0, 0.0) for _ in pairs]


@pytest.mark.parametrize(
    ("more", "stance"),
    [
        ("Bert Sample had asked for it.", Stance.SUPPORTS),
        ("Nobody had asked for it.", Stance.NEUTRAL),
    ],
)
def test_who_is_named_elsewhere_in_the_article_is_named(more: str, stance: Stance) -> None:
    checked = article("Outlet X", "The old bridge was opened by Bert Sample.")
    passage = "The old bridge was opened by the mayor."
    page = article("Outlet A", f"{passage} {'It rained. ' * 60}{more}")
    pair = Candidate(claim(checked.text, of=checked), claim(passage, of=page), page, 0.9, 1.0)
    ((found,),) = relate(checked, [[pair]], Sure(), encoder(), DEFAULT)
    assert found.stance is stance
    assert bool(found.note and "without a name" in found.note) is (stance is Stance.NEUTRAL)


@pytest.mark.parametrize(
    ("text", "passage", "around", "missing"),
    [
        (
            "Anna Exampleson opened it.",
            "It was opened.",
            "Bert Sample was there.",
            ["Anna Exampleson"],
        ),
        ("Anna Exampleson opened it.", "It was opened.", "Mrs Exampleson came.", []),
        ("Reality Check: it was opened.", "It was opened.", "", []),
        # A finer place tells of the coarser one, not the other way round.
        ("It was opened in Turkey.", "It was opened in Ankara.", "", []),
        ("It was opened in Ankara.", "It was opened in Turkey.", "", ["Ankara"]),
        ("Sweden opened it.", "The Swedish stations opened it.", "", []),
        ("She won Vermont and Ohio.", "She won Ohio.", "She lost Maine.", ["Vermont"]),
        # Days: only where others are told.
        ("It opened on Tuesday.", "It opened on Friday.", "", ["Tuesday"]),
        ("It opened on Tuesday.", "It opened.", "", []),
        ("It opened on Tuesday.", "It opened.", "They came on Tuesday.", []),
        # Figures; one and two are mostly none.
        ("It has five towers.", "It has towers.", "", ["five"]),
        ("It has two towers.", "It has towers.", "", []),
        ("They said: I'll open it.", "They open it.", "", []),
    ],
)
def test_what_a_passage_does_not_have(
    text: str, passage: str, around: str, missing: list[str]
) -> None:
    one, other = side(text), side(passage, around=around)
    assert list(lacking(one, other, values(one, other))) == missing


def test_a_place_may_stand_anywhere_in_the_other_article() -> None:
    one, other = side("She won Vermont."), side("She won it.", there=frozenset({"vermont"}))
    assert lacking(one, other, values(one, other)) == ()


def test_who_says_it_is_no_particular() -> None:
    one = side("Bert Sample said it was opened.", said_by="Bert Sample", focus=(16, 30))
    other = side("It was opened.")
    assert lacking(one, other, values(one, other)) == ()

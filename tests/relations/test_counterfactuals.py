"""What a passage would say with the claim's words where the two differ."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import pytest
from samples import article, claim

from xref.encoders import encoder
from xref.judges import Pair
from xref.records import Article, Candidate, Judgement, Refutation, Stance
from xref.relations import relate
from xref.settings import DEFAULT


@dataclass
class Agrees:
    """A judge that is sure of support where both texts are equal, and of nothing else."""

    name: str = "agrees"
    asked: list[Pair] = field(default_factory=list)

    def weighs_words(self, pair: Pair) -> bool:
        return True

    def judge(self, pairs: Sequence[Pair]) -> list[Judgement]:
        self.asked += pairs
        return [Judgement(float(pair.claim == pair.passage), 0.0) for pair in pairs]


def made(one: str, other: str) -> tuple[Article, Candidate]:
    checked, page = article("Outlet X", one), article("Outlet A", other)
    return checked, Candidate(claim(one, of=checked), claim(other, of=page), page, 0.9, 1.0)


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("The plane carried 189 people.", "The plane carried 150 people.", Refutation.NUMBER),
        ("The first blast came at 2:03 am.", "The first blast came at 2:05 am.", Refutation.DATE),
        ("The ferry sank on 3 May 2020.", "The ferry sank on 9 May 2020.", Refutation.DATE),
        ("The ferry sank in April.", "The ferry sank in June.", Refutation.DATE),
    ],
)
def test_what_would_support_but_for_one_thing_refutes_by_it(
    one: str, other: str, kind: Refutation
) -> None:
    checked, pair = made(one, other)
    ((found,),) = relate(checked, [[pair]], Agrees(), encoder(), DEFAULT)
    assert (found.stance, found.refutes_by) == (Stance.REFUTES, kind)
    assert found.confidence == found.judgement.if_equal == 1.0


def test_the_judge_reads_the_passage_with_the_claims_words_and_without_the_difference() -> None:
    by = Agrees()
    checked, pair = made("The plane carried 189 people.", "The plane carried 150 people.")
    relate(checked, [[pair]], by, encoder(), DEFAULT)
    plain, equal = by.asked
    assert plain.passage == "The plane carried 150 people."
    assert equal.passage == "The plane carried 189 people."
    assert plain.parts["values_conflict"] == 1.0
    assert equal.parts["values_conflict"] == 0.0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Nothing differs; they tell of two occasions; one says what the other unsays.
        ("The plane carried 189 people.", "The plane carried 189 people."),
        ("The mayor met the owners on Monday.", "The mayor met the owners on 20 July 2020."),
        ("The bridge is closed.", "It rained."),
        ("The ferry sank on Tuesday.", "The ferry sank on 9 May 2020."),
        ("The road was closed to lorries.", "The road was opened to lorries."),
    ],
)
def test_it_is_asked_only_where_one_thing_in_what_is_said_differs(one: str, other: str) -> None:
    by = Agrees()
    checked, pair = made(one, other)
    ((found,),) = relate(checked, [[pair]], by, encoder(), DEFAULT)
    assert len(by.asked) == 1
    assert found.judgement.if_equal is None


@dataclass
class Refuses:
    """A judge that holds whatever differs to refute, and nothing to support."""

    name: str = "refuses"
    if_equal: float = 0.0

    def weighs_words(self, pair: Pair) -> bool:
        return True

    def judge(self, pairs: Sequence[Pair]) -> list[Judgement]:
        return [
            Judgement(self.if_equal, 0.0) if pair.claim == pair.passage else Judgement(0.0, 0.99)
            for pair in pairs
        ]


@pytest.mark.parametrize(
    ("one", "other", "if_equal", "stance"),
    [
        ("The plane carried 189 people.", "The plane carried 150 people.", 0.0, Stance.NEUTRAL),
        ("The road was closed to lorries.", "The road was opened to lorries.", 0.0, Stance.REFUTES),
        ("The ferry sank on 3 May 2020.", "The ferry sank on 9 May 2020.", 0.0, Stance.REFUTES),
        ("The ferry sank on Tuesday.", "The ferry sank on Friday.", 0.0, Stance.NEUTRAL),
        (
            "The mayor won in Ohio on Friday.",
            "The mayor won in Texas on Friday.",
            0.9,
            Stance.REFUTES,
        ),
    ],
)
def test_the_word_of_the_judge_is_enough_only_for_what_is_unsaid_and_for_dates(
    one: str, other: str, if_equal: float, stance: Stance
) -> None:
    checked, pair = made(one, other)
    ((found,),) = relate(checked, [[pair]], Refuses(if_equal=if_equal), encoder(), DEFAULT)
    assert found.stance is stance


def test_another_name_refutes_only_where_the_judge_says_so_as_well() -> None:
    checked, pair = made("The mayor won in Ohio on Friday.", "The mayor won in Texas on Friday.")
    ((found,),) = relate(checked, [[pair]], Agrees(), encoder(), DEFAULT)
    assert found.judgement.if_equal == 1.0
    assert found.stance is Stance.NEUTRAL


def test_an_unsure_answer_refutes_nothing() -> None:
    checked, pair = made("The plane carried 189 people.", "The ferry had 150 people on board.")
    ((found,),) = relate(checked, [[pair]], Agrees(), encoder(), DEFAULT)
    assert found.stance is Stance.NEUTRAL


def test_listed_pairs_are_not_asked_twice() -> None:
    by = Agrees()
    checked, pair = made("The plane carried 189 people.", "The plane carried 150 people.")
    relate(checked, [[pair]], by, encoder(), replace(DEFAULT, listed=True))
    assert len(by.asked) == 1

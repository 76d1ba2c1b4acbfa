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
        ("The road was closed to lorries.", "The road was opened to lorries.", Refutation.NEGATION),
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
        # Nothing differs; a day alone tells of another occasion; only the speakers differ.
        ("The plane carried 189 people.", "The plane carried 189 people."),
        ("The mayor met the owners on Monday.", "The mayor met the owners on 20 July 2020."),
        ("The bridge is closed.", "It rained."),
    ],
)
def test_it_is_asked_only_where_one_thing_in_what_is_said_differs(one: str, other: str) -> None:
    by = Agrees()
    checked, pair = made(one, other)
    ((found,),) = relate(checked, [[pair]], by, encoder(), DEFAULT)
    assert len(by.asked) == 1
    assert found.judgement.if_equal is None


def test_an_unsure_answer_refutes_nothing() -> None:
    checked, pair = made("The plane carried 189 people.", "The ferry had 150 people on board.")
    ((found,),) = relate(checked, [[pair]], Agrees(), encoder(), DEFAULT)
    assert found.stance is Stance.NEUTRAL


def test_listed_pairs_are_not_asked_twice() -> None:
    by = Agrees()
    checked, pair = made("The plane carried 189 people.", "The plane carried 150 people.")
    relate(checked, [[pair]], by, encoder(), replace(DEFAULT, listed=True))
    assert len(by.asked) == 1

"""What a measured and judged pair becomes."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import pytest
from samples import article, claim

from xref.encoders import Tokens, encoder
from xref.judges import Judge, Pair, judge
from xref.records import (
    Article,
    Candidate,
    Judgement,
    Part,
    Refutation,
    Relation,
    Stance,
    Weighed,
)
from xref.relations import relate, settle
from xref.settings import DEFAULT, LISTED


@dataclass
class Says:
    """A judge that always says the same and remembers what it was asked."""

    supports: float = 0.0
    refutes: float = 0.0
    name: str = "says"
    weighs: bool = True
    asked: list[Pair] = field(default_factory=list)

    def weighs_words(self, pair: Pair) -> bool:
        return self.weighs

    def judge(self, pairs: Sequence[Pair]) -> list[Judgement]:
        self.asked += pairs
        return [Judgement(self.supports, self.refutes) for _ in pairs]


def candidate(
    one: str,
    other: str,
    *,
    speakers: tuple[str | None, str | None] = (None, None),
    dates: tuple[str, str] = ("2020-08-05", "2020-08-05"),
) -> tuple[Article, Candidate]:
    checked = article("Outlet X", one, published=dates[0])
    page = article("Outlet A", other, published=dates[1])
    stated = claim(one, of=checked, said_by=speakers[0])
    return checked, Candidate(stated, claim(other, of=page, said_by=speakers[1]), page, 0.9, 1.0)


def related(made: tuple[Article, Candidate], by: Judge) -> Relation:
    checked, pair = made
    ((found,),) = relate(checked, [[pair]], by, encoder(), DEFAULT)
    return found


SAME = ("The bridge was closed to lorries.", "To lorries the bridge has been closed.")
OPPOSITE = ("The bridge was closed to lorries.", "The bridge was opened to lorries.")


@pytest.mark.parametrize(
    ("by", "texts", "stance"),
    [
        (Says(supports=DEFAULT.support), SAME, Stance.SUPPORTS),
        (Says(supports=DEFAULT.support - 0.01), SAME, Stance.NEUTRAL),
        (Says(refutes=DEFAULT.refute), OPPOSITE, Stance.REFUTES),
        (Says(refutes=DEFAULT.refute - 0.01), OPPOSITE, Stance.NEUTRAL),
        (Says(), SAME, Stance.NEUTRAL),
    ],
)
def test_thresholds(by: Says, texts: tuple[str, str], stance: Stance) -> None:
    found = related(candidate(*texts), by)
    assert found.stance is stance
    told = {
        Stance.SUPPORTS: by.supports,
        Stance.REFUTES: by.refutes,
        Stance.NEUTRAL: 1 - by.supports - by.refutes,
    }
    assert found.confidence == pytest.approx(told[stance])
    assert (found.judgement.supports, found.judgement.refutes) == (by.supports, by.refutes)


def test_what_is_far_is_not_read_and_keeps_its_place() -> None:
    by = Says(supports=DEFAULT.support)
    checked, near = candidate(*SAME)
    far = replace(near, likeness=DEFAULT.least_measured - 0.01)
    (found,) = relate(checked, [[near, far, near]], by, encoder(), DEFAULT)
    assert len(by.asked) == 2
    assert [r.stance for r in found] == [Stance.SUPPORTS, Stance.NEUTRAL, Stance.SUPPORTS]
    assert [r.candidate for r in found] == [near, far, near]
    assert found[1].confidence == 1.0


def test_listed_pairs_are_always_read() -> None:
    by = Says()
    checked, pair = candidate(*SAME)
    relate(checked, [[replace(pair, likeness=0.0)]], by, encoder(), LISTED)
    assert len(by.asked) == 1


def test_a_passage_refutes_only_by_something_that_can_be_named() -> None:
    assert related(candidate(*SAME), Says(refutes=1.0)).stance is Stance.NEUTRAL
    found = related(candidate(*OPPOSITE), Says(refutes=1.0))
    assert (found.stance, found.refutes_by) == (Stance.REFUTES, Refutation.NEGATION)
    assert found.differs == ("closed", "opened")


def test_a_finer_place_refutes_nothing() -> None:
    made = candidate("The talks were held in Ankara.", "The talks were held in Turkey.")
    assert related(made, Says(refutes=1.0)).stance is Stance.NEUTRAL


@pytest.mark.parametrize("by", [Says(supports=1.0), Says(refutes=1.0)])
def test_another_occasion_neither_supports_nor_refutes_and_says_so(by: Says) -> None:
    made = candidate(
        "The mayor met the owners on Monday.", "The mayor met the owners on 20 July 2020."
    )
    found = related(made, by)
    assert found.stance is Stance.NEUTRAL
    assert found.note is not None
    assert "another occasion" in found.note


def test_another_number_refutes_and_is_typed() -> None:
    made = candidate("The plane carried 189 people.", "The plane carried 150 people.")
    found = related(made, judge())
    assert (found.stance, found.refutes_by) == (Stance.REFUTES, Refutation.NUMBER)
    assert found.judgement.supports < 0.1


def test_a_toll_that_moved_neither_supports_nor_refutes_and_says_so() -> None:
    made = candidate(
        "The explosion killed 78 people.",
        "The explosion killed 137 people.",
        dates=("2020-08-05", "2020-08-06"),
    )
    found = related(made, Says(supports=1.0))
    assert found.stance is Stance.NEUTRAL
    assert found.note == "a count that moves: 78 here, 137 there"


@pytest.mark.parametrize(
    ("speakers", "stance"),
    [
        (("Anna Exampleson", "Bert Placeholder"), Stance.NEUTRAL),
        (("Anna Exampleson", "Ms Exampleson"), Stance.SUPPORTS),
        # That it is so is another statement than that she said so.
        (("Anna Exampleson", None), Stance.NEUTRAL),
        ((None, None), Stance.SUPPORTS),
    ],
)
def test_the_same_words_of_two_people_are_two_statements(
    speakers: tuple[str | None, str | None], stance: Stance
) -> None:
    said = "The contract is closed and cannot be changed."
    assert related(candidate(said, said, speakers=speakers), Says(supports=1.0)).stance is stance


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The purchase was cancelled by the council.", "The purchase was not cancelled by it."),
        ("The council never bought the bridge.", "The council bought the bridge."),
        ("About 4,000 people were injured.", "At least 100 people were killed."),
    ],
)
def test_what_likeness_cannot_see_supports_nothing_however_sure_the_judge(
    one: str, other: str
) -> None:
    assert related(candidate(one, other), Says(supports=1.0)).stance is not Stance.SUPPORTS


def test_the_judge_reads_both_readings_and_the_parts() -> None:
    by = Says()
    related(candidate(*SAME), by)
    (asked,) = by.asked
    assert (asked.claim, asked.passage) == SAME
    assert asked.parts["likeness"] == 0.9


def test_order_and_number_are_kept() -> None:
    checked, one = candidate(*SAME)
    _, other = candidate(SAME[0], "The chess club won.")
    found = relate(checked, [[one, other], [], [other]], judge(), encoder(), DEFAULT)
    assert [[r.candidate for r in relations] for relations in found] == [[one, other], [], [other]]
    assert relate(checked, [], judge(), encoder(), DEFAULT) == []


@pytest.mark.parametrize(
    "text", ["x", "\x00\x07", "\u202e\u202e", "(" * 2000, "مرحبا بالعالم", "🚢"]
)
def test_hostile_texts_are_judged_like_any_other(text: str) -> None:
    for made in (candidate(text, SAME[0]), candidate(SAME[0], text)):
        assert related(made, judge()).stance in Stance


class Counts:
    """An encoder that keeps the texts whose words it was asked for."""

    def __init__(self) -> None:
        self.name, self.asked = encoder().name, list[str]()

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        return encoder().encode(texts)

    def tokens(self, texts: Sequence[str]) -> list[Tokens]:
        self.asked += texts
        return encoder().tokens(texts)


@pytest.mark.parametrize("weighs", [True, False])
def test_only_words_are_encoded_on_which_an_answer_may_hang(weighs: bool) -> None:
    checked, pair = candidate(*SAME)
    pair = replace(pair, likeness=0.5)
    by, model = Says(weighs=weighs), Counts()
    relate(checked, [[pair, pair]], by, model, DEFAULT)
    assert model.asked == (list(SAME) if weighs else [])
    told = {asked.parts["said_again"] for asked in by.asked}
    assert len(told) == 1
    assert 0.0 < told.pop() < 1.0


@pytest.mark.parametrize(
    ("texts", "outright"),
    [
        (("The plane carried 189 people.", "The plane carried 150 people."), False),
        (("The ferry sank on Tuesday.", "The ferry sank on Friday."), False),
        (("The ferry sank on 3 May 2020.", "The ferry sank on 9 May 2020."), True),
        (OPPOSITE, True),
        (SAME, False),
    ],
)
def test_a_judge_is_asked_outright_only_of_what_may_refute_by_it(
    texts: tuple[str, str], outright: bool
) -> None:
    checked, pair = candidate(*texts)
    by = Says()
    relate(checked, [[pair]], by, encoder(), DEFAULT)
    assert by.asked[0].differs is outright
    assert not any(asked.differs for asked in by.asked[1:])


def test_likeness_is_measured_from_that_of_the_topic() -> None:
    checked, pair = candidate(*SAME)
    pair = replace(pair, likeness=0.7)
    topic = [replace(pair, likeness=0.5) for _ in range(12)]
    (found,) = relate(checked, [[pair, *topic]], Says(supports=0.9), encoder(), DEFAULT)
    assert found[0].above == pytest.approx(0.2)
    (found,) = relate(checked, [[pair, *topic[:10]]], Says(supports=0.9), encoder(), DEFAULT)
    assert found[0].above is None, "one passage behind the nearest ten would be chance"


def test_a_long_claim_that_is_said_again_in_half_is_reported_in_part() -> None:
    checked, pair = candidate(*SAME)
    told = [Judgement(0.9, 0.0, (Part("said_again", again, 0.0),)) for again in (0.95, 0.5)]
    long = replace(pair, claim=replace(pair.claim, reading=f"{pair.claim.reading} " * 5))
    whole, half, longer = (
        settle([[Weighed(one, judgement)]], DEFAULT)[0][0].whole
        for one, judgement in ((pair, told[0]), (pair, told[1]), (long, told[0]))
    )
    assert whole is not None
    assert half is not None
    assert longer is not None
    assert whole > longer > half
    assert half < 0.5
    assert related((checked, pair), Says(supports=0.9)).whole is None, "this judge tells no parts"

"""The table of standings, on origins made by hand."""

from dataclasses import replace
from itertools import product
from math import prod

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from samples import article, claim, origin, relation

from xref.records import (
    Claim,
    ClaimKind,
    Folding,
    Independence,
    Member,
    Origin,
    Quotation,
    Requoting,
    Stance,
    Standing,
    Verdict,
)
from xref.settings import DEFAULT
from xref.verdicts import decide

FOR, AGAINST = Stance.SUPPORTS, Stance.REFUTES
LETTERS = "ABCDEF"


def decided(
    origins: tuple[Origin, ...] = (),
    *,
    covered: bool = True,
    letter: str = "F",
    kind: ClaimKind = ClaimKind.STATEMENT,
    needed: int = 2,
) -> Verdict:
    return decide(
        claim(kind=kind),
        origins,
        (),
        covered=covered,
        reliability=letter,
        settings=replace(DEFAULT, origins_to_corroborate=needed),
    )


TABLE = [
    ((origin("A"), origin("B")), True, "corroborated", "1"),
    ((origin("A"), origin("B"), origin("C", independent=False)), True, "corroborated", "1"),
    ((origin("A"), origin("B", independent=False)), True, "corroborated", "2"),
    ((origin("A", independent=False), origin("B", independent=False)), True, "corroborated", "2"),
    ((origin("A"),), True, "single-source", "3"),
    ((origin("A"),), False, "single-source", "3"),
    ((), True, "unmatched", "4"),
    ((origin("A", AGAINST),), True, "contradicted", "5"),
    ((origin("A", AGAINST), origin("B", AGAINST)), True, "contradicted", "5"),
    ((), False, "not-covered", "6"),
    ((origin("A"), origin("B", AGAINST)), True, "disputed", None),
    ((origin("A"), origin("B"), origin("C", AGAINST)), True, "disputed", None),
]


@pytest.mark.parametrize(("origins", "covered", "standing", "digit"), TABLE)
@pytest.mark.parametrize("letter", LETTERS)
def test_table(
    origins: tuple[Origin, ...], covered: bool, standing: str, digit: str | None, letter: str
) -> None:
    verdict = decided(origins, covered=covered, letter=letter)
    assert verdict.standing == standing
    assert verdict.grade == (letter + digit if digit else None)


@pytest.mark.parametrize("kind", [kind for kind in ClaimKind if not kind.checkable])
def test_what_states_nothing_is_no_claim_whatever_was_found(kind: ClaimKind) -> None:
    verdict = decided((origin("A"), origin("B", AGAINST)), kind=kind)
    assert (verdict.standing, verdict.grade) == (Standing.NOT_A_CLAIM, None)


@pytest.mark.parametrize("stance", [FOR, AGAINST])
def test_the_own_house_is_shown_and_not_counted(stance: Stance) -> None:
    own = origin("Own", stance, outlets=("Echo",), own=True)
    alone = decided((own,))
    assert alone.standing is Standing.UNMATCHED
    assert alone.origins == (own,)
    assert alone.count(stance) == 0
    assert "Echo only repeats the checked outlet." in alone.notes
    assert decided((own, origin("A"))).standing is Standing.SINGLE_SOURCE


def test_a_copy_that_may_be_the_source_is_one_source_and_corroborates_nothing() -> None:
    copy = origin("Copy", undirected=True)
    alone = decided((copy,))
    assert (alone.standing, alone.count(FOR)) == (Standing.SINGLE_SOURCE, 1)
    assert any(note.startswith("Copy and the checked article are copies") for note in alone.notes)
    beside = decided((copy, origin("A")))
    assert (beside.standing, beside.count(FOR)) == (Standing.SINGLE_SOURCE, 1)
    assert decided((copy, origin("A"), origin("B"))).standing is Standing.CORROBORATED
    assert decided((copy, origin("A", AGAINST))).standing is Standing.DISPUTED


def test_how_many_corroborate_is_a_setting() -> None:
    two = (origin("A"), origin("B"))
    assert decided(two, needed=3).standing is Standing.SINGLE_SOURCE
    assert decided((*two, origin("C")), needed=3).standing is Standing.CORROBORATED


def test_assumed_independence_is_said() -> None:
    words = "The independence of some of these origins is assumed, not shown."
    assert words in decided((origin("A"), origin("B", independent=False))).notes
    assert words not in decided((origin("A"), origin("B"))).notes


def test_speakers_are_named_once_the_articles_own_first() -> None:
    said = [
        relation(article(outlet), said_by=speaker)
        for outlet, speaker in (("A", "a spokesperson"), ("B", "The Minister"), ("C", "the mayor"))
    ]
    against = relation(article("D"), AGAINST, said_by="somebody else")
    verdict = decide(
        claim(said_by="the minister"),
        (),
        [*said, against],
        covered=True,
        reliability="F",
        settings=DEFAULT,
    )
    assert verdict.speakers == ("the minister", "a spokesperson", "the mayor")


def test_notes_of_the_evidence_stand_there_once() -> None:
    found = [relation(article(o), Stance.NEUTRAL, note="a count that moves") for o in "AB"]
    verdict = decide(claim(), (), found, covered=True, reliability="F", settings=DEFAULT)
    assert verdict.notes == ("a count that moves",)


ORIGINS = st.lists(
    st.builds(
        lambda number, stance, independent, own: origin(
            f"Outlet {number}", stance, independent=independent, own=own
        ),
        st.integers(0, 99),
        st.sampled_from([FOR, AGAINST]),
        st.booleans(),
        st.booleans(),
    ),
    max_size=5,
)


@given(ORIGINS, st.booleans(), st.data())
def test_one_more_echo_changes_no_standing(
    origins: list[Origin], covered: bool, data: st.DataObject
) -> None:
    before = decided(tuple(origins), covered=covered)
    if not origins:
        return
    place = data.draw(st.integers(0, len(origins) - 1))
    page = article("Echo")
    echo = Member(page, relation(page, origins[place].stance), Folding.CITES, "Reuters reported")
    origins[place] = replace(origins[place], members=(*origins[place].members, echo))
    after = decided(tuple(origins), covered=covered)
    assert (after.standing, after.grade) == (before.standing, before.grade)


@given(ORIGINS, st.booleans())
def test_nothing_that_is_refuted_is_corroborated(origins: list[Origin], covered: bool) -> None:
    verdict = decided((*origins, origin("Refuting", AGAINST)), covered=covered)
    assert verdict.standing in (Standing.DISPUTED, Standing.CONTRADICTED)


@given(ORIGINS, st.booleans(), st.randoms(use_true_random=False))
def test_the_order_of_origins_does_not_matter(
    origins: list[Origin], covered: bool, random: object
) -> None:
    turned = list(origins)
    random.shuffle(turned)  # type: ignore[attr-defined]
    one, other = decided(tuple(origins), covered=covered), decided(tuple(turned), covered=covered)
    assert (one.standing, one.grade) == (other.standing, other.grade)


@given(ORIGINS, st.booleans(), st.sampled_from(LETTERS), st.sampled_from(LETTERS))
def test_the_letter_never_moves_the_digit(
    origins: list[Origin], covered: bool, one: str, other: str
) -> None:
    first = decided(tuple(origins), covered=covered, letter=one)
    second = decided(tuple(origins), covered=covered, letter=other)
    assert first.standing == second.standing
    assert (first.grade or "..")[1:] == (second.grade or "..")[1:]


def test_two_newsrooms_that_rest_on_one_speaker_are_not_shown_to_be_independent() -> None:
    def told(outlet: str, speaker: str | None) -> Origin:
        page = article(outlet)
        made = relation(page, said_by=speaker)
        return Origin(outlet, Stance.SUPPORTS, (Member(page, made, None, ""),), True)

    def independence(*speakers: str | None, about: Claim) -> Independence | None:
        origins = [told(f"Outlet {n}", speaker) for n, speaker in enumerate(speakers)]
        verdict = decide(about, origins, (), covered=True, reliability="F", settings=DEFAULT)
        assert verdict.standing is Standing.CORROBORATED
        assert verdict.grade == ("F1" if verdict.independence is Independence.SHOWN else "F2")
        return verdict.independence

    plain, saying = claim(), claim(said_by="Jane Doe")
    assert independence("Jane Doe", "Ms Doe", about=plain) is Independence.UNDETERMINED
    copy = replace(told("Copy", "Doe"), undirected=True)
    origins = [told("Outlet A", "Jane Doe"), told("Outlet B", "Ms Doe"), copy]
    beside = decide(plain, origins, (), covered=True, reliability="F", settings=DEFAULT)
    assert any(note.startswith("2 origins, but all rest on one speaker") for note in beside.notes)
    assert independence("Jane Doe", "John Roe", about=plain) is Independence.SHOWN
    assert independence("Jane Doe", None, about=plain) is Independence.SHOWN
    assert independence("Jane Doe", "Jane Doe", about=saying) is Independence.SHOWN


def test_a_quotation_printed_otherwise_is_kept_and_told() -> None:
    page = article("Herald", "He called it “a bad deal” on Monday.")
    made = claim("He called it “a done deal” on Monday.")
    words = (13, 26)
    one = Quotation(Requoting.ALTERED, page, words, (13, 25), "done", "bad")
    cut = replace(one, kind=Requoting.SHORTENED)
    lent = replace(one, kind=Requoting.OTHER_SPEAKER, our_words="Jane Doe", their_words="John Roe")
    verdict = decide(
        made,
        (),
        (),
        covered=True,
        reliability="F",
        settings=DEFAULT,
        quotations=(one, cut, lent),
    )
    assert verdict.quotations == (one, cut, lent)
    assert verdict.notes == (
        "Altered quote: “done” here, “bad” in Herald.",
        "Another speaker of the same words: Jane Doe here, John Roe in Herald.",
    )
    assert verdict.standing is Standing.UNMATCHED


@pytest.mark.parametrize(
    ("names", "kept"),
    [
        (("presidential spokesman Ibrahim Kalin", "Kalin"), 1),
        (("Kalin", "Ibrahim Kalin", "Turkish presidential spokesman Ibrahim Kalin"), 1),
        (("Mr. Kalin", "the Kalin", "Kalin"), 1),
        (("Ibrahim Kalin", "Mustafa Kalin"), 2),
        (("Turkish officials", "officials"), 2),
        (("Mevlut Cavusoglu", "Ibrahim Kalin"), 2),
        (("The Kremlin", "Kremlin"), 1),
    ],
)
def test_one_speaker_in_several_ways(names: tuple[str, ...], kept: int) -> None:
    said = [relation(article(f"Outlet {n}"), said_by=name) for n, name in enumerate(names)]
    verdict = decide(claim(), (), said, covered=True, reliability="F", settings=DEFAULT)
    assert verdict.speakers == names[:kept]


@pytest.mark.parametrize(
    ("chances", "needed", "standing", "left_out"),
    [
        ((0.9, 0.6), 2, "corroborated", ""),
        ((0.5, 0.55), 2, "single-source", "A"),
        ((0.5, 0.5, 0.5, 0.3), 2, "corroborated", ""),
        ((0.9, 0.7, 0.7, 0.3), 3, "corroborated", ""),
        ((0.9, 0.3, 0.5, 0.2), 3, "single-source", "BD"),
    ],
)
def test_origins_that_are_unsure_together_corroborate_nothing(
    chances: tuple[float, ...], needed: int, standing: str, left_out: str
) -> None:
    told = [origin(name, sureness=p) for name, p in zip("ABCD", chances, strict=False)]
    verdict = decided(tuple(told), needed=needed)
    assert verdict.standing == standing
    assert [o.name for o in verdict.origins if o.uncertain] == list(left_out)
    assert verdict.count(Stance.SUPPORTS) == len(told) - len(left_out)
    if left_out:
        told_so = f"{', '.join(left_out)} may state it, but not surely enough to count."
        assert told_so in verdict.notes


@given(st.lists(st.floats(0.15, 1.0), min_size=2, max_size=6), st.integers(2, 3))
def test_how_likely_it_is_that_enough_state_it(chances: list[float], needed: int) -> None:
    likely = sum(
        prod(p if true else 1 - p for p, true in zip(chances, world, strict=True))
        for world in product((False, True), repeat=len(chances))
        if sum(world) >= needed
    )
    assume(abs(likely - DEFAULT.corroboration) > 1e-9)
    told = tuple(origin(name, sureness=p) for name, p in zip(LETTERS, chances, strict=False))
    corroborated = decided(told, needed=needed).standing is Standing.CORROBORATED
    assert corroborated == (likely >= DEFAULT.corroboration)


def lacking(one: Origin, *particulars: str) -> Origin:
    members = (
        replace(member, relation=replace(member.relation, lacks=particulars))
        for member in one.members
    )
    return replace(one, members=tuple(members))


def test_a_claim_is_as_well_backed_as_its_least_backed_particular() -> None:
    whole, partly = origin("A"), lacking(origin("B", sureness=0.99), "Vermont")
    verdict = decided((whole, partly))
    assert verdict.standing is Standing.SINGLE_SOURCE
    assert [o.name for o in verdict.origins if o.uncertain] == ["B"], "the surer has only a part"
    assert verdict.notes[0] == "Too few of these origins have “Vermont” to corroborate it."
    assert decided((whole, partly, origin("C"))).standing is Standing.CORROBORATED
    other = lacking(origin("C"), "Tuesday")
    assert decided((whole, partly, other)).standing is Standing.CORROBORATED


def test_one_source_must_be_sure_by_itself() -> None:
    bar = DEFAULT.single_source
    assert decided((origin("A", sureness=bar),)).standing is Standing.SINGLE_SOURCE
    verdict = decided((origin("A", sureness=bar - 0.01),))
    assert verdict.standing is Standing.UNMATCHED
    assert verdict.notes == ("A may state it, but not surely enough to count.",)


def in_part(one: Origin, whole: float) -> Origin:
    members = (
        replace(member, relation=replace(member.relation, whole=whole)) for member in one.members
    )
    return replace(one, members=tuple(members))


def test_the_best_grade_asks_for_the_whole_statement() -> None:
    partly = "Most of these origins may report a part of it only: read the passages."
    verdict = decided((in_part(origin("A"), 0.9), in_part(origin("B"), 0.2)))
    assert (verdict.standing, verdict.grade) == (Standing.CORROBORATED, "F2")
    assert verdict.notes[0] == partly
    verdict = decided((in_part(origin("A"), 0.9), in_part(origin("B"), 0.9)))
    assert (verdict.grade, verdict.notes) == ("F1", ())


def test_a_note_names_four_of_those_left_out() -> None:
    many = tuple(origin(name, sureness=0.05) for name in "ABCDEF")
    assert decided(many).notes == (
        "A, B, C, D and 2 more may state it, but not surely enough to count.",
    )


def test_what_no_passage_has_is_said() -> None:
    verdict = decided((lacking(origin("A"), "Vermont"), lacking(origin("B"), "Maine", "Vermont")))
    assert verdict.standing is Standing.UNMATCHED, "what none of them has, none reports"
    assert "No passage has “Vermont”: others may report only the rest." in verdict.notes

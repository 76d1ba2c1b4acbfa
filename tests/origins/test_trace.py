"""What is one origin, what is folded in, and what goes back to the checked article."""

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import FILLER, article, relation

from xref.corpus.outlets import registry
from xref.origins import trace
from xref.records import Article, Folding, Origin, Relation, Stance
from xref.settings import DEFAULT

WHOLE = " ".join(f"{line}." for line in FILLER)
CHECKED = article("Outlet X", "The checked article says something of its own.")
WORDINGS = (
    "Lorries may no longer use the bridge",
    "The old bridge is closed to all heavy traffic from today",
    "No lorry can pass the river here any more",
    "Drivers of heavy vehicles must take the long way round",
)


def traced(*relations: Relation, checked: Article = CHECKED) -> tuple[Origin, ...]:
    (origins,) = trace(checked, [relations], registry(), DEFAULT)
    return origins


def folded(origin: Origin) -> dict[str, str | None]:
    return {m.article.outlet: m.folded and m.folded.value for m in origin.members}


def test_neutral_relations_make_no_origin() -> None:
    assert traced(relation(article("Outlet A"), Stance.NEUTRAL)) == ()
    assert trace(CHECKED, [[], []], registry(), DEFAULT) == [(), ()]


def test_own_words_are_origins_of_their_own() -> None:
    pages = [article(f"Outlet {n}", text) for n, text in zip("ABCD", WORDINGS, strict=True)]
    origins = traced(*map(relation, pages))
    assert [origin.name for origin in origins] == [f"Outlet {n}" for n in "ABCD"]
    assert not any(origin.own for origin in origins)


def test_an_agency_and_who_prints_it_are_one() -> None:
    printed = article("Outlet A", f"PARIS, Aug 5 (Reuters) - {WORDINGS[0]}.")
    cited = article("Outlet B", f"{WORDINGS[1]}, Reuters reported.")
    itself = article("Reuters", f"{WORDINGS[2]}.", domain="reuters.com", published="2020-08-06")
    (origin,) = traced(*map(relation, (printed, cited, itself)))
    assert (origin.name, origin.independent) == ("Reuters", True)
    assert origin.members[0].article is itself
    assert folded(origin) == {"Reuters": None, "Outlet A": "agency-credit", "Outlet B": "cites"}


def test_one_owner_is_one_origin() -> None:
    pages = [
        article("Sputnik", WORDINGS[0], domain="sputniknews.com"),
        article("RIA Novosti", WORDINGS[1], domain="ria.ru"),
    ]
    (origin,) = traced(*map(relation, pages))
    assert Folding.SAME_OWNER in [m.folded for m in origin.members]


def test_two_pages_of_one_outlet_are_one() -> None:
    pages = [article("Outlet A", text, name=text) for text in WORDINGS[:2]]
    (origin,) = traced(*map(relation, pages))
    assert [m.folded for m in origin.members] == [None, Folding.SAME_OUTLET]


def test_a_copy_is_folded_and_the_run_shown() -> None:
    pages = [article("Outlet A", WHOLE), article("Outlet B", f"{WHOLE} And more.")]
    (origin,) = traced(*(relation(page, passage=FILLER[0]) for page in pages))
    copied = origin.members[1]
    assert (copied.folded, copied.strength) == (Folding.NEAR_COPY, 1.0)
    assert FILLER[0] in copied.because


def test_the_agency_is_the_origin_of_a_copied_text_not_the_paper() -> None:
    paper = article("Outlet A", WHOLE, published="2020-08-01")
    agency = article("Reuters", WHOLE, domain="reuters.com", published="2020-08-05")
    (origin,) = traced(*(relation(page, passage=FILLER[0]) for page in (paper, agency)))
    assert origin.name == "Reuters"


@pytest.mark.parametrize(
    ("published", "own", "undirected"),
    [
        ("2020-08-06", True, False),
        ("2020-08-05", False, True),
        ("2020-08-04", False, False),
        ("2020-08", False, True),
    ],
)
def test_a_copy_of_the_checked_article_is_an_echo_where_it_is_known_to_be_younger(
    published: str, own: bool, undirected: bool
) -> None:
    checked = article("Outlet X", WHOLE, published="2020-08-05")
    page = article("Outlet A", WHOLE, published=published)
    (origin,) = traced(relation(page, passage=FILLER[0]), checked=checked)
    assert (origin.own, origin.undirected) == (own, undirected)


def test_who_cites_the_checked_outlet_is_its_echo() -> None:
    checked = article("CNN", WHOLE, domain="edition.cnn.com")
    (origin,) = traced(
        relation(article("Outlet A", f"{WORDINGS[0]}, CNN reported.")), checked=checked
    )
    assert (origin.name, origin.own) == ("CNN", True)


@pytest.mark.parametrize(
    ("supports", "refutes", "stance"),
    [(0.9, 0.8, Stance.SUPPORTS), (0.5, 0.98, Stance.REFUTES)],
)
def test_a_house_that_said_both_says_what_it_says_more_surely(
    supports: float, refutes: float, stance: Stance
) -> None:
    one, other = (article("Outlet A", text, name=text) for text in WORDINGS[:2])
    for_, against = relation(one), relation(other, Stance.REFUTES)
    (origin,) = traced(replace(for_, confidence=supports), replace(against, confidence=refutes))
    assert origin.stance is stance
    assert [m.article for m in origin.members] == [one if stance is Stance.SUPPORTS else other]


def test_supporting_origins_come_first() -> None:
    pages = [article(f"Outlet {n}", text) for n, text in zip("AB", WORDINGS, strict=False)]
    origins = traced(relation(pages[0], Stance.REFUTES), relation(pages[1]))
    assert [o.stance for o in origins] == [Stance.SUPPORTS, Stance.REFUTES]


def mixed() -> list[Relation]:
    texts = [*WORDINGS, f"{WORDINGS[0]}, Reuters reported.", WHOLE, f"{WHOLE} And more."]
    pages = [article(f"Outlet {n}", text) for n, text in zip("ABCDEFG", texts, strict=True)]
    told = [relation(page, passage=page.text[:40]) for page in pages]
    return [*told, relation(article("Outlet H", "Lorries may use it"), Stance.REFUTES)]


@given(st.integers(0, 10_000))
def test_the_order_of_relations_does_not_matter(seed: int) -> None:
    relations = mixed()
    turned = random.Random(seed).sample(relations, len(relations))
    assert traced(*turned) == traced(*relations)


@given(st.integers(1, 8))
def test_any_number_of_echoes_is_one_origin(count: int) -> None:
    pages = [article(f"Outlet {n}", f"{WORDINGS[n % 4]}, Reuters reported.") for n in range(count)]
    (origin,) = traced(*map(relation, pages))
    assert len(origin.members) == count


def test_who_cite_one_another_know_nothing_of_their_own() -> None:
    pages = [
        article("CNN", f"{WORDINGS[0]}, Reuters reported.", domain="cnn.com"),
        article("Reuters", f"{WORDINGS[1]}, CNN reported.", domain="reuters.com"),
    ]
    (origin,) = traced(*map(relation, pages))
    assert {m.folded for m in origin.members} == {Folding.CIRCULAR}
    assert not origin.independent


def test_a_chain_of_citations_is_followed_to_its_end() -> None:
    pages = [
        article("Gazette", f"{WORDINGS[0]}, CNN reported."),
        article("CNN", f"{WORDINGS[1]}, Reuters reported.", domain="cnn.com"),
        article("Reuters", f"{WORDINGS[2]}.", domain="reuters.com"),
    ]
    (origin,) = traced(*map(relation, pages))
    assert {m.article.outlet: m.of for m in origin.members} == {
        "Reuters": None,
        "Gazette": "CNN",
        "CNN": "Reuters",
    }


def test_copies_of_two_texts_pasted_together_do_not_join_the_two() -> None:
    one, other = f"{FILLER[0]}. {FILLER[1]}.", f"{FILLER[2]}. {FILLER[3]}."
    pages = [
        article("Outlet A", one, published="2020-08-01"),
        article("Outlet B", other, published="2020-08-02"),
        article("Outlet C", f"{one}\n\n{other}", published="2020-08-04"),
    ]
    found = traced(
        relation(pages[0], passage=FILLER[0]),
        relation(pages[1], passage=FILLER[2]),
        relation(pages[2], passage=FILLER[0]),
    )
    assert [origin.name for origin in found] == ["Outlet A", "Outlet B"]
    (pasted,) = (m for o in found for m in o.members if m.folded)
    assert (pasted.of, pasted.inferred, pasted.directed) == ("Outlet A", True, True)


def test_doubtful_dates_leave_the_direction_unknown() -> None:
    pages = [article("Outlet A", WHOLE, published="2020"), article("Outlet B", WHOLE)]
    (origin,) = traced(*(relation(page, passage=FILLER[0]) for page in pages))
    (copied,) = (m for m in origin.members if m.folded)
    assert not copied.directed
    assert origin.weakest is copied


def test_what_an_outlet_prints_under_everything_shows_no_copying() -> None:
    about = f"{FILLER[0]}. {FILLER[1]}. {FILLER[2]}."
    bodies = [" ".join(f"It is said of {w}{n} that {w} saw it." for n in "abcde") for w in "uvwx"]
    pages = [article("Outlet A", f"{body}\n{about}", name=body[:20]) for body in bodies]
    other = article("Outlet B", f"A paper of the valley writes of something else.\n{about}")
    told = [relation(page, passage=about) for page in (*pages, other)]
    assert "near-copy" not in str([folded(origin) for origin in traced(*told)])
    assert "near-copy" in str([folded(origin) for origin in traced(told[0], told[-1])])

"""To which outlet a passage goes back."""

import pytest
from samples import FILLER, article, relation

from xref.corpus.outlets import registry
from xref.origins.credits import Root, Roots

FACT = "The bridge over the river was closed to lorries"
LATER = " ".join(f"{line}." for line in FILLER * 2)
"""Longer than the head of a text in which a citation speaks for all of it."""


def root(
    text: str, passage: str = FACT, *, outlet: str = "Outlet A", domain: str | None = None
) -> Root:
    page = article(outlet, text, domain=domain)
    return Roots(registry()).root(relation(page, passage=passage))


@pytest.mark.parametrize(
    ("text", "passage", "folded", "because"),
    [
        (f"{FACT}, Reuters reported.", f"{FACT}, Reuters reported.", "cites", "Reuters reported"),
        (f"According to Reuters, {FACT}.", f"According to Reuters, {FACT}.", "cites", "Reuters"),
        (f"{FACT}, a driver told Reuters.", f"{FACT}, a driver told Reuters.", "cites", "told"),
        (f"PARIS, Aug 5 (Reuters) - {FACT}.", FACT, "agency-credit", "(Reuters)"),
        (f"By Reuters\n\n{FACT}.", FACT, "agency-credit", "By Reuters"),
        (f"{FACT}.\n\n(Reporting by Reuters)", FACT, "agency-credit", "Reporting by Reuters"),
        (f"{FILLER[0]}, Reuters reported. {FACT}.", FACT, "cites", "Reuters reported"),
        (f"{FACT}.\n\nRead more at reuters.com/world/1", FACT, "cites", "reuters.com"),
    ],
    ids=["cites", "according", "told", "dateline", "byline", "footer", "lead", "hyperlink"],
)
def test_credits(text: str, passage: str, folded: str, because: str) -> None:
    found = root(text, passage)
    assert (found.outlet.name, found.folded) == ("Reuters", folded)
    assert because in found.because
    assert found.because in text
    assert found.shown


def test_a_credit_far_down_speaks_for_its_own_sentence_only() -> None:
    credited = "Rain is forecast, Reuters reported."
    text = f"{FACT}. {LATER} {credited}"
    assert root(text).outlet.name == "Outlet A"
    assert root(text, credited).outlet.name == "Reuters"


def test_told_us_is_own_reporting_whatever_the_lead_cites() -> None:
    own = f"{FACT}, a driver told CNN."
    found = root(f"Reuters reported rain. {own}", own, outlet="CNN", domain="edition.cnn.com")
    assert (found.outlet.name, found.folded, found.shown) == ("CNN", None, True)


def test_crediting_the_own_house_folds_nothing() -> None:
    found = root(f"MOSCOW (Sputnik) - {FACT}.", outlet="RIA Novosti", domain="ria.ru")
    assert (found.outlet.name, found.folded) == ("RIA Novosti", None)


@pytest.mark.parametrize(
    ("outlet", "domain", "shown"),
    [
        ("Reuters", "reuters.com", True),
        ("BBC", "bbc.co.uk", True),
        ("The Guardian", "theguardian.com", False),
        ("Outlet A", None, False),
    ],
)
def test_whose_independence_is_shown(outlet: str, domain: str | None, shown: bool) -> None:
    found = root(f"{FACT}.", outlet=outlet, domain=domain)
    assert (found.folded, found.shown) == (None, shown)


def test_a_photo_credit_is_no_source() -> None:
    assert root(f"(Photo: Reuters)\n\n{FACT}.").outlet.name == "Outlet A"


def test_agencies_rank_before_broadcasters_before_papers() -> None:
    roots = Roots(registry())
    houses = []
    for outlet in ("Reuters", "BBC", "The Guardian"):
        houses.append(roots.root(relation(article(outlet, f"{FACT}."))).outlet.house)
    assert [roots.rank(house) for house in houses] == [0, 1, 2]

"""An audit of five small pages, with the real encoder and judge: who has what from whom."""

from collections.abc import Iterator

import pytest

from xref import auditing, pipeline
from xref.accounts import Audit
from xref.corpus.store import Corpus
from xref.records import Article, Standing
from xref.render.audits import FORMATS, renderer

OUTLETS = """
[[outlet]]
name = "Example Gazette"
domains = ["gazette.example"]
kind = "paper"
[[outlet]]
name = "Example Herald"
domains = ["herald.example"]
kind = "paper"
[[outlet]]
name = "Example Wire"
domains = ["wire.example"]
kind = "agency"
"""
QUOTED = "“We will {} every house on the quay before the winter storms come back,” Mayor Doe said."
GAZETTE = f"""The council of Port Example approved the new sea wall on Tuesday evening.

The sea wall of Port Example will cost 45 million euros, according to the Example Herald.

{QUOTED.format("rebuild")}

The old harbour wall is 4 kilometres long and was built by the Example railway company.

The engineers expect that work on the sea wall begins in March."""
HERALD = f"""The council of Port Example approved a new sea wall on Tuesday evening.

The sea wall of Port Example will cost 30 million euros.

{QUOTED.format("repair")}

Work on the sea wall begins in March, the engineers expect."""
LATER = """Many people in Port Example looked at the cranes on the quay.

The old harbour wall is 9 kilometres long and was built by the Example railway company.

The council of Port Example approved the new sea wall last week."""


def page(outlet: str, day: int, text: str) -> Article:
    domain = f"{outlet.split()[-1].lower()}.example"
    url = f"https://{domain}/{day}"
    return Article(url, url, outlet, domain, f"{outlet} of the {day}th", f"2020-08-{day:02}", text)


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Audit]:
    folder = tmp_path_factory.mktemp("pages")
    (folder / "outlets.toml").write_text(OUTLETS, "utf-8")
    pages = [
        page("Example Gazette", 6, GAZETTE),
        page("Example Gazette", 10, LATER),
        page("Example Herald", 5, HERALD),
        page("Example Wire", 6, HERALD.replace("30 million", "about 30 million")),
    ]
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XREF_OUTLETS", str(folder / "outlets.toml"))
        tools = pipeline.Tools.default()
        with Corpus.open(folder / "audit.db", create=True) as corpus:
            list(pipeline.ingest(pages, corpus, tools))
            yield auditing.audit(auditing.Asked("Example Gazette", own=True), corpus, tools)


def rates(found: Audit) -> dict[str, tuple[int, int]]:
    return {rate.name: (rate.share.count, rate.share.of) for rate in found.whole.rates}


def test_contradicted_by_the_very_outlet_that_it_cites(found: Audit) -> None:
    (one,) = [told for told in found.told if told.against_credited]
    assert "45 million" in one.claim.text
    assert one.now is Standing.CONTRADICTED
    assert rates(found)["against the outlet it credits"] == (1, 1)
    assert "the outlet that it credits is among them" in renderer("markdown")(found)


def test_whom_it_credits_and_how_long_after(found: Audit) -> None:
    (one,) = found.reliances
    assert (one.outlet, one.forms, one.whole) == ("Example Herald", ("cites",), False)
    assert (one.url, one.days) == ("https://herald.example/5", 1)
    (said,) = [told.claim for told in found.told if told.claim.id in one.statements]
    assert one.because in said.text
    (rests,) = found.rested
    assert (rests.outlet, rests.articles, rests.credited, rests.days) == ("Example Herald", 1, 1, 1)
    assert rates(found)["credits another outlet"] == (1, 2)
    assert rates(found)["credits another outlet in the sentence"] == (1, 8)


def test_a_quotation_that_others_print_with_other_words(found: Audit) -> None:
    (one,) = [told for told in found.told if told.altered]
    assert {quotation.article.outlet for quotation in one.altered} == {
        "Example Herald",
        "Example Wire",
    }
    assert rates(found)["quotation with other words elsewhere"] == (1, 1)
    for name in FORMATS:
        text = renderer(name)(found).replace("<mark>", "").replace("</mark>", "")
        assert "We will rebuild every house" in text
        assert "We will repair every house" in text


def test_against_itself(found: Audit) -> None:
    assert found.contradictions is not None
    (pair,) = found.contradictions
    assert pair.differs == ("4 kilometres", "9 kilometres")
    assert {pair.article.published, pair.other.published} == {"2020-08-06", "2020-08-10"}
    count, compared = rates(found)["against its own other articles"]
    assert (count, compared) == (2, found.compared_own)
    for name in FORMATS:
        text = renderer(name)(found).replace("<mark>", "").replace("</mark>", "")
        assert "wall is 9 kilometres long" in text


def test_the_own_house_is_no_evidence(found: Audit) -> None:
    (one,) = [told for told in found.told if "4 kilometres" in told.claim.text]
    assert (one.now, one.supporting, one.refuting) == (Standing.UNMATCHED, (), ())

"""What each format makes of a small audit with all there can be in one, byte for byte.

After an intended change: `XREF_UPDATE_GOLD=1 pytest tests/audits`, then read the difference.
"""

import csv
import io
import json
import os
import re
from dataclasses import replace
from pathlib import Path

import pytest
from samples import FILLER, article, claim, origin

from xref import audits
from xref.accounts import Audit, Contradiction, Own, Prior, Told
from xref.corpus.history import History, Version
from xref.corpus.outlets import Registry
from xref.records import (
    Article,
    Attribution,
    Claim,
    MadeWith,
    Outlet,
    OutletKind,
    Quotation,
    Refutation,
    Report,
    Requoting,
    SourceKind,
    Stance,
    Standing,
    Verdict,
)
from xref.render.audits import FORMATS, renderer
from xref.settings import DEFAULT

GOLD = Path(__file__).parent / "gold"
FILES = {"json": "audit.json", "markdown": "audit.md", "html": "audit.html", "csv": "audit.csv"}
MADE = MadeWith("1", "encoder", "judge", "5" * 64, "c" * 64)
REGISTRY = Registry(
    [
        Outlet("Gazette", domains=("gazette.example",)),
        Outlet("Herald", domains=("herald.example",)),
        Outlet("Wire", kind=OutletKind.AGENCY),
    ]
)
OURS = "“We will rebuild every house before the storms,” the mayor said."
THEIRS = "“We will repair every house before the storms,” said the mayor."
COST = "The wall will cost 45 million euros, according to the Herald."
LONG = "The old wall is 4 km long."
STAYS = "The old wall, 9 km long, is to stay."
FIRST = article(
    "Gazette",
    f"PORT EXAMPLE (Wire) - {' '.join(f'{line}.' for line in FILLER)}\n\n{OURS} {COST}\n\n{LONG}",
    published="2020-03-30",
    domain="gazette.example",
    name="first",
)
SECOND = article("Gazette", STAYS, published="2020-04-02", name="second")
HERALD = article(
    "Herald",
    f"{' '.join(f'{line}.' for line in FILLER)}\n\n{THEIRS}",
    published="2020-03-28",
    domain="herald.example",
)


def span(page: Article, words: str) -> tuple[int, int]:
    start = page.text.index(words)
    return start, start + len(words)


def said(page: Article, text: str, source: str, credited: str | None = None) -> Claim:
    told = claim(text, of=page)
    kind = SourceKind.OUTLET if credited else SourceKind.ROLE
    cue = Attribution(source, kind, "said", (told.start, told.end), credited=credited)
    return replace(told, attribution=cue)


def verdicts() -> dict[str, Verdict]:
    against = origin("Herald", Stance.REFUTES)
    (member,) = against.members
    against = replace(against, members=(replace(member, article=HERALD),))
    quotation = Quotation(
        Requoting.ALTERED,
        HERALD,
        span(FIRST, "“We will rebuild every house before the storms,”"),
        span(HERALD, "“We will repair every house before the storms,”"),
        "rebuild",
        "repair",
    )
    return {
        OURS: Verdict(
            said(FIRST, OURS, "the mayor"),
            Standing.SINGLE_SOURCE,
            "F3",
            (replace(origin("Herald"), members=(replace(member, article=HERALD),)),),
            quotations=(quotation,),
        ),
        COST: Verdict(
            said(FIRST, COST, "the Herald", "Herald"), Standing.CONTRADICTED, "F5", (against,)
        ),
        LONG: Verdict(claim(LONG, of=FIRST), Standing.UNMATCHED, "F4"),
        STAYS: Verdict(claim(STAYS, of=SECOND), Standing.NOT_COVERED, "F6"),
    }


def checked(page: Article, found: list[Verdict], own: dict[str, Own]) -> audits.Checked:
    report = Report(page, tuple(found), (), MADE)
    versions = (
        Version(1, "2020-04-02T00:00:00", page.text),
        Version(2, "2020-04-03T12:00:00", f"{page.text} It was painted."),
    )
    return audits.Checked(
        History(page, page.published, versions[: 2 if page is SECOND else 1]),
        report,
        report,
        frozenset({HERALD.id}),
        frozenset({one.claim.id for one in found if one.quotations}),
        audits.OwnReports(own),
    )


def pairs(found: dict[str, Verdict]) -> dict[str, Own]:
    one, other = found[LONG].claim, found[STAYS].claim
    by = Refutation.NUMBER
    return {
        one.id: Own(
            True, (Contradiction(FIRST, one, SECOND, other, by, ("4 km", "9 km"), 0.9),)
        ),
        other.id: Own(
            True, (Contradiction(SECOND, other, FIRST, one, by, ("9 km", "4 km"), 0.91),)
        ),
    }  # fmt: skip


@pytest.fixture(scope="module")
def audit() -> Audit:
    found = verdicts()
    own = pairs(found)
    told_of = [
        checked(FIRST, [found[OURS], found[COST], found[LONG]], own),
        checked(SECOND, [found[STAYS]], own),
    ]
    nearby = {HERALD.id: HERALD}
    told = audits.told(told_of, REGISTRY)
    gathered = audits.Gathered(
        frozenset({FIRST.id, SECOND.id}),
        told,
        audits.echoes(told_of, nearby, REGISTRY, DEFAULT),
        audits.changes([one.history for one in told_of]),
        audits.reliances(told_of, told, nearby, REGISTRY),
        own=True,
    )
    days = {one.now.article.id: one.history.day for one in told_of}
    return _audit(gathered, told, audits.periods(gathered, days, "quarter"))


def _audit(found: audits.Gathered, told: tuple[Told, ...], periods: tuple[object, ...]) -> Audit:
    return Audit(
        outlet="Gazette",
        domains=("gazette.example",),
        since="2020-01-01",
        until=None,
        by="quarter",
        held=2,
        whole=audits.counted("all", found),
        periods=periods,  # type: ignore[arg-type]
        trend=audits.trend([], told),
        told=told,
        echoes=tuple(found.echoes),
        changes=tuple(found.changes),
        compared=(),
        priors=(Prior("gazette.example", 0.5, "A list", "2020"),),
        grace_days=1,
        corpus_articles=3,
        corpus_outlets=2,
        made_with=MADE,
        notes=("A note.",),
        reliances=tuple(found.reliances),
        rested=audits.rested(found.reliances, found.echoes),
        contradictions=audits.contradictions(told),
    )


@pytest.mark.parametrize("name", FILES)
def test_format(name: str, audit: Audit) -> None:
    # What a chart looks like is pygal's affair.
    text = re.sub(r"base64,[\w+/=]+", "base64,CHART", renderer(name)(audit))
    path = GOLD / FILES[name]
    if os.environ.get("XREF_UPDATE_GOLD"):
        GOLD.mkdir(exist_ok=True)
        path.write_bytes(text.encode())
    assert path.read_bytes() == text.encode(), f"{path.name} differs; see {Path(__file__).name}"


def test_every_format_has_a_gold_file() -> None:
    assert set(FILES) == set(FORMATS)


def test_credits_copies_and_pairs(audit: Audit) -> None:
    """The gold files would also hold if all of these were empty."""
    assert [(one.outlet, one.whole, one.days) for one in audit.reliances] == [
        ("Herald", False, 2),
        ("Wire", True, None),
    ]
    assert [(one.outlet, one.copied_with_credit) for one in audit.rested] == [
        ("Herald", 1),
        ("Wire", 0),
    ]
    assert len(audit.contradictions or ()) == 1
    assert audit.compared_own == 2
    rates = {rate.name: (rate.share.count, rate.share.of) for rate in audit.whole.rates}
    assert rates["against its own other articles"] == (2, 2)
    assert rates["reported first, in an article that owes nobody"] == (0, 1)
    assert [p.name for p in audit.periods] == ["2020-Q1", "2020-Q2"]
    last = {rate.name: (rate.share.count, rate.share.of) for rate in audit.periods[1].rates}
    assert last["credits another outlet"] == (0, 1)
    assert last["edited silently"] == (1, 1)


EVIL = "<img src=x onerror=alert(1)>\u202e|x|"


def test_hostile_words_stay_text(audit: Audit) -> None:
    (one,) = [told for told in audit.told if told.altered]
    (quotation,) = one.quotations
    page = replace(HERALD, outlet=EVIL, title=EVIL, text=EVIL, url="javascript:alert(1)")
    words = replace(quotation, article=page, theirs=(0, len(EVIL)), their_words=EVIL)
    (pair,) = audit.contradictions or ()
    pair = replace(pair, other=page, passage=replace(pair.passage, text=EVIL), differs=(EVIL, EVIL))
    hostile = replace(
        audit,
        told=(replace(one, quotations=(words,), own=Own(True, (pair,))),),
        rested=(replace(audit.rested[0], outlet=EVIL),),
        reliances=(replace(audit.reliances[0], outlet=EVIL, because=EVIL),),
        echoes=(replace(audit.echoes[0], outlet=EVIL),),
        contradictions=(pair,),
    )
    for name in ("html", "markdown"):
        text = renderer(name)(hostile)
        assert "<img src=x" not in text
        assert "\u202e" not in text
        assert 'href="javascript' not in text
    # A table's row is not broken into more cells.
    assert "\\|x\\|" in renderer("markdown")(hostile)
    assert json.loads(renderer("json")(hostile))["rested"][0]["outlet"] == EVIL
    (_, row) = csv.reader(io.StringIO(renderer("csv")(hostile)))
    assert "\u202e" not in "".join(row)

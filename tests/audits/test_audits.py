"""What an audit counts, on records made by hand."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from samples import FILLER, article, claim, origin

from xref import audits
from xref.accounts import Told
from xref.corpus.history import History, Version
from xref.corpus.outlets import Registry
from xref.records import (
    Article,
    Attribution,
    MadeWith,
    Origin,
    Outlet,
    Report,
    SourceKind,
    Stance,
    Standing,
    Verdict,
)
from xref.settings import DEFAULT

MADE = MadeWith("1", "e", "j", "s", "c")
NOBODY = Registry(())


def report(page: Article, *verdicts: Verdict) -> Report:
    return Report(page, verdicts, (), MADE)


def verdict(page: Article, standing: Standing, *origins: Origin) -> Verdict:
    return Verdict(claim(page.text, of=page), standing, None, origins)


def checked(
    page: Article, then: Verdict, now: Verdict, nearby: Sequence[str] = (), day: str | None = None
) -> audits.Checked:
    history = History(page, day or page.published, (Version(1, "2020-08-06T00:00:00", page.text),))
    return audits.Checked(history, report(page, then), report(page, now), frozenset(nearby))


def dated(name: str, published: str | None, stance: Stance = Stance.SUPPORTS) -> Origin:
    found = origin(name, stance)
    (member,) = found.members
    return replace(found, members=(replace(member, article=article(name, published=published)),))


def rates(told: Sequence[Told]) -> dict[str, tuple[int, int]]:
    counted = audits.counted("all", audits.Gathered(frozenset({"one"}), told))
    return {rate.name: (rate.share.count, rate.share.of) for rate in counted.rates}


@pytest.mark.parametrize(
    ("day", "by", "name"),
    [
        ("2016-03-31", "month", "2016-03"),
        ("2016-03-31", "quarter", "2016-Q1"),
        ("2016-04-01", "quarter", "2016-Q2"),
        ("2016-12-31", "quarter", "2016-Q4"),
        ("2016-12-31", "year", "2016"),
        (None, "year", "undated"),
    ],
)
def test_periods(day: str | None, by: str, name: str) -> None:
    assert audits.period(day, by) == name


@pytest.mark.parametrize(
    ("published", "order"),
    [
        ("2020-08-06", "first"),
        ("2020-08-05", "same day"),
        ("2020-08-04", "later"),
        ("2020-08", "same day"),
        (None, None),
    ],
)
def test_who_had_it_first(published: str | None, order: str | None) -> None:
    page = article("Gazette")
    now = verdict(page, Standing.SINGLE_SOURCE, dated("Herald", published))
    (one,) = audits.told([checked(page, now, now)], NOBODY)
    assert one.first == order


def test_the_own_house_has_no_vote_and_silence_is_no_denial() -> None:
    page = article("Gazette")
    own = replace(dated("Gazette", "2020-08-05"), own=True)
    now = verdict(page, Standing.UNMATCHED, own)
    (one,) = audits.told([checked(page, now, now)], NOBODY)
    assert (one.supporting, one.held, one.first) == ((), None, None)


def test_then_and_now() -> None:
    page = article("Gazette")
    then = verdict(page, Standing.UNMATCHED)
    now = verdict(page, Standing.CONTRADICTED, dated("Herald", "2020-08-07", Stance.REFUTES))
    told = audits.told([checked(page, then, now)], NOBODY)
    assert rates(told)["later contradicted or disputed"] == (1, 1)
    assert rates(told)["later corroborated"] == (0, 1)
    assert rates(told)["covered"] == (1, 1)
    assert told[0].held is not None
    assert told[0].held < 0.5


def test_what_states_nothing_is_not_counted() -> None:
    page = article("Gazette")
    now = verdict(page, Standing.NOT_A_CLAIM)
    assert audits.told([checked(page, now, now)], NOBODY) == ()


def test_against_the_outlet_that_it_credits() -> None:
    registry = Registry([Outlet("Herald", domains=("herald.example",))])
    page = article("Gazette")
    refuting = dated("Herald", "2020-08-05", Stance.REFUTES)
    found = verdict(page, Standing.CONTRADICTED, refuting)
    said = Attribution("mayor", SourceKind.ANONYMOUS, "told", (0, 5), credited="Herald")
    now = replace(found, claim=replace(found.claim, attribution=said))
    told = audits.told([checked(page, now, now)], registry)
    assert told[0].against_credited
    assert rates(told)["against the outlet it credits"] == (1, 1)
    assert rates(told)["anonymous source"] == (1, 1)


@pytest.mark.parametrize(
    ("published", "text", "found"),
    [
        ("2020-08-03", "", (False, 2)),
        ("2020-08-03", " The Herald reported it.", (True, 2)),
        ("2020-08-05", "", None),
        ("2020-08-06", "", None),
    ],
)
def test_copies_of_an_earlier_text(
    published: str, text: str, found: tuple[bool, int] | None
) -> None:
    words = ". ".join(FILLER)
    page, other = article("Gazette", words + text), article("Herald", words, published=published)
    now = verdict(page, Standing.UNMATCHED)
    echoes = audits.echoes(
        [checked(page, now, now, [other.id])], {other.id: other}, NOBODY, DEFAULT
    )
    assert [(echo.credited, echo.days) for echo in echoes] == ([found] if found else [])


def test_silent_and_announced_edits() -> None:
    page = article("Gazette")
    texts = ["Forty died.", "Fourteen died.", "Fourteen died. Correction: not forty."]
    seen = tuple(
        Version(number, f"2020-08-0{number}T00:00:00+00:00", text)
        for number, text in enumerate([*texts, texts[-1]], start=1)
    )
    found = audits.changes([History(page, page.published, seen)])
    assert [(one.number, one.announced, one.days) for one in found] == [(2, False, 1), (3, True, 1)]


def test_no_word_on_change_where_data_are_few_or_alike() -> None:
    page = article("Gazette")
    now = verdict(page, Standing.SINGLE_SOURCE, dated("Herald", "2020-08-05"))
    few = [checked(page, now, now)]
    trend = audits.trend(few, audits.told(few, NOBODY))
    assert (trend.tau, trend.borne, trend.articles) == (None, False, 1)


def test_a_record_that_falls_is_said_to() -> None:
    found = []
    for place in range(60):
        page = article("Gazette", name=f"page {place}")
        stance = Stance.SUPPORTS if place < 30 else Stance.REFUTES
        now = verdict(page, Standing.SINGLE_SOURCE, dated("Herald", "2020-08-05", stance),
                      dated("Courier", "2020-08-05", stance))  # fmt: skip
        found.append(checked(page, now, now, day=f"2020-{place // 25 + 1:02}-{place % 25 + 1:02}"))
    trend = audits.trend(found, audits.told(found, NOBODY))
    assert trend.borne
    assert trend.tau is not None
    assert trend.tau < -0.5

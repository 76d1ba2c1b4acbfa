"""An outlet over time: what came of each of its claims, and who had them first.

Every claim was decided twice: as of its article's time (with what had been published by then) and
as of now. This module only counts what came of that; `pipeline.audit` has it decided.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from xref.accounts import (
    Change,
    Echo,
    Period,
    Rate,
    Record,
    Told,
    Trend,
)
from xref.corpus.history import History, Version
from xref.corpus.outlets import Registry
from xref.errors import OptionError
from xref.origins.reuse import Reuse
from xref.quantities import date_range
from xref.records import Article, Report, SourceKind, Stance, Standing, Verdict
from xref.reliability import held_out, record, share
from xref.settings import AUDIT, Settings

PERIODS = ("month", "quarter", "year")
_ANNOUNCED = re.compile(
    r"\b(?:correction|clarification|editor[’']?s note|(?:has been|was) (?:corrected|updated)"
    r"|an earlier version|updated:)",
    re.IGNORECASE,
)
_JUDGED = (Standing.CORROBORATED, Standing.SINGLE_SOURCE, Standing.DISPUTED, Standing.CONTRADICTED)


@dataclass(frozen=True, slots=True)
class Checked:
    """One article of the outlet, decided twice."""

    history: History
    then: Report
    now: Report
    nearby: frozenset[str]
    """Ids of the articles on its events."""


def period(day: str | None, by: str) -> str:
    """Return the name of the stretch of time that a day lies in."""
    if day is None:
        return "undated"
    if by == "year":
        return day[:4]
    return day[:7] if by == "month" else f"{day[:4]}-Q{(int(day[5:7]) + 2) // 3}"


def told(checked: Sequence[Checked], outlets: Registry) -> tuple[Told, ...]:
    """Return what came of every claim, each judged by origins that are learnt from the others."""
    pairs = [
        (one, then, now)
        for one in checked
        for then, now in zip(one.then.verdicts, one.now.verdicts, strict=True)
        if now.standing is not Standing.NOT_A_CLAIM
    ]
    sides = {now.claim.id: (_names(now, Stance.SUPPORTS), _names(now, Stance.REFUTES))
             for _, _, now in pairs}  # fmt: skip
    held = held_out(sides)
    return tuple(
        Told(
            one.now.article,
            now.claim,
            then.standing,
            now.standing,
            *sides[now.claim.id],
            first=_order(one.now.article, now),
            against_credited=_against_credited(now, outlets),
            held=held.get(now.claim.id),
        )
        for one, then, now in pairs
    )


def _names(verdict: Verdict, stance: Stance) -> tuple[str, ...]:
    return tuple(o.name for o in verdict.origins if o.stance is stance and o.counted)


def _order(article: Article, verdict: Verdict) -> str | None:
    """Say whether the article came before all independent support, on the same day, or later."""
    ours = date_range(article.published)
    theirs = [
        date_range(member.article.published)
        for origin in verdict.origins
        if origin.stance is Stance.SUPPORTS and origin.counted
        for member in origin.members
    ]
    days = [span for span in theirs if span]
    if not ours or not days or len(days) < len(theirs):
        return None
    if ours[1] < min(span[0] for span in days):
        return "first"
    return "later" if min(span[1] for span in days) < ours[0] else "same day"


def _against_credited(verdict: Verdict, outlets: Registry) -> bool:
    said = verdict.claim.attribution
    credited = outlets.named(said.credited) if said and said.credited else None
    return credited is not None and any(
        outlets.of(member.article.outlet, member.article.domain).house == credited.house
        for origin in verdict.origins
        if origin.stance is Stance.REFUTES
        for member in origin.members
    )


def echoes(
    checked: Iterable[Checked], nearby: Mapping[str, Article], outlets: Registry, settings: Settings
) -> tuple[Echo, ...]:
    """Return the articles whose text another house had on an earlier day, with the nearest text."""
    reuse, found = Reuse(settings), list[Echo]()
    for one in checked:
        article = one.now.article
        copies = [
            echo
            for other in sorted(one.nearby)
            if (echo := _echo(article, nearby[other], reuse, outlets))
        ]
        if copies:
            found.append(max(copies, key=lambda echo: (echo.share, echo.days, echo.url or "")))
    return tuple(found)


def _echo(article: Article, other: Article, reuse: Reuse, outlets: Registry) -> Echo | None:
    ours, theirs = date_range(article.published), date_range(other.published)
    if not ours or not theirs or theirs[1] >= ours[0]:
        return None
    copy = reuse.copy(article, other)
    if copy is None:
        return None
    outlet = outlets.of(other.outlet, other.domain)
    names = (outlet.name, *outlet.aliases)
    credited = any(re.search(rf"\b{re.escape(name)}\b", article.text) for name in names)
    days = (ours[0] - theirs[1]).days
    return Echo(article, outlet.name, other.url, credited, days, copy.share)


def changes(histories: Iterable[History]) -> tuple[Change, ...]:
    """Return the later versions of articles whose text differs from the one before."""
    return tuple(
        Change(
            history.article,
            later.number,
            later.seen_at,
            _days(earlier, later),
            bool(_fresh(_ANNOUNCED.findall(earlier.text), _ANNOUNCED.findall(later.text))),
        )
        for history in histories
        for earlier, later in zip(history.versions, history.versions[1:], strict=False)
        if earlier.text != later.text
    )


def _fresh(before: Sequence[str], after: Sequence[str]) -> bool:
    return len(after) > len(before)


def _days(earlier: Version, later: Version) -> float:
    apart = datetime.fromisoformat(later.seen_at) - datetime.fromisoformat(earlier.seen_at)
    return round(apart.total_seconds() / 86_400, 3)


def periods(
    checked: Sequence[Checked],
    told: Sequence[Told],
    echoes: Sequence[Echo],
    changes: Sequence[Change],
    by: str,
) -> tuple[Period, ...]:
    """Return the counts of each stretch of time in which the outlet published, in order."""
    days = {one.now.article.id: one.history.day for one in checked}
    names = sorted({period(day, by) for day in days.values()})

    def within(name: str) -> Period:
        ids = {id_ for id_, day in days.items() if period(day, by) == name}
        return counted(
            name,
            len(ids),
            [one for one in told if one.article.id in ids],
            [one for one in echoes if one.article.id in ids],
            [one for one in changes if one.article.id in ids],
        )

    return tuple(within(name) for name in names)


def counted(
    name: str,
    articles: int,
    told: Sequence[Told],
    echoes: Sequence[Echo],
    changes: Sequence[Change],
) -> Period:
    """Count one stretch of time; every rate says what it is out of."""
    return Period(
        name,
        articles,
        len(told),
        {standing: sum(one.now is standing for one in told) for standing in Standing},
        record((one.article.id, one.held) for one in told),
        tuple(_rates(articles, told, echoes, changes)),
    )


def _rates(
    articles: int, told: Sequence[Told], echoes: Sequence[Echo], changes: Sequence[Change]
) -> Iterator[Rate]:
    covered = [one for one in told if one.now is not Standing.NOT_COVERED]
    yield _rate("covered", len(covered), told, "statements")
    for standing in (*_JUDGED, Standing.UNMATCHED):
        count = sum(one.now is standing for one in covered)
        yield _rate(standing.value, count, covered, "statements whose event the corpus covers")
    open_then = [one for one in covered if one.then is not Standing.CORROBORATED]
    later = sum(one.now is Standing.CORROBORATED for one in open_then)
    yield _rate(
        "later corroborated", later, open_then, "covered statements that were not at the time"
    )
    against = (Standing.CONTRADICTED, Standing.DISPUTED)
    unharmed = [one for one in covered if one.then not in against]
    fell = sum(one.now in against for one in unharmed)
    yield _rate(
        "later contradicted or disputed", fell, unharmed, "covered statements that were not"
    )
    dated = [one for one in told if one.first]
    for order in ("first", "same day", "later"):
        count = sum(one.first == order for one in dated)
        yield _rate(f"reported {order}", count, dated, "statements that others support, with dates")
    yield _rate("copied an earlier text", len(echoes), range(articles), "articles")
    bare = sum(not echo.credited for echo in echoes)
    yield _rate("copied without credit", bare, echoes, "articles that copied")
    said = [one.claim.attribution for one in told if one.claim.attribution]
    nameless = sum(one.kind is SourceKind.ANONYMOUS for one in said)
    yield _rate("anonymous source", nameless, said, "attributed statements")
    yield _rate("attributed", len(said), told, "statements")
    credited = [one for one in told if one.claim.attribution and one.claim.attribution.credited]
    denied = sum(one.against_credited for one in credited)
    yield _rate(
        "against the outlet it credits", denied, credited, "statements that credit an outlet"
    )
    silent = sum(not change.announced for change in changes)
    yield _rate("edited silently", silent, changes, "later versions with another text")


def _rate(name: str, count: int, out_of: Sequence[object], of_what: str) -> Rate:
    return Rate(name, share(count, len(out_of)), of_what)


def trend(checked: Iterable[Checked], told: Sequence[Told]) -> Trend:
    """Say whether the record moved: Kendall's tau between days and articles' shares that stood.

    One share an article, because the claims of one article stand and fall together.
    """
    held: dict[str, list[bool]] = {}
    for one in told:
        if one.held is not None:
            held.setdefault(one.article.id, []).append(one.held >= 0.5)
    days = {one.now.article.id: one.history.day for one in checked}
    points = sorted((day, sum(h) / len(h)) for id_, h in held.items() if (day := days.get(id_)))
    if len(points) < AUDIT.trend_articles or len({share_ for _, share_ in points}) < 2:
        return Trend(None, None, len(points), borne=False)
    from scipy.stats import kendalltau

    order = {day: place for place, day in enumerate(sorted({day for day, _ in points}))}
    found = kendalltau([order[day] for day, _ in points], [share_ for _, share_ in points])
    tau, p = float(found.statistic), float(found.pvalue)
    return Trend(tau, p, len(points), borne=p < AUDIT.trend_p)


def checked_by(by: str) -> str:
    """Return the stretch of time that is asked for; raise OptionError if there is none such."""
    if by not in PERIODS:
        raise OptionError(f"There is no period {by!r}; choose one of: {', '.join(PERIODS)}.")
    return by


def record_of(told: Iterable[Told]) -> Record:
    """Return the record that these claims make."""
    return record((one.article.id, one.held) for one in told)

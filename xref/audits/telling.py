"""Reports as of then and as of now -> what came of each claim."""

from collections.abc import Sequence
from dataclasses import dataclass

from xref.accounts import Told
from xref.audits.contradicting import OwnReports
from xref.corpus.history import History
from xref.corpus.outlets import Registry
from xref.quantities import date_range
from xref.records import Article, Report, Stance, Standing, Verdict
from xref.reliability import held_out


@dataclass(frozen=True, slots=True)
class Checked:
    """One article of the outlet, decided twice."""

    history: History
    then: Report
    now: Report
    nearby: frozenset[str]
    """Ids of the articles on its events."""
    reprinted: frozenset[str] = frozenset()
    """Ids of the claims with a quotation that another house prints, too."""
    own: OwnReports | None = None
    """What its outlet's other articles say of it; None where that was not asked for."""
    kept: bool = False
    """It was judged before the corpus changed, out of its reach."""


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
            reprinted=now.claim.id in one.reprinted,
            quotations=now.quotations,
            own=one.own.of(now.claim) if one.own else None,
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

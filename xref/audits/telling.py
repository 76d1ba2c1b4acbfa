"""Reports as of then and as of now -> what came of each claim."""

from collections.abc import Iterator, Sequence

from xref.accounts import Said, Told
from xref.audits.checked import Checked
from xref.audits.crediting import credited
from xref.corpus.outlets import Registry
from xref.origins.credits import Roots
from xref.quantities import date_range
from xref.records import Article, Outlet, Stance, Standing, Verdict
from xref.reliability import held_out

_PASSAGES = 2
"""Of each side that an audit keeps beside a claim; a check of the article shows all."""


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
    held, roots = held_out(sides), Roots(outlets)
    credits = {now.claim.id: credited(now.claim, one.now.article, roots) for one, _, now in pairs}
    return tuple(
        Told(
            one.now.article,
            now.claim,
            then.standing,
            now.standing,
            *sides[now.claim.id],
            first=_order(one.now.article, now),
            credits=tuple(outlet.name for outlet in credits[now.claim.id]),
            against_credited=_against(now, credits[now.claim.id], roots),
            held=held.get(now.claim.id),
            reprinted=now.claim.id in one.reprinted,
            quotations=now.quotations,
            own=one.own.of(now.claim) if one.own else None,
            passages=tuple(_said(now)),
        )
        for one, then, now in pairs
    )


def _said(verdict: Verdict) -> Iterator[Said]:
    """Yield the surest passages of each side that count, one of an outlet."""
    counted = {
        member.relation.candidate.passage.id
        for origin in verdict.origins
        if not (origin.own or origin.uncertain)
        for member in origin.members
    }
    told = [one for one in verdict.evidence if one.candidate.passage.id in counted]
    for stance in (Stance.REFUTES, Stance.SUPPORTS):
        found = [one for one in told if one.stance is stance]
        first = {one.candidate.article.outlet: one for one in reversed(found)}
        for one in [one for one in found if first[one.candidate.article.outlet] is one][:_PASSAGES]:
            yield Said(stance, one.candidate.article, one.candidate.passage.text)


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


def _against(verdict: Verdict, credited: Sequence[Outlet], roots: Roots) -> bool:
    houses = {outlet.house for outlet in credited}
    return any(
        roots.outlet(member.article).house in houses
        for origin in verdict.origins
        if origin.stance is Stance.REFUTES
        for member in origin.members
    )

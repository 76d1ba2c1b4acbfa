"""Articles -> to whom they give credit, and how long after them they came."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from statistics import median

from xref.accounts import Echo, Reliance, Rested, Told
from xref.attributions import Credit, CreditForm
from xref.audits.telling import Checked
from xref.corpus.outlets import Registry
from xref.origins.credits import Roots
from xref.quantities import date_range
from xref.records import Article, Outlet, OutletKind

_IN_SENTENCE = (CreditForm.CITES, CreditForm.EXCLUSIVE)


def reliances(
    checked: Iterable[Checked],
    told: Iterable[Told],
    nearby: Mapping[str, Article],
    outlets: Registry,
) -> tuple[Reliance, ...]:
    """Return each article's credits to other houses: one for each outlet that it names.

    Datelines, bylines, footers and links speak for the whole text; `Reuters reported` and `told
    Reuters` for the statement in which they stand.
    """
    roots, claims = Roots(outlets), dict[str, list[Told]]()
    for one in told:
        claims.setdefault(one.article.id, []).append(one)
    return tuple(
        _reliance(credit, outlet, one, claims.get(one.now.article.id, ()), nearby, roots)
        for one in checked
        for outlet, credit in _credited(one.now.article, claims.get(one.now.article.id, ()), roots)
    )


def _credited(
    article: Article, told: Sequence[Told], roots: Roots
) -> Iterator[tuple[Outlet, list[Credit]]]:
    """Yield the other houses that are given credit, in the order of their names."""
    own, found = roots.outlet(article), dict[str, list[Credit]]()
    said = [one.claim for one in told if one.claim.attribution]
    named = [
        Credit(claim.attribution.credited, CreditForm.CITES, claim.start, claim.end)
        for claim in said
        if claim.attribution and claim.attribution.credited
    ]
    by_name: dict[str, Outlet] = {}
    for credit in (*roots.credits(article), *named):
        outlet = roots.named(credit.outlet)
        # A link to a platform, as under an embedded post, owes it nothing.
        linked = credit.form not in _IN_SENTENCE and outlet.kind is OutletKind.AGGREGATOR
        if outlet.house != own.house and not linked:
            by_name[outlet.name] = outlet
            found.setdefault(outlet.name, []).append(credit)
    for name in sorted(found):
        yield by_name[name], found[name]


def _reliance(
    credits: Sequence[Credit],
    outlet: Outlet,
    one: Checked,
    told: Sequence[Told],
    nearby: Mapping[str, Article],
    roots: Roots,
) -> Reliance:
    article = one.now.article
    whole = [credit for credit in credits if credit.form not in _IN_SENTENCE]
    tersest = min(whole or credits, key=lambda c: (c.end - c.start, c.start, c.outlet))
    spans = [(c.start, c.end) for c in credits if c.form in _IN_SENTENCE]
    source = _source(article, outlet, [nearby[id_] for id_ in sorted(one.nearby)], roots)
    return Reliance(
        article,
        outlet.name,
        tuple(sorted({str(credit.form) for credit in credits})),
        bool(whole),
        article.text[tersest.start : tersest.end] or tersest.outlet,
        tuple(
            claim.id
            for claim in (one.claim for one in told)
            if any(a < claim.end and claim.start < b for a, b in spans)
        ),
        source[1].url if source else None,
        source[0] if source else None,
    )


def _source(
    article: Article, outlet: Outlet, others: Iterable[Article], roots: Roots
) -> tuple[int, Article] | None:
    """Return the last article of the credited house on the event that did not come later.

    With the days between the two, where both have a date.
    """
    ours = date_range(article.published)
    found = []
    for other in others:
        theirs = date_range(other.published)
        if ours and theirs and theirs[0] <= ours[0] and roots.outlet(other).house == outlet.house:
            found.append((max((ours[0] - theirs[1]).days, 0), other.id, other))
    if not found:
        return None
    days, _, nearest = min(found)
    return days, nearest


def rested(reliances: Sequence[Reliance], echoes: Sequence[Echo]) -> tuple[Rested, ...]:
    """Return on whom the outlet rests, by credit or by its text, most articles first."""
    names = {one.outlet for one in reliances} | {echo.outlet for echo in echoes}
    told = [
        _rested(
            name,
            [one for one in reliances if one.outlet == name],
            [one for one in echoes if one.outlet == name],
        )
        for name in names
    ]
    return tuple(sorted(told, key=lambda one: (-one.articles, one.outlet)))


def _rested(name: str, credits: Sequence[Reliance], echoes: Sequence[Echo]) -> Rested:
    articles = {one.article.id for one in credits} | {echo.article.id for echo in echoes}
    days = [one.days for one in credits if one.days is not None]
    return Rested(
        name,
        len(articles),
        len(credits),
        sum(one.whole for one in credits),
        sum(len(one.statements) for one in credits),
        sum(one.credited for one in echoes),
        sum(not one.credited for one in echoes),
        len(days),
        median(days) if days else None,
    )

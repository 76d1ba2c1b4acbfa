"""Articles -> to whom they give credit, and how long after them they came."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from statistics import median

from xref.accounts import Echo, Reliance, Rested, Told
from xref.attributions import Credit
from xref.audits.checked import Checked
from xref.corpus.outlets import Registry
from xref.origins.credits import IN_SENTENCE, Roots
from xref.quantities import date_range
from xref.records import Article, Claim, Outlet, OutletKind


def credited(claim: Claim, article: Article, roots: Roots) -> tuple[Outlet, ...]:
    """Return the other houses to which a claim's own sentence gives credit, by name."""
    near = [credit.outlet for credit in roots.near(article, claim)]
    if claim.attribution and claim.attribution.credited:
        near.append(claim.attribution.credited)
    own = roots.outlet(article).house
    found = {outlet.name: outlet for outlet in map(roots.named, near) if outlet.house != own}
    return tuple(found[name] for name in sorted(found))


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
        _reliance(one.now.article, outlet, credits, claims.get(one.now.article.id, ()),
                  [nearby[id_] for id_ in sorted(one.nearby)], roots)
        for one in checked
        for outlet, credits in _credited(one.now.article, roots)
    )  # fmt: skip


def _credited(article: Article, roots: Roots) -> Iterator[tuple[Outlet, list[Credit]]]:
    """Yield the other houses that are given credit, in the order of their names."""
    own = roots.outlet(article).house
    found: dict[str, tuple[Outlet, list[Credit]]] = {}
    for credit in roots.credits(article):
        outlet = roots.named(credit.outlet)
        # A link to a platform, as under an embedded post, owes it nothing.
        linked = credit.form not in IN_SENTENCE and outlet.kind is OutletKind.AGGREGATOR
        if outlet.house != own and not linked:
            found.setdefault(outlet.name, (outlet, []))[1].append(credit)
    yield from (found[name] for name in sorted(found))


def _reliance(
    article: Article,
    outlet: Outlet,
    credits: Sequence[Credit],
    told: Sequence[Told],
    nearby: Sequence[Article],
    roots: Roots,
) -> Reliance:
    whole = [credit for credit in credits if credit.form not in IN_SENTENCE]
    tersest = min(whole or credits, key=lambda c: (c.end - c.start, c.start, c.outlet))
    source = _source(article, outlet, nearby, roots)
    return Reliance(
        article,
        outlet.name,
        tuple(sorted({str(credit.form) for credit in credits})),
        bool(whole),
        article.text[tersest.start : tersest.end] or tersest.outlet,
        tuple(one.claim.id for one in told if outlet.name in one.credits),
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

"""An audit as Markdown: method, coverage and fairness first, then the counts, then the claims."""

from collections.abc import Collection, Iterator, Sequence

from xref.accounts import Audit, Period, Told
from xref.records import Article, Standing
from xref.render.audits import listing, wording
from xref.render.markdown import escaped
from xref.render.wording import requoted

_MOST = 40
"""Claims that a list of the page has; JSON and CSV have all."""
_SHOWN = {standing: _MOST if standing in listing.AGAINST else 5 for standing in listing.ORDER}


def render(audit: Audit) -> str:
    """Return the whole audit as Markdown."""
    return "\n".join(_lines(audit)) + "\n"


def _lines(audit: Audit) -> Iterator[str]:
    yield f"# Audit of {escaped(audit.outlet)}"
    for text in (
        wording.scope(audit),
        *filter(None, [wording.one_outlet(audit)]),
        wording.letter(audit),
        wording.trend(audit.trend),
        *audit.notes,
        wording.method(audit),
        wording.FAIRNESS,
    ):
        yield f"\n{escaped(text)}"
    yield from _periods(audit)
    yield "\n## Rates\n\n| | share (95 % interval; count) | out of |\n|---|---|---|"
    for rate in audit.whole.rates:
        yield f"| {rate.name} | {wording.told(rate.share)} | {rate.of_what} |"
    yield from _rates(audit)
    yield from _compared(audit)
    yield from _rested(audit)
    yield from _echoes(audit)
    yield from _claims(audit, listing.AGAINST)
    yield from _quotations(audit)
    yield from _claims(audit, listing.ORDER[len(listing.AGAINST) :])
    yield from _contradictions(audit)
    made = audit.made_with
    yield (
        f"\nxref {escaped(made.xref)}, {escaped(made.encoder)}, {escaped(made.judge)}; settings "
        f"{made.settings_sha256[:12]}, corpus {made.corpus_sha256[:12]}"
    )


def _periods(audit: Audit) -> Iterator[str]:
    names = [standing for standing in Standing if standing is not Standing.NOT_A_CLAIM]
    yield f"\n## By {audit.by}\n"
    yield f"| | articles | statements | {' | '.join(names)} | stand, of those judged |"
    yield "|---" * (len(names) + 4) + "|"
    for period in (*audit.periods, audit.whole):
        yield _period(period, names)


def _period(period: Period, names: Sequence[Standing]) -> str:
    counts = " | ".join(str(period.standings[name]) for name in names)
    return (
        f"| {escaped(period.name)} | {period.articles} | {period.claims} | {counts} | "
        f"{wording.told(period.record.stood)} |"
    )


def _rates(audit: Audit) -> Iterator[str]:
    if len(audit.periods) < 2:
        return
    yield f"\n## Rates by {audit.by}\n"
    yield f"| | {' | '.join(escaped(period.name) for period in audit.periods)} |"
    yield "|---" * (len(audit.periods) + 1) + "|"
    for place, rate in enumerate(audit.whole.rates):
        shares = (wording.told(period.rates[place].share) for period in audit.periods)
        yield f"| {rate.name} | {' | '.join(shares)} |"


def _compared(audit: Audit) -> Iterator[str]:
    if audit.compared:
        yield "\n## Others on the same events\n\n| | articles | letter | stand | corroborated |"
        yield "|---|---|---|---|---|"
    for one in audit.compared:
        yield (
            f"| {escaped(one.outlet)} | {one.articles} | {one.record.letter} | "
            f"{wording.told(one.record.stood)} | {wording.told(one.now.share)} |"
        )
    if audit.priors:
        yield "\n## Ratings by others (no part of the record)\n"
    for prior in audit.priors:
        yield f"- {escaped(prior.domain)}: {prior.rating:g}, {escaped(prior.source)}, {escaped(prior.date)}"  # fmt: skip  # noqa: E501


def _rested(audit: Audit) -> Iterator[str]:
    if audit.rested:
        yield f"\n## On whom it rests\n\n{wording.RESTED}\n"
        yield (
            "| | articles that credit it | for the whole text | statements that do | copies with "
            "credit | without | lag (credits with an article) |"
        )
        yield "|---" * 7 + "|"
    for one in audit.rested[:_MOST]:
        yield (
            f"| {escaped(one.outlet)} | {one.credited} | {one.whole} | {one.statements} | "
            f"{one.copied_with_credit} | {one.copied_without} | {wording.lag(one)} |"
        )


def _echoes(audit: Audit) -> Iterator[str]:
    if audit.echoes:
        yield "\n## Texts that another house had before\n"
    for echo in audit.echoes[:_MOST]:
        yield f"- {escaped(echo.article.title)}: {escaped(wording.echo(echo))}"


def _claims(audit: Audit, standings: Collection[Standing]) -> Iterator[str]:
    for found in listing.listed(audit, _SHOWN):
        if found.standing in standings:
            yield f"\n## {wording.heading(found.standing)} ({found.count})\n"
            if told := wording.left_out(found):
                yield f"{told}\n"
            for one in found.shown:
                yield from _claim(one)


def _claim(one: Told) -> Iterator[str]:
    then = "" if one.then is one.now else f" (at the time {one.then})"
    sides = f" - {escaped(wording.sides(one))}" if one.refuting or one.supporting else ""
    yield f"- {_dated(one.article)}{then}: {escaped(one.claim.text)}{sides}"
    for said in one.passages:
        yield (
            f"  - {said.stance}, {escaped(said.article.outlet)}: {escaped(said.text)} "
            f"({_dated(said.article)})"
        )


def _quotations(audit: Audit) -> Iterator[str]:
    told = [(one, quotation) for one in audit.told for quotation in one.altered]
    if told:
        yield f"\n## Quotations that others print with other words\n\n{wording.QUOTED}\n"
    for one, quotation in told[:_MOST]:
        ours, theirs = requoted(one.article, quotation)
        yield (
            f"- {_dated(one.article)}: {escaped(ours)}\n"
            f"  - {escaped(quotation.article.outlet)}, {_dated(quotation.article)}: "
            f"{escaped(theirs)} ({escaped(wording.differing(quotation))})"
        )


def _contradictions(audit: Audit) -> Iterator[str]:
    if audit.contradictions is None:
        return
    yield "\n## Statements that its own other articles tell otherwise\n"
    yield f"{wording.compared_with_own(audit)} {wording.OWN}\n"
    for one in audit.contradictions[:_MOST]:
        yield (
            f"- {escaped(wording.against_itself(one))}\n"
            f"  - {_dated(one.article)}: {escaped(one.claim.text)}\n"
            f"  - {_dated(one.other)}: {escaped(one.passage.text)}"
        )


def _dated(article: Article) -> str:
    return f"{escaped(article.title)} ({escaped(article.published or 'no date')})"

"""An audit as Markdown: method, coverage and fairness first, then the counts, then the claims."""

from collections.abc import Iterator, Sequence

from xref.accounts import Audit, Period, Told
from xref.records import Standing
from xref.render.audits import wording
from xref.render.markdown import escaped

_MOST = 40
"""Claims that the page lists; JSON and CSV have all."""


def render(audit: Audit) -> str:
    """Return the whole audit as Markdown."""
    return "\n".join(_lines(audit)) + "\n"


def _lines(audit: Audit) -> Iterator[str]:
    yield f"# Audit of {escaped(audit.outlet)}"
    for text in (
        wording.scope(audit),
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
    yield from _compared(audit)
    yield from _echoes(audit)
    yield from _claims(audit)
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


def _echoes(audit: Audit) -> Iterator[str]:
    if audit.echoes:
        yield "\n## Texts that another house had before\n"
    for echo in audit.echoes[:_MOST]:
        how = "with credit" if echo.credited else "without credit"
        yield (
            f"- {escaped(echo.article.title)}: {escaped(echo.outlet)}, {echo.days} days before, "
            f"{echo.share:.0%} of the shorter text, {how}"
        )


def _claims(audit: Audit) -> Iterator[str]:
    against = [one for one in audit.told if one.refuting]
    if against:
        yield "\n## Statements that others report otherwise\n"
    for one in against[:_MOST]:
        yield _claim(one)


def _claim(one: Told) -> str:
    sides = f"against: {', '.join(one.refuting)}"
    if one.supporting:
        sides += f"; for: {', '.join(one.supporting)}"
    return (
        f"- {escaped(one.article.published or 'no date')}, {one.now} (at the time {one.then}): "
        f"{escaped(one.claim.text)} - {escaped(sides)}"
    )

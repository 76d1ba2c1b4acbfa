"""Many reports -> one page that lists them: search, filters, totals, and the events' matrices.

The page opens from disk and works without its script, which only hides rows.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from xref.events import Event
from xref.records import NotJudged, Report, Standing
from xref.render import wording
from xref.render.pages import environment, policy

SHOWN = tuple(standing for standing in Standing if standing is not Standing.NOT_A_CLAIM)
_MOST_UNREAD = 200


@dataclass(frozen=True, slots=True)
class Listed:
    """What the index says of one report; a report itself may be large."""

    name: str
    """Of its files, without an ending."""
    title: str
    outlet: str
    published: str | None
    url: str | None
    said: str
    rules: str
    """What became of the house rules, with the codes that are open; empty where none were asked."""
    checked: int
    summary: Mapping[Standing, int]


def listed(report: Report, name: str) -> Listed:
    """Return what the index says of a report that is written under this name."""
    article = report.article
    return Listed(
        name,
        article.title,
        article.outlet,
        article.published,
        article.url,
        wording.summary(report),
        " ".join(filter(None, (wording.rules(report), wording.codes(report)))),
        report.checked,
        report.summary,
    )


def render(
    reports: Sequence[Listed], unread: Sequence[NotJudged] = (), events: Sequence[Event] = ()
) -> str:
    """Return the index as one HTML document; `events` hold places in `reports`."""
    page = environment().get_template("index.html.j2").render(
        reports=reports,
        outlets=sorted({one.outlet for one in reports}),
        totals={s: sum(one.summary[s] for one in reports) for s in SHOWN},
        checked=sum(one.checked for one in reports),
        unread=unread[:_MOST_UNREAD],
        more_unread=max(0, len(unread) - _MOST_UNREAD),
        events=events,
        shown=SHOWN,
        ruled=any(one.rules for one in reports),
        policy=policy(style="index.css", script="index.js"),
    )  # fmt: skip
    return page.strip() + "\n"

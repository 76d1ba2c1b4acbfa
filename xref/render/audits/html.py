"""An audit as one self-contained page: charts as images, no script, no request."""

from xref.accounts import Audit
from xref.records import Standing
from xref.render.audits import charts, listing, wording
from xref.render.pages import environment, policy
from xref.render.wording import requoted

_MOST = 2_000
"""Claims that a list of the page has; JSON and CSV have all."""
_SHOWN = {standing: 200 if standing in listing.AGAINST else 25 for standing in listing.ORDER}
"""Statements of each standing with their passages: a page of a few thousand would not open."""


def render(audit: Audit) -> str:
    """Return the whole audit as one HTML document."""
    pictures = [
        (charts.standings(audit), f"Statements by where they stand: {wording.standings(audit)}.")
    ]
    # A line of one point would be an empty picture; the table has its value.
    if sum(period.record.stood.of > 0 for period in audit.periods) > 1:
        pictures.append((charts.stood(audit), f"Share that stands: {_stood(audit)}."))
    moved = [one for one in audit.told if one.then is not one.now and not one.refuting]
    template = environment().get_template("audit.html.j2")
    page = template.render(
        audit=audit,
        listed=list(listing.listed(audit, _SHOWN)),
        against=listing.AGAINST,
        moved=moved[:_MOST],
        altered=[(one, found) for one in audit.told for found in one.altered][:_MOST],
        contradictions=(audit.contradictions or ())[:_MOST],
        charts=pictures,
        policy=policy(style="audit.css", images="data:"),
        wording=wording,
        requoted=requoted,
        shown=[standing for standing in Standing if standing is not Standing.NOT_A_CLAIM],
    )
    return page.strip() + "\n"


def _stood(audit: Audit) -> str:
    return "; ".join(f"{p.name} {wording.told(p.record.stood)}" for p in audit.periods)

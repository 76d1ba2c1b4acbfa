"""An audit as one self-contained page: charts as images, no script, no request."""

from xref.accounts import Audit
from xref.records import Standing
from xref.render.audits import charts, wording
from xref.render.pages import environment, policy
from xref.render.wording import requoted

_MOST = 2_000
"""Claims that the page lists; JSON and CSV have all."""


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
        against=[one for one in audit.told if one.refuting][:_MOST],
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

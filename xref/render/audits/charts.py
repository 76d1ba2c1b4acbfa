"""An audit's charts: SVG from pygal, as data addresses, so that a page needs no style of theirs."""

import base64
import re
from typing import Any

from xref.accounts import Audit
from xref.records import Standing
from xref.render.safety import one_line

_SHOWN = tuple(standing for standing in Standing if standing is not Standing.NOT_A_CLAIM)
_COLOURS = ("#1b7837", "#a6761d", "#7570b3", "#b2182b", "#666666", "#bbbbbb")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


def standings(audit: Audit) -> str:
    """Return a data address of the standings in each period, stacked."""
    chart = _chart("StackedBar", "Statements by where they stand now")
    chart.x_labels = [one_line(period.name) for period in audit.periods]
    for standing in _SHOWN:
        chart.add(standing.value, [period.standings[standing] for period in audit.periods])
    return _address(chart)


def stood(audit: Audit) -> str:
    """Return a data address of the share that stood in each period, with its interval."""
    chart = _chart(
        "Line", "Share of judged statements that stand, with 95 % interval", range=(0, 1)
    )
    chart.x_labels = [one_line(period.name) for period in audit.periods]
    shares = [period.record.stood for period in audit.periods]
    dashed = {"dasharray": "4, 4"}
    upper, lower = (
        [getattr(share, end) if share.of else None for share in shares] for end in ("high", "low")
    )
    chart.add("upper end", upper, stroke_style=dashed)
    chart.add("share", [share.value for share in shares])
    chart.add("lower end", lower, stroke_style=dashed)
    return _address(chart)


def _chart(kind: str, title: str, **options: Any) -> Any:
    import pygal
    from pygal.style import Style

    style = Style(
        background="#ffffff", plot_background="#ffffff", font_family="sans-serif", colors=_COLOURS
    )
    chart = getattr(pygal, kind)(
        # Without its script; a name of its own, because pygal's would differ each time.
        js=[], style=style, height=320, width=720, legend_at_bottom=True, **options
    )  # fmt: skip
    chart.title = title
    chart.uuid = "audit"
    return chart


def _address(chart: Any) -> str:
    """Return the chart without pygal's comments, which hold the day."""
    svg = _COMMENT.sub("", chart.render(is_unicode=True, disable_xml_declaration=True))
    return f"data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode()}"

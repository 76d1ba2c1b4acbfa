"""An audit's charts: SVG from pygal, as data addresses, so that a page needs no style of theirs."""

import base64
import re
from collections.abc import Iterator
from typing import Any

from xref.accounts import Audit, Period
from xref.records import Standing
from xref.render.safety import one_line

_SHOWN = tuple(standing for standing in Standing if standing is not Standing.NOT_A_CLAIM)
_COLOURS = ("#1b7837", "#a6761d", "#7570b3", "#b2182b", "#666666", "#bbbbbb")
_LABELS = 12
"""Names that stand beside each other under a chart."""
_MOST_SLOTS = 240
"""Steps beyond which a chart leaves gaps out: a page misdated by a century is no gap."""
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


def standings(audit: Audit) -> str:
    """Return a data address of the standings in each period, stacked."""
    slots = _slots(audit)
    chart = _chart("StackedBar", "Statements by where they stand now", slots)
    for standing in _SHOWN:
        chart.add(standing.value, [one.standings[standing] if one else None for _, one in slots])
    return _address(chart)


def stood(audit: Audit) -> str:
    """Return a data address of the share that stood in each period, with its interval."""
    slots = _slots(audit)
    title = "Share of judged statements that stand, with 95 % interval"
    # A line is broken where nothing was published or judged.
    chart = _chart("Line", title, slots, range=(0, 1), allow_interruptions=True)
    shares = [one.record.stood if one and one.record.stood.of else None for _, one in slots]
    dashed = {"dasharray": "4, 4"}
    chart.add("upper end", [share and share.high for share in shares], stroke_style=dashed)
    chart.add("share", [share and share.value for share in shares])
    chart.add("lower end", [share and share.low for share in shares], stroke_style=dashed)
    return _address(chart)


def _slots(audit: Audit) -> list[tuple[str, Period | None]]:
    """The stretches of time from the first to the last in even steps; None where there is none."""
    held = {period.name: period for period in audit.periods}
    dated = [name for name in held if name[:4].isdecimal()]
    steps = list(_steps(dated[0], dated[-1])) if dated else []
    if len(steps) > _MOST_SLOTS:
        steps = dated
    return [(name, held.get(name)) for name in (*steps, *(n for n in held if n not in dated))]


def _steps(first: str, last: str) -> Iterator[str]:
    """The names from one stretch of time to another: years, quarters or months."""
    parts = {"": 1, "Q": 4}.get(first[5:6], 12)
    at, end = (_place(name, parts) for name in (first, last))
    for place in range(at, end + 1):
        year, part = divmod(place, parts)
        behind = {1: "", 4: f"-Q{part + 1}"}.get(parts, f"-{part + 1:02}")
        yield f"{year:04}{behind}"


def _place(name: str, parts: int) -> int:
    return int(name[:4]) * parts + (int(name[5:].lstrip("Q")) - 1 if parts > 1 else 0)


def _chart(kind: str, title: str, slots: list[tuple[str, Period | None]], **options: Any) -> Any:
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
    chart.x_labels = [one_line(name) for name, _ in slots]
    if len(slots) > _LABELS:
        # Not all have room for their names.
        chart.show_minor_x_labels = False
        chart.x_labels_major_every = -(-len(slots) // _LABELS)
    chart.uuid = "audit"
    return chart


def _address(chart: Any) -> str:
    """Return the chart without pygal's comments, which hold the day."""
    svg = _COMMENT.sub("", chart.render(is_unicode=True, disable_xml_declaration=True))
    return f"data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode()}"

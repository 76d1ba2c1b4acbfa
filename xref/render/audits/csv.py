"""Every claim of an audit as CSV, one a line, for a spreadsheet."""

import csv
import io

from xref.accounts import Audit, Told
from xref.render.safety import cell

_HEAD = (
    "published", "title", "url", "start", "end", "statement", "then", "now", "supporting",
    "refuting", "reported", "held", "speaker", "speaker_kind",
)  # fmt: skip


def render(audit: Audit) -> str:
    """Return the table; what a spreadsheet would run as a formula begins with an apostrophe."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(_HEAD)
    for one in audit.told:
        writer.writerow([cell(value) for value in _row(one)])
    return text.getvalue()


def _row(one: Told) -> tuple[object, ...]:
    said = one.claim.attribution
    return (
        one.article.published,
        one.article.title,
        one.article.url,
        one.claim.start,
        one.claim.end,
        one.claim.text,
        one.then,
        one.now,
        "; ".join(one.supporting),
        "; ".join(one.refuting),
        one.first,
        None if one.held is None else f"{one.held:.4f}",
        said.source if said else None,
        said.kind if said else None,
    )

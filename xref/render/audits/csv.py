"""Every claim of an audit as CSV, one a line, for a spreadsheet."""

import csv
import io

from xref.accounts import Audit, Told
from xref.render.safety import cell
from xref.render.wording import requoted

_HEAD = (
    "published", "title", "url", "start", "end", "statement", "then", "now", "supporting",
    "refuting", "reported", "held", "speaker", "speaker_kind", "credits", "against_credited",
    "requoted", "quoted_here", "quoted_there", "requoted_by", "own", "own_passage", "own_url",
)  # fmt: skip
_BESIDE = " | "


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
        "; ".join(one.credits),
        "yes" if one.against_credited else None,
        *_quotations(one),
        *_own(one),
    )


def _quotations(one: Told) -> tuple[str, str, str, str]:
    """Return kinds, both wordings and outlets; several of a statement stand in one cell."""
    sides = [requoted(one.article, found) for found in one.quotations]
    return (
        _BESIDE.join(found.kind for found in one.quotations),
        _BESIDE.join(ours for ours, _ in sides),
        _BESIDE.join(theirs for _, theirs in sides),
        _BESIDE.join(found.article.outlet for found in one.quotations),
    )


def _own(one: Told) -> tuple[str | None, str, str]:
    """Return whether the outlet's other articles were compared, and what they say otherwise."""
    if one.own is None or not one.own.compared:
        return None, "", ""
    return (
        "against" if one.own.against else "compared",
        _BESIDE.join(pair.passage.text for pair in one.own.against),
        _BESIDE.join(pair.other.url or "" for pair in one.own.against),
    )

"""The report as CSV, one statement a line, for a spreadsheet."""

import csv
import io

from xref.records import Report, Stance, Verdict
from xref.render.safety import cell
from xref.render.wording import numbered

_HEAD = (
    "number", "standing", "grade", "statement", "start", "end", "kind", "source", "source_kind",
    "supporting", "refuting", "supporting_outlets", "refuting_outlets", "echoes", "speakers",
    "notes", "article_outlet", "article_title", "article_published", "article_url",
)  # fmt: skip


class CsvRenderer:
    """A table whose cells a spreadsheet shows and never runs."""

    def render(self, report: Report) -> str:
        """The statements in the order of the text; what is no claim is left out."""
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(_HEAD)
        for number, verdict in numbered(report):
            if number is not None:
                writer.writerow([cell(value) for value in _row(report, number, verdict)])
        return text.getvalue()


def _row(report: Report, number: int, verdict: Verdict) -> tuple[object, ...]:
    claim, article = verdict.claim, report.article
    said = claim.attribution
    return (
        number,
        verdict.standing,
        verdict.grade,
        claim.text,
        claim.start,
        claim.end,
        claim.kind,
        said.source if said else None,
        said.kind if said else None,
        verdict.count(Stance.SUPPORTS),
        verdict.count(Stance.REFUTES),
        _outlets(verdict, Stance.SUPPORTS),
        _outlets(verdict, Stance.REFUTES),
        verdict.echoes,
        "; ".join(verdict.speakers),
        "; ".join(verdict.notes),
        article.outlet,
        article.title,
        article.published,
        article.url,
    )


def _outlets(verdict: Verdict, stance: Stance) -> str:
    """Origins with the outlets that print them, such as `Agency (Gazette, Herald); Courier`."""
    told = []
    for origin in verdict.origins:
        if origin.stance is stance:
            others = [outlet for outlet in origin.outlets if outlet != origin.name]
            told.append(f"{origin.name} ({', '.join(others)})" if others else origin.name)
    return "; ".join(told)

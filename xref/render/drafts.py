"""A statement -> its lines in the file that a newsroom keeps under version control.

The checked text is what is left of a file without its front matter and markup, so offsets do not
carry over: a statement is looked up in the file's own words, in the order of the text.
"""

from dataclasses import dataclass

from xref.records import Report


@dataclass(frozen=True, slots=True)
class Draft:
    """The file that was checked."""

    path: str
    """As the command line named it, with forward slashes."""
    text: str


@dataclass(frozen=True, slots=True)
class Region:
    """Where a statement stands in a file: lines and columns from 1, the end column exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


def regions(report: Report, draft: Draft | None) -> dict[str, Region]:
    """Where each statement stands, by the claim's id; what is not found verbatim is left out."""
    found: dict[str, Region] = {}
    after = 0
    for verdict in report.verdicts if draft else ():
        claim = verdict.claim
        at = draft.text.find(claim.text, after) if draft and claim.text else -1
        if draft and at >= 0:
            found[claim.id] = _region(draft.text, at, at + len(claim.text))
            after = at
    return found


def _region(text: str, start: int, end: int) -> Region:
    return Region(*_place(text, start), *_place(text, end))


def _place(text: str, at: int) -> tuple[int, int]:
    return text.count("\n", 0, at) + 1, at - (text.rfind("\n", 0, at) + 1) + 1

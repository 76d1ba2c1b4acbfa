"""The report as workflow commands that GitHub shows beside a draft's lines in a pull request."""

from xref.records import Report, Standing, Verdict
from xref.render import wording
from xref.render.drafts import Draft, Region, regions
from xref.render.safety import one_line

LEVELS = {
    Standing.CONTRADICTED: "warning",
    Standing.DISPUTED: "warning",
    Standing.SINGLE_SOURCE: "notice",
    Standing.UNMATCHED: "notice",
    Standing.NOT_COVERED: "notice",
}
"""How loud a standing is; `error` would say that the draft is wrong, which xref never says."""


class GithubRenderer:
    """One annotation a line: all statements but the corroborated ones."""

    def __init__(self, draft: Draft | None = None) -> None:
        self._draft = draft

    def of(self, draft: Draft) -> "GithubRenderer":
        """The same renderer, told which file the report is on."""
        return GithubRenderer(draft)

    def render(self, report: Report) -> str:
        """The annotations in the order of the text; the summary comes first."""
        places = regions(report, self._draft)
        lines = [f"::notice title=xref::{_data(wording.summary(report))}"]
        lines += [
            self._line(number, verdict, places.get(verdict.claim.id))
            for number, verdict in wording.numbered(report)
            if number is not None and verdict.standing in LEVELS
        ]
        return "\n".join(lines) + "\n"

    def _line(self, number: int, verdict: Verdict, place: Region | None) -> str:
        said = {"title": f"xref: statement {number} is {verdict.standing}"}
        if self._draft:
            said["file"] = self._draft.path
        if place:
            said |= {"line": str(place.line), "endLine": str(place.end_line)}
        options = ",".join(f"{name}={_option(value)}" for name, value in said.items())
        return f"::{LEVELS[verdict.standing]} {options}::{_data(message(verdict))}"


def message(verdict: Verdict) -> str:
    """What an annotation says: the statement, its balance, and what would raise its grade."""
    claim = one_line(verdict.claim.text)
    means = wording.FACES[verdict.standing].means
    return f"“{claim}” ({wording.balance(verdict)}). {means} {wording.raises(verdict)}"


def _data(text: str) -> str:
    # A line break would begin another command; GitHub decodes these three, and only these.
    return one_line(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _option(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")

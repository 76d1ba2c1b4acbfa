"""The report as workflow commands that GitHub shows beside a draft's lines in a pull request."""

from collections.abc import Iterator

from xref.records import Finding, Report, Severity, Standing, Verdict
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

_SEVERITIES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
"""How loud a finding is: as the newsroom's own policy has it."""


class GithubRenderer:
    """One annotation a line: all statements but the corroborated ones, then open findings."""

    def __init__(self, draft: Draft | None = None) -> None:
        self._draft = draft

    def of(self, draft: Draft) -> "GithubRenderer":
        """The same renderer, told which file the report is on."""
        return GithubRenderer(draft)

    def render(self, report: Report) -> str:
        """The annotations in the order of the text; the summary comes first."""
        lines = [f"::notice title=xref::{_data(wording.summary(report))}"]
        if told := wording.rules(report):
            lines.append(f"::notice title=xref::{_data(told)}")
        lines += self._lines(report)
        return "\n".join(lines) + "\n"

    def _lines(self, report: Report) -> Iterator[str]:
        places = regions(report, self._draft)
        for number, verdict in wording.numbered(report):
            if number is not None and verdict.standing in LEVELS:
                title = f"xref: statement {number} is {verdict.standing}"
                place = places.get(verdict.claim.id)
                yield self._line(LEVELS[verdict.standing], title, message(verdict), place)
        for finding in report.unaccepted:
            title = f"xref: {finding.code} {finding.name}"
            level, place = _SEVERITIES[finding.severity], places.get(finding.claim.id)
            yield self._line(level, title, complaint(finding), place)

    def _line(self, level: str, title: str, told: str, place: Region | None) -> str:
        said = {"title": title}
        if self._draft:
            said["file"] = self._draft.path
        if place:
            said |= {"line": str(place.line), "endLine": str(place.end_line)}
        options = ",".join(f"{name}={_option(value)}" for name, value in said.items())
        return f"::{level} {options}::{_data(told)}"


def message(verdict: Verdict) -> str:
    """What an annotation says: the statement, its balance, and what would raise its grade."""
    claim = one_line(verdict.claim.text)
    means = wording.FACES[verdict.standing].means
    return f"“{claim}” ({wording.balance(verdict)}). {means} {wording.raises(verdict)}"


def complaint(finding: Finding) -> str:
    """What an annotation says of a finding: the statement, what broke the rule, whose it is."""
    said = f"“{one_line(finding.claim.text)}”: {finding.because} {finding.source}."
    signed = wording.sign_off(finding)
    return one_line(f"{said} {signed}")


def _data(text: str) -> str:
    # A line break would begin another command; GitHub decodes these three, and only these.
    return one_line(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _option(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")

"""The report as SARIF 2.1.0, for editors and code hosts that show findings beside a draft."""

import json
from typing import Any
from urllib.parse import quote

from xref.records import Finding, Report, Severity, SignOff, Standing, Verdict
from xref.render import wording
from xref.render.drafts import Draft, Region, regions
from xref.render.github import complaint, message
from xref.render.json import escaped
from xref.render.safety import one_line, visible, web_address

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {
    Standing.CONTRADICTED: "warning",
    Standing.DISPUTED: "warning",
    Standing.SINGLE_SOURCE: "note",
    Standing.UNMATCHED: "note",
    Standing.NOT_COVERED: "note",
    Standing.CORROBORATED: "none",
}
_SEVERITIES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
Json = dict[str, Any]


class SarifRenderer:
    """One result a statement, whose rule is its standing; then one a finding of the policy."""

    def __init__(self, draft: Draft | None = None) -> None:
        self._draft = draft

    def of(self, draft: Draft) -> "SarifRenderer":
        """The same renderer, told which file the report is on."""
        return SarifRenderer(draft)

    def render(self, report: Report) -> str:
        """The log as JSON, one space deep a level, with a last line break."""
        rules = [*map(_standing_rule, _LEVELS), *_house_rules(report)]
        driver = {"name": "xref", "version": report.made_with.xref, "rules": rules}
        run = {
            "tool": {"driver": driver},
            "columnKind": "unicodeCodePoints",
            "results": self._results(report, [rule["id"] for rule in rules]),
        }
        log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
        return escaped(json.dumps(log, ensure_ascii=False, indent=1, allow_nan=False)) + "\n"

    def _results(self, report: Report, rules: list[str]) -> list[Json]:
        places = regions(report, self._draft)
        address = self._draft.path if self._draft else web_address(report.article.url)
        told = [
            (_result(number, verdict), verdict.claim.id)
            for number, verdict in wording.numbered(report)
            if number is not None
        ]
        told += [(_broken(finding), finding.claim.id) for finding in report.findings]
        for result, claim in told:
            result["ruleIndex"] = rules.index(result["ruleId"])
            if address:
                location = _location(address, places.get(claim))
                result["locations"] = [{"physicalLocation": location}]
        return [result for result, _ in told]


def _standing_rule(standing: Standing) -> Json:
    return {
        "id": str(standing),
        "shortDescription": {"text": wording.FACES[standing].means},
        "defaultConfiguration": {"level": _LEVELS[standing]},
    }


def _house_rules(report: Report) -> list[Json]:
    """The rules that are broken, each once, by code."""
    broken = {finding.code: finding for finding in report.findings}
    return [
        {
            "id": code,
            "name": one_line(finding.name),
            "shortDescription": {"text": one_line(finding.source)},
            "defaultConfiguration": {"level": _SEVERITIES[finding.severity]},
        }
        for code, finding in sorted(broken.items())
    ]


def _result(number: int, verdict: Verdict) -> Json:
    return {
        "ruleId": str(verdict.standing),
        "kind": "pass" if verdict.standing is Standing.CORROBORATED else "fail",
        "level": _LEVELS[verdict.standing],
        "message": {"text": message(verdict)},
        "partialFingerprints": {"xrefClaim/v1": visible(verdict.claim.id)},
        "properties": {"statement": number, "grade": verdict.grade},
    }


def _broken(finding: Finding) -> Json:
    told: Json = {
        "ruleId": finding.code,
        "kind": "fail",
        "level": _SEVERITIES[finding.severity],
        "message": {"text": complaint(finding)},
        "partialFingerprints": {"xrefFinding/v1": visible(f"{finding.code}:{finding.claim.id}")},
        "properties": {"needsSignOff": finding.needs_sign_off},
    }
    if finding.accepted:
        told["suppressions"] = [_suppression(finding.accepted)]
    return told


def _suppression(signed: SignOff) -> Json:
    """A sign-off: it stands in a file beside the article, so `external`."""
    return {
        "kind": "external",
        "status": "accepted",
        "justification": one_line(f"{signed.reason} ({signed.by}, {signed.date})"),
    }


def _location(address: str, place: Region | None) -> Json:
    # Spaces and such may not stand in a URI reference.
    told: Json = {"artifactLocation": {"uri": quote(address, safe=":/?#[]@!$&'()*+,;=%~")}}
    if place:
        told["region"] = {
            "startLine": place.line,
            "startColumn": place.column,
            "endLine": place.end_line,
            "endColumn": place.end_column,
        }
    return told

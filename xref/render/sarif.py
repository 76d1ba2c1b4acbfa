"""The report as SARIF 2.1.0, for editors and code hosts that show findings beside a draft."""

import json
from typing import Any
from urllib.parse import quote

from xref.records import Report, Standing, Verdict
from xref.render import wording
from xref.render.drafts import Draft, Region, regions
from xref.render.github import message
from xref.render.json import escaped
from xref.render.safety import web_address

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {
    Standing.CONTRADICTED: "warning",
    Standing.DISPUTED: "warning",
    Standing.SINGLE_SOURCE: "note",
    Standing.UNMATCHED: "note",
    Standing.NOT_COVERED: "note",
    Standing.CORROBORATED: "none",
}
_RULES = tuple(_LEVELS)
Json = dict[str, Any]


class SarifRenderer:
    """One result a statement; its rule is its standing."""

    def __init__(self, draft: Draft | None = None) -> None:
        self._draft = draft

    def of(self, draft: Draft) -> "SarifRenderer":
        """The same renderer, told which file the report is on."""
        return SarifRenderer(draft)

    def render(self, report: Report) -> str:
        """The log as JSON, one space deep a level, with a last line break."""
        run = {
            "tool": {"driver": _driver(report)},
            "columnKind": "unicodeCodePoints",
            "results": self._results(report),
        }
        log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
        return escaped(json.dumps(log, ensure_ascii=False, indent=1, allow_nan=False)) + "\n"

    def _results(self, report: Report) -> list[Json]:
        places = regions(report, self._draft)
        address = self._draft.path if self._draft else web_address(report.article.url)
        return [
            _result(number, verdict, address, places.get(verdict.claim.id))
            for number, verdict in wording.numbered(report)
            if number is not None
        ]


def _driver(report: Report) -> Json:
    return {
        "name": "xref",
        "version": report.made_with.xref,
        "rules": [
            {
                "id": str(standing),
                "shortDescription": {"text": wording.FACES[standing].means},
                "defaultConfiguration": {"level": _LEVELS[standing]},
            }
            for standing in _RULES
        ],
    }


def _result(number: int, verdict: Verdict, address: str | None, place: Region | None) -> Json:
    told: Json = {
        "ruleId": str(verdict.standing),
        "ruleIndex": _RULES.index(verdict.standing),
        "kind": "pass" if verdict.standing is Standing.CORROBORATED else "fail",
        "level": _LEVELS[verdict.standing],
        "message": {"text": message(verdict)},
        "partialFingerprints": {"xrefClaim/v1": verdict.claim.id},
        "properties": {"statement": number, "grade": verdict.grade},
    }
    if address:
        told["locations"] = [{"physicalLocation": _location(address, place)}]
    return told


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

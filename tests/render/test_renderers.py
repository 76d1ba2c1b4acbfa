"""The lookup by format name, and what stays unloaded until it is needed."""

import json
import subprocess
import sys
from dataclasses import replace
from io import StringIO

import pytest
from rich.console import Console

from xref.errors import OptionError
from xref.records import Reference, Requoting
from xref.render import RENDERERS, renderer
from xref.render.explanation import explain


def test_unknown_format_names_the_known_ones():
    with pytest.raises(OptionError, match="terminal, json, markdown, html"):
        renderer("pdf")


@pytest.mark.parametrize("form", RENDERERS)
def test_ends_with_one_line_break(form, report):
    text = renderer(form).render(report)
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


FORMS = ["json", "markdown", "html", "explanation"]


def shown(form, report):
    """What a format says of the report's first statement."""
    if form != "explanation":
        return renderer(form).render(report)
    stream = StringIO()
    Console(file=stream, width=200).print(explain(report, 1))
    return stream.getvalue()


@pytest.mark.parametrize("form", FORMS)
def test_who_carries_a_statement_and_what_it_refers_to_is_shown(form, report):
    at = next(n for n, verdict in enumerate(report.verdicts) if verdict.claim.attribution)
    claim = report.verdicts[at].claim
    claim = replace(
        claim,
        chain=("Daily Example", "Example Wire", "Anna Exampleson"),
        attribution=replace(claim.attribution, mixed=True),
        references=(
            Reference(claim.start, claim.start + 2, "she", "Anna Exampleson"),
            Reference(claim.start, claim.start + 6, "Friday", "2018-11-23"),
        ),
    )
    verdict = replace(report.verdicts[at], claim=claim)
    text = shown(form, replace(report, verdicts=(verdict,)))
    names = json.dumps(claim.chain) if form == "json" else ", from ".join(claim.chain)
    assert names.replace(" ", "") in text.replace("\n", "").replace(" ", "")
    said = {
        "json": ('"manner": "mixed"', '"meaning": "2018-11-23"', '"words": "she"'),
    }.get(form, ("quoted in part", "“Friday”: 23 November 2018", "“she”: Anna Exampleson"))
    assert all(one in text for one in said)


@pytest.mark.parametrize("form", FORMS)
def test_another_speaker_of_a_quotation_is_named(form, report):
    at = next(n for n, verdict in enumerate(report.verdicts) if verdict.quotations)
    lent = replace(
        report.verdicts[at].quotations[0],
        kind=Requoting.OTHER_SPEAKER,
        our_words="Anna Exampleson",
        their_words="Bert Placeholder",
    )
    verdict = replace(report.verdicts[at], quotations=(lent,))
    text = shown(form, replace(report, verdicts=(verdict,)))
    assert "other-speaker" in text
    assert "Anna Exampleson" in text
    assert "Bert Placeholder" in text


@pytest.mark.parametrize("form", RENDERERS)
def test_can_be_written_as_utf8(form, hostile):
    renderer(form).render(hostile).encode("utf-8")


@pytest.mark.parametrize(
    ("form", "heavy"), [("json", "rich"), ("json", "jinja2"), ("html", "rich")]
)
def test_loads_only_what_it_needs(form, heavy):
    code = f"import sys; from xref.render import renderer; renderer({form!r}); "
    code += f"sys.exit({heavy!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

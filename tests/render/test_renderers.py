"""The lookup by format name, and what stays unloaded until it is needed."""

import subprocess
import sys
from dataclasses import replace
from io import StringIO

import pytest
from rich.console import Console

from xref.errors import OptionError
from xref.records import Requoting
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


@pytest.mark.parametrize("form", ["json", "markdown", "html", "explanation"])
def test_another_speaker_of_a_quotation_is_named(form, report):
    at = next(n for n, verdict in enumerate(report.verdicts) if verdict.quotations)
    lent = replace(
        report.verdicts[at].quotations[0],
        kind=Requoting.OTHER_SPEAKER,
        our_words="Anna Exampleson",
        their_words="Bert Placeholder",
    )
    verdict = replace(report.verdicts[at], quotations=(lent,))
    told = replace(report, verdicts=(verdict,))
    if form == "explanation":
        stream = StringIO()
        Console(file=stream, width=200).print(explain(told, 1))
        text = stream.getvalue()
    else:
        text = renderer(form).render(told)
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

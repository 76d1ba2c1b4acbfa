"""The lookup by format name, and what stays unloaded until it is needed."""

import subprocess
import sys

import pytest

from xref.errors import OptionError
from xref.render import RENDERERS, renderer


def test_unknown_format_names_the_known_ones():
    with pytest.raises(OptionError, match="terminal, json, markdown, html"):
        renderer("pdf")


@pytest.mark.parametrize("form", RENDERERS)
def test_ends_with_one_line_break(form, report):
    text = renderer(form).render(report)
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


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

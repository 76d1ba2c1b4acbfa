"""What each format makes of the realistic report, byte for byte.

After an intended change: `XREF_UPDATE_GOLD=1 pytest tests/render`, then read the difference.
"""

import os
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from xref.render import RENDERERS, renderer
from xref.render.explanation import explain
from xref.render.terminal import render

GOLD = Path(__file__).parent / "gold"
FILES = {
    "json": "report.json",
    "markdown": "report.md",
    "terminal": "report.txt",
    "html": "report.html",
    "csv": "report.csv",
    "jsonld": "report.jsonld",
    "misp": "report.misp.json",
    "sarif": "report.sarif",
    "github": "report.github.txt",
}


def check(name, text):
    path = GOLD / name
    if os.environ.get("XREF_UPDATE_GOLD"):
        GOLD.mkdir(exist_ok=True)
        path.write_bytes(text.encode())
    assert path.read_bytes() == text.encode(), f"{name} differs; see tests/render/test_gold.py"


@pytest.mark.parametrize("form", FILES)
def test_format(form, report):
    check(FILES[form], renderer(form).render(report))


@pytest.mark.parametrize("number", [1, 6, 8, 10])
def test_explanation(number, report):
    stream = StringIO()
    Console(file=stream, width=100, color_system=None).print(explain(report, number))
    check(f"explain-{number}.txt", stream.getvalue())


def test_colours(report):
    """The one gold file with escape sequences: colour, and the word and symbol beside it."""
    stream = StringIO()
    console = Console(
        file=stream, width=80, force_terminal=True, color_system="standard", no_color=False
    )
    render(report, console)
    check("colour.txt", stream.getvalue())


def test_every_format_has_a_gold_file():
    assert set(FILES) == set(RENDERERS)


@pytest.mark.parametrize("form", FILES)
def test_same_report_gives_same_bytes(form, report):
    assert renderer(form).render(report) == renderer(form).render(report)

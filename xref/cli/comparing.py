"""`xref diff`: two reports that were made before."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from xref.cli.streams import console, to_stdout


def diff(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="A JSON report.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="A later one of the same article.")],
) -> None:
    """Say what changed between two JSON reports of one article, and why."""
    from xref import changes

    found = changes.compare(changes.read(old), changes.read(new))
    lines = ["Made alike." if not found.causes else f"Different: {'; '.join(found.causes)}."]
    for change in found.statements:
        was, now = change.was or "new", change.now or "gone"
        lines.append(f"{was} -> {now}: {change.text}" if was != now else f"{now}: {change.text}")
        lines += [f"    {reason}" for reason in change.reasons]
    changed = len(found.statements)
    lines.append(f"{changed} of {changed + found.same} statements changed.")
    show_lines(lines)


def show_lines(lines: list[str]) -> None:
    """Print lines of foreign words as they stand, each on a line of its own."""
    from rich.text import Text

    from xref.render.safety import one_line, visible

    with to_stdout():
        out = console(sys.stdout)
        for line in lines:
            indent = line[: len(line) - len(line.lstrip())]
            out.print(Text(indent + one_line(visible(line))), soft_wrap=True)

"""The commands by name. Each is read when it is run: `xref --help` needs their first lines only."""

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Any, Final

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

COMMANDS: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "ingest": (
            "ingesting",
            "Read articles into the corpus; what is there already is left alone.",
        ),
        "fetch": (
            "fetching",
            "Fetch the articles that the corpus's sources list; what was fetched is not asked "
            "again.",
        ),
        "check": (
            "checking",
            "Say of each statement of one article where it stands among other outlets' reporting.",
        ),
        "report": (
            "reporting",
            "Write a report an article into a folder (HTML, JSON, Markdown), and an index of them.",
        ),
        "audit": (
            "auditing",
            "Cross-reference all articles of an outlet, as of their time and as of now, and count.",
        ),
        "diff": (
            "comparing",
            "Say what changed between two JSON reports of one article, and why.",
        ),
        "claimreview": (
            "reviewing",
            "Draft a schema.org ClaimReview of one statement, under a named person's rating.",
        ),
        "verify": (
            "verifying",
            "Hash again what a pack or a corpus holds, and say what does not match (exit code 1).",
        ),
        "outlets": (
            "listing",
            "List what the corpus holds, per outlet, and what could not be read.",
        ),
    }
)
"""Name -> the module of this folder whose function has that name, and its help's first line."""


class Commands(TyperGroup):
    """A group that lists all commands, and reads the one that is run."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        for name, (_, line) in COMMANDS.items():
            self.add_command(TyperCommand(name, help=line))

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Read the command that is asked for, then go on as every group does."""
        if args[0] in COMMANDS:
            self.add_command(whole(args[0]))
        return super().resolve_command(ctx, args)


def whole(name: str) -> TyperCommand:
    """Return a command with its options; its module is imported here."""
    module = import_module(f"xref.cli.{COMMANDS[name][0]}")
    alone = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
    alone.command(name)(getattr(module, name))
    command = get_command(alone)
    assert isinstance(command, TyperCommand)  # noqa: S101 - one function alone makes no group
    return command

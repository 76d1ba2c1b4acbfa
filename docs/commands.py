"""Write `docs/commands.md`: what `--help` says of every command, word for word.

Run as `python -m docs.commands`; a test fails where the page and the help differ.
"""

import os
import subprocess
import sys
from pathlib import Path

from xref.cli.commands import COMMANDS

PAGE = Path(__file__).parent / "commands.md"
_HEAD = """# All commands

What `xref COMMAND --help` says; `python -m docs.commands` writes this page. The README says what
the commands are for, `corpora/README.md` how to fill a corpus.

Exit codes: 0 done; 1 a statement has a standing, or breaks a rule, that `--fail-on` names, or
something does not verify; 2 could not run, and one sentence says what to do next.
"""
_PLAIN = {"COLUMNS": "96", "TYPER_USE_RICH": "0", "NO_COLOR": "1", "TERM": "dumb"}


def page() -> str:
    """Return the whole page."""
    parts = [_HEAD, _block("xref"), *(_block("xref", command) for command in COMMANDS)]
    return "\n".join(parts)


def _block(*words: str) -> str:
    return f"## `{' '.join(words)}`\n\n```\n{help_of(*words[1:])}\n```\n"


def help_of(*words: str) -> str:
    """Return what `--help` prints, without boxes and colours."""
    command = [sys.executable, "-c", "from xref.cli import main; main()", *words, "--help"]
    told = subprocess.run(  # noqa: S603 - our own command
        command, check=True, capture_output=True, text=True, env={**os.environ, **_PLAIN}
    )
    return "\n".join(line.rstrip() for line in told.stdout.strip().splitlines())


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")

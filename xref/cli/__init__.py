"""Typer: arguments in, exit code out.

Exit codes: 0 done; 1 `--fail-on` names a standing, code or severity that is there, or something
does not verify; 2 could not run (one sentence on stderr says what to do next). Results go to
stdout, everything else to stderr.
"""

import os
import re
import sys
from contextlib import suppress
from typing import Annotated

import typer

from xref.cli.commands import Commands
from xref.cli.exits import COULD_NOT, DONE
from xref.cli.streams import mend_streams, say
from xref.errors import XrefError

_PLAIN = (
    (re.compile(r"\bValue error, "), ""),
    (
        re.compile(r"Input should be a valid integer.*|Unable to parse input string as an int.*"),
        "this is no whole number",
    ),
    (re.compile(r"^Got unexpected extra arguments?(?:\(s\))? \((.*)\)"), r"Too many arguments: \1"),
)
"""What the option parser says, and how we say it."""
_INTERRUPTED = 130
"""What a shell reports for a process that Ctrl-C ended."""

app = typer.Typer(
    name="xref",
    cls=Commands,
    help="Check an article's statements against other outlets' reporting, and count independent "
    "origins.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"xref {version('xref')}")
        raise typer.Exit(DONE)


@app.callback()
def _start(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    pass


def main() -> None:
    """Run the command line; the only place where an error becomes an exit code."""
    mend_streams()
    # numpy reads it when it is imported. Its products here are small, and threads that wait for
    # one another by spinning cost more than they do: 1.4 processor seconds instead of 4.9 for 40
    # claims in a million, beside other work.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        code = app(prog_name="xref", standalone_mode=False)
    except XrefError as error:
        code = _stop(str(error))
    except (typer.Abort, KeyboardInterrupt):
        code = _INTERRUPTED
    except (BrokenPipeError, SystemExit):
        # The reader (`| head`) went away, which rich and Typer answer with SystemExit: nobody is
        # left to tell, and nothing is wrong.
        with suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = DONE
    except Exception as error:
        code = _usage(error)
    # Typer itself answers Ctrl-C with this code, and without a word.
    if code == _INTERRUPTED:
        say("Stopped; what was finished is kept. Run the same command to go on.")
    sys.exit(code or DONE)


def _usage(error: Exception) -> int:
    """Answer Typer's own errors (unknown options and such); let anything else be seen."""
    told = getattr(error, "format_message", None)
    if told is None:
        raise error
    if type(error).__name__ == "NoArgsIsHelpError":
        print(told(), file=sys.stderr)  # noqa: T201 - the help, where nothing was asked
        return COULD_NOT
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "xref"
    words = _plainly(told()).rstrip(".")
    end = "" if words.endswith("?") else "."
    return _stop(f"{words}{end} See `{command} --help`.")


def _plainly(message: str) -> str:
    for words, plain in _PLAIN:
        message = words.sub(plain, message)
    return message


def _stop(message: str) -> int:
    say(message)
    return COULD_NOT

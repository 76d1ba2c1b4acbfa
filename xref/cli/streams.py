"""Standard streams, files and progress bars: how what `cli` has to say comes out."""

import io
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from xref.errors import OutputError

if TYPE_CHECKING:
    from rich.console import Console

    from xref.corpus.store import Added
    from xref.records import Article, NotJudged

_MOST_TOLD = 20
"""Unreadable sources that a summary names: a screenful."""


def mend_streams() -> None:
    """Make standard streams usable that the caller closed or that cannot write our characters."""
    # A closed stream is None in Python.
    sys.stdin = sys.stdin or Path(os.devnull).open()  # noqa: SIM115 - for the whole run
    sys.stderr = sys.stderr or Path(os.devnull).open("w")  # noqa: SIM115
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")


@contextmanager
def to_stdout() -> Iterator[None]:
    """Turn what goes wrong with standard output into OutputError."""
    if sys.stdout is None:
        raise OutputError("There is no standard output to print to; name a file with --output.")
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        # What could not be written would be tried again, in vain, when Python ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise OutputError(
            f"The result cannot be printed ({error.strerror}); name a file with --output."
        ) from error


def say(message: str) -> None:
    """Tell people one sentence on standard error."""
    from xref.render.safety import one_line

    print(f"xref: {one_line(message)}", file=sys.stderr)  # noqa: T201 - the one place for it


def told(line: str) -> None:
    """Print one line of a report on a run on standard error."""
    from xref.render.safety import one_line

    indent = " " * (len(line) - len(line.lstrip(" ")))
    print(indent + one_line(line), file=sys.stderr)  # noqa: T201 - the report, for people


def console(stream: object) -> "Console":
    """Make a console that prints foreign text as it stands."""
    from rich.console import Console

    return Console(file=stream, highlight=False, soft_wrap=False)  # type: ignore[arg-type]


def progress(
    done: "Iterator[tuple[Article | NotJudged, Added | None]]",
) -> "Iterator[tuple[Article | NotJudged, Added | None]]":
    """Pass items on; on a terminal, show how many there have been."""
    from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), "articles", MofNCompleteColumn(), TimeElapsedColumn())
    hidden = not sys.stderr.isatty()
    with Progress(*columns, console=console(sys.stderr), disable=hidden) as bar:
        task = bar.add_task("articles", total=None)
        for item in done:
            bar.advance(task)
            yield item


@contextmanager
def steps(what: str) -> "Iterator[Callable[[int, int], None]]":
    """Give what is told `n of m are done`; on a terminal it shows a bar with the time left."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    columns = (what, BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    hidden = not sys.stderr.isatty()
    with Progress(*columns, console=console(sys.stderr), disable=hidden) as bar:
        task = bar.add_task(what, total=None)
        yield lambda done, of: bar.update(task, completed=done, total=of)


@contextmanager
def counting(names: tuple[str, ...]) -> Iterator[Callable[[str], None]]:
    """Give what is to be told of each step; on a terminal, show how many there have been."""
    from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), MofNCompleteColumn())
    hidden = not sys.stderr.isatty()
    with Progress(*columns, console=console(sys.stderr), disable=hidden) as bar:
        tasks = {name: bar.add_task(name, total=None) for name in names}
        yield lambda name: bar.advance(tasks[name])


def deliver(text: str, output: Path | None) -> None:
    """Print a whole result byte for byte, or write it to the file that was named."""
    if output is not None:
        write(output, text)
        return
    with to_stdout():
        sys.stdout.buffer.write(text.encode())
        sys.stdout.buffer.flush()


def write(path: Path, text: str) -> None:
    """Write a whole file or none: a reader never meets half a report."""
    write_bytes(path, text.encode())


def write_bytes(path: Path, data: bytes) -> None:
    """Write a whole file or none."""
    target = Path(os.path.realpath(path))
    fresh = target.parent / f".xref-{os.getpid()}.part"
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            path.write_bytes(data)  # a device or a pipe
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_bytes(data)
        fresh.replace(target)
    except OSError as error:
        with suppress(OSError):
            fresh.unlink()
        raise OutputError(
            f"The report cannot be written to {path} ({error.strerror}); name another place for it."
        ) from error


def summarise(
    counts: Counter[str], unread: "list[NotJudged]", partly: "list[NotJudged]", path: Path
) -> None:
    """Tell what came into the corpus, and what could not be read, or in part only."""
    from xref.render.wording import plural

    counted = ", ".join(f"{counts[name]} {name}" for name in ("new", "changed", "same"))
    lines = [
        f"{plural(sum(counts.values()), 'article')} ({counted}) in {path}; {len(unread)} not read"
    ]
    for what, items in (("not read", unread), ("only in part", partly)):
        lines += [f"  {what}: {item.what}: {item.reason}" for item in items[:_MOST_TOLD]]
        if len(items) > _MOST_TOLD:
            lines.append(
                f"  and {len(items) - _MOST_TOLD} more {what}; `xref outlets` lists them all"
            )
    for line in lines:
        told(line)

"""Typer: arguments in, exit code out.

Exit codes: 0 done; 1 a claim has a standing named by --fail-on; 2 could not run (one sentence on
stderr says what to do next). Results go to stdout, everything else to stderr.
"""

import io
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from enum import StrEnum
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from xref.errors import OptionError, OutputError, XrefError
from xref.records import Article, NotJudged, Report, Standing

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from xref.articles import Fetch, Given
    from xref.corpus.store import Added

DONE, FLAGGED, COULD_NOT = 0, 1, 2
_INTERRUPTED = 130
"""What a shell reports for a process that Ctrl-C ended."""
_MOST_TOLD = 20
"""Unreadable sources that a summary names: a screenful."""

app = typer.Typer(
    name="xref",
    help="Check an article's claims against other outlets' reporting; count independent origins.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


class Format(StrEnum):
    """How `check` prints its report."""

    TERMINAL = "terminal"
    JSON = "json"
    MARKDOWN = "markdown"
    HTML = "html"


class Reliability(StrEnum):
    """Admiralty letters for an outlet's record."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"


CorpusOption = Annotated[
    Path | None,
    typer.Option(
        "--corpus",
        "-c",
        help="The corpus file; else XREF_CORPUS, else corpora/corpus.db where there is a folder "
        "corpora/, else one in your data folder.",
        show_default=False,
    ),
]
EncoderOption = Annotated[
    str | None,
    typer.Option(
        "--encoder",
        help="A sentence-transformers model by name or folder.",
        show_default="the bundled all-MiniLM-L6-v2",
    ),
]
OutletOption = Annotated[str | None, typer.Option("--outlet", help="Who published it.")]
PublishedOption = Annotated[
    str | None, typer.Option("--published", help="Its date: 2018, 2018-11 or 2018-11-20.")
]
TitleOption = Annotated[str | None, typer.Option("--title", help="Its headline.")]
UrlOption = Annotated[str | None, typer.Option("--url", help="Its address.")]
PrivateOption = Annotated[
    bool, typer.Option("--allow-private", help="Also fetch from private network addresses.")
]


@app.command()
def ingest(
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCE...",
            help="Files or folders (JSON Lines, text, Markdown, HTML; also .gz), addresses, or -.",
            show_default=False,
        ),
    ],
    corpus: CorpusOption = None,
    outlet: OutletOption = None,
    published: PublishedOption = None,
    title: TitleOption = None,
    url: UrlOption = None,
    encoder: EncoderOption = None,
    allow_private: PrivateOption = False,
) -> None:
    """Read articles into the corpus; what is there already is left alone."""
    from xref import articles, pipeline
    from xref.corpus.store import Corpus

    given = articles.Given(outlet=outlet, published=published, title=title, url=url)
    # Before a corpus is made: a source that is not there stops us with nothing done.
    items = _read_all(sources, given, allow_private)
    with Corpus.open(_corpus_path(corpus), create=True) as held:
        tools = pipeline.Tools.default(encoder or held.encoder_name)
        counts: Counter[str] = Counter()
        unread: list[NotJudged] = []
        try:
            for item, added in _progress(pipeline.ingest(items, held, tools)):
                if isinstance(item, NotJudged):
                    unread.append(item)
                elif added is not None:
                    counts[added.value] += 1
        finally:
            if counts or unread:
                _summarise(counts, unread, held.path)
    if not counts and unread:
        raise typer.Exit(COULD_NOT)


@app.command()
def check(
    source: Annotated[
        str, typer.Argument(metavar="ARTICLE", help="A file, an address, or - for stdin.")
    ],
    corpus: CorpusOption = None,
    outlet: OutletOption = None,
    published: PublishedOption = None,
    title: TitleOption = None,
    url: UrlOption = None,
    reliability: Annotated[
        Reliability,
        typer.Option(help="The outlet's Admiralty letter; F is `cannot be judged`."),
    ] = Reliability.F,
    form: Annotated[Format, typer.Option("--format", "-f", help="How to print the report.")] = (
        Format.TERMINAL
    ),
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write the report to this file.")
    ] = None,
    explain: Annotated[
        int | None,
        typer.Option("--explain", "-e", metavar="N", help="Show all the evidence for claim N."),
    ] = None,
    fail_on: Annotated[
        str | None,
        typer.Option(
            "--fail-on",
            metavar="STANDING,...",
            help="Exit with 1 if a claim has one of these standings: "
            + ", ".join(s for s in Standing)
            + ".",
        ),
    ] = None,
    encoder: EncoderOption = None,
    allow_private: PrivateOption = False,
) -> None:
    """Say of each claim of one article where it stands among other outlets' reporting."""
    from xref import articles, pipeline
    from xref.corpus.store import Corpus

    failing = _standings(fail_on)
    if explain is not None and (output is not None or form is not Format.TERMINAL):
        raise OptionError("--explain is for the terminal; leave out --format and --output.")
    given = articles.Given(outlet=outlet, published=published, title=title, url=url)
    with Corpus.open(_corpus_path(corpus)) as held:
        article = articles.load(source, given, fetch=_fetch(allow_private))
        tools = pipeline.Tools.default(encoder or held.encoder_name)
        report = pipeline.check(article, held, tools, reliability=reliability.value)
    _show(report, form, output, explain)
    if any(report.summary[standing] for standing in failing):
        raise typer.Exit(FLAGGED)


@app.command()
def outlets(corpus: CorpusOption = None) -> None:
    """List what the corpus holds, per outlet, and what could not be read."""
    from rich.table import Table

    from xref.corpus.store import Corpus
    from xref.render.safety import one_line

    with Corpus.open(_corpus_path(corpus)) as held:
        rows, unread = held.outlets(), held.unreadable()
    table = Table("outlet", "domain", "articles", "claims", "from", "to", box=None)
    for row in rows:
        cells = (row.outlet, row.domain, row.articles, row.claims, row.first_day, row.last_day)
        table.add_row(*(_text("-" if cell is None else one_line(str(cell))) for cell in cells))
    with _to_stdout():
        console = _console(sys.stdout)
        console.print(table)
        for item in unread:
            told = one_line(f"not read: {item.what}: {item.reason}")
            console.print(_text(told), soft_wrap=True)


def main() -> None:
    """Run the command line; the only place where an error becomes an exit code."""
    _mend_streams()
    try:
        code = app(prog_name="xref", standalone_mode=False)
    except XrefError as error:
        code = _say(str(error))
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
        _say("Stopped; what was finished is kept. Run the same command to go on.")
    sys.exit(code or DONE)


def _mend_streams() -> None:
    """Make standard streams usable that the caller closed or that cannot write our characters."""
    # A closed stream is None in Python.
    sys.stdin = sys.stdin or Path(os.devnull).open()  # noqa: SIM115 - for the whole run
    sys.stderr = sys.stderr or Path(os.devnull).open("w")  # noqa: SIM115
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")


@contextmanager
def _to_stdout() -> Iterator[None]:
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
    words = told().rstrip(".")
    end = "" if words.endswith("?") else "."
    return _say(f"{words}{end} See `{command} --help`.")


def _say(message: str) -> int:
    from xref.render.safety import one_line

    print(f"xref: {one_line(message)}", file=sys.stderr)  # noqa: T201 - the one place for it
    return COULD_NOT


def _corpus_path(given: Path | None) -> Path:
    if given:
        return given
    if os.environ.get("XREF_CORPUS"):
        return Path(os.environ["XREF_CORPUS"])
    if Path("corpora").is_dir():
        return Path("corpora") / "corpus.db"
    import platformdirs

    return Path(platformdirs.user_data_dir("xref")) / "corpus.db"


def _standings(given: str | None) -> list[Standing]:
    names = [name.strip() for name in (given or "").split(",") if name.strip()]
    try:
        return [Standing(name) for name in names]
    except ValueError as error:
        known = ", ".join(Standing)
        raise OptionError(f"--fail-on takes standings, separated by commas: {known}.") from error


def _read_all(
    sources: Iterable[str], given: "Given", allow_private: bool
) -> Iterator[Article | NotJudged]:
    from xref import articles

    fetch = _fetch(allow_private)
    # A list: `read` looks at once whether there is anything at the source.
    found = [articles.read(source, given, fetch=fetch) for source in sources]
    return chain.from_iterable(found)


def _fetch(allow_private: bool) -> "Fetch":
    from functools import partial

    from xref.fetching.pages import fetch

    return partial(fetch, allow_private=allow_private)


def _show(report: Report, form: Format, output: Path | None, explain: int | None) -> None:
    from xref.render import renderer

    if output is None and form is Format.TERMINAL:
        from xref.render import terminal

        with _to_stdout():
            console = _console(sys.stdout)
            if explain is None:
                terminal.render(report, console)
            else:
                console.print(terminal.explain(report, explain))
        return
    text = renderer(form.value).render(report)
    if output is None:
        with _to_stdout():
            sys.stdout.buffer.write(text.encode())
            sys.stdout.buffer.flush()
    else:
        _write(output, text)


def _write(path: Path, text: str) -> None:
    """Write a whole file or none: a reader never meets half a report."""
    target = Path(os.path.realpath(path))
    fresh = target.parent / f".xref-{os.getpid()}.part"
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            path.write_text(text, encoding="utf-8")  # a device or a pipe
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_text(text, encoding="utf-8")
        fresh.replace(target)
    except OSError as error:
        with suppress(OSError):
            fresh.unlink()
        raise OutputError(
            f"The report cannot be written to {path} ({error.strerror}); "
            "name another file with --output."
        ) from error


def _console(stream: object) -> "Console":
    from rich.console import Console

    return Console(file=stream, highlight=False, soft_wrap=False)  # type: ignore[arg-type]


def _text(words: str) -> "Text":
    from rich.text import Text

    return Text(words)


def _progress(
    done: "Iterator[tuple[Article | NotJudged, Added | None]]",
) -> "Iterator[tuple[Article | NotJudged, Added | None]]":
    """Pass items on; on a terminal, show how many there have been."""
    from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), "articles", MofNCompleteColumn(), TimeElapsedColumn())
    console = _console(sys.stderr)
    with Progress(*columns, console=console, disable=not sys.stderr.isatty()) as bar:
        task = bar.add_task("articles", total=None)
        for item in done:
            bar.advance(task)
            yield item


def _summarise(counts: Counter[str], unread: list[NotJudged], path: Path) -> None:
    from xref.render.safety import one_line

    told = ", ".join(f"{counts[name]} {name}" for name in ("new", "changed", "same"))
    lines = [f"{sum(counts.values())} articles ({told}) in {path}; {len(unread)} not read"]
    lines += [f"  not read: {item.what}: {item.reason}" for item in unread[:_MOST_TOLD]]
    if len(unread) > _MOST_TOLD:
        lines.append(f"and {len(unread) - _MOST_TOLD} more; `xref outlets` lists them all")
    for line in lines:
        print(one_line(line), file=sys.stderr)  # noqa: T201 - the summary, for people

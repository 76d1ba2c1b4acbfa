"""Typer: arguments in, exit code out.

Exit codes: 0 done; 1 a statement has a standing named by --fail-on; 2 could not run (one
sentence on stderr says what to do next). Results go to stdout, everything else to stderr.
"""

import os
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from enum import StrEnum
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from xref.cli.streams import console, mend_streams, progress, say, summarise, to_stdout, write
from xref.errors import OptionError, XrefError
from xref.records import Article, NotJudged, Report, Standing

if TYPE_CHECKING:
    from xref.articles import Fetch, Given

DONE, FLAGGED, COULD_NOT = 0, 1, 2
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


class Format(StrEnum):
    """How `check` prints its report."""

    TERMINAL = "terminal"
    JSON = "json"
    MARKDOWN = "markdown"
    HTML = "html"


_FORMATS = {
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".json": Format.JSON,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
}
"""The formats that a file name asks for by its ending."""


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
JudgeOption = Annotated[
    str | None,
    typer.Option(
        "--judge",
        help="A cross-encoder for natural language inference by name or folder, through "
        "sentence-transformers.",
        show_default="xref's own",
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
            for item, added in progress(pipeline.ingest(items, held, tools)):
                if isinstance(item, NotJudged):
                    unread.append(item)
                elif added is not None:
                    counts[added.value] += 1
        finally:
            if counts or unread:
                summarise(counts, unread, held.path)
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
    form: Annotated[
        Format | None,
        typer.Option(
            "--format",
            "-f",
            help="How to print the report.",
            show_default="by the ending of --output, else terminal",
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            help="Write the report to this file; .html, .json or .md sets the format.",
        ),
    ] = None,
    explain: Annotated[
        int | None,
        typer.Option("--explain", "-e", metavar="N", help="Show what statement N rests on."),
    ] = None,
    fail_on: Annotated[
        str | None,
        typer.Option(
            "--fail-on",
            metavar="STANDING,...",
            help="Exit with 1 if a statement has one of these standings: "
            + ", ".join(s for s in Standing)
            + ".",
        ),
    ] = None,
    encoder: EncoderOption = None,
    judge: JudgeOption = None,
    allow_private: PrivateOption = False,
) -> None:
    """Say of each statement of one article where it stands among other outlets' reporting."""
    from xref import articles, pipeline
    from xref.corpus.store import Corpus

    failing = _standings(fail_on)
    if explain is not None and (output is not None or form not in (None, Format.TERMINAL)):
        raise OptionError("--explain is for the terminal; leave out --format and --output.")
    given = articles.Given(outlet=outlet, published=published, title=title, url=url)
    with Corpus.open(_corpus_path(corpus)) as held:
        article = articles.load(source, given, fetch=_fetch(allow_private))
        tools = pipeline.Tools.default(encoder or held.encoder_name, judge)
        report = pipeline.check(article, held, tools, reliability=reliability.value)
    _show(report, form or _format_of(output), output, explain)
    if any(report.summary[standing] for standing in failing):
        raise typer.Exit(FLAGGED)


@app.command()
def outlets(corpus: CorpusOption = None) -> None:
    """List what the corpus holds, per outlet, and what could not be read."""
    from rich.table import Table
    from rich.text import Text

    from xref.corpus.store import Corpus
    from xref.render.safety import one_line

    with Corpus.open(_corpus_path(corpus)) as held:
        rows, unread = held.outlets(), held.unreadable()
    table = Table("outlet", "domain", "articles", "statements", "from", "to", box=None)
    for row in rows:
        cells = (row.outlet, row.domain, row.articles, row.claims, row.first_day, row.last_day)
        table.add_row(*(Text("-" if cell is None else one_line(str(cell))) for cell in cells))
    with to_stdout():
        out = console(sys.stdout)
        out.print(table)
        for item in unread:
            told = one_line(f"not read: {item.what}: {item.reason}")
            out.print(Text(told), soft_wrap=True)


def main() -> None:
    """Run the command line; the only place where an error becomes an exit code."""
    mend_streams()
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


def _format_of(output: Path | None) -> Format:
    return _FORMATS.get(output.suffix.lower(), Format.TERMINAL) if output else Format.TERMINAL


def _show(report: Report, form: Format, output: Path | None, explain: int | None) -> None:
    from xref.render import renderer

    if output is None and form is Format.TERMINAL:
        from xref.render import terminal

        with to_stdout():
            out = console(sys.stdout)
            if explain is None:
                terminal.render(report, out)
            else:
                out.print(terminal.explain(report, explain))
        return
    text = renderer(form.value).render(report)
    if output is None:
        with to_stdout():
            sys.stdout.buffer.write(text.encode())
            sys.stdout.buffer.flush()
    else:
        write(output, text)

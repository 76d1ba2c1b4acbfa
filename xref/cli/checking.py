"""`xref check`: one article against the corpus."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from xref.cli.exits import FLAGGED
from xref.cli.holding import FailOnOption, PolicyOption, failing, fails, rules_of
from xref.cli.options import (
    CorpusOption,
    EncoderOption,
    JudgeOption,
    OutletOption,
    PrivateOption,
    PublishedOption,
    TitleOption,
    UrlOption,
    corpus_path,
    fetcher,
)
from xref.cli.outputs import form_of
from xref.cli.streams import console, deliver, to_stdout
from xref.errors import OptionError
from xref.records import Report

if TYPE_CHECKING:
    from xref.render.drafts import Draft


class Format(StrEnum):
    """How `check` prints its report."""

    TERMINAL = "terminal"
    JSON = "json"
    MARKDOWN = "markdown"
    HTML = "html"
    CSV = "csv"
    JSONLD = "jsonld"
    SARIF = "sarif"
    GITHUB = "github"
    MISP = "misp"


_FORMATS = {
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".json": Format.JSON,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".csv": Format.CSV,
    ".jsonld": Format.JSONLD,
    ".sarif": Format.SARIF,
    ".txt": Format.TERMINAL,
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
            help="Write the report to this file, in a folder that exists; .html, .json, .md, .csv, "
            ".jsonld, .sarif or .txt (as on the terminal) sets the format.",
        ),
    ] = None,
    explain: Annotated[
        int | None,
        typer.Option("--explain", "-e", metavar="N", help="Show what statement N rests on."),
    ] = None,
    fail_on: FailOnOption = None,
    policy: PolicyOption = None,
    encoder: EncoderOption = None,
    judge: JudgeOption = None,
    allow_private: PrivateOption = False,
) -> None:
    """Say of each statement of one article where it stands among other outlets' reporting."""
    from xref import articles, encoders, judges
    from xref.corpus.store import Corpus

    rules = rules_of(policy)
    names = failing(fail_on, rules)
    if explain is not None and (output is not None or form not in (None, Format.TERMINAL)):
        raise OptionError("--explain is for the terminal; leave out --format and --output.")
    chosen = form_of(output, form, _FORMATS, Format.TERMINAL)
    given = articles.Given(outlet=outlet, published=published, title=title, url=url)
    with Corpus.open(corpus_path(corpus)) as held:
        article = articles.load(source, given, fetch=fetcher(allow_private))
        encoder = encoder or held.encoder_name
        # The models load while the modules of the stages do: half a second is saved.
        encoders.ahead(encoder or encoders.BUNDLED)
        judges.ahead(judge)
        from xref import pipeline

        tools = pipeline.Tools.default(encoder, judge)
        report = pipeline.check(article, held, tools, reliability=reliability.value)
    if rules is not None:
        from xref import policies

        report = policies.hold(report, rules, tools.outlets, policies.sign_offs(source))
    _show(report, chosen, output, explain, source)
    if fails(report, names):
        raise typer.Exit(FLAGGED)


def _show(
    report: Report, form: Format, output: Path | None, explain: int | None, source: str
) -> None:
    from xref.render import renderer

    if output is None and form is Format.TERMINAL:
        from xref.render import explanation, terminal

        with to_stdout():
            out = console(sys.stdout)
            if explain is None:
                terminal.render(report, out)
            else:
                out.print(explanation.explain(report, explain))
        return
    text = renderer(form.value, draft_at(source)).render(report)
    deliver(text, output)


def draft_at(source: str) -> "Draft | None":
    """Return the file that was checked, where there is one that can be read as text."""
    from xref.render.drafts import Draft

    try:
        text = Path(source).read_text(encoding="utf-8")
    except (OSError, ValueError):
        return None
    return Draft(Path(source).as_posix(), text)

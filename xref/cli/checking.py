"""`xref check`: one article against the corpus."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from xref.cli.exits import FLAGGED
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
from xref.cli.streams import console, deliver, to_stdout
from xref.errors import OptionError
from xref.records import Report, Severity, Standing

if TYPE_CHECKING:
    from xref.corpus.outlets import Registry
    from xref.policies import Policy
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
            help="Write the report to this file; .html, .json, .md, .csv, .jsonld or .sarif "
            "sets the format.",
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
            + "; with --policy also codes (SRC001) and severities (error) of findings that "
            "nobody has signed off.",
        ),
    ] = None,
    policy: Annotated[
        str | None,
        typer.Option(
            "--policy",
            metavar="NAME|FILE",
            help="House rules to hold it against: ap, reuters, bbc or a TOML file. Sign-offs are "
            "read from a file beside the article, such as article.md.xref.",
        ),
    ] = None,
    encoder: EncoderOption = None,
    judge: JudgeOption = None,
    allow_private: PrivateOption = False,
) -> None:
    """Say of each statement of one article where it stands among other outlets' reporting."""
    from xref import articles, pipeline
    from xref.corpus.store import Corpus

    rules = _policy(policy)
    failing = _failing(fail_on, rules)
    if explain is not None and (output is not None or form not in (None, Format.TERMINAL)):
        raise OptionError("--explain is for the terminal; leave out --format and --output.")
    given = articles.Given(outlet=outlet, published=published, title=title, url=url)
    with Corpus.open(corpus_path(corpus)) as held:
        article = articles.load(source, given, fetch=fetcher(allow_private))
        tools = pipeline.Tools.default(encoder or held.encoder_name, judge)
        report = pipeline.check(article, held, tools, reliability=reliability.value)
    if rules is not None:
        report = _held(report, rules, source, tools.outlets)
    _show(report, form or _format_of(output), output, explain, source)
    if _fails(report, failing):
        raise typer.Exit(FLAGGED)


def _policy(named: str | None) -> "Policy | None":
    if named is None:
        return None
    from xref.policies import policy

    return policy(named)


def _held(report: Report, rules: "Policy", source: str, outlets: "Registry") -> Report:
    from xref import policies

    return policies.hold(report, rules, outlets, policies.sign_offs(source))


def _failing(given: str | None, rules: "Policy | None") -> list[str]:
    """What is to fail: standings, and under a policy its codes and the severities."""
    names = [name.strip() for name in (given or "").split(",") if name.strip()]
    known: list[str] = list(Standing)
    for name in names:
        if name in known:
            continue
        if rules is None:
            raise OptionError(
                f"--fail-on takes standings, separated by commas: {', '.join(known)}; "
                "for codes such as SRC001 add --policy."
            )
        if name not in rules.rules and name not in list(Severity):
            raise OptionError(
                f"The policy {rules.name} has no rule {name!r}; --fail-on takes "
                f"{', '.join([*rules.rules, *Severity, *known])}."
            )
    return names


def _fails(report: Report, failing: list[str]) -> bool:
    told = {str(standing) for standing, count in report.summary.items() if count}
    for finding in report.unaccepted:
        told |= {finding.code, finding.severity}
    return bool(told & set(failing))


def _format_of(output: Path | None) -> Format:
    return _FORMATS.get(output.suffix.lower(), Format.TERMINAL) if output else Format.TERMINAL


def _show(
    report: Report, form: Format, output: Path | None, explain: int | None, source: str
) -> None:
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

"""The report for a terminal: one row a statement; `explanation` says what one rests on.

All foreign text goes through `rich.text.Text` after `safety`, never through rich's markup, so
that neither `[bold]` nor an escape sequence in a title can act.
"""

from collections.abc import Iterator
from io import StringIO

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from xref.records import (
    Finding,
    Report,
    Stance,
    Standing,
    Verdict,
)
from xref.render.safety import one_line
from xref.render.wording import (
    FACES,
    SEVERITIES,
    compared,
    dated,
    numbered,
    plural,
    rules,
    sign_off,
    summary,
)

_COLOURS: dict[Standing, str] = {
    Standing.CORROBORATED: "green",
    Standing.SINGLE_SOURCE: "yellow",
    Standing.DISPUTED: "magenta",
    Standing.CONTRADICTED: "red",
    Standing.UNMATCHED: "blue",
    Standing.NOT_COVERED: "cyan",
    Standing.NOT_A_CLAIM: "dim",
}
_WIDTH_IN_TEXT = 100
"""The width of a report that is rendered to a string, where there is no terminal to ask."""
_WIDE = 100
"""Columns from which a statement gets one line in the table; on narrower terminals it gets two."""
_MOST_NAMED = 5
"""Items not judged that the footer names: more would push the table off a small screen."""


class TerminalRenderer:
    """The terminal's report as plain text, without colour."""

    def render(self, report: Report) -> str:
        """What `render` prints, on a page of fixed width and without escape sequences."""
        stream = StringIO()
        render(
            report,
            Console(file=stream, width=_WIDTH_IN_TEXT, force_terminal=False, color_system=None),
        )
        return "".join(f"{line.rstrip()}\n" for line in stream.getvalue().splitlines())


class _Statement:
    """A statement in the table, cut to one line on a wide terminal and to two on a narrow one."""

    def __init__(self, words: str) -> None:
        self.words = one_line(words)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the lines, the last with an ellipsis where words are left out."""
        rest = self.words
        if console.width < _WIDE:
            first = Text(rest).wrap(console, options.max_width, no_wrap=False)[0].plain
            yield Text(first)
            rest = rest[len(first) :].strip()
        if rest:
            yield one_row(rest)


def one_row(words: str, style: str = "") -> Text:
    """Foreign words on one line, cut where the line ends."""
    return Text(one_line(words), style=style, no_wrap=True, overflow="ellipsis")


def render(report: Report, console: Console) -> None:
    """Print the report on this console, which knows the width and whether there is colour."""
    console.print(_header(report), _claims(report), *_findings(report), _footer(report), sep="\n")


def plain(text: str, style: str = "") -> Text:
    """Foreign words on as many lines as they need."""
    return Text(one_line(text), style=style)


def standing(verdict: Verdict) -> Text:
    """A standing with its symbol, in its colour."""
    face = FACES[verdict.standing]
    return Text(f"{face.symbol} {verdict.standing}", style=_COLOURS[verdict.standing])


def _header(report: Report) -> RenderableType:
    article = report.article
    title = plain(article.title or "Untitled article", "bold")
    facts = [article.outlet, dated(article), article.url or "no address"]
    return Group(
        title,
        plain(" · ".join(facts), "dim"),
        Text(),
        Text(summary(report), style="bold"),
        Text(),
    )


def _claims(report: Report) -> RenderableType:
    table = Table(box=None, padding=(0, 2, 0, 0), expand=True, header_style="dim")
    table.add_column("#", justify="right", no_wrap=True)
    table.add_column("standing", no_wrap=True, min_width=15)
    table.add_column("gr", no_wrap=True)
    table.add_column("or", no_wrap=True, justify="right")
    table.add_column("ec", no_wrap=True, justify="right")
    table.add_column("statement", ratio=1)
    for number, verdict in numbered(report):
        if number is not None:
            table.add_row(
                str(number),
                standing(verdict),
                plain(verdict.grade or "—"),
                _origins(verdict),
                str(verdict.echoes or "—"),
                _Statement(verdict.claim.text),
            )
    return table


def _origins(verdict: Verdict) -> str:
    """The origins in a narrow column: `2`, `2:1` for and against, `0:1` against only."""
    supports, refutes = verdict.count(Stance.SUPPORTS), verdict.count(Stance.REFUTES)
    return f"{supports}:{refutes}" if refutes else str(supports or "—")


def _footer(report: Report) -> RenderableType:
    lines: list[RenderableType] = [Text(), Text(compared(report), style="dim")]
    lines += [plain(note, "dim") for note in report.notes]
    skipped = report.summary[Standing.NOT_A_CLAIM]
    if skipped:
        noun = plural(skipped, "passage")
        lines.append(Text(f"{noun} with nothing to check.", style="dim"))
    lines += _not_judged(report)
    legend = "gr: Admiralty grade · or: independent origins (for:against) · ec: echoes, not counted"
    lines.append(Text(legend, style="dim"))
    if report.checked:
        lines.append(Text("Add --explain N to see what statement N rests on.", style="dim"))
    return Group(*lines)


def _findings(report: Report) -> Iterator[RenderableType]:
    """The house rules that are broken, each with its statement's number; none under no policy."""
    line = rules(report)
    if line is None:
        return
    yield Text(f"\n{line}", style="bold")
    numbers = {verdict.claim.id: number for number, verdict in numbered(report)}
    table = Table.grid(padding=(0, 2, 0, 0))
    for finding in report.findings:
        number = numbers.get(finding.claim.id)
        table.add_row(
            Text(str(number or "—"), justify="right"),
            Text(f"{SEVERITIES[finding.severity]} {finding.code}"),
            told(finding),
        )
    if report.findings:
        yield table


def told(finding: Finding) -> Text:
    """What broke a house rule, and who accepted that."""
    signed = sign_off(finding)
    line = Text.assemble((finding.name, "bold"), ": ", plain(finding.because))
    if signed:
        line.append_text(Text.assemble(" ", plain(signed, "dim")))
    return line


def _not_judged(report: Report) -> Iterator[RenderableType]:
    if report.not_judged:
        yield Text("Could not be read or judged:", style="dim")
    for one in report.not_judged[:_MOST_NAMED]:
        yield Padding(one_row(f"{one.what}: {one.reason}", "dim"), (0, 0, 0, 2))
    more = len(report.not_judged) - _MOST_NAMED
    if more > 0:
        yield Text(f"  and {more} more", style="dim")

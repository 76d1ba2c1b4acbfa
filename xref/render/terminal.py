"""The report for a terminal: one line a claim, and everything about one claim on request.

All foreign text goes through `rich.text.Text` after `safety`, never through rich's markup, so
that neither `[bold]` nor an escape sequence in a title can act.
"""

from collections.abc import Iterator
from io import StringIO

from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from xref.errors import OptionError
from xref.records import (
    Judgement,
    Member,
    Origin,
    Relation,
    Report,
    Stance,
    Standing,
    Verdict,
)
from xref.render.diffing import Pieces, differences
from xref.render.safety import one_line
from xref.render.wording import (
    FACES,
    FOLDINGS,
    balance,
    compared,
    day,
    echoed,
    grade,
    independence,
    numbered,
    plural,
    raises,
    stance,
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
_STANCES = {Stance.SUPPORTS: "green", Stance.REFUTES: "red", Stance.NEUTRAL: "dim"}
_WIDTH_IN_TEXT = 100
"""The width of a report that is rendered to a string, where there is no terminal to ask."""


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


def render(report: Report, console: Console) -> None:
    """Print the report on this console, which knows the width and whether there is colour."""
    console.print(_header(report), _claims(report), _footer(report), sep="\n")


def explain(report: Report, number: int) -> RenderableType:
    """Everything about the claim with this number; an `OptionError` if there is none."""
    claims = {at: verdict for at, verdict in numbered(report) if at is not None}
    if number not in claims:
        held = f"has the numbers 1 to {len(claims)}" if claims else "has no claims"
        raise OptionError(f"There is no claim {number}. This report {held}.")
    verdict = claims[number]
    return Group(
        *_claim_head(number, verdict),
        *(_origin(origin, report) for origin in verdict.origins),
        *_passages(verdict),
        *_remarks(verdict),
    )


def _plain(text: str, style: str = "") -> Text:
    return Text(one_line(text), style=style)


def _standing(verdict: Verdict) -> Text:
    face = FACES[verdict.standing]
    return Text(f"{face.symbol} {verdict.standing}", style=_COLOURS[verdict.standing])


def _header(report: Report) -> RenderableType:
    article = report.article
    title = _plain(article.title or "Untitled article", "bold")
    facts = [article.outlet, day(article.published), article.url or "no address"]
    return Group(
        title,
        _plain(" · ".join(facts), "dim"),
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
    table.add_column("statement", no_wrap=True, overflow="ellipsis", ratio=1)
    for number, verdict in numbered(report):
        if number is not None:
            table.add_row(
                str(number),
                _standing(verdict),
                _plain(verdict.grade or "—"),
                _origins(verdict),
                str(verdict.echoes or "—"),
                _plain(verdict.claim.text),
            )
    return table


def _origins(verdict: Verdict) -> str:
    """The origins in a narrow column: `2`, `2:1` for and against, `0:1` against only."""
    supports, refutes = verdict.count(Stance.SUPPORTS), verdict.count(Stance.REFUTES)
    return f"{supports}:{refutes}" if refutes else str(supports or "—")


def _footer(report: Report) -> RenderableType:
    lines = [Text(), Text(compared(report), style="dim")]
    lines += [_plain(note, "dim") for note in report.notes]
    skipped = report.summary[Standing.NOT_A_CLAIM]
    if skipped:
        noun = plural(skipped, "passage")
        lines.append(Text(f"{noun} with nothing to check.", style="dim"))
    if report.not_judged:
        noun = plural(len(report.not_judged), "item")
        lines.append(Text(f"{noun} could not be read or judged.", style="dim"))
    legend = "gr: Admiralty grade · or: independent origins (for:against) · ec: echoes, not counted"
    lines.append(Text(legend, style="dim"))
    if report.checked:
        lines.append(Text("Add --explain N to see what statement N rests on.", style="dim"))
    return Group(*lines)


def _claim_head(number: int, verdict: Verdict) -> Iterator[RenderableType]:
    graded = _plain(verdict.grade or "", "bold")
    yield Text.assemble((f"{number}  ", "bold"), _standing(verdict), "  ", graded)
    yield Text(FACES[verdict.standing].means, style="dim")
    yield Text()
    yield Padding(_plain(verdict.claim.text, "italic"), (0, 2))
    yield Text()
    if verdict.claim.reading != verdict.claim.text:
        yield _fact("read as", verdict.claim.reading)
    yield _fact("origins", f"{balance(verdict)}, {echoed(verdict)}")
    yield _fact("grade", f"{verdict.grade or 'none'}: {grade(verdict)}")
    yield from _attribution(verdict)
    yield _fact("to raise it", raises(verdict))


def _fact(name: str, value: str) -> Table:
    table = Table.grid(padding=(0, 1))
    table.add_column(min_width=12, no_wrap=True, style="dim")
    table.add_column()
    table.add_row(name, _plain(value))
    return table


def _attribution(verdict: Verdict) -> Iterator[RenderableType]:
    attribution = verdict.claim.attribution
    if attribution:
        yield _fact("says who", f"{attribution.source} ({attribution.kind})")
        yield _fact("cue", attribution.cue + (", direct quotation" if attribution.direct else ""))
        if attribution.credited:
            yield _fact("credited", attribution.credited)
    if verdict.speakers:
        yield _fact("speakers", "; ".join(verdict.speakers))


def _origin(origin: Origin, report: Report) -> RenderableType:
    head = Text.assemble(
        "\n",
        _plain(origin.name, "bold"),
        " ",
        (str(origin.stance), _STANCES[origin.stance]),
        (f"  {independence(origin.independent)}", "dim"),
    )
    rows = [Padding(_member(member, report), (0, 0, 0, 2)) for member in origin.members]
    return Group(head, *rows)


def _member(member: Member, report: Report) -> Text:
    article = member.article
    ties = "; ".join(report.ties.get(article.outlet, ()))
    line = Text.assemble(
        "└ " if member.folded else "■ ",
        _plain(article.outlet),
        ", ",
        _plain(day(article.published), "dim"),
    )
    if ties:
        line.append_text(Text.assemble(" (", _plain(ties, "dim"), ")"))
    if member.folded:
        line.append(f"  folded in: {FOLDINGS[member.folded]} ({member.folded})", style="yellow")
    if member.because:
        line.append_text(Text.assemble("  “", _plain(member.because), "”"))
    return line


def _passages(verdict: Verdict) -> Iterator[RenderableType]:
    for at, relation in enumerate(verdict.evidence, start=1):
        yield Text()
        yield Rule(Text(f"passage {at}"), style="dim", align="left")
        yield from _passage(verdict, relation)


def _passage(verdict: Verdict, relation: Relation) -> Iterator[RenderableType]:
    article, passage = relation.candidate.article, relation.candidate.passage
    yield _plain(f"{article.outlet} · {day(article.published)}", "bold")
    yield _plain(article.url or "no address", "dim")
    yield Text.assemble(
        (stance(relation.stance, relation.refutes_by), _STANCES[relation.stance]),
        f"  confidence {relation.confidence:.2f}  characters {passage.start} to {passage.end}",
    )
    ours, theirs = differences(one_line(verdict.claim.text), one_line(passage.text))
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1), expand=True, header_style="dim")
    table.add_column("statement", ratio=1)
    table.add_column("passage", ratio=1)
    table.add_row(_marked(ours), _marked(theirs))
    yield table
    if relation.note:
        yield _fact("note", relation.note)
    if relation.judgement.parts:
        yield _sum(relation.judgement)


def _marked(pieces: Pieces) -> Text:
    return Text.assemble(*((one.text, "bold" if one.differs else "") for one in pieces))


def _sum(judgement: Judgement) -> Text:
    """The judgement as the sum of its named weights, each with what was measured."""
    line = Text("log-odds ", style="dim")
    for at, part in enumerate(judgement.parts):
        line.append(" " if at == 0 else " + ", style="dim")
        line.append_text(Text.assemble(_plain(part.name), f" {part.weight:+.2f}"))
        line.append(f" ({part.value:.2f})", style="dim")
    line.append(f" = {judgement.odds:+.2f}", style="bold")
    return line


def _remarks(verdict: Verdict) -> Iterator[RenderableType]:
    if verdict.notes:
        yield Text()
    for note in verdict.notes:
        yield _fact("note", note)

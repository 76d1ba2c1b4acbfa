"""The report for a terminal: one row a statement, and on request what one rests on.

All foreign text goes through `rich.text.Text` after `safety`, never through rich's markup, so
that neither `[bold]` nor an escape sequence in a title can act.
"""

from collections.abc import Iterator
from io import StringIO

from rich import box
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from xref.errors import OptionError
from xref.records import (
    Finding,
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
    INDEPENDENCES,
    REQUOTINGS,
    SEVERITIES,
    balance,
    compared,
    day,
    differs,
    echoed,
    found,
    grade,
    independence,
    numbered,
    plural,
    raises,
    requoted,
    rules,
    sign_off,
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
_WIDE = 100
"""Columns from which a statement gets one line in the table; on narrower terminals it gets two."""
_MOST_NAMED = 5
"""Items not judged that the footer names: more would push the table off a small screen."""
_MOST_NEUTRAL = 3
"""Neutral passages that an explanation names, which show what silence rests on."""


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
            yield _one_row(rest)


def _one_row(words: str, style: str = "") -> Text:
    """Foreign words on one line, cut where the line ends."""
    return Text(one_line(words), style=style, no_wrap=True, overflow="ellipsis")


def render(report: Report, console: Console) -> None:
    """Print the report on this console, which knows the width and whether there is colour."""
    console.print(_header(report), _claims(report), *_findings(report), _footer(report), sep="\n")


def explain(report: Report, number: int) -> RenderableType:
    """What the statement with this number rests on; an `OptionError` if there is none."""
    claims = {at: verdict for at, verdict in numbered(report) if at is not None}
    if number not in claims:
        held = f"has the numbers 1 to {len(claims)}" if claims else "has no statements"
        raise OptionError(f"There is no statement {number}. This report {held}.")
    verdict = claims[number]
    return Group(
        *_claim_head(number, verdict),
        *_broken(report, verdict),
        *(_origin(origin, report) for origin in verdict.origins),
        *_quotations(report, verdict),
        *_passages(verdict),
        *_nearest(verdict),
        *_remarks(verdict),
        *_sums(verdict),
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
    table.add_column("statement", ratio=1)
    for number, verdict in numbered(report):
        if number is not None:
            table.add_row(
                str(number),
                _standing(verdict),
                _plain(verdict.grade or "—"),
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
    lines += [_plain(note, "dim") for note in report.notes]
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
    told = rules(report)
    if told is None:
        return
    yield Text(f"\n{told}", style="bold")
    numbers = {verdict.claim.id: number for number, verdict in numbered(report)}
    table = Table.grid(padding=(0, 2, 0, 0))
    for finding in report.findings:
        number = numbers.get(finding.claim.id)
        table.add_row(
            Text(str(number or "—"), justify="right"),
            Text(f"{SEVERITIES[finding.severity]} {finding.code}"),
            _told(finding),
        )
    if report.findings:
        yield table


def _told(finding: Finding) -> Text:
    signed = sign_off(finding)
    line = Text.assemble((finding.name, "bold"), ": ", _plain(finding.because))
    if signed:
        line.append_text(Text.assemble(" ", _plain(signed, "dim")))
    return line


def _not_judged(report: Report) -> Iterator[RenderableType]:
    if report.not_judged:
        yield Text("Could not be read or judged:", style="dim")
    for one in report.not_judged[:_MOST_NAMED]:
        yield Padding(_one_row(f"{one.what}: {one.reason}", "dim"), (0, 0, 0, 2))
    more = len(report.not_judged) - _MOST_NAMED
    if more > 0:
        yield Text(f"  and {more} more", style="dim")


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
    if verdict.independence:
        yield _fact("independence", INDEPENDENCES[verdict.independence])
    yield from _attribution(verdict)
    yield _fact("to raise it", raises(verdict))


def _broken(report: Report, verdict: Verdict) -> Iterator[RenderableType]:
    for finding in found(report, verdict):
        yield _fact(
            finding.code, Text.assemble(_told(finding), "\n", _plain(finding.source, "dim"))
        )


def _fact(name: str, value: str | Text) -> Table:
    table = Table.grid(padding=(0, 1))
    table.add_column(min_width=12, no_wrap=True, style="dim")
    table.add_column()
    table.add_row(name, _plain(value) if isinstance(value, str) else value)
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


def _quotations(report: Report, verdict: Verdict) -> Iterator[RenderableType]:
    """Who prints its quotation with other words, or cut."""
    for one in verdict.quotations:
        ours, theirs = requoted(report, one)
        yield Text()
        yield _plain(f"{one.article.outlet} {REQUOTINGS[one.kind]} ({one.kind})", "bold")
        yield _fact("here", ours)
        yield _fact("there", theirs)


def _passages(verdict: Verdict) -> Iterator[RenderableType]:
    for at, relation in enumerate(_decisive(verdict), start=1):
        yield Text()
        yield Rule(Text(f"passage {at}"), style="dim", align="left")
        yield from _passage(verdict, relation)


def _decisive(verdict: Verdict) -> list[Relation]:
    return [one for one in verdict.evidence if one.stance is not Stance.NEUTRAL]


def _nearest(verdict: Verdict) -> Iterator[RenderableType]:
    """The nearest passages that neither support nor refute, a line each."""
    neutral = [one for one in verdict.evidence if one.stance is Stance.NEUTRAL][:_MOST_NEUTRAL]
    if neutral:
        yield Text()
        yield Rule(Text("nearest, neither for nor against"), style="dim", align="left")
    for one in neutral:
        article, passage = one.candidate.article, one.candidate.passage
        yield _one_row(f"{article.outlet}, {day(article.published)}: {passage.text}")


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
    if words := differs(relation):
        yield _fact("differs", words)
    if relation.note:
        yield _fact("note", relation.note)


def _marked(pieces: Pieces) -> Text:
    return Text.assemble(*((one.text, "bold" if one.differs else "") for one in pieces))


def _sums(verdict: Verdict) -> Iterator[RenderableType]:
    judged = [(at, one.judgement) for at, one in enumerate(_decisive(verdict), start=1)]
    judged = [(at, judgement) for at, judgement in judged if judgement.parts]
    if judged:
        yield Text()
        yield Rule(Text("how the passages were judged, in log-odds"), style="dim", align="left")
    for at, judgement in judged:
        yield _fact(f"passage {at}", _sum(judgement))


def _sum(judgement: Judgement) -> Text:
    """The judgement as the sum of its named weights; those that round to nothing are left out."""
    line = Text()
    shown = [part for part in judgement.parts if f"{abs(part.weight):.2f}" != "0.00"]
    for at, part in enumerate(shown):
        line.append(" + " if at else "", style="dim")
        line.append_text(Text.assemble(_plain(part.name), f" {part.weight:+.2f}"))
        line.append(f" ({part.value:.2f})", style="dim")
    line.append(f" = {judgement.odds:+.2f}", style="bold")
    return line


def _remarks(verdict: Verdict) -> Iterator[RenderableType]:
    if verdict.notes:
        yield Text()
    for note in verdict.notes:
        yield _fact("note", note)

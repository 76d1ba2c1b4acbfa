"""What one statement rests on, for a terminal: the answer to `--explain N`."""

from collections.abc import Iterator

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from xref.errors import OptionError
from xref.records import Judgement, Member, Origin, Relation, Report, Stance, Verdict
from xref.render.diffing import Pieces, differences
from xref.render.safety import one_line
from xref.render.terminal import one_row, plain, standing, told
from xref.render.wording import (
    FACES,
    FOLDINGS,
    INDEPENDENCES,
    MANNERS,
    REQUOTINGS,
    balance,
    came_by,
    dated,
    differs,
    discounted,
    echoed,
    found,
    grade,
    independence,
    lacks,
    meant,
    numbered,
    raises,
    requoted,
    reviewed,
    speakers,
    stance,
)

_STANCES = {Stance.SUPPORTS: "green", Stance.REFUTES: "red", Stance.NEUTRAL: "dim"}
_MOST_NEUTRAL = 3
"""Neutral passages that an explanation names, which show what silence rests on."""


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
        *_fact_checks(verdict),
        *_passages(verdict),
        *_nearest(verdict),
        *_remarks(verdict),
        *_sums(verdict),
    )


def _claim_head(number: int, verdict: Verdict) -> Iterator[RenderableType]:
    graded = plain(verdict.grade or "", "bold")
    yield Text.assemble((f"{number}  ", "bold"), standing(verdict), "  ", graded)
    yield Text(FACES[verdict.standing].means, style="dim")
    yield Text()
    yield Padding(plain(verdict.claim.text, "italic"), (0, 2))
    yield Text()
    if verdict.claim.reading != verdict.claim.text:
        yield _fact("read as", verdict.claim.reading)
    if verdict.claim.references:
        yield _fact("refers to", "; ".join(meant(one) for one in verdict.claim.references))
    yield _fact("origins", f"{balance(verdict)}, {echoed(verdict)}")
    yield _fact("grade", f"{verdict.grade or 'none'}: {grade(verdict)}")
    if verdict.independence:
        yield _fact("independence", INDEPENDENCES[verdict.independence])
    yield from _attribution(verdict)
    yield _fact("to raise it", raises(verdict))


def _broken(report: Report, verdict: Verdict) -> Iterator[RenderableType]:
    for finding in found(report, verdict):
        yield _fact(finding.code, Text.assemble(told(finding), "\n", plain(finding.source, "dim")))


def _fact(name: str, value: str | Text) -> Table:
    table = Table.grid(padding=(0, 1))
    table.add_column(min_width=12, no_wrap=True, style="dim")
    table.add_column()
    table.add_row(name, plain(value) if isinstance(value, str) else value)
    return table


def _attribution(verdict: Verdict) -> Iterator[RenderableType]:
    attribution = verdict.claim.attribution
    if attribution:
        yield _fact("says who", f"{attribution.source} ({attribution.kind})")
        yield _fact("cue", f"{attribution.cue}, {MANNERS[attribution.manner]}")
        if attribution.credited:
            yield _fact("credited", attribution.credited)
    if verdict.claim.chain:
        yield _fact("came by", came_by(verdict.claim))
    if verdict.speakers:
        yield _fact("speakers", "; ".join(verdict.speakers))


def _origin(origin: Origin, report: Report) -> RenderableType:
    head = Text.assemble(
        "\n",
        plain(origin.name, "bold"),
        " ",
        (str(origin.stance), _STANCES[origin.stance]),
        (f"  {independence(origin)}", "dim"),
    )
    rows = [Padding(_member(member, report), (0, 0, 0, 2)) for member in origin.members]
    return Group(head, *rows)


def _member(member: Member, report: Report) -> Text:
    article = member.article
    ties = "; ".join(report.ties.get(article.outlet, ()))
    line = Text.assemble(
        "└ " if member.folded else "■ ",
        plain(article.outlet),
        ", ",
        plain(dated(article), "dim"),
    )
    if ties:
        line.append_text(Text.assemble(" (", plain(ties, "dim"), ")"))
    if member.folded:
        line.append(f"  folded in: {FOLDINGS[member.folded]} ({member.folded})", style="yellow")
    if member.because:
        line.append_text(Text.assemble("  “", plain(member.because), "”"))
    return line


def _quotations(report: Report, verdict: Verdict) -> Iterator[RenderableType]:
    """Who prints its quotation with other words, cut, or as somebody else's."""
    for one in verdict.quotations:
        ours, theirs = requoted(report.article, one)
        yield Text()
        yield plain(f"{one.article.outlet} {REQUOTINGS[one.kind]} ({one.kind})", "bold")
        if named := speakers(one):
            yield _fact("speakers", named)
        yield _fact("here", ours)
        yield _fact("there", theirs)


def _fact_checks(verdict: Verdict) -> Iterator[RenderableType]:
    """Who reviewed this claim; the rating is the reviewer's, and no evidence."""
    for one in verdict.fact_checks:
        article = one.candidate.article
        yield Text()
        yield _fact("fact-check", f"{article.outlet}, {dated(article)}, {reviewed(one)}")
        yield _fact("of", article.text)


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
        yield one_row(f"{article.outlet}, {dated(article)}: {passage.text}")
        if why := discounted(one):
            yield Padding(plain(why, "dim"), (0, 0, 0, 2))


def _passage(verdict: Verdict, relation: Relation) -> Iterator[RenderableType]:
    article, passage = relation.candidate.article, relation.candidate.passage
    yield plain(f"{article.outlet} · {dated(article)}", "bold")
    yield plain(article.url or "no address", "dim")
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
    if missing := lacks(relation):
        yield _fact("lacks", missing)
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
        line.append_text(Text.assemble(plain(part.name), f" {part.weight:+.2f}"))
        line.append(f" ({part.value:.2f})", style="dim")
    line.append(f" = {judgement.odds:+.2f}", style="bold")
    return line


def _remarks(verdict: Verdict) -> Iterator[RenderableType]:
    if verdict.notes:
        yield Text()
    for note in verdict.notes:
        yield _fact("note", note)

"""The report as Markdown (CommonMark with GitHub's tables), for issues, wikis and mail."""

import re
from collections.abc import Iterator

from xref.records import (
    Finding,
    Member,
    NotJudged,
    Origin,
    Quotation,
    Relation,
    Report,
    Standing,
    Verdict,
)
from xref.render.safety import one_line, web_address
from xref.render.wording import (
    FACES,
    FACT_CHECKED,
    FOLDINGS,
    INDEPENDENCES,
    MANNERS,
    REQUOTINGS,
    SEVERITIES,
    balance,
    came_by,
    compared,
    dated,
    differs,
    discounted,
    found,
    grade,
    independence,
    lacks,
    meant,
    numbered,
    plural,
    raises,
    requoted,
    reviewed,
    rules,
    sign_off,
    speakers,
    stance,
    summary,
)

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>&#|~$!]")
# Only at the start of a line do these open a list, a heading or a rule; `0.1.0` opens nothing.
_OPENING = re.compile(r"^(?:[-+=:]|\d{1,9}[.)](?=\s|$))")
# GitHub turns bare addresses into links, also javascript-free ones that nobody vouched for.
_BARE_ADDRESS = re.compile(r"(?<=[A-Za-z]):(?=//)|(?<=www)\.", re.IGNORECASE)


class MarkdownRenderer:
    """One section a statement, after a summary and a table."""

    def render(self, report: Report) -> str:
        """The whole report as Markdown."""
        return "\n".join(_lines(report)) + "\n"


def escaped(text: str) -> str:
    """Foreign text on one line, with nothing left in it that Markdown or HTML would act on."""
    text = _SPECIAL.sub(lambda found: _ENTITIES.get(found[0], "\\" + found[0]), one_line(text))
    text = _BARE_ADDRESS.sub(lambda found: "\\" + found[0], text)
    return _OPENING.sub(_escape_opening, text)


_ENTITIES = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}


def _escape_opening(found: re.Match[str]) -> str:
    # A backslash before a digit is shown; before the full stop it is not, so that goes there.
    return f"{found[0][:-1]}\\{found[0][-1]}"


def _link(text: str, url: str | None) -> str:
    address = web_address(url)
    return f"[{escaped(text)}](<{address}>)" if address else escaped(text)


def _address(url: str | None) -> str:
    return _link(url, url) if url else "no address"


def _lines(report: Report) -> Iterator[str]:
    article = report.article
    yield f"# {escaped(article.title) or 'Untitled article'}"
    yield ""
    yield f"{escaped(article.outlet)} · {escaped(dated(article))} · {_address(article.url)}"
    yield ""
    yield f"**{summary(report)}** {escaped(compared(report))}"
    if told := rules(report):
        yield f"\n**{escaped(told)}**"
    for note in report.notes:
        yield f"\n{escaped(note)}"
    yield ""
    yield from _table(report)
    for number, verdict in numbered(report):
        if number is not None:
            yield from _section(number, verdict, report)
    yield from _not_claims(report)
    yield from _not_judged(report.not_judged)
    yield from _made_with(report)


def _table(report: Report) -> Iterator[str]:
    yield "| # | standing | grade | origins | echoes | statement |"
    yield "|--:|:--|:--|:--|--:|:--|"
    for number, verdict in numbered(report):
        if number is None:
            continue
        cells = (
            f"[{number}](#statement-{number})",
            _standing(verdict),
            verdict.grade or "—",
            balance(verdict),
            str(verdict.echoes),
            escaped(verdict.claim.text),
        )
        yield f"| {' | '.join(cells)} |"


def _standing(verdict: Verdict) -> str:
    return f"{FACES[verdict.standing].symbol} {verdict.standing}"


def _section(number: int, verdict: Verdict, report: Report) -> Iterator[str]:
    graded = f" · {escaped(verdict.grade)}" if verdict.grade else ""
    yield f'\n<a id="statement-{number}"></a>\n'
    yield f"## {number} {_standing(verdict)}{graded}"
    yield f"\n> {escaped(verdict.claim.text)}\n"
    yield f"{FACES[verdict.standing].means} {balance(verdict).capitalize()}."
    yield ""
    if verdict.claim.reading != verdict.claim.text:
        yield f"- Read as: {escaped(verdict.claim.reading)}"
    if verdict.claim.references:
        told = "; ".join(escaped(meant(one)) for one in verdict.claim.references)
        yield f"- Refers to: {told}"
    yield f"- Grade: {grade(verdict)}."
    if verdict.independence:
        yield f"- Independence: {INDEPENDENCES[verdict.independence]}."
    yield from _words_of(verdict)
    yield f"- What would raise it: {escaped(raises(verdict))}"
    for note in verdict.notes:
        yield f"- Note: {escaped(note)}"
    for one in verdict.quotations:
        ours, theirs = requoted(report.article, one)
        yield (
            f"- {_link(one.article.outlet, one.article.url)} {REQUOTINGS[one.kind]} "
            f"(`{one.kind}`{_speakers(one)}): {escaped(theirs)}, here {escaped(ours)}"
        )
    for finding in found(report, verdict):
        yield _finding(finding)
    yield from _fact_checks(verdict)
    for origin in verdict.origins:
        yield from _origin(origin, report)
    if verdict.evidence:
        yield "\n**Passages**\n"
    for relation in verdict.evidence:
        yield from _passage(relation)


def _speakers(one: Quotation) -> str:
    named = speakers(one)
    return f"; {escaped(named)}" if named else ""


def _fact_checks(verdict: Verdict) -> Iterator[str]:
    if verdict.fact_checks:
        yield f"\n**Fact-checks.** {FACT_CHECKED}\n"
    for one in verdict.fact_checks:
        article = one.candidate.article
        name = _link(article.outlet, article.url)
        yield f"- {name}, {escaped(dated(article))}, {escaped(reviewed(one))}"
        yield f"  > {escaped(article.text)}"


def _finding(finding: Finding) -> str:
    signed = sign_off(finding)
    return (
        f"- {SEVERITIES[finding.severity]} **{finding.code} {finding.name}** ({finding.severity}): "
        f"{escaped(finding.because)} {escaped(finding.source)}."
        + (f" *{escaped(signed)}*" if signed else "")
    )


def _words_of(verdict: Verdict) -> Iterator[str]:
    if verdict.speakers:
        yield f"- On the word of: {'; '.join(escaped(name) for name in verdict.speakers)}."
    attribution = verdict.claim.attribution
    if attribution:
        credited = f", credited to {escaped(attribution.credited)}" if attribution.credited else ""
        yield (
            f"- Attributed in the article to: {escaped(attribution.source)}"
            f" ({attribution.kind}, “{escaped(attribution.cue)}”, {MANNERS[attribution.manner]}"
            f"{credited})."
        )
    if verdict.claim.chain:
        yield f"- Came by: {escaped(came_by(verdict.claim))}."


def _origin(origin: Origin, report: Report) -> Iterator[str]:
    yield ""
    yield f"**{escaped(origin.name)}** {origin.stance} ({independence(origin)})"
    yield ""
    for member in origin.members:
        yield _member(member, report)


def _member(member: Member, report: Report) -> str:
    article = member.article
    ties = "; ".join(report.ties.get(article.outlet, ()))
    name = _link(article.outlet, article.url) + (f" ({escaped(ties)})" if ties else "")
    why = ""
    if member.folded:
        why = f", folded in: {FOLDINGS[member.folded]} (`{member.folded}`)"
    because = f": “{escaped(member.because)}”" if member.because else ""
    return f"- {name}, {escaped(dated(article))}{why}{because}"


def _passage(relation: Relation) -> Iterator[str]:
    article, passage = relation.candidate.article, relation.candidate.passage
    yield (
        f"- {_link(article.outlet, article.url)}, {escaped(dated(article))}: "
        f"**{stance(relation.stance, relation.refutes_by)}** "
        f"({relation.confidence:.2f}), characters {passage.start} to {passage.end}"
    )
    yield f"  > {escaped(passage.text)}"
    for told in (differs(relation), lacks(relation), discounted(relation) or relation.note):
        if told:
            yield f"\n  {escaped(told)}"


def _not_claims(report: Report) -> Iterator[str]:
    passages = [v for v in report.verdicts if v.standing is Standing.NOT_A_CLAIM]
    if passages:
        yield "\n## Nothing to check\n"
    for verdict in passages:
        yield f"- {verdict.claim.kind}: {escaped(verdict.claim.text)}"


def _not_judged(items: tuple[NotJudged, ...]) -> Iterator[str]:
    if items:
        yield f"\n## Not judged ({plural(len(items), 'item')})\n"
    for one in items:
        where = f" ({_address(one.url)})" if one.url else ""
        yield f"- {escaped(one.what)}: {escaped(one.reason)}{where}"


def _made_with(report: Report) -> Iterator[str]:
    made = report.made_with
    yield "\n## Made with\n"
    yield f"- xref {escaped(made.xref)}"
    yield f"- encoder {escaped(made.encoder)}"
    yield f"- judge {escaped(made.judge)}"
    yield f"- settings {escaped(made.settings_sha256)}"
    yield f"- corpus {escaped(made.corpus_sha256)}"

"""The words that renderers add to a report, in one place, so that all formats say the same.

A report never calls a statement true or false: it says where the statement stands among other
outlets' reporting, and what would have to turn up to change that.
"""

import re
from collections import Counter
from dataclasses import dataclass

from xref.records import (
    Article,
    Claim,
    Finding,
    Folding,
    Independence,
    Manner,
    Origin,
    Quotation,
    Reference,
    Refutation,
    Relation,
    Report,
    Requoting,
    Severity,
    Stance,
    Standing,
    Verdict,
)
from xref.render.safety import one_line


@dataclass(frozen=True, slots=True)
class Face:
    """How a standing shows itself: a symbol that needs no colour, and its one-line meaning."""

    symbol: str
    lead: tuple[str, str]
    """The verb phrase after `1 of 9 statements` and after `2 of 9 statements`."""
    short: str
    """The phrase after a number, later in the summary."""
    means: str


FACES: dict[Standing, Face] = {
    Standing.CORROBORATED: Face(
        "●",
        ("is corroborated", "are corroborated"),
        "corroborated",
        "At least two independent origins report it, and none reports otherwise.",
    ),
    Standing.SINGLE_SOURCE: Face(
        "◐",
        ("rests on one source", "rest on one source"),
        "resting on one source",
        "One independent origin reports it, however many outlets print it.",
    ),
    Standing.DISPUTED: Face(
        "◆",
        ("is disputed", "are disputed"),
        "disputed",
        "Independent origins report it, and independent origins report otherwise.",
    ),
    Standing.CONTRADICTED: Face(
        "✕",
        ("is contradicted", "are contradicted"),
        "contradicted",
        "At least one independent origin reports otherwise, and none reports it.",
    ),
    Standing.UNMATCHED: Face(
        "○",
        ("is reported by nobody else", "are reported by nobody else"),
        "reported by nobody else",
        "Others covered the event, and none of them states this. That is no denial.",
    ),
    Standing.NOT_COVERED: Face(
        "◌",
        ("is not covered by the corpus", "are not covered by the corpus"),
        "not covered by the corpus",
        "The corpus has nothing on this event, or only pages that could not be read.",
    ),
    Standing.NOT_A_CLAIM: Face(
        "·",
        ("states nothing to check", "state nothing to check"),
        "stating nothing to check",
        "Opinion, question, caption or boilerplate: there is nothing to check.",
    ),
}

# The order of the summary sentence: what a desk acts on first.
_LEADS = (
    Standing.SINGLE_SOURCE,
    Standing.CONTRADICTED,
    Standing.DISPUTED,
    Standing.UNMATCHED,
    Standing.NOT_COVERED,
    Standing.CORROBORATED,
)

LETTERS = {
    "A": "the outlet is reliable",
    "B": "the outlet is usually reliable",
    "C": "the outlet is fairly reliable",
    "D": "the outlet is not usually reliable",
    "E": "the outlet is unreliable",
    "F": "too little is known of the outlet to judge it",
}
DIGITS = {
    "1": "confirmed by independent origins",
    "2": "several origins, but their independence or what they state is not sure",
    "3": "one independent origin",
    "4": "nobody else reports it",
    "5": "others report otherwise",
    "6": "the corpus cannot say",
}

FOLDINGS: dict[Folding, str] = {
    Folding.SAME_OUTLET: "the same outlet",
    Folding.SAME_OWNER: "the same house",
    Folding.AGENCY_CREDIT: "credits an agency",
    Folding.CITES: "cites another outlet",
    Folding.NEAR_COPY: "nearly the same text",
    Folding.PRESS_RELEASE: "prints a press release",
    Folding.CIRCULAR: "cites in a circle",
}

REFUTATIONS: dict[Refutation, str] = {
    Refutation.NUMBER: "a different number",
    Refutation.DATE: "a different date",
    Refutation.PLACE: "a different place",
    Refutation.ACTOR: "a different actor",
    Refutation.NEGATION: "one says not",
    Refutation.MODALITY: "one says may, the other does",
    Refutation.ATTRIBUTION: "another speaker",
}

_RAISE: dict[Standing, str] = {
    Standing.CORROBORATED: "Nothing more is needed for this grade.",
    Standing.SINGLE_SOURCE: "A second outlet with its own reporting, not another print of the "
    "same one.",
    Standing.DISPUTED: "The document or witness both sides go back to, or a correction by one.",
    Standing.CONTRADICTED: "An independent origin that reports what this article reports.",
    Standing.UNMATCHED: "An independent outlet that states it, or the speaker's own record.",
    Standing.NOT_COVERED: "Reporting on the event: ingest outlets that covered it, then check.",
    Standing.NOT_A_CLAIM: "Nothing: there is no statement here.",
}
_RAISE_UNSHOWN = "Proof that the origins are independent, such as a byline or own interviews."
_RAISE_ONE_VOICE = "A witness, document or named speaker besides the one that all of them rest on."

INDEPENDENCES: dict[Independence, str] = {
    Independence.SHOWN: "shown: enough of them report for themselves, or credit an agency",
    Independence.ASSUMED: "assumed: no credit, copy or owner joins them, and that is all",
    Independence.UNDETERMINED: "undetermined: all rest on one speaker or document, or on nameless "
    "sources",
}
"""What is known of the independence of the origins that corroborate a statement."""

REQUOTINGS: dict[Requoting, str] = {
    Requoting.ALTERED: "prints it with other words",
    Requoting.SHORTENED: "prints it cut",
    Requoting.OTHER_SPEAKER: "gives it to another speaker",
}

MANNERS: dict[Manner, str] = {
    Manner.DIRECT: "direct quotation",
    Manner.INDIRECT: "in the article's words",
    Manner.MIXED: "quoted in part",
}

SEVERITIES: dict[Severity, str] = {
    Severity.ERROR: "■",
    Severity.WARNING: "▲",
    Severity.NOTE: "▸",
}
"""The symbol of each severity, which needs no colour."""

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}:\d{2})\S*)?)?)?\Z")


def plural(number: int, noun: str) -> str:
    """The number with its noun: `1 origin`, `2 origins`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def day(published: str | None) -> str:
    """A date in words, as exact as it was given; anything that is no date is shown as it is."""
    if not published:
        return "no date"
    found = _DAY.match(published)
    if not found or not 1 <= int(found[2] or 1) <= len(_MONTHS):
        return one_line(published)
    year, month, date, clock = found.groups()
    words = [str(int(date))] if date else []
    words += [_MONTHS[int(month) - 1]] if month else []
    return " ".join([*words, year]) + (f", {clock}" if clock else "")


def caveats(article: Article) -> tuple[str, ...]:
    """What a reader should know of an article's date and text, where there is anything."""
    doubt = (f"date doubtful: {article.doubt}",) if article.doubt else ()
    return (*doubt, *((f"not the whole text: {article.partial}",) if article.partial else ()))


def dated(article: Article) -> str:
    """An article's date in words, with its caveats."""
    return day(article.published) + "".join(f" ({one_line(said)})" for said in caveats(article))


def summary(report: Report) -> str:
    """The report in ten seconds, such as `9 of 23 statements rest on one source; 1 disputed`."""
    if not report.checked:
        return "No statement in this article could be checked."
    first, *others = [standing for standing in _LEADS if report.summary[standing]]
    one, many = FACES[first].lead
    number = report.summary[first]
    whole = plural(report.checked, "statement")
    said = [f"{number} of {whole} {one if number == 1 else many}"]
    said += [f"{report.summary[standing]} {FACES[standing].short}" for standing in others]
    return "; ".join(said) + "."


def compared(report: Report) -> str:
    """With what the article was compared: how many articles of how many outlets, and when."""
    articles, outlets = report.compared
    against = f"Compared with {plural(articles, 'article')} of {plural(outlets, 'outlet')}"
    if report.window is None:
        return f"{against}, of all time."
    first, last = report.window
    return f"{against}, {day(first)} to {day(last)}."


def numbered(report: Report) -> list[tuple[int | None, Verdict]]:
    """The verdicts with the numbers that all formats give them; what is no claim has none."""
    numbers = iter(range(1, len(report.verdicts) + 1))
    return [
        (None if verdict.standing is Standing.NOT_A_CLAIM else next(numbers), verdict)
        for verdict in report.verdicts
    ]


def balance(verdict: Verdict) -> str:
    """The origins in words: `2 origins`, `1 origin against`, `2 for, 1 against`."""
    supports, refutes = verdict.count(Stance.SUPPORTS), verdict.count(Stance.REFUTES)
    if supports and refutes:
        return f"{supports} for, {refutes} against"
    if refutes:
        return f"{plural(refutes, 'origin')} against"
    return plural(supports, "origin") if supports else "no origin"


def echoed(verdict: Verdict) -> str:
    """The echoes in words: `1 echo`, `4 echoes`."""
    return "1 echo" if verdict.echoes == 1 else f"{verdict.echoes:,} echoes"


def grade(verdict: Verdict) -> str:
    """The one-line meaning of the Admiralty grade."""
    if not verdict.grade:
        return "No grade: the scale has no digit for this standing."
    letter, digit = LETTERS.get(verdict.grade[:1]), DIGITS.get(verdict.grade[1:])
    return "; ".join(part for part in (digit, letter) if part) or verdict.grade


def raises(verdict: Verdict) -> str:
    """What would have to turn up for the claim to stand better."""
    if verdict.independence is Independence.UNDETERMINED:
        return _RAISE_ONE_VOICE
    unshown = verdict.standing is Standing.CORROBORATED and (verdict.grade or "").endswith("2")
    if unshown:
        return _RAISE_UNSHOWN
    told = [one_line(o.name) for o in verdict.origins if o.stance is Stance.SUPPORTS and not o.own]
    return _RAISE[verdict.standing].format(one=told[0] if told else "the same one")


def stance(of: Stance, refutes_by: Refutation | None) -> str:
    """The stance in words, with the difference when it refutes."""
    return f"{of}, {REFUTATIONS[refutes_by]}" if refutes_by else str(of)


def differs(relation: Relation) -> str | None:
    """In which words the statement and a refuting passage differ."""
    return "“{}” here, “{}” there".format(*relation.differs) if relation.differs else None


def lacks(relation: Relation) -> str | None:
    """What the statement names and a supporting passage does not have."""
    return "without " + ", ".join(f"“{w}”" for w in relation.lacks) if relation.lacks else None


def discounted(relation: Relation) -> str | None:
    """Why a passage counts for nothing that the judge would take for support or denial."""
    judgement = relation.judgement
    sure = max(judgement.supports, judgement.refutes)
    if relation.stance is not Stance.NEUTRAL or sure <= judgement.neutral:
        return None
    if judgement.supports > judgement.refutes:
        return f"reads like support ({sure:.2f}), which is not sure enough to count"
    told = f"reads like a denial ({sure:.2f}), but does not count: "
    if relation.note:
        return told + relation.note
    if judgement.if_equal is None:
        return told + (
            "nothing is seen in which the two differ (no figure, day, place, name or negation), so "
            "it most likely speaks of something else"
        )
    return told + (
        "even with the statement's own words in the place in which they differ it would not surely "
        f"support it ({judgement.if_equal:.2f}), so it most likely speaks of something else"
    )


def requoted(article: Article, one: Quotation) -> tuple[str, str]:
    """A quotation in the words of the article and of the outlet that prints it otherwise."""
    return article.text[slice(*one.ours)], one.article.text[slice(*one.theirs)]


def speakers(one: Quotation) -> str | None:
    """Whose words a quotation is here and there, where these are two persons."""
    if one.kind is not Requoting.OTHER_SPEAKER:
        return None
    return f"{one.our_words} here, {one.their_words} there"


def came_by(claim: Claim) -> str:
    """Through whom a statement came, the outermost first: `Interfax, from a diplomat`."""
    return ", from ".join(one_line(name) for name in claim.chain)


def meant(one: Reference) -> str:
    """What words of a statement refer to: `“he”: Jane Doe`."""
    return f"“{one_line(one.words)}”: {day(one.meaning)}"


FACT_CHECKED = (
    "What a publisher of fact-checks says of this statement, or of one like it, in its own words. "
    "A rating is a judgement and no report: it is no origin, and moves no standing."
)


def reviewed(of: Relation) -> str:
    """What a fact-check says: its rating, verbatim, and whom it lets have claimed it."""
    review = of.candidate.article.fact_check
    if review is None:
        return ""
    claimed = f", claimed by {review.claimant}" if review.claimant else ""
    when = f" on {day(review.claimed)}" if review.claimed else ""
    return f"rates it “{review.rating}”{claimed}{when if claimed else ''}"


def found(report: Report, verdict: Verdict) -> list[Finding]:
    """The house rules that this statement breaks."""
    return [finding for finding in report.findings if finding.claim.id == verdict.claim.id]


def rules(report: Report) -> str | None:
    """The house rules in ten seconds; None where none were asked for."""
    if report.policy is None:
        return None
    name = one_line(report.policy)
    if not report.findings:
        return f"House rules ({name}): nothing to act on."
    still, signed = len(report.unaccepted), len(report.findings) - len(report.unaccepted)
    told = f"{plural(still, 'finding')} to act on" if still else "nothing left to act on"
    return f"House rules ({name}): {told}" + (f", {signed} signed off." if signed else ".")


def codes(report: Report) -> str:
    """The codes of the findings that nobody has signed off, with how often: `SRC001 × 2`."""
    counts = Counter(finding.code for finding in report.unaccepted)
    return ", ".join(f"{code} × {counts[code]}" for code in sorted(counts))


def sign_off(finding: Finding) -> str:
    """Who accepted a finding, or that somebody has to."""
    one = finding.accepted
    if one is not None:
        return f"Signed off by {one.by}, {day(one.date)}: {one.reason}"
    return "Needs a named person's sign-off." if finding.needs_sign_off else ""


def unread(report: Report) -> str:
    """What was left out, to which a silence may be owed; empty where nothing was."""
    if not report.not_judged:
        return ""
    number = plural(len(report.not_judged), "item")
    return f"{number} could not be read or judged, and may hold what is not found here."


def independence(origin: Origin) -> str:
    """Whether an origin's independence is shown or only assumed, and whether it is left out."""
    told = "independence shown" if origin.independent else "independence assumed, not shown"
    return f"{told}; too unsure to count" if origin.uncertain else told

"""The words that renderers add to an audit, in one place, so that all formats say the same."""

from xref.accounts import Audit, Contradiction, Echo, Rate, Rested, Share, Told, Trend
from xref.records import Quotation, Standing
from xref.render.audits.listing import Listed
from xref.settings import RECORD

FAIRNESS = (
    "What a listing here does not imply. An outlet is listed because somebody audited it, not "
    "because anything is wrong with it. “Contradicted” means that other outlets in this corpus "
    "reported otherwise, and they may be the ones who err. “Unmatched” is the mark of exclusive "
    "reporting as much as of error. A record describes the statements that others in this corpus "
    "happened to report on; it is no rating of the outlet, its people or its politics. Read the "
    "statements before you quote a figure: the same audit with -o NAME.csv lists every one of them."
)

QUOTED = (
    "Who changed the words cannot be known from the texts: either house may have cut, corrected, "
    "misheard or translated them."
)
RESTED = (
    "Credits are datelines, bylines, footers and links, which speak for the whole text, and words "
    "such as “Reuters reported” or “told CNN” inside a statement. A copy is a text that the other "
    "house had on an earlier day. The lag is the median of the days since that house's last "
    "article on the event, where this corpus has one."
)
OWN = (
    "What is taken for a contradiction here mostly is a figure of another thing, a later state of "
    "affairs or another writer's view. Counts that move and dates are left out, for a house tells "
    "of many occasions in the same words. Both passages are shown: read them before you count one. "
    "A house that corrects itself does what it should."
)

UNHARMED = "None is contradicted or disputed."
_HEADINGS = {
    Standing.CONTRADICTED: "Contradicted: others report otherwise, and nobody else says it",
    Standing.DISPUTED: "Disputed: others stand on both sides",
    Standing.CORROBORATED: "Corroborated by independent origins",
    Standing.SINGLE_SOURCE: "With one independent origin",
    Standing.UNMATCHED: "Unmatched: the event is covered, and nobody else says it",
    Standing.NOT_COVERED: "Not covered by this corpus",
}


def method(audit: Audit) -> str:
    """Say in a few sentences what was done."""
    return (
        "Every statement of every audited article was compared with other houses' articles of the "
        "two weeks before and after, and decided twice: as of its time (with what was published up "
        f"to {audit.grace_days} day later) and as of now. A statement counts as judged where at "
        "least one independent origin speaks of it, and as standing where those that say it "
        "outweigh those that say otherwise, each by its record on all other statements. Outlets "
        "that only echo never vote. Intervals are Wilson's, at 95 per cent; the statements of one "
        "article are not independent of one another, so true intervals are wider. Passages were "
        "compared by a small model: half of freely reworded support and most contradictions go "
        "unseen, and what it takes for a contradiction is often another poll, tally or contest: "
        "read each before you count it."
    )


def letter(audit: Audit) -> str:
    """Say what the letter is and rests on."""
    record = audit.whole.record
    if record.letter == "F":
        return (
            f"Reliability F: cannot be judged, for only {record.stood.of} statements of "
            f"{record.articles} articles could be compared ({RECORD.least_claims} of "
            f"{RECORD.least_articles} are needed)."
        )
    least = dict(RECORD.letters).get(record.letter)
    bound = f"at least {least:.2f}" if least else f"under {RECORD.letters[-1][1]:.2f}"
    return (
        f"Reliability {record.letter}: of the statements that others speak of, "
        f"{told(record.stood)} stand; the lower end of the interval is {bound}."
    )


def told(share: Share) -> str:
    """A share with its interval and its count."""
    if share.value is None:
        return "none of 0"
    return f"{share.value:.0%} ({share.low:.0%} to {share.high:.0%}; {share.count} of {share.of})"


def rate(one: Rate) -> str:
    """A named share as a sentence."""
    return f"{one.name}: {told(one.share)} of {one.of_what}"


def trend(one: Trend) -> str:
    """Say whether the record moved, or why nothing is said of it."""
    if one.tau is None or one.p is None:
        return (
            f"Change over time: nothing is said, for {one.articles} articles with judged "
            "statements are too few or all alike."
        )
    test = f"Kendall's tau {one.tau:+.2f}, p = {one.p:.3f}, {one.articles} articles"
    if not one.borne:
        return f"Change over time: none that these data bear ({test})."
    return f"Change over time: the share that stands {'rose' if one.tau > 0 else 'fell'} ({test})."


def scope(audit: Audit) -> str:
    """Say what was audited, against what."""
    span = f"from {audit.since or 'the first day'} to {audit.until or 'the last day'}"
    return (
        f"{audit.whole.articles} of {audit.held} articles of {audit.outlet} {span}, with "
        f"{audit.whole.claims} statements, against a corpus of {audit.corpus_articles} articles of "
        f"{audit.corpus_outlets} outlets."
    )


def one_outlet(audit: Audit) -> str | None:
    """Say which domains were counted together, where there are several."""
    if len(audit.domains) < 2:
        return None
    return f"Counts as one outlet: {', '.join(audit.domains)}."


def left_out(one: Listed) -> str:
    """Say how many statements of a standing are shown, and where the others are."""
    if not one.left_out:
        return f"All {one.count}, the newest first." if one.count > 1 else ""
    return (
        f"The {len(one.shown)} newest of {one.count}; the other {one.left_out} stand in the table "
        "that -o NAME.csv writes."
    )


def heading(standing: Standing) -> str:
    """The heading over the statements of a standing."""
    return _HEADINGS[standing]


def standings(audit: Audit) -> str:
    """The standings of all statements as of now, as one sentence: the charts' text alternative."""
    whole = audit.whole.standings
    return ", ".join(f"{s.value} {whole[s]}" for s in Standing if s is not Standing.NOT_A_CLAIM)


def days(count: float) -> str:
    """So many days."""
    return f"{count:g} {'day' if count == 1 else 'days'}"


def echo(one: Echo) -> str:
    """Whose text it is, how much of it, and whether that is said."""
    how = "with" if one.credited else "without"
    return (
        f"{one.outlet}, {days(one.days)} before, {one.share:.0%} of the shorter text, {how} credit"
    )


def sides(one: Told) -> str:
    """Who reports otherwise, and who says it, too."""
    told = []
    if one.refuting:
        told.append(f"against: {', '.join(one.refuting)}")
        if one.against_credited:
            told[0] += " (the outlet that it credits is among them)"
    if one.supporting:
        told.append(f"for: {', '.join(one.supporting)}")
    return "; ".join(told)


def differing(quotation: Quotation) -> str:
    """In which words the two differ."""
    return f"here {quotation.our_words}, there {quotation.their_words}"


def against_itself(one: Contradiction) -> str:
    """In what two articles of one outlet differ, and how sure that is."""
    words = f": here {one.differs[0]}, there {one.differs[1]}" if one.differs else ""
    return f"{one.by}{words} ({one.sureness:.2f})"


def compared_with_own(audit: Audit) -> str:
    """How many statements were held against the outlet's other articles, and with what outcome."""
    pairs = len(audit.contradictions or ())
    told = "1 pair is" if pairs == 1 else f"{pairs} pairs are"
    return (
        f"{audit.compared_own} of {audit.whole.claims} statements have a near one in another "
        f"article of the outlet, of the two weeks before and after; {told} taken for contradicting."
    )


def lag(one: Rested) -> str:
    """How much later than the other house it was, where that can be told."""
    return "" if one.days is None else f"{days(one.days)} ({one.found})"

"""The words that renderers add to an audit, in one place, so that all formats say the same."""

from xref.accounts import Audit, Rate, Share, Trend
from xref.records import Standing
from xref.settings import RECORD

FAIRNESS = (
    "What a listing here does not imply. An outlet is listed because somebody audited it, not "
    "because anything is wrong with it. “Contradicted” means that other outlets in this corpus "
    "reported otherwise, and they may be the ones who err. “Unmatched” is the mark of exclusive "
    "reporting as much as of error. A record describes the statements that others in this corpus "
    "happened to report on; it is no rating of the outlet, its people or its politics. Read the "
    "statements before you quote a figure."
)


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


def standings(audit: Audit) -> str:
    """The standings of all statements as of now, as one sentence: the charts' text alternative."""
    whole = audit.whole.standings
    return ", ".join(f"{s.value} {whole[s]}" for s in Standing if s is not Standing.NOT_A_CLAIM)

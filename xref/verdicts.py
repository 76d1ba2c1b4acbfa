"""origins -> verdicts: the table of standings, and nothing else."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from xref.records import (
    Claim,
    Independence,
    Origin,
    Quotation,
    Relation,
    Requoting,
    SourceKind,
    Stance,
    Standing,
    Verdict,
)
from xref.settings import Settings

_TITLE: Final = re.compile(r"\A(?:the|mr|mrs|ms|dr)\b\.?\s*", re.IGNORECASE)
_NAMED: Final = 4
"""Origins that a note names; more are counted."""
_IN_PART: Final = "Most of these origins may report a part of it only: read the passages."
_DIGITS = {
    Standing.SINGLE_SOURCE: "3",
    Standing.CONTRADICTED: "5",
    Standing.UNMATCHED: "4",
    Standing.NOT_COVERED: "6",
}


def decide(
    claim: Claim,
    origins: Sequence[Origin],
    evidence: Sequence[Relation],
    *,
    covered: bool,
    reliability: str,
    settings: Settings,
    quotations: Sequence[Quotation] = (),
    fact_checks: Sequence[Relation] = (),
) -> Verdict:
    """Decide where a claim stands.

    | standing | when | digit |
    |---|---|---|
    | corroborated | enough independent origins support (setting), surely enough taken together (setting), none of the own house, none refutes | 1; 2 where the independence of one that is needed is not shown, all rest on one speaker, or they are not likelier than not to state the whole of it (setting) |
    | single-source | fewer, but one supports surely enough (setting) and with all that the claim names, however many outlets echo it; or only a copy of the article that may be its source | 3 |
    | disputed | independent origins on both sides | none |
    | contradicted | at least one refutes, none supports | 5 |
    | unmatched | the corpus covers the event, and nobody else states this, or not surely enough | 4 |
    | not-covered | the corpus has nothing on the event | 6 |
    | not-a-claim | nothing that could be checked | none |

    `reliability` is the letter A-F of the outlet's record; it never influences the digit.
    """  # noqa: E501 - a table's row is a line
    origins = _sure_enough(origins, settings)
    others = [origin for origin in origins if not origin.own]
    standing = _standing(claim, others, covered, settings)
    digit = _DIGITS.get(standing)
    independence, notes = None, _requoted(quotations)
    if standing is Standing.CORROBORATED:
        independence = _independence(claim, [o for o in others if o.counted], settings)
        whole = _wholly(others, settings) >= settings.confirmation
        digit = "1" if whole and independence is Independence.SHOWN else "2"
        notes = notes if whole else (_IN_PART, *notes)
    return Verdict(
        claim=claim,
        standing=standing,
        grade=f"{reliability}{digit}" if digit else None,
        origins=tuple(origins),
        evidence=tuple(evidence),
        speakers=_speakers(claim, evidence),
        notes=(
            *_partly(others, settings),
            *_notes(standing, origins, evidence, independence),
            *notes,
        ),
        independence=independence,
        quotations=tuple(quotations),
        fact_checks=tuple(fact_checks),
    )


def _sure_enough(origins: Sequence[Origin], settings: Settings) -> Sequence[Origin]:
    """Keep all supporting origins, or one too few of them where they are not sure enough together.

    Two origins of which each may well state something else are no corroboration: how likely it is
    that enough of them do follows from their probabilities (Poisson-binomial distribution). Where
    only one remains, one that has all that the claim names is taken before a surer one.
    """
    kept = counted = _supporting(origins)
    if _likely(counted, settings) < settings.corroboration:
        few = settings.origins_to_corroborate - 1
        kept = sorted(_single(counted, settings), key=lambda o: (bool(o.lacks), -o.sureness))[:few]
    return [replace(o, uncertain=o in counted and o not in kept) for o in origins]


def _single(origins: Sequence[Origin], settings: Settings) -> list[Origin]:
    """Return the origins that may be a claim's only source; what none of them has, none reports."""
    if origins and frozenset.intersection(*(origin.lacks for origin in origins)):
        return []
    return [origin for origin in origins if origin.sureness >= settings.single_source]


def _supporting(origins: Sequence[Origin]) -> list[Origin]:
    return [o for o in origins if o.stance is Stance.SUPPORTS and o.counted]


def _likely(origins: Sequence[Origin], settings: Settings) -> float:
    """How likely it is that enough of the supporting origins state the claim.

    A claim is as well backed as that of its particulars which the fewest have.
    """
    counted = _supporting(origins)
    having = (_having(particular, counted) for particular in _lacked(counted))
    return min(_enough(backing, settings) for backing in (counted, *having))


def _wholly(origins: Sequence[Origin], settings: Settings) -> float:
    """How likely it is that enough of the supporting origins state the whole claim."""
    whole = [origin.whole for origin in _supporting(origins)]
    return _at_least(settings.origins_to_corroborate, whole)


def _enough(origins: Sequence[Origin], settings: Settings) -> float:
    """How likely it is that so many of these origins are right as corroborate a claim."""
    return _at_least(settings.origins_to_corroborate, [origin.sureness for origin in origins])


def _having(particular: str, origins: Sequence[Origin]) -> list[Origin]:
    return [origin for origin in origins if particular not in origin.lacks]


def _lacked(origins: Sequence[Origin]) -> tuple[str, ...]:
    """The particulars of the claim that one of these origins lacks, each once."""
    return tuple(sorted({particular for origin in origins for particular in origin.lacks}))


def _at_least(enough: int, chances: Sequence[float]) -> float:
    """Return how likely it is that at least so many of some independent events come true."""
    exactly = [1.0] + [0.0] * (enough - 1)
    for chance in chances:
        exactly = [
            some * (1.0 - chance) + (exactly[count - 1] * chance if count else 0.0)
            for count, some in enumerate(exactly)
        ]
    return 1.0 - sum(exactly)


def _standing(
    claim: Claim, origins: Sequence[Origin], covered: bool, settings: Settings
) -> Standing:
    if not claim.kind.checkable:
        return Standing.NOT_A_CLAIM
    supporting = sum(o.stance is Stance.SUPPORTS and o.counted for o in origins)
    refuting = sum(origin.stance is Stance.REFUTES for origin in origins)
    possible = any(o.stance is Stance.SUPPORTS for o in origins)
    if possible and refuting:
        return Standing.DISPUTED
    if refuting:
        return Standing.CONTRADICTED
    if supporting >= settings.origins_to_corroborate:
        return Standing.CORROBORATED
    if any(o.stance is Stance.SUPPORTS and not o.uncertain for o in origins):
        return Standing.SINGLE_SOURCE
    return Standing.UNMATCHED if covered else Standing.NOT_COVERED


def _independence(claim: Claim, origins: Sequence[Origin], settings: Settings) -> Independence:
    """How far the origins that corroborate a claim are known to be independent."""
    if claim.attribution is None and _one_voice(origins):
        return Independence.UNDETERMINED
    shown = sum(origin.independent for origin in origins)
    enough = shown >= settings.origins_to_corroborate
    return Independence.SHOWN if enough else Independence.ASSUMED


def _one_voice(origins: Sequence[Origin]) -> bool:
    """Whether all that the origins say rests on one speaker or document, or on nameless sources.

    Whoever reports in its own words vouches for itself. A claim that is itself `X said P` is no
    matter of this: each newsroom is a witness that it was said.
    """
    said = [o.members[0].relation.candidate.passage.attribution for o in origins]
    if any(attribution is None for attribution in said):
        return False
    told = [attribution for attribution in said if attribution]
    if all(attribution.kind is SourceKind.ANONYMOUS for attribution in told):
        return True
    return len({_surname(attribution.source) for attribution in told}) == 1


def _surname(source: str) -> str:
    """The word by which a speaker is told apart: `President Jane Doe` and `Ms Doe` are one."""
    return re.sub(r"['’]s?\Z", "", source.casefold().strip(" .,")).split(" ")[-1]


def _speakers(claim: Claim, evidence: Sequence[Relation]) -> tuple[str, ...]:
    """On whose word the claim rests: the article's own speaker first, each once.

    `Kalin` is the `presidential spokesman Ibrahim Kalin` that another passage has.
    """
    passages = [
        relation.candidate.passage for relation in evidence if relation.stance is Stance.SUPPORTS
    ]
    names = [p.attribution.source for p in (claim, *passages) if p.attribution]
    unique: list[str] = []
    for name in names:
        if not any(_same_speaker(name, known) for known in unique):
            unique.append(name)
    return tuple(unique)


def _same_speaker(one: str, other: str) -> bool:
    """Whether two ways of naming a speaker end in one name, and one of them says no more."""
    if one.casefold() == other.casefold():
        return True
    a, b = (_TITLE.sub("", name).strip(" .,").split() for name in (one, other))
    if not a or not b or not a[-1][0].isupper() or a[-1] != b[-1]:
        return False
    return set(a) <= set(b) or set(b) <= set(a)


def _notes(
    standing: Standing,
    origins: Sequence[Origin],
    evidence: Sequence[Relation],
    independence: Independence | None,
) -> tuple[str, ...]:
    notes = list(dict.fromkeys(r.note for r in evidence if r.note))
    if independence is Independence.UNDETERMINED:
        count = sum(origin.stance is Stance.SUPPORTS and origin.counted for origin in origins)
        notes.append(
            f"{count} origins, but all rest on one speaker or on nameless sources: "
            "their independence is undetermined."
        )
    elif standing is Standing.CORROBORATED and not all(o.independent for o in origins):
        notes.append("The independence of some of these origins is assumed, not shown.")
    notes += [
        f"{outlet} only repeats the checked outlet."
        for origin in origins
        if origin.own
        for outlet in origin.outlets
    ]
    notes += [
        f"{origin.name} and the checked article are copies, and which came first is not known: "
        "with another origin it would not count."
        for origin in origins
        if origin.undirected
    ]
    if unsure := [origin.name for origin in origins if origin.uncertain]:
        more = f" and {len(unsure) - _NAMED} more" if len(unsure) > _NAMED else ""
        told = ", ".join(unsure[:_NAMED])
        notes.append(f"{told}{more} may state it, but not surely enough to count.")
    return tuple(notes)


def _partly(origins: Sequence[Origin], settings: Settings) -> tuple[str, ...]:
    """Say what the claim names and none of the supporting origins has, or too few of them."""
    supporting = [o for o in origins if o.stance is Stance.SUPPORTS and not o.undirected]
    nowhere, seldom, notes = list[str](), list[str](), list[str]()
    whole = _enough(supporting, settings) >= settings.corroboration
    for particular in _lacked(supporting):
        having = _having(particular, supporting)
        if not having:
            nowhere.append(f"“{particular}”")
        elif whole and _enough(having, settings) < settings.corroboration:
            seldom.append(f"“{particular}”")
    if nowhere:
        notes.append(f"No passage has {' or '.join(nowhere)}: others may report only the rest.")
    if seldom:
        notes.append(f"Too few of these origins have {' or '.join(seldom)} to corroborate it.")
    return tuple(notes)


def _requoted(quotations: Sequence[Quotation]) -> tuple[str, ...]:
    """Say who prints a quotation otherwise; that it is cut is common, and not worth a note."""
    notes = []
    for one in quotations:
        outlet, ours, theirs = one.article.outlet, one.our_words, one.their_words
        if one.kind is Requoting.ALTERED:
            notes.append(f"Altered quote: “{ours}” here, “{theirs}” in {outlet}.")
        elif one.kind is Requoting.OTHER_SPEAKER:
            notes.append(f"Another speaker of the same words: {ours} here, {theirs} in {outlet}.")
    return tuple(dict.fromkeys(notes))

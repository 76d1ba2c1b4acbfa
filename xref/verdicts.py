"""origins -> verdicts: the table of standings, and nothing else."""

from collections.abc import Sequence

from xref.records import Claim, Origin, Relation, Stance, Standing, Verdict
from xref.settings import Settings

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
) -> Verdict:
    """Decide where a claim stands.

    | standing | when | digit |
    |---|---|---|
    | corroborated | enough independent origins support (setting), none of the own house, none refutes | 1; 2 where the independence of one that is needed is not shown |
    | single-source | fewer, but one supports, however many outlets echo it | 3 |
    | disputed | independent origins on both sides | none |
    | contradicted | at least one refutes, none supports | 5 |
    | unmatched | the corpus covers the event, and nobody else states this | 4 |
    | not-covered | the corpus has nothing on the event | 6 |
    | not-a-claim | nothing that could be checked | none |

    `reliability` is the letter A-F of the outlet's record; it never influences the digit.
    """  # noqa: E501 - a table's row is a line
    counted = [origin for origin in origins if not origin.own]
    standing = _standing(claim, counted, covered, settings)
    digit = _DIGITS.get(standing)
    if standing is Standing.CORROBORATED:
        shown = sum(origin.independent for origin in counted)
        digit = "1" if shown >= settings.origins_to_corroborate else "2"
    return Verdict(
        claim=claim,
        standing=standing,
        grade=f"{reliability}{digit}" if digit else None,
        origins=tuple(origins),
        evidence=tuple(evidence),
        speakers=_speakers(claim, evidence),
        notes=_notes(standing, origins, evidence),
    )


def _standing(
    claim: Claim, origins: Sequence[Origin], covered: bool, settings: Settings
) -> Standing:
    if not claim.kind.checkable:
        return Standing.NOT_A_CLAIM
    supporting = sum(origin.stance is Stance.SUPPORTS for origin in origins)
    refuting = sum(origin.stance is Stance.REFUTES for origin in origins)
    if supporting and refuting:
        return Standing.DISPUTED
    if refuting:
        return Standing.CONTRADICTED
    if supporting >= settings.origins_to_corroborate:
        return Standing.CORROBORATED
    if supporting:
        return Standing.SINGLE_SOURCE
    return Standing.UNMATCHED if covered else Standing.NOT_COVERED


def _speakers(claim: Claim, evidence: Sequence[Relation]) -> tuple[str, ...]:
    """On whose word the claim rests: the article's own speaker first, each once."""
    passages = [
        relation.candidate.passage for relation in evidence if relation.stance is Stance.SUPPORTS
    ]
    names = [p.attribution.source for p in (claim, *passages) if p.attribution]
    unique: dict[str, str] = {}
    for name in names:
        unique.setdefault(name.casefold(), name)
    return tuple(unique.values())


def _notes(
    standing: Standing, origins: Sequence[Origin], evidence: Sequence[Relation]
) -> tuple[str, ...]:
    notes = list(dict.fromkeys(r.note for r in evidence if r.note))
    if standing is Standing.CORROBORATED and not all(o.independent for o in origins):
        notes.append("The independence of some of these origins is assumed, not shown.")
    notes += [
        f"{outlet} only repeats the checked outlet."
        for origin in origins
        if origin.own
        for outlet in origin.outlets
    ]
    return tuple(notes)

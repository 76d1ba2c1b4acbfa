"""An article beside its outlet's other ones -> which of its claims they tell otherwise.

A passage counts only where the judge refutes by it, as between houses, where no count that moves
explains the two, and where they differ in more than a date: a house tells of many occasions in the
same words, week after week. Of 15 pairs in 87 articles of three outlets eleven differed in a date
(debates of other days, lengths of videos, stamps of embedded posts), and none of these was a
contradiction; nor was any of the other four (three with the later bars for refutation).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from xref import relations
from xref.accounts import Contradiction, Own, Told
from xref.records import Claim, Judged, Refutation, Relation, Stance, Weighed
from xref.settings import Settings


@dataclass(frozen=True, slots=True)
class OwnReports:
    """What the outlet's other articles say of an article's claims."""

    claims: Mapping[str, Own]

    def of(self, claim: Claim) -> Own:
        """Return what they say of one claim."""
        return self.claims.get(claim.id, Own(compared=False))


def own_reports(judged: Judged, settings: Settings) -> OwnReports:
    """Settle an article that was compared with its own outlet's other ones."""
    told = zip(
        judged.checkable, judged.weighed, relations.settle(judged.weighed, settings), strict=True
    )
    return OwnReports(
        {
            claim.id: Own(
                any(one.candidate.likeness >= settings.least_measured for one in weighed),
                tuple(_against(judged, weighed, settled)),
            )
            for claim, weighed, settled in told
        }
    )


def _against(
    judged: Judged, weighed: Iterable[Weighed], settled: Iterable[Relation]
) -> Iterable[Contradiction]:
    best: dict[str, Contradiction] = {}
    for found, relation in zip(weighed, settled, strict=True):
        candidate = relation.candidate
        if (
            relation.stance is Stance.REFUTES
            and relation.refutes_by not in (None, Refutation.DATE)
            and found.moved is None
            and candidate.article.fact_check is None
        ):
            told = Contradiction(
                judged.article,
                candidate.claim,
                candidate.article,
                candidate.passage,
                relation.refutes_by,
                relation.differs,
                relation.confidence,
            )
            known = best.get(candidate.article.id)
            if known is None or known.sureness < told.sureness:
                best[candidate.article.id] = told
    return best.values()


def contradictions(told: Iterable[Told]) -> tuple[Contradiction, ...]:
    """Return all pairs, each once: what two articles say of one another is one contradiction."""
    found: dict[frozenset[str], Contradiction] = {}
    for one in told:
        for pair in one.own.against if one.own else ():
            found.setdefault(frozenset((pair.claim.id, pair.passage.id)), pair)
    return tuple(found.values())

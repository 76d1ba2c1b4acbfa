"""Judged claims -> those with a quotation that another house prints, too."""

from collections.abc import Sequence

from xref.records import Article, Candidate, Claim, Judged
from xref.relations.quotations import changed, quoted


def reprinted(judged: Judged) -> frozenset[str]:
    """Return the ids of the claims of which a quotation stands in a passage of another house.

    In these words or in others: `Verdict.quotations` says where the words differ.
    """
    told = zip(judged.checkable, judged.weighed, strict=True)
    return frozenset(
        claim.id
        for claim, weighed in told
        if _elsewhere(claim, judged.article, [one.candidate for one in weighed])
    )


def _elsewhere(claim: Claim, article: Article, candidates: Sequence[Candidate]) -> bool:
    ours = quoted(claim, article.text)
    return bool(ours) and any(
        changed(one, other) is not None
        for candidate in candidates
        for other in quoted(candidate.passage, candidate.article.text)
        for one in ours
    )

"""What the stages hand on, frozen, in pipeline order; a later record holds the earlier one.

`Outlet, Article -> Attribution, Claim -> Candidate -> Weighed, Judged -> Relation -> Member,
Origin -> Verdict -> SignOff, Finding -> Report`

A verdict can so be walked back to the characters it rests on. All offsets count code points of
`Article.text`, end exclusive. Dates are kept as the page gave them: `2018`, `2018-11`,
`2018-11-20` or a full date-time.
"""

from xref.records.articles import (
    Article,
    Completeness,
    DateCandidate,
    FactCheck,
    Outlet,
    OutletKind,
)
from xref.records.claims import (
    Attribution,
    Claim,
    ClaimKind,
    Manner,
    Reference,
    SourceKind,
)
from xref.records.origins import Folding, Member, Origin
from xref.records.relations import (
    Candidate,
    Judged,
    Judgement,
    Made,
    Part,
    Refutation,
    Relation,
    Stance,
    Weighed,
)
from xref.records.reports import Finding, MadeWith, NotJudged, Report, Severity, SignOff
from xref.records.verdicts import Independence, Quotation, Requoting, Standing, Verdict

__all__ = [
    "Article",
    "Attribution",
    "Candidate",
    "Claim",
    "ClaimKind",
    "Completeness",
    "DateCandidate",
    "FactCheck",
    "Finding",
    "Folding",
    "Independence",
    "Judged",
    "Judgement",
    "Made",
    "MadeWith",
    "Manner",
    "Member",
    "NotJudged",
    "Origin",
    "Outlet",
    "OutletKind",
    "Part",
    "Quotation",
    "Reference",
    "Refutation",
    "Relation",
    "Report",
    "Requoting",
    "Severity",
    "SignOff",
    "SourceKind",
    "Stance",
    "Standing",
    "Verdict",
    "Weighed",
]

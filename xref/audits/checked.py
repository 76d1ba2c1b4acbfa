"""One article of the outlet, decided twice: what everything else is counted from."""

from dataclasses import dataclass

from xref.audits.contradicting import OwnReports
from xref.corpus.history import History
from xref.records import Report


@dataclass(frozen=True, slots=True)
class Checked:
    """One article of the outlet, decided twice."""

    history: History
    then: Report
    now: Report
    nearby: frozenset[str]
    """Ids of the articles on its events."""
    reprinted: frozenset[str] = frozenset()
    """Ids of the claims with a quotation that another house prints, too."""
    own: OwnReports | None = None
    """What its outlet's other articles say of it; None where that was not asked for."""
    kept: bool = False
    """It was judged before the corpus changed, out of its reach."""

"""An outlet over time: what came of each of its claims, and who had them first.

Every claim was decided twice: as of its article's time (with what had been published by then) and
as of now. These modules only count what came of that; `auditing.audit` has it decided.
"""

from xref.audits.checked import Checked
from xref.audits.contradicting import OwnReports, contradictions, own_reports
from xref.audits.copies import echoes
from xref.audits.counting import (
    PERIODS,
    Gathered,
    checked_by,
    counted,
    period,
    periods,
    record_of,
)
from xref.audits.crediting import reliances, rested
from xref.audits.quoting import reprinted
from xref.audits.telling import told
from xref.audits.trends import trend
from xref.audits.versions import changes

__all__ = [
    "PERIODS",
    "Checked",
    "Gathered",
    "OwnReports",
    "changes",
    "checked_by",
    "contradictions",
    "counted",
    "echoes",
    "own_reports",
    "period",
    "periods",
    "record_of",
    "reliances",
    "reprinted",
    "rested",
    "told",
    "trend",
]

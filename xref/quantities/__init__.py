"""text -> quantities and moments, and what two texts' values do to one another.

`quantities` and `moments` read one sentence; `compare` sets two values side by side;
`agree_share` and `disagree` do so for two sentences. Numbers in names (`S-400`, `MH17`) count
nothing. A missing counterpart is not a conflict, and a toll that rose from an older text to a
newer one, or moved within one day, is an update.
"""

from xref.quantities.comparing import Comparison, compare
from xref.quantities.days import date_range
from xref.quantities.matching import Difference, ValueMatch, agree_share, disagree
from xref.quantities.reading import moments, quantities
from xref.quantities.values import Bound, Moment, Quantity

__all__ = [
    "Bound",
    "Comparison",
    "Difference",
    "Moment",
    "Quantity",
    "ValueMatch",
    "agree_share",
    "compare",
    "date_range",
    "disagree",
    "moments",
    "quantities",
]

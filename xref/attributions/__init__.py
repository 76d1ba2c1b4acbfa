"""Who says it, and whom the text credits.

`attribute` finds source, cue and content of one sentence; `credits` finds the outlets to which a
whole text gives credit. Both are rules over words: fast, the same every time, and blind to irony.
`tagged` marks a paragraph's words by a model that learnt from labelled articles.
"""

from xref.attributions.credits import Credit, CreditForm, credits
from xref.attributions.datelines import leading_credit, trailing_credit
from xref.attributions.marks import Marked, marked
from xref.attributions.sources import Names
from xref.attributions.speakers import Speaker, refers
from xref.attributions.speech import attribute, hear
from xref.attributions.tagging import Tagged, tagged
from xref.records import Attribution

__all__ = [
    "Attribution",
    "Credit",
    "CreditForm",
    "Marked",
    "Names",
    "Speaker",
    "Tagged",
    "attribute",
    "credits",
    "hear",
    "leading_credit",
    "marked",
    "refers",
    "tagged",
    "trailing_credit",
]

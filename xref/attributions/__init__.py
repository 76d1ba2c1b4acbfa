"""Who says it, and whom the text credits.

`attribute` finds source, cue and content of one sentence, `chain` all through whom it came;
`credits` finds the outlets to which a whole text gives credit. They are rules over words: fast, the
same every time, and blind to irony.
`tagged` marks a paragraph's words by a model that learnt from labelled articles.
"""

from xref.attributions.chains import chain
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
    "chain",
    "credits",
    "hear",
    "leading_credit",
    "marked",
    "refers",
    "tagged",
    "trailing_credit",
]

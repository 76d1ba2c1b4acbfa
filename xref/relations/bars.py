"""Why a passage cannot support a claim, however alike they are.

Likeness cannot see these, and no other part may outweigh them.
"""

from xref.quantities import ValueMatch
from xref.relations.figures import lacking, other_ordinal, other_year
from xref.relations.occasions import Occasion
from xref.relations.particulars import unnamed
from xref.relations.polarity import opposed
from xref.relations.sides import Side
from xref.relations.speaking import other_speaker, other_words, unadmitted, unspoken


def bars(
    claim: Side, passage: Side, values: ValueMatch, occasion: Occasion = Occasion.OPEN
) -> tuple[str, ...]:
    """Return why the passage cannot support the claim; empty where it may."""
    holding = {
        "a count that moves": bool(values.updated),
        "without the statement's figure": lacking(values),
        "of another ordinal": other_ordinal(claim.text, passage.text),
        "of another year": other_year(claim.text, passage.text, passage.published),
        "negated in one of the two": opposed(claim.text, passage.text),
        "of another occasion": occasion is Occasion.OTHER,
        "somebody else says it": other_speaker(claim, passage),
        "its speaker is nowhere near": unspoken(claim, passage),
        "with other words than the quotation's": other_words(claim, passage),
        "nobody admits it there": unadmitted(claim, passage),
        "without a name of the statement": unnamed(claim, passage),
    }
    return tuple(bar for bar, holds in holding.items() if holds)

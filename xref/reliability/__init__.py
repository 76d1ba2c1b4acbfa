"""An outlet's record: how much of what it said, and could be judged, stood.

`fusion` weighs sources who say different things of the same items, `copying` finds who copies
whom, `likeness` says how far one value also states another. `records` turns what came of an
outlet's claims into a share, its interval and a letter. Ratings that others gave (`priors`) stay
beside the record and never enter it.
"""

from xref.reliability.fusion import Fused, Vote, accu, crh, majority, nested, truthfinder
from xref.reliability.priors import read_priors
from xref.reliability.records import held_out, letter, record, share

__all__ = [
    "Fused",
    "Vote",
    "accu",
    "crh",
    "held_out",
    "letter",
    "majority",
    "nested",
    "read_priors",
    "record",
    "share",
    "truthfinder",
]

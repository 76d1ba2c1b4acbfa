"""What came of an outlet's claims -> the share that stood, its interval, and a letter."""

import math
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from xref.accounts import Record, Share
from xref.settings import RECORD

Sides = tuple[Sequence[str], Sequence[str]]
"""The origins that support a claim, and those that refute it."""


@lru_cache(maxsize=4096)
def share(count: int, of: int) -> Share:
    """Return a share with its interval: 0 to 1 where there is nothing."""
    if not of:
        return Share(0, 0, 0.0, 1.0)
    from scipy.stats import binomtest

    told = binomtest(count, of).proportion_ci(method="wilson")
    return Share(count, of, float(told.low), float(told.high))


def letter(told: Share, articles: int) -> str:
    """Return the letter for the lower end of a share's interval over claims of so many articles."""
    if told.of < RECORD.least_claims or articles < RECORD.least_articles:
        return "F"
    return next((name for name, least in RECORD.letters if told.low >= least), "E")


def record(held: Iterable[tuple[str, float | None]]) -> Record:
    """Return the record of an outlet: for each claim its article and how probably it stands.

    What nobody else speaks of (None) is no part of it: silence is not denial.
    """
    judged = [(article, chance) for article, chance in held if chance is not None]
    told = share(sum(chance >= 0.5 for _, chance in judged), len(judged))
    articles = len({article for article, _ in judged})
    return Record(told, articles, letter(told, articles))


def held_out(claims: Mapping[str, Sides]) -> dict[str, float]:
    """Return for each claim that anybody speaks of the probability that it stands.

    Each origin counts by its accuracy, which is learnt from all other claims: the one that is
    judged is held out of the records that judge it. The outlet whose claims these are has no vote.
    An outlet that only echoes is no origin, so copies never vote.
    """
    spoken = {claim: sides for claim, sides in claims.items() if sides[0] or sides[1]}
    right: dict[str, float] = {}
    votes: dict[str, int] = {}
    for supporting, refuting in spoken.values():
        for origin in (*supporting, *refuting):
            votes[origin] = votes.get(origin, 0) + 1
    chances = dict.fromkeys(spoken, 0.5)
    for _ in range(RECORD.rounds):
        chances = {claim: _chance(sides, right, votes, chances[claim])
                   for claim, sides in spoken.items()}  # fmt: skip
        right = dict.fromkeys(votes, 0.0)
        for claim, (supporting, refuting) in spoken.items():
            for origin in supporting:
                right[origin] += chances[claim]
            for origin in refuting:
                right[origin] += 1.0 - chances[claim]
    return {claim: _chance(sides, right, votes, chances[claim]) for claim, sides in spoken.items()}


def _chance(
    sides: Sides, right: Mapping[str, float], votes: Mapping[str, int], before: float
) -> float:
    def odds(origin: str, agreed: float) -> float:
        known = votes[origin] - 1 if right else 0
        others = right[origin] - agreed if right else 0.0
        accuracy = (others + RECORD.start * RECORD.start_votes) / (known + RECORD.start_votes)
        kept = min(max(accuracy, RECORD.accuracies[0]), RECORD.accuracies[1])
        return math.log(kept / (1.0 - kept))

    supporting, refuting = sides
    whole = sum(odds(origin, before) for origin in supporting)
    whole -= sum(odds(origin, 1.0 - before) for origin in refuting)
    return 1.0 / (1.0 + math.exp(-whole))

"""One round of the newsroom's sources: listings -> addresses -> answers -> articles in the corpus.

First all is fetched that is due, and each answer is stored as it comes, with what was read from
it. Then all answers are settled in a fixed order, when it is known what many pages share. So the
corpus does not depend on who answered first, and a round that was killed is taken up where it was.
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from xref.corpus.store import Corpus
from xref.fetching.manners import Crew
from xref.pipeline import Tools
from xref.rounds.gathering import gather
from xref.rounds.settling import settle
from xref.rounds.standing import stand_in
from xref.rounds.work import Step, Tallies, Tally, Work

__all__ = ["Tallies", "Tally", "go_round"]


def go_round(
    corpus: Corpus,
    tools: Tools,
    crew: Crew,
    *,
    recheck: timedelta | None = None,
    clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    step: Step = lambda _: None,
) -> Tallies:
    """Poll all sources of the corpus and of the registry, and bring in what they list.

    Args:
        corpus: where it goes.
        tools: what makes claims and vectors of articles, and knows the outlets.
        crew: who asks.
        recheck: how long after its first reading an article is asked for again.
        clock: tells the time.
        step: is told of each thing done.
    """
    work = Work(corpus, tools, crew, clock, step)
    at = clock()
    if recheck is not None:
        corpus.ledger.recheck(at - recheck, at)
    for outlet in tools.outlets.outlets:
        for feed in outlet.feeds:
            corpus.ledger.add_source(feed, outlet.name)
    gather(work)
    settle(work)
    stand_in(work)
    return work.tallies

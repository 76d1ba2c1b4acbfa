"""One round of the newsroom's sources: listings -> addresses -> answers -> articles in the corpus.

First all is fetched that is due, and each answer is stored as it comes, with what was read from
it. Then all answers are settled in a fixed order, when it is known what many pages share. So the
corpus does not depend on who answered first, and a round that was killed is taken up where it was.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from xref.corpus.store import Corpus
from xref.errors import CorpusUnwritable
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

    Raises:
        CorpusUnwritable: another round is under way in this corpus, and would ask for the same.
    """
    work = Work(corpus, tools, crew, clock, step)
    with _the_only_one(corpus.path):
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


@contextmanager
def _the_only_one(path: Path) -> Iterator[None]:
    """Hold the right to fetch for a corpus; who is killed loses it."""
    from filelock import FileLock, Timeout

    lock = FileLock(f"{path}-fetching.lock", timeout=0)
    try:
        lock.acquire()
    except Timeout:
        raise CorpusUnwritable(
            f"Another `xref fetch` is at work on {path}; wait until it is done, or stop it."
        ) from None
    except OSError as error:
        raise CorpusUnwritable(
            f"Nothing can be written beside {path} ({error.strerror}); name another with --corpus."
        ) from error
    try:
        yield
    finally:
        lock.release()

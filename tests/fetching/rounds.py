"""One round over a made-up newsroom, with an encoder that takes no time."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from benchmarks.crawling import Still
from xref import rounds
from xref.corpus.outlets import Registry
from xref.corpus.store import Corpus
from xref.fetching.manners import Crew
from xref.judges import judge
from xref.pipeline import Tools
from xref.settings import DEFAULT, MANNERS

QUICK = replace(MANNERS, delay=0.005, backoff=0.01, longest_wait=2)


def tools() -> Tools:
    return Tools(Still(), judge("parts"), Registry([]), DEFAULT)


def go(corpus: Corpus, *, days: float | None = None) -> rounds.Tallies:
    recheck = timedelta(days=days) if days else None
    crew = Crew(manners=QUICK, allow_private=True)
    return rounds.go_round(corpus, tools(), crew, recheck=recheck)


def alone(path: Path, sources: list[str]) -> None:
    """Make a round as a process of its own does."""
    with Corpus.open(path, create=True) as opened:
        for source in sources:
            opened.ledger.add_source(source)
        go(opened)

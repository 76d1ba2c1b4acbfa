"""What a round has in hand: the corpus, who asks, and what each source brought."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from xref.articles import metadata
from xref.articles.fetched import Listed
from xref.corpus.asking import Address, Source
from xref.corpus.outlets import Registry
from xref.corpus.store import Corpus
from xref.fetching.manners import Crew
from xref.pipeline import Tools
from xref.records import NotJudged


@dataclass(slots=True)
class Tally:
    """What one source brought in one round."""

    source: str
    kind: str = "-"
    listed: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    """new, changed, same, unchanged, alias, teaser, from feed and later."""
    unread: list[NotJudged] = field(default_factory=list)
    reason: str | None = None
    """Why the source itself could not be read."""


BATCH = 32
"""Articles that come into the corpus together; no more of them are held at a time."""
Tallies = dict[str, Tally]
Step = Callable[[str], None]
"""Told at each thing done: `fetched` or `settled`."""


@dataclass(slots=True)
class Work:
    """A round under way."""

    corpus: Corpus
    tools: Tools
    crew: Crew
    clock: Callable[[], datetime]
    step: Step
    tallies: Tallies = field(default_factory=dict)
    polled: dict[str, tuple[Source, int]] = field(default_factory=dict)
    """Each source that is polled in this round, and how deep it was named."""
    asked: dict[str, Address] = field(default_factory=dict)

    def tally(self, source: str) -> Tally:
        """Return the tally of a source."""
        return self.tallies.setdefault(source, Tally(source))


def key_of(url: str) -> str:
    """Return the key of an address in the ledger: that of its article."""
    return metadata.id_from(metadata.canonical_address(url))


def same_house(outlets: Registry, one: str, other: str) -> bool:
    """Whether two addresses are of one site, or of one outlet that the registry knows."""
    here, there = metadata.domain_of(one), metadata.domain_of(other)
    known = outlets.at(here)
    return here == there or (known is not None and known == outlets.at(there))


def listed(work: Work, address: Address, url: str) -> Listed:
    """Give what was said of a page beforehand; the registry knows best whose it is."""
    known = work.tools.outlets.at(metadata.domain_of(url))
    return Listed(address.title, address.published, known.name if known else address.outlet)

"""What an audit hands on, frozen: an outlet's claims as they stood and as they stand, and counts.

Every rate says out of how many, and of what. An account describes a record in one corpus; it is no
judgement of people, and no rating of a whole site.
"""

from dataclasses import dataclass

from xref.records import Article, Claim, MadeWith, Standing


@dataclass(frozen=True, slots=True)
class Share:
    """A count out of a total, with Wilson's 95 per cent interval."""

    count: int
    of: int
    low: float
    high: float

    @property
    def value(self) -> float | None:
        """The share; None where there is nothing to share."""
        return self.count / self.of if self.of else None


@dataclass(frozen=True, slots=True)
class Record:
    """How much of what an outlet said, and others' reporting could judge, stood."""

    stood: Share
    articles: int
    """In which these claims stand: claims of one article stand and fall together."""
    letter: str
    """Admiralty's A to E by the lower end of the interval; F where too few could be judged."""


@dataclass(frozen=True, slots=True)
class Prior:
    """What somebody else says of a whole site; shown beside a record, never part of it."""

    domain: str
    rating: float
    """On that list's own scale."""
    source: str
    date: str


@dataclass(frozen=True, slots=True)
class Told:
    """One claim of the outlet: where it stood when it was published, and where it stands now."""

    article: Article
    claim: Claim
    then: Standing
    now: Standing
    supporting: tuple[str, ...]
    """The independent origins that say it, too."""
    refuting: tuple[str, ...]
    first: str | None
    """`first`, `same day` or `later` than those; None where nobody supports it or has a date."""
    against_credited: bool = False
    """The very outlet that it credits reports otherwise."""
    held: float | None = None
    """Probability that it stands, by the other origins' records; None where nobody speaks of it."""


@dataclass(frozen=True, slots=True)
class Echo:
    """An article of the outlet whose text another outlet had before."""

    article: Article
    outlet: str
    """Whose text it is."""
    url: str | None
    credited: bool
    """Whether the outlet is named in the text."""
    days: int
    """How much later it was printed."""
    share: float
    """Of the shorter text."""


@dataclass(frozen=True, slots=True)
class Change:
    """A later version of an article that the corpus saw."""

    article: Article
    number: int
    seen_at: str
    days: float
    """Since the version before was seen: an upper bound on how long that one stood."""
    announced: bool
    """Whether the new text says that it was corrected or updated; else the edit was silent."""


@dataclass(frozen=True, slots=True)
class Rate:
    """A named share, with what it is out of."""

    name: str
    share: Share
    of_what: str


@dataclass(frozen=True, slots=True)
class Period:
    """All counts of one stretch of time."""

    name: str
    articles: int
    claims: int
    standings: dict[Standing, int]
    """As of now; noughts included."""
    record: Record
    rates: tuple[Rate, ...]


@dataclass(frozen=True, slots=True)
class Trend:
    """Whether the record moved, by Kendall's tau of articles' shares over time."""

    tau: float | None
    p: float | None
    articles: int
    """Articles with a judged claim."""
    borne: bool
    """Whether the data bear a statement at all."""


@dataclass(frozen=True, slots=True)
class Compared:
    """Another outlet's record on the same events."""

    outlet: str
    articles: int
    record: Record
    now: Rate
    """How many of its covered claims are corroborated."""


@dataclass(frozen=True, slots=True)
class Audit:
    """An outlet's claims over a period, each cross-referenced as of its time and as of now."""

    outlet: str
    domains: tuple[str, ...]
    since: str | None
    until: str | None
    by: str
    held: int
    """Articles of the outlet that the corpus holds in that time."""
    whole: Period
    periods: tuple[Period, ...]
    trend: Trend
    told: tuple[Told, ...]
    echoes: tuple[Echo, ...]
    changes: tuple[Change, ...]
    compared: tuple[Compared, ...]
    priors: tuple[Prior, ...]
    grace_days: int
    corpus_articles: int
    corpus_outlets: int
    made_with: MadeWith
    notes: tuple[str, ...] = ()

"""What an audit hands on, frozen: an outlet's claims as they stood and as they stand, and counts.

Every rate says out of how many, and of what. An account describes a record in one corpus; it is no
judgement of people, and no rating of a whole site.
"""

from dataclasses import dataclass

from xref.records import (
    Article,
    Claim,
    MadeWith,
    Quotation,
    Refutation,
    Requoting,
    Stance,
    Standing,
)


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
class Contradiction:
    """A claim of one article that another article of the same outlet tells otherwise."""

    article: Article
    claim: Claim
    other: Article
    passage: Claim
    by: Refutation
    """In what the two differ."""
    differs: tuple[str, str] | None
    """The words of both in which they do."""
    sureness: float
    """The probability that the passage refutes the claim."""


@dataclass(frozen=True, slots=True)
class Own:
    """What the outlet's other articles say of one claim."""

    compared: bool
    """Whether any of them has a passage near enough to be compared."""
    against: tuple[Contradiction, ...] = ()
    """One for each article, of its surest passage."""


@dataclass(frozen=True, slots=True)
class Said:
    """A passage of another house that supports or refutes a claim."""

    stance: Stance
    article: Article
    text: str


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
    credits: tuple[str, ...] = ()
    """The other houses that its own sentence credits."""
    against_credited: bool = False
    """The very outlet that it credits reports otherwise."""
    held: float | None = None
    """Probability that it stands, by the other origins' records; None where nobody speaks of it."""
    reprinted: bool = False
    """Another house prints one of its quotations, too, in the same words or in others."""
    quotations: tuple[Quotation, ...] = ()
    """Where other houses print them with other words, or cut. Nobody knows who changed them."""
    own: Own | None = None
    """What the outlet's other articles say of it; None where that was not asked for."""
    passages: tuple[Said, ...] = ()
    """What others say of it, the surest first: a few of each side."""

    @property
    def altered(self) -> tuple[Quotation, ...]:
        """Its quotations that another house prints with other words, not only cut."""
        return tuple(one for one in self.quotations if one.kind is Requoting.ALTERED)


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
class Reliance:
    """An article of the outlet that gives credit to another house."""

    article: Article
    outlet: str
    """Whom it credits, as the registry writes it."""
    forms: tuple[str, ...]
    """How: `dateline`, `byline`, `footer` or `hyperlink`; `cites` or `exclusive` in a sentence."""
    whole: bool
    """The credit speaks for the whole text, not for a sentence."""
    because: str
    """The words that give it."""
    statements: tuple[str, ...]
    """Ids of the claims whose sentence gives it."""
    url: str | None
    """Of the credited house's last article on the event that is not later, if the corpus has it."""
    days: int | None
    """How much later than that one it was published; None where there is none with a date."""


@dataclass(frozen=True, slots=True)
class Rested:
    """Another house on whose reporting the outlet rests, by credit or by its text."""

    outlet: str
    articles: int
    """That credit it, or copy it, or both."""
    credited: int
    """Articles that give it credit."""
    whole: int
    """Of these: for the whole text."""
    statements: int
    """Statements whose own sentence gives it credit."""
    copied_with_credit: int
    copied_without: int
    found: int
    """Credits of which the corpus has an article of that house on the event, not later."""
    days: float | None
    """Median of how much later than that one the articles were published."""


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
    reliances: tuple[Reliance, ...] = ()
    rested: tuple[Rested, ...] = ()
    """Most articles first."""
    contradictions: tuple[Contradiction, ...] | None = None
    """Between the outlet's own articles, each pair once; None where that was not asked for."""

    @property
    def compared_own(self) -> int:
        """How many statements another article of the outlet has a passage near to."""
        return sum(one.own is not None and one.own.compared for one in self.told)

"""Who publishes, and what."""

from dataclasses import dataclass
from enum import StrEnum


class OutletKind(StrEnum):
    """What sort of publisher an outlet is."""

    AGENCY = "agency"
    BROADCASTER = "broadcaster"
    PAPER = "paper"
    MAGAZINE = "magazine"
    SITE = "site"
    AGGREGATOR = "aggregator"
    GOVERNMENT = "government"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who publishes. An outlet that the registry does not know has a name and a domain only."""

    name: str
    domains: tuple[str, ...] = ()
    owner: str | None = None
    """The house it belongs to; None where we do not know."""
    country: str | None = None
    """ISO 3166 alpha-2."""
    kind: OutletKind = OutletKind.UNKNOWN
    aliases: tuple[str, ...] = ()
    """Names by which other outlets credit it, in any script."""
    ties: tuple[str, ...] = ()
    """Ties that are shown but never fold, such as `friendly to the Russian government`."""
    feeds: tuple[str, ...] = ()
    """Feeds and sitemaps that `xref fetch` polls."""

    @property
    def house(self) -> str:
        """The name under which outlets of one owner are one."""
        return self.owner or self.name


@dataclass(frozen=True, slots=True)
class FactCheck:
    """What a publisher of fact-checks says of a claim, in its own words (schema.org ClaimReview).

    Its article is the review: the outlet is who reviewed, the text is the claim that was reviewed.
    It is a judgement on a claim and no report of it, so it never is an origin.
    """

    rating: str
    """Verbatim, such as `Mostly false`; every publisher has a scale of its own."""
    claimant: str | None = None
    """Who is said to have claimed it."""
    claimed: str | None = None
    """When; ISO, possibly partial."""


@dataclass(frozen=True, slots=True)
class Article:
    """One published text of one outlet, identified by where it comes from."""

    id: str
    url: str | None
    outlet: str
    domain: str | None
    title: str
    published: str | None
    """ISO date or date-time, possibly partial (`2018`, `2018-11`); None where unknown."""
    text: str
    authors: tuple[str, ...] = ()
    language: str | None = None
    """ISO 639-1, where the source or the page said so."""
    partial: str | None = None
    """Why the text is not the whole article; None where nothing speaks against it."""
    doubt: str | None = None
    """Why its date is doubtful."""
    fact_check: FactCheck | None = None
    """Where this is a review of a claim, and no article."""


class Completeness(StrEnum):
    """How much of an article's body its page gave."""

    FULL = "full"
    TEASER = "teaser"
    EMPTY = "empty"
    BLOCKED = "blocked"

    @property
    def readable(self) -> bool:
        """Whether there is text of the article in it at all."""
        return self in (Completeness.FULL, Completeness.TEASER)


@dataclass(frozen=True, slots=True)
class DateCandidate:
    """One date that something says an article was published, and what says so."""

    date: str
    """As it was written there; ISO, possibly partial."""
    origin: str
    """`json-ld`, `meta`, `time`, `listing`, `page` (elsewhere in its markup) or `address`."""

"""What the stages hand on, frozen, in pipeline order; a later record holds the earlier one.

`Outlet, Article -> Attribution, Claim -> Candidate -> Weighed, Judged -> Relation -> Member,
Origin -> Verdict -> SignOff, Finding -> Report`

A verdict can so be walked back to the characters it rests on. All offsets count code points of
`Article.text`, end exclusive. Dates are kept as the page gave them: `2018`, `2018-11`,
`2018-11-20` or a full date-time.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
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
    """`json-ld`, `meta`, `time`, `listing` or `address`."""


class SourceKind(StrEnum):
    """Who vouches for an attributed statement."""

    NAMED = "named"
    ROLE = "role"
    ANONYMOUS = "anonymous"
    DOCUMENT = "document"
    OUTLET = "outlet"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Source, cue and content of `X said P` (PolNeAR's terms)."""

    source: str
    """The source in the words of the text, or the name a pronoun was traced to."""
    kind: SourceKind
    cue: str
    """The word that attributes, such as `said`."""
    content: tuple[int, int]
    """Offsets of P in the article's text."""
    direct: bool = False
    """P stands between quotation marks."""
    credited: str | None = None
    """The outlet to which the text credits the statement (`told Reuters`), as written."""


class ClaimKind(StrEnum):
    """What a span is; all but the first three are no claims."""

    STATEMENT = "statement"
    QUOTATION = "quotation"
    HEADLINE = "headline"
    OPINION = "opinion"
    QUESTION = "question"
    BOILERPLATE = "boilerplate"
    CAPTION = "caption"
    CROSS_LINK = "cross-link"
    FRAGMENT = "fragment"

    @property
    def checkable(self) -> bool:
        """Whether spans of this kind state something that others could report too."""
        return self in (ClaimKind.STATEMENT, ClaimKind.QUOTATION, ClaimKind.HEADLINE)


@dataclass(frozen=True, slots=True)
class Claim:
    """A span of an article that states one thing (or, by its kind, nothing to check)."""

    id: str
    article_id: str
    start: int
    end: int
    text: str
    """`article.text[start:end]`, verbatim."""
    kind: ClaimKind
    reading: str
    """The text with what could be resolved put in (a pronoun's name); equal to `text` where
    nothing could. Encoders and judges read this; people are shown `text`."""
    attribution: Attribution | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A claim and a passage of another house that may speak of the same thing."""

    claim: Claim
    passage: Claim
    """The other claim."""
    article: Article
    """The article that holds the passage."""
    likeness: float
    """Cosine of the two readings' vectors, -1 to 1."""
    shared_words: float
    """BM25 of the passage for the claim's words, higher is better; 0 where words found nothing."""
    number: int | None = None
    """Row of the passage in the corpus it was found in."""


class Stance(StrEnum):
    """What a passage does to a claim."""

    SUPPORTS = "supports"
    REFUTES = "refutes"
    NEUTRAL = "neutral"


class Refutation(StrEnum):
    """In what a refuting passage differs."""

    NUMBER = "number"
    DATE = "date"
    PLACE = "place"
    ACTOR = "actor"
    NEGATION = "negation"
    MODALITY = "modality"
    ATTRIBUTION = "attribution"


@dataclass(frozen=True, slots=True)
class Part:
    """One named part of a judgement: what was measured, and what it added to the log-odds."""

    name: str
    value: float
    weight: float


@dataclass(frozen=True, slots=True)
class Judgement:
    """A judge's answer on one pair: three probabilities that sum to one, and their parts."""

    supports: float
    refutes: float
    parts: tuple[Part, ...] = ()
    refutes_by: Refutation | None = None
    if_equal: float | None = None
    """The probability that the passage would support the claim if it did not differ in the one
    thing in which it is seen to; None where it is seen to differ in nothing."""

    @property
    def odds(self) -> float:
        """The log-odds that the parts add up to."""
        return sum(part.weight for part in self.parts)

    @property
    def neutral(self) -> float:
        """The probability that the passage does neither."""
        return 1.0 - self.supports - self.refutes


@dataclass(frozen=True, slots=True)
class Weighed:
    """A candidate with all that makes its stance, before any threshold: what a corpus remembers."""

    candidate: Candidate
    judgement: Judgement
    bar: str | None = None
    """Why the passage cannot support the claim however alike they are."""
    differs_by: Refutation | None = None
    """In what it would refute; None where nothing is seen to differ."""
    differs: tuple[str, str] | None = None
    """The words of both in which it does."""
    elsewhere: str | None = None
    """`event` or `occasion`, where the passage tells of another one."""
    said_by: str | None = None
    """The passage's speaker, where it lets another say the same."""
    moved: str | None = None
    """How a count moved between the two."""


@dataclass(frozen=True, slots=True)
class Made:
    """What a judgement rests on; where any of it has changed, the judgement is stale."""

    xref: str
    encoder: str
    judge: str
    corpus_sha256: str
    outlets_sha256: str
    """Of the registry."""
    judging_sha256: str
    """Of those settings that decide what is compared, not what follows from it."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One article, read and compared, and nothing decided: verdicts follow without a model."""

    article: Article
    stated: tuple[Claim, ...]
    """All spans of the text, claims or not."""
    weighed: tuple[tuple[Weighed, ...], ...]
    """For each checkable claim its candidates, nearest first."""
    covered: tuple[bool, ...]
    """For each of them, whether the corpus has its event."""
    window: tuple[str, str] | None
    compared: tuple[int, int]
    """How many articles of how many outlets were in the window and of other houses."""
    undated: int
    """Articles left out because their date is not known."""
    made: Made

    @property
    def checkable(self) -> tuple[Claim, ...]:
        """The claims, in the order of `weighed`."""
        return tuple(claim for claim in self.stated if claim.kind.checkable)


@dataclass(frozen=True, slots=True)
class Relation:
    """A judged candidate."""

    candidate: Candidate
    stance: Stance
    confidence: float
    """The calibrated probability of `stance`."""
    judgement: Judgement
    """The raw answer, kept so that verdicts can be decided again under other settings."""
    refutes_by: Refutation | None = None
    note: str | None = None
    """What a reader should know, such as `later update: 31 then, 78 a day later`."""
    differs: tuple[str, str] | None = None
    """The claim's words and the passage's in which a refuting passage differs."""


class Folding(StrEnum):
    """Why an outlet does not count apart from its origin."""

    SAME_OUTLET = "same-outlet"
    SAME_OWNER = "same-owner"
    AGENCY_CREDIT = "agency-credit"
    CITES = "cites"
    NEAR_COPY = "near-copy"
    PRESS_RELEASE = "press-release"
    CIRCULAR = "circular"


@dataclass(frozen=True, slots=True)
class Member:
    """One article inside an origin, with the reason why it was folded in."""

    article: Article
    relation: Relation
    folded: Folding | None
    """None for the member that stands for the origin."""
    because: str
    """The words that show it (a credit line, a copied run), or the owner's name."""
    strength: float = 1.0
    """How sure the folding is, 0 to 1; 1 for credits and owners, the overlap for copies."""
    of: str | None = None
    """The outlet that it has it from: one edge a member, never a chain of likenesses."""
    inferred: bool = False
    """The edge was found by comparing texts; nobody gives credit."""
    directed: bool = True
    """Whether it is known who had it first: a credit, or dates that do not overlap."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Evidence that goes back to one act of reporting, however many outlets print it."""

    name: str
    """The outlet or agency it goes back to, as the registry writes it."""
    stance: Stance
    members: tuple[Member, ...]
    """The first stands for the origin; by date, then address."""
    independent: bool
    """Whether its independence is shown (own reporting or a credited agency), not only assumed."""
    own: bool = False
    """It goes back to the checked article's own house: shown, never counted."""

    @property
    def outlets(self) -> tuple[str, ...]:
        """The outlets that print it, each once, in the order of the members."""
        return tuple(dict.fromkeys(member.article.outlet for member in self.members))

    @property
    def weakest(self) -> Member | None:
        """The member whose folding is least sure; None where nobody was folded in."""
        folded = [member for member in self.members if member.folded]
        return min(folded, key=lambda member: member.strength, default=None)


class Independence(StrEnum):
    """What is known of the independence of the origins that corroborate a claim."""

    SHOWN = "shown"
    ASSUMED = "assumed"
    """No credit, copy or owner joins them; that some report for themselves is not shown."""
    UNDETERMINED = "undetermined"
    """They were written apart, and all rest on one speaker, one document or nameless sources."""


class Requoting(StrEnum):
    """How another outlet prints the same quotation."""

    ALTERED = "altered-quote"
    """With other words between the same ones."""
    SHORTENED = "shortened"
    """The same words, but fewer."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation of a claim that another outlet prints otherwise; it decides nothing."""

    kind: Requoting
    article: Article
    """The other outlet's."""
    ours: tuple[int, int]
    """Offsets in the checked article's text, marks included."""
    theirs: tuple[int, int]
    """Offsets in the other article's text."""
    our_words: str
    """What only the checked article has; a dash for nothing, empty where it is only cut."""
    their_words: str


class Standing(StrEnum):
    """Where a claim stands among other outlets' reporting; `verdicts.decide` says when."""

    CORROBORATED = "corroborated"
    SINGLE_SOURCE = "single-source"
    DISPUTED = "disputed"
    CONTRADICTED = "contradicted"
    UNMATCHED = "unmatched"
    NOT_COVERED = "not-covered"
    NOT_A_CLAIM = "not-a-claim"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A claim with its standing and all that it rests on."""

    claim: Claim
    standing: Standing
    grade: str | None
    """Admiralty letter and digit, such as `F3`; None where the standing has no digit."""
    origins: tuple[Origin, ...] = ()
    evidence: tuple[Relation, ...] = ()
    """Supporting and refuting relations, then the nearest neutral ones; best first."""
    speakers: tuple[str, ...] = ()
    """On whose word the claim rests, in the article and in its evidence."""
    notes: tuple[str, ...] = ()
    independence: Independence | None = None
    """Of the supporting origins; None where they do not corroborate the claim."""
    quotations: tuple[Quotation, ...] = ()
    """Where others print its quotations with other words, or cut."""

    @property
    def echoes(self) -> int:
        """How many articles print an origin's reporting besides the one that stands for it."""
        return sum(len(origin.members) - 1 for origin in self.origins)

    def count(self, stance: Stance) -> int:
        """How many independent origins take this stance."""
        return sum(origin.stance is stance and not origin.own for origin in self.origins)


@dataclass(frozen=True, slots=True)
class NotJudged:
    """Something that could not be read or judged, and why; it travels into the report."""

    what: str
    reason: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class MadeWith:
    """What a report was made with, so that it can be made again."""

    xref: str
    encoder: str
    judge: str
    settings_sha256: str
    corpus_sha256: str


class Severity(StrEnum):
    """How much a house rule minds, by the policy."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class SignOff:
    """A named person's acceptance of a finding, kept beside the article."""

    code: str
    by: str
    date: str
    """ISO day."""
    reason: str
    words: str | None = None
    """The first words of the statement it is for; None with `offset` None: every statement."""
    offset: int | None = None
    """A place inside the statement it is for."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A house rule that a statement breaks."""

    code: str
    """Such as `SRC001`."""
    name: str
    severity: Severity
    claim: Claim
    because: str
    """What in this statement broke the rule."""
    source: str
    """Whose rule it is, and what it says."""
    needs_sign_off: bool = False
    """The policy lets it pass only with a named person's acceptance."""
    accepted: SignOff | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """All verdicts on one article, in the order of the text."""

    article: Article
    verdicts: tuple[Verdict, ...]
    not_judged: tuple[NotJudged, ...]
    made_with: MadeWith
    window: tuple[str, str] | None = None
    """First and last day of the evidence that was looked at; None for all time."""
    compared: tuple[int, int] = (0, 0)
    """How many articles of how many outlets were in the window and of other houses."""
    notes: tuple[str, ...] = ()
    ties: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Outlet -> ties to show beside its name, for the outlets in this report."""
    policy: str | None = None
    """The house rules it was held against; None for none."""
    findings: tuple[Finding, ...] = ()
    """In the order of the text, then of the codes."""

    @property
    def unaccepted(self) -> tuple[Finding, ...]:
        """The findings that nobody has signed off."""
        return tuple(finding for finding in self.findings if finding.accepted is None)

    @property
    def summary(self) -> dict[Standing, int]:
        """How many claims have each standing, in the order of `Standing`, noughts included."""
        return {s: sum(v.standing is s for v in self.verdicts) for s in Standing}

    @property
    def checked(self) -> int:
        """How many spans are claims at all."""
        return len(self.verdicts) - self.summary[Standing.NOT_A_CLAIM]

"""Passages beside a claim: found, weighed, and what they do to it."""

from dataclasses import dataclass
from enum import StrEnum

from xref.records.articles import Article
from xref.records.claims import Claim


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
    lacks: tuple[str, ...] = ()
    """The claim's words for names, places, days and figures that the passage does not have."""


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
    reach_sha256: str | None = None
    """Of the texts that lay within reach: in the window, and of other houses. None: not kept."""

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
    lacks: tuple[str, ...] = ()
    """The claim's words for names, places, days and figures that a supporting passage does not
    have: it may report a part only."""
    above: float | None = None
    """By how much a supporting passage is more like the claim than those that are near it for their
    topic; None where there are too few of these."""
    whole: float | None = None
    """The probability that a supporting passage states the whole claim and not its main assertion
    alone; None where the judge does not tell what that rests on."""

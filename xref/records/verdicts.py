"""Where a claim stands, and what is told beside it."""

from dataclasses import dataclass
from enum import StrEnum

from xref.records.articles import Article
from xref.records.claims import Claim
from xref.records.origins import Origin
from xref.records.relations import Relation, Stance


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
    OTHER_SPEAKER = "other-speaker"
    """The same words, or nearly, as those of another person; both are named."""


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
    """What only the checked article has; a dash for nothing, empty where it is only cut. The
    speaker's name where the other article names another."""
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
    fact_checks: tuple[Relation, ...] = ()
    """To reviews of the same claim, best first; they decide nothing."""

    @property
    def echoes(self) -> int:
        """How many articles print an origin's reporting besides the one that stands for it."""
        return sum(len(origin.members) - 1 for origin in self.origins)

    def count(self, stance: Stance) -> int:
        """How many independent origins take this stance."""
        told = [origin for origin in self.origins if origin.stance is stance]
        return sum(o.counted for o in told) or int(any(o.undirected for o in told))

"""Evidence that goes back to one act of reporting."""

from dataclasses import dataclass
from enum import StrEnum

from xref.records.articles import Article
from xref.records.relations import Relation, Stance


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
    undirected: bool = False
    """It and the checked article are copies, and nobody knows which came first. That may be where
    the article has it from, so it can be a single source; beside others it is not counted."""
    uncertain: bool = False
    """It may state the claim, but not surely enough to count."""

    @property
    def counted(self) -> bool:
        """Whether it adds to the number of independent origins."""
        return not (self.own or self.undirected or self.uncertain)

    @property
    def sureness(self) -> float:
        """The probability that it takes its stance: that of its surest member."""
        return max(member.relation.confidence for member in self.members)

    @property
    def whole(self) -> float:
        """The probability that one of its members states the whole claim."""
        told = [(m.relation.confidence, m.relation.whole) for m in self.members]
        return max(sure * (1.0 if whole is None else whole) for sure, whole in told)

    @property
    def lacks(self) -> frozenset[str]:
        """The claim's particulars that none of its members has."""
        return frozenset.intersection(*(frozenset(m.relation.lacks) for m in self.members))

    @property
    def outlets(self) -> tuple[str, ...]:
        """The outlets that print it, each once, in the order of the members."""
        return tuple(dict.fromkeys(member.article.outlet for member in self.members))

    @property
    def weakest(self) -> Member | None:
        """The member whose folding is least sure; None where nobody was folded in."""
        folded = [member for member in self.members if member.folded]
        return min(folded, key=lambda member: member.strength, default=None)

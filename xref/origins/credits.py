"""To which outlet's reporting an article goes back, by what it says itself."""

from dataclasses import dataclass
from functools import lru_cache

from xref.attributions import Credit, CreditForm, Names, credits
from xref.corpus.outlets import Registry
from xref.records import Article, Claim, Folding, Outlet, OutletKind, Relation

IN_SENTENCE = (CreditForm.CITES, CreditForm.EXCLUSIVE)
"""Credits that speak for the sentence in which they stand; others for the whole text."""
_LEAD = 300
"""Characters at the head of a text in which a credit speaks for all of it: a pick-up names its
source once, in the first or second sentence, and then goes on without. Taking that for the whole
text can only lower the count of origins."""
_REPORTS_ITSELF = (OutletKind.AGENCY, OutletKind.BROADCASTER, OutletKind.GOVERNMENT)
_RANKS = {OutletKind.AGENCY: 0, OutletKind.BROADCASTER: 1, OutletKind.GOVERNMENT: 1}


@dataclass(frozen=True, slots=True)
class Root:
    """The outlet whose reporting a passage prints."""

    outlet: Outlet
    folded: Folding | None
    """None where it is the article's own outlet."""
    because: str
    """The words that give the credit."""
    shown: bool
    """Whether the outlet is known to report for itself, so that its independence is shown."""


class Roots:
    """Traces passages to outlets; each article's credits are read once."""

    def __init__(self, outlets: Registry) -> None:
        self._outlets = outlets
        self._credits: dict[str, tuple[Credit, ...]] = {}
        self._ranks: dict[str, int] = {}

    def outlet(self, article: Article) -> Outlet:
        """Return the outlet that published the article."""
        return self._outlets.of(article.outlet, article.domain)

    def rank(self, house: str) -> int:
        """Return how likely a house is to be the source of a shared text; 0 for agencies."""
        return self._ranks.get(house, 2)

    def root(self, relation: Relation) -> Root:
        """Return the outlet to which the relation's passage goes back.

        A credit in the passage's own sentence (`Reuters reported`, `told Reuters`) speaks for that
        sentence; a dateline, byline or footer, and a citation in the lead, for the whole text.
        """
        article, passage = relation.candidate.article, relation.candidate.passage
        own = self.outlet(article)
        found = self.credits(article)
        near = self.near(article, passage)
        wide = [c for c in found if c.form not in IN_SENTENCE]
        lead = [c for c in found if c.form is CreditForm.CITES and c.start < _LEAD]
        told_us = any(
            c.form is CreditForm.EXCLUSIVE and self.named(c.outlet).house == own.house for c in near
        )
        root = None
        if not told_us:
            root = (
                self._first(article, own, near, Folding.CITES)
                or self._first(article, own, wide, Folding.AGENCY_CREDIT)
                or self._first(article, own, lead, Folding.CITES)
            )
        if root is None:
            root = Root(own, None, "", told_us or own.kind in _REPORTS_ITSELF)
        self._ranks[root.outlet.house] = _RANKS.get(root.outlet.kind, 2)
        return root

    def _first(
        self, article: Article, own: Outlet, found: list[Credit], folded: Folding
    ) -> Root | None:
        for credit in found:
            outlet = self.named(credit.outlet)
            if outlet.house == own.house:
                continue
            if credit.form is CreditForm.HYPERLINK:
                folded = Folding.CITES
            words = article.text[credit.start : credit.end] or credit.outlet
            return Root(outlet, folded, words, outlet.kind in _REPORTS_ITSELF)
        return None

    def named(self, written: str) -> Outlet:
        """Return the outlet that is written like this; one of that name where it is unknown."""
        return self._outlets.named(written) or Outlet(name=written)

    def near(self, article: Article, claim: Claim) -> list[Credit]:
        """Return the credits that a claim's own sentence gives."""
        return [
            credit
            for credit in self.credits(article)
            if credit.form in IN_SENTENCE and credit.start < claim.end and claim.start < credit.end
        ]

    def credits(self, article: Article) -> tuple[Credit, ...]:
        """Return whom the article gives credit to: its authors that are outlets, then its text."""
        if article.id not in self._credits:
            signed = [
                Credit(author, CreditForm.BYLINE, 0, 0)
                for author in article.authors
                if self._outlets.named(author)
            ]
            found = _read(article.text, self._outlets.name_of)
            self._credits[article.id] = (*signed, *found)
        return self._credits[article.id]


@lru_cache(maxsize=4_096)
def _read(text: str, names: Names) -> tuple[Credit, ...]:
    """Read a text once, however many articles of an audit it is evidence for."""
    return credits(text, names)

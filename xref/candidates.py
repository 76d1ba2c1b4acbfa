"""claims -> candidates: passages of other houses, in the window, that may speak of the same thing.

Search by meaning and by words finds them; nothing is decided here. Each claim also learns whether
the corpus covers its event at all, so that silence can be told from absence.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from xref.corpus.outlets import Registry
from xref.corpus.store import Corpus
from xref.encoders import Encoder
from xref.quantities import date_range
from xref.records import Article, Candidate, Claim
from xref.settings import Settings


@dataclass(frozen=True, slots=True)
class Found:
    """The candidates of one article."""

    candidates: tuple[tuple[Candidate, ...], ...]
    """One tuple a claim, nearest passage first."""
    covered: tuple[bool, ...]
    """For each claim, whether the corpus has its event."""
    window: tuple[str, str] | None
    articles: int
    outlets: int
    undated: int
    """Articles left out because their date is not known."""


def find(
    article: Article,
    claims: Sequence[Claim],
    corpus: Corpus,
    encoder: Encoder,
    outlets: Registry,
    settings: Settings,
) -> Found:
    """Find the candidates of all claims; the article's own house is never among them."""
    house = outlets.of(article.outlet, article.domain).house
    window = _window(article.published, settings.window_days)

    def foreign(article_id: str, outlet: str, domain: str | None) -> bool:
        return article_id != article.id and outlets.of(outlet, domain).house != house

    scope = corpus.scope(window, foreign)
    vectors = encoder.encode([claim.reading for claim in claims])
    hits = corpus.passages(claims, vectors, scope, settings.passages_a_claim)
    kept = [[hit for hit in found if hit.likeness >= settings.least_likeness] for found in hits]
    passages = corpus.claims(sorted({hit.number for found in kept for hit in found}))
    candidates = tuple(
        tuple(
            Candidate(claim, *passages[hit.number], hit.likeness, hit.shared_words, hit.number)
            for hit in found
        )
        for claim, found in zip(claims, kept, strict=True)
    )
    return Found(
        candidates,
        covered(candidates, settings),
        window,
        len(scope.versions),
        scope.outlets,
        scope.undated,
    )


def _window(published: str | None, days: int) -> tuple[str, str] | None:
    span = date_range(published)
    if span is None:
        return None
    reach = timedelta(days=days)
    return (span[0] - reach).isoformat(), (span[1] + reach).isoformat()


def covered(candidates: Sequence[Sequence[Candidate]], settings: Settings) -> tuple[bool, ...]:
    """Whether the corpus covers the event: for each claim, and for the article as a whole.

    A near passage or two may be chance. Where many claims each find one, the corpus covers the
    article's event; a claim that finds nothing at all is then still about something else. A review
    of a claim covers nothing.
    """
    told = [[c for c in found if c.article.fact_check is None] for found in candidates]
    near = [any(c.likeness >= settings.event_likeness for c in found) for found in told]
    event = bool(near) and sum(near) >= settings.event_share * len(near)
    return tuple(event and bool(found) for found in told)

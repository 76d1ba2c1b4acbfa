"""claims -> candidates: passages of other houses, in the window, that may speak of the same thing.

Search by meaning and by words finds them; nothing is decided here. Each claim also learns whether
the corpus covers its event at all, so that silence can be told from absence.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from xref.corpus.outlets import Registry
from xref.corpus.search import Scope
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
    reach_sha256: str
    """Of the texts that were searched."""


def find(
    article: Article,
    claims: Sequence[Claim],
    corpus: Corpus,
    encoder: Encoder,
    outlets: Registry,
    settings: Settings,
    *,
    own: bool = False,
) -> Found:
    """Find the candidates of all claims; the article's own house is never among them.

    With `own`, only other articles of its own outlet are.
    """
    scope = reach(article, corpus, outlets, settings, own=own)
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
        _window(article.published, settings.window_days),
        len(scope.versions),
        scope.outlets,
        scope.undated,
        reach_sha256(scope),
    )


def reach(
    article: Article, corpus: Corpus, outlets: Registry, settings: Settings, *, own: bool = False
) -> Scope:
    """Return what is searched for an article: other houses' texts in its window, and reviews.

    With `own`, those of its own outlet instead.
    """
    mine = outlets.of(article.outlet, article.domain)

    def foreign(article_id: str, outlet: str, domain: str | None) -> bool:
        other = outlets.of(outlet, domain)
        wanted = other.name == mine.name if own else other.house != mine.house
        return wanted and article_id != article.id

    return corpus.scope(_window(article.published, settings.window_days), foreign)


def reach_sha256(scope: Scope) -> str:
    """Return a hash of the texts in scope; each change of an article makes a new version of it."""
    told = [sorted(scope.versions), sorted(scope.reviews)]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()


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

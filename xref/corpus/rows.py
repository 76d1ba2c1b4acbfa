"""Claims and articles <-> rows of the corpus file."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from xref.records import Article, Attribution, Claim, ClaimKind, Reference, SourceKind

INSERT_CLAIM: Final = (
    'INSERT INTO claims (version, claim_id, start, "end", text, reading, kind, speaker, '
    "speaker_kind, cue, content_start, content_end, direct, credited, mixed, chain, refers) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
SELECT_CLAIMS: Final = (
    'SELECT id, version, claim_id, start, "end", text, reading, kind, speaker, speaker_kind, cue, '
    "content_start, content_end, direct, credited, mixed, chain, refers FROM claims "
    "WHERE id IN (SELECT value FROM json_each(?))"
)
SELECT_ARTICLE: Final = (
    "SELECT a.id, a.url, a.outlet, a.domain, v.title, v.published, v.text, v.authors, v.language, "
    "v.partial, v.doubt FROM versions v JOIN articles a ON a.id = v.article WHERE v.id = ?"
)

SELECT_HELD: Final = (
    "SELECT v.text_sha256, v.title, v.published, a.outlet, a.domain, v.authors, v.language, "
    "v.partial, v.doubt FROM versions v JOIN articles a ON a.id = v.article "
    "WHERE v.article = ? AND v.current"
)


def held(article: Article) -> tuple[object, ...]:
    """Return the row of SELECT_HELD that says the same as an article."""
    return (
        hashlib.sha256(article.text.encode()).hexdigest(),
        article.title,
        article.published,
        article.outlet,
        article.domain,
        authors(article.authors),
        article.language,
        article.partial,
        article.doubt,
    )


def claim_row(version: int, claim: Claim) -> tuple[object, ...]:
    """Return the values of INSERT_CLAIM."""
    said = claim.attribution
    return (
        version,
        claim.id,
        claim.start,
        claim.end,
        claim.text,
        claim.reading,
        claim.kind.value,
        *(
            (said.source, said.kind.value, said.cue, *said.content, said.direct, said.credited)
            if said
            else (None,) * 7
        ),
        said.mixed if said else None,
        _listed(claim.chain),
        _listed([[r.start, r.end, r.words, r.meaning] for r in claim.references]),
    )


def _listed(told: Sequence[Any]) -> str | None:
    return json.dumps(told, ensure_ascii=False) if told else None


def claim(article_id: str, row: tuple[Any, ...]) -> Claim:
    """Return the claim of a row of SELECT_CLAIMS, less its first two columns."""
    claim_id, start, end, text, reading, kind, speaker, speaker_kind, cue, *rest = row
    content_start, content_end, direct, credited, mixed, chain, refers = rest
    attribution = speaker and Attribution(
        speaker,
        SourceKind(speaker_kind),
        cue,
        (content_start, content_end),
        direct=bool(direct),
        credited=credited,
        mixed=bool(mixed),
    )
    return Claim(
        claim_id,
        article_id,
        start,
        end,
        text,
        ClaimKind(kind),
        reading,
        attribution or None,
        tuple(json.loads(chain or "[]")),
        tuple(Reference(*told) for told in json.loads(refers or "[]")),
    )


def article(row: tuple[Any, ...]) -> Article:
    """Return the article of a row of SELECT_ARTICLE."""
    place, url, outlet, domain, title, published, text, authors, *rest = row
    names = tuple(json.loads(authors))
    return Article(place, url, outlet, domain, title, published, text, names, *rest)


def authors(names: tuple[str, ...]) -> str:
    """Return the authors as the corpus keeps them."""
    return json.dumps(names, ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class OutletCount:
    """What the corpus holds of one outlet."""

    outlet: str
    domain: str | None
    articles: int
    claims: int
    first_day: str | None
    last_day: str | None


SELECT_OUTLETS: Final = (
    "SELECT a.outlet, a.domain, count(DISTINCT a.id), count(c.id), min(v.first_day), "
    "max(v.last_day) FROM articles a JOIN versions v ON v.article = a.id AND v.current "
    "LEFT JOIN claims c ON c.version = v.id "
    "WHERE v.id NOT IN (SELECT version FROM fact_checks) GROUP BY a.outlet, a.domain "
    "ORDER BY 3 DESC, a.outlet, a.domain"
)
SELECT_MONTHS = """
SELECT a.outlet, coalesce(substr(v.first_day, 1, 7), '') AS month, count(*),
    count(v.partial)
FROM articles a JOIN versions v ON v.article = a.id AND v.current
WHERE v.id NOT IN (SELECT version FROM fact_checks)
GROUP BY a.outlet, month ORDER BY a.outlet, month
"""

SELECT_CAVEATS = """
SELECT what, coalesce(a.url, a.outlet || ', ' || v.title), why FROM articles a JOIN (
    SELECT article, title, 'doubtful date' AS what, doubt AS why FROM versions WHERE current
    UNION ALL SELECT article, title, 'only in part', partial FROM versions WHERE current
) v ON v.article = a.id WHERE why IS NOT NULL ORDER BY 1, 2, a.id
"""

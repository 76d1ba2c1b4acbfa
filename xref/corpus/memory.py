"""Judged articles <-> rows of the corpus file: what was compared, and with what outcome."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from typing import Any, Final

from xref.corpus import rows
from xref.records import (
    Article,
    Candidate,
    Claim,
    Judged,
    Judgement,
    Made,
    Part,
    Refutation,
    Weighed,
)
from xref.settings import MEMORY

Claims = Callable[[Iterable[int]], dict[int, tuple[Claim, Article]]]
"""Numbers of rows in `claims` -> the claims, each with its article."""

_INSERT_CHECK: Final = (
    "INSERT INTO checks (article, url, outlet, domain, title, published, text, authors, language, "
    "partial, doubt, xref, encoder, judge, corpus_sha256, outlets_sha256, judging_sha256, "
    "first_day, last_day, articles, outlets, undated, reach_sha256, made_at) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_SELECT_CHECK: Final = (
    "SELECT id, article, url, outlet, domain, title, published, text, authors, language, "
    "partial, doubt, xref, encoder, judge, corpus_sha256, outlets_sha256, judging_sha256, "
    "first_day, last_day, articles, outlets, undated, reach_sha256 FROM checks "
    "WHERE article = ? AND encoder = ? AND judge = ?"
)
_INSERT_CLAIM: Final = (
    'INSERT INTO checked_claims ("check", claim_id, start, "end", text, reading, kind, speaker, '
    "speaker_kind, cue, content_start, content_end, direct, credited, mixed, chain, refers, "
    "covered) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_SELECT_CLAIMS: Final = (
    'SELECT id, covered, claim_id, start, "end", text, reading, kind, speaker, speaker_kind, cue, '
    "content_start, content_end, direct, credited, mixed, chain, refers FROM checked_claims "
    'WHERE "check" = ? ORDER BY id'
)
_INSERT_RELATION: Final = (
    "INSERT INTO relations (claim, passage, likeness, shared_words, supports, refutes, refutes_by, "
    "if_equal, parts, bar, differs_by, ours, theirs, elsewhere, said_by, moved, lacks) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_SELECT_RELATIONS: Final = (
    "SELECT r.claim, r.passage, r.likeness, r.shared_words, r.supports, r.refutes, r.refutes_by, "
    "r.if_equal, r.parts, r.bar, r.differs_by, r.ours, r.theirs, r.elsewhere, r.said_by, r.moved, "
    "r.lacks FROM checked_claims c JOIN relations r ON r.claim = c.id "
    'WHERE c."check" = ? ORDER BY r.id'
)


def write(conn: sqlite3.Connection, judged: Judged) -> None:
    """Store a judged article in the place of an earlier one by the same encoder and judge."""
    article, made = judged.article, judged.made
    conn.execute(
        "DELETE FROM checks WHERE article = ? AND encoder = ? AND judge = ?",
        (article.id, made.encoder, made.judge),
    )
    check = conn.execute(_INSERT_CHECK, _check_row(judged)).lastrowid or 0
    places = iter(zip(judged.weighed, judged.covered, strict=True))
    for claim in judged.stated:
        weighed, covered = next(places) if claim.kind.checkable else ((), None)
        row = conn.execute(_INSERT_CLAIM, (*rows.claim_row(check, claim), covered)).lastrowid or 0
        conn.executemany(
            _INSERT_RELATION,
            [(row, *_relation_row(one, whole=whole)) for one, whole in _kept(weighed)],
        )


def _kept(weighed: Iterable[Weighed]) -> Iterator[tuple[Weighed, bool]]:
    """Yield what was compared, each with whether a report could show how it was judged."""
    aside = 0
    for one in weighed:
        judgement = one.judgement
        surest = max(judgement.supports, judgement.refutes, judgement.if_equal or 0.0)
        if surest >= MEMORY.least_probability:
            yield one, True
        else:
            # Those that say something do not take the places of the nearest that say nothing.
            aside += one.candidate.article.fact_check is None
            yield one, aside <= MEMORY.nearest


def read(
    conn: sqlite3.Connection, article_id: str, encoder: str, judge: str, claims: Claims
) -> Judged | None:
    """Return what is stored of an article; None where nothing is."""
    row = conn.execute(_SELECT_CHECK, (article_id, encoder, judge)).fetchone()
    if row is None:
        return None
    check, article = row[0], rows.article(row[1:12])
    first, last, articles, outlets, undated, reach = row[18:]
    found = conn.execute(_SELECT_RELATIONS, (check,)).fetchall()
    passages = claims({relation[1] for relation in found})
    stated, covered = dict[int, Claim](), list[bool]()
    for number, is_covered, *told in conn.execute(_SELECT_CLAIMS, (check,)):
        stated[number] = rows.claim(article.id, tuple(told))
        if is_covered is not None:
            covered.append(bool(is_covered))
    weighed = {number: list[Weighed]() for number, c in stated.items() if c.kind.checkable}
    for number, passage, *told in found:
        claim, article_ = passages[passage]
        likeness, shared_words, *told = told
        candidate = Candidate(stated[number], claim, article_, likeness, shared_words, passage)
        weighed[number].append(_weighed(candidate, told))
    return Judged(
        article,
        tuple(stated.values()),
        tuple(tuple(one) for one in weighed.values()),
        tuple(covered),
        (first, last) if first else None,
        (articles, outlets),
        undated,
        Made(*row[12:18]),
        reach,
    )


def _check_row(judged: Judged) -> tuple[object, ...]:
    article, made = judged.article, judged.made
    return (
        article.id,
        article.url,
        article.outlet,
        article.domain,
        article.title,
        article.published,
        article.text,
        rows.authors(article.authors),
        article.language,
        article.partial,
        article.doubt,
        made.xref,
        made.encoder,
        made.judge,
        made.corpus_sha256,
        made.outlets_sha256,
        made.judging_sha256,
        *(judged.window or (None, None)),
        *judged.compared,
        judged.undated,
        judged.reach_sha256,
        datetime.now(UTC).isoformat(timespec="seconds"),
    )


def _relation_row(weighed: Weighed, *, whole: bool) -> tuple[object, ...]:
    found, judgement = weighed.candidate, weighed.judgement
    parts = [[part.name, part.value, part.weight] for part in judgement.parts]
    return (
        found.number,
        found.likeness,
        found.shared_words,
        judgement.supports,
        judgement.refutes,
        judgement.refutes_by,
        judgement.if_equal,
        json.dumps(parts, ensure_ascii=False) if whole else None,
        weighed.bar,
        weighed.differs_by,
        *(weighed.differs or (None, None)),
        weighed.elsewhere,
        weighed.said_by,
        weighed.moved,
        json.dumps(weighed.lacks, ensure_ascii=False) if weighed.lacks else None,
    )


def _weighed(candidate: Candidate, row: list[Any]) -> Weighed:
    supports, refutes, refutes_by, if_equal, parts, bar, by, *words = row
    ours, theirs, elsewhere, said_by, moved, lacks = words
    return Weighed(
        candidate,
        Judgement(
            supports,
            refutes,
            tuple(Part(*part) for part in json.loads(parts or "[]")),
            Refutation(refutes_by) if refutes_by else None,
            if_equal,
        ),
        bar,
        Refutation(by) if by else None,
        (ours, theirs) if ours is not None else None,
        elsewhere,
        said_by,
        moved,
        tuple(json.loads(lacks or "[]")),
    )

"""The corpus: articles in, articles and passages out. All SQL of xref is in this folder.

Writing is one transaction an article, so that a process killed at any moment leaves whole
articles only. Readers and one writer can work at once (WAL).
"""

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from xref.corpus import search
from xref.corpus.schema import APPLICATION_ID, MIGRATIONS, migrations
from xref.encoders import Encoder
from xref.errors import (
    CorpusMissing,
    CorpusTooNew,
    CorpusUnwritable,
    EncoderMismatch,
    NotACorpus,
)
from xref.quantities import date_range
from xref.records import Article, Attribution, Claim, ClaimKind, NotJudged, SourceKind

if TYPE_CHECKING:
    from xref.encoders import Floats

_BUSY_MS = 10_000
"""How long a writer waits for another one; an article's transaction takes milliseconds."""


class Added(StrEnum):
    """What adding an article did."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class OutletCount:
    """What the corpus holds of one outlet."""

    outlet: str
    domain: str | None
    articles: int
    claims: int
    first_day: str | None
    last_day: str | None


class Corpus:
    """An open corpus file; also a context manager."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        from sqlite_utils import Database

        self.path = path
        # xref runs no plugins of sqlite-utils: they could change what SQL means here.
        self._db = Database(connection, execute_plugins=False)

    @classmethod
    def open(cls, path: Path | str, *, create: bool = False) -> Self:
        """Open the corpus at `path`; with `create`, make it where there is none.

        Raises CorpusMissing, NotACorpus, CorpusTooNew or CorpusUnwritable.
        """
        path = Path(path)
        if not create and not path.exists():
            raise CorpusMissing(
                f"There is no corpus at {path} yet; make one with "
                f"`xref ingest SOURCE --corpus {path}`."
            )
        with _explained(path):
            if create:
                path.parent.mkdir(parents=True, exist_ok=True)
            corpus = cls(path, sqlite3.connect(path, isolation_level=None))
            try:
                corpus._prepare()
            except BaseException:
                corpus.close()
                raise
            return corpus

    def _prepare(self) -> None:
        conn = self._db.conn
        conn.execute(f"PRAGMA busy_timeout = {_BUSY_MS}")
        (mark,) = conn.execute("PRAGMA application_id").fetchone()
        (tables,) = conn.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if mark != APPLICATION_ID and tables:
            raise NotACorpus(
                f"{self.path} is an SQLite file, but not an xref corpus; name another with --corpus."
            )
        applied = {migration.name for migration in migrations.applied(self._db)}
        pending = {migration.name for migration in migrations.pending(self._db)}
        if applied - MIGRATIONS:
            raise CorpusTooNew(
                f"{self.path} was written by a newer xref; upgrade with `pip install -U xref`."
            )
        if pending:
            conn.execute("PRAGMA journal_mode = WAL")
            migrations.apply(self._db)
        conn.execute("PRAGMA synchronous = NORMAL")
        conn.execute("PRAGMA foreign_keys = ON")

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    # -- in ---------------------------------------------------------------------------------

    def holds(self, article: Article) -> bool:
        """Whether the current version of this article has the same text, title and date."""
        row = self._row(
            "SELECT text_sha256, title, published FROM versions WHERE article = ? AND current",
            article.id,
        )
        return row == (_sha256(article.text), article.title, article.published)

    def add(
        self, article: Article, claims: Sequence[Claim], vectors: "Floats", encoder: Encoder
    ) -> Added:
        """Store an article with its claims and their vectors, all or nothing.

        An article that is there with the same text, title and date is left alone; other text
        becomes a new version, and the old one is kept. `vectors` is (claims, dimensions).
        Raises CorpusUnwritable, or EncoderMismatch where the corpus has another encoder.
        """
        with _explained(self.path), self._db.atomic():
            if self.holds(article):
                return Added.SAME
            encoder_id = self._encoder_id(encoder.name, vectors.shape[1])
            version, number = self._add_version(article)
            for claim, vector in zip(claims, vectors, strict=True):
                row = self._db.conn.execute(_INSERT_CLAIM, _claim_row(version, claim)).lastrowid
                self._db.conn.execute(
                    "INSERT INTO embeddings VALUES (?, ?, ?)",
                    (row, encoder_id, vector.astype("<f4").tobytes()),
                )
            return Added.NEW if number == 1 else Added.CHANGED

    def add_unreadable(self, unread: NotJudged) -> None:
        """Remember that something could not be read."""
        with _explained(self.path), self._db.atomic():
            self._db.conn.execute(
                "INSERT OR IGNORE INTO unreadable (what, reason, url, seen_at) VALUES (?, ?, ?, ?)",
                (unread.what, unread.reason, unread.url, _now()),
            )

    def _add_version(self, article: Article) -> tuple[int, int]:
        conn = self._db.conn
        conn.execute(
            "INSERT INTO articles (id, url, outlet, domain) VALUES (?, ?, ?, ?) "
            "ON CONFLICT (id) DO UPDATE SET outlet = excluded.outlet, domain = excluded.domain",
            (article.id, article.url, article.outlet, article.domain),
        )
        (last,) = conn.execute(
            "SELECT coalesce(max(number), 0) FROM versions WHERE article = ?", (article.id,)
        ).fetchone()
        conn.execute("UPDATE versions SET current = 0 WHERE article = ?", (article.id,))
        days = date_range(article.published)
        row = conn.execute(
            "INSERT INTO versions (article, number, current, title, published, first_day, "
            "last_day, authors, language, text, text_sha256, ingested_at) "
            "VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                article.id,
                last + 1,
                article.title,
                article.published,
                days[0].isoformat() if days else None,
                days[1].isoformat() if days else None,
                json.dumps(article.authors, ensure_ascii=False),
                article.language,
                article.text,
                _sha256(article.text),
                _now(),
            ),
        ).lastrowid
        return int(row or 0), last + 1

    def _encoder_id(self, name: str, dimensions: int) -> int:
        self.require_encoder(name)
        self._db.conn.execute(
            "INSERT OR IGNORE INTO encoders (name, dimensions) VALUES (?, ?)", (name, dimensions)
        )
        return int(self._row("SELECT id FROM encoders WHERE name = ?", name)[0])

    # -- out --------------------------------------------------------------------------------

    @property
    def encoder_name(self) -> str | None:
        """Which encoder made the vectors in this corpus; None while there are none."""
        row = self._row("SELECT name FROM encoders ORDER BY id LIMIT 1")
        return row[0] if row else None

    def require_encoder(self, name: str) -> None:
        """Raise EncoderMismatch unless the corpus is empty or has vectors of this encoder."""
        held = self.encoder_name
        if held not in (None, name):
            raise EncoderMismatch(
                f"{self.path} holds vectors of {held!r}, which cannot be compared with those of "
                f"{name!r}; use --encoder {held!r}, or ingest into another --corpus."
            )

    def passages(
        self, claims: Sequence[Claim], vectors: "Floats", scope: search.Scope, most: int
    ) -> list[list[search.Hit]]:
        """Find, for each claim, up to `most` passages by meaning and as many by words, merged."""
        with _explained(self.path):
            return search.passages(self._db.conn, claims, vectors, scope, most)

    def claims(self, numbers: Iterable[int]) -> dict[int, tuple[Claim, Article]]:
        """Return the claims of these numbers (as in `Hit.number`), each with its article."""
        found: dict[int, tuple[Claim, Article]] = {}
        articles: dict[int, Article] = {}
        for number in numbers:
            row = self._db.conn.execute(_SELECT_CLAIM, (number,)).fetchone()
            version = row[0]
            if version not in articles:
                articles[version] = self._article(version)
            found[number] = (_claim(articles[version].id, row[1:]), articles[version])
        return found

    def articles(self) -> Iterator[Article]:
        """Yield the current version of every article, by id."""
        rows = self._db.conn.execute("SELECT id FROM versions WHERE current ORDER BY article")
        for (version,) in rows.fetchall():
            yield self._article(version)

    def scope(self, window: tuple[str, str] | None, foreign: search.Foreign) -> search.Scope:
        """Return which articles' current versions lie in the window and are `foreign`.

        Without a window all versions are in scope; with one, undated ones are out, and counted.
        """
        with _explained(self.path):
            return search.scope(self._db.conn, window, foreign)

    def outlets(self) -> list[OutletCount]:
        """Return what the corpus holds, per outlet and domain, most articles first."""
        rows = self._db.conn.execute(
            "SELECT a.outlet, a.domain, count(DISTINCT a.id), count(c.id), min(v.first_day), "
            "max(v.last_day) FROM articles a JOIN versions v ON v.article = a.id AND v.current "
            "LEFT JOIN claims c ON c.version = v.id GROUP BY a.outlet, a.domain "
            "ORDER BY 3 DESC, a.outlet, a.domain"
        )
        return [OutletCount(*row) for row in rows]

    def unreadable(self) -> list[NotJudged]:
        """Return what could not be read when it was offered, in that order."""
        rows = self._db.conn.execute("SELECT what, reason, url FROM unreadable ORDER BY id")
        return [NotJudged(*row) for row in rows]

    def digest(self) -> str:
        """Return the SHA-256 of what the corpus says: addresses, outlets, dates and texts.

        Two corpora with the same articles have the same digest, whatever the order in which
        they came in.
        """
        seen = hashlib.sha256()
        for row in self._db.conn.execute(
            "SELECT a.id, a.outlet, v.title, v.published, v.text_sha256 FROM articles a "
            "JOIN versions v ON v.article = a.id AND v.current ORDER BY a.id"
        ):
            seen.update(json.dumps(row, ensure_ascii=False).encode())
        return seen.hexdigest()

    def _article(self, version: int) -> Article:
        row = self._row(
            "SELECT a.id, a.url, a.outlet, a.domain, v.title, v.published, v.text, v.authors, "
            "v.language FROM versions v JOIN articles a ON a.id = v.article WHERE v.id = ?",
            version,
        )
        *head, authors, language = row
        return Article(*head, authors=tuple(json.loads(authors)), language=language)

    def _row(self, sql: str, *values: object) -> tuple[Any, ...]:
        return self._db.conn.execute(sql, values).fetchone() or ()


_INSERT_CLAIM = (
    'INSERT INTO claims (version, claim_id, start, "end", text, reading, kind, speaker, '
    "speaker_kind, cue, content_start, content_end, direct, credited) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_SELECT_CLAIM = (
    'SELECT version, claim_id, start, "end", text, reading, kind, speaker, speaker_kind, cue, '
    "content_start, content_end, direct, credited FROM claims WHERE id = ?"
)


def _claim_row(version: int, claim: Claim) -> tuple[object, ...]:
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
    )


def _claim(article_id: str, row: tuple[Any, ...]) -> Claim:
    claim_id, start, end, text, reading, kind, speaker, speaker_kind, cue, *rest = row
    content_start, content_end, direct, credited = rest
    attribution = speaker and Attribution(
        speaker,
        SourceKind(speaker_kind),
        cue,
        (content_start, content_end),
        direct=bool(direct),
        credited=credited,
    )
    return Claim(
        claim_id, article_id, start, end, text, ClaimKind(kind), reading, attribution or None
    )


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    """Turn what SQLite and the disk raise into one sentence a user can act on."""
    try:
        yield
    except sqlite3.OperationalError as error:
        raise CorpusUnwritable(_why(path, str(error))) from error
    except sqlite3.DatabaseError as error:
        raise NotACorpus(
            f"{path} is not a readable SQLite file ({error}); name another with --corpus, "
            "or restore it from a copy."
        ) from error
    except OSError as error:
        raise CorpusUnwritable(
            f"The corpus {path} cannot be used ({error.strerror}); name another with --corpus."
        ) from error


def _why(path: Path, error: str) -> str:
    if "full" in error:
        return f"The disk that holds {path} is full; free some room and run the command again."
    if "locked" in error:
        return f"Another process is writing to {path}; wait until it is done and try again."
    return (
        f"The corpus {path} cannot be written or opened ({error}); check its permissions and "
        "those of its folder, or name another with --corpus."
    )

"""The corpus: articles in, articles and passages out. All SQL of xref is in this folder.

Writing is one transaction an article, so that a process killed at any moment leaves whole
articles only. Readers and one writer can work at once (WAL).
"""

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from xref.corpus import digests, history, memory, raw, reviews, rows, search, verifying
from xref.corpus.explaining import explained
from xref.corpus.ledger import Ledger
from xref.corpus.matrix import matrix
from xref.corpus.opening import connect, is_nothing, refuse_foreign
from xref.corpus.repeated import repeated
from xref.corpus.schema import migrations
from xref.encoders import Encoder
from xref.errors import CorpusMissing, EncoderMismatch
from xref.quantities import date_range
from xref.records import Article, Claim, FactCheck, Judged, NotJudged
from xref.settings import ClaimSettings

if TYPE_CHECKING:
    from xref.encoders import Floats

_BUSY_MS = 10_000
"""How long a writer waits for another one; an article's transaction takes milliseconds."""


class Added(StrEnum):
    """What adding an article did."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"


class Corpus:
    """An open corpus file; also a context manager."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        from sqlite_utils import Database

        self.path = path
        # xref runs no plugins of sqlite-utils: they could change what SQL means here.
        self._db = Database(connection, execute_plugins=False)

    @classmethod
    def open(cls, path: Path | str, *, create: bool = False, shared: bool = False) -> Self:
        """Open the corpus at `path`; with `create`, make it where there is none.

        A `shared` one may be used by several threads, one at a time.

        Raises CorpusMissing, NotACorpus, CorpusTooNew or CorpusUnwritable.
        """
        path = Path(path)
        # An empty file is what a process leaves that was killed while it made the corpus.
        if not create and is_nothing(path):
            raise CorpusMissing(
                f"There is no corpus at {path} yet; make one with "
                f"`xref ingest SOURCE --corpus {path}`."
            )
        with explained(path):
            if create:
                path.parent.mkdir(parents=True, exist_ok=True)
            corpus = cls(path, connect(path, create, shared=shared))
            try:
                corpus._prepare()
            except BaseException:
                corpus.close()
                raise
            return corpus

    def _prepare(self) -> None:
        conn = self._db.conn
        conn.execute(f"PRAGMA busy_timeout = {_BUSY_MS}")
        conn.execute("PRAGMA foreign_keys = ON")
        refuse_foreign(self._db, self.path)
        if migrations.pending(self._db):
            # Whoever comes second waits here, and finds nothing left to do.
            with self._writing():
                migrations.apply(self._db)
            with suppress(sqlite3.OperationalError):  # in use: the next one to come switches over
                conn.execute("PRAGMA journal_mode = WAL")
        conn.execute("PRAGMA synchronous = NORMAL")

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Hold the file for one transaction, all or nothing.

        The lock is taken at the start: a transaction that reads first and then finds that another
        process has written in between would be refused without waiting.
        """
        self._db.conn.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._db.conn.execute("COMMIT")
        except BaseException:
            self._db.rollback()
            raise

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

    @cached_property
    def ledger(self) -> Ledger:
        """What was asked of the web for this corpus, and what was answered."""
        return Ledger(self.path, self._db.conn, self._writing)

    # -- in ---------------------------------------------------------------------------------

    def holds(self, article: Article) -> bool:
        """Whether the current version of this article has the same words and the same metadata."""
        with explained(self.path):
            known = [FactCheck(*row[1:]) for row in reviews.current(self._db.conn, article.id)]
            row = self._row(rows.SELECT_HELD, article.id)
        told = [article.fact_check] if article.fact_check else []
        return row == rows.held(article) and known == told

    def add(
        self, article: Article, claims: Sequence[Claim], vectors: "Floats", encoder: Encoder
    ) -> Added:
        """Store an article with its claims and their vectors, all or nothing.

        An article that is there just so is left alone; with another text, title, date or outlet
        it becomes a new version, and the old one is kept. `vectors` is (claims, dimensions).
        Raises CorpusUnwritable, or EncoderMismatch where the corpus has another encoder.
        """
        with explained(self.path), self._writing():
            if self.holds(article):
                return Added.SAME
            encoder_id = self._encoder_id(encoder.name, vectors.shape[1])
            version, number = self._add_version(article)
            for claim, vector in zip(claims, vectors, strict=True):
                row = self._db.conn.execute(
                    rows.INSERT_CLAIM, rows.claim_row(version, claim)
                ).lastrowid
                self._db.conn.execute(
                    "INSERT INTO embeddings VALUES (?, ?, ?)",
                    (row, encoder_id, vector.astype("<f4").tobytes()),
                )
            return Added.NEW if number == 1 else Added.CHANGED

    def add_unreadable(self, unread: NotJudged) -> None:
        """Remember that something could not be read."""
        with explained(self.path), self._writing():
            self._db.conn.execute(
                "INSERT OR IGNORE INTO unreadable (what, reason, url, seen_at) VALUES (?, ?, ?, ?)",
                (unread.what, unread.reason, unread.url, _now()),
            )

    def remember(self, judged: Judged) -> None:
        """Store what was judged of an article, in the place of what was stored of it before."""
        with explained(self.path), self._writing():
            memory.write(self._db.conn, judged)

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
        # What no search may find any more must not weigh in its word counts either.
        conn.execute(
            "INSERT INTO claims_words (claims_words, rowid, reading) "
            "SELECT 'delete', c.id, c.reading FROM claims c JOIN versions v ON v.id = c.version "
            "WHERE v.article = ? AND v.current",
            (article.id,),
        )
        conn.execute("UPDATE versions SET current = 0 WHERE article = ?", (article.id,))
        days = date_range(article.published)
        row = conn.execute(
            "INSERT INTO versions (article, number, current, title, published, first_day, "
            "last_day, authors, language, text, text_sha256, ingested_at, partial, doubt) "
            "VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                article.id,
                last + 1,
                article.title,
                article.published,
                days[0].isoformat() if days else None,
                days[1].isoformat() if days else None,
                rows.authors(article.authors),
                article.language,
                article.text,
                _sha256(article.text),
                _now(),
                article.partial,
                article.doubt,
            ),
        ).lastrowid
        reviews.write(conn, int(row or 0), article.fact_check)
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
        with explained(self.path):
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
        with explained(self.path):
            return search.passages(self._db.conn, self.path, claims, vectors, scope, most)

    def index(self) -> None:
        """Bring up to date what a search derives from the corpus; else the next search does it."""
        with explained(self.path):
            row = self._row("SELECT dimensions FROM encoders ORDER BY id LIMIT 1")
            if row:
                matrix(self._db.conn, self.path, row[0])

    def claims(self, numbers: Iterable[int]) -> dict[int, tuple[Claim, Article]]:
        """Return the claims of these numbers (as in `Hit.number`), each with its article."""
        found: dict[int, tuple[Claim, Article]] = {}
        articles: dict[int, Article] = {}
        with explained(self.path):
            wanted = json.dumps(sorted(numbers))
            for number, version, *row in self._db.conn.execute(rows.SELECT_CLAIMS, (wanted,)):
                if version not in articles:
                    articles[version] = self._article(version)
                found[number] = (rows.claim(articles[version].id, row), articles[version])
        return found

    def recall(self, article_id: str, encoder: str, judge: str) -> Judged | None:
        """Return what was last judged of an article by these two; None where nothing was.

        It may be stale, and the article another by now: `pipeline.stale` says so.
        """
        with explained(self.path):
            return memory.read(self._db.conn, article_id, encoder, judge, self.claims)

    def histories(
        self, ours: history.Ours, since: str | None, until: str | None
    ) -> list[history.History]:
        """Return the articles of some outlets between two days, by date, with all versions."""
        with explained(self.path):
            return history.read(self._db.conn, ours, since, until)

    def repeated(
        self, texts: Sequence[str], ours: history.Ours, besides: str, limits: ClaimSettings
    ) -> frozenset[str]:
        """Return the texts that `ours` print again and again, apart from one article."""
        with explained(self.path):
            return repeated(self._db.conn, texts, ours, besides, limits)

    def articles(self) -> Iterator[Article]:
        """Yield the current version of every article, by id."""
        return self._each("current ORDER BY article")

    def versions(self, id_: str) -> Iterator[Article]:
        """Yield all that was seen of one article, the first first: its silent edits."""
        return self._each("article = ? ORDER BY number", id_)

    def _each(self, which: str, *values: str) -> Iterator[Article]:
        with explained(self.path):
            select = f"SELECT id FROM versions WHERE {which}"
            numbers = self._db.conn.execute(select, values).fetchall()
        for (version,) in numbers:
            with explained(self.path):
                article = self._article(version)
            yield article

    def article(self, id_: str) -> Article | None:
        """Return the current version of one article; None where there is none."""
        with explained(self.path):
            row = self._row("SELECT id FROM versions WHERE article = ? AND current", id_)
            return self._article(row[0]) if row else None

    def page(self, id_: str) -> raw.RawPage | None:
        """Return an article's page as the server sent it; None where it was not fetched."""
        with explained(self.path):
            return raw.page(self._db.conn, id_)

    def scope(self, window: tuple[str, str] | None, foreign: search.Foreign) -> search.Scope:
        """Return which articles' current versions lie in the window and are `foreign`.

        Without a window all versions are in scope; with one, undated ones are out, and counted.
        """
        with explained(self.path):
            return search.scope(self._db.conn, window, foreign)

    def outlets(self) -> list[rows.OutletCount]:
        """Return what the corpus holds, per outlet and domain, most articles first."""
        with explained(self.path):
            return [rows.OutletCount(*row) for row in self._db.conn.execute(rows.SELECT_OUTLETS)]

    def fact_checks(self) -> list[tuple[str, int]]:
        """Return who reviewed claims (ClaimReview), and how many, by name."""
        with explained(self.path):
            return reviews.counted(self._db.conn)

    def unreadable(self) -> list[NotJudged]:
        """Return what could not be read when it was offered, by place, each with the reason."""
        with explained(self.path):
            offered = self._db.conn.execute(
                "SELECT what, reason, url FROM unreadable ORDER BY what, reason"
            )
            return [NotJudged(*row) for row in offered]

    def caveats(self) -> list[tuple[str, str, str]]:
        """Return each doubtful date and each text that is not whole: what, where and why."""
        with explained(self.path):
            return self._db.conn.execute(rows.SELECT_CAVEATS).fetchall()

    def mismatches(self) -> Iterator[NotJudged]:
        """Yield what is not as it was stored: texts, statements, bodies as they were fetched."""
        with explained(self.path):
            yield from verifying.mismatches(self._db.conn)

    def months(self) -> list[tuple[str, str, int, int]]:
        """Return outlet, month (empty: undated), articles and teasers, by outlet and month."""
        with explained(self.path):
            return self._db.conn.execute(rows.SELECT_MONTHS).fetchall()

    def digest(self) -> str:
        """Return the SHA-256 of what the corpus says: all current articles, with their metadata.

        Two corpora with the same articles have the same digest, whatever the order in which
        they came in.
        """
        with explained(self.path):
            return digests.digest(self._db.conn)

    def _article(self, version: int) -> Article:
        found = rows.article(self._row(rows.SELECT_ARTICLE, version))
        return reviews.marked(self._db.conn, version, found)

    def _row(self, sql: str, *values: object) -> tuple[Any, ...]:
        return self._db.conn.execute(sql, values).fetchone() or ()


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")

"""What was asked of the web for a corpus: sources, addresses, answers as they came.

Each step is one transaction that leaves nothing half done: a listing is stored together with the
addresses it named, an answer together with what was read from it. Whoever was killed goes on from
here.
"""

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from pathlib import Path

from xref.corpus.asking import Address, Answered, Offer, Source
from xref.corpus.explaining import explained
from xref.records import Completeness, NotJudged
from xref.settings import MANNERS

_ADDRESS = "key, url, source, title, published, outlet, etag, last_modified"


class Ledger:
    """The ledger of one open corpus."""

    def __init__(
        self,
        path: Path,
        connection: sqlite3.Connection,
        writing: Callable[[], AbstractContextManager[None]],
    ) -> None:
        self._path = path
        self._conn = connection
        self._transaction = writing

    # -- sources ----------------------------------------------------------------------------

    def add_source(self, url: str, outlet: str | None = None, parent: str | None = None) -> None:
        """Poll this listing from now on."""
        with explained(self._path), self._transaction():
            self._add_source(Source(url, outlet, parent))

    def drop_source(self, url: str) -> bool:
        """Poll this listing, and those it named, no more; say whether it was polled at all."""
        with explained(self._path), self._transaction():
            gone = self._conn.execute("DELETE FROM sources WHERE url = ? OR parent = ?", (url, url))
            return gone.rowcount > 0

    def sources(self) -> list[Source]:
        """Return all that is polled, by address."""
        with explained(self._path):
            rows = self._conn.execute(
                "SELECT url, outlet, parent, etag, last_modified FROM sources ORDER BY url"
            )
            return [Source(*row) for row in rows]

    def polled(
        self,
        source: Source,
        kind: str,
        at: datetime,
        *,
        offers: Sequence[Offer] = (),
        listings: Sequence[Source] = (),
        tags: tuple[str | None, str | None] = (None, None),
    ) -> list[str]:
        """Store what a source listed; return which of the addresses are to be asked for now."""
        with explained(self._path), self._transaction():
            for listing in listings:
                self._add_source(listing)
            due = [offer.key for offer in offers if self._offer(offer, source, at)]
            self._conn.execute(
                "UPDATE sources SET kind = ?, etag = ?, last_modified = ?, polled_at = ?, "
                "reason = NULL WHERE url = ?",
                (kind, *tags, _utc(at), source.url),
            )
        return due

    def source_failed(self, source: Source, reason: str, at: datetime) -> None:
        """Remember that a source could not be read."""
        with explained(self._path), self._transaction():
            self._conn.execute(
                "UPDATE sources SET polled_at = ?, reason = ? WHERE url = ?",
                (_utc(at), reason, source.url),
            )

    def silent(self) -> list[NotJudged]:
        """Return the sources whose last answer could not be used, by address, and why."""
        with explained(self._path):
            rows = self._conn.execute(
                "SELECT url, reason FROM sources WHERE reason IS NOT NULL ORDER BY url"
            )
            return [NotJudged(url, reason, url) for url, reason in rows]

    def _add_source(self, source: Source) -> None:
        self._conn.execute(
            "INSERT INTO sources (url, outlet, parent) VALUES (?, ?, ?) ON CONFLICT (url) "
            "DO UPDATE SET outlet = coalesce(excluded.outlet, outlet)",
            (source.url, source.outlet, source.parent),
        )

    def _offer(self, offer: Offer, source: Source, at: datetime) -> bool:
        """Queue an address that is new, or that its source says was changed."""
        row = self._conn.execute(
            "INSERT INTO addresses (key, url, source, title, published, outlet, stamp, listed, "
            "state, due_at, failures) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'waiting', ?, 0) "
            # Two sources may give two stamps: only the one that queued it says what is new.
            "ON CONFLICT (key) DO UPDATE SET stamp = excluded.stamp, due_at = excluded.due_at, "
            "state = 'waiting', title = coalesce(excluded.title, title), "
            "listed = coalesce(excluded.listed, listed) "
            "WHERE state NOT IN ('waiting', 'arrived', 'fetched') AND source = excluded.source "
            "AND excluded.stamp IS NOT NULL AND excluded.stamp IS NOT stamp RETURNING key",
            (
                offer.key,
                offer.url,
                source.url,
                offer.title,
                offer.published,
                source.outlet,
                offer.stamp,
                offer.listed,
                _utc(at),
            ),
        ).fetchone()
        return row is not None

    def offered(self, offer: Offer, source: Source, at: datetime) -> Address | None:
        """Queue one address that a page named; return it if it is to be asked for."""
        with explained(self._path), self._transaction():
            queued = self._offer(offer, source, at)
        return self.address(offer.key) if queued else None

    # -- addresses --------------------------------------------------------------------------

    def due(self, at: datetime) -> list[Address]:
        """Return what is to be asked for now, in the order in which it was listed."""
        return self._addresses("state = 'waiting' AND due_at <= ? ORDER BY rowid", _utc(at))

    def address(self, key: str) -> Address | None:
        """Return one address; None where nobody named it."""
        return next(iter(self._addresses("key = ?", key)), None)

    def recheck(self, since: datetime, at: datetime) -> None:
        """Ask again for what was read, where its last answer is not older than `since`."""
        with explained(self._path), self._transaction():
            self._conn.execute(
                "UPDATE addresses SET state = 'waiting', due_at = ? WHERE state = 'read' AND "
                "(SELECT min(fetched_at) FROM answers WHERE address = key) >= ?",
                (_utc(at), _utc(since)),
            )

    def _addresses(self, where: str, *values: str) -> list[Address]:
        with explained(self._path):
            rows = self._conn.execute(f"SELECT {_ADDRESS} FROM addresses WHERE {where}", values)
            return [Address(*row) for row in rows]

    def arrived(self, key: str, answer: Answered) -> None:
        """Store an answer as it came."""
        digest = hashlib.sha256(answer.body).hexdigest()
        headers = json.dumps(answer.headers, ensure_ascii=False)
        at = _utc(answer.fetched_at)
        with explained(self._path), self._transaction():
            self._conn.execute(
                "INSERT OR IGNORE INTO bodies VALUES (?, ?, ?)",
                (digest, len(answer.body), zlib.compress(answer.body)),
            )
            self._conn.execute(
                "INSERT INTO answers (address, url, headers, fetched_at, body) "
                "VALUES (?, ?, ?, ?, ?)",
                (key, answer.url, headers, at, digest),
            )
            self._conn.execute(
                "UPDATE addresses SET state = 'arrived', due_at = NULL, failures = 0, etag = ?, "
                "last_modified = ? WHERE key = ?",
                (answer.header("etag"), answer.header("last-modified"), key),
            )

    def unread(self) -> list[Address]:
        """Return the addresses whose answers were stored, but not read, by key."""
        return self._addresses("state = 'arrived' ORDER BY key")

    def answer(self, key: str) -> Answered:
        """Return the last answer of an address, which has one."""
        with explained(self._path):
            url, headers, packed, at = self._conn.execute(
                "SELECT a.url, headers, packed, fetched_at FROM answers a "
                "JOIN bodies ON sha256 = body WHERE address = ? ORDER BY id DESC LIMIT 1",
                (key,),
            ).fetchone()
            said = tuple((str(name), str(value)) for name, value in json.loads(headers))
            return Answered(url, said, zlib.decompress(packed), datetime.fromisoformat(at))

    def read(self, key: str, reading: str, shape: str | None, site: str) -> None:
        """Store what was read from the last answer of an address."""
        with explained(self._path), self._transaction():
            # What an earlier answer said is settled by this one.
            self._conn.execute("UPDATE answers SET reading = NULL WHERE address = ?", (key,))
            self._conn.execute(
                "UPDATE answers SET reading = ? WHERE id = "
                "(SELECT max(id) FROM answers WHERE address = ?)",
                (reading, key),
            )
            self._conn.execute("DELETE FROM shapes WHERE address = ?", (key,))
            if shape is not None:
                self._conn.execute("INSERT INTO shapes VALUES (?, ?, ?)", (_sha(shape), key, site))
            self._conn.execute("UPDATE addresses SET state = 'fetched' WHERE key = ?", (key,))

    def unchanged(self, key: str) -> None:
        """Remember that the server says a page has not changed since its last answer."""
        with explained(self._path), self._transaction():
            self._conn.execute(
                "UPDATE addresses SET state = 'read', due_at = NULL, failures = 0 WHERE key = ?",
                (key,),
            )
            # A wall that is still there is still no body.
            self._conn.execute(
                "DELETE FROM unreadable WHERE url = (SELECT url FROM addresses WHERE key = ? "
                "AND article IS NOT NULL)",
                (key,),
            )

    def failed(self, key: str, unread: NotJudged, wait: float | None, at: datetime) -> None:
        """Remember why there is no answer; `wait` is when to ask again, None for never."""
        with explained(self._path), self._transaction():
            (failures,) = self._conn.execute(
                "SELECT failures FROM addresses WHERE key = ?", (key,)
            ).fetchone()
            later = None
            if wait is not None and failures < len(MANNERS.again_hours):
                hours = timedelta(hours=MANNERS.again_hours[failures])
                later = _utc(at + max(hours, timedelta(seconds=wait)))
            self._conn.execute(
                "UPDATE addresses SET state = ?, due_at = ?, failures = failures + 1, "
                "reason = ? WHERE key = ?",
                ("waiting" if later else "failed", later, unread.reason, key),
            )
            self._unreadable(unread, at)

    # -- settling ---------------------------------------------------------------------------

    def fetched(self) -> list[str]:
        """Return the addresses whose answers are to be settled, in a fixed order."""
        with explained(self._path):
            rows = self._conn.execute(
                "SELECT key FROM addresses WHERE state = 'fetched' ORDER BY 1"
            )
            return [key for (key,) in rows]

    def reading(self, key: str) -> str:
        """Return what was read from an address's last answer, as it was written down."""
        with explained(self._path):
            row = self._conn.execute(
                "SELECT reading FROM answers WHERE address = ? ORDER BY id DESC LIMIT 1", (key,)
            ).fetchone()
        return str(row[0])

    def spread(self, shape: str) -> list[str]:
        """Return the sites on which pages have a text of this shape, one for each page."""
        with explained(self._path):
            rows = self._conn.execute(
                "SELECT site FROM shapes WHERE sha256 = ? ORDER BY address", (_sha(shape),)
            )
            return [site for (site,) in rows]

    def sharing(self, shape: str) -> list[Address]:
        """Return the addresses that were read and have a text of this shape."""
        return self._addresses(
            "state = 'read' AND article IS NOT NULL AND key IN "
            "(SELECT address FROM shapes WHERE sha256 = ?) ORDER BY key",
            _sha(shape),
        )

    def settled(
        self,
        key: str,
        completeness: Completeness,
        article: str | None,
        at: datetime,
        *,
        reason: str | None = None,
        alias: bool = False,
        dates: str = "[]",
        doubt: str | None = None,
        unread: NotJudged | None = None,
    ) -> None:
        """Say what became of an answer; with `unread`, that it is no article."""
        with explained(self._path), self._transaction():
            self._conn.execute(
                "UPDATE addresses SET state = ?, completeness = ?, reason = ?, article = ?, "
                "dates = ?, doubt = ?, listed = CASE WHEN ? IS NULL THEN listed END WHERE key = ?",
                (
                    "alias" if alias else "read",
                    completeness,
                    reason,
                    article,
                    dates,
                    doubt,
                    article,
                    key,
                ),
            )
            self._conn.execute("UPDATE answers SET reading = NULL WHERE address = ?", (key,))
            (url,) = self._conn.execute(
                "SELECT url FROM addresses WHERE key = ?", (key,)
            ).fetchone()
            self._conn.execute("DELETE FROM unreadable WHERE url = ?", (url,))
            if unread is not None:
                self._unreadable(unread, at)

    def untold(self) -> list[tuple[Address, str, str]]:
        """Return the addresses without an article whose listing has text: why, and that text."""
        with explained(self._path):
            rows = self._conn.execute(
                f"SELECT {_ADDRESS}, reason, listed FROM addresses WHERE listed IS NOT NULL "
                "AND article IS NULL AND (state IN ('read', 'failed') OR failures > 0) ORDER BY key"
            ).fetchall()
        return [(Address(*row), reason or "", listed) for *row, reason, listed in rows]

    def stood_in(
        self, address: Address, completeness: Completeness, unread: NotJudged, at: datetime
    ) -> None:
        """Say that the listing's text stands for a page, which is asked for as before."""
        with explained(self._path), self._transaction():
            self._conn.execute(
                "UPDATE addresses SET article = key, completeness = ?, listed = NULL WHERE key = ?",
                (completeness, address.key),
            )
            self._unreadable(unread, at)

    def withdraw(self, address: Address, article: str, unread: NotJudged, at: datetime) -> None:
        """Take an article out of sight whose text proved to be no body; its versions are kept."""
        with explained(self._path), self._transaction():
            self._conn.execute(
                "INSERT INTO claims_words (claims_words, rowid, reading) "
                "SELECT 'delete', c.id, c.reading FROM claims c JOIN versions v ON "
                "v.id = c.version WHERE v.article = ? AND v.current",
                (article,),
            )
            self._conn.execute("UPDATE versions SET current = 0 WHERE article = ?", (article,))
            self._conn.execute(
                "UPDATE addresses SET completeness = ?, reason = ?, article = NULL WHERE key = ?",
                (Completeness.BLOCKED, unread.reason, address.key),
            )
            self._unreadable(unread, at)

    def _unreadable(self, unread: NotJudged, at: datetime) -> None:
        # The last reason is the one that holds.
        self._conn.execute("DELETE FROM unreadable WHERE url = ?", (unread.url,))
        self._conn.execute(
            "INSERT OR IGNORE INTO unreadable (what, reason, url, seen_at) VALUES (?, ?, ?, ?)",
            (unread.what, unread.reason, unread.url, _utc(at)),
        )

    # -- looking ----------------------------------------------------------------------------

    def article_of(self, key: str) -> str | None:
        """Return the id of the article that was read at an address."""
        with explained(self._path):
            row = self._conn.execute(
                "SELECT article FROM addresses WHERE key = ?", (key,)
            ).fetchone()
        return row[0] if row else None


def _utc(at: datetime) -> str:
    return at.isoformat(timespec="seconds")


def _sha(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()

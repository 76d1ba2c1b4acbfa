"""What the ledger keeps: sources, the addresses that they name, what those answered."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Source:
    """A listing that is polled."""

    url: str
    outlet: str | None = None
    parent: str | None = None
    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """An address that a source named."""

    key: str
    url: str
    title: str | None = None
    published: str | None = None
    stamp: str | None = None
    listed: str | None = None
    """What the source itself has of the article's text, as JSON; kept until the page was read."""


@dataclass(frozen=True, slots=True)
class Address:
    """An address in the ledger."""

    key: str
    url: str
    source: str
    title: str | None
    published: str | None
    outlet: str | None
    etag: str | None
    last_modified: str | None


@dataclass(frozen=True, slots=True)
class Answered:
    """What a server sent."""

    url: str
    headers: tuple[tuple[str, str], ...]
    body: bytes
    fetched_at: datetime

    def header(self, name: str) -> str | None:
        """Return a header's value."""
        return next((value for key, value in self.headers if key.lower() == name), None)

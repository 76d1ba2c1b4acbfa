"""robots.txt: what a site lets programs read, and how fast.

As RFC 9309 has it: a site that has no such file allows everything, one whose server is in trouble
allows nothing for now.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from xref.errors import FetchError
from xref.fetching.pages import Page
from xref.settings import MANNERS

_NAME = "xref"
"""What a site's owner writes after `User-agent:` to speak to us alone."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What one site's robots.txt says to us."""

    parsed: Any = None
    closed: str | None = None
    """Why nothing may be read, where the file itself could not be."""

    def refusal(self, url: str) -> str | None:
        """Say why an address may not be asked for; None where it may."""
        if self.closed:
            return self.closed
        if self.parsed is not None and not self.parsed.can_fetch(url, _NAME):
            return "robots.txt asks programs not to read it"
        return None

    @property
    def delay(self) -> float:
        """Seconds between two requests that the site asks for; 0 where it asks for none."""
        asked = self.parsed.crawl_delay(_NAME) if self.parsed is not None else None
        return min(float(asked or 0), MANNERS.longest_delay)

    @property
    def sitemaps(self) -> tuple[str, ...]:
        """The sitemaps that the site names."""
        named = self.parsed.sitemaps if self.parsed is not None else ()
        return tuple(str(url) for url in named)[: MANNERS.sitemaps]


def place(url: str) -> str:
    """Give the address of the robots.txt that speaks for an address."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}/robots.txt"


def rules(url: str, get: Callable[[str], Page]) -> Rules:
    """Read the robots.txt that speaks for an address."""
    try:
        page = get(place(url))
    except FetchError as error:
        if error.passing:
            why = str(error).removeprefix(f"{place(url)} ").rstrip(".")
            return Rules(closed=f"robots.txt could not be read, so nothing is: it {why}")
        return Rules()
    return parse(page.body)


def parse(body: bytes) -> Rules:
    """Read what a robots.txt says; what is no such file says nothing."""
    from protego import Protego

    try:
        return Rules(Protego.parse(body[: MANNERS.robots_bytes].decode("utf-8", "replace")))
    except Exception:  # a hostile file must not stop the run, and its errors have no common kind
        return Rules()

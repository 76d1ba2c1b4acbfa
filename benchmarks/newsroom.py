"""A made-up web on this machine: outlets with feeds, sitemaps, and everything that goes wrong.

Each outlet has a loopback address of its own. All texts are drawn from a list of words by a seeded
generator; the same seed gives the same web. What each page ought to become is known beforehand.
"""

import gzip
import json
import random
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, cast
from xml.sax.saxutils import escape

_WORDS = (
    "harbour council bridge minister report village storm engine market school border treaty "
    "harvest railway tunnel museum election hospital factory river captain garden lawyer pilot "
    "budget forest island teacher engineer protest summit glacier orchestra archive"
)
_VERBS = "opened closed visited repaired postponed announced rejected approved delayed praised"
_PLACES = "Northport Eastfield Westhaven Southbury Midvale Oldbridge Newford Highmoor"
WALL = (
    "Dear reader, this site stores small files on your device in order to measure audiences and "
    "to show what may interest you. You decide which of these purposes you allow, and you may "
    "change your mind at any time at the foot of each page on this site."
)
_FIRST_DAY = datetime(2024, 3, 1, 8, tzinfo=UTC)

ODD = (
    "amp",
    "mirror",
    "robots",
    "401",
    "403",
    "404",
    "busy",
    "flaky",
    "500",
    "loop",
    "hops",
    "cyrillic",
    "mislabelled",
    "broken-gzip",
    "huge",
    "wall",
    "wall",
    "wall",
    "teaser",
    "undated",
    "future",
    "misnamed",
)
"""Kinds of pages that are not plain; `amp` and `mirror` are copies of a plain one, `misnamed` names
another's address as its own."""
READABLE = frozenset(
    [
        "plain",
        "busy",
        "flaky",
        "hops",
        "cyrillic",
        "mislabelled",
        "teaser",
        "undated",
        "future",
        "misnamed",
    ]
)
COPIES = frozenset(("amp", "mirror"))


@dataclass(frozen=True, slots=True)
class Story:
    """One page of one outlet."""

    number: int
    kind: str
    title: str
    paragraphs: tuple[str, ...]
    published: datetime

    @property
    def path(self) -> str:
        """Where it is."""
        if self.kind == "amp":
            return f"/news/story-{self.number - 1}/amp"
        folder = {"robots": "closed", "mirror": "mirror"}.get(self.kind, "news")
        return f"/{folder}/story-{self.number}"


@dataclass(slots=True)
class Outlet:
    """One outlet, with its address once it is served."""

    name: str
    stories: list[Story]
    listing: str
    slow: float = 0.0
    address: str = ""
    edited: set[int] = field(default_factory=set)
    """Numbers of stories whose text was changed since."""
    carried: set[int] = field(default_factory=set)
    """Numbers of stories whose text its feed has, too."""

    def url(self, story: Story) -> str:
        """Return the address of a story."""
        return f"{self.address}{story.path}"

    @property
    def source(self) -> str:
        """Return the address of its feed or sitemap."""
        return f"{self.address}/{self.listing}"


@dataclass(frozen=True, slots=True)
class Seen:
    """One request that a server got."""

    outlet: str
    path: str
    began: float
    ended: float
    status: int


@dataclass(slots=True)
class Newsroom:
    """All outlets, and what was asked of them."""

    outlets: list[Outlet]
    huge_bytes: int
    seen: list[Seen] = field(default_factory=list)

    @property
    def readable(self) -> set[str]:
        """Return the addresses of all stories that ought to come into the corpus, each once."""
        return {o.url(s) for o in self.outlets for s in o.stories if s.kind in READABLE}

    @property
    def unreadable(self) -> set[str]:
        """Return the addresses of all pages that ought to be named as not read."""
        told = {o.url(s) for o in self.outlets for s in o.stories}
        return (
            told
            - self.readable
            - {o.url(s) for o in self.outlets for s in o.stories if s.kind in COPIES}
        )

    def requests(self, folder: str = "/") -> list[Seen]:
        """Return the requests for paths under a folder, in order."""
        return [request for request in self.seen if request.path.startswith(folder)]


def make(outlets: int, pages: int, *, seed: int = 8, huge_bytes: int = 100_000_000) -> Newsroom:
    """Make a newsroom of so many outlets and pages in all."""
    draw = random.Random(seed)  # noqa: S311 - a made-up web, no secrets
    each = -(-pages // outlets)
    formats = ("rss", "atom", "feed.json", "sitemap.xml", "sitemap-index.xml")
    made = [
        Outlet(
            f"Gazette {number}",
            _stories(draw, min(each, pages - each * number), number),
            formats[number % len(formats)],
            slow=0.05 if number % 10 == 9 else 0.0,
        )
        for number in range(outlets)
    ]
    return Newsroom(made, huge_bytes)


def _stories(draw: random.Random, count: int, outlet: int) -> list[Story]:
    """Make an outlet's stories; every third page is odd, each kind in its turn."""
    stories: list[Story] = []
    for number in range(count):
        kind = ODD[(number // 3 + outlet * 5) % len(ODD)] if number % 3 == 2 else "plain"
        story = Story(
            number,
            kind,
            _sentence(draw).removesuffix("."),
            tuple(" ".join(_sentence(draw) for _ in range(4)) for _ in range(4)),
            _FIRST_DAY + timedelta(hours=number * 7 + outlet),
        )
        if kind in COPIES:
            story = replace(stories[-1], number=number, kind=kind)
        stories.append(story)
    return stories


def _sentence(draw: random.Random) -> str:
    one, two, three = draw.sample(_WORDS.split(), 3)
    place, verb = draw.choice(_PLACES.split()), draw.choice(_VERBS.split())
    return (
        f"The {one} of {place} {verb} {draw.randint(3, 9_000)} {two} plans "
        f"near the {three} on {draw.choice(('Monday', 'Tuesday', 'Friday'))}."
    )


# -- pages -----------------------------------------------------------------------------------


def html(outlet: Outlet, story: Story, *, edited: bool = False) -> str:
    """Write a story's page."""
    paragraphs = list(story.paragraphs)
    if story.kind == "wall":
        paragraphs = [WALL]
    if story.kind == "teaser":
        paragraphs = [paragraphs[0], "Subscribe to continue reading this article."]
    if story.kind == "cyrillic":
        paragraphs.append("Министр посетил новый мост и больницу. " * 6)
    if edited:
        paragraphs[0] = paragraphs[0].replace("The ", "The former ", 1)
    is_other = story.kind in COPIES or story.kind == "misnamed"
    canonical = f"/news/story-{story.number - 1}" if is_other else story.path
    body = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs)
    return (
        f"<!doctype html><html lang='en'><head><title>{escape(story.title)}</title>"
        f"<meta property='og:site_name' content='{escape(outlet.name)}'>"
        f"<link rel='canonical' href='{outlet.address}{canonical}'>{_date(story)}</head><body>"
        "<header><nav><a href='/'>Front page</a> <a href='/sport'>Sport</a></nav></header>"
        f"<article><h1>{escape(story.title)}</h1>{body}</article>"
        "<footer>All rights reserved.</footer></body></html>"
    )


def _date(story: Story) -> str:
    if story.kind == "undated":
        return ""
    moment = story.published.replace(year=2099) if story.kind == "future" else story.published
    return f"<meta property='article:published_time' content='{moment.isoformat()}'>"


def listing(outlet: Outlet, name: str) -> tuple[str, bytes]:
    """Write a listing by its name; return type and bytes."""
    stories = [(outlet.url(story), story) for story in outlet.stories]
    if name == "rss":
        items = "".join(
            f"<item><title>{escape(s.title)}</title><link>{url}</link>"
            f"<content:encoded>{escape(_carried(outlet, s))}</content:encoded></item>"
            for url, s in stories
        )
        names = "xmlns:content='http://purl.org/rss/1.0/modules/content/'"
        return (
            "application/rss+xml",
            f"<rss version='2.0' {names}><channel>{items}</channel></rss>".encode(),
        )
    if name == "atom":
        items = "".join(
            f"<entry><title>{escape(s.title)}</title><link href='{url}'/>"
            f"<summary type='html'>{escape(_carried(outlet, s))}</summary></entry>"
            for url, s in stories
        )
        feed = f"<feed xmlns='http://www.w3.org/2005/Atom'>{items}</feed>"
        return "application/atom+xml", feed.encode()
    if name == "feed.json":
        rows = [
            {"url": url, "title": s.title, "content_html": _carried(outlet, s)}
            for url, s in stories
        ]
        return "application/json", json.dumps({"version": "1", "items": rows}).encode()
    if name == "sitemap-index.xml":
        inner = f"<sitemap><loc>{outlet.address}/sitemap.xml.gz</loc></sitemap>"
        return "application/xml", f"<sitemapindex>{inner}</sitemapindex>".encode()
    items = "".join(f"<url><loc>{url}</loc></url>" for url, _ in stories)
    return "application/xml", f"<urlset>{items}</urlset>".encode()


def _carried(outlet: Outlet, story: Story) -> str:
    paragraphs = story.paragraphs if story.number in outlet.carried else ()
    return "".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs)


# -- serving ---------------------------------------------------------------------------------


@contextmanager
def served(newsroom: Newsroom) -> Iterator[Newsroom]:
    """Serve every outlet at a loopback address of its own."""
    servers = []
    for number, outlet in enumerate(newsroom.outlets):
        server = _Server((f"127.0.{1 + number // 200}.{1 + number % 200}", 0), _Handler)
        server.outlet, server.newsroom = outlet, newsroom
        outlet.address = "http://{}:{}".format(*server.socket.getsockname())
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        servers.append(server)
    try:
        yield newsroom
    finally:
        for server in servers:
            server.shutdown()
            server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    outlet: Outlet
    newsroom: Newsroom


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        """Answer, and remember that we did."""
        server = cast("_Server", self.server)
        began = time.monotonic()
        time.sleep(server.outlet.slow)
        self._status = 0
        with suppress(OSError):
            self._route(server.outlet, server.newsroom)
        server.newsroom.seen.append(
            Seen(server.outlet.name, self.path, began, time.monotonic(), self._status)
        )

    def log_message(self, *_: Any) -> None:
        """Keep quiet."""

    def _route(self, outlet: Outlet, newsroom: Newsroom) -> None:
        name = self.path.lstrip("/")
        if name == "robots.txt":
            self._send(b"User-agent: *\nDisallow: /closed/\n", "text/plain")
        elif name == "sitemap.xml.gz":
            self._send(gzip.compress(listing(outlet, "sitemap.xml")[1]), "application/gzip")
        elif name == outlet.listing:
            kind, body = listing(outlet, name)
            self._send(body, kind)
        else:
            by_path = {story.path: story for story in outlet.stories}
            story = by_path.get(self.path.removesuffix("?moved"))
            if story is None:
                self._send(b"", "text/html", 404)
            else:
                self._page(outlet, story, newsroom)

    def _page(self, outlet: Outlet, story: Story, newsroom: Newsroom) -> None:
        before = sum(1 for seen in newsroom.seen if (seen.outlet, seen.path) == self._me(outlet))
        kind = story.kind
        if kind in ("401", "403", "404", "500"):
            self._send(b"", "text/html", int(kind))
        elif kind == "busy" and not before:
            self._send(b"", "text/html", 429, {"Retry-After": "1"})
        elif kind == "flaky" and not before:
            self._send(b"", "text/html", 503)
        elif kind == "loop" or (kind == "hops" and not self.path.endswith("?moved")):
            target = story.path if kind == "loop" else f"{story.path}?moved"
            self._send(b"", "text/html", 302, {"Location": target})
        elif kind == "huge":
            self._send_huge(newsroom.huge_bytes)
        else:
            self._send_story(outlet, story)

    def _me(self, outlet: Outlet) -> tuple[str, str]:
        return outlet.name, self.path

    def _send_story(self, outlet: Outlet, story: Story) -> None:
        text = html(outlet, story, edited=story.number in outlet.edited)
        charset = {"cyrillic": "windows-1251", "mislabelled": "iso-8859-5"}.get(story.kind, "utf-8")
        encoding = "utf-8" if story.kind == "mislabelled" else charset
        body = text.encode(encoding)
        kind = f"text/html; charset={charset}"
        if story.kind == "broken-gzip":
            self._send(gzip.compress(body)[:-20], kind, 200, {"Content-Encoding": "gzip"})
        else:
            tag = f'"{story.number}-{story.number in outlet.edited}"'
            if self.headers.get("If-None-Match") == tag:
                self._send(b"", kind, 304, {"ETag": tag})
            else:
                self._send(body, kind, 200, {"ETag": tag})

    def _send(
        self, body: bytes, kind: str, status: int = 200, headers: dict[str, str] | None = None
    ) -> None:
        self._status = status
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def _send_huge(self, size: int) -> None:
        self._status = 200
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(size))
        self.end_headers()
        for _ in range(size // 1_000_000):
            self.wfile.write(b"<p>x</p>" * 125_000)

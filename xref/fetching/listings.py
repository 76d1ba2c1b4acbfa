"""bytes -> addresses: what a feed, a sitemap, an OPML file or a list of addresses names.

A listing is told by its beginning, not by its name. Nothing in it is trusted: entities are
refused, since a few lines of them unpack to gigabytes.
"""

import json
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from html import escape
from itertools import islice
from typing import Any
from urllib.parse import urljoin
from xml.sax import SAXException

from xref.errors import SourceUnreadable
from xref.settings import FETCHING, MANNERS

_GZIP = b"\x1f\x8b"
_START = re.compile(
    r"(?:\s|<\?.{0,500}?\?>|<!--.{0,2000}?-->|<!doctype[^>\[]{0,300}>)*<([\w:.-]{1,40})",
    re.IGNORECASE | re.DOTALL,
)
_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[^\s<>\"]{1,2048}", re.IGNORECASE)
_DAMAGED = "its XML is damaged, so addresses may be missing; what could be read of it was"
_FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+json")


class Kind(StrEnum):
    """What a listing is, and so what it names."""

    FEED = "feed"
    SITEMAP = "sitemap"
    INDEX = "sitemap index"
    OPML = "OPML"
    ADDRESSES = "list of addresses"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class Entry:
    """One address that a listing names, and what the listing says of it."""

    url: str
    title: str | None = None
    published: str | None = None
    """As an ISO date or date-time where the listing had one we understand."""
    stamp: str | None = None
    """When the listing says it was last changed: another stamp means that it is to be read anew."""
    text: str | None = None
    """What the listing itself has of the article, as markup."""
    whole: bool = False
    """Whether the listing gives that for the article's whole text."""


@dataclass(frozen=True, slots=True)
class Listing:
    """What was listed. For `INDEX` and `OPML` the entries are listings themselves."""

    kind: Kind
    entries: tuple[Entry, ...] = ()
    problem: str | None = None
    """Why some of what it lists may be missing."""


def read(data: bytes, address: str = "") -> Listing:
    """Tell what a listing is and read it; `PAGE`, without entries, where it is none.

    Raises:
        SourceUnreadable: it is damaged, or made to harm.
    """
    data = _unpacked(data)
    start = data[:8_000].decode("utf-8", "replace").lstrip("\ufeff \t\r\n")
    if start.startswith(("{", "[")):
        return Listing(Kind.FEED, _bounded(_json_feed(data, address)))
    root = _START.match(start)
    name = root[1].lower().rpartition(":")[2] if root else ""
    if not root and not start.startswith("<"):
        return _plain(data)
    if name in ("html", "head", "body"):
        return Listing(Kind.PAGE)
    if _ENTITY.search(data):
        raise SourceUnreadable("declares entities, as only files made to harm do")
    if name in ("urlset", "sitemapindex"):
        kind = Kind.SITEMAP if name == "urlset" else Kind.INDEX
        tree, problem = _tree(data)
        return Listing(kind, _bounded(_sitemap(tree, address)), problem)
    if name == "opml":
        tree, problem = _tree(data)
        return Listing(Kind.OPML, _bounded(_opml(tree)), problem)
    if name in ("rss", "feed", "rdf"):
        parsed = _parsed(data, address)
        problem = _DAMAGED if isinstance(parsed.get("bozo_exception"), SAXException) else None
        return Listing(Kind.FEED, _bounded(_feed(parsed, address)), problem)
    return Listing(Kind.PAGE)


def named_by(html: bytes, address: str) -> tuple[str, ...]:
    """Give the feeds that a site's front page names for machines."""
    from lxml import html as pages

    try:
        tree = pages.fromstring(html[: FETCHING.body_bytes])
    except Exception:  # hostile markup; lxml's errors have no common kind
        return ()
    found = (
        _joined(address, str(link.get("href")))
        for link in tree.iter("link")
        if link.get("href") and (link.get("type") or "").strip().lower() in _FEED_TYPES
    )
    return tuple(dict.fromkeys(url for url in found if _ADDRESS.fullmatch(url)))[:20]


def _unpacked(data: bytes) -> bytes:
    if not data.startswith(_GZIP):
        return data
    member = zlib.decompressobj(zlib.MAX_WBITS | 16)
    most = 10 * FETCHING.body_bytes
    try:
        whole = member.decompress(data, most)
    except zlib.error:
        raise SourceUnreadable("damaged gzip; try again later") from None
    if not member.eof:
        raise SourceUnreadable(f"cut short, or unpacks to more than {most // 1_000_000} MB")
    return whole


def _bounded(entries: Iterator[Entry]) -> tuple[Entry, ...]:
    """Keep each address once, as it was listed first."""
    kept: dict[str, Entry] = {}
    for entry in islice(entries, MANNERS.entries):
        if _ADDRESS.fullmatch(entry.url):
            kept.setdefault(entry.url, entry)
    return tuple(kept.values())


def _joined(address: str, link: str) -> str:
    """Give where a link leads; nothing where there is none, and not the listing itself."""
    try:
        return urljoin(address, link) if link.strip() else ""
    except ValueError:
        return ""


def _plain(data: bytes) -> Listing:
    """Read one address a line; what follows it on its line is ignored."""
    lines = data.decode("utf-8", "replace").splitlines()
    found = [_ADDRESS.match(line.strip()) for line in lines if not line.lstrip().startswith("#")]
    named = tuple(Entry(match[0]) for match in found if match)
    return Listing(Kind.ADDRESSES, _bounded(iter(named))) if named else Listing(Kind.PAGE)


def _parsed(data: bytes, address: str) -> Any:
    """Read RSS and Atom of any version."""
    import feedparser

    # Bytes only: a string could be taken for the name of a file or an address.
    try:
        parsed = feedparser.parse(
            data, response_headers={"content-location": address}, sanitize_html=False
        )
    except Exception as error:  # hostile markup; what its many parsers raise has no common kind
        raise SourceUnreadable(f"a feed that cannot be read ({type(error).__name__})") from error
    if not parsed.entries and parsed.bozo:
        raise SourceUnreadable("a feed whose XML is damaged; try again later")
    return parsed


def _feed(parsed: Any, address: str) -> Iterator[Entry]:
    for item in parsed.entries:
        link = item.get("feedburner_origlink") or item.get("link") or ""
        if not link and str(item.get("id", "")).startswith("http"):
            link = item["id"]
        published = _iso(item.get("published_parsed"))
        # Past feedparser's own way, which gives the date of publication where there is none.
        changed = _iso(dict.get(item, "updated_parsed"))
        yield Entry(
            _joined(address, str(link).strip()),
            str(item.get("title") or "") or None,
            published or changed,
            changed or published,
            *_carried(item),
        )


def _carried(item: Any) -> tuple[str | None, bool]:
    """Give what a feed has of an article's text, and whether it calls that its content."""
    for part in item.get("content") or ():
        if str(part.get("value") or "").strip():
            return _marked(part), True
    summary = item.get("summary_detail") or {}
    return (_marked(summary) if str(summary.get("value") or "").strip() else None), False


def _marked(part: Any) -> str:
    value = str(part["value"])
    return escape(value) if part.get("type") == "text/plain" else value


def _iso(moment: Any) -> str | None:
    try:
        year, month, day, hour, minute, second = tuple(moment)[:6]
        return f"{year:04d}-{month:02d}-{day:02d}T{hour:02d}:{minute:02d}:{min(second, 59):02d}Z"
    except (TypeError, ValueError):
        return None


def _json_feed(data: bytes, address: str) -> Iterator[Entry]:
    try:
        feed = json.loads(data.removeprefix(b"\xef\xbb\xbf"))
    except (ValueError, RecursionError):
        raise SourceUnreadable("neither a feed nor a list of addresses") from None
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list):
        raise SourceUnreadable("JSON, but no JSON Feed")
    for item in items:
        if isinstance(item, dict) and isinstance(item.get("url") or item.get("id"), str):
            published, changed = _text(item, "date_published"), _text(item, "date_modified")
            yield Entry(
                _joined(address, item.get("url") or item["id"]),
                _text(item, "title"),
                published,
                changed or published,
                *_carried_in_json(item),
            )


def _carried_in_json(item: dict[str, Any]) -> tuple[str | None, bool]:
    if html := _text(item, "content_html"):
        return html, True
    if plain := _text(item, "content_text"):
        return escape(plain), True
    summary = _text(item, "summary")
    return (escape(summary) if summary else None), False


def _text(item: dict[str, Any], key: str) -> str | None:
    value = item.get(key)
    return value.strip() if isinstance(value, str) and value.strip() else None


def _tree(data: bytes) -> tuple[Any, str | None]:
    """Parse a listing as far as it goes; say if that is not to its end."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True
    )
    try:
        tree = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        tree = None
    if tree is None:
        raise SourceUnreadable("XML that is damaged; try again later")
    return tree, _DAMAGED if parser.error_log.filter_from_fatals() else None


def _sitemap(tree: Any, address: str) -> Iterator[Entry]:
    for place in tree:
        said = {
            etree_name: (node.text or "").strip()
            for node in place.iter()
            if isinstance(node.tag, str)
            for etree_name in (node.tag.rpartition("}")[2],)
            # Pictures and films have addresses, too.
            if "image" not in node.tag and "video" not in node.tag
        }
        if said.get("loc"):
            day = said.get("publication_date")
            stamp = said.get("lastmod") or day
            yield Entry(_joined(address, said["loc"]), said.get("title") or None, day, stamp)


def _opml(tree: Any) -> Iterator[Entry]:
    for outline in tree.iter("outline"):
        attributes = {str(name).lower(): value for name, value in outline.attrib.items()}
        if attributes.get("xmlurl"):
            yield Entry(
                str(attributes["xmlurl"]).strip(),
                attributes.get("title") or attributes.get("text") or None,
            )

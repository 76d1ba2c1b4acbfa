"""A fetched page, with what listed it -> the article, how whole its body is, and its dates."""

import json
from dataclasses import asdict, dataclass, replace
from datetime import datetime

from xref.articles import bodies, characters, dates, factchecks, metadata, webpages
from xref.articles.found import Found, Place, settle
from xref.articles.metadata import Given
from xref.articles.sources import Kind, of_page
from xref.errors import SourceUnreadable
from xref.fetching.pages import Page
from xref.records import Article, Completeness, DateCandidate
from xref.settings import DEFAULT, READING, ReadingLimits


@dataclass(frozen=True, slots=True)
class Listed:
    """What a feed or a sitemap said of the page before it was fetched."""

    title: str | None = None
    published: str | None = None
    outlet: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What was had from a page."""

    completeness: Completeness
    reason: str | None = None
    article: Article | None = None
    """None where there is no body."""
    canonical: str | None = None
    """The address that the page calls its own, where that is another one."""
    dates: tuple[DateCandidate, ...] = ()
    doubt: str | None = None
    """Why the date is doubtful."""


def reading(
    page: Page, listed: Listed, fetched: datetime, limits: ReadingLimits = READING
) -> Reading:
    """Read a page; what goes wrong in it is said in the reading."""
    document = of_page(page)
    try:
        data = characters.joined(document.pieces(), limits.file_bytes)
        html = characters.decode(data, limits, declared=document.charset)
        if document.kind is not Kind.PAGE and not webpages.looks_like_page(html):
            return Reading(Completeness.EMPTY, "it is no web page")
        if factchecks.in_page(html, limits):
            return Reading(Completeness.EMPTY, "a fact-check; `xref ingest` keeps it as one")
        found = webpages.found_in(html, limits, address=page.url)
        return _read(found, html, page, listed, fetched, limits)
    except SourceUnreadable as error:
        return _unread(str(error), page.body)


def _unread(reason: str, body: bytes) -> Reading:
    text = body[:20_000].decode("utf-8", "replace")
    if bodies.walled(text):
        return Reading(Completeness.BLOCKED, "a consent or robot wall in place of the body")
    return Reading(Completeness.EMPTY, reason)


def _read(
    found: Found, html: str, page: Page, listed: Listed, fetched: datetime, limits: ReadingLimits
) -> Reading:
    tree = webpages.tree(html)
    dated = dates.dating(tree, page.url, listed.published, fetched, found.published)
    own = metadata.web_address(found.url, limits.address_characters)
    place = Place(page.url, page.url, address=page.url)
    settled = replace(
        found,
        url=None,
        published=dated.date,
        title=found.title or listed.title,
        outlet=listed.outlet or found.outlet,
    )
    article = next(iter(settle(settled, Given(), place, limits, unnamed=False)))
    if not isinstance(article, Article):
        return Reading(Completeness.EMPTY, article.reason)
    whole, reason = bodies.judge(article.text, tree)
    return Reading(
        whole,
        reason,
        replace(article, partial=reason, doubt=dated.doubt) if whole.readable else None,
        _other(own, page.url),
        dated.candidates,
        dated.doubt,
    )


def _other(own: str | None, address: str) -> str | None:
    """Give the address a page calls its own, if it is another page's.

    Many pages name their site's front page by mistake; that is no article's address.
    """
    if own is None or not metadata.has_path(own):
        return None
    same = metadata.canonical_address(own) == metadata.canonical_address(address)
    return None if same else own


def same_story(one: Article, other: Article) -> bool:
    """Whether two pages that claim one address hold one story; some sites name it wrongly."""
    if one.title and one.title == other.title:
        return True
    runs, others = _runs(one.text), _runs(other.text)
    return 2 * len(runs & others) >= max(1, min(len(runs), len(others)))


def _runs(text: str) -> set[tuple[str, ...]]:
    """Give all runs of so many words as tell a copy."""
    words = text.split()
    return {tuple(words[at : at + DEFAULT.copy_words]) for at in range(len(words))}


def as_json(reading: Reading) -> str:
    """Write a reading down, until it is settled."""
    return json.dumps(asdict(reading), ensure_ascii=False, sort_keys=True)


def from_json(written: str) -> Reading:
    """Take up a reading that was written down."""
    said = json.loads(written)
    article = said.pop("article")
    if article:
        article = Article(**{**article, "authors": tuple(article["authors"])})
    return Reading(
        completeness=Completeness(said.pop("completeness")),
        dates=tuple(DateCandidate(**date) for date in said.pop("dates")),
        article=article,
        **said,
    )

"""Sources -> listings -> addresses -> answers, each stored as it comes."""

from datetime import datetime

from xref.articles import bodies, carried, fetched, metadata
from xref.corpus.asking import Address, Offer, Source
from xref.errors import SourceUnreadable
from xref.fetching import listings, robots
from xref.fetching.listings import Kind, Listing
from xref.fetching.manners import Failure, Request
from xref.fetching.pages import Page
from xref.records import NotJudged
from xref.rounds.keeping import answered, kept
from xref.rounds.work import Work, key_of, listed, same_house
from xref.settings import MANNERS, READING


def gather(work: Work) -> None:
    """Poll every source and ask for every address that is due, and for what they lead to."""
    for source in work.corpus.ledger.sources():
        _poll(work, source, 0)
    for address in work.corpus.ledger.unread():
        _read(work, address)
    for address in work.corpus.ledger.due(work.clock()):
        _ask_for(work, address)
    with kept(work) as keep, work.crew:
        for request, answer in work.crew.answers(keep):
            if request.key in work.polled:
                _take_listing(work, request, answer)
            else:
                _take_page(work, work.asked[request.key], answer)
                work.step("fetched")


def _poll(work: Work, source: Source, depth: int) -> None:
    if source.url in work.polled:
        return
    work.polled[source.url] = source, depth
    work.tally(source.url)
    work.crew.add(Request(source.url, source.url, _conditions(source)))


def _conditions(known: Source | Address) -> dict[str, str]:
    """Give the headers that ask for a page only if it has changed."""
    said = {"If-None-Match": known.etag, "If-Modified-Since": known.last_modified}
    return {name: value for name, value in said.items() if value}


def _take_listing(work: Work, request: Request, answer: Page | Failure) -> None:
    source, depth = work.polled[request.key]
    tally = work.tally(source.url)
    if isinstance(answer, Page) and answer.status == 304:
        tally.kind = "unchanged"
        return
    try:
        if isinstance(answer, Failure):
            raise SourceUnreadable(answer.reason)
        listing = listings.read(answer.body, answer.url)
        _take_entries(work, source, depth, listing, answer)
    except SourceUnreadable as error:
        tally.reason = str(error)
        work.corpus.ledger.source_failed(source, str(error), work.clock())


def _take_entries(work: Work, source: Source, depth: int, listing: Listing, page: Page) -> None:
    """Store what a listing names and ask for it; an article's own page is stored as such."""
    ledger, tally = work.corpus.ledger, work.tally(source.url)
    tally.kind = listing.kind.value
    if listing.problem:
        tally.unread.append(NotJudged(source.url, listing.problem, source.url))
    named: tuple[str, ...] = ()
    offers: list[Offer] = []
    is_site = listing.kind is Kind.PAGE and not metadata.has_path(page.url)
    if listing.kind in (Kind.INDEX, Kind.OPML):
        named = tuple(entry.url for entry in listing.entries)[: _most_named(listing.kind)]
    elif is_site:
        tally.kind = "site"
        named = _named_by_site(work, page)
    elif listing.kind is Kind.PAGE:
        offers = [o for o in [_offer(listings.Entry(source.url))] if o]
    else:
        offers = [o for o in map(_offer, listing.entries) if o]
    children = [Source(url, source.outlet, source.url) for url in named]
    due = ledger.polled(
        source,
        tally.kind,
        work.clock(),
        offers=offers,
        listings=children,
        tags=_tags(page),
    )
    tally.listed = len(offers) or len(named)
    if depth < MANNERS.sitemap_levels:
        for child in children:
            _poll(work, child, depth + 1)
    for key in due:
        address = ledger.address(key)
        if address and listing.kind is Kind.PAGE:
            ledger.arrived(key, answered(page, work.clock()))
            _take_page(work, address, page)
        elif address:
            _ask_for(work, address)


def _most_named(kind: Kind) -> int:
    return MANNERS.sitemaps if kind is Kind.INDEX else MANNERS.entries


def _named_by_site(work: Work, page: Page) -> tuple[str, ...]:
    """Give the feeds and sitemaps that a site names for machines."""
    said = work.crew.rules_of(page.url) or robots.Rules()
    named = (*listings.named_by(page.body, page.url), *said.sitemaps)
    if not named:
        raise SourceUnreadable(
            "a front page that names neither a feed nor a sitemap; give the address of one"
        )
    return named


def _tags(page: Page) -> tuple[str | None, str | None]:
    headers = {name.lower(): value for name, value in page.headers}
    return headers.get("etag"), headers.get("last-modified")


def _offer(entry: listings.Entry) -> Offer | None:
    if metadata.web_address(entry.url, READING.address_characters) is None:
        return None
    return Offer(
        key_of(entry.url),
        entry.url,
        entry.title and entry.title[: READING.title_characters],
        metadata.understood(entry.published),
        entry.stamp,
        carried.as_json(entry.text, whole=entry.whole),
    )


def _ask_for(work: Work, address: Address) -> None:
    if address.key not in work.asked:
        work.asked[address.key] = address
        work.crew.add(Request(address.key, address.url, _conditions(address)))


def _take_page(work: Work, address: Address, answer: Page | Failure) -> None:
    """Store an answer, or why there is none."""
    tally, at = work.tally(address.source), work.clock()
    if isinstance(answer, Failure):
        if answer.spared:
            tally.counts["later"] += 1  # it stays due
            return
        # The address stands before the reason already.
        reason = answer.reason.removeprefix(f"{address.url} ").rstrip(".")
        unread = NotJudged(address.url, reason, address.url)
        tally.unread.append(unread)
        wait = answer.wait if answer.passing else None
        work.corpus.ledger.failed(address.key, unread, wait, at)
    elif answer.status == 304:
        tally.counts["unchanged"] += 1
        work.corpus.ledger.unchanged(address.key)
    else:
        _read(work, address)


def _read(work: Work, address: Address) -> None:
    """Read what an address answered, as it was stored."""
    stored = work.corpus.ledger.answer(address.key)
    kind = stored.header("content-type") or ""
    page = Page(stored.url, kind, stored.body, headers=stored.headers)
    read = fetched.reading(page, listed(work, address, page.url), stored.fetched_at)
    shape = bodies.shape(read.article.text, read.article.title) if read.article else None
    site = metadata.domain_of(page.url) or ""
    work.corpus.ledger.read(address.key, fetched.as_json(read), shape, site)
    if read.canonical and same_house(work.tools.outlets, read.canonical, page.url):
        _ask_canonical(work, address, read.canonical, stored.fetched_at)


def _ask_canonical(work: Work, address: Address, canonical: str, at: datetime) -> None:
    """Ask for the page that another one calls its own address, if nobody named it yet."""
    source = Source(address.source, address.outlet)
    offer = Offer(key_of(canonical), canonical, address.title, address.published)
    known = work.corpus.ledger.offered(offer, source, at)
    if known is not None:
        _ask_for(work, known)

"""One round of the newsroom's sources: listings -> addresses -> answers -> articles in the corpus.

First all is fetched that is due, and each answer is stored as it comes, with what was read from
it. Then all answers are settled in a fixed order, when it is known what many pages share. So the
corpus does not depend on who answered first, and a round that was killed is taken up where it was.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import islice
from json import dumps

from xref import pipeline
from xref.articles import bodies, fetched, metadata
from xref.articles.fetched import Listed, Reading
from xref.corpus.ledger import Address, Answered, Offer, Source
from xref.corpus.outlets import Registry
from xref.corpus.store import Added, Corpus
from xref.errors import SourceUnreadable
from xref.fetching import listings, robots
from xref.fetching.listings import Kind, Listing
from xref.fetching.manners import Crew, Failure, Request
from xref.fetching.pages import Page
from xref.pipeline import Tools
from xref.records import Article, Completeness, NotJudged
from xref.settings import BODIES, MANNERS, READING

_BATCH = 32
"""Answers settled at once; their bodies are not held, only what was read from them."""


@dataclass(slots=True)
class Tally:
    """What one source brought in one round."""

    source: str
    kind: str = "-"
    listed: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    """new, changed, same, unchanged, alias, teaser and later."""
    unread: list[NotJudged] = field(default_factory=list)
    reason: str | None = None
    """Why the source itself could not be read."""


Tallies = dict[str, Tally]
Step = Callable[[str], None]
"""Told at each thing done: `fetched` or `settled`."""


@dataclass(slots=True)
class _Round:
    """A round under way."""

    corpus: Corpus
    tools: Tools
    crew: Crew
    clock: Callable[[], datetime]
    step: Step
    tallies: Tallies = field(default_factory=dict)
    polled: dict[str, tuple[Source, int]] = field(default_factory=dict)
    """Each source that is polled in this round, and how deep it was named."""
    asked: dict[str, Address] = field(default_factory=dict)

    def tally(self, source: str) -> Tally:
        """Return the tally of a source."""
        return self.tallies.setdefault(source, Tally(source))


def go_round(
    corpus: Corpus,
    tools: Tools,
    crew: Crew,
    *,
    recheck: timedelta | None = None,
    clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    step: Step = lambda _: None,
) -> Tallies:
    """Poll all sources of the corpus and of the registry, and bring in what they list.

    Args:
        corpus: where it goes.
        tools: what makes claims and vectors of articles, and knows the outlets.
        crew: who asks.
        recheck: how long after its first reading an article is asked for again.
        clock: tells the time.
        step: is told of each thing done.
    """
    round_ = _Round(corpus, tools, crew, clock, step)
    at = clock()
    if recheck is not None:
        corpus.ledger.recheck(at - recheck, at)
    for outlet in tools.outlets.outlets:
        for feed in outlet.feeds:
            corpus.ledger.add_source(feed, outlet.name)
    for source in corpus.ledger.sources():
        _poll(round_, source, 0)
    for address in corpus.ledger.due(at):
        _ask_for(round_, address)
    with crew:
        for request, answer in crew.answers():
            if request.key in round_.polled:
                _take_listing(round_, request, answer)
            else:
                _take_page(round_, round_.asked[request.key], answer)
                step("fetched")
    _settle_all(round_)
    return round_.tallies


# -- listings --------------------------------------------------------------------------------


def _poll(round_: _Round, source: Source, depth: int) -> None:
    if source.url in round_.polled:
        return
    round_.polled[source.url] = source, depth
    round_.tally(source.url)
    round_.crew.add(Request(source.url, source.url, _conditions(source)))


def _conditions(known: Source | Address) -> dict[str, str]:
    """Give the headers that ask for a page only if it has changed."""
    said = {"If-None-Match": known.etag, "If-Modified-Since": known.last_modified}
    return {name: value for name, value in said.items() if value}


def _take_listing(round_: _Round, request: Request, answer: Page | Failure) -> None:
    source, depth = round_.polled[request.key]
    tally = round_.tally(source.url)
    if isinstance(answer, Page) and answer.status == 304:
        tally.kind = "unchanged"
        return
    try:
        if isinstance(answer, Failure):
            raise SourceUnreadable(answer.reason)
        listing = listings.read(answer.body, answer.url)
        _take_entries(round_, source, depth, listing, answer)
    except SourceUnreadable as error:
        tally.reason = str(error)
        round_.corpus.ledger.source_failed(source, str(error), round_.clock())


def _take_entries(round_: _Round, source: Source, depth: int, listing: Listing, page: Page) -> None:
    """Store what a listing names and ask for it; an article's own page is stored as such."""
    ledger, tally = round_.corpus.ledger, round_.tally(source.url)
    tally.kind = listing.kind.value
    named: tuple[str, ...] = ()
    offers: list[Offer] = []
    is_site = listing.kind is Kind.PAGE and not metadata.has_path(page.url)
    if listing.kind in (Kind.INDEX, Kind.OPML):
        named = tuple(entry.url for entry in listing.entries)[: _most_named(listing.kind)]
    elif is_site:
        tally.kind = "site"
        named = _named_by_site(round_, page)
    elif listing.kind is Kind.PAGE:
        offers = [o for o in [_offer(listings.Entry(source.url))] if o]
    else:
        offers = [o for o in map(_offer, listing.entries) if o]
    children = [Source(url, source.outlet, source.url) for url in named]
    due = ledger.polled(
        source,
        tally.kind,
        round_.clock(),
        offers=offers,
        listings=children,
        tags=_tags(page),
    )
    tally.listed = len(offers) or len(named)
    if depth < MANNERS.sitemap_levels:
        for child in children:
            _poll(round_, child, depth + 1)
    for key in due:
        address = ledger.address(key)
        if address and listing.kind is Kind.PAGE:
            _take_page(round_, address, page)
        elif address:
            _ask_for(round_, address)


def _most_named(kind: Kind) -> int:
    return MANNERS.sitemaps if kind is Kind.INDEX else MANNERS.entries


def _named_by_site(round_: _Round, page: Page) -> tuple[str, ...]:
    """Give the feeds and sitemaps that a site names for machines."""
    said = round_.crew.rules_of(page.url) or robots.Rules()
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
        _key(entry.url),
        entry.url,
        entry.title and entry.title[: READING.title_characters],
        metadata.understood(entry.published),
        entry.stamp,
    )


def _key(url: str) -> str:
    return metadata.id_from(metadata.canonical_address(url))


# -- pages -----------------------------------------------------------------------------------


def _ask_for(round_: _Round, address: Address) -> None:
    if address.key not in round_.asked:
        round_.asked[address.key] = address
        round_.crew.add(Request(address.key, address.url, _conditions(address)))


def _take_page(round_: _Round, address: Address, answer: Page | Failure) -> None:
    """Store an answer, or why there is none."""
    tally, at = round_.tally(address.source), round_.clock()
    if isinstance(answer, Failure):
        if answer.passing and not answer.tried:
            tally.counts["later"] += 1  # it stays due
            return
        # The address stands before the reason already.
        reason = answer.reason.removeprefix(f"{address.url} ").rstrip(".")
        unread = NotJudged(address.url, reason, address.url)
        tally.unread.append(unread)
        wait = answer.wait if answer.passing else None
        round_.corpus.ledger.failed(address.key, unread, wait, at)
    elif answer.status == 304:
        tally.counts["unchanged"] += 1
        round_.corpus.ledger.unchanged(address.key)
    else:
        _store(round_, address, answer, at)


def _store(round_: _Round, address: Address, page: Page, at: datetime) -> None:
    read = fetched.reading(page, _listed(round_, address, page.url), at)
    shape = _shape(read.article) if read.article else None
    round_.corpus.ledger.answered(
        address.key,
        Answered(
            page.url,
            page.headers,
            page.body,
            at,
            fetched.as_json(read),
            shape,
            metadata.domain_of(page.url) or "",
        ),
    )
    if read.canonical and _same_house(round_.tools.outlets, read.canonical, page.url):
        _ask_canonical(round_, address, read.canonical, at)


def _ask_canonical(round_: _Round, address: Address, canonical: str, at: datetime) -> None:
    """Ask for the page that another one calls its own address, if nobody named it yet."""
    source = Source(address.source, address.outlet)
    offer = Offer(_key(canonical), canonical, address.title, address.published)
    known = round_.corpus.ledger.offered(offer, source, at)
    if known is not None:
        _ask_for(round_, known)


def _listed(round_: _Round, address: Address, url: str) -> Listed:
    """Give what was said of a page beforehand; the registry knows best whose it is."""
    known = round_.tools.outlets.at(metadata.domain_of(url))
    return Listed(address.title, address.published, known.name if known else address.outlet)


def _same_house(outlets: Registry, one: str, other: str) -> bool:
    """Whether two addresses are of one site, or of one outlet that the registry knows."""
    here, there = metadata.domain_of(one), metadata.domain_of(other)
    known = outlets.at(here)
    return here == there or (known is not None and known == outlets.at(there))


# -- settling --------------------------------------------------------------------------------


def _settle_all(round_: _Round) -> None:
    """Settle every answer: pages under their own address first, then those of another's."""
    ledger = round_.corpus.ledger
    aliases: list[str] = []
    taken: set[str] = set()
    shapes: set[str] = set()
    waiting = iter(ledger.fetched())
    while keys := list(islice(waiting, _BATCH)):
        pages = [(key, _reading(round_, key)) for key in keys]
        aliases += [key for key, read in pages if _names_another(round_, read)]
        shapes |= {s for _, r in pages if r.article and (s := _shape(r.article))}
        _settle(round_, [page for page in pages if not _names_another(round_, page[1])], taken)
    for key in aliases:
        read = _reading(round_, key)
        if read.article and read.canonical:
            _settle_alias(round_, key, read, read.article, read.canonical, taken)
    _withdraw_walls(round_, shapes)


def _reading(round_: _Round, key: str) -> Reading:
    return fetched.from_json(round_.corpus.ledger.reading(key))


def _names_another(round_: _Round, read: Reading) -> bool:
    article = read.article
    return bool(
        article
        and article.url
        and read.canonical
        and _same_house(round_.tools.outlets, read.canonical, article.url)
    )


def _settle_alias(
    round_: _Round,
    key: str,
    read: Reading,
    article: Article,
    canonical: str,
    taken: set[str],
) -> None:
    """Settle a page that calls another address its own: it is that one, if they tell one story."""
    own = _key(canonical)
    held = round_.corpus.article(round_.corpus.ledger.article_of(own) or own)
    if held is None:
        moved = replace(article, id=own, url=canonical)
        _settle(round_, [(key, replace(read, article=moved))], taken)
    elif held.id == article.id or not fetched.same_story(held, article):
        _settle(round_, [(key, read)], taken)
    else:
        _alias(round_, key, held.id)


def _alias(round_: _Round, key: str, article: str) -> None:
    address = round_.corpus.ledger.address(key)
    if address:
        round_.tally(address.source).counts["alias"] += 1
    round_.corpus.ledger.settled(key, Completeness.FULL, article, round_.clock(), alias=True)


def _settle(round_: _Round, pages: Sequence[tuple[str, Reading]], taken: set[str]) -> None:
    """Bring readings into the corpus; each article at most once a round."""
    items: list[tuple[str, Reading]] = []
    for key, read in pages:
        read = _with_walls_seen(round_, key, read)
        if read.article is None:
            _settle_unread(round_, key, read)
        elif read.article.id in taken:
            _alias(round_, key, read.article.id)
        else:
            taken.add(read.article.id)
            items.append((key, read))
    articles = (read.article for _, read in items if read.article)
    done = pipeline.ingest(articles, round_.corpus, round_.tools)
    for (key, read), (_, added) in zip(items, done, strict=True):
        _settle_read(round_, key, read, added)


def _settle_read(round_: _Round, key: str, read: Reading, added: Added | None) -> None:
    ledger = round_.corpus.ledger
    address, article = ledger.address(key), read.article
    if address is None or article is None or added is None:
        return
    tally = round_.tally(address.source)
    tally.counts[added.value] += 1
    if read.completeness is Completeness.TEASER:
        tally.counts["teaser"] += 1
    ledger.settled(
        key,
        read.completeness,
        article.id,
        round_.clock(),
        reason=read.reason,
        dates=dumps([[c.date, c.origin] for c in read.dates]),
        doubt=read.doubt,
    )
    round_.step("settled")


def _settle_unread(round_: _Round, key: str, read: Reading) -> None:
    ledger = round_.corpus.ledger
    address = ledger.address(key)
    if address is None:
        return
    unread = NotJudged(address.url, f"{read.completeness}: {read.reason}", address.url)
    round_.tally(address.source).unread.append(unread)
    ledger.settled(key, read.completeness, None, round_.clock(), reason=read.reason, unread=unread)
    round_.step("settled")


# -- walls -----------------------------------------------------------------------------------


def _with_walls_seen(round_: _Round, key: str, read: Reading) -> Reading:
    """Take the body from a reading that many pages share, whatever their titles speak of."""
    article = read.article
    shape = _shape(article) if article else None
    address = round_.corpus.ledger.address(key)
    if article is None or shape is None or address is None:
        return read
    sites = round_.corpus.ledger.spread(shape)
    if not _is_wall(sites, article, address):
        return read
    return replace(read, completeness=Completeness.BLOCKED, reason=_shared(sites), article=None)


def _is_wall(sites: Sequence[str], article: Article, address: Address) -> bool:
    titles = {address.title or article.title, article.title}
    about = any(bodies.about_title(article.text, title) for title in titles)
    return len(sites) >= BODIES.wall_pages and not about


def _shape(article: Article) -> str | None:
    return bodies.shape(article.text, article.title)


def _shared(sites: Iterable[str]) -> str:
    counted = Counter(sites)
    where = "its site" if len(counted) == 1 else f"{len(counted)} sites"
    return f"{counted.total()} pages of {where} have this very text, so it is no body"


def _withdraw_walls(round_: _Round, shapes: Iterable[str]) -> None:
    """Withdraw what came in before enough pages were seen to tell a wall."""
    ledger = round_.corpus.ledger
    for shape in sorted(shapes):
        sites = ledger.spread(shape)
        if len(sites) < BODIES.wall_pages:
            continue
        for address, article in _still_held(round_, ledger.sharing(shape)):
            if _is_wall(sites, article, address):
                unread = NotJudged(address.url, f"blocked: {_shared(sites)}", address.url)
                ledger.withdraw(address, article.id, unread, round_.clock())
                round_.tally(address.source).unread.append(unread)


def _still_held(round_: _Round, addresses: Iterable[Address]) -> Iterator[tuple[Address, Article]]:
    for address in addresses:
        id_ = round_.corpus.ledger.article_of(address.key)
        article = round_.corpus.article(id_) if id_ else None
        if article is not None:
            yield address, article

"""Answers -> articles in the corpus, in a fixed order, when it is known what many pages share."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from json import dumps

from xref import pipeline
from xref.articles import bodies, fetched
from xref.articles.fetched import Reading
from xref.corpus.asking import Address
from xref.corpus.store import Added
from xref.records import Article, Completeness, NotJudged
from xref.rounds.work import BATCH, Work, key_of, same_house
from xref.settings import BODIES


def settle(work: Work) -> None:
    """Settle every answer: pages under their own address first, then those of another's."""
    ledger = work.corpus.ledger
    aliases: list[str] = []
    taken: set[str] = set()
    shapes: set[str] = set()
    waiting = iter(ledger.fetched())
    while keys := list(islice(waiting, BATCH)):
        pages = [(key, _reading(work, key)) for key in keys]
        aliases += [key for key, read in pages if _names_another(work, read)]
        shapes |= {s for _, r in pages if r.article and (s := _shape(r.article))}
        _settle(work, [page for page in pages if not _names_another(work, page[1])], taken)
    for key in aliases:
        read = _reading(work, key)
        if read.article and read.canonical:
            _settle_alias(work, key, read, read.article, read.canonical, taken)
    _withdraw_walls(work, shapes)


def _reading(work: Work, key: str) -> Reading:
    return fetched.from_json(work.corpus.ledger.reading(key))


def _names_another(work: Work, read: Reading) -> bool:
    article = read.article
    return bool(
        article
        and article.url
        and read.canonical
        and same_house(work.tools.outlets, read.canonical, article.url)
    )


def _settle_alias(
    work: Work,
    key: str,
    read: Reading,
    article: Article,
    canonical: str,
    taken: set[str],
) -> None:
    """Settle a page that calls another address its own: it is that one, if they tell one story."""
    own = key_of(canonical)
    held = work.corpus.article(work.corpus.ledger.article_of(own) or own)
    if held is None:
        moved = replace(article, id=own, url=canonical)
        _settle(work, [(key, replace(read, article=moved))], taken)
    elif held.id == article.id or not fetched.same_story(held, article):
        _settle(work, [(key, read)], taken)
    else:
        _alias(work, key, held.id)


def _alias(work: Work, key: str, article: str) -> None:
    address = work.corpus.ledger.address(key)
    if address:
        work.tally(address.source).counts["alias"] += 1
    work.corpus.ledger.settled(key, Completeness.FULL, article, work.clock(), alias=True)


def _settle(work: Work, pages: Sequence[tuple[str, Reading]], taken: set[str]) -> None:
    """Bring readings into the corpus; each article at most once a round."""
    items: list[tuple[str, Reading]] = []
    for key, read in pages:
        read = _with_walls_seen(work, key, read)
        if read.article is None:
            _settle_unread(work, key, read)
        elif read.article.id in taken:
            _alias(work, key, read.article.id)
        else:
            taken.add(read.article.id)
            items.append((key, read))
    articles = (read.article for _, read in items if read.article)
    done = pipeline.ingest(articles, work.corpus, work.tools)
    for (key, read), (_, added) in zip(items, done, strict=True):
        _settle_read(work, key, read, added)


def _settle_read(work: Work, key: str, read: Reading, added: Added | None) -> None:
    ledger = work.corpus.ledger
    address, article = ledger.address(key), read.article
    if address is None or article is None or added is None:
        return
    tally = work.tally(address.source)
    tally.counts[added.value] += 1
    if read.completeness is Completeness.TEASER:
        tally.counts["teaser"] += 1
    ledger.settled(
        key,
        read.completeness,
        article.id,
        work.clock(),
        reason=read.reason,
        dates=dumps([[c.date, c.origin] for c in read.dates]),
        doubt=read.doubt,
    )
    work.step("settled")


def _settle_unread(work: Work, key: str, read: Reading) -> None:
    ledger = work.corpus.ledger
    address = ledger.address(key)
    if address is None:
        return
    unread = NotJudged(address.url, f"{read.completeness}: {read.reason}", address.url)
    work.tally(address.source).unread.append(unread)
    ledger.settled(key, read.completeness, None, work.clock(), reason=read.reason, unread=unread)
    work.step("settled")


def _with_walls_seen(work: Work, key: str, read: Reading) -> Reading:
    """Take the body from a reading that many pages share, whatever their titles speak of."""
    article = read.article
    shape = _shape(article) if article else None
    address = work.corpus.ledger.address(key)
    if article is None or shape is None or address is None:
        return read
    sites = work.corpus.ledger.spread(shape)
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


def _withdraw_walls(work: Work, shapes: Iterable[str]) -> None:
    """Withdraw what came in before enough pages were seen to tell a wall."""
    ledger = work.corpus.ledger
    for shape in sorted(shapes):
        sites = ledger.spread(shape)
        if len(sites) < BODIES.wall_pages:
            continue
        for address, article in _still_held(work, ledger.sharing(shape)):
            if _is_wall(sites, article, address):
                unread = NotJudged(address.url, f"blocked: {_shared(sites)}", address.url)
                ledger.withdraw(address, article.id, unread, work.clock())
                work.tally(address.source).unread.append(unread)


def _still_held(work: Work, addresses: Iterable[Address]) -> Iterator[tuple[Address, Article]]:
    for address in addresses:
        id_ = work.corpus.ledger.article_of(address.key)
        article = work.corpus.article(id_) if id_ else None
        if article is not None:
            yield address, article

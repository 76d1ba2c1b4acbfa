"""WARC -> articles: the pages of an archive, dated by when it was made."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime

from xref.articles import fetched, metadata
from xref.articles.fetched import Listed, Reading
from xref.articles.metadata import Given
from xref.fetching import archives
from xref.records import Article, NotJudged
from xref.settings import ReadingLimits


def articles(
    pieces: Iterable[bytes], given: Given, limits: ReadingLimits
) -> Iterator[Article | NotJudged]:
    """Yield each page of an archive as an article, or why it is none.

    Raises:
        SourceUnreadable: the archive is damaged.
    """
    listed = Listed(outlet=given.outlet)
    for found in archives.pages(pieces, limits.file_bytes):
        url = found.page.url
        if metadata.web_address(url, limits.address_characters) is None:
            continue
        if found.problem:
            yield NotJudged(url, found.problem, url)
            continue
        at = found.fetched or datetime.now(UTC)
        read = fetched.reading(found.page, listed, at, limits)
        if read.article is None:
            yield NotJudged(url, f"{read.completeness}: {read.reason}", url)
        else:
            yield _placed(read, read.article, given)


def _placed(read: Reading, article: Article, given: Given) -> Article:
    """Give an article its page's own address, where that is one of its site, and the date given."""
    own = read.canonical
    if own and article.url and metadata.domain_of(own) == metadata.domain_of(article.url):
        id_ = metadata.id_from(metadata.canonical_address(own))
        article = replace(article, id=id_, url=own)
    return replace(article, published=given.published or article.published)

"""WARC -> articles: the pages of an archive, dated by when it was made."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from xref.articles import fetched, metadata
from xref.articles.fetched import Listed
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
        read = fetched.reading(found.page, listed, found.fetched, limits)
        if read.article is None:
            yield NotJudged(url, f"{read.completeness}: {read.reason}", url)
        elif given.published:
            yield replace(read.article, published=given.published)
        else:
            yield read.article

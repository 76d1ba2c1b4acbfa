"""`xref ingest`: sources into the corpus."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING, Annotated

import typer

from xref.cli.exits import COULD_NOT
from xref.cli.options import (
    CorpusOption,
    EncoderOption,
    OutletOption,
    PrivateOption,
    PublishedOption,
    TitleOption,
    UrlOption,
    corpus_path,
    fetcher,
)
from xref.cli.streams import progress, summarise
from xref.records import Article, NotJudged

if TYPE_CHECKING:
    from xref.articles import Given


def ingest(
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCE...",
            help="Files or folders (JSON Lines, text, Markdown, HTML; also .gz), addresses, or -.",
            show_default=False,
        ),
    ],
    corpus: CorpusOption = None,
    outlet: OutletOption = None,
    published: PublishedOption = None,
    title: TitleOption = None,
    url: UrlOption = None,
    encoder: EncoderOption = None,
    allow_private: PrivateOption = False,
) -> None:
    """Read articles into the corpus; what is there already is left alone."""
    from xref import articles, pipeline
    from xref.corpus.store import Corpus

    given = articles.Given(outlet=outlet, published=published, title=title, url=url)
    # Before a corpus is made: a source that is not there stops us with nothing done.
    items = read_all(sources, given, allow_private)
    with Corpus.open(corpus_path(corpus), create=True) as held:
        tools = pipeline.Tools.default(encoder or held.encoder_name)
        counts: Counter[str] = Counter()
        unread: list[NotJudged] = []
        try:
            for item, added in progress(pipeline.ingest(items, held, tools)):
                if isinstance(item, NotJudged):
                    unread.append(item)
                elif added is not None:
                    counts[added.value] += 1
        finally:
            if counts or unread:
                summarise(counts, unread, held.path)
    if not counts and unread:
        raise typer.Exit(COULD_NOT)


def read_all(
    sources: Iterable[str], given: "Given", allow_private: bool
) -> Iterator[Article | NotJudged]:
    """Read all articles of some sources; a source that is not there is an error at once."""
    from xref import articles

    fetch = fetcher(allow_private)
    # A list: `read` looks at once whether there is anything at the source.
    found = [articles.read(source, given, fetch=fetch) for source in sources]
    return chain.from_iterable(found)

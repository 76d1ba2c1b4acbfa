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
from xref.errors import OptionError
from xref.records import Article, NotJudged

if TYPE_CHECKING:
    from xref.articles import Given


def ingest(
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCE...",
            help="Files or folders (JSON Lines, CSV, WARC, text, Markdown, HTML, and fact-checks "
            "as JSON-LD; also .gz), "
            "addresses, or -.",
            show_default=False,
        ),
    ],
    corpus: CorpusOption = None,
    outlet: OutletOption = None,
    published: PublishedOption = None,
    title: TitleOption = None,
    url: UrlOption = None,
    columns: Annotated[
        str | None,
        typer.Option(
            metavar="NAME=COLUMN,...",
            help="What an export (CSV, JSON Lines) calls title, text, published, url, outlet, "
            "authors, language; JSON: also keys inside keys, such as text=body.plain.",
            show_default=False,
        ),
    ] = None,
    encoding: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="How the bytes of files are to be read, such as cp1252, shift_jis, utf-16.",
            show_default="UTF-8 if they are, else told by their bytes",
        ),
    ] = None,
    encoder: EncoderOption = None,
    allow_private: PrivateOption = False,
) -> None:
    """Read articles into the corpus; what is there already is left alone."""
    from xref import articles, pipeline
    from xref.corpus.store import Corpus

    given = articles.Given(
        outlet=outlet,
        published=published,
        title=title,
        url=url,
        columns=_columns(columns),
        encoding=_encoding(encoding),
    )
    # Before a corpus is made: a source that is not there stops us with nothing done.
    items = read_all(sources, given, allow_private)
    with Corpus.open(corpus_path(corpus), create=True) as held:
        tools = pipeline.Tools.default(encoder or held.encoder_name)
        counts: Counter[str] = Counter()
        unread: list[NotJudged] = []
        partly: list[NotJudged] = []
        try:
            for item, added in progress(pipeline.ingest(items, held, tools)):
                if isinstance(item, NotJudged):
                    unread.append(item)
                elif added is not None:
                    counts[added.value] += 1
                    if item.partial:
                        partly.append(NotJudged(item.url or item.title, item.partial, item.url))
        finally:
            if counts or unread:
                summarise(counts, unread, partly, held.path)
    if not counts and unread:
        raise typer.Exit(COULD_NOT)


def _encoding(given: str | None) -> str | None:
    from xref.articles.transcoding import is_encoding

    if given is not None and not is_encoding(given):
        raise OptionError(f"--encoding does not know {given!r}; write such as utf-8 or cp1252.")
    return given


def _columns(given: str | None) -> tuple[tuple[str, str], ...]:
    """Take the mapping apart, and see that it speaks of fields there are."""
    from xref.articles.found import KEYS

    pairs = [pair.partition("=") for pair in (given or "").split(",") if pair.strip()]
    named = tuple((key.strip(), column.strip()) for key, _, column in pairs)
    if wrong := [key for key, column in named if key not in KEYS or not column]:
        raise OptionError(
            f"--columns does not know {wrong[0]!r}; write such as title=Headline,text=Body "
            f"with {', '.join(KEYS)}."
        )
    return named


def read_all(
    sources: Iterable[str], given: "Given", allow_private: bool
) -> Iterator[Article | NotJudged]:
    """Read all articles of some sources; a source that is not there is an error at once."""
    from xref import articles

    fetch = fetcher(allow_private)
    # A list: `read` looks at once whether there is anything at the source.
    found = [articles.read(source, given, fetch=fetch) for source in sources]
    return chain.from_iterable(found)

"""Options that several commands share, and what they stand for."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from xref.articles import Fetch

CorpusOption = Annotated[
    Path | None,
    typer.Option(
        "--corpus",
        "-c",
        help="The corpus file; else XREF_CORPUS, else corpora/corpus.db where there is a folder "
        "corpora/, else one in your data folder.",
        show_default=False,
    ),
]
EncoderOption = Annotated[
    str | None,
    typer.Option(
        "--encoder",
        help="A sentence-transformers model by name or folder.",
        show_default="the bundled all-MiniLM-L6-v2",
    ),
]
JudgeOption = Annotated[
    str | None,
    typer.Option(
        "--judge",
        help="A cross-encoder for natural language inference by name or folder, through "
        "sentence-transformers.",
        show_default="xref's own",
    ),
]
OutletOption = Annotated[str | None, typer.Option("--outlet", help="Who published it.")]
PublishedOption = Annotated[
    str | None, typer.Option("--published", help="Its date: 2018, 2018-11 or 2018-11-20.")
]
TitleOption = Annotated[str | None, typer.Option("--title", help="Its headline.")]
UrlOption = Annotated[str | None, typer.Option("--url", help="Its address.")]
PrivateOption = Annotated[
    bool, typer.Option("--allow-private", help="Also fetch from private network addresses.")
]


def corpus_path(given: Path | None) -> Path:
    """Return the corpus file that is meant where none is named."""
    if given:
        return given
    if os.environ.get("XREF_CORPUS"):
        return Path(os.environ["XREF_CORPUS"])
    if Path("corpora").is_dir():
        return Path("corpora") / "corpus.db"
    import platformdirs

    return Path(platformdirs.user_data_dir("xref")) / "corpus.db"


def fetcher(allow_private: bool) -> "Fetch":
    """Return how pages are fetched; nothing is loaded before the first page."""
    from functools import partial

    from xref.fetching.pages import fetch

    return partial(fetch, allow_private=allow_private)

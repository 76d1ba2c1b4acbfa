"""`xref verify`: whether everything is still as it was stored."""

from pathlib import Path
from typing import Annotated

import typer

from xref.cli.exits import FLAGGED
from xref.cli.options import CorpusOption, corpus_path
from xref.cli.streams import say, told


def verify(
    file: Annotated[
        Path | None,
        typer.Argument(help="A corpus file.", show_default="the corpus of --corpus"),
    ] = None,
    corpus: CorpusOption = None,
) -> None:
    """Hash again what a corpus holds, and say what does not match; exit code 1 if anything."""
    from xref.corpus.store import Corpus
    from xref.render.wording import plural

    with Corpus.open(file or corpus_path(corpus)) as held:
        wrong = list(held.mismatches())
        for item in wrong:
            told(f"  {item.what}: {item.reason}")
        if wrong:
            things = plural(len(wrong), "thing")
            say(f"{held.path}: {things} not as stored; restore the file from a copy.")
            raise typer.Exit(FLAGGED)
        say(f"{held.path}: everything is as it was stored.")

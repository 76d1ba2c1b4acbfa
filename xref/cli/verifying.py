"""`xref verify`: whether everything in a corpus or an evidence pack is still as it was stored."""

from pathlib import Path
from typing import Annotated
from zipfile import is_zipfile

import typer

from xref.cli.comparing import show_lines
from xref.cli.exits import FLAGGED
from xref.cli.options import CorpusOption, corpus_path
from xref.cli.streams import say, told


def verify(
    file: Annotated[
        Path | None,
        typer.Argument(
            metavar="[PACK|CORPUS]",
            help="A zip of `xref report --pack`, or a corpus file.",
            show_default="the corpus of --corpus",
        ),
    ] = None,
    corpus: CorpusOption = None,
) -> None:
    """Hash again what a pack or a corpus holds, and say what does not match (exit code 1)."""
    whole = _pack(file) if file and _is_pack(file) else _corpus(file or corpus_path(corpus))
    if not whole:
        raise typer.Exit(FLAGGED)


def _is_pack(file: Path) -> bool:
    return file.suffix.lower() == ".zip" or is_zipfile(file)


def _pack(file: Path) -> bool:
    from xref import packs

    wrong = packs.verify(file)
    show_lines(wrong or ["All files and passages match."])
    return not wrong


def _corpus(path: Path) -> bool:
    from xref.corpus.store import Corpus
    from xref.render.wording import plural

    with Corpus.open(path) as held:
        wrong = list(held.mismatches())
        for item in wrong:
            told(f"  {item.what}: {item.reason}")
        if wrong:
            things = plural(len(wrong), "thing")
            say(f"{held.path}: {things} not as stored; restore the file from a copy.")
        else:
            say(f"{held.path}: everything is as it was stored.")
    return not wrong

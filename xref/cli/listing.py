"""`xref outlets`: what the corpus holds, and where it has gaps."""

import sys
from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Annotated

import typer

from xref.cli.options import CorpusOption, corpus_path
from xref.cli.streams import console, to_stdout

if TYPE_CHECKING:
    from rich.table import Table

    from xref.corpus.store import Corpus

_LONG_GAP = 24
"""Months that are named one by one."""


def outlets(
    corpus: CorpusOption = None,
    months: Annotated[
        bool, typer.Option("--months", help="Count by month, and show the months without articles.")
    ] = False,
) -> None:
    """List what the corpus holds, per outlet, and what could not be read."""
    from rich.text import Text

    from xref.corpus.store import Corpus
    from xref.render.safety import one_line

    with Corpus.open(corpus_path(corpus)) as held:
        table = _by_month(held) if months else _by_outlet(held)
        told = [f"fact-checks by {name}: {count}" for name, count in held.fact_checks()]
        told += [f"source not read: {one.what}: {one.reason}" for one in held.ledger.silent()]
        told += [f"not read: {item.what}: {item.reason}" for item in held.unreadable()]
        told += [f"{what}: {place}: {why}" for what, place, why in held.caveats()]
    with to_stdout():
        out = console(sys.stdout)
        out.print(table)
        for line in told:
            out.print(Text(one_line(line)), soft_wrap=True)


def _by_outlet(held: "Corpus") -> "Table":
    found = (
        (row.outlet, row.domain, row.articles, row.claims, row.first_day, row.last_day)
        for row in held.outlets()
    )
    return _table(("outlet", "domain", "articles", "statements", "from", "to"), found)


def _by_month(held: "Corpus") -> "Table":
    found = (
        (outlet, month or "undated", articles or "none", teasers or "-")
        for outlet, rows in groupby(held.months(), key=lambda row: row[0])
        for month, articles, teasers in with_gaps([row[1:] for row in rows])
    )
    return _table(("outlet", "month", "articles", "teasers"), found)


def with_gaps(counted: list[tuple[str, int, int]]) -> Iterator[tuple[str, int, int]]:
    """Put in the months without articles, between the first and the last that have some."""
    last: str | None = None
    for month, articles, teasers in counted:
        for gap in _between(last, month) if last else ():
            yield gap, 0, 0
        yield month, articles, teasers
        last = month or None


def _between(last: str, month: str) -> list[str]:
    """Name the months between two; a long gap, as a wrong date opens it, by its ends only."""
    gap: list[str] = []
    while (last := _next(last)) < month and len(gap) <= _LONG_GAP:
        gap.append(last)
    return gap if len(gap) <= _LONG_GAP else [f"{gap[0]} ..."]


def _next(month: str) -> str:
    year, number = divmod(int(month[:4]) * 12 + int(month[5:7]), 12)
    return f"{year:04d}-{number + 1:02d}"


def _table(names: tuple[str, ...], found: Iterator[tuple[object, ...]]) -> "Table":
    from rich.table import Table
    from rich.text import Text

    from xref.render.safety import one_line

    table = Table(*names, box=None)
    for row in found:
        table.add_row(*(Text("-" if cell is None else one_line(str(cell))) for cell in row))
    return table

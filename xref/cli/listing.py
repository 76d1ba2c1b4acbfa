"""`xref outlets`: what the corpus holds."""

import sys

from xref.cli.options import CorpusOption, corpus_path
from xref.cli.streams import console, to_stdout


def outlets(corpus: CorpusOption = None) -> None:
    """List what the corpus holds, per outlet, and what could not be read."""
    from rich.table import Table
    from rich.text import Text

    from xref.corpus.store import Corpus
    from xref.render.safety import one_line

    with Corpus.open(corpus_path(corpus)) as held:
        rows, unread = held.outlets(), held.unreadable()
    table = Table("outlet", "domain", "articles", "statements", "from", "to", box=None)
    for row in rows:
        cells = (row.outlet, row.domain, row.articles, row.claims, row.first_day, row.last_day)
        table.add_row(*(Text("-" if cell is None else one_line(str(cell))) for cell in cells))
    with to_stdout():
        out = console(sys.stdout)
        out.print(table)
        for item in unread:
            told = one_line(f"not read: {item.what}: {item.reason}")
            out.print(Text(told), soft_wrap=True)

"""What we give of saved pages beside what trafilatura alone gives: nothing may be made worse.

The pages are those that the tests hold (`tests/articles/saved`, made up, each in the markup of
another kind of site) and those in the folder `pages` of the data, if there is one: any saved pages
will do. Counted are the words of the bare text that ours keeps, pages of which it keeps none though
trafilatura gives some (walls, by their words), and pages with a date.
"""

import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks.tables import Data, Row, run
from xref.articles import fetched
from xref.articles.fetched import Listed, Reading
from xref.fetching.pages import Page
from xref.records import Completeness

SAVED = Path("tests") / "articles" / "saved"
_FETCHED = datetime(2026, 1, 1, tzinfo=UTC)
"""A fixed moment, so that the same pages give the same dates."""


@dataclass(frozen=True, slots=True)
class Compared:
    """One page, as trafilatura reads it and as we do."""

    path: Path
    bare: str
    dated: bool
    """Whether trafilatura finds a date in its markup."""
    read: Reading

    @property
    def words(self) -> int:
        """Words of the bare text."""
        return _words(self.bare).total()

    @property
    def kept(self) -> int:
        """How many of them stand in our text, each as often as it does there."""
        ours = self.read.article.text if self.read.article else ""
        return (_words(self.bare) & _words(ours)).total()

    @property
    def taken(self) -> bool:
        """Whether we took the text away, saying that it is a wall."""
        return bool(self.bare) and self.read.completeness is Completeness.BLOCKED


def _words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text))


def compared(path: Path) -> Compared:
    """Read one saved page both ways."""
    from trafilatura import bare_extraction

    raw = path.read_bytes()
    page = Page(f"https://saved.example/{path.stem}", "text/html", raw)
    read = fetched.reading(page, Listed(outlet="Saved"), _FETCHED)
    stated = {"original_date": True, "extensive_search": False, "max_date": "2026-01-01"}
    bare: Any = bare_extraction(
        raw, include_comments=False, with_metadata=True, date_extraction_params=stated
    )
    return Compared(path, (bare and bare.text) or "", bool(bare and bare.date), read)


def measure(data: Data) -> Iterator[Row]:
    """Yield the shares of words, pages and dates that are kept."""
    for name, folder in (
        ("pages of the tests", SAVED),
        ("pages of the data", data.folder / "pages"),
    ):
        paths = sorted(folder.glob("*.htm*"))
        if not paths:
            print(f"skipped: {folder} holds no pages", file=sys.stderr)
            continue
        began = time.process_time()
        found = [compared(path) for path in paths]
        seconds = time.process_time() - began
        for path in paths:
            data.digest.update(path.read_bytes())
        yield from _rows(name, found)
        yield Row(name, "both", "CPU-s/page", seconds / len(paths), len(paths))


def _rows(name: str, found: list[Compared]) -> Iterator[Row]:
    with_text = [page for page in found if page.bare]
    ours = [page for page in with_text if not page.taken]
    words = sum(page.words for page in ours)
    kept = sum(page.kept for page in ours) / words if words else 1.0
    dated = [page for page in found if page.read.article and page.read.article.published]
    yield Row(name, "trafilatura", "pages with text", len(with_text), len(found))
    yield Row(name, "trafilatura", "dated", sum(page.dated for page in found), len(found))
    yield Row(name, "xref", "pages with text", sum(bool(p.read.article) for p in found), len(found))
    yield Row(name, "xref", "taken for walls", sum(p.taken for p in found), len(found))
    yield Row(name, "xref", "words kept", kept, words)
    yield Row(name, "xref", "dated", len(dated), len(found))


if __name__ == "__main__":
    sys.exit(run("extraction", measure))

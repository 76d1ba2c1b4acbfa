"""Saved pages of many kinds of sites: what trafilatura gives is kept, but for walls."""

from pathlib import Path

import pytest

from benchmarks.extraction import SAVED, compared
from xref.records import Completeness

PAGES = sorted((Path(__file__).parents[2] / SAVED).glob("*.html"))
WALLS = {"wall", "scripts"}
TEASERS = {"teaser"}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_nothing_is_made_worse(path: Path) -> None:
    page = compared(path)
    if path.stem in WALLS:
        assert page.read.article is None
        assert page.read.completeness is Completeness.BLOCKED
        return
    assert page.words > 50
    assert page.kept == page.words
    assert page.read.article is not None
    assert (page.read.article.partial is not None) is (path.stem in TEASERS)
    assert bool(page.read.article.published) >= page.dated
    # Every paragraph but the captions' and the menus' is there.
    if path.stem not in TEASERS | {"arabic"}:
        for words in ("one of its pillars", "yearly inspection", "six kilometres", "2.4 million"):
            assert words in page.read.article.text
        for words in ("All rights reserved", "Share this", "quicker anyway", "Ferry fares"):
            assert words not in page.read.article.text


def test_there_are_pages() -> None:
    assert len(PAGES) >= 12

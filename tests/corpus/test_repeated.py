"""Lines that an outlet prints again and again."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from xref import claims
from xref.corpus.store import Corpus
from xref.encoders import encoder
from xref.records import Article, ClaimKind
from xref.settings import CLAIMS

BLURB = "The Gazette's evening letter comes out at six."
STORY = "The bridge over the river was closed on Tuesday after a lorry hit a pillar."


def page(number: int, day: str, line: str = BLURB, outlet: str = "Gazette") -> Article:
    url = f"https://{outlet.lower()}.example/{number}"
    text = f"Story number {number} tells of the harbour.\n\n{line}\n\nIt ends here with a word."
    return Article(f"{outlet}-{number}", url, outlet, None, f"Story {number}", day, text)


@pytest.fixture
def fill(tmp_path: Path) -> Callable[..., Corpus]:
    def filled(*pages: Article) -> Corpus:
        held = Corpus.open(tmp_path / "corpus.db", create=True)
        for article in pages:
            stated = [claim for claim in claims.split(article) if claim.kind.checkable]
            vectors = np.eye(len(stated), 8, dtype=np.float32)
            held.add(article, stated, vectors, encoder())
        return held

    return filled


def again(corpus: Corpus, *lines: str, besides: str = "") -> frozenset[str]:
    return corpus.repeated(lines, lambda outlet, _: outlet == "Gazette", besides, CLAIMS)


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (("2018-01-01", "2018-02-01", "2018-03-01"), True),
        (("2018-01-01", "2018-01-10", "2018-01-31"), False),
        (("2018-01-01", "2018-01-10", "2018-02-01"), True),
        (("2018-01-01", "2018-03-01"), False),
    ],
    ids=["for weeks", "while the story ran", "a day more", "twice"],
)
def test_on_three_pages_over_more_than_thirty_days(
    fill: Callable[..., Corpus], days: tuple[str, ...], expected: bool
) -> None:
    with fill(*(page(number, day) for number, day in enumerate(days))) as corpus:
        assert again(corpus, BLURB, STORY) == (frozenset({BLURB}) if expected else frozenset())


def test_other_outlets_and_the_page_itself_do_not_count(fill: Callable[..., Corpus]) -> None:
    pages = [page(n, f"2018-0{n}-01") for n in (1, 3, 5)]
    with fill(*pages[:2], page(7, "2018-07-01", outlet="Herald"), pages[2]) as corpus:
        assert again(corpus, BLURB)
        assert not again(corpus, BLURB, besides="Gazette-5")


def test_such_a_line_is_no_claim(fill: Callable[..., Corpus]) -> None:
    article = page(9, "2018-09-01")
    kinds = {
        claim.text: claim.kind
        for claim in claims.split(article, repeated=lambda lines: frozenset({BLURB} & set(lines)))
    }
    assert kinds[BLURB] is ClaimKind.BOILERPLATE
    assert kinds["Story number 9 tells of the harbour."].checkable


@pytest.mark.parametrize("line", ['"', "a AND b OR c", "NEAR(x y) * ^", "x\x00y z w", "«…»"])
def test_any_line_may_be_asked_for(fill: Callable[..., Corpus], line: str) -> None:
    with fill(page(1, "2018-01-01")) as corpus:
        assert again(corpus, line) == frozenset()

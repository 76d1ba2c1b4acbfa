"""What each page says in its own words, told by how it is written and where it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xref.claims import split
from xref.claims.pages import Place, looked_at, page_speaks, signs
from xref.records import Article, ClaimKind

STORY = (
    "The council voted on Monday to close the bridge.",
    "Engineers had found cracks in two of its piers in March.",
    "The repair will cost 3 million euros, the mayor said.",
    "Shops on the north bank expect to lose a third of their trade.",
    "The ferry will run every ten minutes until the spring.",
)
END = Place(before=14, after=0, alone=True)


@pytest.mark.parametrize(
    "line",
    [
        "Jane Roe is a senior fellow at the Institute for Bridges and the author of two books.",
        "MUST WATCH Mayor on the closing of the bridge 02:20",
        "Read our comments policy before you post.",
    ],
)
def test_the_page_speaks_at_its_end(line: str) -> None:
    claims = split(Article("a", None, "", None, "", None, "\n\n".join([*STORY, line])))
    assert not claims[-1].kind.checkable
    assert all(claim.kind.checkable for claim in claims[: len(STORY)])


@pytest.mark.parametrize("line", STORY)
def test_the_story_speaks_at_its_end(line: str) -> None:
    assert page_speaks(line, END) < 0


def test_a_page_of_few_lines_has_no_ends() -> None:
    text = "The hall burnt down on 20 November 2018."
    (claim,) = split(Article("a", None, "", None, "", None, text))
    assert claim.kind is ClaimKind.STATEMENT


def test_the_midst_of_the_story_is_not_looked_at() -> None:
    place = Place(before=9, after=9, alone=False)
    assert not looked_at(STORY[0], place)
    assert page_speaks(STORY[0], place) == float("-inf")
    assert looked_at("MOMENTUM SHIFTS", Place(before=9, after=9, alone=True))


@given(st.text(max_size=300), st.integers(0, 99), st.integers(0, 99), st.booleans())
def test_any_span_has_signs_each_once(words: str, before: int, after: int, alone: bool) -> None:
    place = Place(before, after, alone)
    told = signs(words, place)
    assert told == sorted(set(told))
    assert page_speaks(words, place) < 1_000

"""Whether two texts tell of one occasion."""

import pytest
from made import side, values

from xref.records import Article, Candidate, Claim, ClaimKind
from xref.relations.occasions import Occasion, occasion, other_events
from xref.settings import DEFAULT

WEDNESDAY = "2020-08-05"


@pytest.mark.parametrize(
    ("claim", "passage", "told"),
    [
        (
            "Exampleson said on Monday it is safe.",
            "Exampleson said on 12 July it is safe.",
            "other",
        ),
        ("Exampleson said on Tuesday it is safe.", "Exampleson said it on Friday.", "other"),
        ("The mayor met the owners on Monday.", "The mayor met the owners on 20 July.", "other"),
        ("Shares fell on Tuesday.", "Shares fell on Thursday.", "other"),
        # A day is the width of time zones and of pages that are misdated.
        ("Exampleson said on Tuesday it is safe.", "Exampleson said it on Monday.", "same"),
        ("Exampleson said on Tuesday it is safe.", "Exampleson said it this week.", "same"),
        # What happens once contradicts itself.
        ("The bridge collapsed on Monday.", "The bridge collapsed on 20 July.", "open"),
        # Another number: the day may be the mistake.
        ("They met 12 owners on Monday.", "They met 30 owners on 20 July.", "open"),
        # Which day is whose cannot be told.
        ("He said on Monday that it fell on 3 May.", "He said on 20 July that it fell.", "open"),
        ("Exampleson said it is safe.", "Exampleson said on Tuesday it is safe.", "open"),
        ("Exampleson said it in 2019.", "Exampleson said it in 2012.", "open"),
    ],
)
def test_who_and_when(claim: str, passage: str, told: str) -> None:
    one, other = side(claim, WEDNESDAY), side(passage, WEDNESDAY)
    assert occasion(one, other, values(one, other)) is Occasion(told)
    assert occasion(one, one, values(one, one)) is not Occasion.OTHER


def test_weekdays_are_those_of_each_article() -> None:
    one = side("Exampleson said on Tuesday it is safe.", WEDNESDAY)
    week_after = side("Exampleson said on Tuesday it is safe.", "2020-08-12")
    assert occasion(one, week_after, values(one, week_after)) is Occasion.OTHER
    undated = side("Exampleson said on Tuesday it is safe.", None)
    assert occasion(one, undated, values(one, undated)) is Occasion.OPEN


def test_the_day_of_a_saying_is_not_the_day_it_speaks_of() -> None:
    text = "Exampleson said on Monday that the bridge fell on 3 May."
    one = side(text, WEDNESDAY, focus=(text.index("the bridge"), len(text)))
    other = side("Exampleson said on 20 July that the bridge fell.", WEDNESDAY)
    assert occasion(one, other, values(one, other)) is Occasion.OTHER


def _found(article: Article, claim: int, likeness: float) -> Candidate:
    told = Claim(f"c{claim}", "checked", 0, 4, "Text", ClaimKind.STATEMENT, "Text")
    passage = Claim(article.id, article.id, 0, 4, "Text", ClaimKind.STATEMENT, "Text")
    return Candidate(told, passage, article, likeness, 0.0)


def _page(name: str, length: int = 2000) -> Article:
    return Article(name, None, name, None, "", None, "x" * length)


def test_a_long_article_near_to_one_claim_tells_of_another_event() -> None:
    same, other, short = _page("same"), _page("other"), _page("short", 100)
    found = [
        [_found(same, 0, 0.7), _found(other, 0, 0.7), _found(short, 0, 0.7)],
        [_found(same, 1, 0.7), _found(other, 1, 0.4)],
        [_found(other, 2, 0.4)],
        [],
    ]
    assert other_events(found, DEFAULT) == {"other"}
    # Of three claims nobody can tell.
    assert other_events(found[:3], DEFAULT) == frozenset()
    assert other_events([], DEFAULT) == frozenset()

"""What the words of a claim refer to; persons and places are made up."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xref.claims import split
from xref.records import Article, Claim

WEDNESDAY = "2018-11-21"


def claims(text: str, published: str | None = WEDNESDAY, doubt: str | None = None) -> list[Claim]:
    article = Article("a", None, "Outlet", None, "", published, text, doubt=doubt)
    return [claim for claim in split(article) if claim.kind.checkable]


def refers(text: str, published: str | None = WEDNESDAY) -> list[tuple[str, str]]:
    """The references of the last claim."""
    return [(one.words, one.meaning) for one in claims(text, published)[-1].references]


NAMED = "Foreign Minister Anna Exampleson spoke to the press in the capital."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{NAMED} The minister left the hall.", [("The minister", "Anna Exampleson")]),
        (f"{NAMED} Reporters saw the foreign minister.", [("the foreign minister",
                                                           "Anna Exampleson")]),
        ("Anna Exampleson, the governor of Quay, came. The governor left the hall.",
         [("The governor", "Anna Exampleson")]),
        (f"{NAMED} Defence Minister Bert Sample came. They saw the foreign minister.",
         [("the foreign minister", "Anna Exampleson")]),
        ("Vice President Bert Sample came after President Anna Exampleson. The president left.",
         [("The president", "Anna Exampleson")]),
        (f"{NAMED} She left the hall.", [("She", "Foreign Minister Anna Exampleson")]),
        # Two hold it, and one is near, or called by his country.
        (f"{NAMED}\n\nDefence Minister Bert Sample came. The minister left the hall.",
         [("The minister", "Bert Sample")]),
        ("Ruritanian Foreign Minister Anna Exampleson met Quayland's Minister Bert Sample. They saw"
         " the Ruritanian minister.", [("the Ruritanian minister", "Anna Exampleson")]),
        # Who stands nearer, or behind the opening of a sentence, is meant.
        ("The Oscars went on. Bert Sample won one. Mr. Sample smiled. He left the hall.",
         [("He", "Mr. Sample")]),
        (f"{NAMED} In Quayland, Bert Sample won. Mr. Sample had run twice. He left the hall.",
         [("He", "Mr. Sample")]),
        ('Mr. Bert Sample called. "It is done," he said.', [("he", "Mr. Bert Sample")]),
    ],
)  # fmt: skip
def test_an_office_and_a_pronoun_mean_who_was_named(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert refers(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        # Two hold it, nobody does yet, or another one is meant.
        f"{NAMED} Defence Minister Bert Sample came. The minister left the hall.",
        "The minister left the hall.",
        # `He` is no event, no group, no clause, and nobody beside whom another was named.
        "The Sample Awards began. He left the hall.",
        "The Sample campaign said it had won. He left the hall.",
        "The truth is no man is safe, it says. He left the hall.",
        f"{NAMED} That was when Bert Sample and Mr. Quay came. He left the hall.",
        f"{NAMED} Mr. Quay has made a plan, which he calls a gift.",
        f'{NAMED} "Bert Sample is ill," she said. "He left the hall."',
        f"{NAMED} The minister of health left the hall.",
        f"{NAMED} The former minister left the hall.",
        f"{NAMED} The minister who resigned left the hall.",
        f"{NAMED} The Minister Bert Sample left the hall.",
        "Former President Anna Exampleson came. The president left the hall.",
        # He is named beside it, far before it, or another speaks.
        f"{NAMED} Exampleson saw that the minister had left.",
        f"{NAMED} {'Cars went by the hall for hours. ' * 20}The minister left the hall.",
        f'{NAMED} It read "the minister left the hall" on the wall.',
    ],
)
def test_in_doubt_an_office_means_nobody(text: str) -> None:
    assert refers(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The hall burnt down on Tuesday.", [("Tuesday", "2018-11-20")]),
        ("The hall burnt down on Wednesday.", [("Wednesday", "2018-11-21")]),
        ("The mayor said on Tuesday that the hall will open.", [("Tuesday", "2018-11-20")]),
        ("The hall burnt down yesterday.", [("yesterday", "2018-11-20")]),
        ("The hall opened on November 3.", [("November 3", "2018-11-03")]),
        ("The hall will open next Monday.", [("next Monday", "2018-11-26")]),
    ],
)
def test_a_day_is_counted_from_the_articles_own(text: str, expected: list[tuple[str, str]]) -> None:
    assert refers(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The hall burnt down on 20 November 2018.",
        "The hall will open on Tuesday.",
        "The mayor spoke on Tuesday's vote, which will come.",
        "The hall opens every Tuesday.",
        "The shops were full on Black Friday.",
        "The hall is full of today's youth.",
        "The hall burnt down last month.",
        "The hall opened on March 3.",
        'It read "the hall burnt down on Tuesday" on the wall.',
    ],
)
def test_in_doubt_a_day_is_none(text: str) -> None:
    assert refers(text) == []


def test_without_a_sure_day_of_the_article_none_is_counted() -> None:
    text = "The hall burnt down on Tuesday."
    assert refers(text, None) == refers(text, "2018-11") == []
    assert claims(text, doubt="the page gives two dates")[0].references == ()


def test_a_text_of_nothing_but_offices_is_read_in_time() -> None:
    text = "Minister Anna Exampleson met the minister. " * 20_000
    begun = time.process_time()
    claims(text)
    assert time.process_time() - begun < 20


def test_a_reference_changes_nothing_that_is_read() -> None:
    found = claims(f"{NAMED} The minister left the hall on Tuesday.")[-1]
    assert len(found.references) == 2
    assert found.reading == found.text


@given(
    st.lists(
        st.sampled_from(["The minister", "Minister Bo Li", " said", ". ", "He", "\n", " on Friday",
                         '"', ", the governor,", " today", "President ", "Ω"]),
        max_size=20,
    ).map("".join)
)  # fmt: skip
def test_references_are_words_of_their_claims(text: str) -> None:
    for claim in claims(text):
        places = [(one.start, one.end) for one in claim.references]
        assert places == sorted(places)
        for one in claim.references:
            assert text[one.start : one.end] == one.words
            assert claim.start <= one.start < one.end <= claim.end

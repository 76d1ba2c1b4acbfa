"""Posts that a page shows in full; names and posts are made up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xref.claims import split
from xref.claims.posts import signature, writers
from xref.records import Article, Claim, ClaimKind, SourceKind

SIGNED = "— Anna Example (@anna) January 7, 2016"


def claims(text: str) -> tuple[Claim, ...]:
    names = {"Daily Example": "Daily Example"}.get
    return split(Article("a", None, "Outlet", None, "", None, text), names)


def of(text: str) -> list[tuple[str, str]]:
    """The sentences with a post's writer, each with its name."""
    return [
        (claim.text, claim.attribution.source)
        for claim in claims(text)
        if claim.attribution and claim.attribution.cue == "—"
    ]


@pytest.mark.parametrize(
    "signed",
    [
        SIGNED,
        "— Anna Example (@anna) 7 January 2016",
        "– Anna  Example (@anna) Jan. 7, 2016",
        "—Anna Example (@anna) January 7, 2016",
    ],
)
def test_the_sentences_before_a_signature_are_their_writers(signed: str) -> None:
    text = f"The mayor wrote it down.\n\nThe bridge is open. Drive slowly! {signed}\n\nCars came."
    assert of(text) == [("The bridge is open.", "Anna Example"), ("Drive slowly!", "Anna Example")]
    found = claims(text)
    assert [claim.kind for claim in found] == [
        ClaimKind.STATEMENT,
        ClaimKind.QUOTATION,
        ClaimKind.QUOTATION,
        ClaimKind.BOILERPLATE,
        ClaimKind.STATEMENT,
    ]
    said = found[1].attribution
    assert said is not None
    assert (said.kind, said.direct, said.content) == (
        SourceKind.NAMED,
        True,
        (found[1].start, found[1].end),
    )


def test_a_signature_is_cut_off_where_no_full_stop_stands_before_it() -> None:
    (post, signed) = claims(f"Bridge open #traffic pic.example.org/1 {SIGNED}")
    assert post.text == "Bridge open #traffic pic.example.org/1"
    assert signed.text == SIGNED
    assert signed.kind is ClaimKind.BOILERPLATE


def test_a_signature_on_a_line_of_its_own_is_that_of_the_line_before() -> None:
    text = f"Cars waited.\n\nThe bridge is open.\n{SIGNED}\nCars came."
    assert of(text) == [("The bridge is open.", "Anna Example")]


def test_an_outlet_posts_as_an_outlet() -> None:
    (post, _) = claims("The bridge is open. — Daily Example (@daily) January 7, 2016")
    assert post.attribution is not None
    assert post.attribution.kind is SourceKind.OUTLET


def test_who_says_it_in_a_post_is_said_by_its_writer() -> None:
    (post, _) = claims(f"The police said the bridge is open. {SIGNED}")
    assert post.attribution is not None
    assert post.attribution.source == "The police"
    assert post.chain == ("Anna Example", "The police")


@pytest.mark.parametrize(
    "text",
    [
        # No day: a handle may stand in any sentence.
        "The book is out, says the writer — Anna Example (@anna)",
        # The writer goes on behind it.
        f"The bridge is open. {SIGNED} Cars came at once.",
        # Two posts in one paragraph, and a text that is no post.
        f"The bridge is open. {SIGNED} It is shut. — Bert Sample (@bert) May 4, 2016",
        f"{'The bridge is open and cars go over it again. ' * 12}{SIGNED}",
        # A signature alone, with nothing before it or another post.
        SIGNED,
        f"The bridge is open.\n\n{'Cars go over it again and again. ' * 20}\n{SIGNED}",
    ],
)
def test_where_the_post_begins_or_ends_is_not_plain(text: str) -> None:
    assert of(text) == []


def test_two_signatures_in_a_row_have_one_post() -> None:
    text = f"The bridge is open.\n{SIGNED}\n— Bert Sample (@bert) May 4, 2016"
    assert of(text) == [("The bridge is open.", "Anna Example")]


@given(st.text(alphabet="—– (@)ab1, \n.", max_size=80), st.integers(0, 3))
def test_any_paragraph_can_be_read(noise: str, times: int) -> None:
    text = (noise + SIGNED) * times + noise
    place = signature(text, 0, len(text))
    assert place is None or text[place] in "—–"
    assert set(writers(text, [(0, len(text))])) <= {(0, len(text))}


def test_a_day_in_a_post_is_not_counted_from_the_articles_own() -> None:
    text = f"The bridge opened yesterday. {SIGNED}\n\nThe mayor came yesterday."
    article = Article("a", None, "Outlet", None, "", "2016-02-03", text)
    days = {
        claim.text: [one.meaning for one in claim.references]
        for claim in split(article, {}.get)
        if claim.kind.checkable
    }
    assert days == {"The bridge opened yesterday.": [], "The mayor came yesterday.": ["2016-02-02"]}

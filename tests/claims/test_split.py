"""article -> claims, on passages of the project's own story pages."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xref.claims import split
from xref.records import Article, Claim, ClaimKind, SourceKind
from xref.settings import ClaimSettings


def claims(text: str, title: str = "") -> tuple[Claim, ...]:
    return split(Article("a", None, "Outlet", None, title, None, text))


def kinds(text: str, title: str = "") -> list[ClaimKind]:
    return [claim.kind for claim in claims(text, title)]


BODY = "\n\nSeveral blasts burst open the pipelines. They went off 75 yards below the surface."


def test_headline_headings_and_opinions() -> None:
    text = (
        "Colossal Oil Leaks From Striking International Sabotage"
        f"{BODY}\n\nThe Impact\n\nThis attack was very ambitious and carefully targeted."
        " One of the blasts had power equivalent to 100 tons of TNT.\n\nBABY'S BODY RETRIEVED\n\n"
        "For those who worry about modern climate science, this is near apocalyptic."
    )
    assert kinds(text) == [
        ClaimKind.HEADLINE,
        ClaimKind.STATEMENT,
        ClaimKind.STATEMENT,
        ClaimKind.FRAGMENT,
        ClaimKind.OPINION,
        ClaimKind.STATEMENT,
        ClaimKind.FRAGMENT,
        ClaimKind.OPINION,
    ]


def test_an_attributed_opinion_is_a_claim() -> None:
    assert kinds("The health minister said the attack was very ambitious.") == [ClaimKind.STATEMENT]


def test_a_text_that_breaks_off_ends_in_a_fragment() -> None:
    text = f"A headline without a stop{BODY}\n\nThe minister said that Moscow is ready t"
    assert kinds(text)[-1] is ClaimKind.FRAGMENT
    assert kinds(text + "o talk.")[-1] is ClaimKind.STATEMENT


def test_dateline_and_footer_are_not_part_of_the_claim() -> None:
    found = claims("ANKARA (Reuters) - Turkey will not withdraw from the deal. [Reuters]")
    assert [claim.kind for claim in found] == [
        ClaimKind.BOILERPLATE,
        ClaimKind.STATEMENT,
        ClaimKind.BOILERPLATE,
    ]
    assert found[1].text == "Turkey will not withdraw from the deal."


def test_pronouns_are_read_as_the_speaker() -> None:
    text = (
        '"There are many people missing," Health Minister Hamad Hasan added. He gave a slightly'
        " lower toll of 80 dead."
    )
    quotation, statement = claims(text)
    assert quotation.kind is ClaimKind.QUOTATION
    assert quotation.reading == quotation.text
    assert statement.text == "He gave a slightly lower toll of 80 dead."
    assert statement.reading.startswith("Health Minister Hamad Hasan gave")


def test_quoted_words_are_never_changed() -> None:
    text = 'Ibrahim Kalin said the talks went on. "He said he was tired," he said.'
    assert claims(text)[1].reading == '"He said he was tired," Ibrahim Kalin said.'


def test_a_quotation_that_runs_on_keeps_its_speaker() -> None:
    found = claims('"The deal is done," Ibrahim Kalin said. "We will not cancel it for anybody."')
    assert [claim.attribution.source for claim in found if claim.attribution] == [
        "Ibrahim Kalin"
    ] * 2
    assert all(claim.kind is ClaimKind.QUOTATION for claim in found)


def test_outlets_are_told_by_their_names() -> None:
    article = Article("a", None, "O", None, "", None, "The deal is done, Reuters reported.")
    (claim,) = split(article, lambda name: name if name == "Reuters" else None)
    assert claim.attribution is not None
    assert claim.attribution.kind is SourceKind.OUTLET
    assert claim.attribution.credited == "Reuters"


def test_ids_hash_the_place() -> None:
    (claim,) = claims("The deal is done.")
    assert claim.id == hashlib.sha256(b"a:0:17").hexdigest()[:16]


def test_no_more_claims_than_the_limit() -> None:
    assert len(claims("The deal is done. " * 900)) == ClaimSettings().most_claims


@pytest.mark.parametrize("text", ["", " \n ", "\u2028", "“", ":", "..."])
def test_almost_nothing(text: str) -> None:
    assert len(claims(text)) <= 1


@given(st.text(max_size=300), st.text(max_size=40))
def test_any_text_is_split_into_itself(text: str, title: str) -> None:
    found = claims(text, title)
    assert [claim.text for claim in found] == [text[claim.start : claim.end] for claim in found]
    assert "".join("".join(claim.text.split()) for claim in found) == "".join(text.split())
    assert all(
        claim.attribution is None
        or 0 <= claim.attribution.content[0] <= claim.attribution.content[1] <= len(text)
        for claim in found
    )

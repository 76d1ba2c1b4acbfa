"""A claim through its row and back."""

from dataclasses import replace

import pytest
from samples import claim

from xref.corpus.rows import claim as of_row
from xref.corpus.rows import claim_row
from xref.records import Claim, Reference

PLAIN = claim("Anna said it.", said_by="Anna")
TOLD = replace(
    PLAIN,
    attribution=PLAIN.attribution and replace(PLAIN.attribution, mixed=True, credited="Wire"),
    chain=("Wire", "Anna"),
    references=(Reference(0, 4, "Anna", "Anna Exampleson"), Reference(5, 9, "said", "2018-11-20")),
)


@pytest.mark.parametrize("one", [claim(), PLAIN, TOLD])
def test_nothing_is_lost(one: Claim) -> None:
    assert of_row(one.article_id, claim_row(1, one)[1:]) == one


def test_a_claim_of_an_older_corpus_has_neither_chain_nor_references() -> None:
    row = (*claim_row(1, TOLD)[1:-3], None, None, None)
    found = of_row(TOLD.article_id, row)
    assert (found.chain, found.references) == ((), ())
    assert found.attribution is not None
    assert found.attribution.mixed is False

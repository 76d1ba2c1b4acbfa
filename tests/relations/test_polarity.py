"""Whether one text unsays what the other says."""

import pytest

from xref.relations.polarity import opposed


@pytest.mark.parametrize(
    ("claim", "passage", "expected"),
    [
        ("The deal was cancelled.", "The deal was not cancelled.", True),
        ("The deal was not cancelled.", "The deal was cancelled.", True),
        ("The deal was not cancelled.", "The deal was never cancelled.", False),
        # Another negation in the passage is no answer to the claim's.
        ("The mayor has not held a lead in polls.", "No poll has shown the lead sliding.", True),
        ("The bill would not allow it.", "The bill would let them refuse weddings.", True),
        ("The mayor did not open it.", "The mayor refused to open it.", False),
        ("They report totals, not votes.", "The votes are not reported there.", False),
        ("The dam will not hold.", "The dam is unlikely to hold.", False),
        # The opposite said plainly.
        ("The court did not approve it.", "The court rejected it.", False),
        # What is only a condition is not stated.
        ("They will sue if it does not open.", "They will sue without an opening.", False),
    ],
)
def test_what_one_text_unsays(claim: str, passage: str, *, expected: bool) -> None:
    assert opposed(claim, passage) is expected

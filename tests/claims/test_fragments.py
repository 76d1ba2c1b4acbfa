"""What is no whole sentence."""

import pytest

from xref.claims.fragments import says_nothing


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Yes.", True),
        ("“Ouch!”", True),
        ("Of the voters.", True),
        ("— Secretary of State Anna Exampleson", True),
        ("3. Showdown States.", True),
        ("He resigned.", False),
        ("Stocks fell.", False),
        ("3. Sample won three states.", False),
        ("— The mayor resigned on Tuesday.", False),
        ("In May the mayor resigned.", False),
        ("Bert Sample", False),
    ],
)
def test_what_states_nothing_by_itself(words: str, *, expected: bool) -> None:
    assert says_nothing(words) is expected

"""Places in texts, and what two of them are to one another."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xref.places import PlaceMatch, compare, mentioned


@pytest.mark.parametrize(
    ("one", "other", "match"),
    [
        ("in Ankara", "in Ankara", "same"),
        ("in Kiev", "in Kyiv", "same"),
        ("the US", "the United States", "same"),
        ("the U.S.", "Americans", "same"),
        ("the UK", "Britain", "same"),
        ("the UAE", "the Emirates", "same"),
        ("the Kremlin", "Russia", "same"),
        ("the Turks", "Turkey", "same"),
        ("in Ankara", "in Turkey", "inside"),
        ("Turkish officials", "Ankara", "inside"),
        ("in Houston", "in Texas", "inside"),
        ("Germany", "the EU", "inside"),
        ("Beirut", "the Middle East", "inside"),
        ("Scotland", "the United Kingdom", "inside"),
        ("Washington", "the US", "inside"),
        ("in Ankara", "in Moscow", "other"),
        ("Turkish officials", "Russian officials", "other"),
        ("in Berlin", "in Hamburg", "other"),
        ("in Seattle", "in California", "other"),
        ("Denmark", "Sweden", "other"),
        # Unsure, and so never another place.
        ("Georgia", "Germany", "unknown"),
        ("Jordan", "Egypt", "unknown"),
        ("Paris Hilton", "London", "unknown"),
        ("Washington", "London", "unknown"),
        ("the Washington Post", "Moscow", "unknown"),
        ("Bank of America", "Germany", "unknown"),
        ("Turkish Airlines", "Germany", "unknown"),
        ("Turkey", "the EU", "unknown"),
        ("Hong Kong", "China", "unknown"),
        ("Gaza", "Israel", "unknown"),
    ],
)
def test_two_places(one: str, other: str, match: str) -> None:
    (a,), (b,) = mentioned(one), mentioned(other)
    assert compare(a, b) is compare(b, a) is PlaceMatch(match)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("He told us that it may rain in Nice.", []),
        ("The Democratic Republic of the Congo borders Uganda.", ["CD", "UG"]),
        ("South Korean and North Korean envoys met.", ["KR", "KP"]),
        ("A turkey is no country, and us no state.", []),
        ("Washington, D.C. and New York City", ["US/4140963", "US/5128581"]),
    ],
)
def test_names_of_places(text: str, names: list[str]) -> None:
    assert [mention.ids[0] for mention in mentioned(text)] == names


@given(st.text(max_size=60) | st.lists(st.sampled_from(["US", "Paris", "of", "U.S.", "’s", "-"])))
def test_mentions_lie_inside_any_text_and_are_the_same_every_time(text: str | list[str]) -> None:
    told = text if isinstance(text, str) else " ".join(text)
    found = mentioned(told)
    assert all(told[m.start : m.end] == m.text and m.text for m in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert mentioned.__wrapped__(told) == found

"""In what two texts differ, and what only looks like it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made import side, values

from xref.records import Refutation
from xref.relations.antonyms import opposite
from xref.relations.differences import Differences, Sign, differences


def told(claim: str, passage: str, days: tuple[str, str] = ("2020-08-05",) * 2) -> Differences:
    one, other = side(claim, days[0]), side(passage, days[1])
    return differences(one, other, values(one, other))


@pytest.mark.parametrize(
    ("claim", "passage", "kind", "words"),
    [
        (
            "The plane carried 189 people.",
            "The plane carried 150 people.",
            "number",
            ("189", "150"),
        ),
        ("It closed at 18:00.", "It closed at 21:30.", "date", ("18:00", "21:30")),
        ("They met in Ankara.", "They met in Moscow.", "place", ("Ankara", "Moscow")),
        ("Turkey will buy it now.", "Russia will buy it now.", "actor", ("Turkey", "Russia")),
        (
            "Turkish officials met him.",
            "Russian officials met him.",
            "actor",
            ("Turkish", "Russian"),
        ),
        (
            "The race was won by Exampleson.",
            "The race was won by Placeholder.",
            "actor",
            ("Exampleson", "Placeholder"),
        ),
        (
            "Acme sued Initech.",
            "Initech sued Acme.",
            "actor",
            ("Acme sued Initech", "Initech sued Acme"),
        ),
        (
            "Acme sued Initech.",
            "Acme was sued by Initech.",
            "actor",
            ("Acme sued Initech", "Acme was sued by Initech"),
        ),
        ("The council approved it.", "The council rejected it.", "negation", None),
        ("The jury found him guilty.", "The jury acquitted him.", "negation", None),
        ("Prices rose in October.", "Prices fell in October.", "negation", None),
        ("The plane crashed near the port.", "The plane landed near the port.", "negation", None),
        ("The road is open to lorries.", "The road was closed to lorries.", "negation", None),
        (
            "The deal was cancelled.",
            "The deal was not cancelled.",
            "negation",
            ("cancelled", "not cancelled"),
        ),
        ("The mayor did not sign the law.", "The mayor signed the law.", "negation", None),
        (
            "The minister said that the deal was cancelled.",
            "The minister denied that the deal was cancelled.",
            "negation",
            None,
        ),
        (
            "The firm cancelled the order.",
            "The firm may cancel the order.",
            "modality",
            ("cancelled", "may cancel"),
        ),
        (
            "The firm plans to cancel the order.",
            "The firm cancelled the order.",
            "modality",
            ("plans to cancel", "cancelled"),
        ),
    ],
)
def test_a_conflict_is_named_in_the_words_of_both(
    claim: str, passage: str, kind: str, words: tuple[str, str] | None
) -> None:
    found = told(claim, passage)
    assert found.named is not None
    assert found.named.kind is Refutation(kind)
    assert found.named.conflicts
    if words:
        assert (found.named.ours, found.named.theirs) == words
        assert found.named.told == f"{words[0]} here, {words[1]} there"


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("They met in Ankara.", "They met in Turkey."),
        ("It will be built in October.", "It will be built by the end of the year."),
        ("They met on Tuesday.", "They met this week."),
        ("At least 70 people were hurt.", "More than 80 people were hurt."),
        ("The council approved it.", "The council has not rejected it."),
        ("He denied that the deal was cancelled.", "He denies the deal was cancelled."),
        ("Acme sued Initech.", "Initech was sued by Acme."),
        ("Acme met Initech.", "Initech met Acme."),
        ("Georgia won the match.", "Germany won the match."),
        ("They met in Paris.", "They met."),
        ("Exampleson won the race.", "The race was won by the favourite."),
        ("The race was won by Hasan.", "The race was won by Hassan."),
        ("The WHO warned of it.", "The World Health Organization warned of it."),
        ("Not only was the deal signed.", "The deal was signed."),
        ("It rained.", "The chess club won in Ankara."),
    ],
)
def test_what_is_no_conflict(claim: str, passage: str) -> None:
    found = told(claim, passage)
    assert found.conflicts == ()
    assert found.named is None


@pytest.mark.parametrize(
    ("claim", "passage", "days", "excuse"),
    [
        ("They met in Ankara.", "They met in Turkey.", None, "one place lies in the other"),
        (
            "The blast killed 78 people.",
            "The blast killed 137 people.",
            ("2020-08-05", "2020-08-06"),
            "a count that moves",
        ),
        (
            "The firm plans to cancel the order.",
            "The firm cancelled the order.",
            ("2020-08-05", "2020-08-09"),
            "planned then, done later",
        ),
        (
            "A poll has her at 41 percent of the vote.",
            "She stands at 46 percent of the vote.",
            None,
            "polls differ",
        ),
    ],
)
def test_why_a_difference_is_no_conflict(
    claim: str, passage: str, days: tuple[str, str] | None, excuse: str
) -> None:
    (found,) = told(claim, passage, days or ("2020-08-05",) * 2).contrasts
    assert found.excuse == excuse
    assert found.told.endswith(f"({excuse})")


def test_the_day_of_a_saying_contradicts_no_other() -> None:
    said = "the bridge is safe"
    text = f"On 3 May 2020 she found that {said}."
    claim = side(text, focus=(text.index(said), len(text)))
    passage = side(f"On 9 June 2020 she found that {said}.")
    (found,) = differences(claim, passage, values(claim, passage)).contrasts
    assert found.excuse == "the day of a saying"


def test_bare_figures_may_count_anything() -> None:
    assert told("Second is Sample with 300.", "Second is Sample with 11.").conflicts == ()


def test_a_name_in_the_surroundings_is_not_missing() -> None:
    claim = side("The race was won by Exampleson.")
    passage = side("The race was won by Placeholder.", near=frozenset({"exampleson"}))
    assert differences(claim, passage, values(claim, passage)).contrasts == ()


def test_a_saying_by_somebody_else_is_an_attribution() -> None:
    said = "The bridge is safe and will stay open"
    claim, passage = (
        side(f"{said}, {name} said.", said_by=name) for name in ("Anna Exampleson", "Bert Sample")
    )
    found = differences(claim, passage, values(claim, passage)).of(Refutation.ATTRIBUTION)
    assert found is not None
    assert found.sign is Sign.SPEAKER
    assert claim.text[slice(*found.claim)] == found.ours == "Anna Exampleson"


def test_a_word_elsewhere_is_loose_and_names_a_type_only() -> None:
    found = told(
        "The vote was held in Ankara after long talks.",
        "Protesters marched through the old town while police watched in Moscow.",
    )
    assert found.conflicts == ()
    assert found.named is not None
    assert found.named.kind is Refutation.PLACE


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("approved", "rejecting", True),
        ("rose", "falling", True),
        ("denied", "confirms", True),
        ("released", "arrested", True),
        ("approved", "approves", False),
        ("bridge", "tunnel", False),
    ],
)
def test_opposites_in_their_forms(one: str, other: str, expected: bool) -> None:
    assert opposite(one, other) is opposite(other, one) is expected


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_two_texts(one: str, other: str) -> None:
    check(one, other)


_WORDS = [
    "Turkey",
    "Ankara",
    "Acme",
    "sued",
    "not",
    "may",
    "denied",
    "12",
    "people",
    "by",
    ".",
    "’s",
]


@given(*[st.lists(st.sampled_from(_WORDS), max_size=12).map(" ".join)] * 2)
def test_any_two_sentences(one: str, other: str) -> None:
    check(one, other)


def check(one: str, other: str) -> None:
    found = told(one, other)
    for contrast in found.contrasts:
        for text, (start, end) in ((one, contrast.claim), (other, contrast.passage)):
            assert 0 <= start <= end <= len(text)
    assert told(one, other) == found
    assert told(one, one).conflicts == ()


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        (
            "Putin denies a Russian missile shot down the jet.",
            "A Russian missile shot down the jet.",
        ),
        (
            "A Russian missile shot down the jet.",
            "Putin denies a Russian missile shot down the jet.",
        ),
        ("The bank denied that it owned the firm.", "The regulator said Acme owned the firm."),
        (
            "Putin denies a Russian missile shot it down.",
            "Putin said what shot it down was not Russian.",
        ),
    ],
)
def test_a_denial_is_so_whether_or_not_the_thing_is(claim: str, passage: str) -> None:
    found = told(claim, passage)
    kinds = {contrast.kind for contrast in found.conflicts}
    assert not kinds & {Refutation.NEGATION, Refutation.ATTRIBUTION}


def test_who_denies_what_he_is_said_to_have_said_contradicts_it() -> None:
    claim = "The minister said that the deal was cancelled."
    found = told(claim, "The minister denied that the deal was cancelled.")
    assert [contrast.kind for contrast in found.conflicts] == [Refutation.NEGATION]

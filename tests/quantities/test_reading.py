"""Numbers, amounts and moments as they are read from a sentence."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xref.quantities import (
    Bound,
    Comparison,
    agree_share,
    compare,
    date_range,
    moments,
    quantities,
)

VALUES = [
    ("He has 1,500 sheep.", 1500.0, 1500.0, Bound.EXACT, "count", "sheep"),
    ("Es waren 1.500 Menschen.", 1500.0, 1500.0, Bound.EXACT, "count", "menschen"),
    ("It grew by 1.5 percent.", 1.5, 1.5, Bound.EXACT, "percent", None),
    ("Three hundred and twelve ships sank.", 312.0, 312.0, Bound.EXACT, "count", "ship"),
    ("About two dozen houses burnt.", 24.0, 24.0, Bound.ABOUT, "count", "house"),
    ("Over 3 million votes were cast.", 3e6, 3e6, Bound.MORE_THAN, "count", "vote"),
    ("It took half an hour.", 1800.0, 1800.0, Bound.EXACT, "time", None),
    ("It lies five miles offshore.", 8046.72, 8046.72, Bound.EXACT, "length", "distance"),
    ("It cost between $3 and $5 million.", 3e6, 5e6, Bound.EXACT, "money", None),
    ("It holds 250-300 seats.", 250.0, 300.0, Bound.EXACT, "count", "seat"),
    ("It earned €2.5m.", 2.5e6, 2.5e6, Bound.EXACT, "money", None),
    ("The wreck is 35m deep.", 35.0, 35.0, Bound.EXACT, "length", "depth"),
    ("Two-thirds of voters agreed.", 200 / 3, 200 / 3, Bound.EXACT, "percent", "voter"),
    ("Twenty-four bags arrived.", 24.0, 24.0, Bound.EXACT, "count", "bag"),
    ("Hundreds of kilos exploded.", 200.0, 2000.0, Bound.ABOUT, "mass", None),
    ("Около 300 тысяч человек.", 3e5, 3e5, Bound.ABOUT, "count", "человек"),
    ("Jusqu'à 300 000 personnes.", 3e5, 3e5, Bound.AT_MOST, "count", "personne"),
    ("Two S-400 batteries arrived.", 2.0, 2.0, Bound.EXACT, "count", "battery"),
]


@pytest.mark.parametrize(("text", "low", "high", "bound", "dimension", "noun"), VALUES)
def test_one_amount(
    text: str, low: float, high: float, bound: Bound, dimension: str, noun: str | None
) -> None:
    (quantity,) = quantities(text)
    assert (quantity.low, quantity.high) == pytest.approx((low, high))
    assert (quantity.bound, quantity.dimension, quantity.noun) == (bound, dimension, noun)


@pytest.mark.parametrize(
    "text",
    [
        "The S-400, the F-35 and MH17.",
        "Covid-19 and the G20.",
        "Article 5 of the treaty.",
        "Nord Stream 1 and 2 leak.",
        "Flight JT 610, a Boeing 737 MAX 8.",
        "The 53rd anti-aircraft missile brigade.",
        "On 26 September 2018 at 2:05 am.",
        "In 2013 and 2014.",
        "No one spoke to one another.",
        "He came first.",
    ],
)
def test_names_dates_and_pronouns_are_no_amounts(text: str) -> None:
    assert quantities(text) == ()


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("A blast killed 78.", "dead"),
        ("The toll from the blast in the port reached at least 135.", "dead"),
        ("About 5,000 people were wounded.", "injured"),
        ("Up to 300,000 people lost their homes.", "homeless"),
        ("Ten firefighters have disappeared.", "missing"),
        ("Police arrested 14 men.", "arrested"),
        ("300 people search the sea.", None),
    ],
)
def test_fate_of_the_counted(text: str, role: str | None) -> None:
    (quantity,) = quantities(text)
    assert quantity.role == role


THURSDAY = (date(2018, 11, 22), date(2018, 11, 22))
MOMENTS = [
    ("on 26 September 2018", date(2018, 9, 26), date(2018, 9, 26)),
    ("on September 26th, 2018", date(2018, 9, 26), date(2018, 9, 26)),
    ("on 2018-11-20", date(2018, 11, 20), date(2018, 11, 20)),
    ("in October 2019", date(2019, 10, 1), date(2019, 10, 31)),
    ("at the end of 2019", date(2019, 10, 1), date(2019, 12, 31)),
    ("in 2021", date(2021, 1, 1), date(2021, 12, 31)),
    ("on Tuesday", date(2018, 11, 20), date(2018, 11, 20)),
    ("on Thursday", date(2018, 11, 22), date(2018, 11, 22)),
    ("next Tuesday", date(2018, 11, 27), date(2018, 11, 27)),
    ("yesterday", date(2018, 11, 21), date(2018, 11, 21)),
    ("last month", date(2018, 10, 1), date(2018, 10, 31)),
    ("next October", date(2019, 10, 1), date(2019, 10, 31)),
    ("on Dec. 3", date(2018, 12, 3), date(2018, 12, 3)),
    ("on the 20th", date(2018, 11, 20), date(2018, 11, 20)),
    ("June 23-25, 2014", date(2014, 6, 23), date(2014, 6, 25)),
    ("am Dienstag", date(2018, 11, 20), date(2018, 11, 20)),
    ("в четверг", date(2018, 11, 22), date(2018, 11, 22)),
    ("le 4 août 2020", date(2020, 8, 4), date(2020, 8, 4)),
    ("el 4 de agosto de 2020", date(2020, 8, 4), date(2020, 8, 4)),
    ("since October 2019", date(2019, 10, 1), date.max),
]


@pytest.mark.parametrize(("text", "first", "last"), MOMENTS)
def test_one_moment(text: str, first: date, last: date) -> None:
    (moment,) = moments(f"It happened {text}.", THURSDAY)
    assert (moment.first, moment.last) == (first, last)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("at 2:05 am", 125),
        ("at 7:04 pm", 1144),
        ("at 17:11 local time", 1031),
        ("at 6.12am", 372),
        ("um 19.04 Uhr", 1144),
        ("at 12:10 a.m.", 10),
        ("at noon", 720),
        ("at two in the morning", 120),
    ],
)
def test_time_of_day(text: str, minutes: int) -> None:
    (moment,) = moments(f"It came {text}.")
    assert moment.clock == minutes
    assert not moment.dated


def test_time_goes_with_the_date_beside_it() -> None:
    timed = [m for m in moments("It fell at 6:33 on 29 October 2018.") if m.clock is not None]
    assert [(m.first, m.clock) for m in timed] == [(date(2018, 10, 29), 393)]


def test_relative_dates_need_a_day() -> None:
    assert moments("He spoke on Tuesday and yesterday.") == ()


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ("2018", (date(2018, 1, 1), date(2018, 12, 31))),
        ("2018-02", (date(2018, 2, 1), date(2018, 2, 28))),
        ("2018-11-20", (date(2018, 11, 20), date(2018, 11, 20))),
        ("2018-11-20T07:30:00+01:00", (date(2018, 11, 20), date(2018, 11, 20))),
        ("2018-13", None),
        ("2018-02-30", None),
        ("soon", None),
        ("", None),
        (None, None),
    ],
)
def test_date_range(published: str | None, expected: tuple[date, date] | None) -> None:
    assert date_range(published) == expected


PIECES = (
    "at least about some 12 1,500 2.5m $3 billion to - between and half a third of people "
    "killed 80 % tonnes km 2018 26 September on Tuesday next may 2:05 am S-400 the twenty "
    "four hundred thousand , . ' / ½ ٣ İ 99999999999999999999999 0 1/2 dozens several Ende "
    "mai"
)
WORDS = st.sampled_from(PIECES.split())
TEXTS = st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=25).map(" ".join))
DAYS = st.none() | st.dates().map(lambda day: (day, day))


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_offsets_of_amounts_are_exact(text: str) -> None:
    for quantity in quantities(text):
        assert text[quantity.start : quantity.end] == quantity.text != ""
        assert quantity.low <= quantity.high


@given(TEXTS, DAYS)
@settings(max_examples=300, deadline=None)
def test_offsets_of_moments_are_exact(text: str, anchor: tuple[date, date] | None) -> None:
    for moment in moments(text, anchor):
        assert text[moment.start : moment.end] == moment.text != ""
        assert moment.first <= moment.last


@given(TEXTS, DAYS)
@settings(max_examples=300, deadline=None)
def test_every_value_agrees_with_itself(text: str, anchor: tuple[date, date] | None) -> None:
    for quantity in quantities(text):
        assert compare(quantity, quantity) is Comparison.AGREE
    for moment in moments(text, anchor):
        assert compare(moment, moment) is Comparison.AGREE


@given(TEXTS, TEXTS, st.none() | st.text(max_size=30), st.none() | st.text(max_size=30))
@settings(max_examples=200, deadline=None)
def test_no_text_and_no_date_can_break_it(
    a: str, b: str, a_day: str | None, b_day: str | None
) -> None:
    match = agree_share(a, b, a_day, b_day)
    assert match.share is None or 0 <= match.share <= 1
    assert not agree_share(a, a, a_day, a_day).conflicting


@pytest.mark.parametrize("piece", ["1 ", "111 ", "1,1", "a third of ", "and ", "-", "May 1 ", "1:"])
def test_long_hostile_texts_are_read_at_once(piece: str) -> None:
    text = piece * 5_000
    for quantity in quantities(text):
        assert quantity.end <= 2_000
    assert all(moment.end <= 2_000 for moment in moments(text))

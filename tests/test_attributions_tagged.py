"""What the tagger marks, and where it is asked. The sentences state what is public."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xref.attributions import attribute, tagged
from xref.attributions.features import seen
from xref.models.sequences import SequenceModel


def words(text: str, spans: tuple[tuple[int, int], ...]) -> tuple[str, ...]:
    return tuple(text[a:b] for a, b in spans)


def test_source_cue_and_content_of_plain_speech() -> None:
    text = "The minister said that the missiles had arrived."
    found = tagged(text, [(0, len(text))])
    assert words(text, found.sources) == ("The minister",)
    assert words(text, found.cues) == ("said",)
    assert words(text, found.contents) == ("that the missiles had arrived",)


def test_nobody_speaks_in_a_plain_statement() -> None:
    text = "The ship left the port of Odesa on Tuesday morning."
    found = tagged(text, [(0, len(text))])
    assert not found.sources
    assert not found.cues


def test_a_content_ends_with_its_sentence() -> None:
    text = '"The toll will rise," said the governor. "We have lost a city."'
    parts = [(0, 40), (41, len(text))]
    found = tagged(text, parts)
    assert found.contents
    assert all(any(a <= x and y <= b for a, b in parts) for x, y in found.contents)


def test_the_same_answer_in_every_run() -> None:
    text = "Officials warned that prices would rise, the Herald reported."
    assert tagged(text, [(0, len(text))], SequenceModel()) == tagged(text, [(0, len(text))])


@given(st.text(alphabet=st.sampled_from("aB .,\"“”'’:\nsaid-9é"), max_size=200))
@settings(max_examples=60, deadline=None)
def test_spans_are_ordered_and_apart(text: str) -> None:
    found = tagged(text, [(0, len(text))])
    spans = sorted([*found.sources, *found.cues, *found.contents])
    assert all(0 <= a < b <= len(text) for a, b in spans)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))


def test_every_word_has_features_and_knows_its_neighbours() -> None:
    text = "Prices rose. The bank said so."
    paragraph = seen(text, [(0, 12), (13, len(text))])
    assert len(paragraph.tokens) == len(paragraph.features) == len(paragraph.sentences)
    assert paragraph.sentences == (0, 0, 0, 1, 1, 1, 1, 1)
    assert "w-1=bank" in paragraph.features[5]
    assert seen("", []).tokens == ()


NO_SPEAKER = [
    "Twenty-seven states led by coal producers are challenging the rules before ten judges.",
    "A rival attacked her in early-morning tweets.",
    "His group, called the Conservation Fund, will still own the property.",
]


@pytest.mark.parametrize("text", NO_SPEAKER)
def test_a_noun_that_looks_like_a_cue_has_no_speaker(text: str) -> None:
    assert attribute(text, 0, len(text)) is None


SPEAKER = [
    ("Mr Smith claims that 40 people died.", "Smith"),
    ("The IMF reports that growth has slowed.", "IMF"),
    ("The president promised that the troops would leave.", "president"),
]


@pytest.mark.parametrize(("text", "who"), SPEAKER)
def test_a_doubtful_cue_that_is_one_keeps_its_speaker(text: str, who: str) -> None:
    found = attribute(text, 0, len(text))
    assert found is not None
    assert who in found.source


def test_many_doubtful_cues_are_tagged_once() -> None:
    text = "The board claims reports and states " * 100
    began = time.process_time()
    attribute(text, 0, len(text))
    assert time.process_time() - began < 2

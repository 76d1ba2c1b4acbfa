"""Through whom a sentence has what it says; outlets and persons are placeholders."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xref.attributions import attribute, chain

KNOWN = {"alpha", "beta wire", "gamma tv", "delta daily"}


def names(written: str) -> str | None:
    return written if written.casefold() in KNOWN else None


def carried(text: str) -> tuple[str, ...]:
    span = (0, len(text))
    return chain(text, span, names, attribute(text, *span, names))


CHAINS = [
    ("The port is closed, Alpha reported, citing a diplomat.", ("Alpha", "a diplomat")),
    ("Alpha reported on Tuesday, citing two officials, that the port is closed.",
     ("Alpha", "two officials")),
    ("Beta Wire, citing Alpha, which cited Delta Daily, said the port is closed.",
     ("Beta Wire", "Alpha", "Delta Daily")),
    ("The port is closed, according to Alpha, which quoted a police source.",
     ("Alpha", "a police source")),
    ("Alpha quoted Anna Exampleson as telling Gamma TV that the port is closed.",
     ("Alpha", "Gamma TV", "Anna Exampleson")),
    ("Anna Exampleson told Gamma TV that the port is closed, Alpha reported.",
     ("Alpha", "Gamma TV", "Anna Exampleson")),
    ("The port is closed, Exampleson told Gamma TV, according to Alpha.",
     ("Alpha", "Gamma TV", "Exampleson")),
    ('"It is closed," Exampleson was quoted as saying by Alpha.', ("Alpha", "Exampleson")),
    ("Exampleson said the port is closed, as cited by the Alpha newspaper.",
     ("Alpha", "Exampleson")),
    ("According to Alpha, the minister said that the port is closed.", ("Alpha", "the minister")),
    ("The port is closed, Beta Wire reported, citing a diplomat, Alpha reported.",
     ("Alpha", "Beta Wire", "a diplomat")),
    ('"It is closed," Exampleson said, according to Alpha, which cited Beta Wire.',
     ("Alpha", "Beta Wire", "Exampleson")),
    ("Local media quoted Anna Exampleson as saying it is closed.",
     ("Local media", "Anna Exampleson")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CHAINS)
def test_the_outermost_carrier_stands_first_and_who_says_it_last(
    text: str, expected: tuple[str, ...]
) -> None:
    assert carried(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        # One source alone, or an outlet alone, is no chain.
        "Anna Exampleson said the port is closed.",
        "The port is closed, Alpha reported.",
        "Alpha TV said so, and Alpha said so, too.",
        # What is cited is nobody, or nobody's outlet cites.
        "The port is closed, Alpha reported, citing concerns over the weather.",
        "Anna Exampleson closed the port, citing progress.",
        # Inside quotation marks another speaks.
        '"Alpha reported, citing a diplomat, that it is closed," it read.',
        # What an outlet wrote is what is told, or stands aside.
        "Exampleson said Alpha wrote lies about her.",
        "Exampleson added that there were losses first reported by Alpha.",
        "After Alpha reported that the port was closed, the office opened it.",
        # At both ends: nobody knows who has it from whom.
        "Alpha reported that the port is closed and will stay so, according to Beta Wire.",
    ],
)
def test_in_doubt_there_is_no_chain(text: str) -> None:
    assert carried(text) == ()


def test_without_a_registry_no_outlet_is_known() -> None:
    text = CHAINS[0][0]
    assert chain(text, (0, len(text)), None, attribute(text, 0, len(text))) == ()


PIECES = st.sampled_from(
    ["Alpha", " reported", ", citing", " a diplomat", " told", " Gamma TV", " that", '"', ",", "(",
     " which cited", " according to", " he", " was quoted", " by", ".", " on Monday", "Ω"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=25).map("".join))
def test_any_sentence_can_be_read(text: str) -> None:
    found = carried(text)
    assert len(found) != 1
    assert len(set(found)) == len(found)


def test_an_endless_sentence_is_read_in_time() -> None:
    text = "Alpha reported, citing Beta Wire, which cited " * 2_000
    begun = time.process_time()
    carried(text)
    assert time.process_time() - begun < 5

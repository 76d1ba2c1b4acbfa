"""The judge's likeliest answers on hand-written news pairs, wrong ones marked as known failures.

`known` in news_pairs.toml is the wrong answer that is given today. A pair that is mended fails
until its mark is removed, and so does one that goes wrong in another way. With XREF_UPDATE_KNOWN=1
in the environment all marks are written anew.
"""

import os
from collections import Counter

import news_pairs
import pytest
from news_pairs import FILE, NewsPair, marked

from xref.encoders import encoder
from xref.judges import judge
from xref.records import Relation, Stance

PAIRS = news_pairs.read()
TIE = 0.02
"""Answers whose probabilities are nearer than this count as equal, for processors may differ."""
UPDATE = bool(os.environ.get("XREF_UPDATE_KNOWN"))


@pytest.fixture(scope="module")
def related() -> dict[str, Relation]:
    return news_pairs.relate(PAIRS, judge(), encoder())


@pytest.mark.skipif(UPDATE, reason="the marks are being written anew")
@pytest.mark.parametrize("pair", PAIRS, ids=[pair.id for pair in PAIRS])
def test_what_an_editor_would_say(pair: NewsPair, related: dict[str, Relation]) -> None:
    likely = answers(related[pair.id])
    if pair.known is None:
        assert pair.label in likely, pair.why
        return
    assert likely != [pair.label], f"mended: remove `known` from {pair.id}"
    assert pair.known in likely, f"another wrong answer than the known one: {pair.why}"
    pytest.xfail(f"{pair.known} for {pair.label}: {pair.why}")


def answers(relation: Relation) -> list[Stance]:
    """Return what the judge holds likeliest, and what it holds nearly as likely."""
    judged = relation.judgement
    told = {
        Stance.SUPPORTS: judged.supports,
        Stance.REFUTES: judged.refutes,
        Stance.NEUTRAL: judged.neutral,
    }
    best = max(told.values())
    return sorted((s for s in told if told[s] >= best - TIE), key=lambda s: -told[s])


@pytest.mark.skipif(not UPDATE, reason="XREF_UPDATE_KNOWN is not set")
def test_marks_are_written_anew(related: dict[str, Relation]) -> None:
    wrong = {
        pair.id: answers(related[pair.id])[0]
        for pair in PAIRS
        if answers(related[pair.id])[0] is not pair.label
    }
    FILE.write_text(marked(FILE.read_text(encoding="utf-8"), wrong), encoding="utf-8")
    assert {pair.id: pair.known for pair in news_pairs.read() if pair.known} == wrong


def test_pairs_are_distinct() -> None:
    assert len({pair.id for pair in PAIRS}) == len(PAIRS)
    assert len({(pair.claim, pair.evidence) for pair in PAIRS}) == len(PAIRS)


def test_every_category_is_there_and_cut_in_half() -> None:
    sizes = Counter((pair.category, pair.part) for pair in PAIRS)
    for category in {pair.category for pair in PAIRS}:
        halves = [sizes[category, "dev"], sizes[category, "held"]]
        assert sum(halves) >= 8, category
        assert max(halves) - min(halves) <= 1, category
    assert {part for _, part in sizes} == {"dev", "held"}


@pytest.mark.parametrize("pair", PAIRS, ids=[pair.id for pair in PAIRS])
def test_what_refutes_and_nothing_else_has_a_type(pair: NewsPair) -> None:
    assert (pair.type is not None) == (pair.label is Stance.REFUTES)
    assert pair.known is not pair.label


def test_marking_changes_no_other_line() -> None:
    text = FILE.read_text(encoding="utf-8")
    one, other = PAIRS[0].id, PAIRS[-1].id
    bare = marked(text, {})
    assert "\nknown = " not in bare
    told = marked(bare, {one: Stance.NEUTRAL, other: Stance.SUPPORTS})
    added = Counter(told.splitlines()) - Counter(bare.splitlines())
    assert added == {'known = "neutral"': 1, 'known = "supports"': 1}
    assert marked(told, {}) == bare
    kept = {pair.id: pair.known for pair in news_pairs.read() if pair.known}
    assert marked(text, kept) == text

"""Articles -> pairs: what the alterations change, what the rewordings keep."""

import gzip
import json
import random

import pytest

from training import alterations as alter
from training import rewordings
from training.generated import generated
from training.pairs import held_back, labelled, silent
from xref.models.crossencoding import LABELS, TYPES

NAMES = alter.Names(["Angela Merkel", "Mark Rutte"], ["Jens Weidmann"])
CASES = {
    "number": "The storm left at least 12 people dead in the region.",
    "date": "The treaty was signed on April 4, 1949.",
    "place": "The summit opened in Vienna with a minute of silence.",
    "actor": "German officials told Angela Merkel of the plan.",
    "negation": "The parliament approved the budget after a long debate.",
    "modality": "The government plans to sign the accord.",
    "attribution": "Angela Merkel said the talks would go on.",
}


@pytest.mark.parametrize("kind", TYPES)
def test_each_alteration_changes_one_thing(kind):
    text = CASES[kind]
    for seed in range(20):
        found = alter.ALTERATIONS[kind](text, random.Random(seed), NAMES)
        assert found is not None
        assert found != text
        kept = set(text.split()) & set(found.split())
        assert len(kept) >= 0.4 * len(set(text.split()))


@pytest.mark.parametrize("kind", ["number", "date", "place", "attribution"])
def test_a_sentence_without_it_is_left(kind):
    text = "Talks went on."
    assert alter.ALTERATIONS[kind](text, random.Random(1), alter.Names([], [])) is None


def test_roles_are_exchanged():
    text = "Britain sued Iceland over the waters."
    told = {alter.actor(text, random.Random(seed), NAMES) for seed in range(40)}
    assert "Iceland sued Britain over the waters." in told
    assert alter.passive(text) == "Iceland was sued by Britain over the waters."


def test_rounded_figures_hold():
    found = {
        rewordings.reworded("Police counted 1,492 marchers.", random.Random(s)) for s in range(99)
    }
    assert any("nearly 1,500" in told or "about 1,500" in told for told in found)
    assert not any("nearly 1,000" in told for told in found)


def test_shortened_is_shorter():
    text = "The minister, who took office in May, resigned on Monday after the vote."
    for seed in range(20):
        found = rewordings.shortened(text, random.Random(seed))
        assert found is None or len(found) < len(text)


@pytest.fixture
def data(tmp_path):
    articles = [
        {
            "title": f"Germany approves {number} new trains for Berlin",
            "published": f"2015-0{month}-03",
            "text": "\n\n".join(
                [
                    f"Germany approved {number} new trains for Berlin on Tuesday, officials said.",
                    "Angela Merkel said the network would grow, although costs rose by 12 percent.",
                    "Later that week Merkel met unions in Hamburg to speak of the plan at length.",
                    "The first of the trains will arrive in May 2016, according to the operator.",
                    "Unions had warned that depots in Munich lack 40 workers for the new fleet.",
                    "The old trains were sold to Poland, which runs them on its eastern lines.",
                    "Passengers welcomed the decision, but said that fares had become too high.",
                ]
            ),
        }
        for month, number in ((1, 20), (2, 30), (3, 45))
    ]
    folder = tmp_path / "articles"
    folder.mkdir()
    _write(folder / "allsides-2015.jsonl.gz", articles)
    return tmp_path


def _write(path, rows):
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows)


def test_generated_pairs_are_the_same_every_time(data):
    one, other = (generated(data, 3, (2015,)) for _ in range(2))
    assert one == other
    assert generated(data, 4, (2015,)) != one
    assert {LABELS[example.label] for example in one} == set(LABELS)
    assert all((example.kind >= 0) == (LABELS[example.label] == "refutes") for example in one)
    assert not any(example.claim == example.evidence and example.label for example in one)


def test_what_is_held_back_is_not_trained_on(tmp_path, monkeypatch):
    monkeypatch.setattr("training.pairs.SETS", ("fever",))
    folder = tmp_path / "pairs"
    folder.mkdir()
    rows = [
        {
            "claim": f"Town {n} lies in Ruritania by the lake.",
            "evidence": f"Town {n} is a town in Ruritania; river {n % 7} crosses it.",
            "label": "supports",
            "group": f"fever:{n}",
        }
        for n in range(200)
    ]
    for name in ("fever", "fm2"):
        _write(folder / f"{name}-train.jsonl.gz", rows if name == "fever" else [])
    trained, kept = list(labelled(tmp_path)), list(held_back(tmp_path, "fever"))
    assert len(trained) + len(kept) == 200
    assert 2 <= len(kept) <= 25
    assert not {e.claim for e in trained} & {e.claim for e in kept}
    asked = {example.claim for example in silent(tmp_path, 1)}
    assert asked
    assert asked <= {example.claim for example in trained}

"""Passages by meaning and by words, from the scope only, whatever the order of ingestion."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from xref import claims
from xref.corpus import search
from xref.corpus.search import Scope
from xref.corpus.store import Corpus
from xref.encoders import encoder
from xref.records import Article, Claim

SAYINGS = (
    "The ferry left the harbour on Monday.",
    "A ship departed from port at the start of the week.",
    "Wheat prices rose by a tenth in the spring.",
    "The ferry left the harbour on Monday.",
    "The museum bought a painting by Vermeer.",
)
ENCODER = encoder()


def article(number: int, text: str) -> Article:
    place = f"{number:02}"
    return Article(place, None, f"Outlet {place}", None, "", "2018-11-20", text)


def one_claim(number: int, text: str) -> Claim:
    return claims.split(article(number, text), str)[0]


def corpus_of(path: Path, order: Sequence[int]) -> Corpus:
    corpus = Corpus.open(path, create=True)
    for number in order:
        claim = one_claim(number, SAYINGS[number])
        corpus.add(article(number, SAYINGS[number]), [claim], ENCODER.encode([claim.text]), ENCODER)
    return corpus


def found(corpus: Corpus, text: str, most: int, scope: Scope | None = None) -> list[str]:
    scope = scope or corpus.scope(None, lambda *_: True)
    (hits,) = corpus.passages([one_claim(99, text)], ENCODER.encode([text]), scope, most)
    known = corpus.claims([hit.number for hit in hits])
    return [known[hit.number][1].id for hit in hits]


def test_meaning(tmp_path: Path) -> None:
    with corpus_of(tmp_path / "a.db", range(5)) as corpus:
        assert found(corpus, "A boat sailed on Monday.", 3)[:3] == ["01", "00", "03"]


def test_words_weigh_alike_whether_all_or_a_part_is_in_scope(tmp_path: Path) -> None:
    with corpus_of(tmp_path / "a.db", range(5)) as corpus:
        claim = one_claim(99, SAYINGS[0])
        told = []
        for ids in (("00", "02"), ("00", "01", "02", "03", "04")):
            scope = corpus.scope(None, lambda id_, *_, ids=ids: id_ in ids)
            (hits,) = corpus.passages([claim], ENCODER.encode([claim.text]), scope, 5)
            known = corpus.claims([hit.number for hit in hits])
            told.append({known[hit.number][1].id: hit.shared_words for hit in hits})
        part, whole = told
        assert part.keys() == {"00", "02"}
        assert part == {id_: whole[id_] for id_ in part}
        assert part["00"] > 0


def test_ties_do_not_depend_on_the_order_of_ingestion(tmp_path: Path) -> None:
    answers = []
    for order in ((0, 1, 2, 3, 4), (4, 3, 2, 1, 0), (3, 0, 4, 2, 1)):
        with corpus_of(tmp_path / f"{order}.db", order) as corpus:
            answers.append([found(corpus, "The ferry left on Monday.", most) for most in (1, 2, 5)])
    assert answers[0] == answers[1] == answers[2]


def test_only_the_scope(tmp_path: Path) -> None:
    with corpus_of(tmp_path / "a.db", range(5)) as corpus:
        scope = corpus.scope(None, lambda place, *_: place in ("02", "03"))
        assert set(found(corpus, "The ferry left the harbour.", 5, scope)) == {"02", "03"}
        assert found(corpus, "The ferry left the harbour.", 5) != ["03", "02"]
        nothing = corpus.scope(None, lambda *_: False)
        assert found(corpus, "The ferry left the harbour.", 5, nothing) == []


def test_words_reach_into_a_small_scope_of_a_large_corpus(tmp_path: Path) -> None:
    # 60 better matches outside the scope must not use up the places.
    with corpus_of(tmp_path / "a.db", range(5)) as corpus:
        for number in range(5, 65):
            claim = one_claim(number, "The ferry left.")
            vector = np.zeros((1, 384), np.float32)
            corpus.add(article(number, "The ferry left."), [claim], vector, ENCODER)
        scope = corpus.scope(None, lambda place, *_: place in ("03", "04"))
        claim = one_claim(99, "The ferry left.")
        (hits,) = corpus.passages([claim], ENCODER.encode(["Vermeer"]), scope, 1)
        assert [hit.shared_words > 0 for hit in hits] == [False, True]


def test_no_claims(tmp_path: Path) -> None:
    with corpus_of(tmp_path / "a.db", range(5)) as corpus:
        scope = corpus.scope(None, lambda *_: True)
        assert corpus.passages([], ENCODER.encode([]), scope, 5) == []


def test_words_that_very_many_claims_have_are_not_searched_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # `ferry` is in two claims, `painting` in one: together three.
    claim = one_claim(99, "A ferry with a painting.")
    searched = []
    with corpus_of(tmp_path / "a.db", range(5)) as corpus:
        scope = corpus.scope(None, lambda *_: True)
        for most in (4, 3, 1):
            monkeypatch.setattr(search, "_MOST_CLAIMS", most)
            (hits,) = corpus.passages([claim], ENCODER.encode([claim.text]), scope, 5)
            known = corpus.claims([hit.number for hit in hits])
            searched.append({known[h.number][1].id for h in hits if h.shared_words > 0})
    assert searched == [{"00", "03", "04"}, {"04"}, set()]


def test_of_equally_good_words_the_first_by_place_are_taken(tmp_path: Path) -> None:
    answers = []
    for order in ((0, 3, 4), (3, 0, 4)):
        with corpus_of(tmp_path / f"{order}.db", order) as corpus:
            scope = corpus.scope(None, lambda *_: True)
            (hits,) = corpus.passages(
                [one_claim(99, "ferry harbour.")], ENCODER.encode(["Vermeer"]), scope, 1
            )
            known = corpus.claims([hit.number for hit in hits])
            answers.append([known[h.number][1].id for h in hits if h.shared_words > 0])
    assert answers == [["00"], ["00"]]

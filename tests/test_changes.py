"""What changed between two reports of one article, and what is refused."""

import copy
import json

import pytest

from xref.changes import compare, read
from xref.errors import SourceMissing, SourceUnreadable

ORIGIN = {"name": "Herald", "stance": "supports", "outlets": ["Herald"], "members": []}
OLD = {
    "format": "xref-report",
    "version": 1,
    "article": {"id": "a", "url": None, "outlet": "Gazette", "title": "T", "text": "One. Two."},
    "claims": [
        {"text": "One.", "standing": "single-source", "grade": "F3", "origins": [ORIGIN]},
        {"text": "Two.", "standing": "unmatched", "grade": "F4", "origins": []},
        {"text": "Why?", "standing": "not-a-claim", "grade": None, "origins": []},
    ],
    "made_with": {"xref": "1", "encoder": "e", "judge": "j", "settings_sha256": "s"},
}


@pytest.fixture
def new():
    return copy.deepcopy(OLD)


def test_the_same_report_has_no_changes(new):
    found = compare(OLD, new)
    assert (found.causes, found.statements, found.same) == ((), (), 2)


def test_a_new_contradiction_is_told_with_its_origin(new):
    new["claims"][0] |= {"standing": "disputed", "grade": None}
    new["claims"][0]["origins"].append({**ORIGIN, "name": "Courier", "stance": "refutes"})
    new["made_with"]["corpus_sha256"] = "c"
    found = compare(OLD, new)
    assert found.causes == ("another corpus",)
    (change,) = found.statements
    assert (change.was, change.now) == ("single-source", "disputed")
    assert change.reasons == (
        "new origin that refutes it: Courier",
        "grade F3 became none",
    )


def test_one_more_print_of_an_origin_is_told(new):
    new["claims"][0]["origins"][0]["outlets"].append("Post")
    (change,) = compare(OLD, new).statements
    assert change.reasons == ("Herald is now also printed by: Post",)


def test_changed_words_are_one_gone_and_one_new(new):
    new["article"]["text"] = "One. Three."
    new["claims"][1]["text"] = "Three."
    found = compare(OLD, new)
    assert found.causes == ("the article's text changed",)
    assert [(c.text, c.was, c.now) for c in found.statements] == [
        ("Two.", "unmatched", None),
        ("Three.", None, "unmatched"),
    ]


def test_two_articles_cannot_be_compared(new):
    new["article"]["id"] = "b"
    with pytest.raises(SourceUnreadable, match="two different articles"):
        compare(OLD, new)


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", "\xff", '{"format": "xref-report", "version": 1}', "[" * 100_000]
    + [json.dumps({**OLD, key: 2}) for key in ("article", "claims", "made_with", "version")]
    + [json.dumps({**OLD, "claims": [{"text": "x", "standing": "y", "origins": [{}]}]})],
)
def test_what_is_no_report_is_refused(tmp_path, text):
    path = tmp_path / "report.json"
    path.write_text(text, encoding="latin-1")
    with pytest.raises(SourceUnreadable):
        read(path)
    with pytest.raises(SourceMissing):
        read(tmp_path / "none.json")

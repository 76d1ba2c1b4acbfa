"""Exports in other encodings than UTF-8: read, and told; nothing is lost without a word."""

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import Xref
from xref import articles
from xref.articles import Given
from xref.articles.transcoding import Transcoded, is_encoding
from xref.records import Article, NotJudged
from xref.settings import READING

WESTERN = "L'armée a détruit le pont, a déclaré le préfet à Orléans. " * 3
CYRILLIC = "Министр посетил новый мост и больницу в пятницу утром. " * 3
JAPANESE = "橋は金曜日に閉鎖されたと市長が発表した。" * 6


def read(path: Path, **said: str) -> tuple[list[Article], list[NotJudged]]:
    items = list(articles.read(str(path), Given(outlet="Gazette", **said)))  # type: ignore[arg-type]
    found = [item for item in items if isinstance(item, Article)]
    return found, [item for item in items if isinstance(item, NotJudged)]


def table(text: str) -> str:
    return f'title;text\nBridge;"{text}"\n'


@pytest.mark.parametrize(
    ("text", "encoding", "assumed"),
    [
        (WESTERN, "utf-8", None),
        (WESTERN, "utf-8-sig", None),
        (WESTERN, "utf-16", None),
        (WESTERN, "cp1252", "cp1252"),
        (CYRILLIC, "cp1251", "cp1251"),
        (JAPANESE, "euc_jp", "euc_jp"),
    ],
)
def test_the_encoding_is_found_and_told(
    tmp_path: Path, text: str, encoding: str, assumed: str | None
) -> None:
    path = tmp_path / "export.csv"
    path.write_bytes(table(text).encode(encoding))
    (one,), told = read(path)
    assert one.text == text.strip()
    assert [f"read as {assumed};" in item.reason for item in told] == [True] * bool(assumed)


@pytest.mark.parametrize("encoding", ["cp1250", "mac_roman", "shift_jis", "utf-16-le"])
def test_what_the_user_says_goes(tmp_path: Path, encoding: str) -> None:
    text = JAPANESE if encoding == "shift_jis" else "Le préfet de Nîmes. " * 6
    text = text.replace("î", "i") if encoding == "cp1250" else text
    for name in ("export.csv", "export.jsonl", "export.txt"):
        path = tmp_path / name
        row = json.dumps({"text": text}, ensure_ascii=False)
        written = {"export.csv": table(text), "export.jsonl": row}.get(name, text)
        path.write_bytes(written.encode(encoding))
        (one,), told = read(path, encoding=encoding)
        assert one.text.strip() == text.strip()
        assert not told


def test_an_encoding_that_shows_late(tmp_path: Path) -> None:
    path = tmp_path / "export.csv"
    plain = "".join(f'{n};"The bridge was closed on Friday."\n' for n in range(5_000))
    path.write_bytes(f'title;text\n{plain}"Pont";"{WESTERN}"\n'.encode("cp1252"))
    found, told = read(path)
    assert len(found) == 5_001
    assert found[-1].text == WESTERN.strip()
    assert [item.what for item in told] == [str(path)]


@pytest.mark.parametrize("name", ["export.csv", "export.jsonl"])
def test_stray_bytes_are_told_and_their_row_is_kept(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    row = b'"Pr\xc3\xa9fet";"Two \xff stray \xfe bytes in the text, \xc3\xa9\xc3\xa9\xc3\xa9."\n'
    if name.endswith("jsonl"):
        row = b'{"text": "Two \xff stray \xfe bytes in the text, \xc3\xa9\xc3\xa9\xc3\xa9."}\n'
    path.write_bytes(b"title;text\n" * name.endswith("csv") + row)
    (one,), told = read(path)
    assert one.text == "Two \ufffd stray \ufffd bytes in the text, ééé."
    assert [item.reason for item in told] == [
        "2 characters could not be decoded and stand as \ufffd"
    ]
    assert ", row 2" in told[0].what or ", line 1" in told[0].what


def test_keys_of_json_by_name(tmp_path: Path) -> None:
    path = tmp_path / "export.jsonl"
    rows = [
        {
            "headline": "Bridge",
            "body": {"plain": "Closed."},
            "paper": "Herald",
            "a.b": "2024-03-01",
        },
        {"headline": "Harbour", "body": "Closed."},
    ]
    path.write_text("\n".join(map(json.dumps, rows)))
    columns = (("title", "headline"), ("text", "body.plain"), ("outlet", "paper"))
    items = list(articles.read(str(path), Given(columns=(*columns, ("published", "a.b")))))
    one, problem = items
    assert isinstance(one, Article)
    assert (one.title, one.text, one.outlet) == ("Bridge", "Closed.", "Herald")
    assert one.published == "2024-03-01"
    assert isinstance(problem, NotJudged)
    assert problem.reason == "no key 'body.plain' among headline, body; name it with --columns"


def test_the_command(tmp_path: Path, xref: Xref) -> None:
    path, corpus = tmp_path / "export.jsonl", tmp_path / "c.db"
    path.write_bytes(json.dumps({"body": WESTERN}, ensure_ascii=False).encode("cp1252"))
    xref("ingest", path, "--encoding", "klingon", "--corpus", corpus).refused(
        "--encoding does not know 'klingon'", "cp1252"
    )
    given = ("--columns", "text=body", "--outlet", "Gazette", "--corpus", corpus)
    answer = xref("ingest", path, *given)
    assert answer.code == 0
    assert "1 article (1 new" in answer.err
    assert "read as cp1252" in answer.err


@pytest.mark.parametrize("name", ["rot13", "base64", "undefined", "nothing", ""])
def test_no_encoding(name: str) -> None:
    assert not is_encoding(name)


def transcoded(parts: list[bytes], encoding: str | None = None) -> bytes:
    return b"".join(Transcoded(parts, READING, encoding))


@given(st.text(), st.lists(st.integers(0, 200), max_size=4))
def test_utf8_is_handed_on_however_it_is_cut(text: str, cuts: list[int]) -> None:
    data = text.encode()
    places = [0, *sorted(min(cut, len(data)) for cut in cuts), len(data)]
    parts = [data[a:b] for a, b in pairwise(places)]
    assert transcoded(parts) == data


@given(st.lists(st.binary(max_size=40), max_size=5))
def test_any_bytes_become_utf8(parts: list[bytes]) -> None:
    transcoded(parts).decode()

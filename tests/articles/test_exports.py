"""CSV exports and archives, read as streams."""

import gzip
import io
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from tests.samples import article
from xref import articles
from xref.articles import Given, tables
from xref.articles.walls import Walls
from xref.errors import SourceUnreadable
from xref.records import Article, NotJudged
from xref.settings import BODIES, READING

PAGE = "<html><head><title>Bridge</title></head><body><article><p>" + "The bridge was closed. " * 20


def read(path: Path, **given: object) -> list[Article | NotJudged]:
    return list(articles.read(str(path), Given(**given)))  # type: ignore[arg-type]


def test_columns_by_name(tmp_path: Path) -> None:
    path = tmp_path / "export.csv"
    path.write_text(
        '\ufeffHeadline;Wortlaut;Date;Link;Paper\n"A; b";"Two\nlines.";2024-03-01;https://g.example/a;'
        "Herald\n\nshort;row\n",
        encoding="utf-8",
    )
    found = read(path, columns=(("text", "wortlaut"), ("outlet", "Paper")))
    one, problem = found
    assert isinstance(one, Article)
    assert (one.title, one.text, one.published, one.outlet) == (
        "A; b",
        "Two\nlines.",
        "2024-03-01",
        "Herald",
    )
    assert isinstance(problem, NotJudged)
    assert "2 cells in place of 5" in problem.reason


def test_missing_column_names_those_there_are(tmp_path: Path) -> None:
    path = tmp_path / "export.tsv"
    path.write_text("title\tbuchstaben\na\tb\n")
    (problem,) = read(path)
    assert isinstance(problem, NotJudged)
    assert "no column 'text' among title, buchstaben" in problem.reason


@given(st.binary(max_size=120))
def test_any_table_is_read_or_refused(data: bytes) -> None:
    try:
        found = list(tables.found_in([b"text,title\n", data], READING, {}))
    except SourceUnreadable:
        return
    assert all(place.startswith("row ") for place, _ in found)


def record(url: str, body: bytes, status: str = "200 OK", *said: tuple[str, str]) -> bytes:
    stream = io.BytesIO()
    headers = [("Content-Type", "text/html; charset=utf-8"), *said]
    writer = WARCWriter(stream, gzip=True)
    writer.write_record(
        writer.create_warc_record(
            url,
            "response",
            payload=io.BytesIO(body),
            http_headers=StatusAndHeaders(status, headers, protocol="HTTP/1.1"),
            warc_headers_dict={"WARC-Date": "2024-03-02T10:00:00Z"},
        )
    )
    return stream.getvalue()


def date(day: str) -> bytes:
    meta = f'<meta property="article:published_time" content="{day}">'
    return PAGE.replace("<title>", f"{meta}<title>").encode()


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "CC-NEWS.warc.gz"
    packed = ("Content-Encoding", "gzip")
    path.write_bytes(
        record("https://g.example/a", date("2024-03-01"))
        + record("https://g.example/gone", b"", "404 Not Found")
        + record("https://g.example/late", date("2024-03-09"))
        + record("https://g.example/bomb", gzip.compress(bytes(40_000_000)), "200 OK", packed)
        + record("https://g.example/packed", gzip.compress(date("2024-03-01")), "200 OK", packed)
    )
    return path


def test_archive(archive: Path) -> None:
    found = {item.url: item for item in read(archive)}
    dated = {u: a.published for u, a in found.items() if isinstance(a, Article)}
    assert dated == {
        "https://g.example/a": "2024-03-01",
        "https://g.example/late": None,
        "https://g.example/packed": "2024-03-01",
    }
    reasons = {u: n.reason for u, n in found.items() if isinstance(n, NotJudged)}
    assert "status 404" in reasons["https://g.example/gone"]
    assert "larger than 20 MB" in reasons["https://g.example/bomb"]


WALL = (
    "Dear reader, this site stores small files on your device in order to measure audiences and "
    "to show what may interest you. You decide which of these purposes you allow on this site."
)


def walled(title: str) -> bytes:
    page = f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1><p>{WALL}"
    return page.encode()


def test_walls_of_an_archive_are_no_articles(tmp_path: Path) -> None:
    path = tmp_path / "CC-NEWS.warc.gz"
    titles = ["Bridge closed", "Harbour opened", "Minister resigned", "Train delayed"]
    walls = [record(f"https://s{n}.example/a", walled(t)) for n, t in enumerate(titles)]
    path.write_bytes(walls[0] + record("https://g.example/a", date("2024-03-01")) + b"".join(walls))
    found = read(path)
    assert [a.url for a in found if isinstance(a, Article)] == ["https://g.example/a"]
    assert {n.reason for n in found if isinstance(n, NotJudged)} == {
        "blocked: other pages have this very text, so it is no body"
    }
    # Two might be one story of two sites.
    path.write_bytes(walls[0] + walls[1])
    assert [type(item) for item in read(path)] == [Article, Article]


def test_saved_pages_are_whole_in_part_or_walls(tmp_path: Path) -> None:
    pages = {
        "a.html": PAGE,
        "b.html": PAGE + "Subscribe to continue reading.",
        "c.html": PAGE.replace("bridge was closed", "site asks you to accept all cookies"),
        "w1.html": walled("Bridge closed").decode(),
        "w2.html": walled("Harbour opened").decode(),
        "w3.html": walled("Minister resigned").decode(),
    }
    for name, page in pages.items():
        (tmp_path / name).write_text(page)
    found = read(tmp_path, outlet="Gazette")
    articles_ = [item for item in found if isinstance(item, Article)]
    reasons = [item.reason for item in found if isinstance(item, NotJudged)]
    assert [a.partial for a in articles_] == [
        None,
        "it ends where the page asks to subscribe or to log in",
    ]
    assert len(reasons) == 4
    assert "a consent or robot wall" in reasons[0]
    assert "other pages have this very text" in reasons[1]


def test_held_back_texts_are_bounded() -> None:
    walls = Walls()
    made = article("Gazette")
    numbers = (chr(0x4E00 + n) * 9 for n in range(BODIES.held_back + 5))
    held = [replace(made, id=word, title="Bridge closed", text=word) for word in numbers]
    out = [item for one in held for item in walls.screen(one)]
    assert out == held[:5]
    assert list(walls.rest()) == held[5:]


def test_plain_archive_is_the_same(archive: Path) -> None:
    plain = archive.with_name("plain.warc")
    plain.write_bytes(gzip.decompress(archive.read_bytes()))
    assert read(plain) == read(archive)


@pytest.mark.parametrize("cut", [1, 200, 700])
def test_what_came_before_the_break_is_read(archive: Path, cut: int) -> None:
    broken = archive.with_name("broken.warc.gz")
    broken.write_bytes(archive.read_bytes()[:-cut])
    found = read(broken)
    assert isinstance(found[0], Article)
    assert isinstance(found[-1], NotJudged)

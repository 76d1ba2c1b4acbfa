"""`read` and `load`: every kind of source, and every way in which one can be of no use."""

import gzip
import io
import json
import os
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from xref import articles
from xref.articles import Given
from xref.errors import (
    FetchError,
    OptionError,
    SourceMissing,
    SourceUnreadable,
    XrefError,
)
from xref.fetching.pages import Page
from xref.records import Article, NotJudged
from xref.settings import ReadingLimits

BODY = "Flight JT 610, a Boeing 737 MAX 8, was bound for Pangkal Pinang."
LINE = {
    "url": "https://www.example.org/jt610",
    "outlet": "Gulf Business",
    "title": "Lion Air flight crashes",
    "published": "2018-10-29",
    "text": BODY,
}
PARAGRAPHS = "".join(
    f"<p>Boat number {n} searched the Java Sea on Monday for the aircraft, officials said.</p>"
    for n in range(1, 6)
)
HTML = f"""<!DOCTYPE html><html lang="en-GB"><head><title>Search goes on</title>
<meta property="og:site_name" content="Example Paper">
<meta property="article:published_time" content="2018-10-30">
<meta name="author" content="Staff Writer">
<link rel="canonical" href="https://www.example.org/search"></head>
<body><article><h1>Search goes on</h1>{PARAGRAPHS}</article></body></html>"""


def write(path: Path, content: str | bytes) -> str:
    """Write a file and give its name."""
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return str(path)


def jsonl(*lines: Any) -> str:
    """Write each value as a line of JSON; text stays as it is."""
    return "\n".join(x if isinstance(x, str) else json.dumps(x) for x in lines)


def read(source: str, *args: Any, **options: Any) -> tuple[list[Article], list[NotJudged]]:
    """Read a source and part what was read from what was not."""
    items = list(articles.read(source, *args, **options))
    return (
        [item for item in items if isinstance(item, Article)],
        [item for item in items if isinstance(item, NotJudged)],
    )


class TestJsonLines:
    """The format that `ingest` reads."""

    def test_all_keys(self, tmp_path: Path) -> None:
        more = {"id": "x", "domain": "M.Example.org", "authors": ["A", "B"], "language": "en-US"}
        (article,), problems = read(write(tmp_path / "a.jsonl", jsonl({**LINE, **more, "n": 1})))
        assert problems == []
        assert (article.outlet, article.domain) == ("Gulf Business", "example.org")
        assert (article.title, article.published) == (LINE["title"], "2018-10-29")
        assert (article.authors, article.language) == (("A", "B"), "en")
        assert (article.url, article.text) == (LINE["url"], BODY)

    @pytest.mark.parametrize("name", ["a.jsonl", "a.ndjson", "a.json", "a.JSONL"])
    @pytest.mark.parametrize("packed", [False, True])
    def test_names(self, tmp_path: Path, name: str, packed: bool) -> None:
        content = jsonl(LINE).encode()
        path = tmp_path / (name + ".gz" if packed else name)
        found, problems = read(write(path, gzip.compress(content) if packed else content))
        assert [a.text for a in found] == [BODY]
        assert problems == []

    @pytest.mark.parametrize(
        ("url", "domain", "expected"),
        [
            # The field of a crawl may hold no more than the suffix that many sites share.
            ("https://www.example.net.br/a", "net.br", "example.net.br"),
            ("https://news.blogspot.com/a", "blogspot.com", "news.blogspot.com"),
            ("https://www.health.gov.lb/a", None, "health.gov.lb"),
            (None, "www.example.org", "example.org"),
            ("n/a", "example.org", "example.org"),
            (None, None, None),
        ],
    )
    def test_domain_is_that_of_the_address(
        self, tmp_path: Path, url: str | None, domain: str | None, expected: str | None
    ) -> None:
        line = {**LINE, "url": url, "domain": domain}
        (article,), _ = read(write(tmp_path / "a.jsonl", jsonl(line)))
        assert article.domain == expected

    def test_bad_lines_do_not_stop_the_rest(self, tmp_path: Path) -> None:
        source = write(
            tmp_path / "a.jsonl",
            jsonl(LINE, "{broken", "[1]", {**LINE, "text": " \n"}, "", {"text": BODY}, LINE),
        )
        found, problems = read(source)
        assert len(found) == 2
        assert [p.what.rpartition(", ")[2] for p in problems] == [
            "line 2",
            "line 3",
            "line 4",
            "line 6",
        ]
        reasons = [p.reason for p in problems]
        assert "not JSON" in reasons[0]
        assert "not a JSON object" in reasons[1]
        assert reasons[2].startswith("no readable body")
        assert reasons[3].startswith("no outlet")

    def test_broken_first_line_is_one_bad_line(self, tmp_path: Path) -> None:
        found, problems = read(write(tmp_path / "a.jsonl", jsonl("{", LINE, LINE)))
        assert len(found) == 2
        assert len(problems) == 1

    @pytest.mark.parametrize("value", [LINE, [LINE]])
    def test_printed_over_several_lines(self, tmp_path: Path, value: Any) -> None:
        found, problems = read(write(tmp_path / "a.json", json.dumps(value, indent=2)))
        assert [a.text for a in found] == [BODY]
        assert problems == []

    def test_outlet_falls_back(self, tmp_path: Path) -> None:
        line = {**LINE, "outlet": None}
        (article,), _ = read(write(tmp_path / "a.jsonl", jsonl(line)))
        assert article.outlet == "example.org"
        del line["url"]
        (article,), _ = read(write(tmp_path / "b.jsonl", jsonl(line)), Given(outlet="Mine"))
        assert (article.outlet, article.domain) == ("Mine", None)

    @pytest.mark.parametrize("date", ["2018", "2018-11", "2018-11-20", "2018-11-20T10:00:00+03:00"])
    def test_dates_stay_as_given(self, tmp_path: Path, date: str) -> None:
        (article,), problems = read(write(tmp_path / "a.jsonl", jsonl({**LINE, "published": date})))
        assert article.published == date
        assert problems == []

    @pytest.mark.parametrize("date", ["yesterday", "2018-13", "2018-02-30", "20181120", 1.5, [1]])
    def test_bad_date_is_noted_and_the_article_read(self, tmp_path: Path, date: Any) -> None:
        (article,), (note,) = read(write(tmp_path / "a.jsonl", jsonl({**LINE, "published": date})))
        assert article.published is None
        assert note.reason.startswith("date not understood: ")
        assert note.url == LINE["url"]

    @pytest.mark.parametrize("url", ["javascript:alert(1)", "n/a", "http://[", 'https://a"b/', 3])
    def test_bad_address_is_noted_and_never_kept(self, tmp_path: Path, url: Any) -> None:
        (article,), (note,) = read(write(tmp_path / "a.jsonl", jsonl({**LINE, "url": url})))
        assert article.url is None
        assert note.reason.startswith("address not understood: ")

    def test_hostile_json(self, tmp_path: Path) -> None:
        lines = ["{" + '"a":{' * 100_000, '{"text":' + "9" * 10_000 + "}", '{"text":"\\ud800!ok"}']
        found, problems = read(write(tmp_path / "a.jsonl", jsonl(*lines, LINE)), Given(outlet="O"))
        assert [a.text for a in found] == ["\ufffd!ok", BODY]
        assert len(problems) == 2

    def test_line_beyond_bounds_is_skipped(self, tmp_path: Path) -> None:
        source = write(tmp_path / "a.jsonl", jsonl({**LINE, "text": "x" * 200_000}, LINE))
        found, problems = read(source, limits=ReadingLimits(line_bytes=100_000))
        assert len(found) == 1
        assert "longer than" in problems[0].reason

    def test_id_is_of_the_place(self, tmp_path: Path) -> None:
        other = {**LINE, "url": "http://WWW.example.org/jt610/?utm_source=x#top", "text": "Other."}
        plain = {"outlet": "O", "text": BODY}
        found, _ = read(write(tmp_path / "a.jsonl", jsonl(LINE, other, plain, plain)))
        ids = [a.id for a in found]
        assert ids[0] == ids[1]
        assert len(set(ids)) == 3
        assert all(len(i) == 16 for i in ids)

    def test_given_ids_are_told_apart_by_outlet(self, tmp_path: Path) -> None:
        rows = [{"id": 1, "outlet": name, "text": BODY} for name in ("A", "B", "A")]
        found, _ = read(write(tmp_path / "a.jsonl", jsonl(*rows)))
        assert found[0].id == found[2].id != found[1].id


class TestProse:
    """Plain text and Markdown."""

    def test_title_stays_in_the_text(self, tmp_path: Path) -> None:
        text = f"Search goes on\n\n{BODY}\n"
        article = articles.load(write(tmp_path / "a.txt", text))
        assert article.title == "Search goes on"
        assert article.text == text
        assert article.outlet == articles.UNNAMED

    @pytest.mark.parametrize(
        "text",
        [
            f"Line one\n{BODY}",
            "x" * 201 + f"\n\n{BODY}",
            BODY,
            f"The minister resigned.\n\n{BODY}",
            f"“The minister resigned.”  \n\n{BODY}",
            "Line one\n\n",
        ],
    )
    def test_no_title(self, tmp_path: Path, text: str) -> None:
        assert articles.load(write(tmp_path / "a.txt", text)).title == ""

    @pytest.mark.parametrize("first", ["Who resigned?", "Bridge closed in the U.S.", "And yet..."])
    def test_headlines_that_end_in_a_mark(self, tmp_path: Path, first: str) -> None:
        assert articles.load(write(tmp_path / "a.txt", f"{first}\n\n{BODY}")).title == first

    @pytest.mark.parametrize("name", ["a.md", "a.txt", "a.md.gz"])
    def test_front_matter(self, tmp_path: Path, name: str) -> None:
        block = (
            "title: 'A: b'\nOutlet: Paper\ndate: 2018-11\nurl: https://m.ex.org/a\nauthors: [X, Y]"
        )
        content = f"\ufeff---\r\n{block}\r\n---\r\n\r\n{BODY}".encode()
        packed = gzip.compress(content) if name.endswith("gz") else content
        article = articles.load(write(tmp_path / name, packed))
        assert article.text == BODY
        assert (article.title, article.outlet, article.published) == ("A: b", "Paper", "2018-11")
        assert (article.url, article.domain) == ("https://m.ex.org/a", "ex.org")
        assert article.authors == ("X", "Y")

    @pytest.mark.parametrize(
        "block", ["title: [", "- a list", "a: " + "[" * 3000, "!!python/object:os.system x", "a"]
    )
    def test_what_is_no_front_matter_is_text(self, tmp_path: Path, block: str) -> None:
        article = articles.load(write(tmp_path / "a.md", f"---\n{block}\n---\n{BODY}"))
        assert BODY in article.text

    def test_given_overrides(self, tmp_path: Path) -> None:
        source = write(tmp_path / "a.md", f"---\ntitle: T\noutlet: O\ndate: 2018\n---\n{BODY}")
        mine = Given(outlet="Mine", published="2019", title="My title", url="https://www.my.org/x")
        article = articles.load(source, mine)
        assert (article.outlet, article.published, article.title, article.url, article.domain) == (
            "Mine",
            "2019",
            "My title",
            "https://www.my.org/x",
            "my.org",
        )

    def test_line_ends_and_controls(self, tmp_path: Path) -> None:
        text = f"{BODY}\r\nTwo\rThree\x00\x1b[31m\tred\x9b"
        article = articles.load(write(tmp_path / "a.txt", text))
        assert article.text == f"{BODY}\nTwo\nThree  [31m\tred "

    @pytest.mark.parametrize(
        ("encoding", "words"),
        [
            ("utf-8-sig", "Größe \u2013 “no deal”"),
            ("utf-16", "Größe \u2013 “no deal”"),
            ("cp1252", "Größe \u2013 “no deal” à Paris"),
            ("koi8-r", "Президент России заявил, что поставки ракет начнутся в октябре."),
            ("shift_jis", "ロシアのミサイルの納入は十月に始まると大統領が述べた。"),
        ],
    )
    def test_encodings(self, tmp_path: Path, encoding: str, words: str) -> None:
        assert articles.load(write(tmp_path / "a.txt", words.encode(encoding))).text == words

    def test_one_bad_byte_does_not_spoil_utf8(self, tmp_path: Path) -> None:
        source = write(tmp_path / "a.txt", "Größe, Höhe, Länge ".encode() * 9 + b"\xff")
        assert articles.load(source).text.startswith("Größe")

    def test_text_without_outlet_is_not_for_the_corpus(self, tmp_path: Path) -> None:
        found, (problem,) = read(write(tmp_path / "a.txt", BODY))
        assert found == []
        assert "--outlet" in problem.reason


class TestWebPages:
    """HTML from a file and from an address."""

    def test_file(self, tmp_path: Path) -> None:
        article = articles.load(write(tmp_path / "a.html", HTML))
        assert "Boat number 5" in article.text
        assert "<p>" not in article.text
        assert (article.title, article.outlet) == ("Search goes on", "Example Paper")
        assert (article.published, article.language) == ("2018-10-30", "en")
        assert article.url == "https://www.example.org/search"
        assert article.authors == ("Staff Writer",)

    def test_declared_encoding(self, tmp_path: Path) -> None:
        page = HTML.replace("<title>", '<meta charset="windows-1251"><title>')
        page = page.replace("Boat", "Катер")
        assert "Катер" in articles.load(write(tmp_path / "a.htm", page.encode("cp1251"))).text

    @pytest.mark.parametrize(
        "page",
        [
            "<html><body><p>Please enable JavaScript.</p></body></html>",
            "<html><body " + " ".join(f"a{n}=1" for n in range(50_000)) + f">{PARAGRAPHS}",
            f"<html><body>{'<b>' * 120_000}{PARAGRAPHS}",
            "<" * 100_000,
        ],
    )
    def test_no_readable_body(self, tmp_path: Path, page: str) -> None:
        with pytest.raises(SourceUnreadable, match="give its text instead"):
            articles.load(write(tmp_path / "a.html", page))

    def test_page_may_not_pose_as_another_site(self) -> None:
        def fetch(url: str) -> Page:
            return Page(url, "text/html; charset=utf-8", HTML.encode())

        own = articles.load("https://m.example.org/amp", fetch=fetch)
        assert own.url == "https://www.example.org/search"
        posing = articles.load("https://other.example/x", fetch=fetch)
        assert (posing.url, posing.domain) == ("https://other.example/x", "other.example")

    def test_address_of_text_and_of_json_lines(self) -> None:
        def fetch(url: str) -> Page:
            return Page(url, "text/plain", (BODY if url.endswith("t") else jsonl(LINE)).encode())

        assert articles.load("https://other.example/a.t", fetch=fetch).outlet == "other.example"
        assert articles.load("https://other.example/a.j", fetch=fetch).url == LINE["url"]

    def test_feed_is_named_as_such(self) -> None:
        def fetch(url: str) -> Page:
            return Page(url, "application/rss+xml", b"<?xml version='1.0'?><rss><channel/></rss>")

        with pytest.raises(SourceUnreadable, match="feed"):
            articles.load("https://other.example/rss", fetch=fetch)

    def test_silent_address_stops_load_but_not_read(self) -> None:
        def fetch(url: str) -> Page:
            raise FetchError(f"{url} is not there.")

        with pytest.raises(FetchError):
            articles.load("https://other.example/x", fetch=fetch)
        found, (problem,) = read("https://other.example/x", fetch=fetch)
        assert found == []
        assert problem.url == "https://other.example/x"


class TestStandardInput:
    """`-`, whose beginning has to say what it is."""

    @pytest.mark.parametrize(
        ("content", "title"),
        [
            (" \n" + json.dumps(LINE), "Lion Air flight crashes"),
            (HTML, "Search goes on"),
            (f"A line\n\n{BODY}", "A line"),
        ],
    )
    @pytest.mark.parametrize("packed", [False, True])
    def test_kinds(self, content: str, title: str, packed: bool) -> None:
        data = gzip.compress(content.encode()) if packed else content.encode()
        assert articles.load("-", stdin=io.BytesIO(data)).title == title

    def test_several_lines(self) -> None:
        found, _ = read("-", stdin=io.BytesIO(jsonl(LINE, {**LINE, "url": None}).encode()))
        assert len({a.id for a in found}) == 2

    def test_nothing(self) -> None:
        with pytest.raises(SourceUnreadable, match="empty"):
            articles.load("-", stdin=io.BytesIO(b" \n\n"))


class TestFolder:
    """A folder is walked in order; what is no article is said, and stops nothing."""

    def test_walk(self, tmp_path: Path) -> None:
        (tmp_path / "z").mkdir()
        (tmp_path / ".hidden").mkdir()
        for name in ("b.txt", "a.txt", "z/c.txt", ".d.txt", ".hidden/e.txt"):
            write(tmp_path / name, f"{name}: {BODY}")
        write(tmp_path / "p.bin", b"\0\1\2")
        write(tmp_path / "broken.txt", bytes(range(32)) * 9)
        os.mkfifo(tmp_path / "pipe.txt")
        found, problems = read(str(tmp_path), Given(outlet="O"))
        assert [a.text.partition(":")[0] for a in found] == ["a.txt", "b.txt", "z/c.txt"]
        assert {Path(p.what).name for p in problems} == {"p.bin", "broken.txt", "pipe.txt"}

    def test_empty(self, tmp_path: Path) -> None:
        found, (problem,) = read(str(tmp_path))
        assert found == []
        assert "no file" in problem.reason

    def test_one_title_for_many(self, tmp_path: Path) -> None:
        with pytest.raises(OptionError, match="one article"):
            articles.read(str(tmp_path), Given(title="T"))
        source = write(tmp_path / "a.jsonl", jsonl(LINE, LINE))
        with pytest.raises(OptionError, match="one article"):
            read(source, Given(url="https://ex.org/a"))
        found, _ = read(write(tmp_path / "b.jsonl", jsonl(LINE)), Given(url="https://ex.org/a"))
        assert [a.domain for a in found] == ["ex.org"]

    def test_not_for_load(self, tmp_path: Path) -> None:
        with pytest.raises(SourceUnreadable, match="folder"):
            articles.load(str(tmp_path))


def docx() -> bytes:
    """Pack a document the way Word does."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    return packed.getvalue()


class TestRefusals:
    """Each bad source is answered with one sentence that says what to do next."""

    @pytest.mark.parametrize(
        ("name", "content", "words"),
        [
            ("a.txt", b"", "empty"),
            ("a.txt", b"\xef\xbb\xbf \n", "empty"),
            ("a.txt", "… — …".encode(), "no readable body"),
            ("a.txt", b"%PDF-1.4 text", "a PDF"),
            ("a.docx", docx(), "Word"),
            ("a.png", b"\x89PNG\r\n\x1a\n", "picture"),
            ("a.txt", bytes(range(256)), "binary"),
            ("a.txt", "no mark".encode("utf-16-le"), "binary"),
            ("a.txt", b"word " * 500_000, "2,000,000 characters"),
            ("a.txt", b"word " * 5_000_000, "20 MB"),
            ("a.jsonl", b"\0\1\2\3" * 99, "binary"),
            ("a.jsonl", b'{"text": 1}', "no readable body"),
            ("a.jsonl", jsonl(LINE, LINE).encode(), "more than one article"),
            ("a.txt.gz", gzip.compress(b"x" * 100_000_000), "unpack it yourself"),
            ("a.txt.gz", gzip.compress(os.urandom(9999))[:5000], "damaged"),
            ("a.txt.gz", b"\x1f\x8b nonsense", "damaged"),
        ],
    )
    def test_sentence(self, tmp_path: Path, name: str, content: bytes, words: str) -> None:
        source = write(tmp_path / name, content)
        with pytest.raises(SourceUnreadable) as caught:
            articles.load(source)
        message = str(caught.value)
        assert words in message
        assert name in message
        assert message.endswith(".")
        assert "\n" not in message

    @pytest.mark.parametrize("source", ["", "none.txt", "ftp://x/y", "a\0b", "x" * 5000, "http://"])
    def test_missing(self, source: str) -> None:
        with pytest.raises(SourceMissing, match="nothing at"):
            articles.load(source)
        with pytest.raises(SourceMissing, match="nothing at"):
            articles.read(source)

    def test_unreadable_file(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def refuse(*_: object) -> None:
            raise PermissionError(13, "Permission denied")

        source = write(tmp_path / "a.txt", BODY)
        monkeypatch.setattr(Path, "open", refuse)
        with pytest.raises(SourceUnreadable, match="Permission denied"):
            articles.load(source)

    @pytest.mark.parametrize(
        "options", [{"published": "last week"}, {"published": ""}, {"url": "ex.org"}]
    )
    def test_given(self, options: dict[str, str]) -> None:
        with pytest.raises(OptionError, match="write"):
            Given(**options)


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    content=st.one_of(
        st.binary(max_size=300),
        st.text(max_size=300).map(lambda text: text.encode("utf-8", "surrogatepass")),
        st.text(max_size=60).map(lambda text: f"---\n{text}\n---\nbody".encode("utf-8", "replace")),
        st.text(max_size=60).map(lambda text: f"<html>{text}".encode("utf-8", "replace")),
        st.dictionaries(
            st.sampled_from([*LINE, "id", "authors", "domain", "language"]),
            st.recursive(
                st.none() | st.integers() | st.text(max_size=9),
                lambda inner: st.lists(inner, max_size=3),
            ),
        ).map(lambda value: json.dumps(value).encode()),
    ),
    name=st.sampled_from(["a.txt", "a.md", "a.html", "a.jsonl", "a.json", "a", "a.txt.gz"]),
)
def test_no_file_brings_anything_but_our_errors(tmp_path: Path, content: bytes, name: str) -> None:
    """Whatever a file holds, it is read or refused, and what was read can be stored."""
    source = write(tmp_path / name, content)
    assert list(articles.read(source)) == list(articles.read(source))
    try:
        article = articles.load(source)
    except XrefError:
        return
    stored = "".join((article.text, article.title, article.outlet, *article.authors))
    assert stored.encode().decode() == stored
    assert "\r" not in article.text
    assert "\0" not in stored

"""As a newsroom goes it: an empty corpus, a list of feeds, what they hold, an article, verify."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.conftest import Xref

FACT = "The harbour bridge in Northport was closed on Friday after engineers found a crack in it."
PAGES = {
    # Two dates that contradict each other by more than a time zone.
    1: (
        "Gazette",
        "2024-03-05",
        f"{FACT} Mayor Anna Holm said that the pillars had been inspected only last autumn. "
        "Lorries take the tunnel now, and the ferry runs twice an hour until further notice.",
    ),
    2: (
        "Herald",
        "2024-03-01",
        "Engineers found a crack in the harbour bridge in Northport, and it was closed on Friday. "
        "Our reporter saw police turn back cars at the northern ramp, where a queue had formed "
        "that reached as far as the fish market; nobody was hurt, a police officer said.",
    ),
    3: (
        "Courier",
        None,
        "Northport's harbour bridge was closed on Friday because of a crack that engineers found. "
        "Commuters waited for an hour, as photographs by readers show. Shops on the island "
        "complain that no customers come, and some of them did not open at all.",
    ),
}


class Handler(BaseHTTPRequestHandler):
    """An outlet by the number in its address; the third lets no program read its page."""

    def do_GET(self) -> None:
        """Answer."""
        host, port = self.server.server_address[:2]
        outlet, date, text = PAGES[int(str(host).rpartition(".")[2])]
        url = f"http://{host}:{port}/2024/03/01/bridge" if outlet != "Herald" else ""
        url = url or f"http://{host}:{port}/bridge"
        if self.path == "/feed":
            item = (
                f"<title>Bridge closed</title><link>{url}</link><description>{text}</description>"
            )
            day = "<pubDate>Fri, 01 Mar 2024 09:00:00 GMT</pubDate>"
            self.send(f"<rss version='2.0'><channel><item>{item}{day}</item></channel></rss>")
        elif self.path.endswith("/bridge") and outlet != "Courier":
            meta = f"<meta property='article:published_time' content='{date or ''}'>"
            name = f"<meta property='og:site_name' content='{outlet}'><title>Bridge closed</title>"
            self.send(
                f"<html><head>{name}{meta}</head><body><article><h1>Bridge closed</h1><p>{text}"
            )
        else:
            self.send("", 403 if self.path.endswith("/bridge") else 404)

    def send(self, text: str, status: int = 200) -> None:
        """Send an answer."""
        self.send_response(status)
        kind = "application/rss+xml" if text.startswith("<rss") else "text/html; charset=utf-8"
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def feeds(tmp_path: Path) -> Iterator[Path]:
    servers = [ThreadingHTTPServer((f"127.0.7.{n}", 0), Handler) for n in PAGES]
    for server in servers:
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    outlines = "".join(
        f"<outline text='{PAGES[n][0]}' xmlUrl='http://127.0.7.{n}:{server.server_port}/feed'/>"
        for n, server in zip(PAGES, servers, strict=True)
    )
    path = tmp_path / "feeds.opml"
    path.write_text(f"<opml version='2.0'><body>{outlines}</body></opml>")
    yield path
    for server in servers:
        server.shutdown()
        server.server_close()


def test_from_a_list_of_feeds_to_a_report(feeds: Path, tmp_path: Path, xref: Xref) -> None:
    corpus, article = tmp_path / "c.db", tmp_path / "article.md"
    polite = ("--allow-private", "--delay", "0", "--corpus", corpus)
    answer = xref("fetch", feeds, *polite)
    assert answer.code == 0, answer.err
    assert "3 new articles" in answer.err
    assert "1 from feed" in answer.err
    assert "not read: http://127.0.7.3" in answer.err
    assert "refuses programs like this one (status 403)" in answer.err

    listed = xref("outlets", "--corpus", corpus).out
    assert [name in listed for name in ("Gazette", "Herald", "Courier")] == [True] * 3
    assert "its feed's summary stands for it" in listed
    assert "doubtful date: http://127.0.7.1" in listed
    assert "only in part: http://127.0.7.3" in listed

    article.write_text(
        "---\noutlet: Tribune\npublished: 2024-03-02\ntitle: Traffic\n---\n"
        f"{FACT} Buses were late all over the town, and schools began an hour later.\n"
    )
    about = ("check", article, "--corpus", corpus)
    report = json.loads(xref(*about, "--format", "json").out)
    assert report["summary"]["corroborated"] >= 1
    found = [one for claim in report["claims"] for one in claim["evidence"]]
    doubts = {one["outlet"]: one.get("doubt") for one in found}
    assert doubts["Herald"] is None
    assert doubts["Gazette"] == "meta says 2024-03-05, but listing says 2024-03-01"
    parts = {one["outlet"]: one.get("partial", "") for one in found}
    assert "this is its feed's summary" in parts["Courier"]
    assert any("status 403" in one["reason"] for one in report["not_judged"])
    number = next(c["number"] for c in report["claims"] if c["standing"] == "corroborated")
    for form in (("--explain", number), ("--format", "markdown"), ("--format", "html")):
        shown = " ".join(xref(*about, *form).out.replace("\\", "").split())
        assert "date doubtful: meta says 2024-03-05" in shown
    assert xref("verify", corpus).code == 0

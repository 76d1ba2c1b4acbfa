"""What listings name, whatever their format, and what they cannot lead us to."""

import gzip
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xref.errors import SourceUnreadable
from xref.fetching.listings import Entry, Kind, named_by, read

RSS = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>Gazette</title>
<item><title>One &amp; two</title><link>/a</link><pubDate>Fri, 01 Mar 2024 10:00:00 +0200</pubDate>
</item><item><title>No link</title></item></channel></rss>"""
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>One</title>
<link href="https://g.example/a"/><published>2024-03-01T08:00:00Z</published>
<updated>2024-03-02T08:00:00Z</updated></entry></feed>"""
NEWS = b"""<?xml version="1.0"?><!-- made --><urlset
 xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
 xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"><url><loc> https://g.example/a </loc>
<image:image><image:loc>https://g.example/a.jpg</image:loc></image:image>
<news:news><news:publication_date>2024-03-01</news:publication_date><news:title>One</news:title>
</news:news></url></urlset>"""
OPML = b"""<opml version="2.0"><body><outline text="Papers"><outline text="Gazette"
 type="rss" xmlUrl="https://g.example/rss"/></outline></body></opml>"""
BOMB = b"""<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss><channel>&b;</channel></rss>"""


def test_rss() -> None:
    listing = read(RSS, "https://g.example/rss")
    assert listing.kind is Kind.FEED
    day = "2024-03-01T08:00:00Z"
    first = Entry("https://g.example/a", "One & two", day, day)
    assert listing.entries == (first,)


def test_atom_knows_of_changes() -> None:
    (entry,) = read(ATOM).entries
    assert entry == Entry(
        "https://g.example/a", "One", "2024-03-01T08:00:00Z", "2024-03-02T08:00:00Z"
    )


@pytest.mark.parametrize("data", [NEWS, gzip.compress(NEWS)])
def test_news_sitemap(data: bytes) -> None:
    listing = read(data)
    assert listing.kind is Kind.SITEMAP
    assert listing.entries == (Entry("https://g.example/a", "One", "2024-03-01", "2024-03-01"),)


def test_json_feed() -> None:
    items = [{"url": "/a", "title": "One", "date_published": "2024-03-01"}, {"id": 4}, "x"]
    (entry,) = read(json.dumps({"items": items}).encode(), "https://g.example/f").entries
    assert entry == Entry("https://g.example/a", "One", "2024-03-01", "2024-03-01")


def test_opml_index_and_list() -> None:
    assert read(OPML).entries == (Entry("https://g.example/rss", "Gazette"),)
    index = b"<sitemapindex><sitemap><loc>https://g.example/1.xml</loc></sitemap></sitemapindex>"
    assert read(index).kind is Kind.INDEX
    listed = b"# ours\nhttps://g.example/a  first\nfile:///etc/passwd\nhttps://g.example/a\n"
    assert read(listed).entries == (Entry("https://g.example/a"),)


def test_a_page_is_no_listing() -> None:
    assert read(b"<!doctype html><html><p>x").kind is Kind.PAGE
    assert read(b"just words").kind is Kind.PAGE


@pytest.mark.parametrize("data", [BOMB, b"{]", b"\x1f\x8bnot gzip", b"<rss><channel"])
def test_harm_is_refused(data: bytes) -> None:
    with pytest.raises(SourceUnreadable):
        read(data)


def test_packed_bomb_is_refused() -> None:
    with pytest.raises(SourceUnreadable, match="unpacks to more than"):
        read(gzip.compress(b"<urlset>" + b" " * 60_000_000))


@given(
    st.binary(max_size=200)
    | st.text(alphabet="<>/rsfedl=\"'&;[]{}! \n:", max_size=80).map(str.encode)
)
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        entries = read(data, "https://g.example/").entries
    except SourceUnreadable:
        return
    assert all(entry.url.lower().startswith(("http://", "https://")) for entry in entries)


def test_feeds_of_a_front_page() -> None:
    html = b"""<link rel=alternate type="application/rss+xml" href="/rss"><link href=/x.css>"""
    assert named_by(html, "https://g.example/") == ("https://g.example/rss",)


@pytest.mark.parametrize("data", [RSS[:-40], NEWS[:-30], OPML[:-20]])
def test_a_list_that_breaks_off_is_told(data: bytes) -> None:
    listing = read(data, "https://g.example/rss")
    assert listing.problem
    assert len(listing.entries) == 1


@pytest.mark.parametrize("data", [RSS, ATOM, NEWS, OPML])
def test_a_whole_list_has_no_problem(data: bytes) -> None:
    assert read(data, "https://g.example/rss").problem is None


def test_what_feeds_carry() -> None:
    whole = b"<content:encoded>&lt;p&gt;All.&lt;/p&gt;</content:encoded>"
    space = b"xmlns:content='http://purl.org/rss/1.0/modules/content/'"
    item = b"<item><link>https://g.example/a</link><description>Some.</description>%s</item>"
    feed = b"<rss version='2.0' %s><channel>%s</channel></rss>"
    for extra, text, is_whole in ((whole, "<p>All.</p>", True), (b"", "Some.", False)):
        (entry,) = read(feed % (space, item % extra)).entries
        assert (entry.text, entry.whole) == (text, is_whole)
    items = [{"url": "https://g.example/a", "content_text": "a < b", "summary": "x"}]
    (entry,) = read(json.dumps({"items": items}).encode()).entries
    assert (entry.text, entry.whole) == ("a &lt; b", True)

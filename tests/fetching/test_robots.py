"""robots.txt is heard; a site without one is open, one in trouble is closed."""

import pytest

from xref.errors import FetchError
from xref.fetching import robots
from xref.fetching.manners import _seconds
from xref.fetching.pages import Page
from xref.settings import MANNERS

TEXT = b"""User-agent: *
Disallow: /closed/
Crawl-delay: 7
User-agent: other
Disallow: /
Sitemap: https://g.example/map.xml
"""


def test_rules() -> None:
    rules = robots.parse(TEXT)
    assert rules.refusal("https://g.example/open/a") is None
    assert "robots.txt" in str(rules.refusal("https://g.example/closed/a"))
    assert rules.delay == 7
    assert rules.sitemaps == ("https://g.example/map.xml",)


def test_delay_is_bounded() -> None:
    rules = robots.parse(b"User-agent: *\nCrawl-delay: 99999\n")
    assert rules.delay == MANNERS.longest_delay


@pytest.mark.parametrize("body", [b"", b"\xff\xfe\x00", b"<html>not here</html>", b"Disallow: /"])
def test_what_is_no_such_file_closes_nothing(body: bytes) -> None:
    assert robots.parse(body).refusal("https://g.example/a") is None


@pytest.mark.parametrize(("passing", "closed"), [(True, True), (False, False)])
def test_unread(passing: bool, closed: bool) -> None:
    def get(url: str) -> Page:
        assert url == "https://g.example:8/robots.txt"
        raise FetchError("gone", passing=passing)

    rules = robots.rules("https://g.example:8/a?b", get)
    assert (rules.refusal("https://g.example:8/a") is not None) is closed


def test_retry_after() -> None:
    assert _seconds("120") == 120
    assert _seconds(None) == _seconds("soon") == _seconds("-5") == 0
    assert _seconds("Wed, 21 Oct 2015 07:28:00 GMT") == 0
    assert _seconds("Wed, 21 Oct 2099 07:28:00 GMT") > 1_000_000

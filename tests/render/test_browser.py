"""The page in a real browser: payloads stay words, and panels open, with and without script."""

import re
import subprocess
from html.parser import HTMLParser

import pytest

from docs.chromium import BROWSER, FLAGS
from xref.render.html import HtmlRenderer

pytestmark = pytest.mark.skipif(BROWSER is None, reason="no chromium or chrome on this machine")
SIZE = "--window-size=1280,900"


def dumped(tmp_path, page, fragment="", *flags):
    """The document as the browser holds it after it has loaded."""
    path = tmp_path / "page.html"
    path.write_text(page, encoding="utf-8")
    address = path.as_uri() + fragment
    profile = f"--user-data-dir={tmp_path / 'profile'}"
    done = subprocess.run(
        [
            BROWSER,
            *FLAGS,
            SIZE,
            *flags,
            profile,
            "--virtual-time-budget=2000",
            "--dump-dom",
            address,
        ],
        capture_output=True,
        timeout=90,
        check=True,
    )
    return done.stdout.decode("utf-8")


class Claims(HTMLParser):
    """Which claims in the text say that their panel is open, as computed from its style."""

    def __init__(self, text):
        super().__init__()
        self.title, self.in_title, self.open, self.tags = "", False, {}, set()
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        self.tags.add(tag)
        self.in_title = tag == "title"
        if tag == "a" and "data-number" in attrs:
            self.open[attrs["data-number"]] = attrs.get("aria-expanded")

    def handle_data(self, data):
        if self.in_title:
            self.title += data

    def handle_endtag(self, tag):
        self.in_title = False


def test_panel_opens(tmp_path, report):
    found = Claims(dumped(tmp_path, HtmlRenderer().render(report), "#c6"))
    assert found.open.pop("6") == "true"
    assert set(found.open.values()) == {"false"}


def test_no_panel_is_open_at_first(tmp_path, report):
    found = Claims(dumped(tmp_path, HtmlRenderer().render(report)))
    assert len(found.open) == report.checked
    assert set(found.open.values()) == {"false"}


def test_no_payload_acts(tmp_path, hostile):
    found = Claims(dumped(tmp_path, HtmlRenderer().render(hostile), "#c3"))
    assert found.title.endswith("· xref")
    assert found.open["3"] == "true"
    assert not found.tags & {"img", "svg", "iframe", "object", "embed"}


def test_the_policy_stops_what_escaping_would_miss(tmp_path, report):
    """The second lock: even markup that got in could not run or load anything."""
    page = HtmlRenderer().render(report)
    attack = "<script>document.title='pwned'</script><img src=x onerror=\"document.title='pwned'\">"
    found = Claims(dumped(tmp_path, page.replace("<main", attack + "<main", 1)))
    assert "pwned" not in found.title
    found = Claims(dumped(tmp_path, unlocked(page).replace("<main", attack + "<main", 1)))
    assert found.title == "pwned"


def unlocked(page):
    """The page without its policy, to show that the attack would have worked."""
    page, count = re.subn(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page)
    assert count == 1
    return page


# Runs in the page, where the real script is taken out: what the style sheet alone makes visible.
PROBE = """<script>addEventListener("load", function () {
  location.hash = document.querySelector("a.claim[data-number='8']").hash;
  setTimeout(function () {
    document.title = Array.from(document.querySelectorAll(".panel"))
      .filter(function (panel) { return getComputedStyle(panel).display !== "none"; })
      .map(function (panel) { return panel.id; }).join();
  }, 200);
});</script>"""


def test_panel_opens_without_our_script(tmp_path, report):
    page = re.sub(r"<script>.*</script>", "", unlocked(HtmlRenderer().render(report)), flags=re.S)
    found = Claims(dumped(tmp_path, page.replace("</body>", PROBE + "</body>")))
    assert found.title == "c8"


KEYS = """<script>addEventListener("load", function () {
  var said = [];
  function note() {
    var open = document.querySelectorAll("a.claim[aria-expanded='true']");
    said.push(Array.from(open).map(function (one) { return one.dataset.number; }).join() || "-");
  }
  var steps = ["j", "j", "k", "click", "Escape"];
  (function next() {
    var step = steps.shift();
    if (!step) { document.title = said.join(" "); return; }
    if (step === "click") { document.querySelector("a.claim[data-number='7']").click(); }
    else { document.dispatchEvent(new KeyboardEvent("keydown", {key: step})); }
    setTimeout(function () { note(); next(); }, 60);
  }());
});</script>"""


def test_keys_and_clicks(tmp_path, report):
    page = unlocked(HtmlRenderer().render(report)).replace("</body>", KEYS + "</body>")
    assert Claims(dumped(tmp_path, page)).title == "1 2 1 7 -"

"""axe-core looks at the pages in a real browser and finds nothing serious, in light or dark."""

from pathlib import Path

import axe_core_python
import pytest

from docs.chromium import BROWSER, Chromium
from xref.events import group
from xref.render import index
from xref.render.html import HtmlRenderer

pytestmark = pytest.mark.skipif(BROWSER is None, reason="no chromium or chrome on this machine")
AXE = (Path(axe_core_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
RUN = """axe.run(document, {resultTypes: ["violations"]}).then(told => ({
  looked: told.passes.length,
  found: told.violations.map(one => [one.impact, one.id, one.nodes.slice(0, 3).map(n => n.html)]),
}))"""
SCREENS = {
    "desktop": {"width": 1280, "height": 900, "dark": False},
    "phone-dark": {"width": 390, "height": 844, "dark": True},
}


@pytest.fixture(scope="module")
def browser():
    with Chromium() as held:
        yield held


def looked_at(browser, tmp_path, page, fragment="", screen="desktop"):
    """What axe finds in the page, the grave ones only."""
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    browser.show(tmp_path / "page.html", fragment, **SCREENS[screen])
    browser.run(AXE)
    told = browser.run(RUN)
    assert told["looked"] > 15, "axe has not looked"
    return [one for one in told["found"] if one[0] in ("serious", "critical")]


@pytest.mark.parametrize("screen", SCREENS)
def test_no_serious_finding(browser, tmp_path, report, screen):
    page = HtmlRenderer().render(report)
    for fragment in ("#c4", "#c8"):  # with a quotation and a fact-check; contradicted
        assert looked_at(browser, tmp_path, page, fragment, screen) == []


@pytest.mark.parametrize("screen", SCREENS)
def test_no_serious_finding_in_the_index(browser, tmp_path, report, screen):
    page = index.render([index.listed(report, "report")], report.not_judged, group([report]))
    assert looked_at(browser, tmp_path, page, "", screen) == []


def test_axe_finds_what_is_wrong(browser, tmp_path, report):
    page = HtmlRenderer().render(report).replace("<h1", '<img src="data:,"><h1', 1)
    assert [one[1] for one in looked_at(browser, tmp_path, page)] == ["image-alt"]

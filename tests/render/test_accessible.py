"""axe-core looks at the page in a real browser and finds nothing serious, in light or dark."""

import json
from pathlib import Path

import axe_core_python
import pytest

from xref.render.html import HtmlRenderer

from .test_browser import BROWSER, Claims, dumped, unlocked

pytestmark = pytest.mark.skipif(BROWSER is None, reason="no chromium or chrome on this machine")
AXE = (Path(axe_core_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
RUN = """<script>axe.run(document, {resultTypes: ["violations"]}).then(function (told) {
  var found = told.violations.map(function (one) {
    return [one.impact, one.id, one.nodes.slice(0, 3).map(function (n) { return n.html; })];
  });
  document.title = JSON.stringify({found: found, looked: told.passes.length});
});</script>"""
DARK, PHONE = "--blink-settings=preferredColorScheme=0", "--window-size=390,844"


def looked_at(tmp_path, page, *flags):
    """What axe finds in the page with a panel open, the grave ones only."""
    page = unlocked(page).replace("</body>", f"<script>{AXE}</script>{RUN}</body>")
    told = json.loads(Claims(dumped(tmp_path, page, "#c8", *flags)).title)
    assert told["looked"] > 20, "axe has not looked"
    return [one for one in told["found"] if one[0] in ("serious", "critical")]


@pytest.mark.parametrize("flags", [(), (PHONE, DARK)], ids=["desktop", "phone-dark"])
def test_no_serious_finding(tmp_path, report, flags):
    assert looked_at(tmp_path, HtmlRenderer().render(report), *flags) == []


def test_axe_finds_what_is_wrong(tmp_path, report):
    page = HtmlRenderer().render(report).replace("<h1", '<img src="data:,"><h1', 1)
    assert [one[1] for one in looked_at(tmp_path, page)] == ["image-alt"]

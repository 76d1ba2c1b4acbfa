"""The pages at the true width of a phone and of a desk's screen, and on paper."""

import pytest

from docs.chromium import BROWSER, Chromium
from xref.events import group
from xref.render import index
from xref.render.html import HtmlRenderer

pytestmark = pytest.mark.skipif(BROWSER is None, reason="no chromium or chrome on this machine")
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 900}
OVERFLOW = "document.documentElement.scrollWidth - innerWidth"
NARROWEST = """Math.min(...Array.from(document.querySelectorAll("#reports td"))
  .filter(cell => cell.textContent.trim())
  .map(cell => cell.getBoundingClientRect().width / Math.min(cell.textContent.trim().length, 9)))"""


@pytest.fixture(scope="module")
def browser():
    with Chromium() as held:
        yield held


@pytest.fixture
def pages(tmp_path, report, hostile):
    (tmp_path / "report.html").write_text(HtmlRenderer().render(report), encoding="utf-8")
    listed = [index.listed(one, f"report-{at}") for at, one in enumerate((report, hostile))]
    told = index.render(listed, report.not_judged, group([report]))
    (tmp_path / "index.html").write_text(told, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("name", ["report.html", "index.html"])
def test_no_page_is_wider_than_its_screen(browser, pages, name, size):
    browser.show(pages / name, "#c4", **size, dark=False)
    assert browser.run("innerWidth") == size["width"]
    assert browser.run(OVERFLOW) <= 0


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_no_column_of_the_index_stacks_its_letters(browser, pages, size):
    browser.show(pages / "index.html", **size, dark=False)
    assert browser.run(NARROWEST) > 5  # pixels a letter


def test_a_filter_hides_rows_on_a_phone_too(browser, pages):
    browser.show(pages / "index.html", **PHONE, dark=False)
    browser.run("""(() => { const box = document.querySelector("[name=search]");
      box.value = "both doors"; box.dispatchEvent(new Event("input", {bubbles: true})); })()""")
    shown = "Array.from(document.querySelectorAll('#reports tr')).map(row => row.offsetHeight > 0)"
    assert browser.run(shown) == [True, False]


def test_an_open_panel_leaves_its_statement_in_sight_on_a_phone(browser, pages):
    browser.show(pages / "report.html", "#c4", **PHONE, dark=True)
    above = """document.getElementById("t4").getBoundingClientRect().top
      < document.getElementById("c4").getBoundingClientRect().top"""
    assert browser.run(above)


def test_on_paper_every_panel_is_open(browser, pages):
    browser.show(pages / "report.html", **DESK, dark=True)
    browser.ask("Emulation.setEmulatedMedia", {"media": "print"})
    closed = """Array.from(document.querySelectorAll(".panel"))
      .filter(panel => getComputedStyle(panel).display === "none").length"""
    assert browser.run(closed) == 0
    assert browser.run("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert browser.printed().startswith(b"%PDF")

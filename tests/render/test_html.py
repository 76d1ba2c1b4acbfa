"""The page: well formed, self-contained, and nothing foreign in it acts."""

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

import xref.render
from xref.records import NotJudged, Standing
from xref.render.html import HtmlRenderer
from xref.render.safety import visible
from xref.render.wording import FACES

VOID = {"meta", "br", "hr", "img", "input", "link", "source", "wbr"}
ELEMENTS = re.findall(
    r"\w+",
    """
    html head meta title style body a header p b h1 h2 h3 h4 h5
    time span nav ul ol li main article aside section blockquote dl dt dd bdi
    strong div mark details summary table thead tbody tfoot tr th td q kbd code
    footer script figure figcaption svg line circle text
    """,
)


class Page(HTMLParser):
    """Collects what a page holds, and fails where its elements do not nest."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.open, self.elements, self.ids = [], [], []
        self.article, self.scripts, self.styles, self.title = "", "", "", ""
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        assert len(attrs) == len(dict(attrs)), f"an attribute twice in {tag}"
        self.ids += [value for name, value in attrs if name == "id"]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "article" in self.open:
            self.article += data
        if self.open and self.open[-1] == "script":
            self.scripts += data
        if self.open and self.open[-1] == "style":
            self.styles += data
        if self.open and self.open[-1] == "title":
            self.title += data

    def all(self, tag):
        return [attrs for name, attrs in self.elements if name == tag]


@pytest.fixture(params=["report", "hostile"])
def both(request):
    report = request.getfixturevalue(request.param)
    return report, Page(HtmlRenderer().render(report))


def test_only_our_elements_and_attributes(both):
    _, page = both
    assert {tag for tag, _ in page.elements} <= set(ELEMENTS)
    names = {name for _, attrs in page.elements for name in attrs}
    assert not any(name.startswith("on") or name in ("style", "src", "srcdoc") for name in names)
    assert len(page.all("script")) == len(page.all("style")) == len(page.all("title")) == 1


def test_ids_are_unique_and_inner_links_lead_somewhere(both):
    _, page = both
    assert len(page.ids) == len(set(page.ids))
    inner = [a["href"][1:] for a in page.all("a") if a["href"].startswith("#")]
    assert set(inner) <= set(page.ids)
    described = {a["aria-describedby"] for a in page.all("a") if "aria-describedby" in a}
    assert described <= set(page.ids)


def test_links_lead_to_web_addresses_and_tell_nothing(both):
    _, page = both
    outer = [a for a in page.all("a") if not a["href"].startswith("#")]
    assert outer
    for link in outer:
        assert re.match(r"https?://[^\s\"'<>\x00-\x20]+\Z", link["href"].replace("'", ""))
        assert link["rel"] == "noreferrer noopener nofollow"


def test_highlighted_text_is_the_article_s_text(both):
    report, page = both
    assert page.article == visible(report.article.text)


def test_policy_allows_our_style_and_script_only(both):
    _, page = both
    (policy,) = [
        meta["content"]
        for meta in page.all("meta")
        if meta.get("http-equiv") == "Content-Security-Policy"
    ]
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    for source in (page.styles, page.scripts):
        digest = base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy


def test_nothing_is_fetched(both):
    _, page = both
    assert not page.all("link")
    assert not page.all("img")
    assert not re.search(r"url\(|@import|https?:", page.styles + page.scripts)


def test_one_panel_and_one_place_a_claim(report):
    page = Page(HtmlRenderer().render(report))
    for number in range(1, report.checked + 1):
        assert {f"c{number}", f"t{number}"} <= set(page.ids)


def test_every_standing_shows_word_and_symbol(report):
    text = HtmlRenderer().render(report)
    for standing in Standing:
        face = FACES[standing]
        assert f'<span class="symbol" aria-hidden="true">{face.symbol}</span> {standing}' in text
        if standing is not Standing.NOT_A_CLAIM:
            assert f'.claim.{standing}[id]::before {{ content: "{face.symbol}' in text


def test_template_syntax_in_foreign_text_is_not_run(hostile):
    text = HtmlRenderer().render(hostile)
    assert "{{ 7*191 }}" in text
    assert "1337" not in text


def test_title_and_language_cannot_break_out(hostile):
    page = Page(HtmlRenderer().render(hostile))
    assert page.title.endswith("· xref")
    (article,) = page.all("article")
    assert "lang" not in article


def test_silences_are_told_apart(report):
    text = HtmlRenderer().render(report)
    for words in ("Nobody else has it (1)", "Not covered (1)", "Not judged (2)"):
        assert words in text


def test_what_was_not_judged_stands_there_with_its_reason_and_no_other(report):
    dates = NotJudged("13 articles without a date", "they may lie outside the window")
    text = HtmlRenderer().render(replace(report, not_judged=(dates,)))
    assert "readable body" not in text
    assert "13 articles without a date" in text
    assert "they may lie outside the window" in text


def test_all_but_corroborated_statements_are_to_be_looked_at(report):
    text = HtmlRenderer().render(report)
    overview = text.partition("Look at these first")[2].partition("</section>")[0]
    order = ["contradicted", "disputed", "single-source", "unmatched", "not-covered"]
    found = re.findall(r'<span class="standing ([a-z-]+)">', overview)
    assert list(dict.fromkeys(found)) == order
    assert len(found) == report.checked - report.summary[Standing.CORROBORATED]


def test_the_key_explains_the_marked_words(report):
    text = HtmlRenderer().render(report)
    key = text.partition("How to read this page")[2].partition("</section>")[0]
    assert "<mark>yellow background</mark>" in key


# WCAG 2.2, 1.4.3 and 1.4.11, for each colour in which we set words, on each ground they stand on.
INKS = ["ink", "soft", "link", *(str(standing) for standing in Standing)]
GROUNDS = ["paper", "card", "wash"]


def schemes():
    css = (Path(xref.render.__file__).parent / "templates" / "report.css").read_text("utf-8")
    light, dark = re.findall(r":root \{(.*?)\}", css, re.DOTALL)[:2]
    return {
        name: dict(re.findall(r"--([\w-]+): #([0-9a-f]{6})", block))
        for name, block in (("light", light), ("dark", dark))
    }


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def tinted(ink, ground, share):
    """What `color-mix(in srgb, ink share, ground)` gives."""
    pairs = [(int(ink[at : at + 2], 16), int(ground[at : at + 2], 16)) for at in (0, 2, 4)]
    return "".join(f"{round(share * mine + (1 - share) * theirs):02x}" for mine, theirs in pairs)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("ink", INKS)
def test_contrast(scheme, ground, ink):
    colours = schemes()[scheme]
    assert contrast(colours[ink], colours[ground]) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("standing", [str(standing) for standing in Standing])
def test_contrast_on_a_tint(scheme, standing):
    """A claim's number stands on a tint of its own colour, the open one's on the strongest."""
    colours = schemes()[scheme]
    css = (Path(xref.render.__file__).parent / "templates" / "report.css").read_text("utf-8")
    strongest = max(int(share) for share in re.findall(r"var\(--tone\) (\d+)%", css))
    ground = tinted(colours[standing], colours["paper"], strongest / 100)
    assert contrast(colours[standing], ground) >= 4.5
    assert contrast(colours["ink"], ground) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast_of_marked_words(scheme):
    colours = schemes()[scheme]
    assert contrast(colours["mark-ink"], colours["mark"]) >= 4.5

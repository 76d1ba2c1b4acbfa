"""The index of many reports: hostile words stay words, rows can be filtered, nothing is fetched."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from xref.events import group
from xref.records import NotJudged, Standing
from xref.render import index

from .test_browser import BROWSER, dumped


class Tags(HTMLParser):
    """Every tag and the addresses in it."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.links = [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.links += [value for name, value in attrs if name in ("href", "src", "action")]


def page(*reports, event=False):
    listed = [index.listed(report, f"report-{at}") for at, report in enumerate(reports)]
    events = group(reports) if event else ()
    return index.render(listed, [NotJudged("<b>x</b>", "no\x1b[31m body")], events)


def test_lists_every_report_with_its_files(report):
    told = page(report, replace(report, article=replace(report.article, id="other")))
    assert "2 reports" in told
    assert {"report-0.html", "report-1.json", "report-1.md"} <= set(Tags(told).links)
    assert told == page(report, replace(report, article=replace(report.article, id="other")))


def test_totals_are_the_sums(report):
    told = page(report, report, report)
    many = 3 * report.summary[Standing.SINGLE_SOURCE]
    assert f"<b>{many}</b> resting on one source" in told


def test_hostile_words_add_no_tag_and_no_link(report, hostile):
    tame, wild = Tags(page(report, event=True)), Tags(page(hostile, event=True))
    assert set(wild.tags) <= set(tame.tags) | {"span"}
    assert wild.tags.count("script") == 1
    assert all(re.fullmatch(r"report-0\.(html|json|md)", link) for link in wild.links)
    assert "\x1b" not in page(hostile)


def test_matrix_says_who_has_it_and_who_says_otherwise(report):
    (event,) = group([report])
    disputed = next(r for r in event.rows if r.verdict.standing is Standing.DISPUTED)
    assert disputed.has_it
    assert disputed.otherwise
    told = page(report, event=True)
    assert "● has it" in told
    assert "✕ otherwise" in told
    assert len(event.rows) == sum(v.claim.kind.checkable for v in report.verdicts)


def test_reports_of_shared_evidence_are_one_event_others_are_not(report):
    twin = replace(report, article=replace(report.article, id="twin"))
    alone = replace(
        report,
        article=replace(report.article, id="alone"),
        verdicts=tuple(replace(v, origins=(), evidence=()) for v in report.verdicts),
    )
    assert [event.places for event in group([report, alone, twin])] == [(0, 2), (1,)]


def test_a_report_on_what_another_rests_on_is_of_its_event(report):
    cited = report.verdicts[0].origins[0].members[0].article
    bare = replace(report, article=cited, verdicts=())
    assert [event.places for event in group([bare, report])] == [(0, 1)]


def test_an_event_that_nobody_else_has_takes_no_room(report):
    alone = replace(
        report, verdicts=tuple(replace(v, origins=(), evidence=()) for v in report.verdicts)
    )
    assert 'class="matrix"' in page(report, event=True)
    assert 'class="matrix"' not in page(alone, event=True)


@pytest.mark.skipif(BROWSER is None, reason="no chromium or chrome on this machine")
def test_in_a_browser_the_filters_appear_and_payloads_stay_words(tmp_path, report, hostile):
    told = dumped(tmp_path, page(report, hostile, event=True))
    assert "2 of 2 reports shown" in told
    assert "<title>pwned</title>" not in told

"""The terminal: widths, colour only where wanted, and no foreign escape sequence."""

import re
from dataclasses import replace
from io import StringIO

import pytest
from rich.cells import cell_len
from rich.console import Console

from xref.errors import OptionError
from xref.records import Judgement, NotJudged, Part, Stance, Standing
from xref.render import renderer
from xref.render.explanation import explain
from xref.render.terminal import TerminalRenderer, render
from xref.render.wording import FACES

CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def printed(report, width=100, number=None, **options):
    stream = StringIO()
    console = Console(file=stream, width=width, **options)
    if number:
        console.print(explain(report, number))
    else:
        render(report, console)
    return stream.getvalue()


@pytest.mark.parametrize("width", [60, 80, 100, 140, 200])
def test_one_row_a_statement_at_every_width(report, width):
    lines = printed(report, width).splitlines()
    assert all(cell_len(line) <= width for line in lines)
    rows = [line for line in lines if re.match(r" *\d+  \S [a-z-]+ ", line)]
    assert len(rows) == report.checked
    table = printed(report, width).partition("statement  ")[2].partition("\n\n")[0]
    below = [line for line in table.splitlines()[1:] if line not in rows]
    assert len(below) <= (0 if width >= 100 else report.checked)


def test_a_narrow_terminal_shows_the_statement_on_two_lines_at_most(report):
    (seven,) = [v for v in report.verdicts if v.claim.text == "It covers six batteries."]
    long = replace(seven, claim=replace(seven.claim, text=" ".join(f"word{n}" for n in range(99))))
    text = printed(replace(report, verdicts=(seven, long)), 80)
    table = text.partition("statement  ")[2].partition("\n\n")[0].splitlines()[1:]
    assert len(table) == 3
    assert table[2].rstrip().endswith("…")
    assert "word0" in table[1]
    shown = re.findall(r"word\d+", table[1] + table[2].rstrip().rpartition(" ")[0])
    assert shown == [f"word{n}" for n in range(len(shown))]
    unbroken = replace(long, claim=replace(long.claim, text="x" * 500))
    bare = replace(report, verdicts=(unbroken,), not_judged=())
    assert printed(bare, 60).count("…") == 1


@pytest.mark.parametrize("width", [60, 100, 200])
@pytest.mark.parametrize("number", range(1, 11))
def test_explanation_fits(report, width, number):
    assert all(cell_len(line) <= width for line in printed(report, width, number).splitlines())


def test_standings_have_word_and_symbol(report):
    text = printed(report)
    for standing in Standing:
        if standing is not Standing.NOT_A_CLAIM:
            assert f"{FACES[standing].symbol} {standing}" in text


def test_no_escape_sequences_without_a_terminal(report):
    assert "\x1b" not in printed(report)
    assert "\x1b" not in printed(report, number=6)
    assert "\x1b" not in TerminalRenderer().render(report)


def test_no_colour_where_it_is_not_wanted(report, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    text = printed(report, force_terminal=True, color_system="standard")
    assert not re.search(r"\x1b\[[0-9;]*3[0-7]", text)


@pytest.mark.parametrize("terminal", [True, False])
def test_hostile_text_neither_steers_nor_formats(hostile, terminal):
    options = {"force_terminal": terminal, "color_system": "standard" if terminal else None}
    for number in (None, *range(1, hostile.checked + 1)):
        text = printed(hostile, 100, number, **options)
        own = re.compile(r"\x1b\[[0-9;]*m")
        assert not CONTROL.search(own.sub("", text))
        assert "\x1b[31mpwned" not in text
    assert "[bold red]pwned[/bold red]" in printed(hostile, 200)


def test_no_claim_with_that_number(report):
    with pytest.raises(OptionError, match="1 to 10"):
        explain(report, 11)
    with pytest.raises(OptionError, match="no statements"):
        explain(replace(report, verdicts=()), 1)


def test_explanation_says_what_the_claim_rests_on(report):
    text = " ".join(printed(report, 200, 4).split())
    for words in (
        "Mevlüt Çavuşoğlu (named)",
        "Reuters supports",
        "Turkish Minute, 21 November 2018",
        "folded in: cites another outlet (cites)",
        "“Reuters reported”",
        "https://mignews.org/news/politic/turtsiia-pokupku-s-400-nevozmozhno-otmenit.html",
        "characters 0 to 144",
        "entailment +2.40 (0.87) + numbers agree +0.90 (1.00) + bias -0.75 (1.00) = +2.55",
        "The page bears no date.",
    ):
        assert words in text


def test_explanation_says_in_what_it_differs(report):
    assert "refutes, a different number" in printed(report, 100, 7)


def test_explanation_shows_how_a_pronoun_was_read(report):
    assert "Mevlüt Çavuşoğlu had met Mike Pompeo" in printed(report, 200, 5)


def test_sums_leave_out_what_rounds_to_nothing_and_stand_last(report):
    verdict = report.verdicts[0]
    parts = (Part("much", 1.0, 1.5), Part("nothing", 1.0, -0.004), Part("bias", 1.0, -0.006))
    relation = verdict.evidence[0]
    judged = replace(relation, judgement=replace(relation.judgement, parts=parts))
    text = printed(replace(report, verdicts=(replace(verdict, evidence=(judged,)),)), 100, 1)
    assert "much +1.50 (1.00) + bias -0.01 (1.00) = +1.49" in text
    assert "nothing +" not in text
    assert "nothing -" not in text
    assert text.index("■ Sputnik") < text.index("passage 1 ──") < text.index("log-odds")


def test_neutral_passages_take_a_line_each_and_three_at_most(report):
    verdict = report.verdicts[0]
    telling = verdict.evidence[0]
    neutral = replace(telling, stance=Stance.NEUTRAL, judgement=Judgement(0.1, 0.1))
    alone = replace(report, verdicts=(replace(verdict, evidence=(telling,)),))
    more = replace(report, verdicts=(replace(verdict, evidence=(telling, *[neutral] * 5)),))
    added = len(printed(more, 100, 1).splitlines()) - len(printed(alone, 100, 1).splitlines())
    assert added == 2 + 3
    assert "passage 2" not in printed(more, 100, 1)


def test_a_denial_that_does_not_count_says_why(report):
    verdict = report.verdicts[0]
    leaning = replace(
        verdict.evidence[0], stance=Stance.NEUTRAL, judgement=Judgement(0.0, 0.97), note=None
    )
    told = printed(replace(report, verdicts=(replace(verdict, evidence=(leaning,)),)), 100, 1)
    assert "reads like a denial (0.97), but does not count" in told


def test_footer_names_what_was_not_judged(report):
    items = tuple(NotJudged(f"thing {n}", "reason " * 40) for n in range(7))
    text = printed(replace(report, not_judged=items), 80)
    rows = re.findall(r"^  thing \d: reason .*…$", text, re.MULTILINE)
    assert len(rows) == 5
    assert "  and 2 more\n" in text
    assert "more\n" not in printed(replace(report, not_judged=items[:5]), 80)


def test_people_read_of_statements_not_of_claims(report):
    texts = [printed(report), *(printed(report, 100, n) for n in range(1, 11))]
    texts += [renderer(form).render(report) for form in ("terminal", "markdown")]
    assert not [found for text in texts for found in re.findall(r"\bclaims?\b", text)]


def test_empty_report(report):
    text = printed(replace(report, verdicts=(), not_judged=(), window=None))
    assert "No statement in this article could be checked." in text
    assert "--explain" not in text

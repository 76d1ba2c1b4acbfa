"""Policies read from TOML, sign-offs read from beside the article, and what they do to findings."""

from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xref.corpus.outlets import registry
from xref.errors import PolicyError, SignOffError
from xref.policies import hold, policy, sign_offs
from xref.policies.presets import SHIPPED
from xref.policies.rules import RULES
from xref.records import Severity, SignOff

from .made import report

SERIOUS = {
    "text": "The mayor took bribes from builders, a source said.",
    "standing": "unmatched",
}
DESK = SignOff("SRC003", "Night desk", "2026-11-26", "the source would lose her work")


def codes(made):
    return [finding.code for finding in made.findings]


@pytest.mark.parametrize("name", SHIPPED)
def test_shipped_policies(name):
    held = policy(name)
    assert set(held.rules) <= set(RULES)
    assert held.rules["SRC008"].sign_off
    assert all(ruling.source or RULES[code].source for code, ruling in held.rules.items())


def test_findings_come_in_the_order_of_codes_with_the_policy_named():
    made = hold(report(SERIOUS), policy("ap"), registry())
    assert codes(made) == ["SRC002", "SRC003", "SRC008"]
    assert made.policy == "AP"
    assert made.unaccepted == made.findings
    assert {finding.severity for finding in made.findings} == {Severity.ERROR}


def test_a_sign_off_keeps_the_finding_and_takes_it_from_the_open_ones():
    made = hold(report(SERIOUS), policy("ap"), registry(), [DESK])
    assert codes(made) == ["SRC002", "SRC003", "SRC008"]
    assert [finding.code for finding in made.unaccepted] == ["SRC002", "SRC008"]
    assert made.findings[1].accepted == DESK
    assert made.notes == ()


@pytest.mark.parametrize(
    ("change", "fits"),
    [
        ({"words": "The mayor took"}, True),
        ({"words": "the MAYOR, took"}, True),
        ({"words": "The may"}, False),
        ({"words": "A mayor"}, False),
        ({"offset": 0}, True),
        ({"offset": 5000}, False),
        ({"code": "SRC001"}, False),
    ],
)
def test_for_which_statement_a_sign_off_is(change, fits):
    one = replace(DESK, **change)
    made = hold(report(SERIOUS), policy("ap"), registry(), [one])
    assert (made.findings[1].accepted == one) is fits
    assert bool(made.notes) is not fits, "a sign-off that is for nothing is told"


def test_sign_offs_are_read_from_beside_the_article(tmp_path):
    (tmp_path / "a.md.xref").write_text(
        "# Kept by the desk.\n\n"
        '# xref: accept SRC001 "The bridge" by Night desk on 2026-11-26: heard it: ourselves\n'
        "#xref: accept SRC003 at 120 by Night desk on 2026-11-26: her life is at risk\n"
    )
    assert sign_offs(str(tmp_path / "a.md")) == (
        SignOff("SRC001", "Night desk", "2026-11-26", "heard it: ourselves", "The bridge"),
        SignOff("SRC003", "Night desk", "2026-11-26", "her life is at risk", None, 120),
    )


@pytest.mark.parametrize("article", ["-", "https://gazette.example/a", "a\0b", "x" * 5000])
def test_what_is_no_file_has_no_sign_offs(article):
    assert sign_offs(article) == ()


@pytest.mark.parametrize(
    "line",
    [
        "# xref: accept SRC001",
        "# xref: accept SRC001 by Night desk: no date",
        "# xref: accept SRC001 by Night desk on 2026-13-40: no such day",
        "# xref: accept SRC001 by Night desk on 2026-11-26:",
        "# xref accept SRC001 by Night desk on 2026-11-26: no colon",
        "accept SRC001",
    ],
)
def test_a_line_in_another_form_is_refused_with_its_number(tmp_path, line):
    (tmp_path / "a.md.xref").write_text(f"# ours\n{line}\n")
    with pytest.raises(SignOffError, match=r"Line 2 of .*write it as"):
        sign_offs(str(tmp_path / "a.md"))


def test_sign_offs_that_cannot_be_read(tmp_path):
    (tmp_path / "a.md.xref").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SignOffError, match="cannot be read"):
        sign_offs(str(tmp_path / "a.md"))
    (tmp_path / "a.md.xref").write_bytes(b"#" * 1_000_001)
    with pytest.raises(SignOffError, match="too large"):
        sign_offs(str(tmp_path / "a.md"))


@settings(deadline=None)
@given(st.text(max_size=200))
def test_no_line_breaks_the_reader(tmp_path_factory, line):
    path = tmp_path_factory.getbasetemp() / "any.md.xref"
    path.write_text(line, encoding="utf-8", errors="replace")
    with suppress(SignOffError):
        assert all(one.by and one.reason for one in sign_offs(str(path.with_suffix(""))))


def test_a_policy_of_ones_own(tmp_path):
    path = tmp_path / "desk.toml"
    path.write_text(
        'name = "Our desk"\nbased_on = "bbc"\n[rules]\nSRC003 = "note"\n'
        'SRC008 = { severity = "off" }\nSRC002 = { severity = "warning", source = "p. 12" }\n'
    )
    made = hold(report(SERIOUS), policy(str(path)), registry())
    assert [(f.code, f.severity) for f in made.findings] == [
        ("SRC002", Severity.WARNING),
        ("SRC003", Severity.NOTE),
    ]
    assert made.findings[0].source == "p. 12"
    assert made.findings[1].source == RULES["SRC003"].source


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[rules]\nSRC999 = 'error'", "SRC999"),
        ("[rules]\nSRC001 = 'fatal'", "error, warning, note, off"),
        ("[rules]\nSRC001 = {severity = 'error', sign_off = 1}", "true or false"),
        ("[rules]\nSRC001 = {severity = 'error', colour = 'red'}", "no more"),
        ("[rules]\nSRC001 = [1]", "no more"),
        ("rules = 3", r"\[rules\]"),
        ("name = 3", "quotation marks"),
        ("based_on = 'cnn'", "ap, reuters, bbc"),
        ("based_on = ['ap']", "ap, reuters, bbc"),
        ("rulez = 1", "rulez"),
        ("= nonsense", "cannot be read"),
    ],
)
def test_a_policy_in_another_form_is_refused(tmp_path, text, told):
    path = tmp_path / "desk.toml"
    path.write_text(text)
    with pytest.raises(PolicyError, match=told):
        policy(str(path))


def test_a_policy_that_is_not_there():
    with pytest.raises(PolicyError, match="choose ap, reuters, bbc, or name a TOML file"):
        policy("cnn")

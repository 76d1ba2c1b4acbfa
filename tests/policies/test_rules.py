"""Each house rule on statements that break it, and on their neighbours that do not."""

import tomllib
from collections import Counter
from pathlib import Path

import pytest

from xref.corpus.outlets import registry
from xref.policies.rules import RULES, Desk
from xref.settings import Settings

from .made import report

CASES = tomllib.loads((Path(__file__).parent / "cases.toml").read_text())["case"]


@pytest.mark.parametrize(
    "case", CASES, ids=[f"{n}-{c['code']}-{c['fires']}" for n, c in enumerate(CASES)]
)
def test_rule(case):
    made = report(case)
    (verdict,) = made.verdicts
    told = RULES[case["code"]].breaks(verdict, Desk(made, registry(), Settings()))
    assert (told is not None) is case["fires"], (told, verdict.claim.attribution)


def test_every_rule_has_both_kinds_of_case():
    fires = Counter(case["code"] for case in CASES if case["fires"])
    silent = Counter(case["code"] for case in CASES if not case["fires"])
    assert set(fires) == set(silent) == set(RULES)
    assert len(CASES) >= 40


def test_the_words_name_what_broke_the_rule():
    made = report(CASES[0])
    told = RULES["SRC001"].breaks(made.verdicts[0], Desk(made, registry(), Settings()))
    assert told == "Only Herald is found behind it."

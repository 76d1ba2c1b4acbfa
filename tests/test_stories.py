"""Small stories, each for one rule: `stories/<event>/` says what is expected, and why it exists.

`pages.jsonl` becomes the corpus, `article.md` is checked, `expected.toml` says what must come out.
A statement is named by its first words. One with a `known_failure` must fail, and says why: who
mends it, strikes that line.
"""

import json
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from xref import pipeline
from xref.articles import load, read
from xref.corpus.store import Corpus
from xref.records import Member, Origin, Report, Stance, Verdict
from xref.render import renderer

STORIES = sorted(path.parent for path in Path(__file__).parent.glob("stories/*/expected.toml"))
NAMES = [story.name for story in STORIES]


@dataclass(frozen=True)
class Expected:
    """What must be said of one statement; what is left out is not looked at."""

    begins: str
    standing: str = ""
    not_standing: list[str] = field(default_factory=list)
    digit: str = ""
    """The grade's digit, or `none`."""
    kind: str = ""
    origins: list[str] | None = None
    """Names of the supporting origins that count."""
    against: list[str] = field(default_factory=list)
    """Names of the refuting ones, where there are others too."""
    own_origins: list[str] = field(default_factory=list)
    """Names of those that go back to the checked article."""
    folded: dict[str, str] = field(default_factory=dict)
    """Outlet -> why it was folded in."""
    because: dict[str, str] = field(default_factory=dict)
    """Outlet -> words that must stand in what shows it."""
    refutes_by: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    notes_absent: list[str] = field(default_factory=list)
    never_evidence: list[str] = field(default_factory=list)
    """Outlets that may not even be shown."""
    known_failure: str = ""


def told(story: Path) -> dict[str, Any]:
    return tomllib.loads((story / "expected.toml").read_text(encoding="utf-8"))


def statements() -> Iterator[Any]:
    for story in STORIES:
        for table in told(story)["statement"]:
            expected = Expected(**table)
            reason = expected.known_failure
            marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
            name = f"{story.name}: {expected.begins}"
            yield pytest.param(story, expected, marks=marks, id=name)


@cache
def tools() -> pipeline.Tools:
    return pipeline.Tools.default()


def check(story: Path, *, backwards: bool = False) -> Report:
    pages = list(read(str(story / "pages.jsonl")))
    with (
        TemporaryDirectory() as folder,
        Corpus.open(Path(folder) / "corpus.db", create=True) as corpus,
    ):
        list(pipeline.ingest(pages[::-1] if backwards else pages, corpus, tools()))
        return pipeline.check(load(str(story / "article.md")), corpus, tools())


report_on = cache(check)


def verdict_on(story: Path, begins: str) -> Verdict:
    (verdict,) = (v for v in report_on(story).verdicts if v.claim.text.startswith(begins))
    return verdict


def names(origins: Iterable[Origin]) -> list[str]:
    return sorted(origin.name for origin in origins)


@pytest.mark.parametrize(("story", "expected"), list(statements()))
def test_statement(story: Path, expected: Expected) -> None:
    verdict = verdict_on(story, expected.begins)
    assert expected.standing in ("", verdict.standing)
    assert verdict.standing not in expected.not_standing
    assert expected.kind in ("", verdict.claim.kind)
    if expected.digit:
        assert (verdict.grade or "none").removeprefix("F") == expected.digit
    see_origins(verdict, expected)
    see_notes(verdict, expected)


def see_origins(verdict: Verdict, expected: Expected) -> None:
    counted = [origin for origin in verdict.origins if not origin.own]
    if expected.origins is not None:
        side = Stance.REFUTES if expected.standing == "contradicted" else Stance.SUPPORTS
        assert names(o for o in counted if o.stance is side) == expected.origins
    if expected.against:
        assert names(o for o in counted if o.stance is Stance.REFUTES) == expected.against
    if expected.own_origins:
        assert names(o for o in verdict.origins if o.own) == expected.own_origins
    members = {m.article.outlet: m for origin in verdict.origins for m in origin.members}
    if expected.folded:
        assert reasons(members) == expected.folded
    for outlet, words in expected.because.items():
        assert words in members[outlet].because
    kinds = {m.relation.refutes_by for m in members.values()} - {None}
    assert sorted(kind.value for kind in kinds if kind) == expected.refutes_by
    shown = {r.candidate.article.outlet for r in verdict.evidence} | set(members)
    assert not shown.intersection(expected.never_evidence)


def reasons(members: dict[str, Member]) -> dict[str, str]:
    return {outlet: m.folded.value for outlet, m in members.items() if m.folded}


def see_notes(verdict: Verdict, expected: Expected) -> None:
    notes = "\n".join(verdict.notes)
    assert [note for note in expected.notes if note not in notes] == []
    assert [note for note in expected.notes_absent if note in notes] == []


@pytest.mark.parametrize("story", STORIES, ids=NAMES)
def test_report(story: Path) -> None:
    expected, report = told(story).get("report", {}), report_on(story)
    assert set(expected) <= {"window", "compared", "notes", "not_judged"}
    if "window" in expected:
        wanted = expected["window"]
        assert report.window == (None if wanted == "all time" else tuple(wanted))
    if "compared" in expected:
        assert list(report.compared) == expected["compared"]
    notes = "\n".join(report.notes)
    assert [note for note in expected.get("notes", ()) if note not in notes] == []
    unread = [f"{missing.what}: {missing.reason}" for missing in report.not_judged]
    wanted = expected.get("not_judged", [])
    assert len(unread) == len(wanted), unread
    assert all(words in line for words, line in zip(wanted, unread, strict=True)), unread


@pytest.mark.parametrize("story", STORIES, ids=NAMES)
def test_every_story_says_why_and_whose_words(story: Path) -> None:
    expected = told(story)
    assert set(expected) <= {"why", "wording", "report", "statement"}
    assert expected["why"].strip()
    assert expected["wording"].startswith("ours throughout")
    assert {path.name for path in story.iterdir()} == {
        "article.md",
        "expected.toml",
        "pages.jsonl",
    }


@pytest.mark.parametrize("story", STORIES, ids=NAMES)
def test_the_order_of_the_pages_changes_nothing(story: Path) -> None:
    json_ = renderer("json")
    one, other = (
        json.loads(json_.render(r)) for r in (report_on(story), check(story, backwards=True))
    )
    # Unreadable sources are listed in the order in which they came.
    assert sorted(map(str, one.pop("not_judged"))) == sorted(map(str, other.pop("not_judged")))
    assert one == other


@pytest.mark.parametrize("format_", ["terminal", "html", "markdown", "json"])
def test_hostile_names_do_nothing_in_any_format(format_: str) -> None:
    (story,) = (story for story in STORIES if story.name == "hostile")
    text = renderer(format_).render(report_on(story))
    assert "\x1b[31m" not in text
    assert "\x00" not in text
    assert "\x07" not in text
    if format_ in ("html", "markdown"):
        assert "<img" not in text
        assert "<script>alert" not in text

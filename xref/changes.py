"""Two JSON reports of one article -> what changed between them, and why it may have."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from xref.errors import SourceMissing, SourceUnreadable

Json = dict[str, Any]
_CAUSES = {
    "xref": "another version of xref",
    "encoder": "another encoder",
    "judge": "another judge",
    "settings_sha256": "other settings",
    "corpus_sha256": "another corpus",
}


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one statement."""

    text: str
    was: str | None
    """Its standing; None where the statement is new."""
    now: str | None
    """None where it is gone."""
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed between two reports."""

    causes: tuple[str, ...]
    """What the two were made with or from, where it differs."""
    statements: tuple[Change, ...]
    same: int
    """Statements with nothing to tell."""


def read(path: Path) -> Json:
    """Return a JSON report. Raises SourceMissing or SourceUnreadable."""
    try:
        found = json.loads(path.read_bytes())
    except FileNotFoundError as error:
        raise SourceMissing(f"There is no report at {path}; name a JSON report.") from error
    except (OSError, ValueError, RecursionError) as error:
        raise SourceUnreadable(f"{path} is not JSON; name a JSON report of xref.") from error
    if not (isinstance(found, dict) and found.get("format") == "xref-report" and _whole(found)):
        raise SourceUnreadable(
            f"{path} is no report of xref; make one with `xref check --format json`."
        )
    return found


def _whole(report: Json) -> bool:
    claims = report.get("claims")
    return (
        report.get("version") == 1
        and isinstance(report.get("article"), dict)
        and isinstance(report.get("made_with"), dict)
        and isinstance(claims, list)
        and all(isinstance(c, dict) and _claim_whole(c) for c in claims)
    )


def _claim_whole(claim: Json) -> bool:
    origins = claim.get("origins")
    return (
        isinstance(claim.get("text"), str)
        and isinstance(claim.get("standing"), str)
        and isinstance(origins, list)
        and all(isinstance(o, dict) and {"name", "stance", "outlets"} <= o.keys() for o in origins)
    )


def compare(old: Json, new: Json) -> Changes:
    """Return what changed; raises SourceUnreadable for reports of two different articles."""
    if not _one_article(old["article"], new["article"]):
        raise SourceUnreadable(
            "These are reports of two different articles; name two reports of one."
        )
    pairs = list(_pairs(_checked(old), _checked(new)))
    changed = [change for one, other in pairs if (change := _change(one, other))]
    return Changes(_causes(old, new), tuple(changed), len(pairs) - len(changed))


def _one_article(old: Json, new: Json) -> bool:
    return any(old.get(key) is not None and old.get(key) == new.get(key) for key in ("id", "url"))


def _checked(report: Json) -> list[Json]:
    return [claim for claim in report["claims"] if claim["standing"] != "not-a-claim"]


def _causes(old: Json, new: Json) -> tuple[str, ...]:
    article = [
        f"the article's {key} changed"
        for key in ("text", "title", "published", "outlet")
        if old["article"].get(key) != new["article"].get(key)
    ]
    made = [
        words
        for key, words in _CAUSES.items()
        if old["made_with"].get(key) != new["made_with"].get(key)
    ]
    return (*article, *made)


def _pairs(old: list[Json], new: list[Json]) -> Iterator[tuple[Json | None, Json | None]]:
    """Statements of the same words, in order; the others one by one, as gone or as new."""
    before, after = ([" ".join(c["text"].split()) for c in claims] for claims in (old, new))
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            yield from zip(old[a:b], new[c:d], strict=True)
        else:
            yield from ((claim, None) for claim in old[a:b])
            yield from ((None, claim) for claim in new[c:d])


def _change(old: Json | None, new: Json | None) -> Change | None:
    if old is None:
        assert new is not None  # noqa: S101 - of a pair one is there
        return Change(new["text"], None, new["standing"], ("the statement is new",))
    if new is None:
        return Change(old["text"], old["standing"], None, ("the statement is gone",))
    reasons = tuple(_reasons(old, new))
    if not reasons and old["standing"] == new["standing"]:
        return None
    return Change(new["text"], old["standing"], new["standing"], reasons)


def _reasons(old: Json, new: Json) -> Iterator[str]:
    before, after = _origins(old), _origins(new)
    for name, stance in sorted(after.keys() - before.keys()):
        yield f"new origin that {stance} it: {name}"
    for name, stance in sorted(before.keys() - after.keys()):
        yield f"no longer an origin that {stance} it: {name}"
    for name, stance in sorted(before.keys() & after.keys()):
        more = sorted(after[name, stance] - before[name, stance])
        if more:
            yield f"{name} is now also printed by: {', '.join(more)}"
    if old.get("grade") != new.get("grade"):
        yield f"grade {old.get('grade') or 'none'} became {new.get('grade') or 'none'}"


def _origins(claim: Json) -> dict[tuple[str, str], set[str]]:
    return {
        (str(o["name"]), str(o["stance"])): {str(outlet) for outlet in o["outlets"] or ()}
        for o in claim["origins"]
    }

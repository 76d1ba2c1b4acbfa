"""reports -> the events they are of, and who has what: for a desk that follows one story.

Two reports are of one event where an article of one supports or refutes a statement of the other,
or where both rest on the same passages' articles (`EVENTS.shared` of them).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from xref.records import Report, Stance, Verdict
from xref.settings import EVENTS


@dataclass(frozen=True, slots=True)
class Row:
    """A statement, and the outlets that report it or report otherwise."""

    report: int
    """The place of its report among those of the event."""
    verdict: Verdict
    has_it: frozenset[str]
    """Echoes too: the matrix shows who prints it, the report how many origins that makes."""
    otherwise: frozenset[str]


@dataclass(frozen=True, slots=True)
class Event:
    """Reports of one event, and the matrix of their statements and all outlets."""

    places: tuple[int, ...]
    """Of the reports, in the order in which they were given."""
    outlets: tuple[str, ...]
    """All that have a statement or report one otherwise, by how many, then by name."""
    rows: tuple[Row, ...]


def group(reports: Sequence[Report]) -> list[Event]:
    """Return the events, each in the order of its first report; every report is in one."""
    leads = list(range(len(reports)))

    def lead(at: int) -> int:
        while leads[at] != at:
            at = leads[at]
        return at

    seen = [_articles(report) for report in reports]
    for later in range(len(reports)):
        for earlier in range(later):
            if _one_event(reports, seen, earlier, later):
                first, second = sorted((lead(earlier), lead(later)))
                leads[second] = first
    groups: dict[int, list[int]] = {}
    for at in range(len(reports)):
        groups.setdefault(lead(at), []).append(at)
    return [_event(reports, places) for places in groups.values()]


def _articles(report: Report) -> frozenset[str]:
    """The articles that support or refute any of its statements."""
    return frozenset(
        member.article.id for v in report.verdicts for o in v.origins for member in o.members
    )


def _one_event(
    reports: Sequence[Report], seen: Sequence[frozenset[str]], one: int, other: int
) -> bool:
    return (
        reports[one].article.id in seen[other]
        or reports[other].article.id in seen[one]
        or len(seen[one] & seen[other]) >= EVENTS.shared
    )


def _event(reports: Sequence[Report], places: Sequence[int]) -> Event:
    rows = [
        Row(
            place,
            verdict,
            _outlets(verdict, Stance.SUPPORTS),
            _outlets(verdict, Stance.REFUTES),
        )
        for place in places
        for verdict in reports[place].verdicts
        if verdict.claim.kind.checkable
    ]
    return Event(tuple(places), _columns(rows), tuple(rows))


def _outlets(verdict: Verdict, stance: Stance) -> frozenset[str]:
    return frozenset(
        outlet for origin in verdict.origins if origin.stance is stance for outlet in origin.outlets
    )


def _columns(rows: Iterable[Row]) -> tuple[str, ...]:
    counts: dict[str, int] = {}
    for row in rows:
        for outlet in row.has_it | row.otherwise:
            counts[outlet] = counts.get(outlet, 0) + 1
    return tuple(sorted(counts, key=lambda outlet: (-counts[outlet], outlet)))

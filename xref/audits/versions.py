"""Histories -> the later versions whose text differs from the one before."""

import re
from collections.abc import Iterable, Sequence
from datetime import datetime

from xref.accounts import Change
from xref.corpus.history import History, Version

_ANNOUNCED = re.compile(
    r"\b(?:correction|clarification|editor[’']?s note|(?:has been|was) (?:corrected|updated)"
    r"|an earlier version|updated:)",
    re.IGNORECASE,
)


def changes(histories: Iterable[History]) -> tuple[Change, ...]:
    """Return the later versions of articles whose text differs from the one before."""
    return tuple(
        Change(
            history.article,
            later.number,
            later.seen_at,
            _days(earlier, later),
            bool(_fresh(_ANNOUNCED.findall(earlier.text), _ANNOUNCED.findall(later.text))),
        )
        for history in histories
        for earlier, later in zip(history.versions, history.versions[1:], strict=False)
        if earlier.text != later.text
    )


def _fresh(before: Sequence[str], after: Sequence[str]) -> bool:
    return len(after) > len(before)


def _days(earlier: Version, later: Version) -> float:
    apart = datetime.fromisoformat(later.seen_at) - datetime.fromisoformat(earlier.seen_at)
    return round(apart.total_seconds() / 86_400, 3)

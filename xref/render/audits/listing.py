"""The statements of an audit by where they stand, the newest first, as many as a page can bear."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from xref.accounts import Audit, Told
from xref.records import Standing

ORDER = (
    Standing.CONTRADICTED,
    Standing.DISPUTED,
    Standing.CORROBORATED,
    Standing.SINGLE_SOURCE,
    Standing.UNMATCHED,
    Standing.NOT_COVERED,
)
"""What needs reading most stands first."""
AGAINST = ORDER[:2]


@dataclass(frozen=True, slots=True)
class Listed:
    """The statements of one standing that a page shows."""

    standing: Standing
    shown: tuple[Told, ...]
    count: int
    """How many there are."""

    @property
    def left_out(self) -> int:
        """How many only the tables for spreadsheets and programs have."""
        return self.count - len(self.shown)


def listed(audit: Audit, most: Mapping[Standing, int]) -> Iterator[Listed]:
    """Yield the statements of each standing that has any; `most` says how many of it are shown."""
    for standing in ORDER:
        found = [one for one in audit.told if one.now is standing]
        found.sort(key=lambda one: one.article.published or "", reverse=True)
        if found:
            yield Listed(standing, tuple(found[: most[standing]]), len(found))

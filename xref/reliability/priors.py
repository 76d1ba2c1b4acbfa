"""Ratings that others gave, from CSV: shown beside a record, never mixed into it."""

import csv
import math
from pathlib import Path

from xref.accounts import Prior
from xref.errors import OptionError

_COLUMNS = ("domain", "rating", "source", "date")
_MOST = 200_000
"""Lines; the longest list we know has 11,520."""


def read_priors(path: Path) -> tuple[Prior, ...]:
    """Read a list with the columns `domain,rating,source,date`.

    Raises OptionError where it is none.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.DictReader(file)
            if missing := [name for name in _COLUMNS if name not in (rows.fieldnames or ())]:
                raise OptionError(
                    f"{path} has no column {missing[0]!r}; a list of ratings has the columns "
                    f"{', '.join(_COLUMNS)}."
                )
            return tuple(_prior(row, path, rows.line_num) for row, _ in zip(rows, range(_MOST)))  # noqa: B905
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise OptionError(
            f"The list of ratings {path} cannot be read ({error}); name another with --priors."
        ) from error


def _prior(row: dict[str, str | None], path: Path, line: int) -> Prior:
    domain, rating, source, date = ((row[name] or "").strip() for name in _COLUMNS)
    try:
        value = float(rating)
    except ValueError:
        value = math.nan
    if not domain or not math.isfinite(value):
        raise OptionError(
            f"Line {line} of {path} has no domain or no number for a rating; mend it or leave it "
            "out."
        )
    return Prior(domain.lower(), value, source, date)

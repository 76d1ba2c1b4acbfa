"""Dates of publication: ISO 8601, whole or partial, kept as they were given."""

import re
from datetime import datetime

_SHAPE = re.compile(
    r"""[0-9]{4}
        (?:-[0-9]{2}
            (?:-[0-9]{2}
                (?:[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]{1,9})?)?
                    \ ?(?:Z|[+-][0-9]{2}(?::?[0-9]{2})?)?)?)?)?""",
    re.VERBOSE,
)
_FIRST_DAY = "-01-01"
# From here on a date is a day, to which nothing has to be added.
_DAY = len("2018-11-20")


def understood(value: object) -> str | None:
    """Give the date without blanks around it, or None if it is no ISO date or date-time.

    `2018`, `2018-11`, `2018-11-20` and `2018-11-20T10:00:00+03:00` are; `20181120` and
    `20 November 2018` are not.
    """
    date = str(value).strip() if isinstance(value, str | int) else ""
    # Checked before the pattern, so that a long value costs nothing.
    if len(date) > 40 or not _SHAPE.fullmatch(date):
        return None
    return date if _in_calendar(date) else None


def _in_calendar(date: str) -> bool:
    whole = date + _FIRST_DAY[len(date) - len("2018") :] if len(date) < _DAY else date
    try:
        datetime.fromisoformat(whole.replace(" +", "+").replace(" -", "-").replace(" Z", "Z"))
    except ValueError:
        return False
    return True

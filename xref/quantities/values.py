"""The records of this folder: an amount, a moment, and how an amount is bounded."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Bound(StrEnum):
    """How the words before or after a number limit it."""

    EXACT = "exact"
    AT_LEAST = "at-least"
    AT_MOST = "at-most"
    ABOUT = "about"
    MORE_THAN = "more-than"
    LESS_THAN = "less-than"
    ALMOST = "almost"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of a text with what it measures or counts; offsets run from bound to unit."""

    start: int
    end: int
    low: float
    high: float
    """`low` and `high` are in metres, kilograms, seconds, square metres, litres, metres a
    second, watts, degrees Celsius or the plain number; equal unless the text gives a range."""
    bound: Bound
    unit: str | None
    """The unit as written, by its short name (`ft`, `t`, `usd`, `percent`)."""
    dimension: str | None
    """`count`, `length`, `mass`, `money`, `time`, `percent`, `age`, `magnitude` and the like."""
    noun: str | None
    """What is counted (`missile`, `people`), or which side is measured (`depth`, `ago`)."""
    ordinal: bool
    text: str
    role: str | None = None
    """What became of the counted: `dead`, `injured`, `missing`, `homeless`, `arrested` ..."""
    grain: float = 0.0
    """Size of the last digit that counts, in the unit of `low`: 100 for `4,500 people`."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A date, a stretch of days or a time of day; `date.min` to `date.max` where no day is told."""

    start: int
    end: int
    first: date
    last: date
    clock: int | None
    """Minutes since midnight, where a time of day is given."""
    text: str
    grain: int = 1
    """How many minutes the time of day covers: 1 for `2:05`, 60 for `two in the morning`."""
    half_day: bool = True
    """Whether morning and afternoon can be told apart; `7:04` alone may be either."""
    zone: str | None = None
    """The time zone that the text names, lower-case; None for local time."""
    relative: bool = False
    """Whether it rests on the very day of the article (`yesterday`), which pages misdate."""

    @property
    def dated(self) -> bool:
        """Whether the text tells a day at all."""
        return self.first > date.min or self.last < date.max

"""When a release was made, or of when it speaks, as far as its words tell."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

MonthDay = tuple[int, int]
"""A month from 1 and a day from 1: (5, 28) is 28 May."""


class Basis(StrEnum):
    """How a date is known: said in full, or completed from elsewhere."""

    STATED = "stated"
    INFERRED = "inferred"


def month(day: date | None) -> str:
    """Return the month of a day as `2024-05`, `none` for no day."""
    return day.isoformat()[:7] if day else "none"


@dataclass(frozen=True, slots=True)
class Dated:
    """A day, a range of days or a month, and the words that it was read from."""

    first: date
    last: date
    basis: Basis
    read_from: str
    by_month: bool = False

    @property
    def start(self) -> str:
        """The first day as `2024-05-28`, or the month as `2024-05`."""
        return month(self.first) if self.by_month else self.first.isoformat()

    @property
    def end(self) -> str | None:
        """The last day of a range as `2024-05-30`; `None` for one day or one month."""
        return None if self.by_month or self.first == self.last else self.last.isoformat()


@dataclass(frozen=True, slots=True)
class Yearless:
    """A day or a range of days whose year the text leaves unsaid: "From 27 to 29 May".

    `weekdays` are days that the text gives with their weekday, from which the year can be doubted;
    Monday is 0.
    """

    first: MonthDay
    last: MonthDay
    read_from: str
    weekdays: tuple[tuple[MonthDay, int], ...] = ()

    def in_year(self, year: int) -> Dated | None:
        """Complete the date with the year of its last day, unless a weekday says otherwise."""
        span = days(self.first, self.last, year)
        if not span or not all(_falls_on(day, weekday, year) for day, weekday in self.weekdays):
            return None
        return Dated(*span, Basis.INFERRED, self.read_from)


def days(first: MonthDay, last: MonthDay, year: int) -> tuple[date, date] | None:
    """Return two days, the last in `year`; `None` where the calendar has none, as 30 February."""
    try:
        return date(year - (first > last), *first), date(year, *last)
    except ValueError:
        return None


def in_numbers(one: int, two: int, year: int, weekday: int | None = None) -> date | None:
    """Return the day of `03/04/2024`, which is March to some and April to others.

    It counts only where one reading is a day of the calendar, and on its weekday, Monday being 0.
    """
    readings = {days((one, two), (one, two), year), days((two, one), (two, one), year)}
    possible = [span[0] for span in readings if span and weekday in (None, span[0].weekday())]
    return possible[0] if len(possible) == 1 else None


def _falls_on(day: MonthDay, weekday: int, year: int) -> bool:
    span = days(day, day, year)
    return span is not None and span[0].weekday() == weekday

"""Days as a query names them: `2024-05`, `2024-05-27..2024-05-30`, `7d`, `last-week`.

Whatever is half typed means the longest part of it that is clear: `2024-0` is the year 2024.
"""

import re
from datetime import date, timedelta
from typing import NamedTuple


class Days(NamedTuple):
    """A run of days, both ends counted."""

    first: date
    last: date


_DAY = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
_AGO = re.compile(r"(\d{1,5})([dwmy])")
_DAYS_OF = {"d": 1, "w": 7, "m": 30, "y": 365}


def days(text: str, today: date) -> Days | None:
    """Return the days that `text` names as seen from `today`; `None` while it names none."""
    start, dots, end = text.partition("..")
    if not dots:
        return _named(text, today)
    first, last = _named(start, today), _named(end, today)
    if first is None and last is None:
        return None
    return Days(first.first if first else date.min, last.last if last else date.max)


def _named(text: str, today: date) -> Days | None:
    text = text.casefold().replace("_", "-")
    if ago := _AGO.fullmatch(text):
        return Days(day_before(today, int(ago[1]) * _DAYS_OF[ago[2]]), today)
    return _relative(today).get(text) or _calendar(text)


def day_before(day: date, count: int = 1) -> date:
    """Return the day that lies `count` days back, or the first or last day there is."""
    return date.fromordinal(min(max(day.toordinal() - count, 1), date.max.toordinal()))


def _relative(today: date) -> dict[str, Days]:
    monday = day_before(today, today.weekday())
    month = today.replace(day=1)
    last_month = _month(day_before(month).year, day_before(month).month)
    return {
        "today": Days(today, today),
        "yesterday": Days(day_before(today), day_before(today)),
        "this-week": Days(monday, day_before(monday, -6)),
        "last-week": Days(day_before(monday, 7), day_before(monday)),
        "this-month": _month(today.year, today.month),
        "last-month": last_month,
        "this-year": _year(today.year),
        "last-year": _year(max(today.year - 1, 1)),
    }


def _calendar(text: str) -> Days | None:
    match = _DAY.match(text)
    if match is None or int(match[1]) == 0:
        return None
    year, month, day = int(match[1]), int(match[2] or 0), int(match[3] or 0)
    if not 1 <= month <= 12:
        return _year(year)
    whole = _month(year, month)
    return Days(*[whole.first.replace(day=day)] * 2) if 1 <= day <= whole.last.day else whole


def _year(year: int) -> Days:
    return Days(date(year, 1, 1), date(year, 12, 31))


def _month(year: int, month: int) -> Days:
    first = date(year, month, 1)
    if (year, month) == (date.max.year, 12):
        return Days(first, date.max)
    return Days(first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1))

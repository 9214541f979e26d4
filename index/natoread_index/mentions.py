"""Find the days that a text mentions, in all the ways in which releases write them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from natoread_index.calendars import MONTH_NUMBERS, MONTHS, WEEKDAY_NUMBERS, WEEKDAYS

_DAY = r"\d(?<![\d.,/:$€£–-]\d)\d?(?!\d)"
_LAST_DAY = r"\d\d?(?!\d)"
_ORDINAL = r"(?:\s?(?:st|nd|rd|th)\b|er\b|\.(?=\s))?"
_OF = r"[\s-]*(?:(?:day )?of |de |d[’'])?"
_YEAR = r"(?:,?\s+(?:de |del )?|-|,)((?:1[89]|20)\d\d(?!\d)|\d\d(?![\d:.,%]))"
_TO = (
    r"\s*(?:[-–—/&]|\b(?:to|and|until|till|through|au|et|bis|und|al|y|по|и|до|та|і)\b)"
    rf"\s*(?:to\s+|the\s+)?(?:{WEEKDAYS},?\s+)?"
)
_EUROPEAN = re.compile(
    rf"({_DAY}){_ORDINAL}"
    rf"(?:{_OF}({MONTHS})(?:{_YEAR})?(?:{_TO}({_LAST_DAY}){_ORDINAL}{_OF}({MONTHS})(?:{_YEAR})?)?"
    rf"|{_TO}({_LAST_DAY}){_ORDINAL}{_OF}({MONTHS})(?:{_YEAR})?)"
)
_AMERICAN = re.compile(
    rf"({MONTHS})\s+({_LAST_DAY})(?!:\d|\s(?:{MONTHS})){_ORDINAL}(?:{_YEAR})?"
    rf"(?:{_TO}(?:({MONTHS})\s+)?({_LAST_DAY})(?!:\d|\s(?:{MONTHS})){_ORDINAL}(?:{_YEAR})?)?"
)
_ISO = re.compile(r"\d(?<![\d/-]\d)\d\d\d-\d\d-\d\d(?![\d-])")
_BEFORE = re.compile(rf"({WEEKDAYS}),?\s*(?:the\s+|le\s+)?\(?\s*$")
_AFTER = re.compile(rf"\s*\(?({WEEKDAYS})")

MonthDay = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Mention:
    """A day or a range of days in a text, from `start` to `end`; its year may be unsaid."""

    start: int
    end: int
    first: MonthDay
    last: MonthDay
    year: int | None = None
    weekday: int | None = None

    def days(self, year: int) -> tuple[date, date] | None:
        """The first and the last day, when the last is in `year`; `None` for 30 February."""
        first_year = year - (self.first > self.last)
        try:
            return date(first_year, *self.first), date(year, *self.last)
        except ValueError:
            return None

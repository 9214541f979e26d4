"""Read the day that the data around a release tell: a feed's, a table's, a page's head.

All forms in use are read: ISO 8601, that of e-mails (RFC 5322), days in words, seconds or
milliseconds since 1970. Days in numbers count where `in_numbers` can tell day from month.
"""

import re
from calendar import monthrange
from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, date, datetime
from email.utils import parsedate

from natoread_index.dates import Basis, Dated, in_numbers
from natoread_index.parsing.calendars import MONTH_NUMBERS

_LONGEST_SAID = 60
_MILLISECONDS = 1e11
"""Seconds until the year 5138; what is more must be milliseconds."""
_EARLIEST = 1800
_MONTHS = 12
_ISO = re.compile(r"(\d{4})(\d\d)(\d\d)(?=$|[T\s])|(\d{4})[-/.](\d\d?)[-/.](\d\d?)(?!\d)")
_MONTH = re.compile(r"(\d{4})-(\d\d)$")
_NAMED_MONTH = re.compile(r"([^\W\d]{3,12})\.?,?(?: de)? (\d{4})$")
_NUMBERS = re.compile(r"(\d\d?)([/.-])(\d\d?)\2(\d{4}|(?<!-)\d\d)(?!\d)")
_SHORT_YEAR = re.compile(r"(\d\d?)[- ](\D{3,12}?)[- ](\d\d)$")
_SECONDS = re.compile(r"-?\d{9,13}(?:\.\d+)?$")
_LAST_YEAR = 68
"""Of two digits, up to which they are of this century: as in POSIX."""


def told(text: str, word: str = "published", month_first: bool | None = None) -> Dated | None:
    """Read a day or a month as data tell it; `word` says of what it is the day.

    `month_first` is whether "03/04/2024" is a day in March, if that is known.
    """
    text = " ".join(text.split())
    by_month = _month(text)
    span = by_month or _day(text, month_first)
    if not span or span[0].year < _EARLIEST:
        return None
    said = f"{word} {text[:_LONGEST_SAID]}"
    return Dated(*span, Basis.STATED, said, by_month=bool(by_month))


def is_month_first(texts: Iterable[str]) -> bool | None:
    """Tell how days in numbers are written by those of them that can be read in one way only."""
    said = [(int(day[1]), int(day[3])) for text in texts if (day := _NUMBERS.match(text.strip()))]
    months, days = any(two > _MONTHS for _, two in said), any(one > _MONTHS for one, _ in said)
    return None if months == days else months


def _month(text: str) -> tuple[date, date] | None:
    if match := _MONTH.match(text):
        year, month = int(match[1]), int(match[2])
    elif match := _NAMED_MONTH.match(text):
        year, month = int(match[2]), MONTH_NUMBERS.get(match[1], 0)
    else:
        return None
    with suppress(ValueError):
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return None


def _day(text: str, month_first: bool | None) -> tuple[date, date] | None:
    with suppress(ValueError, OverflowError, OSError):
        if match := _ISO.match(text):
            day: date | None = date(*map(int, filter(None, match.groups())))
        elif _SECONDS.match(text):
            day = _since_1970(float(text))
        elif match := _NUMBERS.match(text):
            day = _in_numbers(match, month_first)
        elif parts := parsedate(text):
            day = date(*parts[:3])
        else:
            return _in_words(text)
        return (day, day) if day else None
    return None


def _in_numbers(said: re.Match[str], month_first: bool | None) -> date | None:
    """Read a day in numbers; with dots between them, the day stands first wherever it can."""
    one, two, year = int(said[1]), int(said[3]), _in_full(said[4])
    if said[2] == ".":
        month_first = two > _MONTHS
    if month_first is None:
        return in_numbers(one, two, year)
    return date(year, one, two) if month_first else date(year, two, one)


def _in_full(year: str) -> int:
    if len(year) > 2:
        return int(year)
    return int(year) + (2000 if int(year) <= _LAST_YEAR else 1900)


def _since_1970(seconds: float) -> date:
    return datetime.fromtimestamp(seconds / (1000 if seconds > _MILLISECONDS else 1), UTC).date()


def _in_words(text: str) -> tuple[date, date] | None:
    from natoread_index.parsing.mentions import mentions  # its expressions take 30 ms to compile

    whole = _SHORT_YEAR.sub(lambda said: f"{said[1]} {said[2]} {_in_full(said[3])}", text)
    return next((mention.span for mention in mentions(whole) if mention.span), None)

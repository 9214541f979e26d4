"""Read the day that the data around a release tell: a feed's, a table's, a page's head.

All forms in use are read: ISO 8601, that of e-mails (RFC 5322), days in words, seconds or
milliseconds since 1970. Days in numbers count where `in_numbers` can tell day from month.
"""

import re
from calendar import monthrange
from contextlib import suppress
from datetime import UTC, date, datetime
from email.utils import parsedate

from natoread_index.dates import Basis, Dated, in_numbers

_LONGEST_SAID = 60
_MILLISECONDS = 1e11
"""Seconds until the year 5138; what is more must be milliseconds."""
_EARLIEST = 1800
_ISO = re.compile(r"(\d{4})[-/.]?(\d\d)[-/.]?(\d\d)(?=$|[T\s])")
_MONTH = re.compile(r"(\d{4})-(\d\d)$")
_NUMBERS = re.compile(r"(\d\d?)[/.-](\d\d?)[/.-](\d{4})\b")
_SECONDS = re.compile(r"-?\d{9,13}(?:\.\d+)?$")


def told(text: str, word: str = "published") -> Dated | None:
    """Read a day or a month as data tell it; `word` says of what it is the day."""
    text = " ".join(text.split())
    span = _month(text) or _day(text)
    if not span or span[0].year < _EARLIEST:
        return None
    said = f"{word} {text[:_LONGEST_SAID]}"
    return Dated(*span, Basis.STATED, said, by_month=bool(_MONTH.match(text)))


def _month(text: str) -> tuple[date, date] | None:
    if not (match := _MONTH.match(text)):
        return None
    year, month = map(int, match.groups())
    with suppress(ValueError):
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return None


def _day(text: str) -> tuple[date, date] | None:
    with suppress(ValueError, OverflowError, OSError):
        if match := _ISO.match(text):
            day = date(*map(int, match.groups()))
        elif _SECONDS.match(text):
            day = _since_1970(float(text))
        elif match := _NUMBERS.match(text):
            found = in_numbers(*map(int, match.groups()))
            return (found, found) if found else None
        elif parts := parsedate(text):
            day = date(*parts[:3])
        else:
            return _in_words(text)
        return day, day
    return None


def _since_1970(seconds: float) -> date:
    return datetime.fromtimestamp(seconds / (1000 if seconds > _MILLISECONDS else 1), UTC).date()


def _in_words(text: str) -> tuple[date, date] | None:
    from natoread_index.parsing.mentions import mentions  # its expressions take 30 ms to compile

    return next((mention.span for mention in mentions(text) if mention.span), None)

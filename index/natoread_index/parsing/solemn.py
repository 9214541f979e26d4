"""Read the day that proclamations write out: "this ninth day of May, in the year of our Lord …"."""

import re

from natoread_index.dates import Basis, Dated, days
from natoread_index.parsing.calendars import ENGLISH_MONTHS, MONTH_NUMBERS


def _words(text: str) -> list[str]:
    return text.split()


_ONES = _words("one two three four five six seven eight nine")
_TEENS = _words("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
_TENS = _words("twenty thirty forty fifty sixty seventy eighty ninety")
_TENS_AND_ONES = [f"{ten}-{one}" if one else ten for ten in _TENS for one in ["", *_ONES]]
_NUMBERS = [*_ONES, *_TEENS, *_TENS_AND_ONES]
_FIRST_NINE = _words("first second third fourth fifth sixth seventh eighth ninth")
_ORDINALS = [
    *_FIRST_NINE,
    *_words("tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth"),
    *_words("eighteenth nineteenth twentieth"),
    *(f"twenty-{nth}" for nth in _FIRST_NINE),
    "thirtieth",
    "thirty-first",
]
_SOLEMN = re.compile(
    rf"\b([a-z]+(?:[^a-z\s]{{1,3}}[a-z]+)?)\s+day\s+of\s+({ENGLISH_MONTHS}),?\s+in\s+the\s+year\s+of\s+our\s+Lord\s+"
    r"two\s+thousand\s+(?:and\s+)?([a-z]+(?:[^a-z,]{1,3}[a-z]+)?),"
)


def solemn(text: str) -> Dated | None:
    """Read such a day of this century from `text`, if it has one."""
    said = _SOLEMN.search(text)
    nth, year = (_hyphened(said[1]), _hyphened(said[3])) if said else ("", "")
    if not said or nth not in _ORDINALS or year not in _NUMBERS:
        return None
    day = MONTH_NUMBERS[said[2]], _ORDINALS.index(nth) + 1
    span = days(day, day, 2001 + _NUMBERS.index(year))
    return span and Dated(*span, Basis.STATED, said[0].rstrip(","))


def _hyphened(number: str) -> str:
    """Return "twenty-one" for its spellings with other hyphens, or joined by invisible ones."""
    return "-".join(re.findall("[a-z]+", number))

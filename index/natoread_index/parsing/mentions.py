"""Find the days that a text mentions, in all the ways in which releases write them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from natoread_index.dates import MonthDay, days, in_numbers
from natoread_index.parsing.calendars import (
    ENGLISH_MONTHS,
    MONTH_NUMBERS,
    MONTHS,
    WEEKDAY_NUMBERS,
    WEEKDAYS,
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A day, or a range of days, at `text[start:end]`; its year may be left unsaid.

    `year` is that of the last day, `weekday` that of the first, Monday being 0.
    """

    start: int
    end: int
    first: MonthDay
    last: MonthDay
    year: int | None = None
    weekday: int | None = None

    @property
    def span(self) -> tuple[date, date] | None:
        """The first and the last day, if the year is said and the weekday, if any, agrees."""
        span = days(self.first, self.last, self.year) if self.year else None
        return span if span and self.weekday in (None, span[0].weekday()) else None


def mentions(text: str) -> list[Mention]:
    """Return the days that `text` mentions, in its order, none inside another."""
    apart: list[Mention] = []
    for mention in sorted(_all(text), key=lambda each: (each.start, -each.end)):
        if not apart or mention.start >= apart[-1].end:
            apart.append(mention)
    return apart


def _all(text: str) -> Iterator[Mention]:
    for form in _FORMS:
        for match in form.finditer(text):
            if mention := _mention(match, text):
                yield mention
    for match in _NUMBERS.finditer(text):
        if mention := _in_numbers(match, text):
            yield mention


_DAY = r"(?P<day>\d(?<![\d.,/:$€£–-]\d)\d?)(?!\d)(?:\s?(?:st|nd|rd|th)\b|er\b|\.(?=\s))?"
_LAST_DAY = r"(?P<last_day>\d\d?)(?!\d|:\d)(?:\s?(?:st|nd|rd|th)\b|er\b|\.(?=\s))?"
_MONTH = rf"(?P<month>{MONTHS})\b\.?"
_ENGLISH_MONTH = rf"(?P<month>{ENGLISH_MONTHS})\b\.?"
_LAST_MONTH = rf"(?P<last_month>{MONTHS})\b\.?"
_YEAR = r"(?:(?:,?\s+(?:de |del )?|-|,)(?P<year>(?:1[89]|20)\d\d(?!\d)|\d\d(?![\d:.,%])))?"
_LAST_YEAR = _YEAR.replace("year", "last_year")
_OF = r"[\s-]*(?:day )?(?:of |de |to )?"
_WEEKDAY = rf"\b(?P<weekday>{WEEKDAYS})\b\.?"
_TO = (
    r"\s*(?:[-–—&]|\b(?:to|and|until|till|through|au|et|bis|und|al|y|по|и|до|та|і)\b)"
    rf"\s*(?:to\s+|the\s+)?(?:(?:{WEEKDAYS})\b\.?,?\s+)?"
)
_TO_LAST = rf"(?:{_TO}(?:(?P<last_month>{ENGLISH_MONTHS})\b\.?\s+)?{_LAST_DAY}{_LAST_YEAR})?"
_YEAR_FIRST = (  # 2024-05-28, 2024/05/28, 2024. 5. 28., 2024. május 28., 2024年5月28日
    r"(?P<year>(?:1[89]|20)(?<![\d/-]..)\d\d)"
    r"(?:[-/](?=\d\d[-/]\d\d)|\.\s(?=\d\d?\.)|\s?[年년]\s?(?=\d)|(?:\s?m?\.)?\s(?=[^\W\d]))"
    rf"(?P<month>\d\d?|{MONTHS})(?:[-/]|\b\.?\s|\s?[月월]\s?)(?P<day>\d\d?)(?![\d/:-])"
)
_FORMS = tuple(
    map(
        re.compile,
        (
            _DAY + _TO + _LAST_DAY + _OF + _LAST_MONTH + _LAST_YEAR,  # 21 to 24 May 2024
            _DAY + _OF + _MONTH + _YEAR + rf"(?:{_TO}{_LAST_DAY}{_OF}{_LAST_MONTH}{_LAST_YEAR})?",
            _ENGLISH_MONTH + rf"\s+{_DAY}(?!:\d){_YEAR}" + _TO_LAST,  # May 21-24, 2024
            _YEAR_FIRST,
            r"(?P<day>\d(?<![\d.]\d)\d?)\.\s?(?P<month>[01]?\d)\.\s?(?P<year>(?:19|20)\d\d)\b",
        ),
    )
)
_NUMBERS = re.compile(
    r"(?P<one>\d(?<![\d/.-]\d)\d?)/(?P<two>\d\d?)/(?P<year>(?:19|20)\d\d|\d\d)(?![\d/-])"
)
_AND = re.compile(r"&|\b(?:and|et|und|y|и|та|і)\b")
_WEEKDAY_BEFORE = re.compile(rf"{_WEEKDAY},?\s*(?:the\s+|le\s+|den\s+)?\(?\s*$")
_WEEKDAY_AFTER = re.compile(rf",?\s*\(?{_WEEKDAY}")
_LONGEST_WEEKDAY = 24


def _mention(match: re.Match[str], text: str) -> Mention | None:
    said = _said(match, text)
    year = said.get("last_year") or said.get("year")
    first = _month_day(said.get("month") or said.get("last_month"), said["day"])
    last = _month_day(
        said.get("last_month") or said.get("month"), said.get("last_day") or said["day"]
    )
    if not first or not last:
        return None
    start, end = match.start(), max(map(match.end, said))
    return Mention(start, end, first, last, _in_full(year, text), _weekday(text, start, end))


def _in_numbers(match: re.Match[str], text: str) -> Mention | None:
    """Return the day of "28/05/2024", whichever of day and month is first, where that is sure."""
    weekday = _weekday(text, *match.span())
    year = _in_full(match["year"], text)
    day = in_numbers(int(match["one"]), int(match["two"]), year, weekday) if year else None
    if not day:
        return None
    at = (day.month, day.day)
    return Mention(*match.span(), at, at, year, weekday)


def _said(match: re.Match[str], text: str) -> dict[str, str]:
    """Return the parts that count, by name: no "5 and 12" as a range, no "26 October 31 ships"."""
    said = {name: word for name, word in match.groupdict().items() if word}
    if "last_day" in said and not _is_range(said, text[match.end("day") : match.start("last_day")]):
        said = {name: word for name, word in said.items() if not name.startswith("last_")}
    return {
        name: word
        for name, word in said.items()
        if not name.endswith("year") or _in_full(word, text)
    }


def _is_range(said: dict[str, str], between: str) -> bool:
    """Whether two days are a range: those joined by "and" must follow one another."""
    return not _AND.search(between) or int(said["last_day"]) == int(said["day"]) + 1


def _month_day(month: str | None, day: str) -> MonthDay | None:
    number = MONTH_NUMBERS.get(month or "") or int(month or 0)
    return (number, int(day)) if 1 <= number <= 12 and 1 <= int(day) <= 31 else None


def _in_full(year: str | None, text: str) -> int | None:
    """Return a year; one of two digits counts if the text also has it in four."""
    if year is None or len(year) == 4:
        return int(year) if year else None
    return next((int(full) for full in (f"20{year}", f"19{year}") if full in text), None)


def _weekday(text: str, start: int, end: int) -> int | None:
    before = _WEEKDAY_BEFORE.search(text[max(0, start - _LONGEST_WEEKDAY) : start])
    said = before or _WEEKDAY_AFTER.match(text, end)
    return WEEKDAY_NUMBERS[said["weekday"].rstrip(".")] if said else None

"""The names of months and weekdays, in all the languages that are known."""

import re
from collections.abc import Iterable
from datetime import date

import pytest

from natoread_index.parsing.calendars import (
    ENGLISH_MONTHS,
    MONTH_NUMBERS,
    MONTHS,
    WEEKDAY_NUMBERS,
    WEEKDAYS,
)
from natoread_index.parsing.mentions import Mention, mentions


def only(text: str) -> Mention:
    (mention,) = mentions(text)
    return mention


def test_every_month_has_its_number() -> None:
    assert set(MONTH_NUMBERS.values()) == set(range(1, 13))
    assert all(
        only(f"7 {month} 2024").first == (number, 7) for month, number in MONTH_NUMBERS.items()
    )


def test_every_weekday_has_its_number() -> None:
    assert set(WEEKDAY_NUMBERS.values()) == set(range(7))
    days = {number: f"{27 + number} May 2024" for number in range(5)} | {
        5: "1 June 2024",
        6: "2 June 2024",
    }
    assert all(
        only(f"{weekday}, {days[number]}").weekday == number
        for weekday, number in WEEKDAY_NUMBERS.items()
    )


@pytest.mark.parametrize(
    ("expression", "names"),
    [
        (MONTHS, MONTH_NUMBERS),
        (WEEKDAYS, WEEKDAY_NUMBERS),
        (ENGLISH_MONTHS, ["June", "Sept", "May"]),
    ],
)
def test_the_expressions_find_each_name_whole(expression: str, names: Iterable[str]) -> None:
    found = re.compile(expression)
    assert all(found.fullmatch(name) for name in names)
    assert not any(found.fullmatch(f"{name[:-1]}#") for name in names)


@pytest.mark.parametrize(
    "text",
    [
        *("28 Maggio 2024", "28 de Mayo de 2024", "28 MAI 2024", "28 maj 2024", "28. mai 2024"),
        *("28. toukokuuta 2024", "28. května 2024", "28 Mayıs 2024", "28 Μαΐου 2024"),
        *(
            "28 май 2024 г.",
            "28 مايو 2024",
            "28. 5. 2024",
            "2024. május 28.",
            "2024 m. gegužės 28 d.",
        ),
        *("2024年5月28日", "2024년 5월 28일", "tisdag 28 maj 2024", "wtorek, 28 maja 2024"),
    ],
)
def test_days_in_many_languages(text: str) -> None:
    assert only(text).span == (date(2024, 5, 28), date(2024, 5, 28))


@pytest.mark.parametrize(
    "text", ["3 Mars rovers", "2 Maj. Gen. Smith", "May you live in 2024 years"]
)
def test_words_that_are_months_elsewhere(text: str) -> None:
    assert not mentions(text)

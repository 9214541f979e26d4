"""Dates, and days whose year is left unsaid."""

from datetime import date

import pytest
from tests.index.readings import dated, is_stated, yearless

from natoread_index.dates import Basis, Dated, Yearless, days
from natoread_index.kinds import Kind
from natoread_index.parsing.dating import reading

DAY = date(2024, 5, 28)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("From 27 to 29 May, the Committee visited Ruritania.", "From 27 to 29 May"),
        ("The virtual seminar was held on Wednesday (23 February).", "Wednesday (23 February)"),
        ("KABUL, Afghanistan (Feb. 12) – A force found weapons.", "(Feb. 12)"),
        ("The Council discussed on 8 February the state of the piers.", "8 February"),
        ("During a visit to Headquarters, 5 March, the Minister said so.", "5 March"),
    ],
)
def test_a_day_may_lack_its_year(text: str, words: str) -> None:
    read = yearless(text)
    assert read is not None
    assert read.read_from == words


def test_a_title_may_lack_its_year() -> None:
    read = yearless("They found it.", "Apr. 23: Joint Operations across the Country")
    assert read is not None
    assert read.first == (4, 23)


def test_a_stated_day_is_preferred_to_one_without_its_year() -> None:
    text = "On 26 May the ships sailed. On Tuesday (28 May 2024) they came back."
    assert is_stated(dated(text), DAY)


def test_weekdays_are_kept_as_witnesses() -> None:
    read = yearless(
        "From 27 to 29 May, they met in April's town. On Tuesday 28th May, they rested."
    )
    assert read is not None
    assert read.weekdays == (((5, 28), 1),)
    assert read.in_year(2024) == Dated(
        date(2024, 5, 27), date(2024, 5, 29), Basis.INFERRED, "From 27 to 29 May"
    )
    assert read.in_year(2023) is None


def test_a_year_that_the_calendar_forbids_is_not_inferred() -> None:
    leap_day = Yearless((2, 29), (2, 29), "29 February")
    assert leap_day.in_year(2023) is None
    assert leap_day.in_year(2024)
    assert Yearless((5, 28), (5, 28), "28 May", (((2, 29), 1),)).in_year(2023) is None


def test_a_range_over_new_year_ends_in_its_year() -> None:
    assert days((12, 28), (1, 3), 2024) == (date(2023, 12, 28), date(2024, 1, 3))
    assert days((2, 30), (2, 30), 2024) is None


def test_no_day_is_better_than_a_wrong_one() -> None:
    assert reading("A speech", "Good morning. I was last here early in 2023.", Kind.SPEECH) is None
    assert reading("", "", Kind.OTHER) is None


def test_a_day_is_told_in_figures() -> None:
    day = Dated(DAY, DAY, Basis.STATED, "28 May 2024")
    assert (day.start, day.end) == ("2024-05-28", None)
    assert Dated(DAY, date(2024, 5, 30), Basis.STATED, "").end == "2024-05-30"
    month = Dated(date(2024, 5, 1), date(2024, 5, 31), Basis.STATED, "May 2024", by_month=True)
    assert (month.start, month.end) == ("2024-05", None)

"""Days as a query names them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.index.strategies import todays

from natoread_index.queries.days import Days, day_before, days

TODAY = date(2024, 5, 30)
"""A Thursday."""


def read(text: str) -> tuple[str, str] | None:
    """What `text` names, seen from `TODAY`, as two ISO days."""
    found = days(text, TODAY)
    return found and (found.first.isoformat(), found.last.isoformat())


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-05", "2024-05-01", "2024-05-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-02", "2023-02-01", "2023-02-28"),
        ("2024-12", "2024-12-01", "2024-12-31"),
        ("2024-05-27", "2024-05-27", "2024-05-27"),
        ("2024-05-27T09:00", "2024-05-27", "2024-05-27"),
        ("9999-12", "9999-12-01", "9999-12-31"),
        ("0001-01-01", "0001-01-01", "0001-01-01"),
    ],
)
def test_a_year_a_month_and_a_day_are_all_their_days(text: str, first: str, last: str) -> None:
    assert read(text) == (first, last)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024-", "2024-01-01", "2024-12-31"),
        ("2024-0", "2024-01-01", "2024-12-31"),
        ("2024-1", "2024-01-01", "2024-12-31"),
        ("2024-05-", "2024-05-01", "2024-05-31"),
        ("2024-05-2", "2024-05-01", "2024-05-31"),
        ("2024-00", "2024-01-01", "2024-12-31"),
        ("2024-13", "2024-01-01", "2024-12-31"),
        ("2024-13-01", "2024-01-01", "2024-12-31"),
        ("2024-05-00", "2024-05-01", "2024-05-31"),
        ("2024-05-32", "2024-05-01", "2024-05-31"),
        ("2024-06-31", "2024-06-01", "2024-06-30"),
        ("2023-02-29", "2023-02-01", "2023-02-28"),
    ],
)
def test_half_a_date_or_a_day_that_is_not_means_what_is_clear(
    text: str, first: str, last: str
) -> None:
    assert read(text) == (first, last)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024-05-27..2024-05-30", "2024-05-27", "2024-05-30"),
        ("2024-05..2024-06", "2024-05-01", "2024-06-30"),
        ("2023..2024", "2023-01-01", "2024-12-31"),
        ("2024-05..", "2024-05-01", "9999-12-31"),
        ("..2024-05", "0001-01-01", "2024-05-31"),
        ("2024-05-27..2024-0", "2024-05-27", "2024-12-31"),
        ("2024-05..20", "2024-05-01", "9999-12-31"),
        ("2024-05..soon", "2024-05-01", "9999-12-31"),
        ("7d..yesterday", "2024-05-23", "2024-05-29"),
        ("last-month..today", "2024-04-01", "2024-05-30"),
    ],
)
def test_two_dots_make_a_range_of_which_an_end_may_be_open(
    text: str, first: str, last: str
) -> None:
    assert read(text) == (first, last)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("today", "2024-05-30", "2024-05-30"),
        ("yesterday", "2024-05-29", "2024-05-29"),
        ("this-week", "2024-05-27", "2024-06-02"),
        ("last-week", "2024-05-20", "2024-05-26"),
        ("this-month", "2024-05-01", "2024-05-31"),
        ("last-month", "2024-04-01", "2024-04-30"),
        ("this-year", "2024-01-01", "2024-12-31"),
        ("last-year", "2023-01-01", "2023-12-31"),
        ("Last_Week", "2024-05-20", "2024-05-26"),
        ("7d", "2024-05-23", "2024-05-30"),
        ("2w", "2024-05-16", "2024-05-30"),
        ("1m", "2024-04-30", "2024-05-30"),
        ("1Y", "2023-05-31", "2024-05-30"),
        ("0d", "2024-05-30", "2024-05-30"),
        ("99999y", "0001-01-01", "2024-05-30"),
    ],
)
def test_days_are_counted_from_today(text: str, first: str, last: str) -> None:
    assert read(text) == (first, last)


def test_the_last_month_of_january_lies_in_the_year_before() -> None:
    assert days("last-month", date(2024, 1, 15)) == Days(date(2023, 12, 1), date(2023, 12, 31))


@pytest.mark.parametrize("monday", [date(2024, 5, 27), date(2024, 12, 30)])
def test_a_week_begins_on_monday(monday: date) -> None:
    for day in range(7):
        assert days("this-week", monday + timedelta(day)) == Days(monday, monday + timedelta(6))


@pytest.mark.parametrize(
    "text", ["", "..", "20", "202", "0000", "0000-05", "last", "soon", "d", "7", "7x", "-", "²024"]
)
def test_what_names_no_day_is_none(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize("text", ["today", "this-week", "last-week", "this-month", "last-month"])
@pytest.mark.parametrize("today", [date.min, date.max])
def test_the_ends_of_time_are_days_like_others(text: str, today: date) -> None:
    found = days(text, today)
    assert found is not None
    assert found.first <= found.last


def test_no_day_lies_before_the_first_or_behind_the_last() -> None:
    assert days("last-year", date.min) == days("this-year", date.min)
    assert day_before(date.min) == date.min
    assert day_before(date.max, -1) == date.max


_RELATIVE = ["today", "yesterday", "this-week", "last-week", "this-month", "last-year", "7d", "9w"]


@given(
    st.one_of(st.sampled_from(_RELATIVE), st.from_regex(r"\d{1,5}[dwmy]", fullmatch=True)), todays
)
def test_days_told_from_today_are_in_order_for_every_today(text: str, today: date) -> None:
    found = days(text, today)
    assert found is not None
    assert found.first <= found.last


@given(st.one_of(st.text(), st.from_regex(r"[\d.-]{0,24}", fullmatch=True)), todays)
def test_nothing_that_can_be_typed_is_an_error(text: str, today: date) -> None:
    days(text, today)


@given(st.dates(), todays)
def test_every_day_is_read_back_from_how_it_is_written(day: date, today: date) -> None:
    assert days(day.isoformat(), today) == Days(day, day)


@given(st.dates(), todays)
def test_a_date_being_typed_never_leaves_out_the_day_meant(day: date, today: date) -> None:
    text = day.isoformat()
    for at in range(4, len(text)):
        found = days(text[:at], today)
        assert found is None or found.first <= day <= found.last

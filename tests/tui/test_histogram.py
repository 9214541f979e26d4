"""Bars over time: none lost, none unseen, as many as fit."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from natoread.histogram import Bar, Histogram

DAYS = st.dictionaries(st.none() | st.dates(), st.integers(1, 1000), max_size=40)


@given(DAYS, st.integers(1, 200))
def test_the_bars_add_up_to_all_and_fit(days: dict[date | None, int], cells: int) -> None:
    found = Histogram.of(days, cells)
    assert found.total == sum(days.values())
    assert found.undated == days.get(None, 0)
    assert len(found.bars) <= cells


@given(DAYS, st.integers(1, 200))
def test_bars_follow_each_other_without_a_gap(days: dict[date | None, int], cells: int) -> None:
    bars = Histogram.of(days, cells).bars
    for one, following in pairwise(bars):
        assert following.first == one.last + timedelta(days=1)


@given(DAYS, st.integers(1, 200), st.integers(1, 4))
def test_what_counts_is_drawn(days: dict[date | None, int], cells: int, lines: int) -> None:
    found = Histogram.of(days, cells)
    *_, lowest = found.rows(lines, cells)
    width = found.width(cells)
    drawn = [lowest[at] != " " for at in range(0, len(lowest), width)]
    assert drawn == [bar.count > 0 for bar in found.bars]
    assert len(lowest) <= cells


@pytest.mark.parametrize(
    ("first", "last", "cells", "asked", "said"),
    [
        ("2024-05-28", "2024-05-29", 10, "2024-05-28", "28 May 2024"),
        ("2024-05-28", "2024-06-20", 10, "2024-05-27..2024-06-02", "27 May 2024 – 2 Jun 2024"),
        ("2024-05-28", "2024-12-20", 10, "2024-05", "May 2024"),
        ("2023-05-28", "2024-12-20", 10, "2023-04-01..2023-06-30", "1 Apr 2023 – 30 Jun 2023"),
        ("2015-05-28", "2024-12-20", 10, "2015", "2015"),
        ("1950-05-28", "2024-12-20", 10, "1944-01-01..1952-12-31", "1 Jan 1944 – 31 Dec 1952"),
    ],
)
def test_bars_are_as_fine_as_the_room_allows(
    first: str, last: str, cells: int, asked: str, said: str
) -> None:
    days: dict[date | None, int] = {date.fromisoformat(day): 1 for day in (first, last)}
    bar = Histogram.of(days, cells).bars[0]
    assert (bar.days, bar.words) == (asked, said)


def test_heights_are_in_proportion() -> None:
    days: dict[date | None, int] = {
        date(2024, 5, day): count for day, count in [(1, 16), (2, 8), (3, 1)]
    }
    assert Histogram.of(days, 3).rows(2, 3) == ["█  ", "██▁"]


def test_wide_bars_fill_the_room() -> None:
    days: dict[date | None, int] = {date(2024, 5, day): 1 for day in (1, 2)}
    assert Histogram.of(days, 8).rows(1, 8) == ["████████"]


def test_nothing_dated_has_no_bars() -> None:
    assert Histogram.of({None: 3}, 10) == Histogram((), 3)
    assert Histogram.of({}, 10).rows(2, 10) == ["", ""]


def test_a_bar_of_a_part_of_a_month_names_its_days() -> None:
    assert Bar(date(2024, 5, 1), date(2024, 5, 30), 1).days == "2024-05-01..2024-05-30"


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("2024-05-21", "2024-05-28", "21 May 2024 – 28 May 2024"),
        ("2024-05-28", "2024-05-28", "28 May 2024"),
        ("2023-05-21", "2024-02-03", "1 May 2023 – 29 Feb 2024"),
    ],
)
def test_all_bars_together_say_from_when_to_when(first: str, last: str, said: str) -> None:
    days: dict[date | None, int] = {date.fromisoformat(day): 1 for day in (first, last)}
    assert Histogram.of(days, 12).words == said
    assert Histogram().words == ""

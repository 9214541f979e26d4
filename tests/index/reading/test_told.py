"""Days that data tell beside a release."""

from datetime import date

import pytest

from natoread_index import Basis
from natoread_index.reading.told import is_month_first, told

DAY = date(2024, 5, 28)


@pytest.mark.parametrize(
    "text",
    [
        "2024-05-28",
        "2024-05-28T23:30:00-04:00",
        "2024-05-28 23:30:00",
        "2024-05-28T10:00:00Z",
        "2024/05/28",
        "20240528",
        "Tue, 28 May 2024 23:30:00 -0400",
        "Tue, 28 May 2024 10:00:00 GMT",
        "28 May 2024 10:00:00 GMT",
        "28 May 2024",
        "May 28, 2024",
        "Tuesday, May 28, 2024",
        "28 mai 2024",
        "28/05/2024",
        "05/28/2024",
        "28.05.2024",
        "28.5.2024",
        *(
            "28. 5. 2024",
            "05.28.2024",
            "28.05.24",
            "28/05/24",
            "5/28/24",
            "28-May-24",
            "28-05-2024",
        ),
        *("2024-05-28Z", "2024-05-28+02:00", "2024-5-28", "2024/5/28", "2024.05.28. 10:00"),
        *("28. Mai 2024", "28 Mayo 2024", "2024年5月28日", "2024. május 28."),
        "1716890400",
        "1716890400000",
        "1716890400.25",
        " 28   May\n2024 ",
    ],
)
def test_a_day_in_any_form(text: str) -> None:
    found = told(text)
    assert found is not None
    assert (found.first, found.last, found.basis) == (DAY, DAY, Basis.STATED)


@pytest.mark.parametrize(
    "text",
    [
        *("", "soon", "2024", "true", "0", "99999999999999999", "-62135596800"),
        *(
            "03/04/2024",
            "03-04-2024",
            "24-05-28",
            "31/02/2024",
            "31.02.2024",
            "2024-13-01",
            "2024-02-30",
            "2024-00",
        ),
        *("0001-01-01T00:00:00", "Mon, 99 May 2024 10:00:00"),
    ],
)
def test_what_is_no_day_or_could_be_two(text: str) -> None:
    assert told(text) is None


@pytest.mark.parametrize("text", ["2024-02", "February 2024", "Feb. 2024", "Febrero de 2024"])
def test_a_month(text: str) -> None:
    found = told(text, "date")
    assert found is not None
    assert (found.first, found.last, found.by_month) == (date(2024, 2, 1), date(2024, 2, 29), True)


def test_two_equal_numbers_are_no_riddle() -> None:
    found = told("05/05/2024")
    assert found is not None
    assert found.first == date(2024, 5, 5)


def test_it_says_where_it_was_read() -> None:
    found = told("2024-05-28", "published")
    assert found is not None
    assert found.read_from == "published 2024-05-28"


def test_dots_stand_between_day_and_month_in_this_order() -> None:
    found = told("03.04.2024")
    assert found is not None
    assert found.first == date(2024, 4, 3)


@pytest.mark.parametrize(
    ("others", "month_first"),
    [
        (["03/04/2024", "05/28/2024"], True),
        (["03/04/2024", "28/05/2024"], False),
        (["03/04/2024", "2024-05-28", "soon", ""], None),
        (["28/05/2024", "05/28/2024"], None),
    ],
)
def test_other_days_tell_what_stands_first(others: list[str], month_first: bool | None) -> None:
    assert is_month_first(others) is month_first


@pytest.mark.parametrize(("month_first", "month"), [(True, 3), (False, 4)])
def test_a_day_in_numbers_beside_others(month_first: bool, month: int) -> None:
    found = told("03/04/2024", month_first=month_first)
    assert found is not None
    assert found.first.month == month


def test_years_of_two_digits_are_near_ours() -> None:
    years = [day.first.year for text in ("31/12/99", "31/12/68") if (day := told(text))]
    assert years == [1999, 2068]

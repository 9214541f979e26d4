"""The days that a text mentions, in all the ways in which releases write them."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from natoread_index.parsing.mentions import Mention, mentions

MAY_28 = ((5, 28), (5, 28))


DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))


def only(text: str) -> Mention:
    (mention,) = mentions(text)
    return mention


def words(text: str) -> list[str]:
    return [text[mention.start : mention.end] for mention in mentions(text)]


@pytest.mark.parametrize(
    "text",
    [
        "28 May 2024",
        "28th May 2024",
        "28th of May 2024",
        "28th of May, 2024",
        "28 MAY 2024",
        "28-May-2024",
        "28 May. 2024 14:53",
        "May 28, 2024",
        "May 28 2024",
        "May 28th, 2024",
        "MAY 28, 2024",
        "May 28,2024",
        "May\u00a028,\u00a02024",
        "28\nMay\n2024",
        "2024-05-28",
        "28.05.2024",
        "28.5.2024",
        "2024/05/28",
        "28/05/2024",
        "05/28/2024",
        "5/28/2024",
        "28/5/24, in 2024",
        "le 28 mai 2024",
        "28 de mayo de 2024",
        "28 maggio 2024",
        "28. Mai 2024",
        "28 maja 2024",
        "28 мая 2024 г.",
        "28 травня 2024 року",
    ],
)
def test_a_day_in_full(text: str) -> None:
    mention = only(text)
    assert (mention.first, mention.last) == MAY_28
    assert mention.year == 2024
    assert mention.span == (date(2024, 5, 28), date(2024, 5, 28))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("05/05/2024", date(2024, 5, 5)),
        ("Tuesday 04/06/2024", date(2024, 6, 4)),
        ("Saturday, 04/06/2024", date(2024, 4, 6)),
        ("4.6.2024", date(2024, 6, 4)),
    ],
)
def test_numbers_are_a_day_where_day_and_month_can_be_told(text: str, day: date) -> None:
    assert only(text).span == (day, day)


@pytest.mark.parametrize(
    "text",
    [
        "04/06/2024",
        "Monday 04/06/2024",
        "31/31/2024",
        "28/05/24",
        "1/28/05/2024",
        "1978-79-80",
        "pages 24/7/365",
        "1.28.5.2024",
    ],
)
def test_numbers_that_may_be_two_days_are_none(text: str) -> None:
    assert mentions(text) == []


@pytest.mark.parametrize(
    "text", ["28 May", "28th May", "(May 28) –", "May 28th", "May 28: They met"]
)
def test_a_day_without_its_year(text: str) -> None:
    mention = only(text)
    assert (mention.first, mention.last) == MAY_28
    assert mention.year is None
    assert mention.span is None


@pytest.mark.parametrize(
    "text",
    ["Jan. 25, 2013", "Jan 25, 2013", "25 Jan. 2013", "January 25, 2013", "25 januari 2013"],
)
def test_a_month_may_be_cut(text: str) -> None:
    assert only(text).span == (date(2013, 1, 25), date(2013, 1, 25))


@pytest.mark.parametrize("text", ["Sep. 8, 2011", "Sept. 8, 2011", "September 8, 2011"])
def test_september_has_two_short_forms(text: str) -> None:
    assert only(text).first == (9, 8)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("21 to 24 May 2024", date(2024, 5, 21), date(2024, 5, 24)),
        ("21-24 May 2024", date(2024, 5, 21), date(2024, 5, 24)),
        ("21 – 24 May 2024", date(2024, 5, 21), date(2024, 5, 24)),
        ("21st to the 24th of May 2024", date(2024, 5, 21), date(2024, 5, 24)),
        ("6 to 8 to February 2023", date(2023, 2, 6), date(2023, 2, 8)),
        ("27 and 28 October 2022", date(2022, 10, 27), date(2022, 10, 28)),
        ("28 February to 2 March 2023", date(2023, 2, 28), date(2023, 3, 2)),
        ("Tuesday 24 March to Thursday 26 March 2015", date(2015, 3, 24), date(2015, 3, 26)),
        ("28 December to 3 January 2024", date(2023, 12, 28), date(2024, 1, 3)),
        ("28 December 2023 to 3 January 2024", date(2023, 12, 28), date(2024, 1, 3)),
        ("May 21-24, 2024", date(2024, 5, 21), date(2024, 5, 24)),
        ("May 21 to 24, 2024", date(2024, 5, 21), date(2024, 5, 24)),
        ("May 27 – June 2, 2024", date(2024, 5, 27), date(2024, 6, 2)),
        ("December 28, 2023 - January 3, 2024", date(2023, 12, 28), date(2024, 1, 3)),
        ("du 21 au 24 mai 2024", date(2024, 5, 21), date(2024, 5, 24)),
        ("с 21 по 24 мая 2024", date(2024, 5, 21), date(2024, 5, 24)),
    ],
)
def test_a_range_of_days(text: str, first: date, last: date) -> None:
    assert only(text).span == (first, last)


def test_a_range_without_its_year() -> None:
    mention = only("From 27 to 29 May, they met")
    assert (mention.first, mention.last, mention.year) == ((5, 27), (5, 29), None)


def test_two_days_apart_are_no_range() -> None:
    assert words("on 5 and 25 May 2024") == ["25 May 2024"]
    assert words("On May 5 and 12 people came") == ["May 5"]


def test_a_short_year_counts_where_the_text_has_it_in_full() -> None:
    assert only("13-15 September 19 for the last meeting of 2019").year == 2019
    assert only("13-15 September 61 for the last meeting of 1961").year == 1961
    mention = only("On 26 October 31 ships sailed")
    assert (mention.year, mention.end) == (None, len("On 26 October"))


@pytest.mark.parametrize(
    "text",
    [
        "Tuesday 28 May 2024",
        "Tuesday, May 28, 2024",
        "on Tuesday (28 May 2024)",
        "Tuesday, the 28 May 2024",
        "Tues. 28 May 2024",
        "mardi 28 mai 2024",
        "вторник (28 мая 2024 г.)",
        "вівторок, 28 травня 2024 року",
        "28 May 2024 (Tuesday)",
    ],
)
def test_a_weekday_belongs_to_its_day(text: str) -> None:
    mention = only(text)
    assert mention.weekday == 1
    assert mention.span


def test_a_day_on_another_weekday_is_no_day() -> None:
    assert only("Friday (28 May 2024)").span is None


def test_a_day_that_the_calendar_lacks_is_no_day() -> None:
    assert only("31 February 2024").span is None
    assert only("29 February 2023").span is None
    assert only("29 February 2024").span


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2024",
        "May 2024",
        "in July 2023",
        "April 2023",
        "28",
        "10:17 A.M. CEST",
        "2% of GDP",
        "1978-79-80",
        "2024-13-28",
        "2024-05-28-7",
        "99 May 2024",
        "00 May 2024",
        "6,900 May soldiers",
        "may 28",
        "128 May",
        "0.5 May",
        "NATO 2030",
        "H.R. 1234",
        "Resolution 1244 (1999)",
        "May 10:30",
    ],
)
def test_what_is_no_day(text: str) -> None:
    assert mentions(text) == []


def test_days_are_told_in_their_order_and_apart() -> None:
    text = "27 Oct 2006 - They met on 27 October, then from 3 to 5 November 2006, and on Dec. 1."
    assert words(text) == ["27 Oct 2006", "27 October", "3 to 5 November 2006", "Dec. 1"]


@given(
    DAYS, st.sampled_from(["{0.day} {0:%B} {0.year}", "{0:%B} {0.day}, {0.year}", "{0:%Y-%m-%d}"])
)
def test_any_day_is_read_as_written(day: date, form: str) -> None:
    assert only(form.format(day)).span == (day, day)


@given(st.text(st.sampled_from("0123456789 .,-–/():May Junetoand\n"), max_size=80))
def test_mentions_never_overlap(text: str) -> None:
    found = mentions(text)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(0 <= mention.start < mention.end <= len(text) for mention in found)

"""What is said of a release in few words."""

from datetime import date

import pytest

from natoread.facts import release_facts, when
from natoread_index import Basis, Dated, Kind, Release


def dated(first: date, last: date, *, by_month: bool = False, basis: Basis = Basis.STATED) -> Dated:
    return Dated(first, last, basis, "as read", by_month)


@pytest.mark.parametrize(
    ("known", "said"),
    [
        (None, "undated"),
        (dated(date(2024, 5, 8), date(2024, 5, 8)), "8 May 2024"),
        (dated(date(2024, 5, 21), date(2024, 5, 24)), "21–24 May 2024"),
        (dated(date(2024, 5, 28), date(2024, 6, 2)), "28 May – 2 June 2024"),
        (dated(date(2023, 12, 30), date(2024, 1, 2)), "30 December 2023 – 2 January 2024"),
        (dated(date(2024, 5, 1), date(2024, 5, 31), by_month=True), "May 2024"),
    ],
)
def test_a_date_is_written_as_people_write_it(known: Dated | None, said: str) -> None:
    assert when(known) == said


def test_a_month_may_be_short() -> None:
    assert when(dated(date(2024, 9, 3), date(2024, 9, 3)), "%b") == "3 Sep 2024"


def test_all_facts_stand_in_one_line() -> None:
    release = Release(
        "T",
        "word " * 1_000,
        "NATO\n",
        Kind.SPEECH,
        ("Jens Stoltenberg", "Mircea Geoană"),
        dated(date(2024, 5, 27), date(2024, 5, 29), basis=Basis.INFERRED),
    )
    assert release_facts(release) == (
        "27–29 May 2024 (inferred) · speech · NATO  · "
        "Jens Stoltenberg, Mircea Geoană · 1,000 words · 4 min"
    )


def test_what_is_not_known_is_left_out() -> None:
    assert release_facts(Release("T", "Hello", "NATO")) == "undated · NATO · 1 word · 1 min"

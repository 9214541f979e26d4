"""Years that a release leaves unsaid, told by the releases around it."""

from collections.abc import Iterable
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from natoread_index.dates import Basis, Dated, Yearless
from natoread_index.parsing.neighbours import with_years
from natoread_index.parsing.recognition import Recognised
from natoread_index.release import Release

VISIT = Yearless((5, 27), (5, 29), "From 27 to 29 May")
ON_A_TUESDAY = Yearless((5, 27), (5, 29), "From 27 to 29 May", (((5, 28), 1),))
NAMES = map(str, range(1_000_000))


def on(day: date) -> Recognised:
    dated = Dated(day, day, Basis.STATED, "that day")
    return Recognised(Release(next(NAMES), "Text.", "NATO", dated=dated))


def undated() -> Recognised:
    return Recognised(Release(next(NAMES), "Text.", "NATO"))


def lacking(yearless: Yearless) -> Recognised:
    return Recognised(Release(next(NAMES), "Text.", "NATO"), yearless)


def inferred(recognised: Iterable[Recognised]) -> list[int]:
    """The years that were inferred."""
    dates = (release.dated for release in with_years(recognised))
    return [dated.first.year for dated in dates if dated and dated.basis is Basis.INFERRED]


def test_two_neighbours_agree_on_the_year() -> None:
    around = [on(date(2024, 5, 30)), lacking(VISIT), on(date(2024, 5, 24))]
    (_, visit, _) = with_years(around)
    assert visit.dated == Dated(
        date(2024, 5, 27), date(2024, 5, 29), Basis.INFERRED, "From 27 to 29 May"
    )


def test_undated_releases_between_do_not_matter() -> None:
    assert inferred(
        [
            on(date(2024, 5, 30)),
            undated(),
            lacking(VISIT),
            undated(),
            undated(),
            on(date(2024, 5, 24)),
        ]
    ) == [2024]


def test_neighbours_of_different_years_tell_nothing() -> None:
    assert inferred([on(date(2023, 5, 30)), lacking(VISIT), on(date(2024, 5, 24))]) == []


def test_neighbours_far_away_tell_nothing() -> None:
    assert inferred([on(date(2024, 2, 1)), lacking(VISIT), on(date(2024, 5, 24))]) == []
    assert inferred([on(date(2024, 5, 24)), lacking(VISIT), on(date(2024, 9, 24))]) == []


def test_a_weekday_may_contradict() -> None:
    around = [on(date(2023, 5, 30)), lacking(ON_A_TUESDAY), on(date(2023, 5, 24))]
    assert inferred(around) == []


def test_at_an_end_of_a_file_two_on_one_side_tell() -> None:
    one, other = on(date(2024, 5, 30)), on(date(2024, 5, 24))
    assert inferred([one, other, lacking(VISIT)]) == [2024]
    assert inferred([lacking(VISIT), one, other]) == [2024]


def test_a_single_neighbour_needs_a_weekday() -> None:
    one = on(date(2024, 5, 30))
    assert inferred([one, lacking(VISIT)]) == []
    assert inferred([lacking(VISIT), one]) == []
    assert inferred([one, lacking(ON_A_TUESDAY)]) == [2024]
    assert inferred([lacking(ON_A_TUESDAY), one]) == [2024]


def test_alone_in_a_file_a_day_stays_without_its_year() -> None:
    assert inferred([lacking(VISIT)]) == []
    assert inferred([lacking(ON_A_TUESDAY)]) == []
    assert inferred([]) == []


def test_what_was_inferred_is_no_neighbour() -> None:
    first, second = lacking(VISIT), lacking(Yearless((6, 28), (6, 28), "28 June"))
    assert inferred([on(date(2024, 5, 1)), on(date(2024, 5, 2)), first, second]) == [2024]


def test_a_new_year_lies_between_neighbours() -> None:
    new_year = lacking(Yearless((1, 2), (1, 2), "2 January"))
    old_year = lacking(Yearless((12, 30), (1, 1), "30 December to 1 January"))
    assert inferred([on(date(2024, 1, 5)), new_year, on(date(2023, 12, 20))]) == [2024]
    assert inferred([on(date(2024, 1, 5)), old_year, on(date(2023, 12, 20))]) == [2023]


def test_several_in_a_row_are_completed() -> None:
    rows = [lacking(Yearless((5, day), (5, day), f"{day} May")) for day in range(1, 20)]
    assert inferred([on(date(2012, 5, 20)), *rows, on(date(2012, 4, 30))]) == [2012] * 19


def test_a_neighbour_too_far_down_the_file_is_not_waited_for() -> None:
    gap = [undated() for _ in range(60)]
    assert inferred([on(date(2024, 5, 30)), lacking(VISIT), *gap, on(date(2024, 5, 24))]) == []


@given(
    st.lists(
        st.one_of(
            st.builds(undated),
            st.dates(date(2020, 1, 1), date(2024, 12, 31)).map(on),
            st.sampled_from([VISIT, ON_A_TUESDAY]).map(lacking),
        ),
        max_size=80,
    )
)
def test_releases_keep_their_order_and_what_they_say(recognised: list[Recognised]) -> None:
    releases = list(with_years(recognised))
    assert [each.title for each in releases] == [each.release.title for each in recognised]
    kept = [
        (before.release.dated, after.dated)
        for before, after in zip(recognised, releases, strict=True)
        if not before.yearless
    ]
    assert all(before == after for before, after in kept)


@given(st.dates(date(2000, 3, 1), date(2030, 10, 1)), st.integers(-40, 40), st.integers(-40, 40))
def test_a_file_in_order_of_time_gives_the_right_year(day: date, one: int, other: int) -> None:
    without_year = Yearless((day.month, day.day), (day.month, day.day), "that day")
    around = [on(day + timedelta(one)), lacking(without_year), on(day + timedelta(other))]
    assert inferred(around) == [day.year]

"""Finding by looking: facets with counts, the timeline and the order, through the real app."""

from dataclasses import replace
from datetime import date

from tests.tui.conftest import Nine
from tests.tui.fake_library import FakeLibrary
from tests.tui.story import Reader, app_on, main, releases_named, seen, settle, type_keys

from natoread.screens.facets import FacetsScreen
from natoread_index import Basis, Dated, Sort


def day(iso: str) -> Dated:
    return Dated(date.fromisoformat(iso), date.fromisoformat(iso), Basis.STATED, iso)


def dated(*days: str | None) -> FakeLibrary:
    named = releases_named(*(f"Title {at}" for at in range(len(days))))
    return FakeLibrary(
        replace(one, dated=day(iso) if iso else None) for one, iso in zip(named, days, strict=True)
    )


def asked(pilot: Reader) -> str:
    return main(pilot).search_bar.value


def found(pilot: Reader) -> int:
    return len(main(pilot).found)


async def open_facets(pilot: Reader) -> FacetsScreen:
    await settle(pilot)
    await type_keys(pilot, "f")
    await settle(pilot)
    facets = pilot.app.screen
    assert isinstance(facets, FacetsScreen)
    await facets.count().wait()
    await settle(pilot)
    return facets


async def choose(pilot: Reader, facets: FacetsScreen, field: str, value: str) -> None:
    """Go to a value and press space."""
    places = [(entry[0], entry[1].value) if entry else None for entry in facets._listed]
    facets.rows.highlighted = places.index((field, value))
    await type_keys(pilot, "space")
    await settle(pilot)


async def test_a_word_that_is_not_finished_stays_so_when_the_query_is_narrowed(nine: Nine) -> None:
    async with nine.app().run_test(size=(120, 60)) as pilot:
        await type_keys(pilot, "/", *"ukraine air d", "escape")
        facets = await open_facets(pilot)
        assert found(pilot) == 2
        assert "1 doorstep" in seen(pilot)
        await choose(pilot, facets, "kind", "doorstep")
        assert (asked(pilot), found(pilot)) == ("kind:doorstep ukraine air d", 1)
        await choose(pilot, facets, "kind", "doorstep")
        assert (asked(pilot), found(pilot)) == ("ukraine air d", 2)


async def test_facets_are_counted_and_narrow_the_query_itself(nine: Nine) -> None:
    async with nine.app().run_test(size=(120, 60)) as pilot:
        facets = await open_facets(pilot)
        told = seen(pilot)
        assert "7 news" in told
        assert "9 NATO" in told
        assert "2 undated" in told
        await choose(pilot, facets, "kind", "news")
        assert asked(pilot) == "kind:news"
        assert found(pilot) == 7
        assert "✓      7 news" in seen(pilot)
        await choose(pilot, facets, "kind", "doorstep")
        assert asked(pilot) == "(kind:news OR kind:doorstep)"
        await choose(pilot, facets, "kind", "news")
        await choose(pilot, facets, "kind", "doorstep")
        assert asked(pilot) == ""
        await type_keys(pilot, "enter")
        assert pilot.app.screen is main(pilot)
        assert asked(pilot) == ""


async def test_counts_are_of_what_the_query_finds(nine: Nine) -> None:
    async with nine.app("finland").run_test(size=(120, 60)) as pilot:
        facets = await open_facets(pilot)
        for section in facets.sections:
            for value in section.values:
                await choose(pilot, facets, section.field, value.value)
                assert found(pilot) == value.releases, (section, value)
                await choose(pilot, facets, section.field, value.value)


async def test_a_country_is_found_by_its_people_too(nine: Nine) -> None:
    async with nine.app("country:finland").run_test(size=(120, 60)) as pilot:
        facets = await open_facets(pilot)
        assert ("country", "Finland", True) in [
            (section.field, value.value, value.chosen)
            for section in facets.sections
            for value in section.values
        ]


async def test_facets_move_by_the_keys_of_a_list_over_headings(nine: Nine) -> None:
    async with nine.app().run_test(size=(60, 20)) as pilot:
        facets = await open_facets(pilot)
        places = []
        for key in ("j", "G", "g", "pagedown", "k", "pageup"):
            await type_keys(pilot, key)
            places.append(facets.rows.highlighted)
            assert places[-1] is not None
            assert facets._listed[places[-1]] is not None
        assert places[1] == len(facets._listed) - 1
        assert places[2] == 1


async def test_a_heading_is_not_asked_for(nine: Nine) -> None:
    async with nine.app().run_test(size=(60, 20)) as pilot:
        facets = await open_facets(pilot)
        facets._toggle(0)
        assert asked(pilot) == ""


async def test_the_timeline_shows_all_that_was_found_and_narrows_it() -> None:
    library = dated("2024-05-03", "2024-05-20", "2024-07-01", "2023-01-09", None)
    async with app_on(library, words="title").run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        assert not main(pilot).timeline.shown
        await type_keys(pilot, "t")
        await settle(pilot)
        assert main(pilot).timeline.histogram.total == found(pilot) == 5
        assert "1 undated" in seen(pilot)
        await type_keys(pilot, "left_square_bracket")
        assert main(pilot).timeline.bar is not None
        assert "enter narrows" in seen(pilot)
        bar = main(pilot).timeline.bar
        assert bar is not None
        await type_keys(pilot, "enter")
        assert asked(pilot) == f"date:{bar.days} title"
        assert main(pilot).timeline.marked is None


async def test_the_mark_moves_and_stops_at_the_ends() -> None:
    async with app_on(dated("2024-05-03", "2024-05-04", "2024-05-05")).run_test() as pilot:
        await settle(pilot)
        await type_keys(pilot, "right_square_bracket")
        assert main(pilot).timeline.marked is None
        await type_keys(pilot, "t")
        await settle(pilot)
        marks = []
        for key in ["left", "left", "left", "left", "right"]:
            await type_keys(pilot, f"{key}_square_bracket")
            marks.append(main(pilot).timeline.marked)
        assert marks == [2, 1, 0, 0, 1]
        await type_keys(pilot, "escape")
        assert main(pilot).timeline.marked is None


async def test_the_mark_is_seen_on_a_day_without_releases_too() -> None:
    async with app_on(dated("2024-05-28", "2024-05-30")).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "t")
        assert "▁" not in seen(pilot)
        await type_keys(pilot, "left_square_bracket", "left_square_bracket")
        assert "29 May 2024: 0" in seen(pilot)
        assert "██████▁▁▁▁▁▁██████" in seen(pilot)


async def test_enter_reads_while_no_bar_is_marked() -> None:
    async with app_on(dated("2024-05-03")).run_test() as pilot:
        await settle(pilot)
        await type_keys(pilot, "t", "enter")
        assert main(pilot).reading
        assert asked(pilot) == ""


async def test_a_bar_is_marked_by_a_click() -> None:
    async with app_on(dated("2024-05-03", "2024-05-04")).run_test() as pilot:
        await settle(pilot)
        await type_keys(pilot, "t")
        await settle(pilot)
        await pilot.click("Timeline", offset=(9, 1))
        assert main(pilot).timeline.marked == 1


async def test_nothing_dated_says_so() -> None:
    async with app_on(dated(None, None)).run_test() as pilot:
        await settle(pilot)
        await type_keys(pilot, "t", "left_square_bracket")
        await settle(pilot)
        assert "2 undated" in seen(pilot)
        assert main(pilot).timeline.marked is None


async def test_the_timeline_follows_the_search() -> None:
    async with app_on(dated("2024-05-03", "2024-05-04")).run_test() as pilot:
        await settle(pilot)
        await type_keys(pilot, "t", "slash", *"title 1 ")
        await settle(pilot)
        assert main(pilot).timeline.histogram.total == found(pilot)


async def test_the_order_is_chosen_from_a_menu() -> None:
    async with app_on(dated("2024-05-03"), words="title").run_test() as pilot:
        await settle(pilot)
        await type_keys(pilot, "S", "o")
        assert main(pilot).sort is Sort.OLDEST
        await type_keys(pilot, "S", "enter")
        assert main(pilot).sort is Sort.OLDEST
        await type_keys(pilot, "S", "escape")
        assert main(pilot).sort is Sort.OLDEST


async def test_without_a_query_nothing_is_best() -> None:
    async with app_on(dated("2024-05-03")).run_test() as pilot:
        await settle(pilot)
        await type_keys(pilot, "S")
        assert "Newest first" in seen(pilot)
        assert "Best first" not in seen(pilot)

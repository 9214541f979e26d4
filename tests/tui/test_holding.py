"""Two releases side by side."""

import pytest
from tests.tui.fake_library import FakeLibrary
from tests.tui.story import Reader, app_on, main, releases_named, seen, settle, title, type_keys

PARAGRAPHS = "\n\n".join(f"Paragraph {number} goes on and on." for number in range(1, 60))


def library() -> FakeLibrary:
    return FakeLibrary(releases_named("One", "Two", "Three", body=lambda name: PARAGRAPHS + name))


def side_by_side(pilot: Reader) -> bool:
    return any(line.count("Paragraph") == 2 for line in seen(pilot).splitlines())


async def test_a_release_is_held_beside_the_next_one() -> None:
    async with app_on(library()).run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "enter", "space", "w", "J")
        assert title(pilot) == "Two"
        held = main(pilot).held_pane
        assert held.held is not None
        assert held.held.sheet.release.title == "One"
        assert held.scroll_offset.y > 10
        assert side_by_side(pilot)
        await type_keys(pilot, "w")
        assert not side_by_side(pilot)
        assert held.held is None


async def test_the_list_is_there_while_one_chooses() -> None:
    async with app_on(library()).run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "w")
        assert main(pilot).focused is main(pilot).reader
        assert not main(pilot).releases.display or "Three" not in seen(pilot)
        await type_keys(pilot, "q", "j", "j")
        assert "Three" in seen(pilot)
        await type_keys(pilot, "enter")
        assert title(pilot) == "Three"
        assert "One" in seen(pilot)


async def test_the_two_change_places_and_both_stay_where_they_were() -> None:
    async with app_on(library()).run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "enter", *"}}}}}}")
        one = main(pilot).reader.scroll_offset.y
        await type_keys(pilot, "w", "J", *"}}}}}}}}}}")
        two = main(pilot).reader.scroll_offset.y
        assert 0 < one < two
        for left, right, places in [("One", "Two", (one, two)), ("Two", "One", (two, one))]:
            await type_keys(pilot, "W")
            held = main(pilot).held_pane
            assert held.held is not None
            assert (title(pilot), held.held.sheet.release.title) == (left, right)
            assert (main(pilot).reader.scroll_offset.y, held.scroll_offset.y) == places


async def test_two_places_of_one_release_change_as_well() -> None:
    async with app_on(library()).run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "enter", "w", "G")
        end = main(pilot).reader.scroll_offset.y
        await type_keys(pilot, "W")
        assert main(pilot).reader.scroll_offset.y == 0
        assert main(pilot).held_pane.scroll_offset.y == end


@pytest.mark.parametrize("width", [20, 50, 80])
async def test_a_narrow_screen_says_what_it_would_need(width: int) -> None:
    async with app_on(library()).run_test(size=(width, 24), notifications=True) as pilot:
        await settle(pilot)
        await type_keys(pilot, "enter", "w")
        (told,) = pilot.app._notifications
        assert told.message == "Two releases side by side need 90 columns"
        assert main(pilot).held is None


async def test_when_the_screen_becomes_narrow_the_text_has_it_alone() -> None:
    async with app_on(library()).run_test(size=(120, 24)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "enter", "w", "J")
        await pilot.resize_terminal(60, 24)
        await settle(pilot)
        assert not side_by_side(pilot)
        await pilot.resize_terminal(120, 24)
        await settle(pilot)
        assert side_by_side(pilot)


async def test_without_one_there_is_nothing_to_change_places_with() -> None:
    async with app_on(library()).run_test(size=(120, 24), notifications=True) as pilot:
        await settle(pilot)
        await type_keys(pilot, "enter", "W")
        assert "No release is held" in seen(pilot)

"""The terminal is large, small, or changes under the reader's hands."""

import asyncio

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.tui.conftest import Nine
from tests.tui.fake_library import FakeLibrary
from tests.tui.story import app_on, main, releases_named, seen, settle, title, top, type_keys

from natoread_index import Release

PROSE = " ".join(f"word{number}" for number in range(400))
LONG = Release("A long speech", f"{PROSE}\n\n{PROSE}\n\nEnd of quote.", "NATO")


async def test_on_a_narrow_terminal_list_and_reader_take_turns(nine: Nine) -> None:
    async with nine.app().run_test(size=(50, 15)) as pilot:
        await settle(pilot)
        screen = main(pilot)
        assert (screen.releases.display, screen.reader.display) == (True, False)
        await type_keys(pilot, "j", "enter")
        assert (screen.releases.display, screen.reader.display) == (False, True)
        await type_keys(pilot, "J")
        assert screen.at == 2
        await type_keys(pilot, "q")
        assert (screen.releases.display, screen.reader.display) == (True, False)
        await type_keys(pilot, "tab", "h", "slash")
        assert (screen.releases.display, screen.reader.display) == (True, False)


async def test_a_narrow_reader_opens_at_the_first_hit() -> None:
    hidden = Release("A release", f"{PROSE}\n\nneedle\n\n{PROSE}", "NATO")
    async with app_on(FakeLibrary([hidden]), words="needle").run_test(size=(40, 12)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "enter")
        assert "needle" in seen(pilot).split("\n", 1)[1]


async def test_a_narrow_reader_shows_the_title_when_the_first_hit_is_near_it(nine: Nine) -> None:
    async with nine.app("geoana").run_test(size=(50, 15)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "enter")
        assert top(pilot).startswith(title(pilot)[:20])


async def test_what_moved_while_it_was_hidden_is_in_its_place_when_it_shows(nine: Nine) -> None:
    async with nine.app().run_test(size=(50, 12)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "enter", "q", "G", "enter")
        assert main(pilot).reader.page.width == main(pilot).reader.column < 50
        await type_keys(pilot, "K", "K", "K", "K", "K", "K", "q")
        assert f"▌• {title(pilot)[:20]}" in seen(pilot)


async def test_a_resize_keeps_the_place_and_the_selection() -> None:
    async with app_on(FakeLibrary([*releases_named("First"), LONG])).run_test(
        size=(120, 30)
    ) as pilot:
        await settle(pilot)
        await type_keys(pilot, "j", "enter", *["j"] * 12)
        place = top(pilot)
        first_word = place.split()[0]
        for size in [(50, 15), (200, 50), (20, 5), (1, 1), (91, 24), (10, 3), (300, 100)]:
            await pilot.resize_terminal(*size)
            await settle(pilot)
            assert title(pilot) == LONG.title
        await pilot.resize_terminal(60, 15)
        await settle(pilot)
        assert first_word in top(pilot).split()
        await pilot.resize_terminal(120, 30)
        await settle(pilot)
        assert top(pilot) == place
        assert main(pilot).focused is main(pilot).reader


@pytest.mark.parametrize("size", [(1, 1), (19, 24), (80, 4), (5, 2)])
async def test_a_tiny_terminal_is_told_so(size: tuple[int, int]) -> None:
    async with app_on(FakeLibrary([LONG])).run_test(size=size) as pilot:
        await settle(pilot)
        assert seen(pilot).strip() == "Terminal too small"[: size[0]].strip()
        await type_keys(pilot, "j", "enter", "slash", "w", "escape", "question_mark", "escape")
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        assert LONG.title in seen(pilot)


async def test_everything_works_at_the_smallest_size(nine: Nine) -> None:
    async with nine.app().run_test(size=(20, 5)) as pilot:
        await settle(pilot)
        assert "1 of 9" in seen(pilot)
        await type_keys(pilot, "slash", *"geoana")
        assert "1 of 2" in seen(pilot)
        await type_keys(pilot, "enter", "n", "space", "G", "g", "}", "J", "q", "question_mark")
        assert "keys" not in seen(pilot)
        await type_keys(
            pilot,
            "escape",
            "colon",
            "escape",
            "S",
            "escape",
            "t",
            "f",
            "escape",
            "slash",
            "escape",
            "escape",
        )
        assert "of 9" in seen(pilot)


SIZES = st.lists(st.tuples(st.integers(1, 150), st.integers(1, 50)), min_size=1, max_size=5)


@settings(max_examples=4, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(SIZES)
def test_no_size_and_no_way_between_sizes_is_too_much(sizes: list[tuple[int, int]]) -> None:
    async def resize() -> None:
        async with app_on(FakeLibrary([LONG] * 30), words="word7").run_test() as pilot:
            await settle(pilot)
            await type_keys(pilot, "j", "enter", "n", "n")
            place = main(pilot).reader.page.offset_of(main(pilot).reader.scroll_offset.y)
            for size in sizes:
                await pilot.resize_terminal(*size)
                await settle(pilot)
            await pilot.resize_terminal(80, 24)
            await settle(pilot)
            reader = main(pilot).reader
            assert reader.page.offset_of(reader.scroll_offset.y) == place
            assert main(pilot).at == 1

    asyncio.run(resize())

"""A reader goes through the list."""

import pytest
from tests.tui.story import (
    FakeLibrary,
    app_on,
    main,
    releases_named,
    seen,
    settle,
    title,
    type_keys,
)
from textual.events import MouseScrollDown
from textual.widget import Widget

MANY = releases_named(*(f"Release {number:,} of many" for number in range(100_000)))


@pytest.mark.parametrize(
    ("keys", "at"),
    [
        (["j", "down", "j", "k"], 2),
        (["G"], 99_999),
        (["end", "g"], 0),
        (["G", "home", "k"], 0),
        (["space", "pagedown"], 16),
        (["pagedown", "b"], 0),
        (["ctrl+d"], 4),
        (["G", "pageup", "ctrl+u", "J"], 99_987),
    ],
)
async def test_keys_move_the_cursor(keys: list[str], at: int) -> None:
    async with app_on(FakeLibrary(MANY)).run_test(size=(100, 20)) as pilot:
        await settle(pilot)
        await type_keys(pilot, *keys)
        assert main(pilot).at == at
        assert f"{at + 1:,} of 100,000" in seen(pilot)
        assert title(pilot) == f"Release {at:,} of many"


async def test_only_what_is_in_sight_is_asked_for() -> None:
    library = FakeLibrary(MANY)
    async with app_on(library).run_test(size=(100, 20)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "G")
        assert "Release 99,999 of many" in seen(pilot)
        assert len(library.rows_asked) < 150


async def test_the_wheel_scrolls_and_chooses_nothing() -> None:
    async with app_on(FakeLibrary(MANY)).run_test(size=(100, 20)) as pilot:
        await settle(pilot)
        releases = main(pilot).releases
        for _ in range(30):
            releases._on_mouse_scroll_down(_wheel(releases))
        await settle(pilot)
        assert releases.scroll_offset.y > 20
        assert (main(pilot).at, title(pilot)) == (0, "Release 0 of many")
        assert "Release 0 of many" not in seen(pilot).split("▏")[0]


async def test_another_program_s_work_does_not_scroll_the_list() -> None:
    library = FakeLibrary(MANY)
    async with app_on(library).run_test(size=(100, 20)) as pilot:
        await settle(pilot)
        releases = main(pilot).releases
        releases.scroll_to(y=4_000, animate=False)
        await settle(pilot)
        library.changed = True
        main(pilot).look_again()
        await settle(pilot)
        assert releases.scroll_offset.y == 4_000
        assert "Release 2,000 of many" in seen(pilot)


async def test_a_click_chooses_a_release_and_two_open_it() -> None:
    async with app_on(FakeLibrary(MANY)).run_test(size=(100, 20)) as pilot:
        await settle(pilot)
        await pilot.click(main(pilot).releases, offset=(6, 7))
        await settle(pilot)
        assert title(pilot) == "Release 3 of many"
        await pilot.click(main(pilot).releases, offset=(6, 7), times=2)
        await settle(pilot)
        assert main(pilot).focused is main(pilot).reader


async def test_a_click_on_a_key_in_the_footer_gives_the_command() -> None:
    async with app_on(FakeLibrary(MANY)).run_test(size=(100, 20)) as pilot:
        await settle(pilot)
        column = seen(pilot).splitlines()[-1].index("search")
        await pilot.click(offset=(column, 19))
        await settle(pilot)
        assert main(pilot).focused is main(pilot).search_bar


async def test_panes_are_reached_in_turn() -> None:
    async with app_on(FakeLibrary(MANY[:3])).run_test(size=(100, 20)) as pilot:
        await settle(pilot)
        screen = main(pilot)
        for key, place in [
            ("tab", screen.reader),
            ("tab", screen.search_bar),
            ("tab", screen.releases),
            ("shift+tab", screen.search_bar),
            ("shift+tab", screen.reader),
            ("l", screen.reader),
            ("h", screen.releases),
            ("right", screen.reader),
            ("left", screen.releases),
            ("left", screen.search_bar),
            ("escape", screen.releases),
            ("enter", screen.reader),
            ("q", screen.releases),
        ]:
            await type_keys(pilot, key)
            assert screen.focused is place, key


async def test_q_in_the_list_and_ctrl_q_anywhere_end_the_app() -> None:
    for keys in (["q"], ["slash", "ctrl+q"], ["question_mark", "ctrl+q"]):
        library = FakeLibrary(MANY[:3])
        app = app_on(library)
        async with app.run_test() as pilot:
            await settle(pilot)
            await pilot.press(*keys)
        assert app.return_code == 0


def _wheel(widget: Widget) -> MouseScrollDown:
    return MouseScrollDown(widget, 5, 5, 0, 1, 0, shift=False, meta=False, ctrl=False)

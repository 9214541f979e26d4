"""A reader goes through the list."""

from collections.abc import Sequence

import pytest
from tests.tui.fake_library import FakeLibrary
from tests.tui.story import app_on, main, releases_named, seen, settle, title, type_keys
from textual.events import MouseScrollDown
from textual.widget import Widget

from natoread.settings import Settings
from natoread_index import Hits, Query, Row, Sort

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


class Portioned(FakeLibrary):
    """A library that notes what it is asked, in portions, and can be held up at one of them."""

    def __init__(self, holds_at: int = -1) -> None:
        super().__init__(MANY)
        self.heard: list[int | str] = []
        self.holds_at = holds_at

    def search(self, query: Query, sort: Sort = Sort.RELEVANCE) -> Hits:
        self.heard.append(query.text)
        return super().search(query, sort)

    def rows(self, numbers: Sequence[int], query: Query = Query()) -> list[Row]:  # noqa: B008 (immutable)
        self.heard.append(len(numbers))
        assert len(self.heard) != self.holds_at or self.gate.wait(20)
        return super().rows(numbers, query)


async def test_what_is_in_sight_is_prepared_first_and_never_much_in_one_go() -> None:
    library = Portioned()
    async with app_on(library).run_test(size=(100, 110)) as pilot:
        await settle(pilot)
        assert library.heard[:2] == ["", 30]
        assert max(size for size in library.heard if isinstance(size, int)) == 30
        assert library.rows_asked[:53] == [*range(53)]
        assert "Release 52 of many" in seen(pilot)


async def test_a_search_goes_before_the_rest_of_the_entries() -> None:
    library = Portioned()
    async with app_on(library).run_test(size=(100, 110)) as pilot:
        await settle(pilot)
        before = len(library.heard)
        library.holds_at = before + 1
        main(pilot).releases.scroll_to(y=100_000, animate=False)
        while len(library.heard) == before:
            await pilot.pause()
        await pilot.press("slash", "z")
        while main(pilot).looking_for.text != "z":
            await pilot.pause()
        await pilot.pause()
        library.gate.set()
        await settle(pilot)
        assert library.heard[before : before + 2] == [30, "z"]


async def test_an_answer_brings_all_that_is_in_sight_around_a_cursor_that_stays() -> None:
    library = Portioned()
    async with app_on(library).run_test(size=(100, 20)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "G", "k", "k", "k")
        before = seen(pilot)
        library.heard.clear()
        library.rows_asked.clear()
        library.changed = True
        main(pilot).look_again()
        await settle(pilot)
        assert seen(pilot) == before
        assert len(library.heard) == 2
        assert {99_999, 99_996, 99_993} <= set(library.rows_asked) <= set(range(99_988, 100_000))


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


async def test_compact_rows_are_one_line_each() -> None:
    settings = Settings(compact=True)
    async with app_on(FakeLibrary(MANY), settings=settings).run_test(size=(100, 20)) as pilot:
        await settle(pilot)
        rows = [line for line in seen(pilot).splitlines() if "of many" in line[:40]]
        assert len(rows) == main(pilot).releases.size.height
        assert "undated" in rows[0]
        await type_keys(pilot, "space", "m")
        assert main(pilot).at == len(rows)
        assert "✓ Release 16 of many" in seen(pilot)
        await pilot.click("ReleaseList", offset=(5, 4))
        await settle(pilot)
        assert title(pilot) == f"Release {main(pilot).releases.view.first + 4} of many"
        await type_keys(pilot, "G")
        assert main(pilot).releases.number == 99_999
        assert "• Release 99,999 of many" in seen(pilot)

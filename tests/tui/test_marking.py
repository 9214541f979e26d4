"""A reader marks releases with stars and as read, and takes it back."""

import pytest
from tests.tui.conftest import Nine
from tests.tui.fake_library import FakeLibrary
from tests.tui.story import (
    Reader,
    app_on,
    main,
    releases_named,
    seen,
    settle,
    title,
    told,
    type_keys,
)

from natoread.screens import marking
from natoread_index import Release, Retagging

PARAGRAPHS = "\n\n".join(f"Paragraph {number} speaks of peace." for number in range(1, 60))
LONG = Release("A long speech", PARAGRAPHS, "NATO")
THREE = releases_named("One", "Two", "Three")


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Count a release as read after next to nothing in the focused reader."""
    monkeypatch.setattr(marking, "READ_AFTER", 0.001)


def rows(pilot: Reader) -> list[str]:
    """The list as it is seen, two lines a release."""
    return [line[:40].rstrip() for line in seen(pilot).splitlines()]


async def read_in_peace(pilot: Reader) -> None:
    """Let the time go by from which on a release counts as read, and settle."""
    timer = main(pilot)._reading
    if timer and timer._task:
        await timer._task
    await settle(pilot)


async def test_s_puts_a_star_on_the_row_and_on_the_reader_and_takes_it_off(nine: Nine) -> None:
    async with nine.app().run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "s")
        assert seen(pilot).count("★") == 2
        assert nine.found("is:starred") == 1
        await type_keys(pilot, "enter", "s")
        assert "★" not in seen(pilot)
        assert nine.found("is:starred") == 0


async def test_u_takes_back_the_last_and_says_what_it_was(nine: Nine) -> None:
    async with nine.app().run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        first = title(pilot)
        await type_keys(pilot, "s", "j", "s", "r")
        await type_keys(pilot, "u", "u")
        assert seen(pilot).count("★") == 1
        await type_keys(pilot, "u", "u")
        assert told(pilot)[-2:] == [f"Undone: star · “{first}”", "Nothing to undo"]
        assert nine.found("is:starred OR is:read") == 0


async def test_a_second_in_the_focused_reader_makes_a_release_read(
    nine: Nine, at_once: None
) -> None:
    async with nine.app().run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        assert seen(pilot).count("•") >= 9
        await type_keys(pilot, "enter")
        await read_in_peace(pilot)
        assert nine.found("is:read") == 1
        assert rows(pilot)[4].startswith("▌ ")
        await type_keys(pilot, "u")
        assert told(pilot) == ["Nothing to undo"]


async def test_neither_the_cursor_nor_scrolling_nor_the_mouse_reads(
    nine: Nine, at_once: None
) -> None:
    async with nine.app().run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "j", "j", "G", "g", "slash", *"nato", "down", "pagedown", "escape")
        await pilot.click(main(pilot).releases, offset=(5, 5))
        main(pilot).reader.scroll_end(animate=False)
        await read_in_peace(pilot)
        assert nine.found("is:read") == 0


async def test_leaving_the_reader_in_time_leaves_a_release_unread(nine: Nine) -> None:
    async with nine.app().run_test() as pilot:
        await settle(pilot)
        await type_keys(pilot, "enter", "j", "escape")
        assert main(pilot)._reading is None
        assert nine.found("is:read") == 0


@pytest.mark.parametrize("keys", [["G"], ["end"], ["space"] * 20])
async def test_the_end_of_a_release_makes_it_read_at_once(keys: list[str]) -> None:
    library = FakeLibrary([LONG, *THREE])
    async with app_on(library).run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "enter", *keys[:8])
        assert library.marks.signs([LONG.id])[LONG.id].read


async def test_a_short_release_is_read_by_going_on_from_it() -> None:
    library = FakeLibrary(THREE)
    async with app_on(library).run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "enter")
        assert library.marks.signs([THREE[0].id]) == {}
        await type_keys(pilot, "space")
        assert library.marks.signs([THREE[0].id])[THREE[0].id].read
        assert title(pilot) == "Two"


async def test_r_marks_as_read_and_as_unread(nine: Nine) -> None:
    async with nine.app().run_test() as pilot:
        await settle(pilot)
        await type_keys(pilot, "r")
        assert nine.found("is:read") == 1
        await type_keys(pilot, "r")
        assert nine.found("is:read") == 0


async def test_a_tag_stands_below_the_title_as_far_as_there_is_room(nine: Nine) -> None:
    with nine.open() as library:
        ids = [one.id for one in library]
        library.marks.tag(ids, Retagging.of(["summit", "a-very-long-tag-of-all-tags-ever-made"]))
        library.marks.star(ids)
        library.marks.note(ids[0], "Ask [them]\nabout \x1b this.")
    for size in ((140, 40), (80, 24), (40, 12), (20, 5)):
        async with nine.app().run_test(size=size) as pilot:
            await settle(pilot)
            strips = pilot.app.screen._compositor.render_strips()
            assert {strip.cell_length for strip in strips} == {size[0]}
            assert "★✎ #a" in seen(pilot)
            assert ("✎ Ask [them]" in seen(pilot)) is (size[0] > 90)


async def test_a_sign_that_shows_late_does_not_bring_back_the_release_before() -> None:
    library = FakeLibrary(THREE)
    async with app_on(library).run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        library.marks.star([THREE[0].id])
        main(pilot).open(1)
        await main(pilot)._show_signs()
        await settle(pilot)
        assert title(pilot) == "Two"

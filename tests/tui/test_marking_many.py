"""A reader marks several releases at once, and acts on all of them."""

from tests.tui.conftest import Nine
from tests.tui.fake_library import FakeLibrary
from tests.tui.story import (
    Reader,
    app_on,
    main,
    releases_named,
    seen,
    settle,
    told,
    type_keys,
)

THREE = releases_named("One", "Two", "Three")


def rows(pilot: Reader) -> list[str]:
    """The list as it is seen, two lines a release."""
    return [line[:40].rstrip() for line in seen(pilot).splitlines()]


async def test_m_marks_and_moves_on_and_commands_are_for_the_marked() -> None:
    library = FakeLibrary(THREE)
    async with app_on(library).run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "m", "m")
        assert "2 marked · 3 of 3" in seen(pilot)
        assert [line[1:2] for line in rows(pilot) if "NATO" in line] == ["✓", "✓", " "]
        await type_keys(pilot, "s")
        assert told(pilot) == ["2 releases starred"]
        assert set(library.marks.signs([one.id for one in THREE])) == {one.id for one in THREE[:2]}
        await type_keys(pilot, "escape")
        assert "marked" not in seen(pilot)


async def test_capital_m_marks_all_hits_and_again_none(nine: Nine) -> None:
    async with nine.app("ukraine").run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        hits = len(main(pilot).found)
        await type_keys(pilot, "M")
        assert f"{hits} marked" in seen(pilot)
        await type_keys(pilot, "r")
        assert nine.found("is:read") == hits
        await type_keys(pilot, "r")
        assert told(pilot)[-1] == f"{hits} releases unread"
        await type_keys(pilot, "M")
        assert "marked" not in seen(pilot)


async def test_a_command_in_the_reader_is_for_the_open_release_alone() -> None:
    library = FakeLibrary(THREE)
    async with app_on(library).run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "m", "m", "enter", "s")
        assert set(library.marks.signs([one.id for one in THREE])) == {THREE[2].id}


async def test_marks_are_kept_over_searches_until_escape(nine: Nine) -> None:
    async with nine.app().run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "m", "slash", *"ukraine", "escape", "m", "s")
        assert told(pilot) == ["2 releases starred"]
        await type_keys(pilot, "escape")
        assert main(pilot).search_bar.value == "ukraine"
        await type_keys(pilot, "escape")
        assert main(pilot).search_bar.value == ""

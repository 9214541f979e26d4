"""A release that was issued again says so, and shows what changed."""

from dataclasses import replace

from tests.tui.fake_library import FakeLibrary
from tests.tui.story import Reader, app_on, burst, main, seen, settle, type_keys

from natoread.screens.difference import DifferenceScreen
from natoread_index import Release

FIRST = Release(
    "Ministers meet", "\n\n".join(f"They spoke of point {n} at length." for n in range(60)), "NATO"
)
SECOND = replace(FIRST, body=FIRST.body.replace("point 7 at length", "point 7 in short"))
THIRD = replace(SECOND, body=SECOND.body.replace("point 40 ", "point [forty] ") + "\n\nThe end.")
PLAIN = Release("A note", "All is calm.", "NATO")


def reissued() -> FakeLibrary:
    library = FakeLibrary([THIRD, PLAIN])
    library.older = {THIRD.id: [FIRST, SECOND, THIRD]}
    return library


def is_compared(pilot: Reader) -> bool:
    return isinstance(pilot.app.screen, DifferenceScreen)


async def test_the_facts_say_which_version_it_is() -> None:
    async with app_on(reissued()).run_test(size=(140, 30)) as pilot:
        await settle(pilot)
        assert "version 3 of 3, 2 lines changed" in " ".join(seen(pilot).split())
        await type_keys(pilot, "j")
        assert "version" not in main(pilot).reader.page.text


async def test_a_key_shows_what_changed_and_others_go_through_the_versions() -> None:
    async with app_on(reissued()).run_test(size=(100, 30)) as pilot:
        await type_keys(pilot, "d")
        assert is_compared(pilot)
        lines = seen(pilot)
        for line in (
            "- They spoke of point 40 at length.",
            "+ They spoke of point [forty] at length.",
            "+ The end.",
            "  They spoke of point 38 at length.",
            "⋯",
        ):
            assert line in lines
        assert "- They spoke of point 7 " not in lines
        await type_keys(pilot, "left")
        assert "version 2 of 3, 1 line changed" in seen(pilot)
        assert "+ They spoke of point 7 in short." in seen(pilot)
        await type_keys(pilot, "h")
        assert "version 2 of 3" in seen(pilot)
        await type_keys(pilot, "l")
        assert "version 3 of 3" in seen(pilot)
        await type_keys(pilot, "d")
        assert not is_compared(pilot)


async def test_no_key_of_a_burst_that_scrolls_is_lost() -> None:
    library = reissued()
    library.older[THIRD.id] = [replace(THIRD, body=THIRD.body.replace("spoke", "wrote")), THIRD]
    async with app_on(library).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        burst(pilot, "d", "ctrl+d", "j", "j", "k")
        await settle(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, DifferenceScreen)
        assert screen.page.scroll_offset.y == screen.page.size.height // 2 + 1
        burst(pilot, "G", "k", "k")
        await settle(pilot)
        assert screen.page.scroll_offset.y == screen.page.max_scroll_y - 2


async def test_it_scrolls_where_much_changed() -> None:
    library = reissued()
    library.older[THIRD.id] = [replace(THIRD, body=THIRD.body.upper() + " Not."), THIRD]
    library.older[THIRD.id][0] = replace(THIRD, body=THIRD.body.replace("spoke", "wrote"))
    async with app_on(library).run_test(size=(80, 24)) as pilot:
        await type_keys(pilot, "d", "space", "j", "j", "k", "k", "pagedown", "pageup", "b")
        assert "version 2 of 2, 60 lines changed" in seen(pilot)
        await type_keys(pilot, "space")
        assert "version 2 of 2" not in seen(pilot)
        await type_keys(pilot, "escape")
        assert not is_compared(pilot)


async def test_a_release_that_was_never_issued_again_says_so() -> None:
    async with app_on(reissued()).run_test(size=(100, 30)) as pilot:
        await type_keys(pilot, "j", "enter", "d")
        assert not is_compared(pilot)
        (notification,) = pilot.app._notifications
        assert notification.message == "This release was never issued again"


async def test_nothing_open_nothing_shown() -> None:
    async with app_on(FakeLibrary(), FakeLibrary()).run_test(size=(100, 30)) as pilot:
        await type_keys(pilot, "d")
        assert not is_compared(pilot)

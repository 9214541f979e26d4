"""A reader jumps to a release from the palette, by words of its title."""

import pytest
from tests.tui.conftest import Nine
from tests.tui.fake_library import FakeLibrary
from tests.tui.story import (
    Reader,
    app_on,
    burst,
    main,
    releases_named,
    seen,
    settle,
    title,
    type_keys,
)
from textual.command import CommandList

from natoread_index import LibraryError, Release

HOSTILE = "[red]NATO[/red] and\x1b[31m \u202ethe [/] Hague"


def offered(pilot: Reader) -> list[str]:
    """What the palette offers, the first line of each."""
    lines = pilot.app.screen.query_one(CommandList).options
    return [str(line.prompt).splitlines()[0] for line in lines]


async def test_a_release_is_opened_by_words_of_its_title(nine: Nine) -> None:
    async with nine.app().run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "colon", *"finland milit")
        assert offered(pilot) == ["NATO Military Committee visits Finland"]
        assert "2024 · news · NATO" in seen(pilot)
        await type_keys(pilot, "enter")
        assert pilot.app.screen is main(pilot)
        assert title(pilot) == "NATO Military Committee visits Finland"
        assert main(pilot).focused is main(pilot).reader
        await type_keys(pilot, "backspace")
        assert title(pilot) != "NATO Military Committee visits Finland"


async def test_a_release_outside_the_hits_is_opened(nine: Nine) -> None:
    async with nine.app("patriot").run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "ctrl+p", *"visits finland", "enter")
        assert title(pilot) == "NATO Military Committee visits Finland"
        assert main(pilot).looking_for.text == "patriot"


async def test_all_in_one_burst(nine: Nine) -> None:
    async with nine.app().run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        burst(pilot, ":", *"visits finland", "enter", "G", "g", "q", "/", *"jeju")
        await settle(pilot)
        assert main(pilot).search_bar.value == "jeju"
        burst(pilot, "escape", ":", *"sort: best", "enter", "o", "enter")
        await settle(pilot)
        assert main(pilot).sort == "oldest"


async def test_commands_that_say_what_is_typed_go_first() -> None:
    named = releases_named("Sort of a summit", "Others sort it out")
    async with app_on(FakeLibrary(named)).run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "colon", *"sort")
        assert offered(pilot)[:3] == [
            "Sort: best, newest or oldest first",
            "Sort of a summit",
            "Others sort it out",
        ]


@pytest.mark.parametrize("typed", ["hague", "[red]nato", "(nato", '"the hague', "the hagu"])
async def test_a_title_is_shown_as_it_is_whatever_is_in_it(typed: str) -> None:
    library = FakeLibrary([*releases_named("One"), Release(HOSTILE, "Text.", "[b]NATO")])
    async with app_on(library).run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "colon", *typed)
        assert "[red]NATO[/red] and␛[31m the [/] Hague" in offered(pilot)
        assert "[b]NATO" in seen(pilot)
        await type_keys(pilot, "enter")
        assert title(pilot) == HOSTILE


@pytest.mark.parametrize("typed", ["(", '"', "zzz"])
async def test_what_no_title_has_offers_no_release(typed: str) -> None:
    async with app_on(FakeLibrary(releases_named("One"))).run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "colon", *typed)
        assert "One" not in offered(pilot)
        await type_keys(pilot, "enter", "escape")
        assert title(pilot) == "One"


async def test_a_library_in_trouble_says_so_and_the_commands_stay() -> None:
    library = FakeLibrary(releases_named("One"))
    async with app_on(library).run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        library.trouble = LibraryError("the index is broken")
        await type_keys(pilot, "colon", *"star")
        assert "Put a star on it, or take it off" in offered(pilot)
        await type_keys(pilot, "escape")
        assert "the index is broken" in seen(pilot)


async def test_what_lies_over_the_screen_makes_way(nine: Nine) -> None:
    async with nine.app().run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "f")
        pilot.app.action_command_palette()
        await type_keys(pilot, *"visits finland", "enter")
        assert pilot.app.screen is main(pilot)
        assert title(pilot) == "NATO Military Committee visits Finland"

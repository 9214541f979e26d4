"""Keys that come faster than releases open are obeyed in the release that they are for."""

import pytest
from tests.tui.conftest import Nine
from tests.tui.fake_library import FakeLibrary
from tests.tui.story import (
    app_on,
    burst,
    lit,
    main,
    releases_named,
    seen,
    settle,
    title,
    top,
    type_keys,
)
from textual import on

from natoread import app
from natoread.passing import Passed
from natoread.screens.line import LineScreen
from natoread_index import Related, Release, Sort

PARAGRAPHS = "\n\n".join(f"Paragraph {number} speaks of peace." for number in range(1, 60))
LONG = Release("A long speech", PARAGRAPHS, "NATO")
SHORT = Release("A short note", "All is calm.", "NATO")


async def test_a_search_read_and_walked_in_one_burst() -> None:
    async with app_on(FakeLibrary([SHORT, LONG])).run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        burst(pilot, "/", *"peace", "enter", "n", "n")
        await settle(pilot)
        assert title(pilot) == LONG.title
        assert seen(pilot).endswith("hit 3/59")


async def test_keys_for_a_release_wait_for_it_however_long_the_search_takes() -> None:
    library = FakeLibrary([SHORT, LONG], holds="peace")
    async with app_on(library).run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        burst(pilot, "/", *"peace", "enter", "G", "N")
        for _ in range(50):
            await pilot._wait_for_screen()
        assert title(pilot) == SHORT.title
        library.gate.set()
        await settle(pilot)
        assert title(pilot) == LONG.title
        assert seen(pilot).endswith("hit 48/59")


async def test_each_of_several_releases_gets_the_keys_behind_it() -> None:
    names = releases_named("One", "Two", "Three", body=lambda name: PARAGRAPHS + name)
    async with app_on(FakeLibrary(names)).run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        burst(pilot, "enter", "J", "/", *"two", "enter", "J", "space")
        await settle(pilot)
        assert title(pilot) == "Three"
        assert lit(pilot) == []
        assert top(pilot) != "Three"


async def test_the_way_out_is_open_while_keys_wait() -> None:
    library = FakeLibrary([SHORT, LONG], holds="peace")
    app = app_on(library)
    async with app.run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        burst(pilot, "/", *"peace", "enter", "n", "ctrl+q")
        while app.is_running:
            await pilot._wait_for_screen()
        library.gate.set()
    assert app.return_code == 0


async def test_a_find_typed_in_one_burst_is_ended_after_its_words() -> None:
    async with app_on(FakeLibrary([LONG]), words="speaks").run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        burst(pilot, "enter", "/", *"paragraph 40", "escape", "j")
        await settle(pilot)
        assert "Paragraph 40" in seen(pilot)
        assert set(lit(pilot)) == {"speaks"}
        assert main(pilot).focused is main(pilot).reader


async def test_keys_that_come_before_the_reader_shows_are_obeyed_when_it_does() -> None:
    async with app_on(FakeLibrary([LONG]), words='"paragraph 30"').run_test(size=(40, 12)) as pilot:
        await settle(pilot)
        reader = main(pilot).reader
        assert not reader.size
        reader._action_start()
        reader._action_line(4)
        burst(pilot, "enter")
        await settle(pilot)
        assert reader.scroll_offset.y == 4


@pytest.mark.parametrize("words", ["two", "t"])
async def test_a_menu_and_a_search_in_one_burst(words: str) -> None:
    async with app_on(FakeLibrary(releases_named("One", "Two"))).run_test() as pilot:
        await settle(pilot)
        burst(pilot, "S", "o", "/", *words, "enter")
        await settle(pilot)
        assert main(pilot).sort is Sort.OLDEST
        assert main(pilot).looking_for.text == words
        assert main(pilot).focused is main(pilot).reader


@pytest.mark.parametrize(
    "keys", [["S", "escape"], ["T", "escape"], ["?", "q"], ["f", "f"], ["v", "v"], ["E", "escape"]]
)
async def test_a_search_behind_a_screen_that_is_left_in_one_burst(keys: list[str]) -> None:
    async with app_on(FakeLibrary(releases_named("One", "Two"))).run_test() as pilot:
        await settle(pilot)
        burst(pilot, *keys, "/", *"two")
        await settle(pilot)
        assert pilot.app.screen is main(pilot)
        assert main(pilot).search_bar.value == "two"
        await type_keys(pilot, "escape", "escape", keys[0])
        burst(pilot, *keys[1:], "/", *"one")
        await settle(pilot)
        assert main(pilot).search_bar.value == "one"


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        (["/", "ctrl+u", *"two"], "two"),
        (["/", "home", *"a "], "a one"),
        (["/", "end", "backspace", "x", "left", "y"], "onyx"),
        (["/", "end", "ctrl+w", *"two", "ctrl+a", "a"], "atwo"),
    ],
)
async def test_letters_do_not_overtake_the_keys_of_a_line(keys: list[str], words: str) -> None:
    async with app_on(FakeLibrary(releases_named("One", "Two")), words="one").run_test() as pilot:
        await settle(pilot)
        burst(pilot, *keys)
        await settle(pilot)
        assert main(pilot).search_bar.value == words


async def test_letters_do_not_overtake_the_keys_of_the_find_line() -> None:
    async with app_on(FakeLibrary([LONG])).run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        burst(pilot, "enter", "/", *"point 9", "ctrl+u", *"paragraph 40")
        await settle(pilot)
        assert main(pilot).find_bar.value == "paragraph 40"


async def test_keys_typed_before_the_app_shows_anything_are_obeyed() -> None:
    async with app_on(FakeLibrary(releases_named("One", "Two"))).run_test() as pilot:
        burst(pilot, "S", "o", "/", *"two", "enter")
        await settle(pilot)
        assert main(pilot).sort is Sort.OLDEST
        assert title(pilot) == "Two"
        assert main(pilot).focused is main(pilot).reader


async def test_keys_for_a_pane_that_is_still_looked_for_go_to_it() -> None:
    library = FakeLibrary(releases_named("One", "Two", "Three"))
    library.beside = {0: Related(event=(1, 2))}
    async with app_on(library).run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        burst(pilot, "R", "j", "enter")
        await settle(pilot)
        assert title(pilot) == "Three"


async def test_keys_for_values_that_are_still_counted_go_to_them(nine: Nine) -> None:
    async with nine.app().run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        burst(pilot, "t", "f", "j", "j", "space", "q")
        await settle(pilot)
        in_a_burst = main(pilot).search_bar.value
        await type_keys(pilot, "escape", "escape")
        for key in ("f", "j", "j", "space", "q"):
            await type_keys(pilot, key)
            await settle(pilot)
        assert in_a_burst == main(pilot).search_bar.value != ""


class Silent(LineScreen):
    """A screen that never tells what has come through it."""

    @on(Passed)
    def _keep(self, event: Passed) -> None:
        event.stop()


async def test_keys_do_not_wait_for_ever_for_a_screen_that_tells_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(app, "_PATIENCE", 0.01)
    async with app_on(FakeLibrary(releases_named("One"))).run_test() as pilot:
        await settle(pilot)
        pilot.app.push_screen(Silent("Name"))
        burst(pilot, *"ab", "escape", "/", *"one")
        await settle(pilot)
        assert pilot.app.screen is main(pilot)
        assert main(pilot).search_bar.value == "one"

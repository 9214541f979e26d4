"""The theme that a reader chooses in the palette is there the next time."""

from pathlib import Path

import pytest
from tests.tui.fake_library import FakeLibrary
from tests.tui.story import Reader, burst, main, releases_named, settle, told, type_keys
from textual.command import CommandList

from natoread import theme
from natoread.app import NatoRead
from natoread.librarian import Librarian
from natoread.settings import THEMES, Settings


def app(state: Path, usual: str = "textual-dark") -> NatoRead:
    """The app of one who keeps things in the folder `state`."""
    library = FakeLibrary(releases_named("One"))
    librarian = Librarian(lambda: library, lambda: library)
    return NatoRead(librarian, state=state, settings=Settings(theme=usual))


async def choose(pilot: Reader, name: str) -> None:
    """Choose a theme by its name."""
    await settle(pilot)
    await type_keys(pilot, "colon", *"theme", "enter", *name, "enter")
    assert pilot.app.theme == name


async def test_a_theme_chosen_in_the_palette_is_there_the_next_time(tmp_path: Path) -> None:
    async with app(tmp_path).run_test() as pilot:
        dark = main(pilot).background_colors[1]
        await choose(pilot, "textual-light")
        assert pilot.app.screen is main(pilot)
        assert main(pilot).background_colors[1] != dark
    async with app(tmp_path).run_test() as pilot:
        assert pilot.app.theme == "textual-light"
        await choose(pilot, "nord")
    assert app(tmp_path).theme == "nord"


async def test_a_theme_is_chosen_in_one_burst(tmp_path: Path) -> None:
    async with app(tmp_path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        burst(pilot, ":", *"theme", "enter", *"nord", "enter", "/", *"one")
        await settle(pilot)
        assert pilot.app.theme == "nord"
        assert main(pilot).search_bar.value == "one"


async def test_every_theme_is_offered(tmp_path: Path) -> None:
    async with app(tmp_path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "colon", *"theme", "enter")
        offered = [str(one.prompt) for one in pilot.app.screen.query_one(CommandList).options]
        assert offered == list(THEMES)
        await type_keys(pilot, "escape")
        assert pilot.app.screen is main(pilot)


async def test_settings_that_are_changed_later_hold(tmp_path: Path) -> None:
    async with app(tmp_path).run_test() as pilot:
        await choose(pilot, "nord")
    assert app(tmp_path, usual="dracula").theme == "dracula"


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '"nord"', '{"theme": "x", "usual": "textual-dark"}', '{"usual": 1}']
)
def test_a_damaged_file_keeps_nothing(tmp_path: Path, text: str) -> None:
    theme.keep(tmp_path, "textual-dark", "nord")
    assert theme.kept(tmp_path, "textual-dark") == "nord"
    (file,) = tmp_path.iterdir()
    file.write_text(text, encoding="utf-8")
    assert theme.kept(tmp_path, "textual-dark") == "textual-dark"


async def test_a_folder_that_takes_nothing_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    async with app(tmp_path / "file").run_test(size=(120, 30)) as pilot:
        await choose(pilot, "nord")
        assert pilot.app.theme == "nord"
        assert told(pilot)[-1].startswith("The theme is not kept")

"""A reader saves searches, opens them again with their counts, and finds those of the past."""

from pathlib import Path

import pytest
from tests.tui.conftest import Nine
from tests.tui.story import Reader, fill_in, main, seen, settle, told, type_keys
from tests.tui.terminal import Terminal
from textual.widgets import OptionList

from natoread.screens.history import HistoryScreen
from natoread.screens.saved import SavedScreen
from natoread_index import Library


def listed(pilot: Reader) -> list[str]:
    """The lines of the list on show."""
    options = pilot.app.screen.query_one(OptionList).options
    return [" ".join(str(option.prompt).split()) for option in options]


def asked(nine: Nine) -> list[str]:
    with nine.open() as library:
        return library.searches.asked


async def test_the_usual_searches_are_there_from_the_first_day(nine: Nine) -> None:
    async with nine.app().run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "s", "v")
        assert listed(pilot) == ["9 New since the last visit", "9 Unread", "1 Starred"]
        await type_keys(pilot, "G", "enter")
        assert main(pilot).search_bar.value == "is:starred"
        assert main(pilot).focused is main(pilot).releases
        assert "1 of 1" in seen(pilot)


async def test_a_search_is_saved_renamed_and_opened_again(nine: Nine) -> None:
    async with nine.app("ukraine -drill").run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "v", "s")
        assert "Save “ukraine -drill” as" in seen(pilot)
        await fill_in(pilot, "East")
        assert listed(pilot)[3:] == ["5 East ukraine -drill"]
        await type_keys(pilot, "G", "r")
        await fill_in(pilot, "Kyiv")
        assert listed(pilot)[3:] == ["5 Kyiv ukraine -drill"]
        await type_keys(pilot, "escape", "escape")
        assert "of 9" in seen(pilot)
        await type_keys(pilot, "v", "end", "enter")
        assert main(pilot).search_bar.value == "ukraine -drill"


async def test_u_among_the_searches_leaves_a_note_alone(nine: Nine) -> None:
    with nine.open() as library:
        library.marks.note(next(iter(library)).id, "Ask the press office.")
    async with nine.app().run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "v", "u")
        assert told(pilot) == ["Nothing to undo among the searches"]
    assert nine.found("note:press") == 1


async def test_a_search_deleted_comes_back_by_u(nine: Nine) -> None:
    with nine.open() as library:
        library.searches.save("A", "finland")
        library.searches.save("B", "sweden")
    async with nine.app().run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "v", "j", "j", "j", "d")
        assert [line.split()[1] for line in listed(pilot)[3:]] == ["B"]
        await type_keys(pilot, "u")
        assert [line.split()[1] for line in listed(pilot)[3:]] == ["A", "B"]
        assert told(pilot)[-1].startswith("Undone: deletion of a saved search")


async def test_the_usual_searches_are_neither_renamed_nor_deleted(nine: Nine) -> None:
    async with nine.app().run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "v", "d", "r", "s")
        assert isinstance(pilot.app.screen, SavedScreen)
        assert len(listed(pilot)) == 3
        assert told(pilot) == ["There is no search to save: type one first"]


async def test_a_name_given_up_saves_nothing(nine: Nine) -> None:
    async with nine.app("finland").run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "v", "s", "escape", "s")
        await fill_in(pilot, "  ")
        assert len(listed(pilot)) == 3


async def test_what_was_asked_is_remembered_when_the_box_is_left(nine: Nine) -> None:
    async with nine.app().run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "slash", *"ukraine", "enter", "escape", "slash")
        await type_keys(pilot, "ctrl+u", *"finland", "escape")
    assert asked(nine) == ["finland", "ukraine"]


async def test_the_history_is_filtered_and_taken(nine: Nine) -> None:
    with nine.open() as library:
        for query in ("air defence", "kind:speech", "Defence industry"):
            library.searches.note_asked(query)
    async with nine.app().run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "slash", "ctrl+r")
        assert listed(pilot) == ["Defence industry", "kind:speech", "air defence"]
        await type_keys(pilot, *"defence")
        assert listed(pilot) == ["Defence industry", "air defence"]
        await type_keys(pilot, "ctrl+r", "enter")
        assert main(pilot).search_bar.value == "air defence"
        assert main(pilot).focused is main(pilot).search_bar
        assert "of 2" in seen(pilot)


@pytest.mark.parametrize(("key", "value"), [("enter", "zanzibar"), ("escape", "")])
async def test_words_that_no_search_has_are_taken_as_they_are_or_given_up(
    nine: Nine, key: str, value: str
) -> None:
    async with nine.app().run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "slash", "ctrl+r", *"zanzibar")
        assert isinstance(pilot.app.screen, HistoryScreen)
        await type_keys(pilot, key)
        assert main(pilot).search_bar.value == value


async def test_searches_are_of_the_user_while_samples_are_shown(nine: Nine, tmp_path: Path) -> None:
    async with nine.app_of_newcomer(tmp_path / "own").run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "slash", *"finland", "escape", "v", "s")
        await fill_in(pilot, "North")
        assert listed(pilot)[3:] == ["2 North finland"]
    with Library.open(tmp_path / "own") as own:
        assert own.searches.asked == ["finland"]
        assert [one.name for one in own.searches.saved] == ["North"]


@pytest.mark.parametrize("size", [(140, 40), (40, 12), (20, 5)])
async def test_the_lists_fit_on_any_screen(nine: Nine, size: tuple[int, int]) -> None:
    with nine.open() as library:
        for number in range(30):
            library.searches.save(f"[Name] {number}", "ukraine " * 30)
            library.searches.note_asked(f"[query] {number}")
    async with nine.app().run_test(size=size) as pilot:
        await settle(pilot)
        for keys in (["v"], ["escape", "slash", "ctrl+r"]):
            await type_keys(pilot, *keys)
            strips = pilot.app.screen._compositor.render_strips()
            assert {strip.cell_length for strip in strips} == {size[0]}
            assert "[" in "".join(listed(pilot))


def test_a_burst_into_the_history_is_not_lost(nine: Nine, tmp_path: Path) -> None:
    with nine.open() as library:
        library.searches.note_asked("air defence")
        library.searches.note_asked("finland")
    with Terminal(tmp_path, "--library", str(nine.folder)) as terminal:
        terminal.wait_for("1 of 9")
        terminal.type("/\x12air\r")
        terminal.wait_for("/ air defence")
        terminal.type("\x11")
        assert terminal.wait_for_end() == 0

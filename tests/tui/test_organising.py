"""A reader tags releases, writes notes on them, and removes some: one by one, or many at once."""

import sys
from pathlib import Path

import pytest
from tests.tui.conftest import Nine
from tests.tui.story import Reader, fill_in, main, seen, settle, title, told, type_keys
from tests.tui.terminal import Terminal
from textual.widgets import TextArea

from natoread.app import NatoRead
from natoread.editor import NotEdited, edited
from natoread.librarian import Librarian
from natoread_index import Library, Retagging


@pytest.fixture(autouse=True)
def _no_editor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)


def note_of(nine: Nine) -> list[str]:
    """The notes on all releases that have one."""
    with nine.open() as library:
        signs = library.marks.signs([one.id for one in library])
    return [each.note for each in signs.values() if each.note]


async def test_tags_are_typed_in_one_line_and_shown(nine: Nine) -> None:
    async with nine.app().run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "T")
        await fill_in(pilot, "+summit draft")
        assert seen(pilot).count("#draft #summit") == 2
        assert told(pilot) == ["+summit +draft: 1 release"]
        await type_keys(pilot, "T")
        assert "takes one off   #draft #summit" in seen(pilot)
        await fill_in(pilot, "-dra", "tab", "enter")
        assert nine.found("tag:summit -tag:draft") == 1
        await type_keys(pilot, "u", "u")
        assert "#" not in seen(pilot)


async def test_a_line_given_up_or_left_empty_changes_nothing(nine: Nine) -> None:
    async with nine.app().run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "T", *"summit", "escape", "T", "enter", "T", "+", "enter")
        assert told(pilot) == []
        with nine.open() as library:
            assert library.marks.tags() == {}


async def test_a_tag_that_there_is_is_offered_while_it_is_typed(nine: Nine) -> None:
    with nine.open() as library:
        library.marks.tag([next(iter(library)).id], Retagging.of(["Vilnius-Summit"]))
    async with nine.app().run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "j", "T")
        await fill_in(pilot, "x +vil", "tab", "enter")
        with nine.open() as library:
            assert library.marks.tags() == {"Vilnius-Summit": 2, "x": 1}


async def test_many_are_tagged_at_once(nine: Nine) -> None:
    async with nine.app("ukraine").run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        hits = len(main(pilot).found)
        await type_keys(pilot, "M", "T")
        assert f"Tags of {hits} releases" in seen(pilot)
        await type_keys(pilot, *"east", "enter")
        assert told(pilot) == [f"+east: {hits} releases"]
        assert nine.found("tag:east") == hits


async def test_a_note_is_written_where_it_stands(nine: Nine) -> None:
    async with nine.app().run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "e", *"A pledge", "enter", *"of 2%.", "escape")
        assert "✎ A pledge" in seen(pilot)
        assert note_of(nine) == ["A pledge\nof 2%."]
        await type_keys(pilot, "enter", "e", *" Sure", "ctrl+s")
        assert note_of(nine) == ["A pledge\nof 2%. Sure"]
        assert nine.found("note:sure") == 1
        await type_keys(pilot, "u")
        assert note_of(nine) == ["A pledge\nof 2%."]


async def test_a_note_left_as_it_was_is_no_act_and_an_emptied_one_is_gone(nine: Nine) -> None:
    async with nine.app().run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "e", *"x", "escape", "e", "escape", "u")
        assert note_of(nine) == []
        await type_keys(pilot, "e", *"x", "escape", "e", "backspace", "escape")
        assert note_of(nine) == []


async def test_a_note_that_is_being_written_when_the_app_ends_is_kept(nine: Nine) -> None:
    librarian = Librarian(nine.open, nine.open)
    async with NatoRead(librarian).run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "e", *"Half a th")
        await pilot.press("ctrl+q")
    assert librarian.lost() == []
    assert note_of(nine) == ["Half a th"]


async def test_a_note_waits_for_another_program(nine: Nine) -> None:
    async with nine.app().run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        with nine.written_by_another() as done:
            await pilot.press("e", *"Note", "escape")
            await pilot.pause()
            assert note_of(nine) == []
            done.set()
            await settle(pilot)
        assert note_of(nine) == ["Note"]


async def test_without_a_terminal_for_the_editor_the_note_is_written_in_place(
    nine: Nine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", "false")
    async with nine.app().run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "e")
        assert pilot.app.screen.query_one(TextArea).has_focus


def test_the_editor_of_the_user_gets_the_terminal(nine: Nine, tmp_path: Path) -> None:
    script = tmp_path / "edit.py"
    script.write_text("import sys; open(sys.argv[1], 'a').write('From the editor.')")
    command = f"{sys.executable} {script}"
    arguments = ["--library", str(nine.folder)]
    with Terminal(tmp_path, *arguments, environment={"VISUAL": command}) as terminal:
        terminal.wait_for("1 of 9")
        terminal.type("e")
        terminal.wait_for("✎ From the editor.")
        terminal.type("q")
        assert terminal.wait_for_end() == 0
    assert note_of(nine) == ["From the editor."]


def test_an_editor_that_fails_or_is_not_there_is_told() -> None:
    with pytest.raises(NotEdited, match="ended with 1: no note is kept"):
        edited("false", "text")
    with pytest.raises(NotEdited, match="“no-such-editor -x” can’t be run"):
        edited("no-such-editor -x", "text")
    with pytest.raises(NotEdited, match="can’t be run"):
        edited("vi 'unclosed", "text")
    assert edited("true", "A “text”.\n") == "A “text”.\n"


async def agree_to_remove(pilot: Reader) -> None:
    await type_keys(pilot, "D")
    assert "? u undoes it" in seen(pilot)
    await type_keys(pilot, "y")


async def test_a_release_is_removed_after_one_question_and_put_back(nine: Nine) -> None:
    async with nine.app().run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        gone = title(pilot)
        await agree_to_remove(pilot)
        assert "of 8" in seen(pilot)
        assert title(pilot) != gone
        assert told(pilot) == ["Removed 1 release; u undoes it"]
        await type_keys(pilot, "u")
        assert "of 9" in seen(pilot)
        assert told(pilot)[-1] == f"Undone: removal · “{gone}”"
    assert nine.found("") == 9


@pytest.mark.parametrize("key", ["n", "escape"])
async def test_whoever_says_no_removes_nothing(nine: Nine, key: str) -> None:
    async with nine.app().run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "D", key)
        assert "1 of 9" in seen(pilot)


async def test_all_that_is_marked_is_removed_and_nothing_is_marked_then(nine: Nine) -> None:
    async with nine.app().run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "s", "m", "m", "m")
        await agree_to_remove(pilot)
        assert "1 of 6" in seen(pilot)
        assert "marked" not in seen(pilot).splitlines()[1]
        await type_keys(pilot, "u")
        assert "of 9" in seen(pilot)
    with nine.open() as library:
        list(library.catch_up())
    assert nine.found("is:starred") == 1


async def test_samples_are_not_removed(nine: Nine, tmp_path: Path) -> None:
    async with nine.app_of_newcomer(tmp_path).run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "D")
        assert told(pilot) == ["The samples go when you add releases of your own"]
    with Library.open(nine.folder) as library:
        assert len(library) == 9

"""Taking releases out: `y` and what follows it, `x`, and `|`."""

import os
from pathlib import Path

import pytest
from tests.tui.conftest import Nine
from tests.tui.fake_library import FakeLibrary
from tests.tui.story import (
    app_on,
    fill_in,
    main,
    releases_named,
    seen,
    settle,
    title,
    told,
    type_keys,
)
from tests.tui.terminal import Terminal

from natoread.exports.citing import chicago
from natoread.sheet import Sheet
from natoread.taking import Passage
from natoread_index import Release

LONG = Release("Title", "First,\nwrapped.\n\nSecond.\n\n\u00adThird.", "NATO")


async def test_y_twice_copies_the_release_unwrapped(nine: Nine, desktop: list[str]) -> None:
    async with nine.app("haul").run_test(size=(60, 20)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "y", "y")
        (copied,) = desktop
        assert copied.startswith("Deputy Secretary General: Ukraine can count on NATO")
        assert "\n\nSource: NATO\n\n" in copied
        assert max(map(len, copied.splitlines())) > 100
        assert told(pilot) == [f"Copied {len(copied):,} characters to the clipboard"]


async def test_a_chord_typed_at_once_copies_too(nine: Nine, desktop: list[str]) -> None:
    async with nine.app("haul").run_test() as pilot:
        await settle(pilot)
        await type_keys(pilot, *"yt")
        await settle(pilot)
        assert desktop == [title(pilot)]


async def test_a_citation_is_of_what_lies_open(nine: Nine, desktop: list[str]) -> None:
    async with nine.app("haul").run_test() as pilot:
        await settle(pilot)
        opened = main(pilot).opened
        assert opened is not None
        await type_keys(pilot, "enter", "y", "c")
        assert desktop == [chicago(opened.sheet.release)]


async def test_the_paragraph_under_the_cursor_is_that_of_the_hit(
    nine: Nine, desktop: list[str]
) -> None:
    async with nine.app("sisu").run_test() as pilot:
        await settle(pilot)
        await type_keys(pilot, "enter", *"yp")
        await type_keys(pilot, *"yq")
        paragraph, quote = desktop
        assert "sisu" in paragraph
        assert "\n\n" not in paragraph
        assert quote.startswith(f"“{paragraph}”\n— ")
        assert quote.endswith(".")


async def test_nothing_selected_says_so(nine: Nine, desktop: list[str]) -> None:
    async with nine.app().run_test() as pilot:
        await settle(pilot)
        await type_keys(pilot, *"ys")
        await type_keys(pilot, "ctrl+c")
        assert told(pilot) == ["Nothing is selected"] * 2
        assert desktop == []


async def test_nothing_in_hand_is_nothing_to_take() -> None:
    async with app_on(FakeLibrary()).run_test() as pilot:
        await settle(pilot)
        await type_keys(pilot, "y", "x", "vertical_line")
        assert pilot.app.screen is main(pilot)


def test_a_paragraph_is_found_by_any_offset_in_it() -> None:
    sheet = Sheet.of(LONG)
    second = sheet.text.index("Second.")
    assert sheet.passage_at(0) == Passage("First,\nwrapped.", 1)
    assert sheet.passage_at(sheet.body_at + 9) == Passage("First,\nwrapped.", 1)
    for at in (second, second + 6):
        assert sheet.passage_at(at) == Passage("Second.", 2)
    assert sheet.passage_at(len(sheet.text)) == Passage("Third.", 3)


async def test_the_release_is_exported_to_the_file_named(nine: Nine, tmp_path: Path) -> None:
    file = tmp_path / "a.bib"
    async with nine.app("haul").run_test() as pilot:
        await settle(pilot)
        await type_keys(pilot, "x")
        assert "Export this release as" in seen(pilot)
        await type_keys(pilot, "b")
        assert "Write to" in seen(pilot)
        await fill_in(pilot, str(file))
        await settle(pilot)
        assert file.read_text(encoding="utf-8").startswith("@misc{nato-2024-")
        assert told(pilot) == [f"Wrote {file}"]


async def test_a_file_that_is_there_is_never_written_over(nine: Nine, tmp_path: Path) -> None:
    file = tmp_path / "nine.md"
    file.write_text("mine", encoding="utf-8")
    async with nine.app().run_test() as pilot:
        await settle(pilot)
        await type_keys(pilot, "x", "m")
        await fill_in(pilot, str(file))
        await settle(pilot)
        assert told(pilot) == [f"{file} is there already: nothing was written"]
    assert file.read_text(encoding="utf-8") == "mine"


async def test_a_folder_that_is_not_there_is_told(nine: Nine, tmp_path: Path) -> None:
    async with nine.app().run_test() as pilot:
        await settle(pilot)
        await type_keys(pilot, "x", "e")
        await fill_in(pilot, str(tmp_path / "no" / "a.epub"))
        await settle(pilot)
        assert told(pilot)[0].startswith("Nothing was written: ")


async def test_a_name_is_offered_that_is_safe_and_an_empty_one_writes_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    hostile = FakeLibrary(releases_named("../../A/B: “C” \x1b[2J"))
    async with app_on(hostile).run_test(size=(140, 30)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "x", "t")
        assert f"{tmp_path}{os.sep}undated A B “C” [2J" in seen(pilot)
        await type_keys(pilot, "ctrl+u", "enter")
        assert pilot.app.screen is main(pilot)
    assert not os.listdir(tmp_path)  # noqa: PTH208 - in a coroutine


def test_the_text_goes_through_a_command_and_the_app_comes_back(tmp_path: Path) -> None:
    with Terminal(tmp_path, "haul") as terminal:
        terminal.wait_for("1 of")
        terminal.type("|")
        terminal.wait_for("Pipe this release to the command")
        terminal.type("grep -c haul | sed 's/^/counted /'\r")
        terminal.wait_for("counted ")
        terminal.wait_for("[enter] goes back")
        terminal.type("\r")
        terminal.wait_for("q quit")


def test_ctrl_c_ends_the_command_alone_and_its_failure_is_told(tmp_path: Path) -> None:
    with Terminal(tmp_path, "haul") as terminal:
        terminal.wait_for("1 of")
        terminal.type("|")
        terminal.wait_for("Pipe this release")
        terminal.type("echo be''gun; sleep 60\r")
        terminal.wait_for("begun")
        terminal.type("\x03")
        terminal.wait_for("[enter] goes back")
        terminal.type("\r")
        terminal.wait_for("ended with")


@pytest.mark.parametrize("keys", [["y", "y"], ["x", "t", "enter"], ["|", *"cat", "enter"]])
async def test_what_another_program_has_just_removed_is_not_taken_and_that_is_told(
    keys: list[str], desktop: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    library = FakeLibrary([LONG])
    async with app_on(library).run_test() as pilot:
        await settle(pilot)
        library.releases.clear()
        await type_keys(pilot, *keys)
        assert told(pilot) == ["Nothing was taken: this release is no longer in the library"]
    assert desktop == []

"""Every key is declared once, works, and is explained wherever a reader looks for it."""

import re
from collections import Counter
from pathlib import Path

import pytest
from tests.tui.fake_library import FakeLibrary
from tests.tui.story import app_on, main, releases_named, seen, settle, title, type_keys
from textual.command import CommandPalette
from textual.widget import Widget

from natoread.key import Where
from natoread.keyboard import Keyboard
from natoread.keys import KEYS, markdown_table
from natoread.screens.help import HelpScreen

README = Path(__file__).parents[2] / "README.md"
TWO = releases_named("One", "Two")


def test_each_key_has_a_name_of_its_own_and_one_meaning_in_a_place() -> None:
    assert max(Counter(key.id for key in KEYS).values()) == 1
    for place in Where:
        signs = Counter(sign for key in Keyboard().of_place(place) for sign in key.signs)
        assert [sign for sign, times in signs.items() if times > 1] == []


def test_what_is_said_alike_is_done_alike() -> None:
    keys = [key for key in KEYS if key.where & Where.PARTS]
    assert len({key.says for key in keys}) == len({(key.says, key.action) for key in keys})


def test_no_letter_is_a_command_in_the_search_box() -> None:
    everywhere = [*Keyboard().of_place(Where.SEARCH), *Keyboard().of_place(Where.APP)]
    assert [
        key.id for key in everywhere for sign in key.signs if len(sign) == 1 and sign.isascii()
    ] == []


def test_the_readme_shows_the_keys() -> None:
    between = re.search(r"<!-- keys -->\n+(.*?)\n+<!-- /keys -->", README.read_text(), re.DOTALL)
    assert between is not None
    assert between[1] == markdown_table()


async def test_every_binding_has_an_id_and_a_declaration() -> None:
    async with app_on(FakeLibrary(TWO)).run_test() as pilot:
        await settle(pilot)
        declared = {key.id for key in KEYS}
        for widget in [*main(pilot).places, pilot.app, main(pilot)]:
            assert {binding.id for _, binding in widget._bindings} <= declared


async def test_every_key_leads_to_an_action() -> None:
    async with app_on(FakeLibrary(TWO)).run_test() as pilot:
        await settle(pilot)
        for key in KEYS:
            for place in key.where & Where.PARTS:
                widget = main(pilot).widget_for(place)
                target, name, _ = pilot.app._parse_action(key.action, widget)
                names = (f"_action_{name}", f"action_{name}")
                assert any(hasattr(target, known) for known in names), key.id


@pytest.mark.parametrize(
    ("keys", "heading"),
    [
        (["question_mark"], "In the list"),
        (["enter", "question_mark"], "In the reader"),
        (["slash", "f1"], "In the search box"),
        (["enter", "slash", "f1"], "In the find line"),
    ],
)
async def test_help_begins_with_the_place_and_tells_each_key(keys: list[str], heading: str) -> None:
    async with app_on(FakeLibrary(TWO)).run_test(size=(100, 360)) as pilot:
        await settle(pilot)
        await type_keys(pilot, *keys)
        shown = seen(pilot)
        headings = [
            line.strip() for line in shown.splitlines() if line.strip().startswith("In the")
        ]
        assert headings[0] == heading
        told = " ".join(shown.split())
        for key in KEYS:
            assert f"{' '.join(key.signs)} {key.says}" in told
        await type_keys(pilot, "escape")
        assert pilot.app.screen is main(pilot)


async def test_help_finds_keys_by_their_words() -> None:
    async with app_on(FakeLibrary(TWO)).run_test(size=(100, 60)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "question_mark", "slash", *"NEXT rel")
        assert "Read the next release" in seen(pilot)
        assert "Go up half a page" not in seen(pilot)
        assert "In the find line" not in seen(pilot)
        await type_keys(pilot, "enter", "j")
        assert isinstance(pilot.app.screen, HelpScreen)
        await type_keys(pilot, "slash", "ctrl+u")
        assert "Go up half a page" in seen(pilot)
        await type_keys(pilot, "escape")
        assert pilot.app.screen_stack == [main(pilot)]


async def test_help_scrolls_and_closes_by_the_keys_that_open_it() -> None:
    async with app_on(FakeLibrary(TWO)).run_test(size=(60, 12)) as pilot:
        await settle(pilot)
        for opens, closes in [("question_mark", "question_mark"), ("f1", "q"), ("f1", "f1")]:
            await type_keys(pilot, opens)
            before = seen(pilot)
            await type_keys(pilot, "j", "space", "k")
            assert isinstance(pilot.app.screen, HelpScreen)
            assert seen(pilot) != before
            await type_keys(pilot, closes)
            assert pilot.app.screen_stack == [main(pilot)]


async def test_the_palette_offers_what_every_key_does_and_gives_its_command() -> None:
    async with app_on(FakeLibrary(TWO)).run_test(size=(100, 40)) as pilot:
        await settle(pilot)
        offered = [command.title for command in pilot.app.get_system_commands(main(pilot))]
        of_the_screen = {key.says for key in KEYS if key.where & Where.PARTS}
        assert sorted(offered) == sorted(of_the_screen | {"Theme"})
        await type_keys(pilot, "colon")
        assert isinstance(pilot.app.screen, CommandPalette)
        await type_keys(pilot, *"read the next release", "down", "enter")
        await settle(pilot)
        assert title(pilot) == "Two"


async def test_a_theme_is_chosen_in_the_palette() -> None:
    async with app_on(FakeLibrary(TWO)).run_test(size=(100, 40)) as pilot:
        await settle(pilot)
        dark = _background(main(pilot))
        pilot.app.theme = "textual-light"
        await settle(pilot)
        assert _background(main(pilot)) != dark
        assert "Theme" in {command.title for command in pilot.app.get_system_commands(main(pilot))}


async def test_the_screen_is_drawn_again_on_demand() -> None:
    async with app_on(FakeLibrary(TWO)).run_test() as pilot:
        await settle(pilot)
        before = seen(pilot)
        await type_keys(pilot, "ctrl+l")
        assert seen(pilot) == before


def _background(widget: Widget) -> object:
    return widget.background_colors[1]


async def test_keys_do_not_upset_a_palette_without_room() -> None:
    async with app_on(FakeLibrary(TWO)).run_test(size=(30, 6)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "colon", "pageup", "pagedown", "home", "end", "up", "down")
        await pilot.resize_terminal(20, 3)
        await type_keys(pilot, "pageup", "pagedown", "escape")
        assert pilot.app.screen is main(pilot)


async def test_a_palette_without_room_takes_what_it_found() -> None:
    async with app_on(FakeLibrary(TWO)).run_test(size=(20, 3)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "colon", *"two", "enter")
        assert title(pilot) == "Two"

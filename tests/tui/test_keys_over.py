"""What lies over the screen has keys that are declared with all others, and those of the app."""

from typing import Any
from unittest.mock import Mock, patch

import pytest
from tests.tui.fake_library import FakeLibrary
from tests.tui.story import app_on, main, releases_named, seen, settle, type_keys

from natoread.app import NatoRead
from natoread.key import Where
from natoread.keys import KEYS
from natoread.screens.correcting import CorrectionScreen
from natoread.screens.difference import DifferenceScreen
from natoread.screens.facets import FacetsScreen
from natoread.screens.help import HelpScreen
from natoread.screens.history import HistoryScreen
from natoread.screens.line import LineScreen
from natoread.screens.menu import MenuScreen
from natoread.screens.note import NoteScreen
from natoread.screens.organising import TagScreen
from natoread.screens.over import Over
from natoread.screens.palette import Palette
from natoread.screens.related import RelatedScreen
from natoread.screens.saved import SavedScreen
from natoread.settings import Settings
from natoread.widgets.line import Line

SCREENS: tuple[type[Over[Any]], ...] = (
    *(CorrectionScreen, DifferenceScreen, FacetsScreen, HelpScreen, HistoryScreen, LineScreen),
    *(MenuScreen, NoteScreen, TagScreen, RelatedScreen, SavedScreen),
)
TWO = releases_named("One", "Two")


def test_each_place_over_the_screen_is_one() -> None:
    found = Where.PARTS
    for screen in SCREENS:
        found |= screen.place
    assert all(place in found for place in Where)


@pytest.mark.parametrize("screen", SCREENS)
def test_the_keys_of_a_screen_are_those_that_are_compared(screen: type[Over[Any]]) -> None:
    own = max((place for place in screen.place), key=lambda place: len(list(place.together)))
    typing = Where.LINE if screen is HelpScreen else Where(0)  # there, one types only for a while
    assert screen.place | Where.APP == own.together | typing
    bound = {binding.id for _, binding in screen._merge_bindings()}
    declared = {key.id: key for key in KEYS if key.where & (own.together & ~Where.LINE)}
    replaced = {key.instead_of for key in declared.values()}
    assert declared.keys() - replaced <= bound <= declared.keys()


@pytest.mark.parametrize("part", [*SCREENS, Line])
def test_every_binding_is_declared_and_leads_to_an_action(part: type[Over[Any] | Line]) -> None:
    declared = {key.id for key in KEYS}
    for _, binding in part._merge_bindings():
        assert binding.id in declared
        target, _, name = binding.action.partition("(")[0].rpartition(".")
        acting = NatoRead if target == "app" else part
        assert any(hasattr(acting, known) for known in (f"_action_{name}", f"action_{name}"))


async def test_help_and_palette_come_over_what_lies_over_the_screen_and_leave_it_there() -> None:
    async with app_on(FakeLibrary(TWO)).run_test(size=(100, 50)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "f", "f1")
        assert isinstance(pilot.app.screen, HelpScreen)
        told = seen(pilot)
        assert 0 <= told.find("In the facets") < (told.find("In the list") % len(told))
        await type_keys(pilot, "f1")
        assert isinstance(pilot.app.screen, FacetsScreen)
        await type_keys(pilot, "ctrl+l", "ctrl+p")
        assert isinstance(pilot.app.screen, Palette)
        await type_keys(pilot, "f1", "escape", "escape")
        assert isinstance(pilot.app.screen, FacetsScreen)
        await type_keys(pilot, "escape")
        assert pilot.app.screen_stack == [main(pilot)]


@pytest.mark.parametrize("opens", ["f", "question_mark", "T", "colon"])
async def test_feeds_are_fetched_from_wherever_one_is(opens: str) -> None:
    app = app_on(FakeLibrary(TWO))
    fetched = Mock()
    async with app.run_test() as pilot:
        await settle(pilot)
        await type_keys(pilot, opens)
        with patch.object(main(pilot), "sync", fetched):
            await type_keys(pilot, "f5")
    fetched.assert_called_once_with()


async def test_a_screen_has_keys_of_its_own_before_those_that_work_everywhere() -> None:
    async with app_on(FakeLibrary(TWO)).run_test() as pilot:
        await settle(pilot)
        await type_keys(pilot, "slash", "ctrl+r", "ctrl+p")
        assert isinstance(pilot.app.screen, HistoryScreen)


async def test_keys_of_ones_own_work_over_the_screen_too() -> None:
    settings = Settings(keys={"down": "ctrl+j", "close_quickly": "x"})
    async with app_on(FakeLibrary(TWO), settings=settings).run_test() as pilot:
        await settle(pilot)
        await type_keys(pilot, "v", "j", "q")
        saved = pilot.app.screen
        assert isinstance(saved, SavedScreen)
        assert saved.rows.highlighted == 0
        await type_keys(pilot, "ctrl+j")
        assert saved.rows.highlighted == 1
        await type_keys(pilot, "x")
        assert pilot.app.screen is main(pilot)

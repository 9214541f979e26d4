"""Every key, pressed in every place: the app goes on, tells of no error, and ends when asked to.

That takes half a minute, so it is no part of a common run: `pytest tests/tui/every_key.py`.
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest.mock import Mock, patch

import pytest
from tests.tui.fake_library import FakeLibrary
from tests.tui.story import Reader, app_on, burst, main, settle
from textual.screen import Screen

from natoread.key import Where
from natoread.keys import KEYS
from natoread.screens.correcting import CorrectionScreen
from natoread.screens.difference import DifferenceScreen
from natoread.screens.facets import FacetsScreen
from natoread.screens.help import HelpScreen
from natoread.screens.history import HistoryScreen
from natoread.screens.line import LineScreen
from natoread.screens.main import MainScreen
from natoread.screens.menu import MenuScreen
from natoread.screens.note import NoteScreen
from natoread.screens.organising import TagScreen
from natoread.screens.palette import Palette
from natoread.screens.related import RelatedScreen
from natoread.screens.saved import SavedScreen
from natoread_index import Related, Release

_ENDS = {"quit", "suspend"}
ALL = tuple(
    dict.fromkeys(key for each in KEYS if each.id not in _ENDS for key in each.keys.split(","))
)
"""All keys but those that end or suspend the app wherever one is."""


LETTERS = tuple(key for key in ALL if len(key) == 1)
"""All alike where they are only typed."""


class Spot:
    """Where keys are pressed: a screen, the keys that lead there, and those pressed."""

    def __init__(
        self,
        screen: type[Screen[Any]],
        opens: Sequence[str] = (),
        place: Where = Where.LIST,
        *,
        typing: bool = False,
    ) -> None:
        self.opens = opens
        rest = LETTERS[3:] if typing else ()
        self.keys = [key for key in ALL if key not in rest and key != "q"]
        self.closes = bool(opens)
        self._screen, self._place = screen, place

    def is_left(self, pilot: Reader) -> bool:
        on = pilot.app.screen
        return type(on) is not self._screen or main(pilot).place is not self._place


SPOTS = {
    "search box": Spot(MainScreen, ["/"], Where.SEARCH, typing=True),
    "list": Spot(MainScreen),
    "reader": Spot(MainScreen, ["enter"], Where.READER),
    "find line": Spot(MainScreen, ["enter", "/"], Where.FIND, typing=True),
    "facets": Spot(FacetsScreen, ["f"]),
    "saved": Spot(SavedScreen, ["v"]),
    "history": Spot(HistoryScreen, ["/", "ctrl+r"], Where.SEARCH, typing=True),
    "help": Spot(HelpScreen, ["?"]),
    "find in help": Spot(HelpScreen, ["?", "/"], typing=True),
    "palette": Spot(Palette, [":"], typing=True),
    "menu": Spot(MenuScreen, ["S"]),
    "menu that removes": Spot(MenuScreen, ["D"]),
    "line": Spot(LineScreen, ["x", "m"], typing=True),
    "tags": Spot(TagScreen, ["T"], typing=True),
    "form": Spot(CorrectionScreen, ["E"], typing=True),
    "note": Spot(NoteScreen, ["e"], typing=True),
    "changes": Spot(DifferenceScreen, ["d"]),
    "related": Spot(RelatedScreen, ["R"]),
}


def holding(releases: Sequence[Release]) -> FakeLibrary:
    """A library whose first release was issued before, and has another beside it."""
    library = FakeLibrary(releases)
    for release in releases[:1]:
        library.older = {release.id: [replace(release, body="Before."), release]}
        library.beside = {0: Related(event=(len(releases) - 1,))}
    return library


async def press_all(library: FakeLibrary, spot: Spot, words: str = "") -> None:
    """Press all keys in a place, gone to again whenever one of them has led elsewhere."""
    app = app_on(library, words=words)
    with patch.object(app, "notify", Mock()) as told:
        async with app.run_test(size=(50, 12)) as pilot:
            await go_to(pilot, spot, words)
            for key in spot.keys:
                burst(pilot, key)
                await pilot._wait_for_screen()
                assert app.return_code is None, f"{key} ended the app"
                if spot.is_left(pilot):
                    await go_to(pilot, spot, words)
            if spot.closes:
                await go_to(pilot, spot, words)
                burst(pilot, "q")
            await settle(pilot)
            burst(pilot, "ctrl+q")
    assert app.return_code == 0
    assert [call for call in told.call_args_list if call.kwargs.get("severity") == "error"] == []


async def go_to(pilot: Reader, spot: Spot, words: str) -> None:
    await settle(pilot)
    await pilot.app._uncover()  # type: ignore[attr-defined]
    main(pilot).set_focus(main(pilot).releases)
    main(pilot).search_bar.value = words
    burst(pilot, "g")
    await settle(pilot)
    burst(pilot, *spot.opens)
    await settle(pilot)
    assert not spot.is_left(pilot)


@pytest.fixture(autouse=True)
def _nothing_outside(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BROWSER", "true")
    for name in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize("where", SPOTS)
async def test_with_nine_releases(nine_releases: list[Release], where: str) -> None:
    await press_all(holding(nine_releases), SPOTS[where])


@pytest.mark.parametrize("where", ["list", "changes"])
async def test_with_one_release(nine_releases: list[Release], where: str) -> None:
    await press_all(holding(nine_releases[:1]), SPOTS[where])


@pytest.mark.parametrize("where", ["list", "facets"])
async def test_with_no_hits(nine_releases: list[Release], where: str) -> None:
    await press_all(holding(nine_releases), SPOTS[where], "zzzz")


@pytest.mark.parametrize("where", ["list", "reader", "saved"])
async def test_with_an_empty_library(where: str) -> None:
    await press_all(FakeLibrary(), SPOTS[where])

"""Keys are answered soon: what would hold them up is not done, or done once."""

import gc

import pytest
from tests.tui.conftest import Nine
from tests.tui.story import main, settle, type_keys
from textual._compositor import Compositor

from natoread.commands import read
from natoread.key import Where


async def test_going_to_another_part_does_not_paint_the_whole_screen(
    nine: Nine, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole: list[Compositor] = []
    paint = Compositor.render_full_update

    def painted(compositor: Compositor, simplify: bool = False) -> object:
        whole.append(compositor)
        return paint(compositor, simplify)

    monkeypatch.setattr(Compositor, "render_full_update", painted)
    async with nine.app().run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        assert whole, "at the start it is"
        whole.clear()
        await type_keys(pilot, "enter")
        assert main(pilot).place is Where.READER
        await type_keys(pilot, "tab", "tab", "tab", "q")
        assert main(pilot).place is Where.LIST
        assert whole == []


def test_what_outlives_a_search_for_garbage_is_not_searched_again() -> None:
    before = gc.get_freeze_count()
    try:
        read._keep_what_stays("start", {"generation": 2})
        read._keep_what_stays("stop", {"generation": 1})
        assert gc.get_freeze_count() == before
        read._keep_what_stays("stop", {"generation": 2})
        assert gc.get_freeze_count() > before
    finally:
        gc.unfreeze()

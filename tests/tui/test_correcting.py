"""A reader puts right what was read wrongly: `E` and its form."""

from pathlib import Path

import pytest
from tests.tui.conftest import Nine
from tests.tui.story import Reader, main, seen, settle, title, told, type_keys
from textual.widgets import Input

from natoread.screens import correcting
from natoread.screens.correcting import CorrectionScreen

DATE, KIND, BY, TITLE = range(4)


def form(pilot: Reader) -> list[Input]:
    """The lines of the form, in their order."""
    assert isinstance(pilot.app.screen, CorrectionScreen)
    return list(pilot.app.screen.query(Input))


async def test_a_release_is_corrected_and_stays_under_the_cursor(nine: Nine) -> None:
    async with nine.app("date:none").run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "j", "E")
        assert [line.value for line in form(pilot)][DATE] == "none"
        form(pilot)[TITLE].value = "A better title"
        form(pilot)[BY].value = "Ann Lee"
        await type_keys(pilot, "enter")
        assert title(pilot) == "A better title"
        assert "2 of 2" in seen(pilot)
        assert "Ann Lee" in seen(pilot)
        assert nine.found("title:better by:lee") == 1


async def test_u_puts_it_back(nine: Nine) -> None:
    async with nine.app().run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "j", "j")
        before = title(pilot)
        await type_keys(pilot, "E")
        form(pilot)[DATE].value = "2020-01"
        await type_keys(pilot, "enter")
        assert "January 2020" in seen(pilot)
        assert title(pilot) == before
        await type_keys(pilot, "u")
        assert title(pilot) == before
        assert told(pilot)[-1] == f"Undone: correction · “{before}”"
        assert "of 9" in seen(pilot)


async def test_what_can_not_be_meant_is_told_in_the_form(nine: Nine) -> None:
    async with nine.app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "E")
        form(pilot)[DATE].value = "soon"
        await type_keys(pilot, "enter")
        assert "“soon” is no date; write 2024-05-28" in seen(pilot)
        form(pilot)[DATE].value = "2024-05-28"
        await type_keys(pilot, "tab", "tab", "enter")
        assert main(pilot).is_current
        assert nine.found("date:2024-05-28") >= 1


@pytest.mark.parametrize("key", ["escape", "enter"])
async def test_a_form_left_as_it_was_changes_nothing(nine: Nine, key: str) -> None:
    async with nine.app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "E", key, "u")
        assert told(pilot) == ["Nothing to undo"]


async def test_a_kind_is_completed(nine: Nine) -> None:
    async with nine.app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "E", "tab", "ctrl+u", *"press")
        await type_keys(pilot, "right", "enter")
        assert nine.found("kind:press-conference") == 1


async def test_samples_are_not_corrected(nine: Nine, tmp_path: Path) -> None:
    async with nine.app_of_newcomer(tmp_path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "E")
        assert told(pilot) == ["Samples stay as they are; what you add can be corrected"]


@pytest.mark.parametrize("size", [(140, 40), (40, 12), (20, 5)])
async def test_the_form_fits_on_any_screen(nine: Nine, size: tuple[int, int]) -> None:
    async with nine.app().run_test(size=size) as pilot:
        await settle(pilot)
        await type_keys(pilot, "E")
        strips = pilot.app.screen._compositor.render_strips()
        assert {strip.cell_length for strip in strips} == {size[0]}
        assert "2024" in seen(pilot)


async def test_several_marked_releases_are_corrected_at_once_and_stay_marked(nine: Nine) -> None:
    async with nine.app().run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "m", "m", "E")
        assert "Correct 2 releases   what stays empty stays as it is" in seen(pilot)
        assert [line.value for line in form(pilot)] == ["", "", ""]
        await type_keys(pilot, "tab", *"readout", "enter")
        assert nine.found("kind:readout") == 2
        assert told(pilot)[-1] == "2 releases corrected; u takes it back"
        await type_keys(pilot, "E", *"2020-01-02", "enter")
        assert nine.found("kind:readout date:2020-01-02") == 2
        await type_keys(pilot, "u", "u")
        assert nine.found("kind:readout date:2020-01-02") == 0


async def test_more_than_a_few_are_corrected_and_lose_their_marks(
    nine: Nine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(correcting, "FEW", 8)
    async with nine.app().run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "M", "E", "tab", "tab", *"Ann Lee", "enter")
        assert nine.found("by:lee") == 9
        assert not main(pilot).marked
        assert "marked" not in seen(pilot)
        assert told(pilot)[-1] == "9 releases corrected and no longer marked; u takes it back"


async def test_no_mark_stays_on_what_an_undo_has_replaced(nine: Nine) -> None:
    async with nine.app().run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "m", "m", "E", "tab", *"readout", "enter")
        corrected = main(pilot).marked
        await type_keys(pilot, "G", "m")
        unchanged = main(pilot).marked - corrected
        await type_keys(pilot, "u")
        assert (len(corrected), len(unchanged)) == (2, 1)
        assert main(pilot).marked == unchanged


async def test_in_the_reader_only_what_is_read_is_corrected(nine: Nine) -> None:
    async with nine.app().run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "m", "m", "enter", "E")
        assert form(pilot)[TITLE].value == title(pilot)

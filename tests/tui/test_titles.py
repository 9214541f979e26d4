"""Titles of other releases in the text lead to them, by keys and by the mouse."""

from collections.abc import Sequence

import pytest
from tests.tui.conftest import Nine
from tests.tui.fake_library import FakeLibrary
from tests.tui.story import Reader, app_on, burst, main, seen, settle, title, type_keys
from textual.geometry import Offset

from natoread.leads import Titles, leads
from natoread.screens.menu import MenuScreen
from natoread.sheet import Sheet
from natoread_index import LibraryError, Quoted, Release

VISIT = Release("NATO Military Committee visits Finland", "They met in Helsinki.", "NATO")
NEED = Release("The most urgent need is air defence", "It was said.", "NATO")
AFTER = Release(
    "What was said since",
    f"\u200bSee https://nato.int/one.\n\nRead\talso: {VISIT.title}.\n\nAnd {NEED.title}!",
    "NATO",
)


class Counting(FakeLibrary):
    """Counts how often titles were looked for."""

    looked: int = 0
    broken: bool = False

    def quoted(self, number: int) -> Sequence[Quoted]:
        self.looked += 1
        if self.broken:
            raise LibraryError("the disk is gone")
        return super().quoted(number)


def library() -> Counting:
    return Counting([AFTER, VISIT, NEED])


def underlined(pilot: Reader) -> list[str]:
    """The words of the reader that are drawn as links."""
    reader = main(pilot).reader
    coats = ((row, coat) for row in range(len(reader.page)) for coat in reader.coats(row))
    return [
        reader.page[row][coat.start : coat.end]
        for row, coat in coats
        if coat.component == "reader--link"
    ]


async def test_titles_are_links_as_soon_as_the_release_is_read() -> None:
    held = library()
    async with app_on(held).run_test(size=(140, 24)) as pilot:
        await settle(pilot)
        assert underlined(pilot) == ["https://nato.int/one"]
        assert held.looked == 0
        await type_keys(pilot, "enter")
        assert underlined(pilot) == ["https://nato.int/one", VISIT.title, NEED.title]
        await type_keys(pilot, "q", "enter", "n")
        assert held.looked == 1


async def test_one_key_each_leads_to_them_and_another_back() -> None:
    async with app_on(library()).run_test(size=(140, 24)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "enter", "o")
        assert isinstance(pilot.app.screen, MenuScreen)
        shown = " ".join(seen(pilot).split())
        assert f"1 https://nato.int/one 2 {VISIT.title} 3 {NEED.title}" in shown
        await type_keys(pilot, "3")
        assert title(pilot) == NEED.title
        await type_keys(pilot, "backspace")
        assert title(pilot) == AFTER.title
        assert VISIT.title in underlined(pilot)


async def test_keys_in_a_burst_lead_there_too() -> None:
    async with app_on(library()).run_test(size=(140, 24)) as pilot:
        await settle(pilot)
        burst(pilot, "enter", "o", "2")
        await settle(pilot)
        assert title(pilot) == VISIT.title


async def test_a_click_on_a_title_leads_to_its_release() -> None:
    async with app_on(library()).run_test(size=(140, 24)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "enter")
        row = next(at for at, line in enumerate(seen(pilot).splitlines()) if "Read also" in line)
        column = seen(pilot).splitlines()[row].index("Committee visits")
        await pilot.click(offset=Offset(column, row))
        await settle(pilot)
        assert title(pilot) == VISIT.title


async def test_trouble_is_told_and_the_reader_reads_on() -> None:
    held = library()
    held.broken = True
    async with app_on(held).run_test(size=(140, 24)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "enter")
        assert "the disk is gone" in seen(pilot)
        assert title(pilot) == AFTER.title


async def test_in_a_real_library(nine: Nine) -> None:
    with nine.open() as held:
        held.add([AFTER])
        list(held.catch_up())
    async with nine.app(f'title:"{AFTER.title}"').run_test(size=(140, 24)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "enter")
        assert underlined(pilot) == ["https://nato.int/one", VISIT.title]
        await type_keys(pilot, "o", "2")
        assert title(pilot) == VISIT.title


@pytest.mark.parametrize("body", [AFTER.body, AFTER.body.replace("\u200b", "")])
def test_a_title_stands_where_the_sheet_has_it(body: str) -> None:
    release = Release(AFTER.title, body, "NATO")
    sheet = Sheet.of(release)
    titles = Titles.found(sheet, 0, FakeLibrary([release, VISIT, NEED]))
    assert [sheet.text[slice(*span)] for span in titles.spans] == [VISIT.title, NEED.title]
    assert [*leads(sheet, titles)] == ["https://nato.int/one", 1, 2]
    assert titles.of(Sheet.of(VISIT)) == Titles()

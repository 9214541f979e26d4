"""The short menu, and the line to fill in, as a user meets them."""

from collections.abc import Callable

from tests.tui.story import Reader, seen
from textual.app import App
from textual.events import Key

from natoread.screens.line import LineScreen
from natoread.screens.menu import Choice, MenuScreen

CHOICES = [Choice("n", "Newest first", 1), Choice("o", "[Oldest] first", 2), Choice("x", "None", 3)]


class Asking(App[None]):
    """An app that asks one thing."""

    CSS_PATH = "../../tui/natoread/over.tcss"

    def __init__(self, screen: Callable[[], MenuScreen[int] | LineScreen]) -> None:
        super().__init__()
        self._screen = screen
        self.got: list[int | str | None] = []

    def on_mount(self) -> None:
        self.push_screen(self._screen(), self.got.append)


async def answer(pilot: Reader, *keys: str) -> object:
    await pilot.press(*keys)
    await pilot.pause()
    (got,) = pilot.app.got  # type: ignore[attr-defined]
    return got


def menu(now: int | None = None) -> Asking:
    return Asking(lambda: MenuScreen("Sort", CHOICES, now))


async def test_a_choice_is_taken_by_its_key() -> None:
    async with menu().run_test() as pilot:
        assert await answer(pilot, "o") == 2


async def test_of_two_quick_keys_the_first_counts() -> None:
    async with menu().run_test() as pilot:
        for key in "on":
            pilot.app.post_message(Key(key, key))
        assert await answer(pilot) == 2


async def test_a_choice_is_taken_from_under_the_cursor() -> None:
    async with menu().run_test() as pilot:
        assert await answer(pilot, "j", "down", "k", "enter") == 2


async def test_the_cursor_begins_at_what_holds_now() -> None:
    async with menu(now=3).run_test() as pilot:
        assert await answer(pilot, "enter") == 3


async def test_a_menu_can_be_left() -> None:
    async with menu().run_test() as pilot:
        assert await answer(pilot, "escape") is None


async def test_a_menu_says_its_title_keys_and_words_as_they_are() -> None:
    async with menu().run_test(size=(40, 10)) as pilot:
        await pilot.pause()
        assert [line.split() for line in seen(pilot).splitlines()[-4:]] == [
            ["Sort"],
            ["n", "Newest", "first"],
            ["o", "[Oldest]", "first"],
            ["x", "None"],
        ]


async def test_a_choice_can_be_clicked() -> None:
    async with menu().run_test(size=(40, 10)) as pilot:
        await pilot.pause()
        await pilot.click(offset=(5, 8))
        assert await answer(pilot) == 2


async def test_a_line_is_filled_in() -> None:
    async with Asking(lambda: LineScreen("Name", "May")).run_test() as pilot:
        assert await answer(pilot, "space", "x", "enter") == "May x"


async def test_a_line_can_be_given_up() -> None:
    async with Asking(lambda: LineScreen("Name", "May")).run_test() as pilot:
        assert await answer(pilot, "x", "escape") is None

"""Links in the text, and the page of a release: in the browser, or in the reader."""

import io
import sys
import webbrowser
from pathlib import Path

import pytest
from rich.console import Console
from tests.tui.fake_library import FakeLibrary
from tests.tui.story import app_on, main, seen, settle, title, type_keys
from tests.tui.terminal import Terminal

from natoread.browser import Browser, NoBrowser
from natoread.screens.menu import MenuScreen
from natoread_index import Library, Release

LONG = "https://www.nato.int/" + "a-very-long-way/" * 8 + "end"
TEXT = f"See https://nato.int/one.\n\nOr {LONG}, or write to press@nato.int. See www.nato.int/two."
PAGE = Release("A page", TEXT, "NATO", url="https://nato.int/page")
TWO = Release("The second", "Nothing leads away.", "NATO", url="https://www.nato.int/two")
BARE = Release("From nowhere", "Nothing leads away.", "NATO")


class Opened(webbrowser.BaseBrowser):
    """A browser that remembers."""

    def __init__(self, works: bool = True) -> None:
        super().__init__()
        self.urls: list[str] = []
        self.works = works

    def open(self, url: str, new: int = 0, autoraise: bool = True) -> bool:
        self.urls.append(url)
        return self.works


@pytest.fixture
def browser(monkeypatch: pytest.MonkeyPatch) -> Opened:
    opened = Opened()
    monkeypatch.setattr(webbrowser, "get", lambda: opened)
    return opened


async def test_o_in_the_list_opens_the_page_of_a_release(browser: Opened) -> None:
    async with app_on(FakeLibrary([PAGE])).run_test(size=(100, 24), notifications=True) as pilot:
        await settle(pilot)
        await type_keys(pilot, "o")
        assert browser.urls == ["https://nato.int/page"]
        assert "Opened https://nato.int/page" in seen(pilot)


async def test_a_release_that_has_just_gone_has_no_page(browser: Opened) -> None:
    library = FakeLibrary([PAGE])
    async with app_on(library).run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        library.releases.clear()
        await type_keys(pilot, "o")
        assert "this release is no longer in the library" in seen(pilot)
        assert browser.urls == []


async def test_a_release_that_comes_from_no_page_says_so(browser: Opened) -> None:
    async with app_on(FakeLibrary([BARE])).run_test(size=(100, 24), notifications=True) as pilot:
        await settle(pilot)
        await type_keys(pilot, "o")
        assert "This release has no address of its own" in seen(pilot)
        assert browser.urls == []


async def test_in_the_reader_one_key_takes_one_link(browser: Opened) -> None:
    async with app_on(FakeLibrary([PAGE])).run_test(size=(140, 24)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "enter", "o")
        assert isinstance(pilot.app.screen, MenuScreen)
        shown = " ".join(seen(pilot).split())
        assert "o its own page https://nato.int/page 1 https://nato.int/one 2 " in shown
        assert "3 press@nato.int" in shown
        await type_keys(pilot, "1")
        await settle(pilot)
        await type_keys(pilot, "o")
        await type_keys(pilot, "3")
        await settle(pilot)
        await type_keys(pilot, "o")
        await type_keys(pilot, "o")
        await settle(pilot)
        assert browser.urls == [
            "https://nato.int/one",
            "mailto:press@nato.int",
            "https://nato.int/page",
        ]


async def test_a_link_to_a_release_that_is_held_is_followed_in_the_reader(browser: Opened) -> None:
    async with app_on(FakeLibrary([PAGE, TWO])).run_test(size=(140, 24)) as pilot:
        await settle(pilot)
        await type_keys(pilot, "enter", "o")
        await type_keys(pilot, "4")
        await settle(pilot)
        assert title(pilot) == TWO.title
        assert browser.urls == []
        await type_keys(pilot, "backspace")
        assert title(pilot) == PAGE.title


async def test_a_click_on_a_link_opens_it_whole_though_it_is_cut(browser: Opened) -> None:
    async with app_on(FakeLibrary([PAGE])).run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        reader = main(pilot).reader
        row = reader.page.row_of(TEXT.index("very-long") + reader.page.text.index("See")) + 1
        assert (
            reader.page[row].startswith(("https", "a-very", "very")) or "way/" in reader.page[row]
        )
        await pilot.click(reader, offset=(6, row))
        await settle(pilot)
        assert browser.urls == [LONG]


async def test_links_are_links_to_the_terminal_too() -> None:
    async with app_on(FakeLibrary([PAGE])).run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        reader = main(pilot).reader
        console = Console(file=io.StringIO(), force_terminal=True, color_system="truecolor")
        drawn = [reader.render_line(row).render(console) for row in range(len(reader.page))]
        cut = [row for row in drawn if f";{LONG}\x1b\\" in row]
        assert len(cut) > 1
        assert sum(";https://nato.int/one\x1b\\" in row for row in drawn) == 1


@pytest.mark.parametrize("works", [True, False])
async def test_where_no_browser_opens_the_address_is_told(
    works: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    def get() -> Opened:
        if works:
            return Opened(works=False)
        raise webbrowser.Error("none")

    monkeypatch.setattr(webbrowser, "get", get)
    async with app_on(FakeLibrary([PAGE])).run_test(size=(100, 24), notifications=True) as pilot:
        await settle(pilot)
        await type_keys(pilot, "o")
        assert "No browser opens https://nato.int/page" in seen(pilot)


@pytest.mark.parametrize(
    ("controller", "here"),
    [
        (webbrowser.GenericBrowser("lynx"), True),
        (webbrowser.BackgroundBrowser("firefox"), False),
        (Opened(), False),
    ],
)
def test_a_browser_of_the_terminal_is_known(
    controller: webbrowser.BaseBrowser, here: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(webbrowser, "get", lambda: controller)
    assert Browser.of_user().here is here


def test_a_browser_that_does_not_start_is_none() -> None:
    with pytest.raises(NoBrowser):
        Browser(Opened(works=False), here=False).open("https://nato.int")


def test_a_browser_in_the_terminal_has_it_for_itself(tmp_path: Path) -> None:
    script = tmp_path / "browser.py"
    script.write_text("import sys\nprint('visiting', sys.argv[1])\ninput()\n")
    with Library.open(tmp_path / "library") as library:
        library.add([PAGE])
        list(library.catch_up())
    environment = {"BROWSER": f"{sys.executable} {script} %s"}
    with Terminal(
        tmp_path, "--library", f"{tmp_path}/library", environment=environment
    ) as terminal:
        terminal.wait_for("1 of 1")
        terminal.type("o")
        terminal.wait_for("visiting https://nato.int/page")
        terminal.type("\r")
        terminal.wait_for("1 of 1")
        terminal.type("q")
        assert terminal.wait_for_end() == 0

"""The links of a text, and the page that a release comes from."""

import asyncio
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from functools import partial
from string import ascii_lowercase, digits

from textual import work

from natoread.browser import Browser, NoBrowser
from natoread.key import Where
from natoread.screens.following import FollowingScreen
from natoread.screens.menu import Choice, MenuScreen
from natoread.shelf import Shelf
from natoread_index import Row

_OWN = "o"
_HINTS = [sign for sign in digits[1:] + ascii_lowercase if sign not in "jko"]
"""One key for each link; the menu has its own use for some."""


class LinkingScreen(FollowingScreen, inherit_bindings=False):
    """Opens addresses in the browser, and those of releases that are held in the reader."""

    @work(exclusive=True, group="related")
    async def _action_open(self) -> None:
        """Open the page of the release in hand; in the reader, a link of the text if it has any."""
        for number in self.in_hand[:1]:
            with self._telling():
                (row,) = await self._librarian.ask(partial(_rows, [number]))
                self._offer(row.url, list(self._choices()))

    def _offer(self, own: str | None, choices: Sequence[Choice[str]]) -> None:
        if choices and self.place is Where.READER:
            mine = [Choice(_OWN, f"its own page  {own}", own)] if own else []
            self.app.push_screen(MenuScreen("Open", [*mine, *choices]), self._open_chosen)
        elif own:
            self.open_link(own)
        else:
            self.notify("This release has no address of its own")

    def _choices(self) -> Iterator[Choice[str]]:
        """Yield the links of the text, each once, as long as there are keys for them."""
        links = self.opened.sheet.links if self.opened else ()
        urls = dict.fromkeys(link.url for link in links)
        for hint, url in zip(_HINTS, urls, strict=False):
            yield Choice(hint, url.removeprefix("mailto:"), url)

    def _open_chosen(self, url: str | None) -> None:
        if url:
            self.open_link(url)

    def _action_open_link(self, link: int) -> None:
        """Open a link of the text that was clicked."""
        if self.opened and link < len(self.opened.sheet.links):
            self.open_link(self.opened.sheet.links[link].url)

    @work(group="link")
    async def open_link(self, url: str) -> None:
        """Read the release that comes from an address, or else open that in the browser."""
        with self._telling():
            number = await self._librarian.ask(lambda library: library.number_at(url))
            if number is not None and number not in self.in_hand:
                self.follow(number)
                return
        try:
            await self._browse(url)
        except (NoBrowser, OSError):
            self.notify(f"No browser opens {url}", severity="warning", markup=False)
        else:
            self.notify(f"Opened {url}", markup=False)

    async def _browse(self, url: str) -> None:
        if self.app.is_web:
            self.app.open_url(url)
            return
        browser = Browser.of_user()
        with self.app.suspend() if browser.here else nullcontext():
            await asyncio.to_thread(browser.open, url)


def _rows(numbers: Sequence[int], library: Shelf) -> list[Row]:
    return library.rows(numbers)

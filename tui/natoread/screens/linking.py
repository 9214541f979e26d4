"""The links of a text, and the page that a release comes from."""

import asyncio
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from functools import partial
from string import ascii_lowercase, digits

from textual import on, work
from textual.events import Mount
from textual.reactive import var

from natoread.browser import Browser, NoBrowser
from natoread.key import Where
from natoread.leads import Lead, Titles, leads
from natoread.screens.following import FollowingScreen
from natoread.screens.menu import Choice, MenuScreen
from natoread.sheet import Opened
from natoread.shelf import Shelf

_OWN = "o"
_HINTS = [sign for sign in digits[1:] + ascii_lowercase if sign not in "jko"]
"""One key for each link; the menu has its own use for some."""


class LinkingScreen(FollowingScreen, inherit_bindings=False):
    """Opens addresses in the browser; and in the reader, releases that are held.

    Those are led to by their addresses, and by their titles where a text has them.
    """

    titles: var[Titles] = var(Titles)

    @on(Mount)
    def _begin_linking(self) -> None:
        self.watch(self, "opened", self._seek_titles)
        self.watch(self, "place", self._seek_titles)

    def _seek_titles(self) -> None:
        if self._unsought:
            self.find_titles()

    @property
    def _unsought(self) -> Opened | None:
        """The release that is read, unless titles were looked for in it already."""
        opened = self.opened if self.place is Where.READER else None
        return opened if opened and opened.sheet.text != self.titles.text else None

    @work(exclusive=True, group="titles")
    async def find_titles(self) -> None:
        """Find the titles of other releases in the one that is read."""
        with self._telling():
            await self._learn_titles()

    async def _learn_titles(self) -> None:
        if opened := self._unsought:
            look = partial(Titles.found, opened.sheet, opened.number)
            self.titles = await self._librarian.ask(look)

    @work(exclusive=True, group="related")
    async def _action_open(self) -> None:
        """Open the page of the release in hand; in the reader, a link of the text if it has any."""
        for number in self.in_hand[:1]:
            with self._telling():
                url = await self._librarian.ask(partial(_url, number))
                await self._learn_titles()
                self._offer(url, list(self._choices()))

    def _offer(self, own: str | None, choices: Sequence[Choice[Lead]]) -> None:
        if choices and self.place is Where.READER:
            mine = [Choice[Lead](_OWN, f"its own page  {own}", own)] if own else []
            self.app.push_screen(MenuScreen("Open", [*mine, *choices]), self._open_chosen)
        elif own:
            self.open_link(own)
        else:
            self.notify("This release has no address of its own")

    def _choices(self) -> Iterator[Choice[Lead]]:
        """Yield the links of the text, each once, as long as there are keys for them."""
        found = leads(self.opened.sheet, self.titles) if self.opened else {}
        for hint, (lead, says) in zip(_HINTS, found.items(), strict=False):
            yield Choice(hint, says, lead)

    def _open_chosen(self, lead: Lead | None) -> None:
        if isinstance(lead, int):
            self.follow(lead)
        elif lead:
            self.open_link(lead)

    def _action_open_link(self, link: int) -> None:
        """Open a link of the text that was clicked."""
        if self.opened and link < len(self.opened.sheet.links):
            self.open_link(self.opened.sheet.links[link].url)

    def _action_open_title(self, title: int) -> None:
        """Read the release whose title was clicked."""
        if self.opened:
            self.follow(next(iter(self.titles.of(self.opened.sheet).numbers[title:]), None))

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


def _url(number: int, library: Shelf) -> str | None:
    return library.release(number).url

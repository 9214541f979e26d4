"""Fetching feeds while the user reads on."""

import asyncio

from textual import work
from textual.reactive import var
from textual.timer import Timer

from natoread.clean import clean
from natoread.librarian import Desk
from natoread.screens.searching import SearchingScreen
from natoread.syncing import Syncing, in_brief

LOOK_EVERY = 0.25
"""Seconds between two looks at how it goes."""

SAY_NEW_FOR = 20.0
"""Seconds for which the footer says how many are new."""


class SyncingScreen(SearchingScreen, inherit_bindings=False):
    """Says in the footer how the fetching of feeds goes on, and then how many releases are new."""

    syncing: var[str] = var("")
    _is_syncing = False
    _fading: Timer | None = None

    @work(group="sync")
    async def sync(self) -> None:
        """Fetch what is new, unless that goes on already; the list grows by itself."""
        if self._is_syncing:
            return
        self._is_syncing = True
        self._say("syncing…")
        try:
            with self._telling():
                await self._watch_sync(await self._librarian.ask_desk(self._begun))
        finally:
            self._is_syncing = False

    def _begun(self, desk: Desk) -> Syncing | None:
        own = desk.own
        return self._librarian.sync(own.folder, own.index_folder) if len(own.feeds) else None

    async def _watch_sync(self, begun: Syncing | None) -> None:
        """Show how it goes on, until it is over."""
        if begun is None:
            self._say("")
            self.notify("No feed is followed. In a shell, natoread follow URL follows one.")
            return
        try:
            while begun.running:
                if done := begun.progress:
                    self._say(f"syncing {done[0]:,} of {done[1]:,}…")
                await asyncio.sleep(LOOK_EVERY)
        finally:
            begun.stop()
        self._tell_what_came(begun)
        self.look_again()

    def _tell_what_came(self, begun: Syncing) -> None:
        self._say("" if begun.error else f"{begun.new:,} new" if begun.new else "nothing new")
        self._fading = self.set_timer(SAY_NEW_FOR, lambda: self._say(""))
        for trouble in filter(None, (begun.error, in_brief(begun.troubles))):
            self.notify(clean(trouble), severity="error", markup=False)

    def _say(self, words: str) -> None:
        """Say something in the footer, for as long as nothing else is said there."""
        self.syncing = words
        if self._fading:
            self._fading.stop()
            self._fading = None

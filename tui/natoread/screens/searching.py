"""Asking, finding and opening: what a screen with a search box does."""

import asyncio
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import partial

from textual import on, work
from textual.events import Mount
from textual.reactive import var
from textual.timer import Timer
from textual.widgets import Input

from natoread.building import Building
from natoread.finding import AT_ONCE, Found, entries, look_for, only_taken_away, with_entries
from natoread.librarian import Desk, Librarian
from natoread.screens.panes import PanesScreen
from natoread.settings import Settings
from natoread.sheet import Opened, opened
from natoread.spelling import with_spelling_taken
from natoread.widgets.release_list import ReleaseList
from natoread_index import NatoReadError, Query, Sort

BUSY_AFTER = 0.5
"""Seconds without an answer before the screen says that it searches."""

LOOK_AGAIN_AFTER = 2.0
"""Seconds between two looks at what other programs did to the library."""

WATCH_BUILD_EVERY = 0.25
"""Seconds between two looks at the progress of an index that is being built."""


class SearchingScreen(PanesScreen, inherit_bindings=False):
    """Answers each key in the search box, and opens the release under the cursor."""

    looking_for: var[Query] = var(Query, init=False)
    exact: var[bool] = var(False, init=False)
    sort: var[Sort] = var(Sort.RELEVANCE, init=False)
    found: var[Found] = var(Found)
    at: var[int] = var(0)
    opened: var[Opened | None] = var(None)
    busy: var[bool] = var(False)
    samples: var[int] = var(0)
    trouble: var[str] = var("")
    hit: var[str] = var("")
    progress: var[str] = var("")

    def __init__(self, librarian: Librarian, words: str, settings: Settings) -> None:
        super().__init__(settings)
        self.set_reactive(SearchingScreen.sort, settings.sort)
        self._librarian = librarian
        self._words = words
        self.beginning = True
        self._unfinished = bool(words)
        self._to_first_hit = True
        self._moves = 0
        self._to_be_open: int | None = None
        self._waiting: Timer | None = None

    def put(self, words: str) -> None:
        """Put words into the search box without a search for them."""
        with self.search_bar.prevent(Input.Changed):
            self.search_bar.rewrite(words)
        self.set_reactive(SearchingScreen.looking_for, self._read(words))

    @on(Mount)
    def _begin(self) -> None:
        self.put(self._words)
        self.begin()
        self.set_interval(LOOK_AGAIN_AFTER, self.look_again)

    @work(group="begin")
    async def begin(self) -> None:
        """Answer for the first time, and then see what the library needs."""
        await self.come_back()
        self.search()
        self.tend()

    async def come_back(self) -> None:
        """Bring about what was left, where that is known."""

    @on(Input.Changed, "SearchBar")
    def _look_for_words(self, event: Input.Changed) -> None:
        self._to_first_hit = not only_taken_away(self.looking_for.text, event.value)
        self._moves = self.releases.moves
        self._unfinished = self.search_bar.unfinished
        self.looking_for = self._read(event.value)

    def _read(self, words: str) -> Query:
        """What words in the box ask for."""
        return Query.parse(words, typing=self._unfinished, today=date.today(), exact=self.exact)

    def _watch_exact(self) -> None:
        self.looking_for = self._read(self.looking_for.text)

    def _watch_looking_for(self) -> None:
        self.search()

    def _watch_sort(self) -> None:
        self.search()

    @work(exclusive=True, group="search")
    async def search(self) -> None:
        """Answer what is looked for, unless something newer is asked first."""
        self._waiting = self._waiting or self.set_timer(BUSY_AFTER, self._say_busy)
        stay_on, view = self._cursor_stays_on(), self.releases.view
        look = partial(look_for, query=self.looking_for, sort=self.sort, stay_on=stay_on)
        with self._telling():
            self.samples, found = await self._librarian.ask_twice(
                lambda desk: look(desk.shown),
                lambda desk, found: (desk.samples, with_entries(desk.shown, found, view)),
            )
            now_on = self._cursor_stays_on()
            self.found = found if now_on == stay_on else found.staying_on(now_on)
            self._to_first_hit = self.beginning = False
            self.trouble = ""
        self._say_ready()

    def _cursor_stays_on(self) -> int | None:
        """The release that the cursor keeps to; `None` when it goes to the first hit."""
        goes = self._to_first_hit and self.releases.moves == self._moves
        return None if goes else self.releases.number

    def _say_busy(self) -> None:
        self.busy = True

    def _say_ready(self) -> None:
        self.busy = False
        if self._waiting:
            self._waiting.stop()
            self._waiting = None

    @on(ReleaseList.Highlighted)
    def _open_highlighted(self, event: ReleaseList.Highlighted) -> None:
        self.at = event.at
        self.open(self.to_open(event.number))

    def to_open(self, number: int | None) -> int | None:
        """The release to open, now that the cursor is on one."""
        return number

    def open(self, number: int | None) -> None:
        """Open a release in the reader, or light the open one anew."""
        self._to_be_open = number
        self._open(number)

    def open_anew(self) -> None:
        """Open again what was asked for last, which may still be on its way."""
        self._open(self._to_be_open)

    @work(exclusive=True, group="open")
    async def _open(self, number: int | None) -> None:
        if number is None:
            self.opened = None
            return
        asked, width, shown = self.found.query, self.reader.column, self.opened
        with self._telling():
            found = await self._librarian.ask(
                lambda library: opened(library, number, asked, width, shown)
            )
            self.opened = replace(found, at=self.place_in(found))

    def place_in(self, found: Opened) -> int | None:
        """Where in a release to begin, if not at its first hit."""
        return None if found.page.lights or not found.kept else found.sheet.offset_of(found.kept)

    @on(ReleaseList.CameIntoSight)
    @work(exclusive=True, group="entries")
    async def show_entries(self, event: ReleaseList.CameIntoSight) -> None:
        """Tell the list of the releases that came into sight."""
        with self._telling():
            for start in range(0, len(event.numbers), AT_ONCE):
                some = event.numbers[start : start + AT_ONCE]
                known = await self._librarian.ask(
                    partial(entries, query=event.found.query, numbers=some)
                )
                if event.found is not self.found:
                    return
                self.releases.learn(known)

    @work(exclusive=True, group="look")
    async def look_again(self) -> None:
        """Take up what other programs, or the index being built, have changed."""
        with self._telling():
            if await self._librarian.ask_desk(Desk.look_again):
                self.search()
                self.tend()

    @work(group="build")
    async def tend(self) -> None:
        """Say what there is to say of the library, and build what its index lacks."""
        if self.progress:
            return
        with self._telling():
            notices, unindexed = await self._librarian.ask(
                lambda library: (library.notices, library.unindexed)
            )
            for notice in notices:
                self.notify(notice, markup=False)
            if unindexed:
                await self._watch(await self._librarian.ask(self._librarian.build))

    async def _watch(self, build: Building) -> None:
        """Show how the building of the index goes on, until it is done."""
        try:
            while build.running:
                done = build.progress
                self.progress = f"indexing {done[0]:,} of {done[1]:,}" if done else "indexing…"
                await asyncio.sleep(WATCH_BUILD_EVERY)
        finally:
            build.stop()
            self.progress = ""
        if build.error:
            self.notify(build.error, severity="error", markup=False)
        self.look_again()

    @property
    def in_hand(self) -> Sequence[int]:
        """The releases that a command is for."""
        opened = self.opened.number if self.opened and self.reading else None
        number = self.releases.number if opened is None else opened
        return [] if number is None else [number]

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """Show what goes wrong with the library as a sentence."""
        try:
            yield
        except NatoReadError as trouble:
            self.trouble = str(trouble)

    def _action_take_spelling(self) -> None:
        bar = self.search_bar
        bar.rewrite(with_spelling_taken(bar.value, self.found.hits))

    def _action_switch_exact(self) -> None:
        self.exact = not self.exact

"""Coming back: to the place in each release, and to where all was left."""

from contextlib import suppress
from functools import partial

from textual import on, work
from textual.reactive import var
from textual.timer import Timer
from textual.widgets import Input

from natoread.screens.searching import SearchingScreen
from natoread.sheet import Opened
from natoread.shelf import Shelf
from natoread.widgets.reader import ReaderPane
from natoread.widgets.release_list import ReleaseList
from natoread_index import Left, LibraryLocked, NatoReadError, Place, ReleaseId

KEEP_AFTER = 1.0
"""Seconds after a release is left until its place is kept: many are left when one leafs on."""

_PATIENCE = 2.0
"""Seconds that the end of the app waits for another program that writes to the library."""


class ReturningScreen(SearchingScreen, inherit_bindings=False):
    """Keeps places in the library, off the loop, and begins where it was left, but in the list.

    ReaderPane.Left -> places -> keep worker, a little later or at the end
    """

    percent: var[str] = var("")
    _places: var[dict[ReleaseId, Place]] = var(dict)
    _unkept: var[dict[ReleaseId, Place]] = var(dict)
    _keeping: var[Timer | None] = var(None)
    _back_to: var[int | None] = var(None)

    async def come_back(self) -> None:
        """Show all as it was left, unless words were given, or the user was faster."""
        if self._words:
            return
        with self._telling():
            left, number = await self._librarian.ask(_left)
            if left and self._is_untouched:
                self._come_back(left, number)

    @property
    def _is_untouched(self) -> bool:
        return self.focused is self.releases and not self.releases.moves

    def _come_back(self, left: Left, number: int | None) -> None:
        self._unfinished, self._back_to = left.unfinished, number
        self.put(left.query)
        self.exact, self.sort = left.exact, left.sort

    def _cursor_stays_on(self) -> int | None:
        return super()._cursor_stays_on() if self._back_to is None else self._back_to

    @on(Input.Changed, "SearchBar")
    def _look_for_something_new(self) -> None:
        self._back_to = None

    @on(ReleaseList.Highlighted)
    def _come_to_something_new(self, event: ReleaseList.Highlighted) -> None:
        if event.number != self._back_to is not None and event.number is not None:
            self._back_to = None

    def place_in(self, found: Opened) -> int | None:
        """Where to begin in a release that was read before: at its hits, if it has any.

        Where all was left, the place goes first.
        """
        kept = self.kept_in(found)
        if kept is None or (found.page.lights and found.number != self._back_to):
            return None
        return found.sheet.offset_of(kept)

    def kept_in(self, found: Opened) -> Place | None:
        """The place in a release, as it was kept, or as it was left a moment ago."""
        return self._places.get(found.sheet.release.id, found.kept)

    @on(ReaderPane.Left)
    def _note_left(self, event: ReaderPane.Left) -> None:
        self.note_place(event.opened, event.offset)
        self._keep_soon()

    def _keep_soon(self) -> None:
        if self._keeping is not None:
            self._keeping.stop()
        self._keeping = self.set_timer(KEEP_AFTER, self.keep)

    def note_place(self, opened: Opened, offset: int) -> None:
        """Note where the reader is in a release."""
        place = {opened.sheet.release.id: opened.sheet.place_at(offset)}
        self._places |= place
        self._unkept |= place

    @work(group="keep")
    async def keep(self) -> None:
        """Keep the places that have been left; while another program writes, they wait."""
        places = self._unkept.copy()
        try:
            await self._librarian.ask(lambda library: library.places.keep(places))
            self._unkept = dict(self._unkept.items() - places.items())
        except LibraryLocked:
            self._keep_soon()
        except NatoReadError as trouble:
            self.notify(f"Places are not kept: {trouble}", severity="warning", markup=False)

    def leave(self) -> None:
        """Keep at the end where all is left."""
        if self.opened and self.reader.moved:
            self.note_place(self.opened, self.reader.place)
        self._librarian.tell(partial(_keep_all, self._unkept, self._left_now))

    @property
    def _left_now(self) -> Left:
        return Left(
            query=self.looking_for.text,
            unfinished=self._unfinished,
            exact=self.exact,
            sort=self.sort,
            release=self.opened.sheet.release.id if self.opened else None,
        )

    @on(ReaderPane.Progressed)
    def _tell_percent(self, event: ReaderPane.Progressed) -> None:
        self.percent = f"{event.percent}%" if self.opened else ""


def _left(library: Shelf) -> tuple[Left | None, int | None]:
    left = library.places.left
    return left, library.places.number(left.release) if left else None


def _keep_all(places: dict[ReleaseId, Place], left: Left, library: Shelf) -> None:
    """Keep what can be kept; where it can't, the end is not the time to say so."""
    with suppress(NatoReadError):
        library.places.keep(places, left, _PATIENCE)

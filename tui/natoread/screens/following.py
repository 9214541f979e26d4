"""Following from release to release, and the way back."""

from collections.abc import Mapping
from functools import partial

from textual import work
from textual.reactive import var

from natoread.finding import Entry, entries
from natoread.key import Where
from natoread.screens.catching_up import CatchingUpScreen
from natoread.screens.related import RelatedScreen
from natoread.screens.returning import ReturningScreen
from natoread.sheet import Opened
from natoread.shelf import Shelf
from natoread.trail import Station, Trail
from natoread_index import Query, Related


class FollowingScreen(ReturningScreen, CatchingUpScreen, inherit_bindings=False):
    """Opens what belongs beside a release, though the list has it not, and keeps the trail.

    A station is a release that is read, or the one under the cursor of a list that is new.
    """

    trail: var[Trail] = var(Trail)
    _beside: var[tuple[int | None, int] | None] = var(None)
    _coming: var[int | None] = var(None)

    @work(exclusive=True, group="related")
    async def _action_related(self) -> None:
        """Show what belongs beside the release in hand."""
        for number in self.in_hand[:1]:
            with self._telling():
                related, known = await self._librarian.ask(partial(_related, number))
                if known:
                    offered = RelatedScreen(related, known, self.keyboard)
                    self.app.push_screen(offered, self.follow)
                else:
                    self.notify("No release belongs beside this one")

    def follow(self, number: int | None) -> None:
        """Read a release, whether it is listed or not."""
        if number is not None:
            self._beside = self.releases.number, number
            self.set_focus(self.reader)
            self.open(number)

    def to_open(self, number: int | None) -> int | None:
        """What is open beside the list stays open as long as the cursor stays."""
        if self._coming is not None:
            self._beside = None if self._coming == number else (number, self._coming)
        elif self._beside and self._beside[0] != number:
            self._beside = None
        self._coming = None
        return self._beside[1] if self._beside else number

    def place_in(self, found: Opened) -> int | None:
        """Where to begin in a release; in one that is followed, where it was left."""
        kept = self.kept_in(found)
        if kept and self._beside and found.number == self._beside[1]:
            return found.sheet.offset_of(kept)
        return super().place_in(found)

    def _watch_opened(self, opened: Opened | None) -> None:
        if opened and self.place is Where.READER:
            self._note(opened.number)

    def _watch_place(self, place: Where) -> None:
        super()._watch_place(place)
        if place in Where.READER | Where.LIST:
            self.note_station()

    @work(exclusive=True, group="trail")
    async def note_station(self) -> None:
        """Note where the reader has come to, once that is known."""
        await self.caught_up()
        here = self.trail.here
        if self.opened and (self.reading or here is None or here.words != self.looking_for.text):
            self._note(self.opened.number)

    def _note(self, number: int) -> None:
        station = Station(self.looking_for.text, number, self._unfinished)
        self.trail = self.trail.with_station(station)

    def _action_travel(self, steps: int) -> None:
        trail = self.trail.going(steps)
        if trail is None or trail.here is None:
            self.notify("The way begins here" if steps < 0 else "The way ends here")
        else:
            self.trail = trail
            self._travel(trail.here)

    def _travel(self, station: Station) -> None:
        """Search again for what was searched for, and open what was read."""
        self._back_to = self._coming = station.number
        self._unfinished = station.unfinished
        self.put(station.words)
        self.search()


def _related(number: int, library: Shelf) -> tuple[Related, Mapping[int, Entry]]:
    """What belongs beside a release, and how a list shows it."""
    related = library.related(number)
    numbers = [*related.event, *related.words, *related.day]
    return related, entries(library, Query(), numbers)

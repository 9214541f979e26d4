"""Putting signs on releases: stars, read marks; and taking the last of them back."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

from textual import on, work
from textual.events import Mount
from textual.reactive import var
from textual.timer import Timer

from natoread.keeping import Owed
from natoread.key import Where
from natoread.librarian import Desk
from natoread.marking import READ, STAR, Renewed, Toggle, signs_of, toggle, undo
from natoread.screens.searching import SearchingScreen
from natoread.widgets.reader import ReaderPane
from natoread.widgets.release_list import ReleaseList
from natoread_index import LibraryError

READ_AFTER = 1.0
"""Seconds in the focused reader from which on a release counts as read."""

Answer = TypeVar("Answer")


class MarkingScreen(SearchingScreen, inherit_bindings=False):
    """Puts signs on the release in hand, or on all that are marked.

    A sign is shown at once, and taken back if it can't be written. A release counts as read after a
    second in the focused reader, or at its end.
    """

    marked: var[frozenset[int]] = var(frozenset[int]())
    _stays_on: var[int | None] = var(None)
    _reading: var[Timer | None] = var(None)

    @on(Mount)
    def _begin_visit(self) -> None:
        self.watch(self, "opened", self._follow_reading)
        self.watch(self, "place", self._follow_reading)
        self.write(Desk.visit)

    @property
    def in_hand(self) -> Sequence[int]:
        """The releases that a command is for: in the list, those that are marked, if any are."""
        if not self.marked or self.place is not Where.LIST:
            return super().in_hand
        listed = [number for number in self.found.hits.numbers if number in self.marked]
        return [*listed, *sorted(self.marked.difference(listed))]

    def write(self, change: Callable[[Desk], object]) -> None:
        """Write something; nothing of it is told but what goes wrong."""
        self._write(self._librarian.owe(change))

    @work(group="mark")
    async def _write(self, owed: Owed[Desk, object]) -> None:
        await self.written(owed)

    async def written(self, owed: Owed[Desk, Answer]) -> Answer | None:
        """Write something, and show what then is on the releases; what goes wrong is told."""
        answer = None
        try:
            answer = await self._librarian.written(owed)
        except LibraryError as trouble:
            self.notify(str(trouble), severity="error", markup=False)
        await self._show_signs()
        return answer

    async def _show_signs(self) -> None:
        """Show what is on the releases by now."""
        with self._telling():
            known = self.releases.known
            signs = await self._librarian.ask_desk(partial(signs_of, numbers=known))
            self.releases.sign(signs)
            if self.opened and signs.get(self.opened.number) != self.opened.sheet.signs:
                self.open_anew()

    def _action_star(self) -> None:
        self.toggle(STAR, self.in_hand)

    def _action_read_or_not(self) -> None:
        self.toggle(READ, self.in_hand)

    def toggle(self, what: Toggle, numbers: Sequence[int]) -> None:
        """Put a sign on releases, or take it off if all have it."""
        signs = {number: self.releases.signs_of(number) for number in numbers}
        on = what.turns_on([*signs.values()])
        self.releases.sign({number: what.put(each, on) for number, each in signs.items()})
        owed = self._librarian.owe(partial(toggle, numbers=numbers, what=what))
        self._toggle(owed, what, len(numbers))

    @work(group="mark")
    async def _toggle(self, owed: Owed[Desk, bool], what: Toggle, many: int) -> None:
        done = await self.written(owed)
        if done is not None and many > 1:
            self.notify(f"{many:,} releases {what.on if done else what.off}")

    def _action_undo(self) -> None:
        self.undo(self._librarian.owe(undo))

    @work(group="mark")
    async def undo(self, owed: Owed[Desk, Renewed]) -> None:
        """Undo what was done last, and say what that was."""
        if undone := await self.written(owed):
            self.notify(undone.says, markup=False)
            if undone.releases:
                await self._unmark_lost()
                self.show_renewed(undone.number)

    async def _unmark_lost(self) -> None:
        """Take the marks off numbers that no release has any more."""
        marked = self.marked
        with self._telling():
            held = await self._librarian.ask_desk(lambda desk: desk.own.ids([*marked]))
            self.marked -= marked.difference(held)

    def show_renewed(self, number: int | None) -> None:
        """Search again among other releases, with the cursor on one of them."""
        self._stays_on = number
        self.search()
        self.tend()

    def _cursor_stays_on(self) -> int | None:
        return super()._cursor_stays_on() if self._stays_on is None else self._stays_on

    @on(ReleaseList.Highlighted)
    def _has_stayed(self) -> None:
        self._stays_on = None

    def _action_mark(self) -> None:
        if self.releases.number is not None:
            self.marked ^= {self.releases.number}
            self.releases.move(1)

    def _action_mark_all(self) -> None:
        numbers = frozenset(self.found.hits.numbers)
        self.marked = self.marked - numbers if numbers <= self.marked else self.marked | numbers

    def _action_clear(self) -> None:
        if self.marked:
            self.marked = frozenset()
        else:
            super()._action_clear()

    def _follow_reading(self) -> None:
        """Count the second anew for each release, and only as long as the reader has the focus."""
        if self._reading:
            self._reading.stop()
            self._reading = None
        if self.opened and self.place is Where.READER and not self.opened.sheet.signs.read:
            self._reading = self.set_timer(READ_AFTER, self._note_read)

    @on(ReaderPane.Ended)
    def _note_read(self) -> None:
        """Mark the open release as read, since it was."""
        if self.opened and self.place is Where.READER and not self.opened.sheet.signs.read:
            number, release_id = self.opened.number, self.opened.sheet.release.id
            signs = READ.put(self.releases.signs_of(number), True)
            self.releases.sign({number: signs})
            self.write(lambda desk: desk.marks.has_been_read(release_id))

"""Saved searches, with how many releases answer each by now."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from textual import on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.reactive import var
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from natoread.clean import clean_line
from natoread.key import Where
from natoread.keyboard import Keyboard
from natoread.keys import bindings
from natoread.librarian import Desk
from natoread.screens.line import LineScreen
from natoread.screens.over import RowsScreen
from natoread.widgets.hints import Hints
from natoread.widgets.rows import Rows
from natoread_index import Saved

ALWAYS = (
    Saved("New since the last visit", "is:new"),
    Saved("Unread", "is:unread"),
    Saved("Starred", "is:starred"),
)
"""Searches that are there for everybody."""

_HINTS = {
    "choose": "opens",
    "save_search": "saves this search",
    "rename_search": "renames",
    "delete_search": "deletes",
}


class Keeper(Protocol):
    """What the screen needs to be done in the library."""

    async def saved_searches(self) -> Sequence[Saved]:
        """The searches that the user saved."""

    async def total_of(self, query: str) -> int:
        """How many releases answer a query."""

    async def change_searches(self, change: Callable[[Desk], object]) -> None:
        """Write something."""

    async def undo_of_searches(self) -> None:
        """Undo what was done last, if that was to the searches."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A search in the list; its total is not known at first."""

    search: Saved
    total: int | None = None
    is_own: bool = True


class SavedScreen(RowsScreen[str]):
    """Ends with the query of the search that is chosen.

    `text` is the one that can be saved, `known` are those that are saved as far as that is known.
    """

    BINDINGS = bindings(Where.SAVED)

    place = Where.SAVED | RowsScreen.place
    listed: var[Sequence[Listed]] = var[Sequence[Listed]](())

    def __init__(
        self, text: str, known: Sequence[Saved], keeper: Keeper, keyboard: Keyboard
    ) -> None:
        super().__init__(Rows(id="saved"))
        self._text, self._known, self._keeper = text, known, keeper
        self._keyboard = keyboard

    def compose(self) -> ComposeResult:
        """Put the keys above the list."""
        yield Hints(self._keyboard, _HINTS, "saved-keys")
        yield self.rows

    def on_mount(self) -> None:
        """List what is known, and count for the first time."""
        self._list_all(self._known)
        self.count()

    @work(exclusive=True, group="count")
    async def count(self) -> None:
        """List the searches, and then count what answers each."""
        self._list_all(await self._keeper.saved_searches())
        for at, one in enumerate(self.listed):
            total = await self._keeper.total_of(one.search.query)
            counted = Listed(one.search, total, one.is_own)
            self.listed = (*self.listed[:at], counted, *self.listed[at + 1 :])

    def _list_all(self, own: Sequence[Saved]) -> None:
        listed = [*(Listed(search, is_own=False) for search in ALWAYS), *map(Listed, own)]
        self.listed = tuple(self._as_known(one) for one in listed)

    def _as_known(self, one: Listed) -> Listed:
        totals = {known.search: known.total for known in self.listed}
        return Listed(one.search, totals.get(one.search), one.is_own)

    def _watch_listed(self) -> None:
        at = self.rows.highlighted or 0
        self.rows.clear_options()
        self.rows.add_options(Option(_line(one)) for one in self.listed)
        self.rows.highlighted = min(at, len(self.listed) - 1) if self.listed else None

    @property
    def _chosen(self) -> Iterator[Saved]:
        """The search under the cursor, if it is the user's own."""
        at = self.rows.highlighted
        if at is not None and self.listed[at].is_own:
            yield self.listed[at].search

    @on(OptionList.OptionSelected)
    def _take(self) -> None:
        if self.rows.highlighted is not None:
            self.dismiss(self.listed[self.rows.highlighted].search.query)

    def _action_save(self) -> None:
        if not self._text.strip():
            self.notify("There is no search to save: type one first")
            return
        asking = LineScreen(f"Save “{clean_line(self._text)}” as", self._text.strip())
        self.app.push_screen(asking, self._save)

    def _save(self, name: str | None) -> None:
        if name and name.strip():
            saved = Saved(name.strip(), self._text.strip())
            self._change(lambda desk: desk.searches.save(saved.name, saved.query))

    def _action_rename(self) -> None:
        for search in self._chosen:
            asking = LineScreen("Its name", search.name)
            self.app.push_screen(asking, partial(self._rename, search.name))

    def _rename(self, before: str, name: str | None) -> None:
        if name and name.strip():
            new = name.strip()
            self._change(lambda desk: desk.searches.rename(before, new))

    def _action_delete(self) -> None:
        for search in self._chosen:
            self._change(partial(_forget, search))

    @work(group="saved")
    async def _change(self, change: Callable[[Desk], object]) -> None:
        await self._keeper.change_searches(change)
        self.count()

    @work(group="saved")
    async def _action_undo(self) -> None:
        await self._keeper.undo_of_searches()
        self.count()


def _forget(search: Saved, desk: Desk) -> None:
    desk.searches.forget(search.name)


def _line(one: Listed) -> Content:
    total = f"{'…' if one.total is None else format(one.total, ','):>7}  "
    name, query = clean_line(one.search.name), clean_line(one.search.query)
    told = "" if name == query or not one.is_own else f"  {query}"
    return Content.assemble(total, name, (told, "dim"))

"""Searches that are remembered: those saved under names, and those of the past."""

from collections.abc import Callable, Sequence

from textual import on, work
from textual.events import Mount
from textual.reactive import var

from natoread.key import Where
from natoread.librarian import Desk
from natoread.marking import undo_of_searches
from natoread.screens.catching_up import CatchingUpScreen
from natoread.screens.history import HistoryScreen
from natoread.screens.marking import MarkingScreen
from natoread.screens.saved import SavedScreen
from natoread_index import Query, Saved


class RememberingScreen(CatchingUpScreen, MarkingScreen, inherit_bindings=False):
    """Saves searches, counts them, and remembers what was asked when the box is left."""

    _known_saved: var[Sequence[Saved]] = var[Sequence[Saved]](())
    _known_asked: var[Sequence[str]] = var[Sequence[str]](())

    @on(Mount)
    @work(group="remember")
    async def _begin_remembering(self) -> None:
        self.watch(self, "place", self._leave_box, init=False)
        await self.saved_searches()
        await self._asked()

    def _leave_box(self, before: Where, _now: Where) -> None:
        if before is Where.SEARCH:
            self._remember()

    @work(group="remember")
    async def _remember(self) -> None:
        """Remember what was asked, once all of it is typed."""
        await self.caught_up()
        if text := self.looking_for.text.strip():
            self._note_asked(text)

    def _note_asked(self, text: str) -> None:
        self._known_asked = [text, *(one for one in self._known_asked if one != text)]
        self.write(lambda desk: desk.searches.note_asked(text))

    def _action_saved(self) -> None:
        saved = SavedScreen(self.looking_for.text, self._known_saved, self, self.keyboard)
        self.app.push_screen(saved, self._search_again)

    def _action_history(self) -> None:
        history = HistoryScreen(self._known_asked, self._asked)
        self.app.push_screen(history, self._take_from_history)

    def _search_again(self, text: str | None) -> None:
        if text is not None:
            self._note_asked(text)
            self.search_bar.rewrite(text)
            self.set_focus(self.releases)

    def _take_from_history(self, text: str | None) -> None:
        if text is not None:
            self.search_bar.rewrite(text)

    async def _asked(self) -> Sequence[str]:
        with self._telling():
            self._known_asked = await self._librarian.ask_desk(lambda desk: desk.searches.asked)
        return self._known_asked

    async def saved_searches(self) -> Sequence[Saved]:
        """The searches that the user saved."""
        with self._telling():
            self._known_saved = await self._librarian.ask_desk(lambda desk: desk.searches.saved)
        return self._known_saved

    async def total_of(self, query: str) -> int:
        """How many releases answer a query."""
        asked = Query.parse(query)
        with self._telling():
            return await self._librarian.ask(lambda library: library.search(asked).total)
        return 0

    async def change_searches(self, change: Callable[[Desk], object]) -> None:
        """Write something."""
        await self.written(self._librarian.owe(change))

    async def undo_of_searches(self) -> None:
        """Undo what was done last, if that was to the searches, and say what it was."""
        if says := await self.written(self._librarian.owe(undo_of_searches)):
            self.notify(says, markup=False)

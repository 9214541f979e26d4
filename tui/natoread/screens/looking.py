"""Finding by looking: facts with their counts, a timeline, and the order of the list."""

from collections.abc import Sequence
from functools import partial

from textual import work

from natoread.finding import Found
from natoread.key import Where
from natoread.narrowing import narrowed
from natoread.screens.facets import FacetsScreen
from natoread.screens.menu import Choice, MenuScreen
from natoread.screens.searching import SearchingScreen
from natoread.survey import Section, survey
from natoread.widgets.timeline import Timeline
from natoread_index import Sort

_ORDERS = (
    Choice("b", "Best first", Sort.RELEVANCE),
    Choice("n", "Newest first", Sort.NEWEST),
    Choice("o", "Oldest first", Sort.OLDEST),
)


class LookingScreen(SearchingScreen, inherit_bindings=False):
    """Narrows the search by what is seen of its answer."""

    timeline: Timeline

    def _action_facets(self) -> None:
        text = self.looking_for.text
        tell = self.search_bar.rewrite
        self.app.push_screen(FacetsScreen(text, self._sections, tell, self.keyboard))

    async def _sections(self, text: str) -> Sequence[Section]:
        with self._telling():
            return await self._librarian.ask(partial(survey, text=text, read=self._read))
        return ()

    def _action_timeline(self) -> None:
        self.timeline.shown = not self.timeline.shown
        self.show_days()

    def _watch_found(self, before: Found, found: Found) -> None:
        if before.query != found.query or len(before) != len(found):
            self.show_days()

    @work(exclusive=True, group="days")
    async def show_days(self) -> None:
        """Count what was found day by day, if that is shown."""
        if self.timeline.shown:
            with self._telling():
                query = self.found.query
                self.timeline.days = await self._librarian.ask(lambda library: library.days(query))

    def _action_move_bar(self, bars: int) -> None:
        if self.timeline.shown:
            self.timeline.move(bars)

    def _action_read(self) -> None:
        if self.timeline.bar and self.place in Where.LIST:
            text = narrowed(self.looking_for.text, "date", self.timeline.bar.days)
            self.timeline.marked = None
            self.search_bar.rewrite(text)
        else:
            super()._action_read()

    def _action_clear(self) -> None:
        if self.timeline.marked is not None:
            self.timeline.marked = None
        else:
            super()._action_clear()

    def _action_sort(self) -> None:
        orders = _ORDERS if self.looking_for else _ORDERS[1:]
        self.app.push_screen(MenuScreen("Sort", orders, self.sort), self._sort_by)

    def _sort_by(self, order: Sort | None) -> None:
        if order is not None:
            self.sort = order

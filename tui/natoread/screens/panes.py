"""Search box, list and reader: three parts, and the ways between them."""

from textual import on
from textual.events import Resize
from textual.geometry import Size
from textual.reactive import Reactive, var
from textual.screen import Screen
from textual.widget import Widget

from natoread.key import Where
from natoread.keyboard import Keyboard
from natoread.settings import Settings
from natoread.widgets.column import USUAL_COLUMN
from natoread.widgets.find_line import FindBar
from natoread.widgets.reader import ReaderPane
from natoread.widgets.release_list import ReleaseList
from natoread.widgets.search_bar import SearchBar

SMALLEST = Size(20, 5)
"""The smallest terminal in which everything works."""

ROOMY = 60
"""Columns from which there is room for words that a small terminal goes without."""

WIDE = 90
"""Columns from which two texts stand side by side."""

_WIDTHS = [(0, "-too-narrow"), (SMALLEST.width, "-narrow"), (WIDE, "-wide")]
_HEIGHTS = [(0, "-too-low"), (SMALLEST.height, "-low"), (9, "-middling"), (28, "-tall")]
_COLUMNS = range(20, 161)


class PanesScreen(Screen[None], inherit_bindings=False):
    """Knows which part has the focus. On a narrow terminal list and reader take turns."""

    AUTO_FOCUS = "ReleaseList"
    HORIZONTAL_BREAKPOINTS = _WIDTHS
    VERTICAL_BREAKPOINTS = _HEIGHTS

    focused: Reactive[Widget | None] = var(None)  # what else the screen shows stays as it is
    place: var[Where] = var(Where.LIST)
    reading: var[bool] = var(False)
    roomy: var[bool] = var(True)
    measure: var[int] = var(USUAL_COLUMN)
    keyboard: var[Keyboard] = var(Keyboard)

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.search_bar, self.find_bar = SearchBar(), FindBar()
        self.releases, self.reader = ReleaseList(settings.compact), ReaderPane()
        self._usual_measure = settings.width
        self.set_reactive(PanesScreen.measure, settings.width)
        self.set_reactive(PanesScreen.keyboard, settings.keyboard)

    @property
    def places(self) -> dict[Widget, Where]:
        """The parts in their order, each a place where keys work."""
        return {
            self.search_bar: Where.SEARCH,
            self.releases: Where.LIST,
            self.reader: Where.READER,
            self.find_bar: Where.FIND,
        }

    @property
    def _panes(self) -> list[Widget]:
        """The parts that one goes round."""
        return [self.search_bar, self.releases, self.reader]

    def widget_for(self, where: Where) -> Widget:
        """The part in focus if a key works there, or else one in which it does."""
        able = [widget for widget, place in self.places.items() if place in where]
        return self.focused if self.focused in able else next(iter(able), self)

    def _watch_focused(self) -> None:
        """Follow at once, so that both parts are painted once, and in their new looks."""
        super()._watch_focused()  # type: ignore[no-untyped-call]  # Textual's
        if self.focused is not None:
            self.place = self.places.get(self.focused, Where.LIST)

    @on(Resize)
    def _notice_room(self, event: Resize) -> None:
        self.roomy = event.size.width >= ROOMY

    def _watch_place(self, place: Where) -> None:
        self.reading = place in Where.READER | Where.FIND

    def _action_search(self) -> None:
        self.set_focus(self.search_bar)

    @on(ReleaseList.Chosen)
    def _action_read(self) -> None:
        self.set_focus(self.reader)

    def _action_list(self) -> None:
        self.set_focus(self.releases)

    def _action_leave(self) -> None:
        if self.selections:
            self.clear_selection()
        else:
            self.set_focus(self.releases)

    def _action_pane(self, step: int) -> None:
        panes = self._panes
        self.set_focus(panes[(self._pane_in_focus + step) % len(panes)])

    def _action_side(self, step: int) -> None:
        panes = self._panes
        self.set_focus(panes[min(max(self._pane_in_focus + step, 0), len(panes) - 1)])

    @property
    def _pane_in_focus(self) -> int:
        return [self.places[pane] for pane in self._panes].index(self.place)

    @on(ReaderPane.Finished)
    def _go_on(self) -> None:
        self.releases.move(1)

    def _action_move(self, releases: int) -> None:
        self.releases.move(releases)

    def _action_page(self, pages: int) -> None:
        self.reader.turn(pages)

    def _action_clear(self) -> None:
        self.search_bar.value = ""

    def _action_widen(self, cells: int) -> None:
        column = min(max(self.reader.column + cells, _COLUMNS[0]), _COLUMNS[-1])
        self.measure = column if cells else self._usual_measure

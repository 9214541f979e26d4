"""What lies over the screen: what all of it has in common, what lists have, and what pages have."""

from typing import TypeVar

from textual.containers import VerticalScroll
from textual.screen import ModalScreen

from natoread.key import Where
from natoread.keys import bindings
from natoread.screens.once import Once
from natoread.widgets.rows import Rows

Result = TypeVar("Result")


class Over(ModalScreen[Result], Once[Result], inherit_bindings=False):
    """A screen that lies over another one and asks or shows something.

    No key goes to the app behind it, so that the keys that work everywhere are bound here, too.
    `place` is where its keys work; the keys of a class go before those that it inherits.
    """

    BINDINGS = bindings(Where.APP, Where.OVER)

    place = Where.OVER

    async def prepared(self) -> None:
        """Return when there is what keys are for: at once, unless that is still asked for."""


class RowsScreen(Over[Result]):
    """Rows to choose from. They are there before they are shown: keys may come sooner."""

    BINDINGS = bindings(Where.ROWS)

    place = Where.ROWS | Over.place

    def __init__(self, rows: Rows) -> None:
        super().__init__()
        self.rows = rows

    def _action_line(self, rows: int) -> None:
        self.rows.move(rows)

    def _action_page(self, pages: int) -> None:
        self.rows.turn(pages)

    def _action_start(self) -> None:
        self.rows.to_end(-1)

    def _action_end(self) -> None:
        self.rows.to_end(1)

    def _action_choose(self) -> None:
        self.rows.action_select()


class TextScreen(Over[Result]):
    """A page of text to scroll through."""

    AUTO_FOCUS = ""
    BINDINGS = bindings(Where.TEXT)

    place = Where.TEXT | Over.place

    def __init__(self, page: VerticalScroll) -> None:
        super().__init__()
        self.page = page

    def _action_line(self, lines: int) -> None:
        self.page.scroll_relative(y=lines, animate=False, immediate=True)

    def _action_page(self, pages: int) -> None:
        self._action_line(pages * max(1, self.page.size.height - 1))

    def _action_half(self, halves: int) -> None:
        self._action_line(halves * max(1, self.page.size.height // 2))

    def _action_start(self) -> None:
        self.page.scroll_home(animate=False, immediate=True)

    def _action_end(self) -> None:
        self.page.scroll_end(animate=False, immediate=True)

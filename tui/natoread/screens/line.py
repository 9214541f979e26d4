"""One line to fill in at the foot of the screen."""

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.suggester import Suggester
from textual.widgets import Input, Static

from natoread.key import Where
from natoread.screens.over import Over
from natoread.widgets.line import Line


class LineScreen(Over[str | None]):
    """Asks for one line; ends with it, or with `None` if it is given up."""

    place = Where.LINE | Over.place

    def __init__(self, title: str, value: str = "", suggester: Suggester | None = None) -> None:
        super().__init__()
        self._title, self._value, self._suggester = title, value, suggester

    def compose(self) -> ComposeResult:
        """Put the line under what it is for."""
        yield Static(Content(self._title), id="menu-title")
        yield Line(
            self._value, id="line", compact=True, suggester=self._suggester, select_on_focus=False
        )

    @on(Input.Submitted)
    def _end(self, event: Input.Submitted) -> None:
        self.dismiss(event.value)

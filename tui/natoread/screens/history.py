"""What was searched lately: filtered as one types, and taken with one key."""

from collections.abc import Awaitable, Callable, Sequence

from textual import on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.reactive import var
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from natoread.clean import clean_line
from natoread.key import Where
from natoread.keys import bindings
from natoread.screens.over import Over
from natoread.widgets.line import Line
from natoread.widgets.rows import Rows


class HistoryScreen(Over[str]):
    """Ends with the query that is chosen.

    `known` is what was asked as far as that is known, so that fast keys find it.
    """

    BINDINGS = bindings(Where.HISTORY)

    place = Where.HISTORY | Where.LINE | Over.place
    asked: var[Sequence[str]] = var[Sequence[str]](())
    wanted: var[str] = var("")

    def __init__(self, known: Sequence[str], ask: Callable[[], Awaitable[Sequence[str]]]) -> None:
        super().__init__()
        self._known, self._ask = known, ask
        self._list = Rows(id="history")
        self._shown: list[str] = []

    def compose(self) -> ComposeResult:
        """Put the filter above what it leaves."""
        self._list.can_focus = False
        yield Line(placeholder="Search in the history", id="line", compact=True)
        yield self._list

    def on_mount(self) -> None:
        """Show what is known, and learn what was asked."""
        self.asked = self._known
        self.learn()

    @work(group="history")
    async def learn(self) -> None:
        """Take what was asked lately."""
        self.asked = await self._ask()

    @on(Input.Changed)
    def _filter(self, event: Input.Changed) -> None:
        self.wanted = event.value

    def _watch_wanted(self) -> None:
        self._show()

    def _watch_asked(self) -> None:
        self._show()

    def _show(self) -> None:
        words = self.wanted.casefold().split()
        self._shown = [one for one in self.asked if all(word in one.casefold() for word in words)]
        self._list.clear_options()
        self._list.add_options(Option(Content(clean_line(query))) for query in self._shown)
        self._list.highlighted = 0 if self._shown else None

    def _action_line(self, rows: int) -> None:
        self._list.move(rows)

    @on(Input.Submitted)
    @on(OptionList.OptionSelected)
    def _take(self) -> None:
        at = self._list.highlighted
        self.dismiss(self.wanted if at is None else self._shown[at])

"""A short menu at the foot of the screen: each choice has a key, and can be clicked, too."""

from collections.abc import Sequence
from typing import Generic, NamedTuple, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.events import Key
from textual.widgets import OptionList, Static

from natoread.screens.over import RowsScreen
from natoread.widgets.hanging import Hanging, Signed
from natoread.widgets.rows import Rows

Value = TypeVar("Value")


class Choice(NamedTuple, Generic[Value]):
    """One line of a menu: the key that takes it, what it says, what is chosen."""

    key: str
    says: str
    value: Value


class MenuScreen(RowsScreen[Value | None]):
    """Asks for one of a few choices; ends with its value, or `None` if none is wanted.

    The choice whose value is `now` is the one under the cursor.
    """

    def __init__(
        self, title: str, choices: Sequence[Choice[Value]], now: Value | None = None
    ) -> None:
        super().__init__(Rows(*map(self._line, choices), id="menu"))
        self._title, self._choices, self._now = title, choices, now

    def compose(self) -> ComposeResult:
        """Put the choices under their title."""
        yield Static(Content(self._title), id="menu-title")
        yield self.rows

    def on_mount(self) -> None:
        """Begin at the choice that holds now."""
        values = [choice.value for choice in self._choices]
        self.rows.highlighted = values.index(self._now) if self._now in values else 0

    @staticmethod
    def _line(choice: Choice[Value]) -> Hanging:
        key = Content.styled(choice.key, "bold $text-primary")
        return Hanging([Signed(key, Content(choice.says))], 3)

    @on(Key)
    def _take_by_key(self, event: Key) -> None:
        for choice in self._choices:
            if choice.key in (event.character, event.key):
                event.stop()
                self._take(choice)

    @on(OptionList.OptionSelected)
    def _take_selected(self, event: OptionList.OptionSelected) -> None:
        self._take(self._choices[event.option_index])

    def _take(self, choice: Choice[Value]) -> None:
        self.dismiss(choice.value)

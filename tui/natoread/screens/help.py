"""The help screen: every key, those of the place in focus first; `/` finds some of them."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from natoread.keyboard import Keyboard
from natoread.keys import Key, Where

_KEYS_CELLS = 16
_HEADINGS = {
    Where.SEARCH: "In the search box",
    Where.LIST: "In the list",
    Where.READER: "In the reader",
    Where.FIND: "In the find line",
    Where.APP: "Everywhere",
}


class HelpScreen(ModalScreen[None], inherit_bindings=False):
    """Lists the keys, place by place."""

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,f1,enter", "dismiss", "Close", id="close_help"),
        Binding("slash", "find", "Find a key", id="find_help"),
        Binding("j,down", "scroll(1)", "Go down", id="help_down"),
        Binding("k,up", "scroll(-1)", "Go up", id="help_up"),
        Binding("space,pagedown", "page(1)", "Go down a page", id="help_page_down"),
        Binding("b,pageup", "page(-1)", "Go up a page", id="help_page_up"),
    ]

    def __init__(self, place: Where, keyboard: Keyboard) -> None:
        super().__init__()
        self._place, self._keyboard = place, keyboard

    def compose(self) -> ComposeResult:
        """Put the keys on the screen."""
        with VerticalScroll(id="help", can_focus=False):
            yield Input(placeholder="/ finds a key by its words", id="help-find", compact=True)
            for place in sorted(Where, key=self._order):
                yield Static(_HEADINGS[place], classes="heading", id=f"heading-{place.value}")
                yield Static(self._lines(place, ""), classes="keys", id=f"keys-{place.value}")

    def _action_find(self) -> None:
        self.set_focus(self.query_one(Input))

    @on(Input.Changed)
    def _find(self, event: Input.Changed) -> None:
        """Show only the keys whose signs and words have all that is typed."""
        for place in Where:
            lines = self._lines(place, event.value)
            self.query_one(f"#keys-{place.value}", Static).update(lines)
            for part in ("heading", "keys"):
                self.query_one(f"#{part}-{place.value}").display = bool(lines)

    @on(Input.Submitted)
    def _end_find(self) -> None:
        self.set_focus(None)

    @property
    def _keys(self) -> VerticalScroll:
        return self.query_one(VerticalScroll)

    def _action_scroll(self, lines: int) -> None:
        self._keys.scroll_relative(y=lines, animate=False)

    def _action_page(self, pages: int) -> None:
        self._action_scroll(pages * max(1, self._keys.size.height - 1))

    def _order(self, place: Where) -> bool:
        return place is not self._place

    def _lines(self, place: Where, typed: str) -> Content:
        """The keys of a place, a line each, that have all words typed."""
        lines = map(self._line, self._keyboard.of_place(place))
        words = typed.casefold().split()
        return Content("\n").join(
            line for line in lines if all(word in line.plain.casefold() for word in words)
        )

    def _line(self, key: Key) -> Content:
        signs = Content(" ".join(key.signs).ljust(_KEYS_CELLS)).stylize("$text-primary")
        return signs + Content(key.says)

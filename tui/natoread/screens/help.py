"""The help screen: every key, those of the place in focus first; `/` finds some of them."""

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from natoread.key import Key, Where
from natoread.keyboard import Keyboard
from natoread.keys import bindings
from natoread.screens.over import TextScreen
from natoread.widgets.hanging import Hanging, Signed
from natoread.widgets.line import Line

_KEYS_CELLS = 18


class HelpScreen(TextScreen[None]):
    """Lists the keys, place by place."""

    BINDINGS = bindings(Where.HELP)

    place = Where.HELP | Where.LINE | TextScreen.place

    def __init__(self, place: Where, keyboard: Keyboard) -> None:
        super().__init__(VerticalScroll(id="help", can_focus=False))
        self._place, self._keyboard = place, keyboard

    def compose(self) -> ComposeResult:
        """Put the keys on the screen."""
        with self.page:
            finds = f"{self._keyboard.sign('find_help')} finds a key by its words"
            yield Line(placeholder=finds, id="help-find", compact=True)
            for place in sorted(Where, key=self._order):
                yield Static(place.heading, classes="heading", id=f"heading-{place.value}")
                keys = Hanging(self._lines(place, ""), _KEYS_CELLS)
                yield Static(keys, classes="keys", id=f"keys-{place.value}")

    def _action_find(self) -> None:
        self.set_focus(self.query_one(Input))

    @on(Input.Changed)
    def _find(self, event: Input.Changed) -> None:
        """Show only the keys whose signs and words have all that is typed."""
        for place in Where:
            lines = self._lines(place, event.value)
            keys = self.query_one(f"#keys-{place.value}", Static)
            keys.update(Hanging(lines, _KEYS_CELLS))
            for part in ("heading", "keys"):
                self.query_one(f"#{part}-{place.value}").display = bool(lines)

    @on(Input.Submitted)
    def _end_find(self) -> None:
        self.set_focus(None)

    def _order(self, place: Where) -> bool:
        return place not in self._place

    def _lines(self, place: Where, typed: str) -> list[Signed]:
        """The keys of a place, a line each, that have all words typed."""
        words = typed.casefold().split()
        keys = self._keyboard.of_place(place)
        return [_line(key) for key in keys if all(word in _words(key) for word in words)]


def _words(key: Key) -> str:
    return f"{' '.join(key.signs)} {key.says}".casefold()


def _line(key: Key) -> Signed:
    return Signed(Content.styled(" ".join(key.signs), "$text-primary"), Content(key.says))

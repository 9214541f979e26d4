"""A note, written where it stands."""

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.events import Unmount
from textual.widgets import Static, TextArea

from natoread.key import Where
from natoread.keyboard import Keyboard
from natoread.keys import bindings
from natoread.screens.over import Over


class NoteScreen(Over[None]):
    """Edits a note, and hands it to `keep` however it is left."""

    BINDINGS = bindings(Where.NOTE)

    place = Where.NOTE | Over.place

    def __init__(self, text: str, keep: Callable[[str], None], keyboard: Keyboard) -> None:
        super().__init__()
        self._text, self._keep = text, keep
        self._title = (
            f"Note   {keyboard.sign('close')} keeps it, and {keyboard.sign('undo')} takes it back"
        )

    def compose(self) -> ComposeResult:
        """Put the text under what ends it."""
        yield Static(Content(self._title), id="menu-title")
        yield TextArea(self._text, id="note", compact=True, tab_behavior="focus")

    def on_mount(self) -> None:
        """Go on where the text ends."""
        area = self.query_one(TextArea)
        area.move_cursor(area.document.end)

    @on(TextArea.Changed)
    def _take(self, event: TextArea.Changed) -> None:
        self._text = event.text_area.text

    @on(Unmount)
    def _hand_over(self) -> None:
        self._keep(self._text)

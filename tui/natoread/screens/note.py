"""A note, written where it stands."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Unmount
from textual.screen import ModalScreen
from textual.widgets import Static, TextArea


class NoteScreen(ModalScreen[None], inherit_bindings=False):
    """Edits a note, and hands it to `keep` however it is left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+s", "dismiss", "Keep", id="keep_note"),
    ]

    def __init__(self, text: str, keep: Callable[[str], None]) -> None:
        super().__init__()
        self._text, self._keep = text, keep

    def compose(self) -> ComposeResult:
        """Put the text under what ends it."""
        yield Static(Content("Note   esc keeps it, and u takes it back"), id="menu-title")
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

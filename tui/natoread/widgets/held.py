"""A second release, held beside the one that is read."""

from typing import ClassVar

from textual.reactive import var

from natoread.sheet import Opened
from natoread.widgets.column import BLANK, TextColumn
from natoread.widgets.reader import part_of


class HeldPane(TextColumn, can_focus=False, inherit_bindings=False):
    """Shows a release from where it was read; the mouse moves it, and it can change places."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"reader--title", "reader--facts"}

    held: var[Opened | None] = var(None)

    def _watch_held(self, held: Opened | None) -> None:
        self.page = held.page.lit_by(()).at_width(self.column) if held else BLANK
        self.place = held.at or 0 if held else 0
        self.moved = True
        self.settle()

    def under(self, row: int) -> tuple[str, ...]:
        """The part of the sheet that a row belongs to."""
        return part_of(self.held, self.page.rows[row].start)

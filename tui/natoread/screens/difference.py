"""What changed between the versions of a release."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual import work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from natoread.clean import carried, clean_line
from natoread.facts import version_facts
from natoread.key import Where
from natoread.keyboard import Keyboard
from natoread.keys import bindings
from natoread.screens.over import TextScreen
from natoread.screens.searching import SearchingScreen
from natoread.shelf import Shelf
from natoread.widgets.hanging import Hanging, Signed

if TYPE_CHECKING:
    from natoread_index import Difference

_AROUND = 2
"""Lines that stayed, shown before and behind those that changed."""

_COLOURS = {"-": "$text-error", "+": "$text-success"}


class DifferenceScreen(TextScreen[None]):
    """Shows how each version differs from the one before, the last one first."""

    BINDINGS = bindings(Where.CHANGES)

    place = Where.CHANGES | TextScreen.place

    def __init__(self, differences: Sequence[Difference], keyboard: Keyboard) -> None:
        super().__init__(VerticalScroll(id="difference", can_focus=False))
        self._differences, self._at = differences, len(differences) - 1
        self._keyboard = keyboard

    def compose(self) -> ComposeResult:
        """Put the lines on the screen, under what they are."""
        with self.page:
            yield Static(id="difference-head")
            yield Static(id="difference-lines")

    def on_mount(self) -> None:
        """Begin with what changed last."""
        self._show()

    def _show(self) -> None:
        shown = self._differences[self._at]
        closes, older, newer = map(self._keyboard.sign, ("close", "older", "newer"))
        ways = f"   {older} {newer} other versions" if len(self._differences) > 1 else ""
        head = f"{version_facts(shown)}   {closes} closes{ways}"
        self.query_one("#difference-head", Static).update(Content(head))
        self.query_one("#difference-lines", Static).update(Hanging([*_lines(shown)], 2))

    def _action_turn(self, step: int) -> None:
        self._at = min(max(self._at + step, 0), len(self._differences) - 1)
        self._show()
        self._action_start()


def _lines(difference: Difference) -> Iterator[Signed]:
    """Yield the lines that changed and those around them, the words that changed in bold."""
    for line in difference.near(_AROUND):
        if line is None:
            yield Signed(Content(), Content.styled("⋯", "dim"))
            continue
        colour = _COLOURS.get(line.sign, "")
        text = Content.styled(clean_line(line.text), colour)
        for start, end in carried(line.lights, line.text):
            text = text.stylize("bold underline", start, end)
        yield Signed(Content.styled(line.sign, colour), text)


class DifferingScreen(SearchingScreen, inherit_bindings=False):
    """Shows what changed in the release that is open."""

    @work(exclusive=True, group="difference")
    async def _action_difference(self) -> None:
        """Show how its versions differ, if it was ever issued again."""
        if self.opened is None:
            return
        with self._telling():
            found = await self._librarian.ask(partial(_differences, self.opened.sheet.release.id))
            if found:
                self.app.push_screen(DifferenceScreen(found, self.keyboard))
            else:
                self.notify("This release was never issued again")


def _differences(release_id: str, library: Shelf) -> list[Difference]:
    """Return how each version of a release differs from the one before, the oldest first."""
    last = library.difference(release_id)
    if last is None:
        return []
    earlier = (library.difference(release_id, version) for version in range(2, last.version))
    return [*filter(None, earlier), last]

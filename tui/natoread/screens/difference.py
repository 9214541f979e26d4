"""What changed between the versions of a release."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from natoread.clean import carried, clean_line
from natoread.facts import version_facts
from natoread.screens.once import Over
from natoread.screens.searching import SearchingScreen
from natoread.shelf import Shelf

if TYPE_CHECKING:
    from natoread_index import Difference

_AROUND = 2
"""Lines that stayed, shown before and behind those that changed."""

_COLOURS = {"-": "$text-error", "+": "$text-success"}


class DifferenceScreen(Over[None], inherit_bindings=False):
    """Shows how each version differs from the one before, the last one first."""

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,d,enter", "dismiss", "Close", id="close_difference"),
        Binding("j,down", "scroll(1)", "Go down", id="difference_down"),
        Binding("k,up", "scroll(-1)", "Go up", id="difference_up"),
        Binding("space,pagedown", "page(1)", "Go down a page", id="difference_page_down"),
        Binding("b,pageup", "page(-1)", "Go up a page", id="difference_page_up"),
        Binding("h,left", "turn(-1)", "Show the version before", id="difference_older"),
        Binding("l,right", "turn(1)", "Show the version behind", id="difference_newer"),
    ]

    def __init__(self, differences: Sequence[Difference]) -> None:
        super().__init__()
        self._differences, self._at = differences, len(differences) - 1

    def compose(self) -> ComposeResult:
        """Put the lines on the screen, under what they are."""
        with VerticalScroll(id="difference", can_focus=False):
            yield Static(id="difference-head")
            yield Static(id="difference-lines")

    def on_mount(self) -> None:
        """Begin with what changed last."""
        self._show()

    def _show(self) -> None:
        shown = self._differences[self._at]
        ways = "   ← → other versions" if len(self._differences) > 1 else ""
        head = f"{version_facts(shown)}   esc closes{ways}"
        self.query_one("#difference-head", Static).update(Content(head))
        self.query_one("#difference-lines", Static).update(Content("\n").join(_lines(shown)))

    @property
    def _text(self) -> VerticalScroll:
        return self.query_one(VerticalScroll)

    def _action_turn(self, step: int) -> None:
        self._at = min(max(self._at + step, 0), len(self._differences) - 1)
        self._show()
        self._text.scroll_home(animate=False)

    def _action_scroll(self, lines: int) -> None:
        self._text.scroll_relative(y=lines, animate=False)

    def _action_page(self, pages: int) -> None:
        self._action_scroll(pages * max(1, self._text.size.height - 1))


def _lines(difference: Difference) -> Iterator[Content]:
    """Yield the lines that changed and those around them, the words that changed in bold."""
    for line in difference.near(_AROUND):
        if line is None:
            yield Content.styled("  ⋯", "$text-muted")
            continue
        text = Content(f"{line.sign} {clean_line(line.text)}")
        for start, end in carried(line.lights, line.text):
            text = text.stylize("bold underline", start + 2, end + 2)
        yield text.stylize(_COLOURS.get(line.sign, ""))


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
                self.app.push_screen(DifferenceScreen(found))
            else:
                self.notify("This release was never issued again")


def _differences(release_id: str, library: Shelf) -> list[Difference]:
    """Return how each version of a release differs from the one before, the oldest first."""
    last = library.difference(release_id)
    if last is None:
        return []
    earlier = (library.difference(release_id, version) for version in range(2, last.version))
    return [*filter(None, earlier), last]

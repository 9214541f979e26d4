"""The find line: what is looked for in the open release, at the foot of the screen."""

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Input, Static

from natoread.key import Where
from natoread.keys import bindings


class FindBar(Input, inherit_bindings=False):
    """Takes the words to find in the release; the reader lights them at each key."""

    BINDINGS = bindings(Where.FIND)

    def __init__(self) -> None:
        super().__init__(placeholder="Find in this release", compact=True)


class FindCount(Widget):
    """Which match of how many is the current one."""

    ALLOW_SELECT = False

    hit: reactive[str] = reactive("", layout=True)

    def render(self) -> Content:
        """Say so."""
        return Content(self.hit)


class FindLine(Horizontal):
    """The box and its count, side by side."""

    hit: reactive[str] = reactive("")

    def __init__(self, find_bar: FindBar) -> None:
        super().__init__()
        self._find_bar = find_bar

    def compose(self) -> ComposeResult:
        """Put the parts in a row."""
        yield Static("/", id="find-prompt")
        yield self._find_bar
        yield FindCount().data_bind(FindLine.hit)

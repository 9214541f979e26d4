"""The releases that belong beside one, to be followed."""

from collections.abc import Iterator, Mapping, Sequence

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from natoread.facts import BETWEEN
from natoread.finding import Entry
from natoread.key import Where
from natoread.keyboard import Keyboard
from natoread.keys import bindings
from natoread.screens.over import RowsScreen
from natoread.widgets.hints import Hints
from natoread.widgets.rows import Rows, heading
from natoread_index import Related

_HEADINGS = {"event": "The same event", "words": "In the same words", "day": "The same day"}
_HINTS = {"choose": "reads", "close": "closes"}


class RelatedScreen(RowsScreen[int | None]):
    """Ends with the number of the release that is chosen, or `None`."""

    BINDINGS = bindings(Where.RELATED)

    place = Where.RELATED | RowsScreen.place

    def __init__(self, related: Related, entries: Mapping[int, Entry], keyboard: Keyboard) -> None:
        super().__init__(Rows(*_options(related, entries), id="related"))
        self._keyboard = keyboard

    def compose(self) -> ComposeResult:
        """Put the releases beside the reader, under what they have to do with its release."""
        yield Hints(self._keyboard, _HINTS, "related-keys")
        yield self.rows

    def on_mount(self) -> None:
        """Begin at the nearest."""
        self._action_start()

    @on(OptionList.OptionSelected)
    def _follow(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(int(event.option_id or 0))


def _options(related: Related, entries: Mapping[int, Entry]) -> Iterator[Option]:
    apart = ""
    for name, says in _HEADINGS.items():
        numbers: Sequence[int] = getattr(related, name)
        known = [number for number in numbers if number in entries]
        if known:
            yield heading(apart + says)
            apart = "\n"
        for number in known:
            yield Option(_line(entries[number]), id=str(number))


def _line(entry: Entry) -> Content:
    return Content.assemble(entry.title, "\n", (BETWEEN.join(entry.facts), "dim"))

"""The releases that belong beside one, to be followed."""

from collections.abc import Iterator, Mapping, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from natoread.facts import BETWEEN
from natoread.finding import Entry
from natoread_index import Related

_HEADINGS = {"event": "The same event", "words": "In the same words", "day": "The same day"}


class RelatedScreen(ModalScreen[int | None], inherit_bindings=False):
    """Ends with the number of the release that is chosen, or `None`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,R,backspace", "dismiss", "Close", id="close_related"),
        Binding("j", "move('down')", "Go down", id="related_down"),
        Binding("k", "move('up')", "Go up", id="related_up"),
    ]

    def __init__(self, related: Related, entries: Mapping[int, Entry]) -> None:
        super().__init__()
        self._related, self._entries = related, entries

    def compose(self) -> ComposeResult:
        """Put the releases beside the reader, under what they have to do with its release."""
        yield Static(
            Content.assemble(
                ("enter", "$text-primary"), " reads   ", ("esc", "$text-primary"), " closes"
            ),
            id="related-keys",
        )
        yield OptionList(*self._options(), id="related")

    def on_mount(self) -> None:
        """Begin at the nearest."""
        self.query_one(OptionList).action_first()

    def _options(self) -> Iterator[Option]:
        for name, heading in _HEADINGS.items():
            numbers: Sequence[int] = getattr(self._related, name)
            known = [number for number in numbers if number in self._entries]
            if known:
                yield Option(Content.styled(heading, "bold $text-primary"), disabled=True)
            for number in known:
                yield Option(_line(self._entries[number]), id=str(number))

    @on(OptionList.OptionSelected)
    def _follow(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(int(event.option_id or 0))

    def _action_move(self, where: str) -> None:
        getattr(self.query_one(OptionList), f"action_cursor_{where}")()


def _line(entry: Entry) -> Content:
    return Content.assemble(entry.title, "\n", (BETWEEN.join(entry.facts), "dim"), "\n")

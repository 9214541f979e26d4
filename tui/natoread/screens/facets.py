"""The facts of what was found, with their counts; each can be asked for in the query."""

from collections.abc import Awaitable, Callable, Iterator, Sequence
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import var
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from natoread.clean import clean_line
from natoread.narrowing import toggled
from natoread.screens.once import Over
from natoread.survey import Section, Value

Counting = Callable[[str], Awaitable[Sequence[Section]]]

_SAID = {"none": "undated"}


class FacetsScreen(Over[None], inherit_bindings=False):
    """Lists values to narrow a query by; `tell` is told of each other query at once."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f,q,enter", "dismiss", "Close", id="close_facets", priority=True),
        Binding("j,down", "move('down')", "Go down", id="facets_down", priority=True),
        Binding("k,up", "move('up')", "Go up", id="facets_up", priority=True),
        Binding("g,home", "move('first')", "Go to the start", id="facets_start", priority=True),
        Binding("G,end", "move('last')", "Go to the end", id="facets_end", priority=True),
        Binding("pagedown", "page('down')", "Go down a page", id="facets_page_down", priority=True),
        Binding("pageup,b", "page('up')", "Go up a page", id="facets_page_up", priority=True),
        Binding("space", "toggle", "Ask for it, or no longer", id="toggle_facet", priority=True),
    ]

    sections: var[Sequence[Section]] = var[Sequence[Section]](())

    def __init__(self, text: str, count: Counting, tell: Callable[[str], None]) -> None:
        super().__init__()
        self._text, self._count, self._tell = text, count, tell
        self._list = OptionList(id="facets")  # keys may come before it is on the screen
        self._listed: list[tuple[str, Value] | None] = []

    def compose(self) -> ComposeResult:
        """Put the values beside the list."""
        yield Static(
            Content.assemble(
                ("space", "$text-primary"), " narrows   ", ("enter", "$text-primary"), " closes"
            ),
            id="facets-keys",
        )
        yield self._list

    def on_mount(self) -> None:
        """Count for the first time."""
        self.count()

    @work(exclusive=True, group="survey")
    async def count(self) -> None:
        """Count what answers the query as it is by now."""
        self.sections = await self._count(self._text)

    def _watch_sections(self) -> None:
        at = self._list.highlighted
        self._listed.clear()
        self._list.clear_options()
        self._list.add_options(list(self._options()))
        if self._listed:
            first = next(place for place, value in enumerate(self._listed) if value)
            self._list.highlighted = first if at is None else min(at, len(self._listed) - 1)

    def _options(self) -> Iterator[Option]:
        for section in self.sections:
            yield self._option(Content.styled(section.heading, "bold"), None)
            for value in section.values:
                yield self._option(_line(value), (section.field, value))
            if section.left_out:
                yield self._option(Content(f"{'':9}{section.left_out:,} more"), None)

    def _option(self, line: Content, value: tuple[str, Value] | None) -> Option:
        self._listed.append(value)
        return Option(line, disabled=value is None)

    def _action_move(self, where: str) -> None:
        movement = f"cursor_{where}" if where in {"down", "up"} else where
        getattr(self._list, f"action_{movement}")()

    def _action_page(self, where: str) -> None:
        if self._list.size.height:
            getattr(self._list, f"action_page_{where}")()
        if self._list.highlighted is None:  # it came to a heading at an end
            self._action_move("last" if where == "down" else "first")

    def _action_toggle(self) -> None:
        if self._list.highlighted is not None:
            self._toggle(self._list.highlighted)

    @on(OptionList.OptionSelected)
    def _toggle_selected(self, event: OptionList.OptionSelected) -> None:
        self._toggle(event.option_index)

    def _toggle(self, place: int) -> None:
        if listed := self._listed[place]:
            field, value = listed
            self._text = toggled(self._text, field, value.value)
            self._tell(self._text)
            self.count()


def _line(value: Value) -> Content:
    said = clean_line(_SAID.get(value.value, value.value))
    mark = ("✓ ", "$text-success") if value.chosen else "  "
    return Content.assemble(mark, (f"{value.releases:>6,} ", "$text-muted"), said)

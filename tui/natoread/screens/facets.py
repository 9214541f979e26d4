"""The facts of what was found, with their counts; each can be asked for in the query."""

from asyncio import Event
from collections.abc import Awaitable, Callable, Iterator, Sequence

from textual import on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.reactive import var
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from natoread.clean import clean_line
from natoread.key import Where
from natoread.keyboard import Keyboard
from natoread.keys import bindings
from natoread.narrowing import toggled
from natoread.screens.over import RowsScreen
from natoread.survey import Section, Value
from natoread.widgets.hints import Hints
from natoread.widgets.rows import Rows, heading

Counting = Callable[[str], Awaitable[Sequence[Section]]]

_SAID = {"none": "undated"}

_HINTS = {"toggle_facet": "narrows", "close_facets": "closes"}


class FacetsScreen(RowsScreen[None]):
    """Lists values to narrow a query by; `tell` is told of each other query at once."""

    BINDINGS = bindings(Where.FACETS)

    place = Where.FACETS | RowsScreen.place
    sections: var[Sequence[Section]] = var[Sequence[Section]](())

    def __init__(
        self, text: str, count: Counting, tell: Callable[[str], None], keyboard: Keyboard
    ) -> None:
        super().__init__(Rows(id="facets"))
        self._text, self._count, self._tell = text, count, tell
        self._keyboard = keyboard
        self._listed: list[tuple[str, Value] | None] = []
        self._counted = Event()

    def compose(self) -> ComposeResult:
        """Put the values beside the list."""
        yield Hints(self._keyboard, _HINTS, "facets-keys")
        yield self.rows

    def on_mount(self) -> None:
        """Count for the first time."""
        self.count()

    @work(exclusive=True, group="survey")
    async def count(self) -> None:
        """Count what answers the query as it is by now."""
        self.sections = await self._count(self._text)
        self._counted.set()

    async def prepared(self) -> None:
        """Return when the values have been counted for the first time."""
        await self._counted.wait()

    def _watch_sections(self) -> None:
        at = self.rows.highlighted
        self._listed.clear()
        self.rows.clear_options()
        self.rows.add_options(list(self._options()))
        if self._listed:
            first = next(place for place, value in enumerate(self._listed) if value)
            self.rows.highlighted = first if at is None else min(at, len(self._listed) - 1)

    def _options(self) -> Iterator[Option]:
        for section in self.sections:
            yield self._listing(heading(section.heading))
            for value in section.values:
                yield self._listing(Option(_line(value)), (section.field, value))
            if section.left_out:
                more = Content(f"{'':9}{section.left_out:,} more")
                yield self._listing(Option(more, disabled=True))

    def _listing(self, option: Option, value: tuple[str, Value] | None = None) -> Option:
        self._listed.append(value)
        return option

    def _action_toggle(self) -> None:
        if self.rows.highlighted is not None:
            self._toggle(self.rows.highlighted)

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
    return Content.assemble(mark, f"{value.releases:>6,} ", said)

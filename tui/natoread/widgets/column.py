"""A text in a column, which keeps the reader's place in it."""

from collections.abc import Iterator
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual import on
from textual.events import Resize, Show
from textual.geometry import Size
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from natoread.page import Page
from natoread.paint import Coat, coated, marked

USUAL_COLUMN = 78
"""Cells of the text's column, where the screen is wide enough and the user wants no other."""

_MARGINS = 4
BLANK = Page.of("", 1)


class TextColumn(ScrollView, can_focus=True, inherit_bindings=False):
    """Shows a page, only as much of it as is in sight.

    The place is the offset of the text in the top row. Only the reader moves it: neither another
    size nor other lights do.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"reader--light", "reader--hit"}

    measure: var[int] = var(USUAL_COLUMN, init=False)
    hit: var[int] = var(0, init=False)

    def __init__(self) -> None:
        super().__init__()
        self.page = BLANK
        self.place = 0
        self.moved = False
        self._settled: Size | None = None

    @property
    def column(self) -> int:
        """The cells that a row of text may take; while the text is hidden, all it would like."""
        room = self.scrollable_content_region.width - _MARGINS
        return max(1, min(self.measure, room)) if self.size else self.measure

    def _watch_measure(self) -> None:
        self.settle()

    @property
    def percent(self) -> int:
        """How far down the text the last row in sight is."""
        rows = len(self.page)
        return 100 * min(self.scroll_offset.y + self.size.height, rows) // rows

    def _watch_scroll_y(self, _: float, new_value: float) -> None:
        if self._settled == self.size:
            self.place = self.page.offset_of(round(new_value))
            self.moved = True
            self.arrived()

    @on(Resize)
    @on(Show)
    def _fit(self) -> None:
        self._rewrap()
        if not self._settled and not self.moved:
            self.place = self.first_place()
        self.settle()

    def first_place(self) -> int:
        """Where the text is shown from, as long as nobody has moved it."""
        return 0

    def settle(self) -> None:
        """Show the same place at the size that the column has now."""
        self._settled = None
        self._rewrap()
        self.virtual_size = Size(0, len(self.page))
        self.go_to(self.page.row_of(self.place))
        self._settled = self.size
        self.arrived()
        self.refresh()

    def arrived(self) -> None:
        """Take note that other rows are in sight, or the same in another layout."""

    def _rewrap(self) -> None:
        rows, self.page = self.page.rows, self.page.at_width(self.column)
        if self.text_selection and self.page.rows is not rows:
            self.screen.clear_selection()

    def go_to(self, row: int) -> None:
        """Bring a row to the top, as far as the text goes.

        Forced, since Textual forbids it until the scrollbar of a new text is there.
        """
        self.scroll_to(y=row, animate=False, force=True)

    @property
    def top(self) -> int:
        """The row that is at the top, or will be once the text is there to be seen."""
        return self.scroll_offset.y if self.size else self.page.row_of(self.place)

    def walk_to(self, row: int) -> None:
        """Bring a row to the top, as the reader wants it."""
        self.moved = True
        if self.size:
            self.go_to(row)
        else:
            self.place = self.page.offset_of(row)

    def turn(self, pages: int) -> None:
        """Go on by pages, or back; the last row stays in sight as the first."""
        self._action_line(pages * max(1, self.size.height - 1))

    def _action_line(self, lines: int) -> None:
        self.walk_to(self.top + lines)

    def _action_page(self, pages: int) -> None:
        self.turn(pages)

    def _action_half(self, halves: int) -> None:
        self._action_line(halves * max(1, self.size.height // 2))

    def _action_start(self) -> None:
        self.walk_to(0)

    def _action_end(self) -> None:
        self.walk_to(len(self.page))

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The text as published, not as wrapped."""
        start, end = selection
        first = self.page.offset_of(start.y, start.x) if start else 0
        last = self.page.offset_of(end.y, end.x) if end else len(self.page.text)
        return self.page.text[first:last], "\n"

    def selection_updated(self, _: Selection | None) -> None:
        """Show what is selected now."""
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Paint one row of the part that is in sight."""
        row, width = y + self.scroll_offset.y, self.scrollable_content_region.width
        if row >= len(self.page):
            return Strip.blank(width, self.rich_style)
        margin = max(0, width - self.page.width) // 2
        text = coated(self, self.page[row], self.under(row), [*self.coats(row)])
        strip = Strip([Segment(" " * margin, self.rich_style), *text])
        whole = strip.adjust_cell_length(width, self.rich_style)
        return self._with_selection(whole, row, margin).apply_offsets(-margin, row)

    def under(self, row: int) -> tuple[str, ...]:  # noqa: ARG002 - for those who know parts
        """The component styles in which all of a row is painted."""
        return ()

    def coats(self, row: int) -> Iterator[Coat]:
        """What stretches of a row are painted in, the last on top."""
        for start, end, match in self.page.lit(row):
            yield Coat(start, end, "reader--hit" if match == self.hit else "reader--light")

    def _with_selection(self, strip: Strip, row: int, margin: int) -> Strip:
        span = self.text_selection and self.text_selection.get_span(row)
        if not span:
            return strip
        text, (start, end) = self.page[row], span
        first = margin + cell_len(text[: max(0, start)])
        last = margin + cell_len(text if end == -1 else text[: max(0, end)])
        return marked(
            strip, first, last, self.screen.get_visual_style("screen--selection").rich_style
        )

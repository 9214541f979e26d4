"""The reader: one release in a column, lit where it answers the search."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import on
from textual.events import Resize, Show
from textual.geometry import Size
from textual.message import Message
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from natoread.keys import Where, bindings
from natoread.page import Page
from natoread.paint import component_style, lit, marked
from natoread.sheet import Opened

USUAL_COLUMN = 78
"""Cells of the text's column, where the screen is wide enough and the user wants no other."""

_MARGINS = 4
_BLANK = Page.of("", 1)


class ReaderPane(ScrollView, can_focus=True, inherit_bindings=False):
    """Shows a release, and keeps the reader's place in it.

    The place is the offset of the text in the top row. Only the reader moves it: neither another
    size nor other lights do.
    """

    BINDINGS = bindings(Where.READER)
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "reader--title",
        "reader--facts",
        "reader--light",
        "reader--hit",
    }

    opened: var[Opened | None] = var(None)
    measure: var[int] = var(USUAL_COLUMN, init=False)
    hit: var[int] = var(0, init=False)

    @dataclass
    class HitReached(Message):
        """The current match is the one of this number, from 1; 0 of 0 where nothing is lit."""

        number: int
        total: int

    class Finished(Message):
        """The reader wants to go on at the end of the release."""

    def __init__(self) -> None:
        super().__init__()
        self.page = _BLANK
        self._place = 0
        self._moved = False
        self._settled: Size | None = None

    @property
    def column(self) -> int:
        """The cells that a row of text may take; while the reader is hidden, all it would like."""
        room = self.scrollable_content_region.width - _MARGINS
        return max(1, min(self.measure, room)) if self.size else self.measure

    def _watch_opened(self, before: Opened | None, now: Opened | None) -> None:
        """Show a release from its first hit; one that lay open, where the reader was."""
        self._moved = bool(self._moved and before and now and before.number == now.number)
        here = self._hit_at if self._moved else 0
        self.page = now.page.at_width(self.column) if now else _BLANK
        self.set_reactive(ReaderPane.hit, self.page.match_from(here))
        if not self._moved:
            self._place = self._place_to_see_hit()
        self._settle()
        self._watch_hit()

    @property
    def _hit_at(self) -> int:
        """Where the current match begins; with none, the place."""
        return self.page.lights[self.hit].start if self.page.lights else self._place

    @property
    def here(self) -> int:
        """Where the reader is: at the current match if that is in sight, else in the top row."""
        top = self.scroll_offset.y
        seen = top <= self.page.row_of(self._hit_at) < top + self.size.height
        return self._hit_at if seen else self.page.offset_of(top)

    def _watch_hit(self) -> None:
        total = len(self.page.lights)
        self.post_message(self.HitReached(min(self.hit + 1, total), total))
        self.refresh()

    def _watch_measure(self) -> None:
        self._settle()

    def _watch_scroll_y(self, _: float, new_value: float) -> None:
        if self._settled == self.size:
            self._place = self.page.offset_of(round(new_value))
            self._moved = True

    @on(Resize)
    @on(Show)
    def _fit(self) -> None:
        self._rewrap()
        if not self._settled and not self._moved:
            self._place = self._place_to_see_hit()
        self._settle()

    def _settle(self) -> None:
        """Show the same place at the size that the reader has now."""
        self._settled = None
        self._rewrap()
        self.virtual_size = Size(0, len(self.page))
        self._go_to(self.page.row_of(self._place))
        self._settled = self.size
        self.refresh()

    def _rewrap(self) -> None:
        rows, self.page = self.page.rows, self.page.at_width(self.column)
        if self.text_selection and self.page.rows is not rows:
            self.screen.clear_selection()

    def _go_to(self, row: int) -> None:
        """Bring a row to the top, as far as the text goes.

        Forced, since Textual forbids it until the scrollbar of a new text is there.
        """
        self.scroll_to(y=row, animate=False, force=True)

    def _place_to_see_hit(self) -> int:
        """The place from which the match is in sight, in the middle third if the text allows."""
        if not self.page.lights:
            return 0
        row = self.page.row_of(self._hit_at)
        height = self.size.height
        return self.page.offset_of(row - height // 3 if row >= height * 2 // 3 else 0)

    def _action_hit(self, step: int) -> None:
        if not self.page.lights:
            return
        self.hit = self._hit_from_here(step)
        if not self.size:  # it comes into sight with the reader
            return
        self._moved = True
        row, third = self.page.row_of(self._hit_at), self.size.height / 3
        if not third <= row - self.scroll_offset.y < 2 * third:
            self._go_to(row - int(third))

    def _hit_from_here(self, step: int) -> int:
        """The next match after the current one, or after the top row if that is out of sight."""
        top = self.scroll_offset.y
        if not self.size or top <= self.page.row_of(self._hit_at) < top + self.size.height:
            return (self.hit + step) % len(self.page.lights)
        here = self.page.offset_of(top)
        return self.page.match_from(here) if step > 0 else self.page.match_before(here)

    def _action_line(self, lines: int) -> None:
        self._go_to(self.scroll_offset.y + lines)

    def turn(self, pages: int) -> None:
        """Go on by pages, or back; the last row stays in sight as the first."""
        self._action_line(pages * max(1, self.size.height - 1))

    def _action_page(self, pages: int) -> None:
        self.turn(pages)

    def _action_half(self, halves: int) -> None:
        self._action_line(halves * max(1, self.size.height // 2))

    def _action_onward(self) -> None:
        if self.scroll_offset.y < self.max_scroll_y:
            self.turn(1)
        else:
            self.post_message(self.Finished())

    def _action_start(self) -> None:
        self._go_to(0)

    def _action_end(self) -> None:
        self._go_to(self.max_scroll_y)

    def _action_paragraph(self, step: int) -> None:
        leads = self.page.paragraph_after if step > 0 else self.page.paragraph_before
        self._go_to(leads(self.scroll_offset.y))

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
        style = component_style(self, *self._component(row))
        text = lit(self.page[row], style, self._lights(row))
        strip = Strip([Segment(" " * margin, self.rich_style), *text])
        whole = strip.adjust_cell_length(width, self.rich_style)
        return self._with_selection(whole, row, margin).apply_offsets(-margin, row)

    def _component(self, row: int) -> tuple[str, ...]:
        """The part of the sheet that a row belongs to."""
        if self.opened is None or self.page.rows[row].start >= self.opened.sheet.body_at:
            return ()
        title = self.page.rows[row].start < self.opened.sheet.facts_at
        return ("reader--title",) if title else ("reader--facts",)

    def _lights(self, row: int) -> Iterator[tuple[int, int, Style]]:
        for start, end, match in self.page.lit(row):
            component = "reader--hit" if match == self.hit else "reader--light"
            yield start, end, component_style(self, *self._component(row), component)

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

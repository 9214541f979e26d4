"""The timeline: what was found, as a bar for each month, week or year."""

from collections.abc import Mapping
from datetime import date
from typing import ClassVar

from textual import on
from textual.content import Content
from textual.events import Click
from textual.reactive import reactive, var
from textual.widget import Widget

from natoread.histogram import Bar, Histogram
from natoread.keyboard import Keyboard

_LINES = 2
_MARGIN = 2


class Timeline(Widget):
    """Bars of all that was found, one of which may be marked."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"timeline--bar", "timeline--marked"}

    days: reactive[Mapping[date | None, int]] = reactive[Mapping[date | None, int]]({})
    marked: reactive[int | None] = reactive[int | None](None)
    keyboard: var[Keyboard] = var(Keyboard)
    shown: var[bool] = var(False, toggle_class="-shown")

    @property
    def histogram(self) -> Histogram:
        """The bars that fit."""
        return Histogram.of(self.days, self._cells)

    @property
    def bar(self) -> Bar | None:
        """The bar that is marked."""
        bars = self.histogram.bars
        return bars[self.marked] if self.marked is not None and self.marked < len(bars) else None

    @property
    def _cells(self) -> int:
        return max(1, self.size.width - 2 * _MARGIN)

    def move(self, bars: int) -> None:
        """Mark another bar, at first the newest."""
        last = len(self.histogram.bars) - 1
        if last >= 0:
            at = last + (bars < 0) if self.marked is None else self.marked
            self.marked = min(max(at + bars, 0), last)

    def render(self) -> Content:
        """The bars, and below them what they are of."""
        histogram = self.histogram
        width = histogram.width(self._cells)
        bar, marked = (self.get_visual_style(f"timeline--{part}") for part in ("bar", "marked"))
        rows = [Content.styled(row, bar) for row in histogram.rows(_LINES, self._cells)]
        if self.bar and self.marked is not None:
            start, end = self.marked * width, (self.marked + 1) * width
            rows = [row.stylize(marked, start, end) for row in rows]
            if not self.bar.count:
                rows[-1] = rows[-1][:start] + Content.styled("▁" * width, marked) + rows[-1][end:]
        indent = Content(" " * _MARGIN)
        rows.append(Content(self._words(histogram)))
        return Content("\n").join(indent + row for row in rows)

    def _words(self, histogram: Histogram) -> str:
        undated = f"{histogram.undated:,} undated"
        if self.bar:
            said = f"{self.bar.words}: {self.bar.count:,}   {self.keyboard.sign('read')} narrows"
        elif histogram.bars:
            said = histogram.words
        else:
            return undated
        return f"{said}   {undated}" if histogram.undated else said

    def _watch_days(self) -> None:
        self.marked = None

    @on(Click)
    def _mark(self, event: Click) -> None:
        at = (event.x - _MARGIN) // self.histogram.width(self._cells)
        if 0 <= at < len(self.histogram.bars):
            self.marked = at

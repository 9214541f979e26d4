"""A text laid out to be read: its rows, its lit spans, and the ways through both."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import NamedTuple, Self

from natoread.wrapping import wrap
from natoread_index import Span

_START = attrgetter("start")
_END = attrgetter("end")


class Lit(NamedTuple):
    """A lit stretch of one row, in characters from its start, and the match it belongs to."""

    start: int
    end: int
    match: int


@dataclass(frozen=True, slots=True)
class Page:
    """A text in rows of at most `width` cells; a place in it is an offset into the text.

    Rows change with the width, offsets don't: a reader who keeps an offset keeps the place.
    """

    text: str
    width: int
    rows: tuple[Span, ...]
    lights: tuple[Span, ...] = ()

    @classmethod
    def of(cls, text: str, width: int, lights: tuple[Span, ...] = ()) -> Self:
        """Lay `text` out; `lights` are sorted and don't overlap."""
        return cls(text, width, tuple(wrap(text, width)), lights)

    def at_width(self, width: int) -> Self:
        """The same page in rows of another width."""
        return self if width == self.width else self.of(self.text, width, self.lights)

    def lit_by(self, lights: tuple[Span, ...]) -> Self:
        """The same page with other lights."""
        return replace(self, lights=lights)

    def __len__(self) -> int:
        return len(self.rows)

    def __getitem__(self, row: int) -> str:
        return self.text[slice(*self.rows[row])]

    def row_of(self, offset: int) -> int:
        """The row that shows the character at `offset`, or the last row before it."""
        return max(0, bisect_right(self.rows, offset, key=_START) - 1)

    def offset_of(self, row: int, column: int = 0) -> int:
        """The offset of a character of a row; a row or column beyond the ends is the nearest."""
        start, end = self.rows[min(max(row, 0), len(self.rows) - 1)]
        return min(max(start + column, start), end)

    def lit(self, row: int) -> Iterator[Lit]:
        """Yield what is lit in a row, from left to right."""
        return self.within(row, self.lights)

    def within(self, row: int, spans: Sequence[Span]) -> Iterator[Lit]:
        """Yield what of some spans is in a row; they are sorted and don't overlap."""
        start, end = self.rows[row]
        for at in range(bisect_right(spans, start, key=_END), len(spans)):
            span = spans[at]
            if span.start >= end:
                return
            yield Lit(max(span.start, start) - start, min(span.end, end) - start, at)

    def match_from(self, offset: int) -> int:
        """The first match that begins at or after `offset`; past the last one, the first."""
        match = bisect_left(self.lights, offset, key=_START)
        return match if match < len(self.lights) else 0

    def match_before(self, offset: int) -> int:
        """The last match that begins before `offset`; before the first one, the last."""
        return (bisect_left(self.lights, offset, key=_START) or len(self.lights)) - 1

    def paragraph_after(self, row: int, turns: Sequence[int] = ()) -> int:
        """The row that begins the next paragraph; in the last one, the last row.

        From the first of the offsets of `turns` on, the row that begins the next of them.
        """
        later = self.rows_of(turns)
        if later and later[0] <= row:
            return next((turn for turn in later if turn > row), len(self) - 1)
        begun = (later for later in range(row + 1, len(self)) if self._begins(later))
        return next(begun, len(self) - 1)

    def paragraph_before(self, row: int, turns: Sequence[int] = ()) -> int:
        """The row that begins this paragraph or turn, or the one before when `row` begins it."""
        earlier = self.rows_of(turns)
        if earlier and earlier[0] < row:
            return max(turn for turn in earlier if turn < row)
        begun = (earlier for earlier in range(row - 1, -1, -1) if self._begins(earlier))
        return next(begun, 0)

    def rows_of(self, offsets: Sequence[int]) -> list[int]:
        """The rows that show some characters."""
        return [self.row_of(offset) for offset in offsets]

    def _begins(self, row: int) -> bool:
        """Whether a row begins a paragraph."""
        start, end = self.rows[row]
        return start < end and (row == 0 or "\n" in self.text[self.rows[row - 1].end : start])

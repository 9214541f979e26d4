"""The list of releases: two lines each, or one, painted for what is in sight only."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from rich.segment import Segment
from textual import on
from textual.events import Click, Resize, Show
from textual.geometry import Region, Size, Spacing
from textual.message import Message
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.strip import Strip

from natoread.clean import clean_line
from natoread.finding import NOTHING, Entry, Found, View
from natoread.key import Where
from natoread.keys import bindings
from natoread.paint import Line, component_style, entry_line, lit
from natoread.signs import MARKED, UNREAD
from natoread.wrapping import wrap
from natoread_index import Signs

_GUTTER = "   "
_CURSOR = "▌"
_KNOWN_AT_MOST = 2_000


class ReleaseList(ScrollView, can_focus=True, inherit_bindings=False):
    """Shows what was found, and where its cursor is."""

    ALLOW_SELECT = False
    BINDINGS = bindings(Where.LIST)
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "list--cursor",
        "list--chosen",
        "list--title",
        "list--read",
        "list--bar",
        "list--sign",
        "list--tag",
        "list--facts",
        "list--snippet",
        "list--light",
    }

    found: var[Found] = var(Found)
    at: var[int] = var(0, init=False)
    marked: var[frozenset[int]] = var(frozenset[int]())

    @dataclass
    class Highlighted(Message):
        """The cursor came to a release; to none, when nothing was found."""

        number: int | None
        at: int

    @dataclass
    class CameIntoSight(Message):
        """Releases are in sight, or near, whose entries the list does not know."""

        found: Found
        numbers: Sequence[int]

    @dataclass
    class Chosen(Message):
        """A release is to be read."""

    def __init__(self, compact: bool = False) -> None:
        super().__init__()
        self._row_lines, self.moves = 1 if compact else 2, 0
        self._entries: dict[int, Entry] = {}

    @property
    def number(self) -> int | None:
        """The number of the release under the cursor."""
        return self.found.number_at(self.at)

    @property
    def view(self) -> View:
        """The part of the list that is in sight."""
        return View(self._first, self._rows)

    @property
    def _rows(self) -> int:
        """How many releases fit, the last perhaps by half; not more than on the whole screen."""
        return -(-(self.size.height or self.app.size.height) // self._row_lines)

    @property
    def _first(self) -> int:
        """The place of the topmost release in sight."""
        return self.scroll_offset.y // self._row_lines

    def learn(self, entries: Mapping[int, Entry]) -> None:
        """Take entries that came into sight."""
        if len(self._entries) > _KNOWN_AT_MOST:
            self._entries.clear()
        self._entries |= entries
        self.refresh()

    @property
    def known(self) -> list[int]:
        """The numbers of the releases whose entries are known."""
        return [*self._entries]

    def signs_of(self, number: int) -> Signs:
        """What the user put on a release, as far as the list knows."""
        entry = self._entries.get(number)
        return entry.signs if entry else NOTHING

    def sign(self, signs: Mapping[int, Signs]) -> None:
        """Show what the user has put on releases, and paint only those on which that is new."""
        for number, each in signs.items():
            entry = self._entries.get(number)
            if entry and entry.signs != each:
                self._entries[number] = replace(entry, signs=each)
                self._paint_again(number)

    def _paint_again(self, number: int) -> None:
        """Paint a release anew, if it is in sight."""
        seen = self.found.hits.numbers[self._first : self._first + self._rows + 1]
        if number in seen:
            place = self._first + list(seen).index(number)
            self.refresh_lines(place * self._row_lines, self._row_lines)

    def _watch_marked(self) -> None:
        self.refresh()

    def move(self, releases: int) -> None:
        """Move the cursor, as the user wants it."""
        self.moves += 1
        self.at = self.at + releases

    def _validate_at(self, at: int) -> int:
        return min(max(at, 0), max(0, len(self.found) - 1))

    def _watch_found(self, before: Found, found: Found) -> None:
        """Show another answer; the same one, refreshed, where the user has scrolled to."""
        stays = (before.asked, self.at, before.number_at(self.at)) == (
            found.asked,
            found.at,
            found.number,
        )
        self._entries = dict(found.entries)
        self.virtual_size = Size(0, len(found) * self._row_lines)
        self.set_reactive(ReleaseList.at, found.at)
        if not stays:
            self._bring_into_sight()
        self._ask_for_entries(margin=0)
        self._announce()

    def _watch_at(self) -> None:
        self._bring_into_sight()
        self._announce()

    def _announce(self) -> None:
        self.refresh()
        self.post_message(self.Highlighted(self.number, self.at))

    def _watch_scroll_y(self) -> None:
        self._ask_for_entries(margin=self._rows // 2)

    @on(Resize)
    @on(Show)
    def _settle(self) -> None:
        self._bring_into_sight()
        self._ask_for_entries(margin=0)

    @on(Click)
    def _choose(self, event: Click) -> None:
        row = (event.y + self.scroll_offset.y) // self._row_lines
        if row < len(self.found):
            self.move(row - self.at)
            if event.chain > 1:
                self.post_message(self.Chosen())

    def _action_line(self, lines: int) -> None:
        self.move(lines)

    def _action_page(self, pages: int) -> None:
        self.move(pages * max(1, self._rows - 1))

    def _action_half(self, halves: int) -> None:
        self.move(halves * max(1, self._rows // 2))

    def _action_onward(self) -> None:
        self._action_page(1)

    def _action_start(self) -> None:
        self.move(-len(self.found))

    def _action_end(self) -> None:
        self.move(len(self.found))

    def _bring_into_sight(self) -> None:
        if self.size.height:
            row = Region(0, self.at * self._row_lines, 1, self._row_lines)
            self.scroll_to_region(row, spacing=Spacing(), animate=False, force=True, x_axis=False)

    def _ask_for_entries(self, margin: int) -> None:
        """Ask for the entries in sight and then as many on either side, if one near is unknown."""
        first, numbers = self._first, self.found.hits.numbers
        near = numbers[max(0, first - margin) : first + self._rows + 1 + margin]
        if any(number not in self._entries for number in near):
            before = numbers[max(0, first - self._rows) : first]
            wanted = [*numbers[first : first + 2 * self._rows + 1], *reversed(before)]
            unknown = [number for number in wanted if number not in self._entries]
            self.post_message(self.CameIntoSight(self.found, unknown))

    def render_line(self, y: int) -> Strip:
        """Paint one line of the part that is in sight."""
        index, line = divmod(y + self.scroll_offset.y, self._row_lines)
        if index >= len(self.found):
            return self._painted([Line(_GUTTER + self._apology(y), (), "list--facts")])
        number = self.found.hits.numbers[index]
        entry = self._entries.get(number)
        cells = self.scrollable_content_region.width - len(_GUTTER) - 1
        lines = entry_line(entry, line, self._row_lines, cells) if entry else []
        under = ["list--cursor"] if index == self.at else []
        gutter = [
            Line(_CURSOR if under else " ", (), "list--bar"),
            Line(f"{self._sign(number, line) or ' '} ", (), "list--sign"),
        ]
        return self._painted([*gutter, *lines], *under)

    def _sign(self, number: int, line: int) -> str:
        """What stands before one line of a release."""
        unread = UNREAD * (number in self._entries and not self._entries[number].signs.read)
        marked = MARKED * (number in self.marked)
        return (unread, marked)[line] if self._row_lines > 1 else marked or unread

    def _painted(self, lines: list[Line], *under: str) -> Strip:
        """Paint stretches of text side by side, in component styles laid over each other."""
        style = component_style(self, *under)
        over = ["list--chosen"] if under else []
        segments: list[Segment] = []
        for text, lights, component in lines:
            own = component_style(self, *under, component, *over)
            light = component_style(self, *under, component, *over, "list--light")
            segments += lit(text, own, ((start, end, light) for start, end in lights))
        return Strip(segments).adjust_cell_length(self.scrollable_content_region.width, style)

    def _apology(self, row: int) -> str:
        """One row of what the list says when nothing was found."""
        asked = self.found.asked.text.strip()
        text = f"Nothing found for “{clean_line(asked)}”." if asked else ""
        rows = list(wrap(text, max(1, self.size.width - len(_GUTTER) - 1)))
        return text[slice(*rows[row])] if row < len(rows) else ""

"""The reader: one release in a column, lit where it answers the search or a find."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from rich.style import Style
from textual.message import Message
from textual.reactive import var

from natoread.key import Where
from natoread.keys import bindings
from natoread.leads import Titles
from natoread.page import Page
from natoread.paint import Coat
from natoread.sheet import Opened
from natoread.widgets.column import BLANK, TextColumn


class ReaderPane(TextColumn, inherit_bindings=False):
    """Shows a release from its first hit, and goes from hit to hit.

    As long as something is looked for in the release, what says it are the hits.
    """

    BINDINGS = bindings(Where.READER)
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "reader--title",
        "reader--facts",
        "reader--speaker",
        "reader--question",
        "reader--link",
    }

    opened: var[Opened | None] = var(None)
    find: var[str] = var("", init=False)
    titles: var[Titles] = var(Titles)

    @dataclass
    class HitReached(Message):
        """The current match is the one of this number, from 1; 0 of 0 where nothing is lit."""

        number: int
        total: int

    @dataclass
    class Left(Message):
        """The reader has moved in a release, and was at an offset when it came to another."""

        opened: Opened
        offset: int

    @dataclass
    class Progressed(Message):
        """The last row in sight is so far down the release, in percent."""

        percent: int

    class Finished(Message):
        """The reader wants to go on at the end of the release."""

    class Ended(Message):
        """The reader has come to the end of the release."""

    def __init__(self) -> None:
        super().__init__()
        self._find_from = 0

    def _watch_opened(self, before: Opened | None, now: Opened | None) -> None:
        """Show a release from its first hit; one that lay open, where the reader was."""
        if before and self.moved and not (now and before.number == now.number):
            self.post_message(self.Left(before, self.place))
        self.moved = bool(self.moved and before and now and before.number == now.number)
        if self.moved and before and now and self.place >= before.sheet.body_at:
            self.place += now.sheet.body_at - before.sheet.body_at  # its head may have grown
        here = self._hit_at if self.moved else (now and now.at) or 0
        self.page = self._page()
        self.set_reactive(ReaderPane.hit, self.page.match_from(here))
        if not self.moved:
            self.place = self._find_from = self.first_place()
        self.settle()
        self._watch_hit()

    def _page(self) -> Page:
        """The open release, lit by what is looked for in it, or else by the search."""
        if self.opened is None:
            return BLANK
        page = self.opened.page
        if self.find:
            page = page.lit_by(self.opened.sheet.findable.spans(self.find))
        return page.at_width(self.column)

    def _watch_find(self, before: str, now: str) -> None:
        """Go to the first match from where the find began; at its end, stay."""
        self._find_from = self._find_from if before else self.place
        here, self.page = self._hit_at, self._page()
        begun = self.page.match_from(self._find_from) if now else self.page.match_before(here + 1)
        self.set_reactive(ReaderPane.hit, begun)
        if now and self.page.lights:
            self._show_hit()
        elif now:
            self.go_to(self.page.row_of(self._find_from))
        self._watch_hit()

    @property
    def _hit_at(self) -> int:
        """Where the current match begins; with none, the place."""
        return self.page.lights[self.hit].start if self.page.lights else self.place

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

    def first_place(self) -> int:
        """Where the match is in sight, in the middle third if the text allows."""
        if self.opened and self.opened.at is not None:
            return self.opened.at
        if not self.page.lights:
            return 0
        row = self.page.row_of(self._hit_at)
        height = self.size.height
        return self.page.offset_of(row - height // 3 if row >= height * 2 // 3 else 0)

    def arrived(self) -> None:
        """Tell how far the release is read."""
        self.post_message(self.Progressed(self.percent))

    def _watch_titles(self) -> None:
        self.refresh()

    def _action_hit(self, step: int) -> None:
        self.walk(step)

    def walk(self, step: int) -> None:
        """Go to the next match, or back to the one before, all round the release."""
        if self.page.lights:
            self.hit = self._hit_from_here(step)
            self._show_hit()

    def _show_hit(self) -> None:
        """Bring the current match into the middle third; when hidden, it comes with the reader."""
        if not self.size:
            return
        self.moved = True
        row, third = self.page.row_of(self._hit_at), self.size.height / 3
        if not third <= row - self.scroll_offset.y < 2 * third:
            self.go_to(row - int(third))

    def _hit_from_here(self, step: int) -> int:
        """The next match after the current one, or after the top row if that is out of sight."""
        top = self.scroll_offset.y
        if not self.size or top <= self.page.row_of(self._hit_at) < top + self.size.height:
            return (self.hit + step) % len(self.page.lights)
        here = self.page.offset_of(top)
        return self.page.match_from(here) if step > 0 else self.page.match_before(here)

    def _watch_scroll_y(self, before: float, new_value: float) -> None:
        super()._watch_scroll_y(before, new_value)
        if self.moved and before < new_value == self.max_scroll_y:
            self.post_message(self.Ended())

    def _action_onward(self) -> None:
        if self.scroll_offset.y < self.max_scroll_y:
            self.turn(1)
        else:
            self.post_message(self.Ended())
            self.post_message(self.Finished())

    def _action_paragraph(self, step: int) -> None:
        leads = self.page.paragraph_after if step > 0 else self.page.paragraph_before
        turns = [turn.start for turn in self.opened.sheet.turns] if self.opened else []
        self.walk_to(leads(self.top, turns))

    def coats(self, row: int) -> Iterator[Coat]:
        """What was not said, who speaks, and what is lit."""
        if self.opened:
            sheet = self.opened.sheet
            for start, end, _ in self.page.within(row, sheet.asides):
                yield Coat(start, end, "reader--facts")
            for start, end, link in self.page.within(row, sheet.addresses):
                leads = _clicked(f"open_link({link})") + Style(link=sheet.links[link].url)
                yield Coat(start, end, "reader--link", leads)
            for start, end, title in self.page.within(row, self.titles.of(sheet).spans):
                yield Coat(start, end, "reader--link", _clicked(f"open_title({title})"))
            for start, end, turn in self.page.within(row, sheet.labels):
                asks = sheet.turns[turn].asks
                yield Coat(start, end, "reader--question" if asks else "reader--speaker")
        yield from super().coats(row)

    def under(self, row: int) -> tuple[str, ...]:
        """The part of the sheet that a row belongs to."""
        return part_of(self.opened, self.page.rows[row].start)


def _clicked(action: str) -> Style:
    """What makes words lead to what an action of the screen opens."""
    return Style(meta={"@click": f"screen.{action}"})


def part_of(opened: Opened | None, offset: int) -> tuple[str, ...]:
    """The component style of the part of a sheet that an offset belongs to."""
    if opened is None or offset >= opened.sheet.body_at:
        return ()
    return ("reader--title",) if offset < opened.sheet.facts_at else ("reader--facts",)

"""Correcting a release: its date, kind, speakers and title, in a small form."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Grid
from textual.content import Content
from textual.reactive import var
from textual.suggester import SuggestFromList
from textual.widgets import Input, Static

from natoread.keeping import Owed
from natoread.librarian import Desk
from natoread.marking import index_few, number_of
from natoread.screens.marking import MarkingScreen
from natoread.screens.once import Over
from natoread_index import Fact, Kind, NoCorrection, Release

_SAYS = {Fact.DATE: "Date", Fact.KIND: "Kind", Fact.BY: "Speakers", Fact.TITLE: "Title"}
_EXAMPLES = {
    Fact.DATE: "2024-05-28, 2024-05, 2024-05-27..2024-05-30 or none",
    Fact.KIND: ", ".join(Kind),
    Fact.BY: "names with ; between them",
}
Facts = Mapping[Fact, str]


class CorrectionScreen(Over[Facts], inherit_bindings=False):
    """Ends with what was changed, once all of it can be meant."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", "Close", id="close_correction"),
        Binding("tab,down", "app.focus_next", "Next", id="next_fact"),
        Binding("shift+tab,up", "app.focus_previous", "Previous", id="previous_fact"),
    ]

    mistake: var[str] = var("")

    def __init__(self, release: Release) -> None:
        super().__init__()
        self._before = {fact: fact.of(release) for fact in Fact}
        self._inputs = {fact: self._input(fact) for fact in Fact}

    def _input(self, fact: Fact) -> Input:
        kinds = SuggestFromList(list(Kind), case_sensitive=False) if fact is Fact.KIND else None
        return Input(
            self._before[fact],
            placeholder=_EXAMPLES.get(fact, ""),
            suggester=kinds,
            compact=True,
            select_on_focus=False,
        )

    def compose(self) -> ComposeResult:
        """Put each fact beside its name."""
        yield Static(Content("Correct   enter keeps it, u takes it back"), id="menu-title")
        with Grid(id="facts"):
            for fact, line in self._inputs.items():
                yield Static(_SAYS[fact])
                yield line
        yield Static(id="mistake")

    def _watch_mistake(self, mistake: str) -> None:
        for line in self.query("#mistake").results(Static):
            line.update(Content(mistake))
            line.display = bool(mistake)

    @on(Input.Submitted)
    def _end(self) -> None:
        try:
            self.dismiss(dict(self._changed()))
        except NoCorrection as mistake:
            self.mistake = str(mistake)

    def _changed(self) -> Iterator[tuple[Fact, str]]:
        """Yield what is other than it was; raises `NoCorrection`."""
        for fact, line in self._inputs.items():
            if line.value != self._before[fact]:
                yield fact, fact.read(line.value)


class CorrectingScreen(MarkingScreen, inherit_bindings=False):
    """Corrects the release in hand, and stays on it though its number is another then."""

    def _action_correct(self) -> None:
        if self.samples:
            self.notify("Samples stay as they are; what you add can be corrected")
        elif self.opened and self.opened.number == self.releases.number:
            self._fill_in(self.opened.number, self.opened.sheet.release)
        elif self.releases.number is not None:
            self._open_form(self.releases.number)

    @work(group="mark")
    async def _open_form(self, number: int) -> None:
        """Open the form for a release that the reader does not show yet."""
        with self._telling():
            release = await self._librarian.ask(lambda library: library.release(number))
            self._fill_in(number, release)

    def _fill_in(self, number: int, release: Release) -> None:
        self.app.push_screen(CorrectionScreen(release), partial(self._correct, number))

    def _correct(self, number: int, facts: Facts | None) -> None:
        if facts:
            owed = self._librarian.owe(partial(_corrected, number=number, facts=facts))
            self.correct(owed)

    @work(group="mark")
    async def correct(self, owed: Owed[Desk, int]) -> None:
        """Correct a release, and list it where it belongs by now."""
        number = await self.written(owed)
        if number is not None:
            self.show_renewed(number)


def _corrected(desk: Desk, number: int, facts: Facts) -> int:
    """Correct a release and make it searchable; its number by now."""
    ids = [*desk.own.ids([number]).values()]
    desk.own.correct([number], facts)
    index_few(desk, 1)
    return number_of(desk, ids) or number

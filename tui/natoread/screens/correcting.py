"""Correcting releases: their date, kind, speakers, and the title of one, in a small form."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Grid
from textual.content import Content
from textual.reactive import var
from textual.suggester import SuggestFromList
from textual.widgets import Input, Static

from natoread.keeping import Owed
from natoread.key import Where
from natoread.keys import bindings
from natoread.librarian import Desk
from natoread.marking import FEW, index_few, number_of
from natoread.screens.marking import MarkingScreen
from natoread.screens.over import Over
from natoread.widgets.line import Line
from natoread_index import Fact, Kind, NoCorrection, Release

_SAYS = {Fact.DATE: "Date", Fact.KIND: "Kind", Fact.BY: "Speakers", Fact.TITLE: "Title"}
_EXAMPLES = {
    Fact.DATE: "2024-05-28, 2024-05, 2024-05-27..2024-05-30 or none",
    Fact.KIND: ", ".join(Kind),
    Fact.BY: "names with ; between them",
}
_OF_SEVERAL = (Fact.DATE, Fact.KIND, Fact.BY)
Facts = Mapping[Fact, str]


class CorrectionScreen(Over[Facts]):
    """Ends with what was changed, once all of it can be meant.

    `before` are the facts as they are; of several releases they are none, and what stays empty
    stays as it is.
    """

    BINDINGS = bindings(Where.FORM)

    place = Where.FORM | Where.LINE | Over.place
    mistake: var[str] = var("")

    def __init__(self, title: str, before: Facts) -> None:
        super().__init__()
        self._title, self._before = title, before
        self._inputs = {fact: self._input(fact) for fact in before}

    def _input(self, fact: Fact) -> Input:
        kinds = SuggestFromList(list(Kind), case_sensitive=False) if fact is Fact.KIND else None
        return Line(
            self._before[fact],
            placeholder=_EXAMPLES.get(fact, ""),
            suggester=kinds,
            compact=True,
            select_on_focus=False,
        )

    def compose(self) -> ComposeResult:
        """Put each fact beside its name."""
        yield Static(Content(self._title), id="menu-title")
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
    """Corrects the releases in hand, and stays on one though its number is another then."""

    def _action_correct(self) -> None:
        numbers = self.in_hand
        if self.samples:
            self.notify("Samples stay as they are; what you add can be corrected")
        elif len(numbers) > 1:
            title = f"Correct {len(numbers):,} releases   what stays empty stays as it is"
            self._fill_in(numbers, title, dict.fromkeys(_OF_SEVERAL, ""))
        elif self.opened and [self.opened.number] == [*numbers]:
            self._fill_in_one(self.opened.number, self.opened.sheet.release)
        elif numbers:
            self._open_form(numbers[0])

    @work(group="mark")
    async def _open_form(self, number: int) -> None:
        """Open the form for a release that the reader does not show yet."""
        with self._telling():
            release = await self._librarian.ask(lambda library: library.release(number))
            self._fill_in_one(number, release)

    def _fill_in_one(self, number: int, release: Release) -> None:
        before = {fact: fact.of(release) for fact in Fact}
        keeps, undoes = map(self.keyboard.sign, ("take_line", "undo"))
        title = f"Correct   {keeps} keeps it, {undoes} takes it back"
        self._fill_in([number], title, before)

    def _fill_in(self, numbers: Sequence[int], title: str, before: Facts) -> None:
        self.app.push_screen(CorrectionScreen(title, before), partial(self._correct, numbers))

    def _correct(self, numbers: Sequence[int], facts: Facts | None) -> None:
        if facts:
            owed = self._librarian.owe(partial(_corrected, numbers=numbers, facts=facts))
            self.correct(owed, numbers)

    @work(group="mark")
    async def correct(self, owed: Owed[Desk, Sequence[int]], before: Sequence[int]) -> None:
        """Correct releases, and list them where they belong by now.

        Marks stay on a few. More are to be indexed first, so that theirs are taken off.
        """
        numbers = await self.written(owed)
        if numbers is None:
            return
        if not self.marked.isdisjoint(before):
            self.marked = self.marked.difference(before).union(numbers)
        if len(before) > 1:
            unmarked = "" if numbers else " and no longer marked"
            undoes = self.keyboard.sign("undo")
            self.notify(f"{len(before):,} releases corrected{unmarked}; {undoes} takes it back")
        self.show_renewed(numbers[0] if len(numbers) == 1 else None)


def _corrected(desk: Desk, numbers: Sequence[int], facts: Facts) -> list[int]:
    """Correct releases and make them searchable; their numbers by now, if they are few."""
    ids = [*desk.own.ids(numbers).values()] if len(numbers) <= FEW else []
    desk.own.correct(numbers, facts)
    index_few(desk, len(numbers))
    return [number for one in ids if (number := number_of(desk, [one])) is not None]

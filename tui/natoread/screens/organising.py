"""Tags, notes and removal: what takes more than one key."""

from collections.abc import Sequence
from functools import partial

from textual import work
from textual.app import SuspendNotSupported
from textual.suggester import Suggester
from textual.widgets import Input

from natoread.editor import NotEdited, edited, editor
from natoread.finding import NOTHING
from natoread.keeping import Owed
from natoread.key import Where
from natoread.keys import bindings
from natoread.librarian import Desk, Librarian
from natoread.screens.line import LineScreen
from natoread.screens.marking import MarkingScreen
from natoread.screens.menu import Choice, MenuScreen
from natoread.signs import tag_words
from natoread_index import ReleaseId, Retagging


class TagScreen(LineScreen):
    """Asks for tags; `tab` completes one that there is."""

    BINDINGS = bindings(Where.TAGS)

    place = Where.TAGS | LineScreen.place

    async def _action_complete(self) -> None:
        line = self.query_one(Input)
        found = line.suggester and await line.suggester.get_suggestion(line.value)
        line.value = found or line.value
        line.cursor_position = len(line.value)


class KnownTags(Suggester):
    """Completes the last tag of a line, once the library has told which there are."""

    def __init__(self, librarian: Librarian) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._librarian = librarian
        self._known: Sequence[str] | None = None

    async def get_suggestion(self, value: str) -> str | None:
        """The line with its last word completed, if a tag begins with it."""
        if self._known is None:
            self._known = [*await self._librarian.ask_desk(lambda desk: desk.marks.tags())]
        begun = value.rpartition(" ")[2].lstrip("+-")
        found = (tag for tag in self._known if tag.casefold().startswith(begun.casefold()))
        tag = next(found, "") if begun else ""
        return value + tag[len(begun) :] if tag else None


class OrganisingScreen(MarkingScreen, inherit_bindings=False):
    """Tags releases, writes notes on them, and removes them."""

    def _action_tag(self) -> None:
        if numbers := self.in_hand:
            asking = TagScreen(self._about_tags(numbers), suggester=KnownTags(self._librarian))
            self.app.push_screen(asking, partial(self._retag, numbers))

    def _about_tags(self, numbers: Sequence[int]) -> str:
        if len(numbers) > 1:
            return f"Tags of {len(numbers):,} releases: +this puts one on, -that takes one off"
        held = " ".join(tag_words(self.releases.signs_of(numbers[0])))
        return f"Tags: +this puts one on, -that takes one off   {held}"

    def _retag(self, numbers: Sequence[int], words: str | None) -> None:
        if tags := Retagging.of((words or "").split()):
            write = partial(_tagged, numbers=numbers, tags=tags)
            self.retag(self._librarian.owe(write), tags)

    @work(group="mark")
    async def retag(self, owed: Owed[Desk, int], tags: Retagging) -> None:
        """Put tags on releases and take others off, and say of how many that is another."""
        changed = await self.written(owed)
        if changed is not None:
            self.notify(f"{tags}: {_releases(changed)}", markup=False)

    def _action_note(self) -> None:
        if self.opened and self.opened.number == self.releases.number:
            sheet = self.opened.sheet
            self._edit(sheet.release.id, sheet.signs.note)
        elif self.releases.number is not None:
            self._edit_unopened(self.releases.number)

    @work(group="mark")
    async def _edit_unopened(self, number: int) -> None:
        """Edit the note on a release that the reader does not show yet."""
        with self._telling():
            for release, note in await self._librarian.ask_desk(partial(_note, number=number)):
                self._edit(release, note)

    def _edit(self, release: ReleaseId, text: str) -> None:
        if command := editor():
            self.edit_note(release, text, command)
        else:
            self._write_note(release, text)

    @work(group="mark")
    async def edit_note(self, release: ReleaseId, text: str, command: str) -> None:
        """Edit a note in the user's own editor, which has the terminal for that."""
        try:
            with self.app.suspend():
                new = edited(command, text)
        except SuspendNotSupported:
            self._write_note(release, text)
        except NotEdited as trouble:
            self.notify(str(trouble), severity="warning", markup=False)
        else:
            self._keep_note(release, text, new)

    def _write_note(self, release: ReleaseId, text: str) -> None:
        """Edit a note on the screen."""
        from natoread.screens.note import NoteScreen  # brings the editor, 30 ms at the start

        keep = partial(self._keep_note, release, text)
        self.app.push_screen(NoteScreen(text, keep, self.keyboard))

    def _keep_note(self, release: ReleaseId, before: str, text: str) -> None:
        if text.strip() != before:
            self.write(lambda desk: desk.marks.note(release, text))

    def _action_remove(self) -> None:
        numbers = self.in_hand
        if self.samples:
            self.notify("The samples go when you add releases of your own")
        elif numbers:
            choices = [Choice("y", "Yes", True), Choice("n", "No", False)]
            title = f"Remove {_releases(len(numbers))}? {self.keyboard.sign('undo')} undoes it"
            self.app.push_screen(MenuScreen(title, choices), partial(self._remove, numbers))

    def _remove(self, numbers: Sequence[int], agreed: bool | None) -> None:
        if agreed:
            owed = self._librarian.owe(partial(_removed, numbers=numbers))
            self.remove_releases(owed, numbers)

    @work(group="mark")
    async def remove_releases(self, owed: Owed[Desk, int], numbers: Sequence[int]) -> None:
        """Take releases out of the library."""
        if removed := await self.written(owed):
            self.marked -= frozenset(numbers)
            self.notify(f"Removed {_releases(removed)}; {self.keyboard.sign('undo')} undoes it")
            self.search()
            self.tend()


def _note(desk: Desk, number: int) -> list[tuple[ReleaseId, str]]:
    """The id of a release and the note on it, if it is still there."""
    found = desk.shown.ids([number]).values()
    return [(one, desk.marks.signs([one]).get(one, NOTHING).note) for one in found]


def _tagged(desk: Desk, numbers: Sequence[int], tags: Retagging) -> int:
    return desk.marks.tag(desk.shown.ids(numbers).values(), tags)


def _removed(desk: Desk, numbers: Sequence[int]) -> int:
    desk.own.remove(numbers)
    return len(numbers)


def _releases(count: int) -> str:
    return f"{count:,} release" + "s" * (count != 1)

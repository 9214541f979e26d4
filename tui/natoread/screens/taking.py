"""Taking releases out of the app: onto the clipboard, into a file, through a command."""

import asyncio
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from textual import work
from textual.app import SuspendNotSupported

from natoread.clipboard import Clipboard
from natoread.exports.forms import Form
from natoread.exports.names import file_name, title_words
from natoread.screens.line import LineScreen
from natoread.screens.menu import Choice, MenuScreen
from natoread.screens.searching import SearchingScreen
from natoread.shelf import Shelf
from natoread.shell import run_on_text
from natoread.taking import SAYS, Passage, Piece, quotation, whole
from natoread_index import NatoReadError, Release, render

_KEYS_OF_FORMS = {
    "m": Form.MARKDOWN,
    "t": Form.TEXT,
    "h": Form.HTML,
    "e": Form.EPUB,
    "s": Form.JSON,
    "v": Form.CSV,
    "b": Form.BIBTEX,
    "l": Form.CSL_JSON,
    "c": Form.CHICAGO,
    "a": Form.APA,
}


class TakingScreen(SearchingScreen, inherit_bindings=False):
    """Copies, exports and pipes the releases in hand."""

    _clipboard: Clipboard

    def _action_take(self) -> None:
        if self.in_hand:
            choices = [Choice(piece.value, SAYS[piece], piece) for piece in Piece]
            self.app.push_screen(MenuScreen("Copy", choices), self._take)

    def _take(self, piece: Piece | None) -> None:
        if piece is not None:
            self.take(piece)

    def _action_copy(self) -> None:
        self.take(Piece.SELECTION)

    @work(group="take")
    async def take(self, piece: Piece) -> None:
        """Copy a piece of what is in hand, and say where it went."""
        if piece.of_one:
            text = self._part(piece)
        elif releases := await self._releases_in_hand():
            text = whole(piece, releases)
        else:
            return
        if not text:
            self.notify("Nothing is selected" if piece is Piece.SELECTION else "No text is open")
            return
        try:
            where = await asyncio.to_thread(self._clipboard.copy, text)
        except OSError as trouble:
            self.notify(f"Nothing could be copied: {trouble}", severity="error", markup=False)
        else:
            self.notify(f"Copied {len(text):,} characters {where}", markup=False)

    async def _releases_in_hand(self) -> list[Release]:
        """Return all that is in hand, or nothing, which is told, where that can't be had."""
        try:
            return await self._librarian.ask(partial(_releases, self.in_hand))
        except NatoReadError as trouble:
            self.notify(f"Nothing was taken: {trouble}", severity="error", markup=False)
            return []

    def _part(self, piece: Piece) -> str:
        """A part of the release in the reader: what is selected, or the paragraph in hand."""
        selected = (self.get_selected_text() or "").strip()
        if piece is Piece.SELECTION or self.opened is None:
            return selected
        found = self.opened.sheet.passage_at(self.reader.here)
        if piece is Piece.PARAGRAPH:
            return found.text
        quoted = Passage(selected or found.text, found.paragraph)
        return quotation(self.opened.sheet.release, quoted)

    def _action_export(self) -> None:
        if self.in_hand:
            choices = [Choice(key, form.says, form) for key, form in _KEYS_OF_FORMS.items()]
            menu = MenuScreen(f"Export {self._many_in_hand} as", choices)
            self.app.push_screen(menu, self._ask_where)

    @property
    def _many_in_hand(self) -> str:
        many = len(self.in_hand)
        return "this release" if many == 1 else f"{many:,} releases"

    def _ask_where(self, form: Form | None) -> None:
        if form is None:
            return
        one = self.opened and len(self.in_hand) == 1 and self.opened.sheet.release
        words = title_words(self.found.asked.text or "releases")
        name = file_name(one, form.suffix) if one else words + form.suffix
        asking = LineScreen("Write to", str(Path.cwd() / name))
        self.app.push_screen(asking, partial(self._export, form))

    def _export(self, form: Form, where: str | None) -> None:
        if where:
            self.export(form, Path(where).expanduser())

    @work(group="take")
    async def export(self, form: Form, file: Path) -> None:
        """Write the releases in hand to a new file."""
        title = self.found.asked.text or "Releases"
        releases = await self._releases_in_hand()
        if not releases:
            return
        try:
            await asyncio.to_thread(_write_new, file, form, releases, title)
        except FileExistsError:
            self.notify(
                f"{file} is there already: nothing was written", severity="error", markup=False
            )
        except OSError as trouble:
            self.notify(f"Nothing was written: {trouble}", severity="error", markup=False)
        else:
            self.notify(f"Wrote {file}", markup=False)

    def _action_pipe(self) -> None:
        if self.in_hand:
            asking = LineScreen(f"Pipe {self._many_in_hand} to the command")
            self.app.push_screen(asking, self._pipe)

    def _pipe(self, command: str | None) -> None:
        if command:
            self.pipe(command)

    @work(group="take")
    async def pipe(self, command: str) -> None:
        """Run a command of the user's on the text in hand; the terminal is its own for that."""
        releases = await self._releases_in_hand()
        if not releases:
            return
        try:
            with self.app.suspend():
                code = run_on_text(command, render(releases))
        except SuspendNotSupported:
            self.notify("A command needs a terminal: this is none", severity="error")
            return
        if code:
            self.notify(f"“{command}” ended with {code}", severity="warning", markup=False)


def _releases(numbers: Sequence[int], library: Shelf) -> list[Release]:
    return [library.release(number) for number in numbers]


def _write_new(file: Path, form: Form, releases: Sequence[Release], title: str) -> None:
    """Write a file that is not there yet; half a file is none."""
    whole_text = form.written(releases, releases[0].title if len(releases) == 1 else title)
    with file.open("xb") as out:
        try:
            out.write(whole_text)
        except OSError:
            file.unlink(missing_ok=True)
            raise

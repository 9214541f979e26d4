"""Finding words in the open release."""

from textual import on
from textual.reactive import var
from textual.widgets import Input

from natoread.key import Where
from natoread.screens.catching_up import CatchingUpScreen
from natoread.widgets.reader import ReaderPane


class FindingScreen(CatchingUpScreen, inherit_bindings=False):
    """Finds in the release what is typed at its foot, until the reader ends that or leaves."""

    find: var[str] = var("")
    typing_find: var[bool] = var(False, toggle_class="-finding")

    def _watch_place(self, place: Where) -> None:
        super()._watch_place(place)
        self.typing_find = place is Where.FIND
        if place not in Where.READER | Where.FIND:
            self.find = ""

    def _action_find(self) -> None:
        self.find_bar.value = ""
        self.typing_find = True
        self.set_focus(self.find_bar)

    @on(Input.Changed, "FindBar")
    def _find_words(self, event: Input.Changed) -> None:
        self.find = event.value

    def _action_take_find(self) -> None:
        self.set_focus(self.reader)

    def _action_end_find(self) -> None:
        self.find = ""
        self.set_focus(self.reader)

    def _action_match(self, step: int) -> None:
        self.reader.walk(step)

    def _action_leave(self) -> None:
        if self.find and not self.selections:
            self.find = ""
        else:
            super()._action_leave()

    @on(ReaderPane.HitReached)
    def _count_hits(self, event: ReaderPane.HitReached) -> None:
        if self.find:
            self.hit = f"{event.number}/{event.total}" if event.total else "no match"
        else:
            self.hit = f"hit {event.number}/{event.total}" if event.total else ""

"""Screens over the screen that end once: of two quick keys that would end one, the first counts."""

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen, Screen

from natoread.key import Where
from natoread.keys import bindings

Result = TypeVar("Result")


class Once(Screen[Result]):
    """A screen that is no longer there can't be dismissed again; Textual fails over that."""

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """End the screen, unless it has ended."""
        return super().dismiss(result) if self.is_current else AwaitComplete()


class Over(ModalScreen[Result], Once[Result], inherit_bindings=False):
    """A screen that lies over another one and asks or shows something.

    No key goes to the app behind it, so that the keys that work everywhere are bound here, too.
    `place` is where its keys work; the keys of a class go before those that it inherits.
    """

    BINDINGS = bindings(Where.APP, Where.OVER)

    place = Where.OVER

"""Screens over the screen that end once: of two quick keys that would end one, the first counts."""

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import Screen

Result = TypeVar("Result")


class Once(Screen[Result]):
    """A screen that is no longer there can't be dismissed again; Textual fails over that."""

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """End the screen, unless it has ended."""
        return super().dismiss(result) if self.is_current else AwaitComplete()

"""An index that is built behind the open app."""

from __future__ import annotations

import sys
from contextlib import redirect_stderr
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from natoread.shelf import Shelf


class Building(Protocol):
    """An index that is being built, as far as the app needs to know it."""

    @property
    def progress(self) -> tuple[int, int] | None:
        """How many releases are done of how many."""

    @property
    def error(self) -> str | None:
        """What stopped it, as a sentence."""

    @property
    def running(self) -> bool:
        """Whether it goes on."""

    def stop(self) -> None:
        """End it; what is done stays."""


def build_index(shelf: Shelf) -> Building:
    """Start to index what can't be searched yet, in a process of its own."""
    # What the building needs is needed for nothing else, so it is imported now and not before.
    from natoread_index.searching.building import IndexBuild

    with redirect_stderr(sys.__stderr__):  # a process inherits a real one, not Textual's
        return IndexBuild(shelf.folder, shelf.index_folder)

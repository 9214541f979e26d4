"""An index that is built behind the open app."""

from __future__ import annotations

import sys
from contextlib import redirect_stderr
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pathlib import Path

    from natoread.shelf import Shelf
    from natoread_index.searching.building import IndexBuild


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


class Builder:
    """Starts processes that index what can't be searched yet; each reads what none has read."""

    def __init__(self) -> None:
        self._last: dict[Path, IndexBuild] = {}

    def __call__(self, shelf: Shelf) -> Building:
        """Start one."""
        # What the building needs is needed for nothing else, so it is imported now and not before.
        from natoread_index.searching.building import IndexBuild

        last = self._last.get(shelf.index_folder)
        with redirect_stderr(sys.__stderr__):  # a process inherits a real one, not Textual's
            build = IndexBuild(shelf.folder, shelf.index_folder, last.sound if last else None)
        self._last[shelf.index_folder] = build
        return build

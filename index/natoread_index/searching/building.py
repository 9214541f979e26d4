"""Builds the search index in a process of its own, behind an open app."""

from __future__ import annotations

import os
import threading
from pathlib import Path

from natoread_index.errors import NatoReadError
from natoread_index.library import Library
from natoread_index.searching.child import Child, report, task

_POLITE = 5


class IndexBuild:
    """A process that looks the index through, indexes what is missing, and ends."""

    def __init__(self, folder: Path, index_folder: Path) -> None:
        self._child = Child(__name__, [str(folder), str(index_folder)])
        self._progress: tuple[int, int] | None = None
        self._error: str | None = None
        self._is_stopped = False
        self._listening = threading.Thread(target=self._listen, daemon=True)
        self._listening.start()

    @property
    def progress(self) -> tuple[int, int] | None:
        """How many releases are done of how many; `None` before the first."""
        return self._progress

    @property
    def error(self) -> str | None:
        """What stopped the build, as a sentence."""
        if self._error is None and self._child.code and not self._is_stopped:
            return "the search index is not finished: the program that built it was ended"
        return self._error

    @property
    def running(self) -> bool:
        """Whether it is still at it, or has said something that is not heard yet."""
        return self._listening.is_alive()

    def stop(self) -> None:
        """End it; what it has put in by now stays."""
        self._is_stopped = self._is_stopped or self.running
        self._child.kill()
        self._listening.join()

    def _listen(self) -> None:
        for said in self._child.reports():
            if isinstance(said, str):
                self._error = said
            else:
                self._progress = said[0], said[1]


def _build(folder: Path, index_folder: Path) -> None:
    """Index what is missing; the body of the process."""
    if hasattr(os, "nice"):
        os.nice(_POLITE)
    try:
        with Library.open(folder, index_folder) as library:
            for progress in library.mend():
                report(progress)
    except NatoReadError as error:
        report(str(error))
    except Exception as error:
        report(f"the search index can’t be built: {error!r}")
        raise


if __name__ == "__main__":
    _build(*map(Path, task()))

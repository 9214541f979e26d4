"""Builds the search index in a process of its own, behind an open app."""

from __future__ import annotations

import multiprocessing
import os
import threading
from multiprocessing.connection import Connection
from pathlib import Path

from natoread_index.errors import NatoReadError
from natoread_index.library import Library

_POLITE = 5
_PATIENCE = 1.0


class IndexBuild:
    """A worker process that looks the index through, indexes what is missing, and ends.

    It dies with its parent, and writes to no terminal.
    """

    def __init__(self, folder: Path, index_folder: Path) -> None:
        spawning = multiprocessing.get_context("spawn")
        self._reports, reports = spawning.Pipe(duplex=False)
        self._process = spawning.Process(
            target=_build, args=(folder, index_folder, reports), daemon=True
        )
        self._process.start()
        reports.close()
        self._progress: tuple[int, int] | None = None
        self._error: str | None = None
        self._is_stopped = False

    @property
    def progress(self) -> tuple[int, int] | None:
        """How many releases are done of how many; `None` before the first."""
        self._listen()
        return self._progress

    @property
    def error(self) -> str | None:
        """What stopped the build, as a sentence."""
        self._listen()
        if self._error is None and self._process.exitcode and not self._is_stopped:
            return "the search index is not finished: the program that built it was ended"
        return self._error

    @property
    def running(self) -> bool:
        """Whether the worker is still at it."""
        return self._process.is_alive()

    def stop(self) -> None:
        """End the worker; what it has put in by now stays."""
        self._is_stopped = self._is_stopped or self.running
        self._process.terminate()
        self._process.join(_PATIENCE)
        self._process.kill()

    def _listen(self) -> None:
        try:
            while self._reports.poll():
                report = self._reports.recv()
                if isinstance(report, str):
                    self._error = report
                else:
                    self._progress = report
        except EOFError:
            return


def _build(folder: Path, index_folder: Path, reports: Connection) -> None:
    """Index what is missing; the body of the worker process."""
    _fall_silent()
    threading.Thread(target=_die_with_parent, daemon=True).start()
    if hasattr(os, "nice"):
        os.nice(_POLITE)
    try:
        with Library.open(folder, index_folder) as library:
            for progress in library.mend():
                reports.send(progress)
    except NatoReadError as error:
        reports.send(str(error))
    except Exception as error:
        reports.send(f"the search index can’t be built: {error!r}")
        raise


def _fall_silent() -> None:
    """Leave the terminal, which shows the app of the parent, alone."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in range(3):
        os.dup2(nowhere, stream)


def _die_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)

"""Long work behind an open app, done by a process of its own, and what that has told of it."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable

from natoread_index.errors import NatoReadError
from natoread_index.searching.child import Child, report

_POLITE = 5


class Errand:
    """A child at work on one task, until it ends; `if_ended` says that it was ended too early.

    It reports pairs of done and total, what it found as an object, and trouble as a sentence.
    """

    def __init__(self, module: str, task: object, if_ended: str) -> None:
        self._child = Child(module, task)
        self._if_ended = if_ended
        self._progress: tuple[int, int] | None = None
        self._found: dict[str, object] = {}
        self._error: str | None = None
        self._is_stopped = False
        self._listening = threading.Thread(target=self._listen, daemon=True)
        self._listening.start()

    @property
    def progress(self) -> tuple[int, int] | None:
        """How much is done of how much; `None` before the first report."""
        return self._progress

    @property
    def error(self) -> str | None:
        """What stopped it, as a sentence."""
        if self._error is None and self._child.code and not self._is_stopped:
            return self._if_ended
        return self._error

    @property
    def running(self) -> bool:
        """Whether it is still at it, or has said something that is not heard yet."""
        return self._listening.is_alive()

    def stop(self) -> None:
        """End it; what it has done by now stays."""
        self._is_stopped = self._is_stopped or self.running
        self._child.kill()
        self._listening.join()

    def _listen(self) -> None:
        for said in self._child.reports():
            if isinstance(said, str):
                self._error = said
            elif isinstance(said, dict):
                self._found = said
            else:
                self._progress = said[0], said[1]


def run(work: Callable[[], None], if_it_fails: str) -> None:
    """Do the work of an errand politely; its trouble is reported. The body of a child."""
    if hasattr(os, "nice"):
        os.nice(_POLITE)
    try:
        work()
    except NatoReadError as error:
        report(str(error))
    except Exception as error:
        report(f"{if_it_fails}: {error!r}")
        raise

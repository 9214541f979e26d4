"""Processes of this program, started for long work, that end when whoever started them does.

A child runs a module, is told its task in a line of JSON on its stdin, and reports in such lines on
its stdout. Its stdin stays open: it ends with its parent, however that ends.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

_PATIENCE = 1.0


class Child:
    """A process at work on one task."""

    def __init__(self, module: str, task: object) -> None:
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(  # noqa: S603  # this very program
            [sys.executable, "-P", "-m", module],
            stdin=pipe,
            stdout=pipe,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
        )
        assert self._process.stdin
        with suppress(BrokenPipeError):  # it has ended: it reports nothing
            self._process.stdin.write(json.dumps(task) + "\n")
            self._process.stdin.flush()

    @property
    def code(self) -> int | None:
        """With what exit code it has ended; `None` while it runs."""
        return self._process.poll()

    def reports(self) -> Iterator[Any]:
        """Yield what it reports, until it ends; it does so when nobody listens any more."""
        with suppress(BrokenPipeError), self._process:
            yield from map(json.loads, self._process.stdout or ())

    def kill(self) -> None:
        """End it at once."""
        self._process.kill()
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(_PATIENCE)


def task() -> Any:
    """Return what this process, a child, has to do; it will end with its parent."""
    told = json.loads(sys.stdin.readline())
    threading.Thread(target=_die_with_parent, daemon=True).start()
    return told


def report(what: object) -> None:
    """Report to the parent."""
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


def _die_with_parent() -> None:
    """Wait for the end of stdin, to which nothing more is written."""
    while os.read(sys.stdin.fileno(), 1):
        pass
    os._exit(1)

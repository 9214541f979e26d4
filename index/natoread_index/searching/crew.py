"""Segments written by several processes at once, each a batch of releases."""

from __future__ import annotations

import os
from collections.abc import Generator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from queue import SimpleQueue
from typing import Any

from natoread_index.engine.writer import SegmentWriter, Written
from natoread_index.errors import IndexTrouble
from natoread_index.searching.child import Child, report, task
from natoread_index.storage import database, records

_MOST = 8
_REPORT = 50
"""Releases after which a process reports."""


def written(
    file: Path, folder: Path, batches: Sequence[Sequence[int]]
) -> Generator[tuple[int, Written | None], None, None]:
    """Write a segment for each batch of releases of the library in `file`, on all cores.

    Yields how many releases more are done, or a segment that is finished. Closed before its end, it
    ends the processes. Raises `OSError` where one meets it, and `IndexTrouble` where one dies.
    """
    crew = _Crew(str(file), str(folder))
    try:
        for numbers in batches:
            crew.give(list(numbers))
        left = len(batches)
        while left:
            said = crew.heard.get()
            if isinstance(said, int):
                yield said, None
                continue
            yield 0, _finished(said)
            left -= 1
    finally:
        crew.dismiss()


def cores() -> int:
    """Return how many processes work at once: more would make as many small segments."""
    if hasattr(os, "sched_getaffinity"):
        return min(len(os.sched_getaffinity(0)), _MOST)
    return min(os.cpu_count() or 1, _MOST)


class _Crew:
    """As many children as there are cores; what they report is `heard`, errors included."""

    def __init__(self, *places: str) -> None:
        self.heard: SimpleQueue[Any] = SimpleQueue()
        self._places = places
        self._threads = ThreadPoolExecutor(cores())
        self._children: list[Child] = []
        self._is_dismissed = False

    def give(self, numbers: list[int]) -> None:
        """Give a batch to the next child that is free."""
        self._threads.submit(self._work, numbers)

    def dismiss(self) -> None:
        """End all children."""
        self._is_dismissed = True
        self._threads.shutdown(wait=False, cancel_futures=True)
        for child in self._children:
            child.kill()
        self._threads.shutdown()

    def _work(self, numbers: list[int]) -> None:
        said: object = None
        try:
            child = Child(__name__, [*self._places, numbers])
            self._children.append(child)
            if self._is_dismissed:
                child.kill()
            for said in child.reports():
                self.heard.put(said)
        finally:
            if not isinstance(said, dict):
                self.heard.put({"error": None})


def _finished(said: dict[str, Any]) -> Written:
    if "error" not in said:
        return Written(Path(said["folder"]), said["segment"], said["size"])
    if said["error"] is None:
        raise IndexTrouble("a program that built the search index was ended before its time")
    raise OSError(*said["error"])


def _write(file: str, folder: str, numbers: Sequence[int]) -> None:
    """Write one segment; the body of a child."""
    segment = SegmentWriter(Path(folder))
    with closing(database.connect(Path(file))) as connection:
        for count, (number, release) in enumerate(records.releases(connection, numbers), 1):
            segment.add(number, release)
            if count % _REPORT == 0:
                report(_REPORT)
    done = segment.close()
    report(len(numbers) % _REPORT)
    report({"folder": str(done.folder), "segment": done.name, "size": done.size})


if __name__ == "__main__":
    try:
        _write(*task())
    except OSError as trouble:
        report({"error": [trouble.errno, trouble.strerror, trouble.filename]})

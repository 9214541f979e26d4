"""Builds the search index in a process of its own, behind an open app."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import cast

from natoread_index.engine.manifest import Measures
from natoread_index.library import Library
from natoread_index.searching.child import report, task
from natoread_index.searching.errand import Errand, run


class IndexBuild(Errand):
    """A process that looks the index through, indexes what is missing, and ends.

    What an earlier one found `sound` is not read again.
    """

    def __init__(self, folder: Path, index_folder: Path, sound: Measures | None = None) -> None:
        super().__init__(
            __name__,
            [str(folder), str(index_folder), sound or {}],
            "the search index is not finished: the program that built it was ended",
        )

    @property
    def sound(self) -> Measures:
        """The files of the index that were read or written, once it has ended well."""
        return _measures(self._found)


def _build(folder: str, index_folder: str, sound: dict[str, object]) -> None:
    """Index what is missing; the body of the process."""
    with Library.open(Path(folder), Path(index_folder)) as library:
        by_now = _measures(sound)
        for progress in library.mend(by_now):
            report(progress)
        report(by_now)


def _measures(told: dict[str, object]) -> Measures:
    """Return what came as JSON, which knows no tuples."""
    measures = ((name, cast(list[int], measure)) for name, measure in told.items())
    return {name: (size, crc) for name, (size, crc) in measures}


if __name__ == "__main__":
    run(partial(_build, *task()), "the search index can’t be built")

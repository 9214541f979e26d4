"""Builds the search index in a process of its own, behind an open app."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from natoread_index.library import Library
from natoread_index.searching.child import report, task
from natoread_index.searching.errand import Errand, run


class IndexBuild(Errand):
    """A process that looks the index through, indexes what is missing, and ends."""

    def __init__(self, folder: Path, index_folder: Path) -> None:
        super().__init__(
            __name__,
            [str(folder), str(index_folder)],
            "the search index is not finished: the program that built it was ended",
        )


def _build(folder: Path, index_folder: Path) -> None:
    """Index what is missing; the body of the process."""
    with Library.open(folder, index_folder) as library:
        for progress in library.mend():
            report(progress)


if __name__ == "__main__":
    run(partial(_build, *map(Path, task())), "the search index can’t be built")

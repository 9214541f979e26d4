"""Bars on stderr while something takes long; none where stderr is no terminal."""

import sys
from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING

import click

from natoread.commands.printing import tell
from natoread_index import Library, LibraryError, LibraryLocked

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

_REDRAWS = 200


def bar(length: int, label: str) -> "ProgressBar[int]":
    """A bar for `length` steps."""
    return click.progressbar(
        length=length,
        label=label,
        file=sys.stderr,
        hidden=not sys.stderr.isatty(),
        update_min_steps=max(1, length // _REDRAWS),
    )


def follow(steps: Iterator[tuple[int, int]], label: str) -> int:
    """Take `steps`, each of them (done, of how many), behind a bar; how many were done."""
    first = next(steps, None)
    if first is None:
        return 0
    done, total = first
    with bar(total, label) as shown:
        for done, total in chain([first], steps):
            shown.length = total
            shown.update(done - shown.pos)
    return done


def catch_up(library: Library, despite: type[LibraryError] = LibraryLocked) -> None:
    """Index what is stored and not yet searchable; trouble of the kind `despite` is only told.

    By default that is another program, which is indexing already.
    """
    waiting = library.unindexed
    for notice in library.notices:
        tell(notice)
    if not waiting:
        return
    try:
        follow(library.catch_up(), "Indexing")
    except despite as error:
        tell(f"{error}. {waiting:,} releases can't be searched yet.")

"""Bars on stderr while something takes long; none where stderr is no terminal."""

import sys
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from time import monotonic
from typing import TYPE_CHECKING, Self

import click

from natoread.commands.printing import tell
from natoread_index import Library, LibraryError, LibraryLocked, Release

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

_REDRAWS = 200


def bar(length: int, label: str, pace: Callable[[], str] = str) -> "ProgressBar[int]":
    """A bar for `length` steps; `pace` says behind it how it goes."""
    return click.progressbar(
        length=length,
        label=label,
        item_show_func=lambda _: pace(),
        file=sys.stderr,
        hidden=not sys.stderr.isatty(),
        update_min_steps=max(1, length // _REDRAWS),
    )


class ReadingBar:
    """A bar for the bytes of files, which says how many releases a second come out of them."""

    def __init__(self, length: int) -> None:
        self.releases = 0
        self._started = monotonic()
        self._bar = bar(length, "Reading", self._pace)
        self._told = 0

    def __enter__(self) -> Self:
        self._bar.__enter__()
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.__exit__(None, None, None)

    def read(self, count: int) -> None:
        """Go on by so many bytes."""
        self._told += count
        self._bar.update(count)

    def reach(self, total: int) -> None:
        """Go on to where so many bytes are done, of which some weren't read."""
        self.read(max(0, total - self._told))

    def counted(self, releases: Iterable[Release]) -> Iterator[Release]:
        """Yield `releases`, and count them."""
        for release in releases:
            self.releases += 1
            yield release

    def _pace(self) -> str:
        passed = monotonic() - self._started
        return f"{self.releases / passed:,.0f} releases/s" if self.releases and passed > 1 else ""


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

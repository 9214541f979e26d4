"""Texts into the library, one after the other; one that fails leaves the others alone."""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from natoread.commands.progress import bar
from natoread.commands.sources import STDIN, lines, size
from natoread_index import Added, Library, Release, Unreadable, releases

_PIECE = 64 * 1024 * 1024
"""Characters of text up to which a file goes in whole or not at all."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one text; `error` is a sentence if it failed."""

    path: str
    counts: Added
    error: str | None = None


def outcomes(library: Library, paths: Sequence[str], dry_run: bool) -> Iterator[Outcome]:
    """Add the texts at `paths` in turn, behind a bar."""
    with bar(sum(map(size, paths)), "Reading") as shown:
        for path in paths:
            yield _outcome(library, path, shown.update, dry_run)


def pieces(found: Iterator[Release], piece: int = _PIECE) -> Iterator[Iterator[Release]]:
    """Cut releases into runs of about `piece` characters, to be taken one after the other."""
    for first in found:
        yield _run(first, found, piece)


def _run(first: Release, rest: Iterator[Release], piece: int) -> Iterator[Release]:
    yield first
    length = len(first.body)
    while length < piece and (release := next(rest, None)):
        length += len(release.body)
        yield release


def _outcome(library: Library, path: str, tick: Callable[[int], object], dry_run: bool) -> Outcome:
    counts, error = Added(), None
    try:
        for piece in pieces(releases(lines(path, tick), path)):
            counts += library.add(piece, _origin(path), dry_run=dry_run)
    except Unreadable as failure:
        error = str(failure)
    return Outcome(path, counts, error)


def _origin(path: str) -> str:
    """A name for a file that the library can keep, whatever bytes are in it."""
    whole = path if path == STDIN else Path(path).absolute()
    return os.fsencode(whole).decode(errors="replace")

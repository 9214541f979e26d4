"""Files into the library, one after the other; one that fails leaves the others alone."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path

from natoread.commands.progress import ReadingBar
from natoread.commands.sources import STDIN, Tick, opened, size, stamp
from natoread_index import Added, Document, Fields, Library, Release, Taken, Unreadable, documents

BATCH = 64 * 1024 * 1024
"""Characters of text up to which a file goes in whole or not at all."""


@dataclass
class Outcome:
    """What became of one document so far; `error` is a sentence if it failed."""

    path: str
    counts: Added = field(default_factory=Added)
    repaired: int = 0
    left_out: int = 0
    error: str | None = None
    whole: bool = False


class Batches:
    """Releases in runs of about `most` characters, to be taken one after the other."""

    def __init__(self, found: Iterator[Release], most: int = BATCH) -> None:
        self.taken, self.over = 0, False
        self._found, self._most = found, most

    def __iter__(self) -> Iterator[Iterator[Release]]:
        while not self.over:
            yield self._batch()

    def _batch(self) -> Iterator[Release]:
        length = 0
        while length < self._most:
            release = next(self._found, None)
            if release is None:
                self.over = True
                return
            self.taken += 1
            length += len(release.body)
            yield release


@dataclass
class Intake:
    """Adds files to a library; what becomes of each document is in `done`, even if interrupted."""

    library: Library
    fields: Fields
    dry_run: bool = False
    done: list[Outcome] = field(default_factory=list)

    def take(self, paths: Sequence[str]) -> None:
        """Add files in turn, behind a bar."""
        ends = accumulate(map(size, paths))
        with ReadingBar(sum(map(size, paths))) as bar:
            for path, end in zip(paths, ends, strict=True):
                for document in self._documents(path, bar.read):
                    self._take(document, bar)
                bar.reach(end)

    def _documents(self, path: str, tick: Tick) -> Iterator[Document]:
        try:
            with opened(path, tick) as file:
                yield from documents(file, path, stamp(path), size(path), self.fields)
        except Unreadable as failure:
            self.done.append(Outcome(path, error=str(failure), whole=True))

    def _take(self, document: Document, bar: ReadingBar) -> None:
        outcome = Outcome(document.name)
        self.done.append(outcome)
        try:
            self._add(document, outcome, bar)
        except Unreadable as failure:
            outcome.error = str(failure)
        outcome.repaired, outcome.left_out = document.repaired, document.left_out
        outcome.whole = True

    def _add(self, document: Document, outcome: Outcome, bar: ReadingBar) -> None:
        """Add what isn't taken yet of a document, batch by batch."""
        origin = _origin(document.name)
        before = self.library.taken(origin)
        if not document.stamp or before.stamp != document.stamp:
            before = Taken(document.stamp)
        outcome.counts = Added(unchanged=before.releases)
        if before.whole:
            return
        batches = Batches(bar.counted(document.releases(skip=before.releases)))
        for batch in batches:
            outcome.counts += self.library.add(
                batch,
                origin,
                dry_run=self.dry_run,
                then=lambda: Taken(
                    document.stamp, before.releases + batches.taken, whole=batches.over
                ),
            )


def _origin(path: str) -> str:
    """A name for a file that the library can keep, whatever bytes are in it."""
    whole = path if path == STDIN else Path(path).absolute()
    return os.fsencode(whole).decode(errors="replace")

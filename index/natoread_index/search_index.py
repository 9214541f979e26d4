"""The search index of one library: opened, brought up to date, thrown away and built again.

It can always be built again from the database, so whatever is wrong with it ends in that.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path

from pyroaring import BitMap

from natoread_index import records
from natoread_index.database import name_of, sentences
from natoread_index.engine.reader import IndexReader, Unusable, latest_generation
from natoread_index.engine.writer import new_segment, remove_index
from natoread_index.errors import IndexTrouble
from natoread_index.hits import Hits, Sort
from natoread_index.lock import writing
from natoread_index.query import Query
from natoread_index.searcher import Searcher

Progress = Iterator[tuple[int, int]]
"""Pairs of how many releases are done, and how many there are to do."""

_FIRST_BATCH, _BATCH = 300_000, 3_000_000
"""Words that go into one segment: the first is small, so that something can be searched soon."""

_SMALL = 2_000
"""Releases up to which small segments are written together into one."""


class SearchIndex:
    """The index in `folder` of the library in `database`."""

    def __init__(self, folder: Path, database: sqlite3.Connection) -> None:
        self._folder, self._database = folder, database
        self._name = name_of(database)
        self._reader: IndexReader | None = None
        self._searcher: Searcher | None = None
        self.trouble: str | None = None

    def search(self, query: Query, sort: Sort) -> Hits:
        """Answer from what is indexed by now; raises `IndexTrouble` if that can't be read."""
        try:
            searcher = self._opened()
            return searcher.search(query, sort) if searcher else Hits()
        except Unusable as trouble:
            self._condemn(trouble)
            raise IndexTrouble(f"{trouble}; it has to be built again") from trouble

    def missing(self) -> list[int]:
        """Return the numbers of the releases that can't be searched yet, newest first."""
        self._opened()
        indexed = BitMap(self._reader.numbers) if self._reader else BitMap()
        return [number for number in records.numbers(self._database) if number not in indexed]

    def is_stale(self) -> bool:
        """Tell whether another program has written to the index since it was opened."""
        known = self._reader.generation if self._reader else -1
        return latest_generation(self._folder) != known

    def close(self) -> None:
        """Forget what was opened; the next search opens what is there then."""
        self._reader = self._searcher = None

    def catch_up(self) -> Progress:
        """Index what is missing, in pieces that can be searched as they land.

        Stopped at any moment, it goes on the next time from the last piece. Raises
        `LibraryLocked` while another program does the same.
        """
        with sentences(self._folder), writing(self._folder, "index"):
            self.close()
            if self._opened() is None:
                remove_index(self._folder)
            yield from self._pieces()

    def rebuild(self) -> Progress:
        """Throw the index away and build it again."""
        with sentences(self._folder), writing(self._folder, "index"):
            self.close()
            remove_index(self._folder)
            yield from self._pieces()

    def damage(self) -> list[str]:
        """Return what is wrong with the index, in words; reads all its files."""
        self.close()
        self._opened()
        if self._reader is None:
            return [self.trouble] if self.trouble else []
        damaged = self._reader.manifest.damaged(self._folder)
        return [f"the search index is damaged in {name}" for name in damaged]

    def _pieces(self) -> Progress:
        missing, done = self.missing(), 0
        total = len(missing)
        while missing:
            for _ in self._write(self._batch(missing, _BATCH if done else _FIRST_BATCH)):
                done += 1
                yield min(done, total), total
            self.close()
            missing = self.missing()
            total = max(total, done + len(missing))

    def _batch(self, numbers: Sequence[int], most: int) -> list[int]:
        """Return as many of the first `numbers` as have `most` words together, or one."""
        lengths = records.lengths(self._database)
        words = 0
        for at, number in enumerate(numbers):
            words += lengths[number]
            if words > most:
                return list(numbers[: at or 1])
        return list(numbers)

    def _write(self, numbers: list[int]) -> Iterator[int]:
        """Write one segment, small older ones included, and yield each of `numbers` when done."""
        names, held = self._small_segments(len(numbers))
        with new_segment(self._folder, self._name, instead_of=names) as add:
            for number, release in records.releases(self._database, [*numbers, *held]):
                add(number, release)
                if number not in held:
                    yield number

    def _small_segments(self, size: int) -> tuple[set[str], BitMap]:
        """Return the segments to be written again with `size` new releases, and their releases.

        Taking those no larger than what is there already keeps the number of segments small, and
        each release is written again only a few times.
        """
        names: set[str] = set()
        held = BitMap()
        for segment in sorted(self._reader.segments if self._reader else (), key=lambda s: s.size):
            if segment.size > size + len(held) or size + len(held) + segment.size > _SMALL:
                break
            names.add(segment.name)
            held.update(segment.numbers())
        return names, held

    def _opened(self) -> Searcher | None:
        """Return a searcher over the newest index, or `None` where there is none to be used."""
        if self._searcher is None:
            try:
                self._reader = IndexReader(self._folder, self._name)
                self._searcher = Searcher(self._reader, records.days(self._database))
            except Unusable as trouble:
                self._reader = None
                self.trouble = str(trouble) if latest_generation(self._folder) > 0 else None
        return self._searcher

    def _condemn(self, trouble: Unusable) -> None:
        """Make sure that nobody opens a damaged index again."""
        self.close()
        self.trouble = str(trouble)
        with sentences(self._folder):
            remove_index(self._folder)

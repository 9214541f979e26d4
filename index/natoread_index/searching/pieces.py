"""Brings an index up to date with its library, in pieces that can be searched as they land.

Stopped or killed at any moment, it goes on the next time from the last piece.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from pyroaring import BitMap

from natoread_index.engine.reader import IndexReader
from natoread_index.engine.segment import Segment
from natoread_index.engine.writer import SegmentWriter, Written, commit, remove_unfinished
from natoread_index.searching.crew import cores, written
from natoread_index.storage import records
from natoread_index.storage.database import file_of, name_of

Progress = Iterator[tuple[int, int]]
"""Pairs of how many releases are done, and how many there are to do; equal when all is done."""

_FIRST = 300_000
"""Words of the first piece of many, which is small, so that something can be searched soon."""

_ALONE, _MOST = 1_500_000, 8_000_000
"""Words from which on several processes share the work, and that go into one segment at most.

A process takes 150 MB for the most, so that two of them and the one that gives them work stay below
400 MB.
"""

_TOGETHER, _SMALL = 4, 2_000
"""So many segments of about one size are written together into one of up to so many releases."""


class Pieces:
    """What one index lacks of its library; `reader` is the index as it is, if there is one.

    `library` are the numbers of all releases as they were when the last `write` began.
    """

    def __init__(
        self, folder: Path, database: sqlite3.Connection, reader: IndexReader | None
    ) -> None:
        self._folder, self._database, self._reader = folder, database, reader
        self._held = reader.held if reader else BitMap()
        self._known = records.last_of(database, self._held)
        self.library = self._held

    def missing(self) -> list[int]:
        """Return the numbers of the releases that can't be searched yet, newest first."""
        numbers = records.numbers(self._database, after=self._known)
        return [number for number in numbers if number not in self._held]

    def gone(self) -> BitMap:
        """Return the numbers of the releases that can be found and are no longer there."""
        return BitMap() if self._known else self._held - BitMap(records.numbers(self._database))

    def write(self) -> Progress:
        """Write what is missing, and forget what is gone; others may add to it meanwhile."""
        remove_unfinished(self._folder)
        gone, missing = self.gone(), self.missing()
        self.library = (self._held - gone) | BitMap(missing)
        if gone or not missing:  # at least an addition is known from then on
            self._commit(gone=gone)
        first, *rest = self._batches(missing) or [[]]
        for done, _ in enumerate(self._one(first)):
            yield done, len(missing)
        for others in self._many(rest) if rest else ():
            if (done := len(first) + others) < len(missing):
                yield done, len(missing)
        if missing:
            yield len(missing), len(missing)

    def _batches(self, numbers: Sequence[int]) -> list[list[int]]:
        """Cut `numbers` into what goes into one segment each."""
        lengths = records.lengths(self._database, numbers)
        words = sum(lengths.get(number, 0) for number in numbers)
        if words <= _ALONE:
            return [list(numbers)] if numbers else []
        most = min(words // cores() + 1, _MOST)
        batches: list[list[int]] = [[]]
        room = _FIRST
        for number in numbers:
            if lengths.get(number, 0) > room and batches[-1]:
                batches.append([])
                room = most
            batches[-1].append(number)
            room -= lengths.get(number, 0)
        return batches

    def _one(self, numbers: Sequence[int]) -> Iterator[int]:
        """Write one segment, small older ones included, and yield each of `numbers` before it."""
        if not numbers:
            return
        small = self._small(len(numbers))
        wanted = BitMap(numbers).union(*(BitMap(old.columns["number"]) for old in small))
        new = SegmentWriter(self._folder)
        ordered = records.newest_first(self._database, wanted)
        for number, release in records.releases(self._database, ordered):
            if number not in self._held:
                yield number
            new.add(number, release)
        self._commit(new.close(), instead_of={old.name for old in small})

    def _many(self, batches: Sequence[Sequence[int]]) -> Iterator[int]:
        """Write segments in processes of their own, and yield how many releases are done."""
        done = 0
        for more, segment in written(file_of(self._database), self._folder, batches):
            if segment is not None:
                self._commit(segment)
            done += more
            yield done

    def _small(self, size: int) -> list[Segment]:
        """Return the segments to be written again with `size` new releases.

        Each release is so written again only a few times, and there are never many segments.
        """
        taken: list[Segment] = []
        others = list(self._reader.segments) if self._reader else []
        while len(like := [s for s in others if _tier(s.size) <= _tier(size)]) >= _TOGETHER - 1:
            if size + sum(segment.size for segment in like) > _SMALL:
                break
            taken += like
            size += sum(segment.size for segment in like)
            others = [segment for segment in others if segment not in like]
        return taken

    def _commit(
        self, *new: Written, instead_of: Collection[str] = (), gone: BitMap | None = None
    ) -> None:
        library, addition = name_of(self._database), records.latest_addition(self._database)
        commit(self._folder, library, addition, new, instead_of=instead_of, gone=gone)


def _tier(size: int) -> int:
    """Return how large a segment is, in powers of four."""
    return size.bit_length() // 2

"""The library: releases on the user's machine, and the search over them."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from functools import cached_property
from time import perf_counter
from typing import TYPE_CHECKING

from natoread_index.correction import Fact
from natoread_index.hits import Facets, Hits, Related, Row, Sort
from natoread_index.holdings import EVERYTHING, Holdings
from natoread_index.queries.query import Query
from natoread_index.release import Release
from natoread_index.storage import prints, records
from natoread_index.storage.acting import correct_as_act, remove_as_act
from natoread_index.storage.adding import Added, Adding
from natoread_index.storage.checkup import Trouble, checkup
from natoread_index.storage.feeds import Waiting, note_items_taken
from natoread_index.storage.ledger import Undone
from natoread_index.storage.removing import Whole, put_back
from natoread_index.storage.stats import Stats, counted
from natoread_index.storage.taking import Taken, note_taken, taken

if TYPE_CHECKING:
    from natoread_index.engine.manifest import Measures
    from natoread_index.searching.pieces import Progress
    from natoread_index.searching.search_index import SearchIndex


_AT_ONCE = 500


class Library(Holdings):
    """The releases in a folder, and their search index; one thread uses one `Library`.

    Nothing is made on the disk before the first `add`. All methods raise `LibraryError` where the
    database can't be read or written.
    """

    def close(self) -> None:
        """Let go of all files."""
        self.__dict__.pop("_index", None)
        super().close()

    def search(self, query: Query, sort: Sort = Sort.RELEVANCE) -> Hits:
        """Return all that answers `query`; raises `IndexTrouble` if the index is damaged.

        What is not indexed yet is found by the empty query alone.
        """
        with self._sentences():
            if query:
                return self._index.search(query, sort)
            begun = perf_counter()
            numbers = records.numbers(self._database, sort) if sort is Sort.OLDEST else self.newest
            return Hits(numbers, ms=round((perf_counter() - begun) * 1e3, 3), query=query)

    def first(self, query: Query, most: int = 50) -> Hits:
        """Return all that answers `query`, the first `most` titles first, then newest."""
        with self._sentences():
            return self._index.first(query, most)

    def rows(self, numbers: Sequence[int], query: Query = EVERYTHING) -> list[Row]:
        """Return how a list shows some releases, each with what answers `query`."""
        with self._sentences():
            spots = self._index.spots(query, numbers) if query else {}
            return records.rows(self._database, numbers, query, spots)

    def facets(self, query: Query) -> Facets:
        """Count the releases that answer `query` by kind, source, speaker and month."""
        with self._sentences():
            return self._index.facets(query)

    def related(self, number: int) -> Related:
        """Return what belongs beside a release: of its event, in its words, of its day."""
        release = self.release(number)
        with self._sentences():
            return self._index.related(number, release)

    def days(self, query: Query) -> Mapping[date | None, int]:
        """Count the releases that answer `query` by their first day; undated ones first."""
        with self._sentences():
            return self._index.days(query)

    def countries(self, query: Query) -> Mapping[str, int]:
        """Count the releases that answer `query` by the countries that they name, most first."""
        with self._sentences():
            return self._index.countries(query)

    def taken(self, origin: str) -> Taken:
        """Return how much of a file has been added already."""
        with self._sentences():
            return taken(self._database, origin)

    def add(
        self,
        releases: Iterable[Release],
        origin: str = "",
        *,
        dry_run: bool = False,
        then: Callable[[], Taken] | None = None,
        items: Iterable[Waiting] = (),
    ) -> Added:
        """Store `releases`, all or, if anything fails, none; `origin` is where they came from.

        With them is stored how much of `origin` is taken `then`, to be asked for by `taken`, and
        that `items` of a feed, from which they are, wait no more.
        They can be searched after `catch_up`. Raises `LibraryLocked` if another program keeps
        writing; what iterating over `releases` raises is passed on.
        """
        if dry_run:
            return Adding(self._database, self._store.file).count(releases)
        with self._writing() as database:
            added = Adding(database, self._store.file).store(releases, origin)
            if then:
                note_taken(database, origin, then())
            note_items_taken(database, items)
            return added

    def make_comparable(self) -> Progress:
        """Note of what an older natoread stored how it is recognised; `add` does so, too, unseen.

        Yields pairs of how many are done and how many there are to do.
        """
        with self._sentences():
            total = left = prints.missing(self._database)
        while left:
            yield total - left, total
            with self._writing() as database:
                prints.catch_up(database, _AT_ONCE)
                left = prints.missing(database)  # another program may do the same
        if total:
            yield total, total

    def remove(self, numbers: Iterable[int]) -> None:
        """Take releases out with all their versions; what the user made of them stays.

        They are found no more; `catch_up` lets the index forget them. `undo` puts them back.
        """
        with self._writing() as database:
            remove_as_act(database, numbers)

    def correct(self, numbers: Iterable[int], facts: Mapping[Fact, str | None]) -> None:
        """Let facts of releases be as they were typed, or with `None` as they were published.

        That is kept when the releases are added again. `catch_up` lets the index know; the numbers
        are others then. Raises `NoCorrection`.
        """
        with self._writing() as database:
            correct_as_act(database, numbers, facts)

    def undo(self) -> Undone | None:
        """Undo what the user did last; `None` if there is nothing left."""
        undone = super().undo()
        if undone and undone.releases:
            self._forget()
        return undone

    def put_back(self, removed: Iterable[Whole]) -> list[int]:
        """Undo a removal, but for what was added again since; the new numbers."""
        with self._writing() as database:
            return put_back(database, removed)

    @property
    def unindexed(self) -> int:
        """How many releases can't be searched yet."""
        with self._sentences():
            return self._index.unindexed if len(self) else 0

    def catch_up(self) -> Progress:
        """Index what can't be searched yet, piece by piece; yields pairs of done and total."""
        with self._sentences():
            if len(self):
                yield from self._index.catch_up()

    def mend(self, sound: Measures | None = None) -> Progress:
        """Read the index but its `sound` files, to which it adds; build it again, or `catch_up`."""
        with self._sentences():
            if len(self):
                yield from self._index.mend({} if sound is None else sound)

    def reindex(self) -> Progress:
        """Throw the index away and build it again; yields pairs of done and total."""
        with self._sentences():
            if len(self) or self.index_folder.exists():
                yield from self._index.rebuild()

    def refresh(self) -> bool:
        """Take up what other programs have done since; tell whether that is anything."""
        if not self._store.is_changed() and not self._is_index_stale():
            return False
        self._forget()
        return True

    @property
    def notices(self) -> list[str]:
        """What the user should know, a line each."""
        with self._sentences():
            trouble = self._index.trouble if len(self) else None
        return [f"{trouble}; it is being built again"] if trouble else []

    def check(self) -> list[Trouble]:
        """Return what is wrong with database and index, and what mends it."""
        with self._sentences():
            return list(checkup(self._database, self._index))

    def stats(self) -> Stats:
        """Count the releases."""
        with self._sentences():
            return counted(self._database, indexed=len(self) - self.unindexed)

    @cached_property
    def _index(self) -> SearchIndex:
        from natoread_index.searching.search_index import (
            SearchIndex,  # Whoosh takes 50 ms to import
        )

        return SearchIndex(
            self.index_folder, self._database, lambda leaf: self.marks.numbers(leaf, self._database)
        )

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """Write what changes the releases; what was remembered of them is forgotten."""
        with self._store.writing() as database:
            yield database
        self._forget()

    def _is_index_stale(self) -> bool:
        return "_index" in self.__dict__ and self._index.is_stale()

    def _forget(self) -> None:
        """Drop what was remembered of an earlier state."""
        self.__dict__.pop("newest", None)
        if "_index" in self.__dict__:
            self._index.look_again()
            if not self._index.is_of(self._database):
                del self._index
        self._store.note_version()

"""The search index of one library: opened, brought up to date, thrown away and built again.

It can always be built again from the database, so whatever is wrong with it ends in that.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TypeVar

from pyroaring import BitMap

from natoread_index.engine.manifest import Measures
from natoread_index.engine.reader import IndexReader, Missing, State, Unusable, opened, state
from natoread_index.engine.summed import Damaged
from natoread_index.engine.writer import condemn, remove_index
from natoread_index.errors import IndexTrouble
from natoread_index.hits import Facets, Hits, Related, Sort
from natoread_index.queries.query import Query
from natoread_index.release import Release
from natoread_index.searching.of_user import Numbers
from natoread_index.searching.pieces import Pieces, Progress
from natoread_index.searching.searcher import Searcher
from natoread_index.spans import Spot
from natoread_index.storage import records
from natoread_index.storage.database import file_sentences, name_of
from natoread_index.storage.lock import writing

Answer = TypeVar("Answer")


class SearchIndex:
    """The index in `folder` of the library in `database`."""

    def __init__(self, folder: Path, database: sqlite3.Connection, of_user: Numbers) -> None:
        self._folder, self._database, self._of_user = folder, database, of_user
        self._name = name_of(database)
        self._seen: State | None = None
        self._reader: IndexReader | None = None
        self._searcher: Searcher | None = None
        self._trouble: str | None = None

    def search(self, query: Query, sort: Sort) -> Hits:
        """Answer from what is indexed by now; raises `IndexTrouble` if that can't be read."""
        return self._answer(lambda searcher: searcher.search(query, sort), Hits(query=query))

    def first(self, query: Query, most: int) -> Hits:
        """Answer the same at once, the first `most` in a provisional order."""
        return self._answer(lambda searcher: searcher.first(query, most), Hits(query=query))

    def spots(self, query: Query, numbers: Sequence[int]) -> Mapping[int, Spot]:
        """Return where long ones of some releases show most of `query`, as far as is known."""
        with suppress(IndexTrouble):  # of which the next search tells
            return self._answer(lambda searcher: searcher.spots(query, numbers), {})
        return {}

    def facets(self, query: Query) -> Facets:
        """Count what answers by each fact."""
        return self._answer(lambda searcher: searcher.facets(query), Facets({}, {}, {}, {}))

    def related(self, number: int, release: Release) -> Related:
        """Return what belongs beside a release."""
        return self._answer(lambda searcher: searcher.related(number, release), Related())

    def days(self, query: Query) -> Mapping[date | None, int]:
        """Count what answers by its first day."""
        return self._answer(lambda searcher: searcher.days(query), {})

    def countries(self, query: Query) -> Mapping[str, int]:
        """Count what answers by the countries that are named in it."""
        return self._answer(lambda searcher: searcher.countries(query), {})

    def _answer(self, question: Callable[[Searcher], Answer], nothing: Answer) -> Answer:
        searcher = self._opened()
        try:
            return question(searcher) if searcher else nothing
        except (Unusable, Damaged) as trouble:
            self._condemn()
            sentence = "the search index is damaged; it has to be built again"
            raise IndexTrouble(sentence) from trouble

    @property
    def trouble(self) -> str | None:
        """What is wrong with the index that lies there; one not built yet is not wrong."""
        self._newest()
        return self._trouble

    @property
    def unindexed(self) -> int:
        """How many releases can't be searched yet."""
        searcher = self._opened()
        return max(records.count(self._database) - (searcher.releases if searcher else 0), 0)

    def is_stale(self) -> bool:
        """Tell whether another program has written to the index since it was opened."""
        return self._seen not in (None, state(self._folder))

    def is_of(self, database: sqlite3.Connection) -> bool:
        """Tell whether this is the index of what `database` holds."""
        return self._database is database

    def close(self) -> None:
        """Forget what was opened; the next search opens what is there then."""
        self._reader = None
        self.look_again()

    def look_again(self) -> None:
        """Let the next search look what is there then; what is the same stays open."""
        self._searcher = self._seen = None

    def catch_up(self) -> Progress:
        """Index what is missing, in pieces that can be searched as they land.

        Raises `LibraryLocked` while another program does the same.
        """
        self.look_again()
        if self._is_whole():
            return
        with writing(self._folder, "index"), file_sentences(self._folder):
            self.look_again()
            if self._newest() is None:
                remove_index(self._folder)
            yield from self._pieces()

    def rebuild(self) -> Progress:
        """Throw the index away and build it again."""
        with writing(self._folder, "index"), file_sentences(self._folder):
            self.close()
            remove_index(self._folder)
            yield from self._pieces()

    def mend(self, sound: Measures) -> Progress:
        """Build the index again if any of its files is damaged, else index what is missing.

        Files that are known to be `sound` are not read; at the end all are.
        """
        if self.damage(sound):
            yield from self._built_again()
        else:
            yield from self.catch_up()
        sound.update(reader.manifest.files if (reader := self._newest()) else {})

    def _built_again(self) -> Progress:
        with writing(self._folder, "index"), file_sentences(self._folder):
            if self.damage():  # and no other program has mended it while this one waited
                remove_index(self._folder)
            self.close()
            yield from self._pieces()

    def damage(self, sound: Measures | None = None) -> list[str]:
        """Return what is wrong with the index, in words; reads all files not known to be sound."""
        self.close()
        reader = self._newest()
        if reader is None:
            return [self._trouble] if self._trouble else []
        unknown = dict(reader.manifest.files.items() - (sound or {}).items())
        damaged = reader.manifest.damaged(self._folder, unknown)
        return [f"the search index is damaged in {name}" for name in damaged]

    def _is_whole(self) -> bool:
        """Tell whether the index is of the library as it is."""
        reader = self._newest()
        if reader is None:
            return not (records.count(self._database) or self._trouble)
        latest = records.latest_addition(self._database)
        return reader.manifest.addition == latest and not self.unindexed

    def _pieces(self) -> Progress:
        while not self._is_whole():
            pieces = Pieces(self._folder, self._database, self._newest())
            yield from pieces.write()
            self.look_again()
            if (reader := self._newest()) is None:
                raise IndexTrouble(f"{self._folder}: {self._trouble or 'the search index is gone'}")
            if reader.held == pieces.library:  # so that need not be read again
                self._searcher = Searcher(reader, reader.everything, self._of_user)

    def _opened(self) -> Searcher | None:
        """Return a searcher over the newest index, or `None` where there is none to be used."""
        reader = self._newest()
        return self._searcher_over(reader) if reader else None

    def _searcher_over(self, reader: IndexReader) -> Searcher:
        if self._searcher is None:
            self._searcher = Searcher(reader, self._held(reader), self._of_user)
        return self._searcher

    def _newest(self) -> IndexReader | None:
        """Return the newest index, or `None` where there is none to be used."""
        if self._reader is None or self._seen is None:
            now = state(self._folder)
            if now != self._seen:
                self._seen, self._trouble = now, None
                self._reader = self._read(self._reader)
        return self._reader

    def _read(self, before: IndexReader | None) -> IndexReader | None:
        """Open the newest index, or stay with the one that was open before."""
        try:
            reader = before
            if reader is None or reader.state != self._seen:
                reader = opened(self._folder, self._name, before)
            if records.has_addition(self._database, reader.manifest.addition):
                self._seen = reader.state
                return reader
            self._trouble = "the search index knows more than the library"
        except Missing:
            pass
        except Unusable as trouble:
            self._trouble = str(trouble)
        return None

    def _held(self, reader: IndexReader) -> BitMap:
        """Return the documents whose releases the library still has."""
        if records.last_of(self._database, reader.held):
            return reader.everything
        numbers = set(records.numbers(self._database))
        return BitMap([d for d, number in enumerate(reader.numbers) if number in numbers])

    def _condemn(self) -> None:
        """Make sure that nobody opens a damaged index again, unless it can't be written."""
        if self._seen is not None and self._seen == state(self._folder):
            with suppress(OSError):
                condemn(self._folder, self._seen[0])
        self.close()

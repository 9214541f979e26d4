"""Answers queries from one generation of the index: numbers of releases, in order."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from functools import partial
from time import perf_counter

from pyroaring import BitMap

from natoread_index.engine.reader import IndexReader
from natoread_index.hits import Hits, Sort
from natoread_index.queries.query import Query
from natoread_index.searching.chronology import Chronology
from natoread_index.searching.matching import Matching
from natoread_index.searching.ordered import Ordered
from natoread_index.searching.ranking import Ranking, in_title

_AT_ONCE = 200
"""Releases of which the order is worked out before somebody asks for more."""


class Searcher:
    """Searches the documents of `reader` of which the library still has the release."""

    def __init__(self, reader: IndexReader, held: BitMap) -> None:
        self.reader = reader
        columns = reader.columns
        self._chronology = Chronology(columns["first"], columns["last"], reader.numbers)
        self._matching = Matching(reader, self._chronology, reader.everything & held)
        self._ranking = Ranking(reader, self._chronology, self._matching)

    @property
    def releases(self) -> int:
        """How many releases can be searched."""
        return len(self._matching.everything)

    def first(self, query: Query, most: int) -> Hits:
        """Return all that answers, the first `most` in order: in the title first, then newest."""
        begun = perf_counter()
        found = self._matching.find(query.node)
        titled, others = self._groups(query, found)
        head = self._chronology.newest(titled, most)
        head += self._chronology.newest(others, most - len(head))
        return self._hits(begun, query, found, head, lambda: self._by_day(titled, others))

    def search(self, query: Query, sort: Sort) -> Hits:
        """Return all that answers `query`, in the order asked for."""
        begun = perf_counter()
        found = self._matching.find(query.node)
        if sort is Sort.OLDEST:
            oldest = partial(self._chronology.oldest, found)
            return self._hits(begun, query, found, (), oldest)
        if sort is Sort.NEWEST or not query:
            head = self._chronology.newest(found, _AT_ONCE)
            return self._hits(begun, query, found, head, lambda: self._by_day(found))
        titled, others = self._groups(query, found)
        first, second = self._ranking.ranked(query.node, titled, others)

        def whole() -> list[int]:
            rest = titled - BitMap(first), others - BitMap(second)
            by_day = map(self._chronology.newest, rest)
            return [*first, *next(by_day), *second, *next(by_day)]

        head = [*first, *second] if len(first) == len(titled) else list(first)
        scores = [*first.values(), *second.values()][: len(head)]
        return self._hits(begun, query, found, head, whole, scores)

    def _groups(self, query: Query, found: BitMap) -> tuple[BitMap, BitMap]:
        """Return what answers in its title, and what does not."""
        titled = found & self._matching.find(in_title(query.node))
        return titled, found - titled

    def _by_day(self, *groups: BitMap) -> Sequence[int]:
        return [document for group in groups for document in self._chronology.newest(group)]

    def _hits(self, begun, query, found, head, whole, scores=()) -> Hits:
        numbers = Ordered(self._numbers(head), len(found), lambda: self._numbers(whole()))
        return Hits(numbers, scores, round((perf_counter() - begun) * 1e3, 3), query)

    def _numbers(self, documents: Iterable[int]) -> Sequence[int]:
        return array("I", map(self.reader.numbers.__getitem__, documents))

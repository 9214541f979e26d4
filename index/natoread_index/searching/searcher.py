"""Answers queries from one generation of the index: numbers of releases, in order."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from time import perf_counter

from pyroaring import BitMap

from natoread_index.engine.reader import IndexReader
from natoread_index.hits import Hits, Sort
from natoread_index.queries.query import Query
from natoread_index.searching.chronology import Chronology
from natoread_index.searching.matching import Matching
from natoread_index.searching.ranking import SCORED, Scoring, in_title

Span = tuple[int, int]


class Searcher:
    """Searches the documents of `reader` that the library still has.

    `days` holds for each number of a release its first and last day as ordinals, or `None`.
    """

    def __init__(self, reader: IndexReader, days: Mapping[int, Span | None]) -> None:
        self.reader = reader
        spans = [days.get(number) for number in reader.numbers]
        self._chronology = Chronology(spans, reader.numbers)
        held = BitMap([place for place, number in enumerate(reader.numbers) if number in days])
        self._matching = Matching(reader, self._chronology, held)

    @property
    def releases(self) -> int:
        """How many releases can be searched."""
        return len(self._matching.everything)

    def search(self, query: Query, sort: Sort) -> Hits:
        """Return all that answers `query`, in the order asked for."""
        begun = perf_counter()
        found = self._matching.find(query.node) & self._matching.everything
        documents, scores = self._ordered(query, found, sort)
        numbers = array("I", [self.reader.numbers[document] for document in documents])
        return Hits(numbers, scores, round((perf_counter() - begun) * 1e3, 3))

    def _ordered(
        self, query: Query, found: BitMap, sort: Sort
    ) -> tuple[Sequence[int], Sequence[float]]:
        if sort is Sort.OLDEST:
            return self._chronology.oldest(found), ()
        if sort is Sort.NEWEST or not query:
            return self._chronology.newest(found), ()
        return self._ranked(query, found)

    def _ranked(self, query: Query, found: BitMap) -> tuple[list[int], list[float]]:
        """Return `found` by relevance, and the scores of the first of them."""
        titled = found & self._matching.find(in_title(query.node))
        groups = self._chronology.newest(titled), self._chronology.newest(found - titled)
        first, rest = groups[0][:SCORED], groups[1][: max(SCORED - len(groups[0]), 0)]
        scores = Scoring(self.reader, self._matching, query.node).scores([*first, *rest])
        best = [sorted(part, key=scores.__getitem__, reverse=True) for part in (first, rest)]
        documents = [*best[0], *groups[0][len(first) :], *best[1], *groups[1][len(rest) :]]
        return documents, [scores.get(document, 0.0) for document in documents[:SCORED]]

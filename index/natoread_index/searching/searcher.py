"""Answers queries from one generation of the index: numbers of releases, in order."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property, partial
from time import perf_counter

from pyroaring import BitMap

from natoread_index.engine.reader import IndexReader
from natoread_index.engine.schema import FACETS
from natoread_index.hits import Facets, Hits, Related, Sort
from natoread_index.queries.countries import countries
from natoread_index.queries.query import Query
from natoread_index.release import Release
from natoread_index.searching.chronology import Chronology
from natoread_index.searching.expanding import Expanded, Expanding
from natoread_index.searching.matching import Matching
from natoread_index.searching.of_user import Numbers, UserDocuments
from natoread_index.searching.ordered import Ordered
from natoread_index.searching.ranking import Group, Ranking, Scores, in_title
from natoread_index.searching.relating import Relating
from natoread_index.searching.spots import Spots
from natoread_index.spans import Spot

_AT_ONCE = 200
"""Releases of which the order is worked out before somebody asks for more."""


class Searcher:
    """Searches the documents of `reader` of which the library still has the release."""

    def __init__(self, reader: IndexReader, held: BitMap, of_user: Numbers) -> None:
        self.reader = reader
        columns = reader.columns
        runs = [segment.run for segment in reader.segments]
        self._chronology = Chronology(columns["first"], columns["last"], reader.numbers, runs)
        made = UserDocuments(reader.numbers, of_user)
        self._matching = Matching(reader, self._chronology, reader.everything & held, made)
        self._expanding = Expanding(reader, self._matching)
        self._ranking = Ranking(reader, self._chronology, self._matching)

    @property
    def releases(self) -> int:
        """How many releases can be searched."""
        return len(self._matching.everything)

    def first(self, query: Query, most: int) -> Hits:
        """Return all that answers, the first `most` in order: in the title first, then newest."""
        begun = perf_counter()
        asked = self._expanding.expanded(query)
        groups = self._groups(asked)
        head: list[int] = []
        for group in groups:
            head += self._chronology.newest(group.documents, most - len(head))
        return self._hits(begun, asked, groups, head, partial(self._in_order, groups))

    def search(self, query: Query, sort: Sort) -> Hits:
        """Return all that answers `query`, in the order asked for."""
        begun = perf_counter()
        asked = self._expanding.expanded(query)
        if sort is Sort.RELEVANCE and query:
            return self._ranked(begun, asked)
        found = Group(self._matching.find(asked.query.node), titled=False)
        if sort is Sort.OLDEST:
            oldest = partial(self._chronology.oldest, found.documents)
            return self._hits(begun, asked, [found], (), oldest)
        head = self._chronology.newest(found.documents, _AT_ONCE)
        return self._hits(begun, asked, [found], head, partial(self._in_order, [found]))

    def spots(self, query: Query, numbers: Sequence[int]) -> Mapping[int, Spot]:
        """Return where long ones of some releases show most of a query that `search` returned."""
        return Spots(self.reader, self._matching).of(query.node, numbers)

    def facets(self, query: Query) -> Facets:
        """Count what answers `query` by each fact."""
        found = self._matching.find(self._expanding.expanded(query).query.node)
        counts = {name: dict(_counts(self.reader.values(name), found)) for name in FACETS}
        return Facets(**counts | {"month": dict(sorted(counts["month"].items()))})

    def related(self, number: int, release: Release) -> Related:
        """Return what belongs beside a release."""
        return Relating(self.reader, self._chronology, self._matching).related(number, release)

    def days(self, query: Query) -> Mapping[date | None, int]:
        """Count what answers `query` by its first day."""
        found = self._matching.find(self._expanding.expanded(query).query.node)
        counts = self._chronology.days(found)
        return {date.fromordinal(day) if day else None: counts[day] for day in sorted(counts)}

    def countries(self, query: Query) -> Mapping[str, int]:
        """Count what answers `query` by the countries that are named in it, the most first."""
        found = self._matching.find(self._expanding.expanded(query).query.node)
        return dict(_counts(self._named, found))

    @cached_property
    def _named(self) -> Mapping[str, BitMap]:
        """The documents that name each country."""
        return {
            name: self._matching.find(Query.parse(f'country:"{name}"').node) for name in countries()
        }

    def _ranked(self, begun: float, asked: Expanded) -> Hits:
        groups = self._groups(asked)
        ranked = self._ranking.ranked(asked.query.node, groups)
        head: list[int] = []
        scores: list[float] = []
        for group, some in zip(groups, ranked, strict=True):
            head.extend(some)
            scores.extend(some.values())
            if len(some) < len(group.documents):
                break
        whole = partial(self._in_order, groups, ranked)
        return self._hits(begun, asked, groups, head, whole, scores)

    def _groups(self, asked: Expanded) -> list[Group]:
        """Return what answers in its title, and what does not; behind it what needs correction."""
        found = self._matching.find(asked.query.node)
        titled = found & self._matching.find(in_title(asked.query.node))
        parts = [titled, found - titled]
        if asked.query.node != asked.uncorrected:
            exact = self._matching.find(asked.uncorrected)
            parts = [*(part & exact for part in parts), *(part - exact for part in parts)]
        return [Group(part, titled=at % 2 == 0) for at, part in enumerate(parts)]

    def _in_order(self, groups: Sequence[Group], ranked: Sequence[Scores] = ()) -> Iterator[int]:
        """Yield all documents of all groups, in each those ranked first, then the newest."""
        for at, group in enumerate(groups):
            first = ranked[at] if ranked else ()
            yield from first
            yield from self._chronology.newest(group.documents - BitMap(first))

    def _hits(
        self,
        begun: float,
        asked: Expanded,
        groups: Sequence[Group],
        head: Sequence[int],
        whole: Callable[[], Iterable[int]],
        scores: Sequence[float] = (),
    ) -> Hits:
        total = sum(len(group.documents) for group in groups)
        numbers = Ordered(self._numbers(head), total, lambda: self._numbers(whole()))
        ms = round((perf_counter() - begun) * 1e3, 3)
        return Hits(numbers, scores, ms, asked.query, asked.also, asked.corrected)

    def _numbers(self, documents: Iterable[int]) -> Sequence[int]:
        return array("I", map(self.reader.numbers.__getitem__, documents))


def _counts(values: Mapping[str, BitMap], found: BitMap) -> Iterator[tuple[str, int]]:
    """Yield how often each value is found, the most first."""
    counts = {value: found.intersection_cardinality(here) for value, here in values.items()}
    for value in sorted(counts, key=lambda value: (-counts[value], value)):
        if counts[value]:
            yield value, counts[value]

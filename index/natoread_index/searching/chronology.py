"""The days of all documents of an index: their order, and which of them lie in a span."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property
from itertools import islice, pairwise

from pyroaring import BitMap

from natoread_index.engine.facts import age


class Chronology:
    """The order of documents by their days, given as ordinals; 0 where no date is known.

    `runs` are documents of which is known that each is older than the one before, as `age` has it.
    They are written newest first, so that most often there is no other order than their own.
    """

    def __init__(
        self,
        firsts: array[int],
        lasts: array[int],
        numbers: array[int],
        runs: Sequence[range] = (),
    ) -> None:
        self._firsts, self._lasts, self._numbers, self._runs = firsts, lasts, numbers, runs
        self.undated = BitMap(_places_of_zero(firsts))
        self._dated = BitMap(range(len(firsts))) - self.undated

    @cached_property
    def _in_order(self) -> bool:
        """Whether those with a day stand newest first, and in order those without, too."""
        known = sum(map(len, self._runs)) == len(self._firsts)
        starts = [run.stop - self._undated_of(run) for run in self._runs]
        dated = [range(r.start, at) for r, at in zip(self._runs, starts, strict=True)]
        others = [range(at, r.stop) for r, at in zip(self._runs, starts, strict=True)]
        return known and self._falls(dated) and self._falls(others)

    def _undated_of(self, run: range) -> int:
        return self.undated.range_cardinality(run.start, run.stop)

    def _falls(self, runs: Sequence[range]) -> bool:
        """Tell whether each run ends before the next begins."""
        neighbours = pairwise(run for run in runs if run)
        return all(self._age(newer[-1]) > self._age(older[0]) for newer, older in neighbours)

    def _age(self, document: int) -> int:
        return age(self._firsts[document], self._numbers[document])

    @cached_property
    def _ages(self) -> list[int]:
        return list(map(age, self._firsts, self._numbers))

    @cached_property
    def _order(self) -> Sequence[int]:
        """All documents, newest first."""
        return array("I", self._sorted(range(len(self._firsts))))

    def _sorted(self, documents: Sequence[int] | BitMap) -> list[int]:
        return sorted(documents, key=self._ages.__getitem__, reverse=True)

    def between(self, first: date, last: date) -> BitMap:
        """Return the documents of which a day lies between two days, both counted."""
        begun, ended = first.toordinal(), last.toordinal()
        order = self._dated if self._in_order else self._order
        start = bisect_left(order, -ended, 0, len(self._dated), key=self._days_ago)
        end = bisect_right(order, -begun, 0, len(self._dated), key=self._days_ago)
        found = BitMap(order[start:end])
        found.update(d for d in self._ranges if self._firsts[d] < begun <= self._lasts[d])
        return found

    def days(self, documents: BitMap) -> Counter[int]:
        """Count `documents` by their first day, an ordinal; 0 where no date is known."""
        return Counter(map(self._firsts.__getitem__, documents))

    def newest(self, documents: BitMap, most: int | None = None) -> list[int]:
        """Return `documents`, or `most` of them, newest first, those without a date last."""
        if self._in_order:
            dated = list(islice(documents & self._dated, most))
            left = None if most is None else most - len(dated)
            return dated + list(islice(documents & self.undated, left))
        if len(documents) * 16 < len(self._firsts):
            return self._sorted(documents)[:most]
        return list(islice(filter(documents.__contains__, self._order), most))

    def oldest(self, documents: BitMap) -> list[int]:
        """Return `documents`, oldest first, those without a date last."""
        order, dated = self.newest(documents), documents.intersection_cardinality(self._dated)
        return order[:dated][::-1] + order[dated:]

    def _days_ago(self, document: int) -> int:
        return -self._firsts[document]

    @cached_property
    def _ranges(self) -> list[int]:
        """The documents of more than one day."""
        days = zip(self._firsts, self._lasts, strict=True)
        return [document for document, (first, last) in enumerate(days) if first != last]


def _places_of_zero(numbers: array[int]) -> Iterator[int]:
    place = -1
    for _ in range(numbers.count(0)):
        place = numbers.index(0, place + 1)
        yield place

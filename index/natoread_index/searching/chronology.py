"""The days of all documents of an index: their order, and which of them lie in a span."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
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
        self._firsts, self._lasts, self._numbers = firsts, lasts, numbers
        self.undated = BitMap(_places_of_zero(firsts))
        cuts = [run.stop - self.undated.range_cardinality(run.start, run.stop) for run in runs]
        dated = [range(run.start, cut) for run, cut in zip(runs, cuts, strict=True)]
        others = [range(cut, run.stop) for run, cut in zip(runs, cuts, strict=True)]
        self._dated = _Part(BitMap(range(len(firsts))) - self.undated, dated, self._age)
        self._others = _Part(self.undated, others, self._age)

    def _age(self, document: int) -> int:
        return age(self._firsts[document], self._numbers[document])

    def between(self, first: date, last: date) -> BitMap:
        """Return the documents of which a day lies between two days, both counted."""
        begun, ended = first.toordinal(), last.toordinal()
        found = self._dated.within(-ended, -begun, lambda document: -self._firsts[document])
        found.update(d for d in self._ranges if self._firsts[d] < begun <= self._lasts[d])
        return found

    def days(self, documents: BitMap) -> Counter[int]:
        """Count `documents` by their first day, an ordinal; 0 where no date is known."""
        return Counter(map(self._firsts.__getitem__, documents))

    def newest(self, documents: BitMap, most: int | None = None) -> list[int]:
        """Return `documents`, or `most` of them, newest first, those without a date last."""
        dated = self._dated.head(documents, most)
        return dated + self._others.head(documents, None if most is None else most - len(dated))

    def oldest(self, documents: BitMap) -> list[int]:
        """Return `documents`, oldest first, those without a date last."""
        return self._dated.head(documents, None)[::-1] + self._others.head(documents, None)

    @cached_property
    def _ranges(self) -> list[int]:
        """The documents of more than one day."""
        days = zip(self._firsts, self._lasts, strict=True)
        return [document for document, (first, last) in enumerate(days) if first != last]


class _Part:
    """Those documents that have a day, or those that have none.

    `runs` are the ranges of them of which is known that each is older than the one before.
    """

    def __init__(self, documents: BitMap, runs: Sequence[range], age: Callable[[int], int]) -> None:
        self._documents, self._age = documents, age
        self._runs = [run for run in runs if run]
        self._loose = documents - BitMap().union(*map(BitMap, self._runs))
        falls = (age(newer[-1]) > age(older[0]) for newer, older in pairwise(self._runs))
        self._in_order = not self._loose and all(falls)

    def head(self, documents: BitMap, most: int | None) -> list[int]:
        """Return those of `documents` that are of this part, or `most` of them, newest first."""
        own = documents & self._documents
        if self._in_order:
            return list(islice(own, most))
        if most is not None:
            firsts = (BitMap(islice(own & BitMap(run), most)) for run in self._runs)
            own = (own & self._loose).union(*firsts)
        return sorted(own, key=self._age, reverse=True)[:most]

    def within(self, first: int, last: int, value: Callable[[int], int]) -> BitMap:
        """Return those with a `value` from `first` to `last`, which grows the older they are."""
        found = BitMap(d for d in self._loose if first <= value(d) <= last)
        for run in self._runs:
            start = bisect_left(run, first, key=value)
            found |= BitMap(run[start : bisect_right(run, last, key=value)])
        return found


def _places_of_zero(numbers: array[int]) -> Iterator[int]:
    place = -1
    for _ in range(numbers.count(0)):
        place = numbers.index(0, place + 1)
        yield place

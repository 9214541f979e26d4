"""The days of all documents of an index: their order, and which of them lie in a span."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date
from functools import cached_property
from itertools import islice, pairwise

from pyroaring import BitMap


class Chronology:
    """The order of documents by their days, given as ordinals; 0 where no date is known.

    Of two documents of one day, the one that came later into the library counts as newer; those
    without a day keep the order in which they came, most often that of their file.
    Documents are written newest first, so that most often their own order is this one.
    """

    def __init__(self, firsts: array[int], lasts: array[int], numbers: array[int]) -> None:
        self._firsts, self._lasts, self._numbers = firsts, lasts, numbers
        self._dated = len(firsts) - firsts.count(0)

    @cached_property
    def _order(self) -> Sequence[int]:
        """All documents, newest first."""
        ages = list(map(_age, self._firsts, self._numbers))
        if all(newer > older for newer, older in pairwise(ages)):
            return range(len(ages))
        return array("I", sorted(range(len(ages)), key=ages.__getitem__, reverse=True))

    @property
    def _in_order(self) -> bool:
        return isinstance(self._order, range)

    @cached_property
    def undated(self) -> BitMap:
        """The documents of which no date is known."""
        return BitMap(self._order[self._dated :])

    def between(self, first: date, last: date) -> BitMap:
        """Return the documents of which a day lies between two days, both counted."""
        begun, ended = first.toordinal(), last.toordinal()
        start = bisect_left(self._order, -ended, 0, self._dated, key=self._days_ago)
        end = bisect_right(self._order, -begun, 0, self._dated, key=self._days_ago)
        found = BitMap(self._order[start:end])
        found.update(d for d in self._ranges if self._firsts[d] < begun <= self._lasts[d])
        return found

    def newest(self, documents: BitMap, most: int | None = None) -> list[int]:
        """Return `documents`, or `most` of them, newest first, those without a date last."""
        if self._in_order:
            return list(islice(documents, most))
        if len(documents) * 16 < len(self._order):
            return sorted(documents, key=self._places.__getitem__)[:most]
        return list(islice(filter(documents.__contains__, self._order), most))

    def oldest(self, documents: BitMap) -> list[int]:
        """Return `documents`, oldest first, those without a date last."""
        backward = *reversed(self._order[: self._dated]), *self._order[self._dated :]
        return [document for document in backward if document in documents]

    def _days_ago(self, document: int) -> int:
        return -self._firsts[document]

    @cached_property
    def _places(self) -> array[int]:
        """The place of each document in the order from the newest."""
        places = array("I", bytes(4 * len(self._order)))
        for place, document in enumerate(self._order):
            places[document] = place
        return places

    @cached_property
    def _ranges(self) -> list[int]:
        """The documents of more than one day."""
        days = zip(self._firsts, self._lasts, strict=True)
        return [document for document, (first, last) in enumerate(days) if first != last]


def _age(first: int, number: int) -> int:
    """Return a number that is the higher the newer."""
    return first << 32 | number if first else -number

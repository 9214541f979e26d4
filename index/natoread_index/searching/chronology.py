"""The days of all documents of an index: their order, and which of them lie in a span."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date

from pyroaring import BitMap


class Chronology:
    """The first and last day of each document, as ordinals; `None` where no date is known.

    Of two documents of one day, the one with the higher number in the library counts as newer.
    """

    def __init__(self, days: Sequence[tuple[int, int] | None], numbers: Sequence[int]) -> None:
        dated = [(span, document) for document, span in enumerate(days) if span is not None]
        self.undated = BitMap([document for document, span in enumerate(days) if span is None])
        self._firsts = sorted((first, document) for (first, _), document in dated)
        self._lasts = sorted((last, document) for (_, last), document in dated)
        by_day = sorted(dated, key=lambda entry: (entry[0][0], numbers[entry[1]]))
        undated = sorted(self.undated, key=numbers.__getitem__)
        self._oldest = [*(document for _, document in by_day), *undated]
        newest = *(document for _, document in reversed(by_day)), *reversed(undated)
        self._rank = {document: place for place, document in enumerate(newest)}

    def between(self, first: date, last: date) -> BitMap:
        """Return the documents of which a day lies between two days, both counted."""
        begun = bisect_right(self._firsts, (last.toordinal() + 1,))
        ended = bisect_left(self._lasts, (first.toordinal(),))
        return BitMap([document for _, document in self._firsts[:begun]]).difference(
            BitMap([document for _, document in self._lasts[:ended]])
        )

    def newest(self, documents: BitMap) -> list[int]:
        """Return `documents`, newest first, those without a date last."""
        if len(documents) * 8 > len(self._rank):
            return [document for document in self._rank if document in documents]
        return sorted(documents, key=self._rank.__getitem__)

    def oldest(self, documents: BitMap) -> list[int]:
        """Return `documents`, oldest first, those without a date last."""
        return [document for document in self._oldest if document in documents]

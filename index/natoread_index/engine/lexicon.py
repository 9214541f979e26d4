"""The words of one field of a segment, in order, each with what is kept of it.

They lie in rows of `_ROW`, of which the first words are kept in memory; of the rest of the file
only what is asked for is read, so that opening costs next to nothing. A word is found in its row as
a string, and its place by counting the ends of words before it: both are one call.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise

from natoread_index.engine.summed import SummedFile

_ROW = 64
_END = b"\xff"
"""A byte that is in no UTF-8, and behind all that are."""

_NUMBER = array("I").itemsize


def parts(
    name: str, entries: Iterable[tuple[bytes, bytes]]
) -> Iterator[tuple[str, Iterable[bytes]]]:
    """Yield the parts of a file for words, each once, and what is kept of them, in pieces."""
    ordered = sorted(entries)
    words, kept = [word for word, _ in ordered], [what for _, what in ordered]
    del ordered
    rows = [_joined(words[at : at + _ROW]) for at in range(0, len(words), _ROW)]
    yield f"{name}.first", [_joined(words[::_ROW])]
    for part, pieces in ("words", rows), ("kept", kept):
        yield f"{name}.{part}", pieces
        yield f"{name}.{part}.ends", [_ends(pieces)]


def _joined(words: Sequence[bytes]) -> bytes:
    return _END.join((b"", *words, b""))


def _parted(row: bytes) -> list[bytes]:
    return row.split(_END)[1:-1]


def _ends(pieces: Iterable[bytes]) -> bytes:
    return array("I", accumulate(map(len, pieces), initial=0)).tobytes()


class Lexicon:
    """The words in `file` under `name`, by their places."""

    def __init__(self, file: SummedFile, name: str) -> None:
        self._file = file
        self._first = _parted(file.bytes(*file.parts[f"{name}.first"]))
        self._rows, self._kept = file.parts[f"{name}.words"].start, file.parts[f"{name}.kept"].start
        self._row_ends = file.numbers(f"{name}.words.ends")
        self._kept_ends = file.parts[f"{name}.kept.ends"]

    def __len__(self) -> int:
        return (self._kept_ends.end - self._kept_ends.start) // _NUMBER - 1

    def words(self, places: range) -> Iterator[bytes]:
        """Yield the words at some places."""
        for row in range(places.start // _ROW, -(-places.stop // _ROW)) if places else ():
            before = row * _ROW
            yield from _parted(self._row(row))[max(places.start - before, 0) : places.stop - before]

    def kept(self, places: range) -> list[bytes]:
        """Return what is kept of the words at some places."""
        if not places:
            return []
        at = self._kept_ends.start + places.start * _NUMBER
        ends = self._file.bytes(at, at + (len(places) + 1) * _NUMBER)
        spans = list(pairwise(memoryview(ends).cast("I")))
        whole = self._file.bytes(self._kept + (start := spans[0][0]), self._kept + spans[-1][1])
        return [whole[a - start : b - start] for a, b in spans]

    def find(self, word: bytes) -> bytes | None:
        """Return what is kept of a word; `None` if it is not there."""
        row = bisect_right(self._first, word) - 1
        if row < 0:
            return None
        words = self._row(row)
        at = words.find(_joined([word]))
        if at < 0:
            return None
        place = row * _ROW + words.count(_END, 0, at)
        return self.kept(range(place, place + 1))[0]

    def beginning(self, prefix: bytes) -> range:
        """Return the places of all words that begin with `prefix`."""
        return range(self._place(prefix), self._place(prefix + _END))

    def _place(self, word: bytes) -> int:
        """Return the place of a word, or the one where it would be."""
        row = bisect_left(self._first, word) - 1
        return row * _ROW + bisect_left(_parted(self._row(row)), word) if row >= 0 else 0

    def _row(self, row: int) -> bytes:
        ends = self._row_ends
        return self._file.bytes(self._rows + ends[row], self._rows + ends[row + 1])

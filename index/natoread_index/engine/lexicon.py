"""The words of one field of a segment, in order, each with what is kept of it.

A word costs its letters and eight bytes; one is found by halving, all with one beginning lie side
by side.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import accumulate

from natoread_index.engine.summed import SummedFile

_STEP = 128
"""Of so many words one is kept in memory, which makes finding one twice as fast."""

_BEHIND_ALL = b"\xff"
"""A byte that is in no UTF-8."""


def parts(name: str, entries: Iterable[tuple[bytes, bytes]]) -> Iterator[tuple[str, bytes]]:
    """Yield the parts of a file for words, each once, and what is kept of them."""
    ordered = sorted(entries)
    words, kept = [word for word, _ in ordered], [what for _, what in ordered]
    for part, pieces in ("words", words), ("kept", kept):
        yield f"{name}.{part}", b"".join(pieces)
        yield f"{name}.{part}.ends", _ends(pieces)


def _ends(pieces: Iterable[bytes]) -> bytes:
    return array("I", accumulate(map(len, pieces), initial=0)).tobytes()


class Lexicon:
    """The words in `file` under `name`, by their places."""

    def __init__(self, file: SummedFile, name: str) -> None:
        self._file = file
        words, self._kept = file.parts[f"{name}.words"], file.parts[f"{name}.kept"]
        file.check(*words)
        self._start = words.start
        self._word_ends = file.numbers(f"{name}.words.ends")
        self._kept_ends = file.numbers(f"{name}.kept.ends")
        self._signposts = [self.word(place) for place in range(0, len(self), _STEP)]

    def __len__(self) -> int:
        return len(self._word_ends) - 1

    def word(self, place: int) -> bytes:
        """Return the word at a place."""
        start, ends = self._start, self._word_ends
        return self._file.map[start + ends[place] : start + ends[place + 1]]

    def kept(self, place: int) -> bytes:
        """Return what is kept of the word at a place."""
        start = self._kept.start
        return self._file.bytes(start + self._kept_ends[place], start + self._kept_ends[place + 1])

    def find(self, word: bytes) -> bytes | None:
        """Return what is kept of a word; `None` if it is not there."""
        place = self._place(word)
        return self.kept(place) if place < len(self) and self.word(place) == word else None

    def beginning(self, prefix: bytes) -> range:
        """Return the places of all words that begin with `prefix`."""
        return range(self._place(prefix), self._place(prefix + _BEHIND_ALL))

    def _place(self, word: bytes) -> int:
        """Return the place of a word, or the one where it would be."""
        after = bisect_left(self._signposts, word) * _STEP
        place, behind = max(after - _STEP, 0), min(after, len(self))
        text, start, ends = self._file.map, self._start, self._word_ends
        while place < behind:  # a bisection with a key would take twice as long
            middle = (place + behind) // 2
            if text[start + ends[middle] : start + ends[middle + 1]] < word:
                place = middle + 1
            else:
                behind = middle
        return place

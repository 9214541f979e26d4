"""Which documents have two words in a row, found while a segment is written.

Known are the rows of two words that many documents have both: of others, few texts need be read.
"""

from __future__ import annotations

import re
from array import array
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import chain

from pyroaring import BitMap

from natoread_index.engine.texts import BREAK, NOTHING, Reading

_SHARE, _MANY = 8, 500
_PAIRS = re.compile(f"(?=([^{BREAK}]{{2}}))")


def least_known(size: int) -> int:
    """Return how many of `size` documents have both words at least; of few, more than all."""
    return size // _SHARE if size >= _MANY else size + 1


class Words:
    """The words of a segment that can be in rows: those with a symbol that `least` documents have.

    `symbols` are a word's own or `NOTHING`, then others.
    """

    def __init__(
        self, documents: Mapping[str, BitMap], symbols: Mapping[str, str], least: int
    ) -> None:
        self._least = least
        many = (word for word, found in documents.items() if len(found) >= least)
        self._own = {word: symbols[word][0] for word in many if symbols[word][0] != NOTHING}
        self._having = {word: _bits(documents[word]) for word in self._own}

    def said(self, reading: Reading) -> list[str]:
        """Return the words of a reading that are in rows."""
        return [word for word in reading if word in self._own]

    def row(self, first: str, second: str) -> str | None:
        """Return the row of two words, if it has to be known: their own symbols."""
        both = (self._having[first] & self._having[second]).bit_count()
        return self._own[first] + self._own[second] if both >= self._least else None


def _bits(documents: BitMap) -> int:
    """Return documents as the bits of a number: to count what two have takes a fifth as long."""
    bits = bytearray(b"0") * (documents.max() + 1 if documents else 1)
    for document in documents:
        bits[~document] = ord("1")
    return int(bits, 2)


class _Known(dict[str, tuple[Callable[[int], None], ...]]):
    """For each two symbols, what notes a document in the `lists` of the rows that they say."""

    def __init__(self, readings: Mapping[str, Reading], words: Words) -> None:
        super().__init__()
        self.lists: defaultdict[str, array[int]] = defaultdict(partial(array, "I"))
        self._said = {symbol: words.said(reading) for symbol, reading in readings.items()}
        self._row = words.row

    def __missing__(self, pair: str) -> tuple[Callable[[int], None], ...]:
        first, second = map(self._said.__getitem__, pair)
        rows = (self._row(one, other) for one in first for other in second)
        notes = self[pair] = tuple([self.lists[row].append for row in rows if row is not None])
        return notes

    @property
    def silent(self) -> dict[int, str]:
        """A table that leaves out of a text all symbols that are in no row."""
        return {ord(symbol): BREAK for symbol, said in self._said.items() if not said}


def pairs(
    texts: Sequence[bytes], readings: Mapping[str, Reading], words: Words
) -> Mapping[str, array[int]]:
    """Return the documents of each row of two words, some more than once."""
    known = _Known(readings, words)
    silent = known.silent
    for document, text in enumerate(texts):
        row = text.decode().translate(silent)
        for note in chain.from_iterable(map(known.__getitem__, {*_PAIRS.findall(row)})):
            note(document)
    return known.lists

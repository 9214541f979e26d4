"""Releases as strings in which every character is a word.

Each different reading of a place (a word, or a word that begins a chunk and all of that chunk) is
given a character, its *symbol*; the more releases have it, the lower its number, and so the fewer
bytes of UTF-8. A phrase is then a substring, which no other structure finds as fast; the words in
a row need no positions elsewhere. Between title and body stands `BREAK`, which is no word.
"""

from __future__ import annotations

import re
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import accumulate

from pyroaring import BitMap

from natoread_index.engine.summed import SummedFile
from natoread_index.words import said, written

BREAK = "\0"
_SURROGATES = range(0xD800, 0xE000)
_HOT_SHARE, _MANY = 4, 500
Reading = tuple[str, ...]
Lists = Mapping[str, "array[int]"]


def symbol(number: int) -> str:
    """Return the character of a number from 0; those that UTF-8 lacks are left out."""
    return chr(number if number < _SURROGATES.start else number + len(_SURROGATES))


class Writing:
    """The texts of a segment while it is written, and which documents have which symbol."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.readings: dict[str, Reading] = {}
        self._symbols: dict[Reading, str] = {}
        self.documents: defaultdict[str, array[int]] = defaultdict(partial(array, "I"))
        self.titled: defaultdict[str, array[int]] = defaultdict(partial(array, "I"))
        self._of_chunk = _Chunks(self._symbol)

    def add(self, title: str, body: str) -> None:
        """Take up the next document."""
        document = len(self.texts)
        in_title, in_body = self._spelled(title), self._spelled(body)
        text = f"{in_title}{BREAK}{in_body}"
        self.texts.append(text)
        for found in {*text} - {BREAK}:
            self.documents[found].append(document)
        for found in {*in_title}:
            self.titled[found].append(document)

    def settle(self) -> int:
        """Number the symbols anew, those of most documents first; return how many are hot.

        Hot are those that more than a quarter of many documents have.
        """
        order = sorted(self.documents, key=lambda old: len(self.documents[old]), reverse=True)
        new = {old: symbol(number) for number, old in enumerate(order, 1)}
        table = str.maketrans(new)
        self.texts = [text.translate(table) for text in self.texts]
        self.readings = {new[old]: reading for old, reading in self.readings.items()}
        self.documents = _renamed(self.documents, new)
        self.titled = _renamed(self.titled, new)
        least = len(self.texts) // _HOT_SHARE if len(self.texts) >= _MANY else len(self.texts)
        return sum(len(found) > least for found in self.documents.values())

    def pairs(self, hot: int) -> dict[str, array[int]]:
        """Return for each two hot symbols that stand in a row anywhere, in which documents."""
        found: defaultdict[str, array[int]] = defaultdict(partial(array, "I"))
        if hot:
            runs = re.compile(f"[{symbol(1)}-{symbol(hot)}]{{2,}}")
            for document, text in enumerate(self.texts):
                for pair in {pair for run in runs.findall(text) for pair in _pairs(run)}:
                    found[pair].append(document)
        return found

    def _spelled(self, text: str) -> str:
        return "".join(map(self._of_chunk.__getitem__, written(text)))

    def _symbol(self, reading: Reading) -> str:
        found = self._symbols.get(reading)
        if found is None:
            found = self._symbols[reading] = symbol(len(self._symbols) + 1)
            self.readings[found] = reading
        return found


class _Chunks(dict[str, str]):
    """The symbols of each chunk as it is written, worked out once."""

    def __init__(self, symbol_of: Callable[[Reading], str]) -> None:
        super().__init__()
        self._symbol_of = symbol_of

    def __missing__(self, chunk: str) -> str:
        symbols = self[chunk] = "".join(map(self._symbol_of, said(chunk)))
        return symbols


def _renamed(lists: Lists, new: Mapping[str, str]) -> defaultdict[str, array[int]]:
    return defaultdict(partial(array, "I"), {new[old]: found for old, found in lists.items()})


def _pairs(run: str) -> Iterable[str]:
    return map(str.__add__, run, run[1:])


def parts(texts: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """Yield the parts of a file for the texts of a segment."""
    encoded = [text.encode() for text in texts]
    yield "texts", b"".join(encoded)
    yield "texts.ends", array("I", accumulate(map(len, encoded), initial=0)).tobytes()


class Texts:
    """The texts in `file`, by document."""

    def __init__(self, file: SummedFile) -> None:
        self._file = file
        self._start = file.parts["texts"].start
        self._ends = file.numbers("texts.ends")

    def __getitem__(self, document: int) -> str:
        return self._file.bytes(*self._span(document)).decode()

    def having(self, symbols: str, documents: Iterable[int]) -> BitMap:
        """Return those of `documents` in which `symbols` stand in a row."""
        needle, find = symbols.encode(), self._file.map.find
        return BitMap([document for document in documents if find(needle, *self._checked(document)) >= 0])

    def _span(self, document: int) -> tuple[int, int]:
        return self._start + self._ends[document], self._start + self._ends[document + 1]

    def _checked(self, document: int) -> tuple[int, int]:
        span = self._span(document)
        self._file.check(*span)
        return span

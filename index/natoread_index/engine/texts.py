"""Releases as strings in which every character is a word.

Each different reading of a place (a word, or a word that begins a chunk and all of that chunk) is
given a character, its *symbol*; the more releases have it, the lower its number, and so the fewer
bytes of UTF-8. A phrase is then a substring, which is found in the bytes, for no character of UTF-8
begins within another; decoding a text would take ten times as long.
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
from natoread_index.stopping import steps
from natoread_index.words import said, written

BREAK, NOTHING = "\0", "\1"
"""What stands between title and body; and what stands for a word that is no whole reading."""

_BREAK = BREAK.encode()
_FIRST = 2
_TITLE = 512
"""Bytes that hold nearly every title."""

LONGEST = 4
"""Bytes of a symbol at most."""

_SURROGATES = range(0xD800, 0xE000)
Reading = tuple[str, ...]
Lists = Mapping[str, "array[int]"]


def symbol(number: int) -> str:
    """Return the character of a number; those that UTF-8 lacks are left out."""
    return chr(number if number < _SURROGATES.start else number + len(_SURROGATES))


class Writing:
    """The texts of a segment while it is written, and which documents have which symbol.

    The texts are kept in UTF-8, in which they take the least memory.
    """

    def __init__(self) -> None:
        self.texts: list[bytes] = []
        self.readings: dict[str, Reading] = {}
        self._symbols: dict[Reading, str] = {}
        self.documents: dict[str, array[int]] = {}
        self.titled: dict[str, array[int]] = {}
        self._of_chunk = _Chunks(self._symbol)

    def add(self, title: str, body: str) -> int:
        """Take up the next document; return how many words its body has."""
        in_body = self._spelled(body)
        self.texts.append(f"{self._spelled(title)}{BREAK}{in_body}".encode())
        return len(in_body)

    def settle(self) -> None:
        """Number the symbols anew, those of most documents first, and note where they are.

        Nothing is added any more. The documents are noted only now, as what adding took is let go.
        """
        self._symbols.clear()
        self._of_chunk.clear()
        having = _noted({*text.decode()} - {BREAK} for text in self.texts)
        titled = _noted({*text.partition(_BREAK)[0].decode()} for text in self.texts)
        order = sorted(having, key=lambda old: len(having[old]), reverse=True)
        new = {old: symbol(number) for number, old in enumerate(order, _FIRST)}
        table = str.maketrans(new)
        for document, text in enumerate(self.texts):
            self.texts[document] = text.decode().translate(table).encode()
        self.readings = {new[old]: reading for old, reading in self.readings.items()}
        self.documents = {new[old]: found for old, found in having.items()}
        self.titled = {new[old]: found for old, found in titled.items()}

    def _spelled(self, text: str) -> str:
        return "".join(map(self._of_chunk.__getitem__, written(text)))

    def _symbol(self, reading: Reading) -> str:
        found = self._symbols.get(reading)
        if found is None:
            found = self._symbols[reading] = symbol(len(self._symbols) + _FIRST)
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


def _noted(texts: Iterable[Iterable[str]]) -> Lists:
    """Return in which of `texts` each symbol is."""
    lists: defaultdict[str, array[int]] = defaultdict(partial(array, "I"))
    for document, symbols in enumerate(texts):
        for found in symbols:
            lists[found].append(document)
    return lists


def parts(texts: Sequence[bytes]) -> Iterator[tuple[str, Sequence[bytes]]]:
    """Yield the parts of a file for the texts of a segment, in pieces."""
    yield "texts", texts
    yield "texts.ends", [array("I", accumulate(map(len, texts), initial=0)).tobytes()]


class Texts:
    """The texts in `file`, by document."""

    def __init__(self, file: SummedFile) -> None:
        self._file = file
        self._start = file.parts["texts"].start
        self._ends = file.numbers("texts.ends")

    def __getitem__(self, document: int) -> bytes:
        """Return title, `BREAK` and body in UTF-8."""
        start, ends = self._start, self._ends
        return self._file.bytes(start + ends[document], start + ends[document + 1])

    def title(self, document: int) -> str:
        """Return a title alone."""
        start, end = self._start + self._ends[document], self._start + self._ends[document + 1]
        title, met, _ = self._file.bytes(start, min(end, start + _TITLE)).partition(_BREAK)
        return (title if met else self[document].partition(_BREAK)[0]).decode()

    def having(self, symbols: str, documents: BitMap) -> BitMap:
        """Return those of `documents` in which `symbols` stand in a row."""
        return self.matching(re.compile(re.escape(symbols.encode())), documents)

    def matching(self, row: re.Pattern[bytes], documents: BitMap) -> BitMap:
        """Return those of `documents` that have what an expression for their bytes describes."""
        return self._having(row.search, documents)

    def titled(self, row: re.Pattern[bytes], documents: BitMap) -> BitMap:
        """Return those that have it in their title."""
        in_title = re.compile(rb"[^%s]*?%s" % (_BREAK, row.pattern), re.DOTALL)
        return self._having(in_title.match, documents)

    def _having(self, find: Callable[[bytes], object], documents: BitMap) -> BitMap:
        return BitMap([document for document in steps(documents) if find(self[document])])


def places(symbols: Iterable[bytes], text: bytes, start: int = 0) -> Iterator[int]:
    """Yield where in a text, from `start` on, one of `symbols` stands, symbol by symbol."""
    for one in symbols:
        place = text.find(one, start)
        while place >= 0:
            yield place
            place = text.find(one, place + 1)


def behind(text: bytes, place: int, count: int) -> str:
    """Return the `count` symbols from a place on, or as many as there are."""
    return text[place : place + LONGEST * count].decode(errors="ignore")[:count]

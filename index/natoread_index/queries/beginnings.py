"""Where words may begin that say a leaf of a query: few places, found fast, and none left out.

A text is made flat first: folded letter by letter, which keeps its length. One regular expression
for each way in which a leaf may begin then finds the places. What a word is, `words` decides.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from heapq import merge
from itertools import pairwise, takewhile
from typing import NamedTuple

from natoread_index.queries.nodes import Term
from natoread_index.queries.said import Leaf, Row, Said, rows
from natoread_index.words import UNSEEN, WITHIN, fold, words

_BACK = 200
"""Characters before a letter that folds to several in which words may begin that hold it."""

_FIRST, _LETTERS, _LETTERS_ANYWHERE = 3, 12, 5
_GAP = r"[\W_s]*"
"""All that may stand between two letters that are read as one word: a possessive, what joins."""

_APART, _ALONE = r"(?![^\W_])", r"(?!_*[^\W_])"
_NEVER = r"\x00(?!)"
_USUAL = "\xa0—“”…•’‘–‑"
_FOREIGN = re.compile(rb"\?")
_SPACE = re.compile(r"\s")


@lru_cache(maxsize=1 << 12)
def _flat(char: str) -> str:
    """Return the letters of `char`, `_` if it may stand within a chunk, or a space."""
    if char.isalnum():
        return fold(char)
    return "_" if WITHIN.match(char) else " "


_ASCII = bytes(ord(_flat(chr(code))) for code in range(128)).ljust(256)
_JOINING = [chr(code) for code in range(128) if _ASCII[code] == ord("_")]


class Flat(NamedTuple):
    """A text folded letter by letter, and what that may hide.

    In a `plain` one, letters of a word stand side by side, but for `_` between words of a chunk.
    Of letters that fold to `several`, only the first is kept.
    """

    text: str
    plain: bool
    original: str
    several: str = ""

    @classmethod
    def of(cls, text: str) -> "Flat":
        """Fold `text`; of most texts, only some marks are not ASCII."""
        flat = text
        for char in () if text.isascii() else _USUAL:
            flat = flat.replace(char, _flat(char))
        return cls(_lower(flat), True, text) if flat.isascii() else cls._foreign(flat, text)

    @classmethod
    def _foreign(cls, text: str, original: str) -> "Flat":
        flat, foreign = text, _foreign(text)
        for char in foreign:
            flat = flat.replace(char, _flat(char)[:1] or "_")
        several = "".join(char for char in foreign if len(_flat(char)) != 1)
        plain = flat.isascii() and not several and not any(map(UNSEEN.match, foreign))
        return cls(_lower(flat), plain, original, several)

    @property
    def unsure(self) -> Iterator[int]:
        """Where the words begin in or before which a letter folds to several."""
        behind = -1
        for match in re.finditer(f"[{re.escape(self.several)}]", self.original):
            for start in _words_up_to(self.original, match.start(), behind):
                if start > behind:
                    yield start
            behind = match.start()


def _lower(text: str) -> str:
    if text.isascii():
        return text.encode("ascii").translate(_ASCII).decode("ascii")
    for char in _JOINING:
        text = text.replace(char, "_")
    return text.lower()


def _foreign(text: str) -> set[str]:
    """Return the characters of `text` that are not ASCII, which take the places of new `?`."""
    marked = text.replace("?", " ").encode("ascii", "replace")
    return {text[match.start()] for match in _FOREIGN.finditer(marked)}


def _words_up_to(text: str, place: int, behind: int) -> Iterator[int]:
    """Yield where the words begin that stand up to `place`, from some before it or `behind` on."""
    start = max(place - _BACK, behind, 0)
    nearest = _SPACE.search(text, start, place) if start else None
    near = words(text, nearest.end() if nearest else start)
    return (word.start for word in takewhile(lambda word: word.start <= place, near))


class Beginning:
    """Rows of words that say one leaf and share their first letters, and where they may begin."""

    def __init__(self, leaf: Leaf, first: str, rows: Sequence[Row]) -> None:
        self.first, self._leaf, self._rows = first, leaf, rows

    @property
    def letters(self) -> int:
        """How many letters it takes at least."""
        return min(sum(map(len, row)) for row in self._rows)

    @cached_property
    def said(self) -> Said:
        """What it is the beginning of."""
        return Said([self._leaf])

    @cached_property
    def quick(self) -> re.Pattern[str]:
        """Finds it where its first letters stand side by side, which is far faster.

        In a plain text a match that has a group is sure: no other reading is needed.
        """
        sure = _sure(self._rows, self.first, prefix=self._leaf.prefix)
        end = "" if self._leaf.prefix else _APART
        others = {_others(row, len(self.first), _LETTERS, end) for row in self._rows}
        return re.compile(_beginning(self.first, [*sure, *sorted(others)]), re.DOTALL)

    @cached_property
    def pattern(self) -> str:
        """Finds it anywhere."""
        ways = {_others(row, 1, _LETTERS_ANYWHERE, "") for row in self._rows}
        return _beginning(self.first[0], sorted(ways))


def _beginning(first: str, ways: Iterable[str]) -> str:
    return rf"{first}(?<![^\W_]{'.' * len(first)})(?:{'|'.join(ways)})"


def _sure(rows: Iterable[Row], first: str, *, prefix: bool) -> Iterator[str]:
    """Yield a pattern for words of plain letters that stand alone, of which `first` is taken."""
    words = [row[0] for row in rows if len(row) == 1 and row[0].isascii() and row[0].isalpha()]
    if words:
        rests = "|".join(word[len(first) :] for word in words)
        yield rf"(?<!_{'.' * len(first)})(?:{rests}){'' if prefix else _ALONE}()"


def _others(row: Row, start: int, last: int, end: str) -> str:
    """Return a pattern that looks ahead to the letters `start` to `last` of `row`."""
    letters = "".join(filter(str.isalnum, "".join(row)))
    looked_at = "".join(_GAP + letter for letter in letters[start:last])
    return f"(?={looked_at}{end if len(letters) <= last else ''})"


def beginnings_of(leaf: Leaf) -> list[Beginning]:
    """Return all ways in which whatever says `leaf` may begin."""
    rows_of: dict[str, list[Row]] = {}
    for row in dict.fromkeys(rows(leaf)):
        first = "".join(takewhile(str.isalnum, row[0][:_FIRST]))
        rows_of.setdefault(first, []).append(row)
    return [Beginning(leaf, first, rows) for first, rows in rows_of.items()]


class Anywhere:
    """Finds all places in a text where something may begin in one of some ways."""

    def __init__(self, ways: Iterable[Beginning]) -> None:
        patterns = sorted({way.pattern for way in ways})
        self._pattern = re.compile("|".join(patterns) or _NEVER, re.DOTALL)

    def places(self, flat: Flat) -> Iterator[int]:
        """Yield them in order."""
        found = (match.start() for match in self._pattern.finditer(flat.text))
        return merge(found, flat.unsure) if flat.several else found


def joined(join: Term) -> Beginning:
    """Return how two words begin that are written as one."""
    return Beginning(join, join.joined, [join.words])


class Cut:
    """Finds where first letters stand apart in a chunk: `U.S.`, `O’Brien`, `F-16`."""

    def __init__(self, firsts: Collection[str]) -> None:
        at = ["".join({first[at] for first in firsts if first[at:]}) for at in range(_FIRST)]
        self._pattern = re.compile("|".join(_cuts(at)) or _NEVER)

    def letters(self, flat: Flat) -> str:
        """Return the letters around all such places, without what is between them."""
        text = flat.text
        found = (text[max(m.start() - 2, 0) : m.end() + 3] for m in self._pattern.finditer(text))
        return " ".join(found).replace("_", "")


def _cuts(letters: Sequence[str]) -> Iterator[str]:
    before = ""
    for last, following in pairwise(letters):
        before += f"[{last}]"
        if following:
            yield rf"_[{following}](?<={before}_.)(?<![^\W_]{before}_.)"

"""A short text that is searched without an index: a note of the user's."""

from collections.abc import Sequence
from functools import lru_cache

from natoread_index.queries.nodes import Phrase, Term
from natoread_index.words import said, written

_BEGUN = 4
"""Letters from which on the last word of a phrase must stand in its place, not just anywhere."""


class Note:
    """The words of a note, by their places, each with all that may be read there."""

    def __init__(self, text: str) -> None:
        self._places = [words for chunk in written(text) for words in said(chunk)]
        self._words = frozenset(word for words in self._places for word in words)

    @classmethod
    @lru_cache(maxsize=1 << 13)
    def of(cls, text: str) -> "Note":
        """Read a note, each but once."""
        return cls(text)

    def says(self, leaf: Term | Phrase) -> bool:
        """Tell whether a word or a phrase is said, as a search of releases has it."""
        if isinstance(leaf, Phrase):
            return self._has_row(leaf.words, leaf.prefix)
        return (
            any(self._has(word, leaf.prefix) for word in leaf.spellings)
            or (not leaf.is_single and self._has_row(leaf.words, leaf.prefix))
            or any(self._has_row(pair, prefix=False) for pair in leaf.splits)
            or any(self._has_row(row, leaf.prefix) for row in leaf.also)
        )

    def _has(self, word: str, prefix: bool) -> bool:
        if prefix:
            return any(one.startswith(word) for one in self._words)
        return word in self._words

    def _has_row(self, words: Sequence[str], prefix: bool) -> bool:
        *whole, last = words
        if not whole or (prefix and len(last) < _BEGUN):
            return self._has(last, prefix) and (not whole or self._has_row(whole, prefix=False))
        starts = range(len(self._places) - len(whole))
        return any(self._stands_at(start, whole, last, prefix) for start in starts)

    def _stands_at(self, start: int, whole: Sequence[str], last: str, prefix: bool) -> bool:
        end = start + len(whole)
        here = zip(whole, self._places[start:end], strict=True)
        ends = self._places[end]
        return all(word in place for word, place in here) and (
            last in ends or (prefix and any(word.startswith(last) for word in ends))
        )

"""The words of a text that is compared with others, and what is asked of them."""

from __future__ import annotations

from functools import cached_property
from zlib import crc32

from natoread_index.wording import Word, pairs
from natoread_index.words import in_words

_CUT = 8
"""Words of a piece, on average."""

LOST = "?\ufffd"
"""What stands where a character could not be carried over."""


class Text:
    """A text, of which each thing is found when it is first asked for."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def words(self) -> list[str]:
        """Its folded words."""
        return in_words(self._text).split()

    @cached_property
    def pairs(self) -> list[Word]:
        """Its folded words, each with the run in which it is published."""
        return pairs(self._text)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Its different words."""
        return frozenset(self.words)

    @cached_property
    def small(self) -> frozenset[str]:
        """The words that it has without a capital letter."""
        return frozenset(word for word, run in self.pairs if run.islower())

    @cached_property
    def joined(self) -> str:
        """Its words without spaces and the `s` of possessives."""
        apart = f" {'  '.join(self.words)} "
        return apart.replace(" s ", "").replace(" ", "")

    @cached_property
    def pieces(self) -> list[list[Word]]:
        """The text, cut after each word that chance has chosen for it, wherever it stands."""
        pieces: list[list[Word]] = [[]]
        for pair in self.pairs:
            pieces[-1].append(pair)
            if crc32(pair[0].encode()) % _CUT == 0:
                pieces.append([])
        return pieces

    @cached_property
    def may_be_damaged(self) -> bool:
        """Whether a character may be lost from it."""
        return any(sign in self._text for sign in LOST)

    @cached_property
    def is_ascii(self) -> bool:
        """Whether no character of it can be lost."""
        return self._text.isascii()

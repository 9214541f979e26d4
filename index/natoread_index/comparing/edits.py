"""What was changed between two texts, word by word, and whether it is more than damage.

Both texts are cut after the same words, wherever these stand, so that lines, layout and language
do not matter; what is not in both is then compared word by word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from itertools import chain
from zlib import crc32

from natoread_index.wording import Word, pairs

_CUT = 8
"""Words of a piece, on average."""

_MOST = 1 << 18
"""Pairs of words up to which a passage is compared word by word; a longer one was all changed."""

_LOST = "?\ufffd"
"""What stands where a character could not be carried over."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Words of the old text, and those that stand in their place in the new one."""

    old: Sequence[Word]
    new: Sequence[Word]

    @property
    def is_damage(self) -> bool:
        """Whether both are the same but for spaces, apostrophes and characters that were lost."""
        old, new = (_joined(side) for side in (self.old, self.new))
        return old == new or _is_lost(self.old, self.new) or _is_lost(self.new, self.old)


class Edits:
    """All that was changed from `old` to `new`, and how much of each is in the other."""

    def __init__(self, old: str, new: str) -> None:
        self._old, self._new = pairs(old), pairs(new)

    @cached_property
    def real(self) -> list[Edit]:
        """What was changed, but for damage."""
        return [edit for edit in self._all if not edit.is_damage]

    @cached_property
    def sizes(self) -> tuple[int, int]:
        """Words of the old text and of the new one."""
        return len(self._old), len(self._new)

    @cached_property
    def common(self) -> int:
        """Words of the old text that are in the new one, in the same order."""
        return len(self._old) - sum(len(edit.old) for edit in self.real)

    @cached_property
    def vocabularies(self) -> tuple[set[str], set[str]]:
        """The different words of the old text and of the new one."""
        old, new = ({word for word, _ in words} for words in (self._old, self._new))
        return old, new

    @cached_property
    def small(self) -> frozenset[str]:
        """The words that either text has without a capital letter."""
        return frozenset(word for word, token in (*self._old, *self._new) if token.islower())

    @cached_property
    def _all(self) -> list[Edit]:
        old, new = _pieces(self._old), _pieces(self._new)
        found = differing([_words(piece) for piece in old], [_words(piece) for piece in new])
        edits: list[Edit] = []
        for i, j, k, m in found:
            edits += _refined([*chain(*old[i:j])], [*chain(*new[k:m])])
        return edits


def _pieces(words: Sequence[Word]) -> list[list[Word]]:
    """Cut a text after each word that chance has chosen for it, in whatever text it stands."""
    pieces: list[list[Word]] = [[]]
    for word in words:
        pieces[-1].append(word)
        if crc32(word[0].encode()) % _CUT == 0:
            pieces.append([])
    return pieces


def _words(piece: Sequence[Word]) -> tuple[str, ...]:
    return tuple(word for word, _ in piece)


def _refined(old: Sequence[Word], new: Sequence[Word]) -> Iterator[Edit]:
    """Yield what differs in a passage, word by word."""
    if len(old) * len(new) > _MOST:
        yield Edit(old, new)
        return
    for i, j, k, m in differing(_words(old), _words(new)):
        yield Edit(old[i:j], new[k:m])


def differing(old: Sequence[object], new: Sequence[object]) -> Iterator[tuple[int, int, int, int]]:
    """Yield `i, j, k, m` where `new[k:m]` has taken the place of `old[i:j]`."""
    for tag, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            yield i, j, k, m


def _joined(words: Sequence[Word]) -> str:
    return "".join(word for word, _ in words if word != "s")


def _is_lost(damaged: Sequence[Word], sound: Sequence[Word]) -> bool:
    """Tell whether `damaged` may be `sound` with characters lost that are not in ASCII."""
    lost = sum(run.count(sign) for run in {run for _, run in damaged} for sign in _LOST)
    if not lost or all(run.isascii() for _, run in sound):
        return False
    whole, reached = _joined(sound), 0
    for word, _ in damaged:
        begins = whole.find(word, reached)
        if not 0 <= begins - reached <= lost:
            return False
        reached = begins + len(word)
    return len(whole) - reached <= lost

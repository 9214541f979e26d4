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

from natoread_index.comparing.texts import LOST, Text
from natoread_index.wording import Word

_MOST = 1 << 18
"""Pairs of words up to which a passage is compared word by word; a longer one was all changed."""


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

    def __init__(self, old: Text, new: Text) -> None:
        self._old, self._new = old, new

    @cached_property
    def real(self) -> list[Edit]:
        """What was changed, but for damage."""
        return [edit for edit in self._all if not edit.is_damage]

    @cached_property
    def are_real(self) -> bool:
        """Whether anything was changed, but for damage; mostly this is seen at once."""
        old, new = self._old, self._new
        is_other = old.joined != new.joined
        if is_other and not (_may_lose(old, new) or _may_lose(new, old)):
            return True
        return bool(self.surely_lost or self.surely_gained or self.real)

    @cached_property
    def surely_lost(self) -> frozenset[str]:
        """Words of the old text that stand in what was changed, wherever that is."""
        return _surely_of(self._old, self._new)

    @cached_property
    def surely_gained(self) -> frozenset[str]:
        """Words of the new text that stand in what was changed, wherever that is."""
        return _surely_of(self._new, self._old)

    @cached_property
    def runs(self) -> tuple[Sequence[Word], Sequence[Word]]:
        """All words of the old text and of the new one."""
        return self._old.pairs, self._new.pairs

    @cached_property
    def sizes(self) -> tuple[int, int]:
        """Words of the old text and of the new one."""
        return len(self._old.words), len(self._new.words)

    @cached_property
    def common(self) -> int:
        """Words of the old text that are in the new one, in the same order."""
        return len(self._old.words) - sum(len(edit.old) for edit in self.real)

    @cached_property
    def vocabularies(self) -> tuple[frozenset[str], frozenset[str]]:
        """The different words of the old text and of the new one."""
        return self._old.vocabulary, self._new.vocabulary

    @cached_property
    def small(self) -> frozenset[str]:
        """The words that either text has without a capital letter."""
        return self._old.small | self._new.small

    @cached_property
    def _all(self) -> list[Edit]:
        old, new = self._old.pieces, self._new.pieces
        found = differing([_words(piece) for piece in old], [_words(piece) for piece in new])
        edits: list[Edit] = []
        for i, j, k, m in found:
            edits += _refined([*chain(*old[i:j])], [*chain(*new[k:m])])
        return edits


def _surely_of(one: Text, other: Text) -> frozenset[str]:
    """Return words of one text that no damage has made of the other's: these are nowhere in it."""
    if _may_lose(other, one):
        return frozenset()
    only = one.vocabulary - other.vocabulary - {"s"}
    return frozenset(word for word in only if word not in other.joined)


def _may_lose(damaged: Text, sound: Text) -> bool:
    """Tell whether `damaged` may have lost a character that `sound` has."""
    return damaged.may_be_damaged and not sound.is_ascii


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
    lost = sum(run.count(sign) for run in {run for _, run in damaged} for sign in LOST)
    if not lost or all(run.isascii() for _, run in sound):
        return False
    whole, reached = _joined(sound), 0
    for word, _ in damaged:
        begins = whole.find(word, reached)
        if 0 <= begins - reached <= lost:
            reached = begins + len(word)
        elif word != "s":  # which is no word where an apostrophe was lost
            return False
    return len(whole) - reached <= lost

"""Whether a release is one that is held already, another, or that one issued again."""

from __future__ import annotations

from enum import Enum
from functools import cached_property

from natoread_index.comparing.edits import Edits
from natoread_index.comparing.evidence import (
    Evidence,
    are_of_other_days,
    are_told_apart,
    evidence,
    is_called_so,
)
from natoread_index.comparing.names import corrections, exchanged, surely_exchanged
from natoread_index.comparing.sides import Side, side
from natoread_index.comparing.tails import added, is_tail
from natoread_index.release import Release


class Likeness(Enum):
    """What one release is to another."""

    OTHER = "another release"
    SAME = "the same release"
    AGAIN = "the same release, issued again with changes"


_NEAR, _NEAR_IF_SURE = 0.7, 0.5
"""Share of the longer text's words that the other has, at least."""

_INSIDE = 0.9
"""Share of the shorter text's words that the longer has, where a text has grown or been cut."""

_FEW = 20
"""Words below which a text is too short to be known by them."""

_MANY, _STRANGE = 8, 0.1
"""With so many shingles, texts that are prints of one have at least this share in common."""

_WORDS_OF_A_CORRECTION = 100
"""So many different words must a text have that one name, number or date may be a correction."""


def likeness(held: Release, new: Release) -> Likeness:
    """Tell what `new` is to `held`.

    It is the *same* if title and source (or address) agree and the text has the same words, but
    for lost or damaged characters and for furniture at its ends: end marks, addresses, what sites
    put around a text, a short tail that names nothing. An opening of the text is the same, too.
    Nothing is lost by holding only one of them. What day was read from the text does not matter
    then; but of two texts that came with days of their own, such as the same order a month later,
    each is a release, unless both stand at one address.

    It is the same *issued again* if the texts are nearly the same and all else leaves no doubt
    that it is one release. Sisters - proclamations, declarations, nominations - share a form, up
    to nine tenths of their words, and often a title; but in the places of its names, numbers and
    dates each has its own. So the surer the rest, the more of those may have changed:

    - same address and title, and no other date: any, as on a page that is brought up to date;
    - same title, source and date, or an address with another title or date: one in a long text,
      for so an error is corrected, while sisters differ in several places;
    - same title and source, and nothing else known of one side: none.

    If addresses differ, or dates without an address, or a title in a name, it is *another*. It is
    so in doubt: one release too many in a list does no harm, and one that is missing does.
    """
    if not is_called_so(held, new) and evidence(held, new) == Evidence.NONE:
        return Likeness.OTHER
    pair = _Pair(side(held), side(new))
    if pair.are_same:
        return Likeness.SAME
    return Likeness.AGAIN if pair.is_issued_again else Likeness.OTHER


class _Pair:
    """Two releases side by side, without the furniture of their texts."""

    def __init__(self, held: Side, new: Side) -> None:
        self._sides = held, new
        self._releases = held.release, new.release
        self._is_called_so = is_called_so(*self._releases)
        self._edits = Edits(held.text, new.text)

    @cached_property
    def _evidence(self) -> Evidence:
        return evidence(*self._releases)

    @property
    def are_same(self) -> bool:
        """Whether both say the same, as far as `new` says anything."""
        if not self._is_called_so or are_told_apart(*self._releases):
            return False
        return self._has_same_letters or self._has_tail or self._is_told_by_words

    @property
    def is_issued_again(self) -> bool:
        """Whether one is the other with changes that are no sister's."""
        if self._are_plain_sisters or not self._is_near:
            return False
        if self._evidence == Evidence.WEAK:
            return not exchanged(self._edits)
        corrected = len(corrections(self._edits))
        is_rare = corrected * _WORDS_OF_A_CORRECTION <= max(map(len, self._edits.vocabularies))
        return self._evidence == Evidence.SURE or (corrected <= 1 and is_rare)

    @property
    def _are_plain_sisters(self) -> bool:
        """Whether each has a name or number of its own, and no more is needed."""
        if self._evidence == Evidence.NONE or self._are_strange:
            return True
        return self._evidence == Evidence.WEAK and surely_exchanged(self._edits)

    @property
    def _has_same_letters(self) -> bool:
        """Whether the texts are the same with their furniture or without it."""
        held, new = self._sides
        return held.letters == new.letters or held.all_letters == new.all_letters

    @property
    def _is_told_by_words(self) -> bool:
        """Whether all that differs is damage, or one breaks off early."""
        if self._are_strange:
            return False
        return not self._edits.are_real or (self._is_opening and self._is_near)

    @property
    def _is_opening(self) -> bool:
        """Whether the new text is the beginning of the held one, less than half of it."""
        old, new = self._edits.sizes
        held, cut = self._sides
        return 2 * new < old and held.letters.startswith(cut.letters)

    @property
    def _is_near(self) -> bool:
        if self._evidence == Evidence.NONE or self._are_strange:
            return False
        shorter, longer = sorted(self._edits.sizes)
        if self._evidence == Evidence.WEAK and shorter < _FEW:
            return False
        near = _NEAR_IF_SURE if self._evidence == Evidence.SURE else _NEAR
        held, new = self._edits.sizes
        least = 0 if self._evidence == Evidence.SURE and held <= new else _FEW
        common = self._edits.common
        return common >= near * longer or common >= max(_INSIDE * shorter, least)

    @cached_property
    def _are_strange(self) -> bool:
        """Whether long texts have next to nothing in common; this is seen at once."""
        held, new = (side.shingles for side in self._sides)
        fewer = min(len(held), len(new))
        return fewer > _MANY and len(held & new) < _STRANGE * fewer

    @cached_property
    def _has_tail(self) -> bool:
        """Whether one has a line or two more than the other, which say nothing of their own."""
        shorter, longer = sorted(self._sides, key=lambda side: len(side.letters))
        lines = added(longer.core, longer.letters, shorter.letters)
        return not are_of_other_days(*self._releases) and is_tail(lines, shorter.text)

"""Which documents of an index have what the user made: marks, tags, words in notes."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from functools import cached_property

from pyroaring import BitMap

from natoread_index.queries.nodes import OfUser

Numbers = Callable[[OfUser], Sequence[int]]
"""Tells the numbers of all releases with something; the same object, as long as it is the same."""


class UserDocuments:
    """Knows the documents by their `numbers`, and asks `of_user` for those with something."""

    def __init__(self, numbers: array[int], of_user: Numbers) -> None:
        self._numbers, self._of_user = numbers, of_user
        self._known: dict[OfUser, tuple[Sequence[int], BitMap]] = {}

    def __call__(self, leaf: OfUser) -> BitMap:
        """Return the documents with something, counted anew if that has changed."""
        numbers = self._of_user(leaf)
        known = self._known.get(leaf)
        if known is None or known[0] is not numbers:
            known = self._known[leaf] = numbers, self._documents(numbers)
        return known[1]

    def _documents(self, numbers: Sequence[int]) -> BitMap:
        places = map(self._places.get, numbers)
        return BitMap([place for place in places if place is not None])

    @cached_property
    def _places(self) -> dict[int, int]:
        """Which document has the release of a number."""
        return {number: place for place, number in enumerate(self._numbers)}

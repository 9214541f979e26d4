"""An order of which only the head is worked out before somebody asks for more."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import overload


class Ordered(Sequence[int]):
    """So many numbers, of which the first are known and the others can be had from `whole`."""

    def __init__(self, head: Sequence[int], length: int, whole: Callable[[], Sequence[int]]):
        self._head, self._length, self._of = head, length, whole

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, at: int) -> int: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[int]: ...
    def __getitem__(self, at: int | slice) -> int | Sequence[int]:
        places = range(self._length)[at]
        if isinstance(places, int):
            return self._known(places)[places]
        known = self._known(max(places[0], places[-1]) if places else -1)
        return [known[place] for place in places]

    def _known(self, last: int) -> Sequence[int]:
        """Return numbers at least up to the place `last`."""
        return self._head if last < len(self._head) else self._whole

    @cached_property
    def _whole(self) -> Sequence[int]:
        return self._of()

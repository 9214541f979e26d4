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
        if isinstance(at, slice):
            is_known = at.indices(self._length)[1] <= len(self._head) and (at.step or 1) > 0
        else:
            is_known = 0 <= at < len(self._head)
        return self._head[at] if is_known else self._whole[at]

    @cached_property
    def _whole(self) -> Sequence[int]:
        return self._of()

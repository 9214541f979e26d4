"""The passage of a text that shows best what a query asks for."""

import re
import sys
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple, Protocol

OPENING, PASSAGE, LEAD = 240, 200, 50
NOWHERE = sys.maxsize
_REACH = PASSAGE - LEAD
_WEIGHED = 40
"""Windows of one text that are weighed; of words that are not all common, that is all there are."""

_SPACE = re.compile(r"\s")


class Place(Protocol):
    """Where something stands next in a text; it only ever goes on."""

    start: int

    def seek(self, least: int) -> None:
        """Go on to where it stands from `least` on, or to `NOWHERE`."""


class Window(NamedTuple):
    """A stretch of a text in which a `count` of words stand, from the start of one to another's."""

    start: int
    last: int
    count: int

    @property
    def rank(self) -> tuple[int, int]:
        """How good it is: most words first, then nearest together."""
        return self.count, self.start - self.last


def tightest(groups: Sequence[Iterable[Place]], lengths: Iterable[int]) -> Window | None:
    """Return the window that shows most of `groups`, nearest together: of equals, the first.

    A group stands where one of its places is, and takes at least so many letters as `lengths` say.
    What is common is looked for only where the others are near enough for a better window.
    """
    best, least = None, 0
    tight = [0, 0, *accumulate(length + 1 for length in sorted(lengths))]
    for _ in range(_WEIGHED):
        _seek(groups, least)
        starts = sorted(start for group in groups if (start := _next(group)) < NOWHERE)
        if not starts or (best and best.count > len(starts)):
            break
        window = _window(starts)
        best = max(best or window, window, key=lambda window: window.rank)
        least = max(starts[0] + 1, _better(starts, best, tight[best.count]))
        if least == NOWHERE:
            break
    return best


def _next(group: Iterable[Place]) -> int:
    return min((place.start for place in group), default=NOWHERE)


def _seek(groups: Iterable[Iterable[Place]], least: int) -> None:
    for group in groups:
        for place in group:
            place.seek(least)


def _window(starts: Sequence[int]) -> Window:
    """Return the largest window that begins with the first of `starts`."""
    count = bisect_right(starts, starts[0] + _REACH)
    return Window(starts[0], starts[count - 1], count)


def _better(starts: Sequence[int], best: Window, tight: int) -> int:
    """Return where a better window may begin at the least; none is tighter than `tight`."""
    span, count = best.last - best.start, best.count
    tighter = starts[count - 1] - span + 1 if span > tight else NOWHERE
    fuller = starts[count] - _REACH if count < len(starts) else NOWHERE
    return min(tighter, fuller)


def one_line(text: str, start: int, end: int) -> str:
    """Return `text[start:end]` and the rest of the words cut, white space evened, ellipses added.

    Of a word of more than `LEAD` characters more, the rest stays away.
    """
    start -= len(_SPACE.split(text[max(start - LEAD, 0) : start])[-1])
    end += len(_SPACE.split(text[end : end + LEAD], 1)[0])
    before, behind = "… " if text[:start].strip() else "", " …" if text[end:].strip() else ""
    return before + " ".join(text[start:end].split()) + behind

"""The stretch of a text in which most of what is looked for stands, and nearest together."""

import sys
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, Protocol

NOWHERE = sys.maxsize

_WEIGHED = 30
"""Windows with as many places that are weighed; unless all are common, that is all there are."""


class Window(NamedTuple):
    """A stretch of a text that shows `shown` things looked for, where the first and last begin."""

    start: int
    last: int
    shown: int

    @property
    def span(self) -> int:
        """How far it is from the first to the last."""
        return self.last - self.start

    def moved(self, by: int) -> "Window":
        """Return the same window of a text that has `by` more before it."""
        return Window(self.start + by, self.last + by, self.shown)


class Place(Protocol):
    """Where one thing stands next in a text; it only ever goes on, and begins before the text."""

    start: int

    def seek(self, least: int) -> None:
        """Go on to where it stands from `least` on, or to `NOWHERE`."""


class AnyOf:
    """Where the nearest of some things stands; another may have them, too."""

    start = -1

    def __init__(self, places: Iterable[Place]) -> None:
        self._places = list(places)

    def seek(self, least: int) -> None:
        """Go on with those that stand before `least`."""
        for place in self._places:
            if place.start < least:
                place.seek(least)
        self.start = min(place.start for place in self._places)


def best(begin: Callable[[], Sequence[Place]], tight: Sequence[int], reach: int) -> Window | None:
    """Return the first of the tightest windows that show as many things as any within `reach`.

    `begin` returns a place for each, at the beginning; no window of so many is tighter than `tight`
    says.
    """
    places = begin()
    for count in range(len(places), 0, -1):
        if window := _tightest(places, count, tight[count], reach):
            return window
        places = begin()
    return None


def _tightest(places: Sequence[Place], count: int, tight: int, reach: int) -> Window | None:
    """Return the first of the tightest windows that show `count` of what has `places`.

    What is common is looked for only where the others are near enough for a better window.
    """
    found, least = None, 0
    for _ in range(_WEIGHED):
        for place in places:
            if place.start < least:
                place.seek(least)
        starts = sorted([place.start for place in places])
        window = Window(starts[0], starts[count - 1], count)
        if window.last == NOWHERE:
            break
        if window.span <= reach:
            found, reach = window, window.span - 1
        if reach < tight:
            break
        least = max(window.start + 1, window.last - reach)
    return found

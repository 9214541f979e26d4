"""The passage of a text that shows best what a query asks for.

That is the one which shows most of the words, and of such, the one in which they stand nearest
together. It is found fast rather than surely: `lights` says what is lit.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain

from natoread_index.queries.beginnings import (
    Anywhere,
    Beginning,
    Cut,
    Flat,
    beginnings_of,
    joined,
)
from natoread_index.queries.nodes import Term
from natoread_index.queries.said import Leaf
from natoread_index.queries.windows import NOWHERE, AnyOf, Place, Window, best
from natoread_index.spans import Spot
from natoread_index.words import beginnings

_OPENING, _PASSAGE, _LEAD = 240, 200, 50
_REACH = _PASSAGE - _LEAD
_PART = 4_000
"""Characters of a long text that are looked at first, or around a spot."""

_SPACE = re.compile(r"\s")


class Passages:
    """Finds the best window of a text for what was typed, each with the joins that say it, too."""

    def __init__(self, typed: Sequence[tuple[Leaf, Sequence[Term]]]) -> None:
        one = {join: joined(join) for _, joins in typed for join in joins}
        self._typed = [
            [*beginnings_of(leaf), *(one[join] for join in joins)] for leaf, joins in typed
        ]
        self._ways = list(dict.fromkeys(chain.from_iterable(self._typed)))
        self._tight = _tight(min(way.letters for way in ways) for ways in self._typed)
        self._cut = Cut({way.first for way in self._ways})

    def best(self, body: str, spot: Spot | None = None) -> Window | None:
        """Return the best window around a `spot` of `body` that is known, or else of all.

        If none can be better than that of a first part, the rest is not looked at.
        """
        if spot and (window := self._around(body, spot)):
            return window
        window = None
        for part in _parts(body):
            window = self._best(part)
            if window and window.shown == len(self._typed) and window.span <= self._tight[-1]:
                break
        return window

    def _around(self, body: str, spot: Spot) -> Window | None:
        """Return the best window around a spot, if it shows all that the spot is known to show."""
        start = body.rfind(" ", 0, max(int(spot.share * len(body)) - _PART // 2, 0)) + 1
        end = body.find(" ", start + _PART)
        window = self._best(body[start : end if end >= 0 else len(body)])
        return window.moved(start) if window and window.shown >= spot.shown else None

    def _best(self, text: str) -> Window | None:
        flat = Flat.of(text)
        apart = self._cut.letters(flat)
        near = {way for way in self._ways if way.first in flat.text or way.first in apart}
        typed = list(filter(None, ([way for way in ways if way in near] for ways in self._typed)))

        def begin() -> list[Place]:
            places = {way: _Begun(way, text, flat, way.first in apart) for way in near}
            return [AnyOf(map(places.__getitem__, ways)) for ways in typed]

        return best(begin, self._tight, _REACH)


def _parts(body: str) -> tuple[str, ...]:
    """Return the first part of a long text, to the end of a word, and the whole text."""
    return (body,) if len(body) < 2 * _PART else (body[: body.rfind(" ", 0, _PART) + 1], body)


class _Begun:
    """Where one beginning stands next in a text; it only ever goes on."""

    def __init__(self, way: Beginning, text: str, flat: Flat, apart: bool) -> None:
        self.start = -1
        self._way, self._text, self._flat = way, text, flat
        self._least, self._is_quick = 0, flat.plain and not apart
        self._found = beginnings(text, Anywhere([way]).places(flat) if apart else self._look())

    def seek(self, least: int) -> None:
        """Go on to where it stands from `least` on, or to `NOWHERE`."""
        match = self._way.quick.search(self._flat.text, least) if self._is_quick else None
        if match and match.lastindex:
            self.start = match.start()
        else:
            self._least = least
            self.start = next(filter(self._holds, self._found), NOWHERE)

    def _look(self) -> Iterator[int]:
        """Yield where it may stand, and leave out what is before the least place asked for."""
        search, text, start = self._way.quick.search, self._flat.text, -1
        while match := search(text, max(start + 1, self._least)):
            start = match.start()
            yield start

    def _holds(self, start: int) -> bool:
        return start >= self._least and self._way.said.end(self._text, start) > 0


def _tight(letters: Iterable[int]) -> list[int]:
    """Return the least span of as many words as the place says, by the letters that each has."""
    return [0, 0, *accumulate(count + 1 for count in sorted(letters)[:-1])]


def opening(text: str) -> str:
    """Return the first words of `text` in one line."""
    return _one_line(text, 0, _OPENING)


def passage(text: str, start: int, end: int) -> str:
    """Return `text[start:end]` and what is around it in one line."""
    before = max(start - _LEAD, 0)
    return _one_line(text, before, max(before + _PASSAGE, end))


def _one_line(text: str, start: int, end: int) -> str:
    """Return `text[start:end]` and the rest of the words cut, white space evened, ellipses added.

    Of a word of more than `_LEAD` characters more, the rest stays away.
    """
    start -= len(_SPACE.split(text[max(start - _LEAD, 0) : start])[-1])
    end += len(_SPACE.split(text[end : end + _LEAD], 1)[0])
    before, behind = "… " if text[:start].strip() else "", " …" if text[end:].strip() else ""
    return before + " ".join(text[start:end].split()) + behind

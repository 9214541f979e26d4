"""What changed between two versions of a release, line by line, for people to read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import groupby

from natoread_index.comparing.edits import differing
from natoread_index.comparing.furniture import lines
from natoread_index.release import Release
from natoread_index.spans import Span
from natoread_index.wording import letters


class Sign(StrEnum):
    """What became of a line."""

    STAYED = " "
    LEFT = "-"
    CAME = "+"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the older or newer version; `lights` are the words that the other has not."""

    sign: Sign
    text: str
    lights: tuple[Span, ...] = ()


@dataclass(frozen=True)
class Difference:
    """How a version differs from the one before, in lines: title, source, and those of the text.

    Other spaces, quotes and breaks of lines are no difference.
    """

    version: int
    versions: int
    lines: tuple[Line, ...]

    @cached_property
    def changed(self) -> int:
        """How many lines came, left or were changed."""
        runs = groupby(self.lines, lambda line: line.sign is Sign.STAYED)
        return sum(
            max(Counter(line.sign for line in run).values()) for stayed, run in runs if not stayed
        )

    def near(self, context: int) -> Iterator[Line | None]:
        """Yield what changed with some lines around it, and `None` for what is left out."""
        changed = [at for at, line in enumerate(self.lines) if line.sign is not Sign.STAYED]
        shown = {at + away for at in changed for away in range(-context, context + 1)}
        gap = False
        for at, line in enumerate(self.lines):
            if at in shown:
                yield line
            elif not gap:
                yield None
            gap = at not in shown


def difference(versions: Sequence[Release], version: int) -> Difference:
    """Compare a version, counted from 1, with the one before; the first with nothing."""
    new = _lines(versions[version - 1])
    old = _lines(versions[version - 2]) if version > 1 else new
    return Difference(version, len(versions), tuple(_compared(old, new)))


def _lines(release: Release) -> list[str]:
    return [release.title, release.source, *lines(release.body)]


def _compared(old: Sequence[str], new: Sequence[str]) -> Iterator[Line]:
    reached = 0
    for i, j, k, m in differing(_words(old), _words(new)):
        yield from (Line(Sign.STAYED, line) for line in new[reached:k])
        yield from _changed(old[i:j], new[k:m])
        reached = m
    yield from (Line(Sign.STAYED, line) for line in new[reached:])


def _words(texts: Sequence[str]) -> list[str]:
    """Return what makes each of some lines or words the same as another."""
    return [letters(text) or text for text in texts]


def _changed(old: Sequence[str], new: Sequence[str]) -> Iterator[Line]:
    """Yield lines that took each other's places, one by one if they are as many."""
    if len(old) != len(new):
        yield from (Line(Sign.LEFT, line) for line in old)
        yield from (Line(Sign.CAME, line) for line in new)
        return
    for left, came in zip(old, new, strict=True):
        lights = _lights(left, came)
        yield Line(Sign.LEFT, left, lights[0])
        yield Line(Sign.CAME, came, lights[1])


def _lights(old: str, new: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Return where each of two lines has words that the other has not in their place."""
    left, came = (list(re.finditer(r"\S+", line)) for line in (old, new))
    found = list(differing(_words(old.split()), _words(new.split())))
    return _spans(left[i:j] for i, j, _, _ in found), _spans(came[k:m] for *_, k, m in found)


def _spans(runs: Iterator[list[re.Match[str]]]) -> tuple[Span, ...]:
    return tuple(Span(some[0].start(), some[-1].end()) for some in runs if some)

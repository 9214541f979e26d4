"""Finds the titles of other releases in a text, word for word, without reading any title.

Tried are the runs of words within a line that begin with no small letter: a title leaves a print by
which it is found (`prints.py`). One that several releases have, or of few words, names none.
"""

import json
import re
import sqlite3
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from natoread_index.stopping import steps
from natoread_index.storage.prints import of_titles
from natoread_index.words import Word, words

_FEWEST, _MOST = 5, 30
"""Words of a title: fewer say nothing for certain, and hardly one has more."""

_AT_ONCE = 2_000
"""Runs that are looked up together, which takes a few milliseconds."""

_LINE = re.compile(".+")
_HELD_ONCE = (
    "SELECT key, max(number) FROM prints WHERE key IN (SELECT value FROM json_each(?))"
    " GROUP BY key HAVING count(*) = 1"
)


class Quoted(NamedTuple):
    """The title of a release in a text, and the number of that release."""

    start: int
    end: int
    number: int


def quoted(database: sqlite3.Connection, text: str) -> tuple[Quoted, ...]:
    """Return the titles of releases in `text`, in order and apart, the longer of two."""
    found = (one for some in steps(_batches(text)) for one in _titles(database, some))
    return tuple(_apart(sorted(found, key=lambda one: (one.start, -one.end))))


def _titles(database: sqlite3.Connection, runs: list[Quoted]) -> Iterator[Quoted]:
    """Yield those runs that are titles; until then the number of each is the print's."""
    keys = json.dumps([run.number for run in runs])
    numbers: dict[int, int] = dict(database.execute(_HELD_ONCE, (keys,)))
    return (run._replace(number=numbers[run.number]) for run in runs if run.number in numbers)


def _apart(found: Iterable[Quoted]) -> Iterator[Quoted]:
    reached = 0
    for one in found:
        if one.start >= reached:
            yield one
            reached = one.end


def _batches(text: str) -> Iterator[list[Quoted]]:
    """Yield runs in lists of some size."""
    some: list[Quoted] = []
    for run in _runs(text):
        some.append(run)
        if len(some) == _AT_ONCE:
            yield some
            some = []
    yield some


def _runs(text: str) -> Iterator[Quoted]:
    """Yield all runs of words that may be a title, each with the print that it would leave."""
    for line in _LINE.finditer(text):
        found = [word for word in words(line[0]) if word.text != "s"]
        for at, first in enumerate(found):
            if not line[0][first.start].islower():
                yield from _from(found[at : at + _MOST], line.start())


def _from(run: list[Word], base: int) -> Iterator[Quoted]:
    """Yield the runs that begin with the first of some words."""
    start = base + run[0].start
    prints = of_titles(word.text for word in run)
    for length, (word, key) in enumerate(zip(run, prints, strict=True), start=1):
        if length >= _FEWEST:
            yield Quoted(start, base + word.end, key)

"""What becomes of a release that is added: stored, or recognised as one that is held."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable
from contextlib import closing
from dataclasses import astuple, dataclass
from enum import Enum, auto
from pathlib import Path

from natoread_index.release import Release
from natoread_index.storage import origins, prints, records, versions
from natoread_index.storage.database import scratch, sentences


@dataclass(frozen=True, slots=True)
class Added:
    """What became of releases that were added: each is counted once.

    `unchanged` are held word for word; `duplicates` are held in other spacing, quotes or encoding;
    `updated` are new versions of one that is held.
    """

    added: int = 0
    updated: int = 0
    unchanged: int = 0
    duplicates: int = 0

    def __add__(self, other: Added) -> Added:
        return Added(*(a + b for a, b in zip(astuple(self), astuple(other), strict=True)))


class As(Enum):
    """What a release may be recognised as, the surer the later."""

    NEW = auto()
    NEW_VERSION = auto()
    DUPLICATE = auto()
    UNCHANGED = auto()


def _sum(kinds: Iterable[As]) -> Added:
    count = Counter(kinds)
    return Added(count[As.NEW], count[As.NEW_VERSION], count[As.UNCHANGED], count[As.DUPLICATE])


class Adding:
    """Adds to the database at `path`, inside a transaction of the caller's.

    Raises `LibraryError`; what iterating over releases raises is passed on.
    """

    def __init__(self, database: sqlite3.Connection, path: Path) -> None:
        self._database, self._path = database, path

    def store(self, releases: Iterable[Release], origin: str) -> Added:
        """Store what is new of `releases`, and for each of them that it came from `origin`."""
        records.note_addition(self._database)
        prints.catch_up(self._database)
        file = origins.file(self._database, origin)
        return _sum(self._stored(release, file) for release in releases)

    def count(self, releases: Iterable[Release]) -> Added:
        """Tell what `store` would do, by doing it in a library that nobody sees."""
        with closing(scratch(self._path)) as unseen:
            return _sum(self._would_be(release, unseen) for release in releases)

    def _stored(self, release: Release, file: int) -> As:
        number, kind = _take_in(self._database, release)
        origins.note(self._database, number, file)
        return kind

    def _would_be(self, release: Release, unseen: sqlite3.Connection) -> As:
        with sentences(self._path):
            return self._judged(release, unseen)

    def _judged(self, release: Release, unseen: sqlite3.Connection) -> As:
        is_seen = _recognised(unseen, release)[1] is not As.NEW
        kind = As.NEW if is_seen else _recognised(self._database, release)[1]
        if kind in {As.NEW, As.NEW_VERSION}:
            within = _take_in(unseen, release)[1]
            return within if kind is As.NEW else kind
        return kind


def _take_in(database: sqlite3.Connection, release: Release) -> tuple[int, As]:
    """Store a release if it is new; its number, and what it was recognised as."""
    number, kind = _recognised(database, release)
    if kind is As.NEW:
        return versions.insert(database, release), kind
    if kind is As.NEW_VERSION:
        number = versions.renew(database, number, release)
    if kind is not As.UNCHANGED:
        versions.note_alias(database, number, release)
    return number, kind


def _recognised(database: sqlite3.Connection, release: Release) -> tuple[int, As]:
    from natoread_index.storage.recognising import recognised  # comparing takes 15 ms to import

    return recognised(database, release)

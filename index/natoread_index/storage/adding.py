"""What becomes of a release that is added: stored, or recognised as one that is held."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import astuple, dataclass
from pathlib import Path

from natoread_index.release import Release
from natoread_index.storage import origins, records
from natoread_index.storage.database import sentences


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


_ADDED, _UNCHANGED, _DUPLICATE = Added(added=1), Added(unchanged=1), Added(duplicates=1)


class Adding:
    """Adds to the database at `path`, inside a transaction of the caller's.

    Raises `LibraryError`; what iterating over releases raises is passed on.
    """

    def __init__(self, database: sqlite3.Connection, path: Path) -> None:
        self._database, self._path = database, path

    def store(self, releases: Iterable[Release], origin: str) -> Added:
        """Store what is new of `releases`, and for each of them that it came from `origin`."""
        with sentences(self._path):
            records.note_addition(self._database)
            file = origins.file(self._database, origin)
        added = Added()
        for release in releases:
            with sentences(self._path):
                added += self._stored(release, file)
        return added

    def count(self, releases: Iterable[Release]) -> Added:
        """Tell what `store` would do, without doing it."""
        seen: dict[str, int] = {}
        added = Added()
        for release in releases:
            with sentences(self._path):
                added += self._counted(release, seen)
        return added

    def _stored(self, release: Release, file: int) -> Added:
        held = self._held(release)
        number = held[0] if held else records.insert(self._database, release)
        origins.note(self._database, number, file)
        return held[1] if held else _ADDED

    def _counted(self, release: Release, seen: dict[str, int]) -> Added:
        text = hash((release.title, release.source, release.body))
        if held := self._held(release):
            return held[1]
        if release.id in seen:
            return _UNCHANGED if seen[release.id] == text else _DUPLICATE
        seen[release.id] = text
        return _ADDED

    def _held(self, release: Release) -> tuple[int, Added] | None:
        """Return the number of the release that has the same words, and what that means."""
        found = self._database.execute(
            "SELECT number, title, source, body FROM releases WHERE id = ?", (release.id,)
        ).fetchone()
        if found is None:
            return None
        number, *text = found
        same = text == [release.title, release.source, release.body]
        return number, _UNCHANGED if same else _DUPLICATE

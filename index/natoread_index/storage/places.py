"""Where the user is in each release, and where all was left."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, NamedTuple

from natoread_index.hits import Sort
from natoread_index.release import ReleaseId
from natoread_index.storage.store import Store

_LEFT = "left"
"""The name under which `about` knows where all was left."""


class Place(NamedTuple):
    """A paragraph of a body, from 0, and a character in it: the same at any width."""

    paragraph: int
    offset: int


@dataclass(frozen=True, slots=True)
class Left:
    """What was on the screen when the user left: what was asked, and the release in hand."""

    query: str = ""
    unfinished: bool = False
    exact: bool = False
    sort: Sort = Sort.RELEVANCE
    release: ReleaseId | None = None


class ReadingPlaces:
    """The places that are kept, by the lasting ids of releases.

    All methods raise `LibraryError`; `keep` raises `LibraryLocked` while another program writes.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def get(self, release: ReleaseId) -> Place | None:
        """Return the place in a release; none before it was read."""
        sql = "SELECT paragraph, offset FROM places WHERE release = ?"
        with self._store.sentences():
            found = self._store.database.execute(sql, (release,)).fetchone()
        return found and Place(*found)

    @property
    def left(self) -> Left | None:
        """Where all was left, if that is known."""
        with self._store.sentences():
            found = self._store.database.execute(
                "SELECT value FROM about WHERE name = ?", (_LEFT,)
            ).fetchone()
        return _left(json.loads(found[0])) if found else None

    def number(self, release: ReleaseId | None) -> int | None:
        """Return the number that a release has now, if it is held."""
        with self._store.sentences():
            found = self._store.database.execute(
                "SELECT number FROM releases WHERE id = ?", (release,)
            ).fetchone()
        return found and int(found[0])

    def keep(
        self, places: Mapping[ReleaseId, Place], left: Left | None = None, patience: float = 0
    ) -> None:
        """Keep some places, and where all is left; wait seconds of `patience` for a writer."""
        rows = [(release, *place) for release, place in places.items()]
        with self._store.writing(patience) as database:
            database.executemany("INSERT OR REPLACE INTO places VALUES (?, ?, ?)", rows)
            if left is not None:
                sql = "INSERT OR REPLACE INTO about VALUES (?, ?)"
                database.execute(sql, (_LEFT, json.dumps(asdict(left))))


def _left(told: dict[str, Any]) -> Left:
    """Read what an app wrote, which may have been another version."""
    sort = next((sort for sort in Sort if sort == told.get("sort")), Sort.RELEVANCE)
    known = {name: value for name, value in told.items() if name in Left.__dataclass_fields__}
    return Left(**{**known, "sort": sort})

"""The releases of a library, as they are listed, looked up and shown."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from natoread_index.errors import NoSuchRelease
from natoread_index.hits import Row
from natoread_index.queries.query import Query
from natoread_index.release import Release, ReleaseId
from natoread_index.storage import origins, records, versions
from natoread_index.storage.feeds import Feeds
from natoread_index.storage.keepsakes import Keepsakes
from natoread_index.storage.ledger import Ledger, Undone
from natoread_index.storage.marks import Marks
from natoread_index.storage.places import ReadingPlaces
from natoread_index.storage.removing import Whole, wholes
from natoread_index.storage.searches import Searches
from natoread_index.storage.store import Store

if TYPE_CHECKING:
    from natoread_index.comparing.difference import Difference
    from natoread_index.storage.quoted import Quoted

EVERYTHING = Query()


class Holdings:
    """The releases in a folder; a folder that is not there has none.

    All methods raise `LibraryError` where the database can't be read.
    """

    def __init__(self, folder: Path, index_folder: Path) -> None:
        self.folder, self.index_folder = folder, index_folder
        self._store = Store(folder)
        ledger = Ledger(self._store)
        self.marks, self.searches = Marks(ledger), Searches(ledger)
        self.keepsakes = Keepsakes(ledger)

    @classmethod
    def open(cls, folder: Path, index_folder: Path | None = None) -> Self:
        """Open the library in `folder`; its index lies in `folder/index` if nowhere else."""
        return cls(folder, index_folder or folder / "index")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of all files."""
        self._store.close()

    def __len__(self) -> int:
        with self._sentences():
            return records.count(self._database)

    def number_at(self, url: str) -> int | None:
        """Return the number of the release that comes from an address, if it is held."""
        with self._sentences():
            return records.number_at(self._database, url)

    def quoted(self, number: int) -> tuple[Quoted, ...]:
        """Return where the text of a release has the titles of others, word for word."""
        from natoread_index.storage.quoted import quoted  # few verbs need it

        text = self.release(number).body
        with self._sentences():
            found = quoted(self._database, text)
        return tuple(one for one in found if one.number != number)

    def __iter__(self) -> Iterator[Release]:
        """Yield all releases, newest first."""
        with self._sentences():
            for _, release in records.releases(self._database, self.newest):
                yield release

    def __contains__(self, release_id: object) -> bool:
        with self._sentences():
            found = records.find(self._database, str(release_id))
        return any(full == release_id for _, full in found)

    def __getitem__(self, release_id: str) -> Release:
        """Return the release of an id, or of the start of one; raises `NoSuchRelease`."""
        return self.release(self.number(release_id))

    def release(self, number: int) -> Release:
        """Return the release of a number; raises `NoSuchRelease`."""
        with self._sentences():
            found = records.release(self._database, number)
        if found is None:
            raise NoSuchRelease("this release is no longer in the library")
        return found

    def row(self, release_id: str) -> Row:
        """Return how a list shows the release of an id; raises `NoSuchRelease`."""
        return self.rows([self.number(release_id)])[0]

    def rows(self, numbers: Sequence[int], query: Query = EVERYTHING) -> list[Row]:
        """Return how a list shows some releases, each with what answers `query`."""
        with self._sentences():
            return records.rows(self._database, numbers, query)

    @cached_property
    def newest(self) -> Sequence[int]:
        """The numbers of all releases, newest first, undated ones last."""
        with self._sentences():
            return records.numbers(self._database)

    def number(self, release_id: str) -> int:
        """Return the number of the release of an id, or of the start of one."""
        with self._sentences():
            found = records.find(self._database, release_id)
        if len(found) == 1 or any(full == release_id for _, full in found):
            return found[0][0]
        raise NoSuchRelease(
            f"{'more than one release has' if found else 'no release has'} the id {release_id}"
        )

    @property
    def patience(self) -> float | None:
        """How many seconds a change waits for another program, if not as long as all wait."""
        return self._store.patience

    @patience.setter
    def patience(self, seconds: float | None) -> None:
        self._store.patience = seconds

    def ids(self, numbers: Sequence[int]) -> dict[int, ReleaseId]:
        """Return the lasting ids of the releases that have these numbers, in their order."""
        with self._sentences():
            return records.ids(self._database, numbers)

    def undo(self) -> Undone | None:
        """Undo what the user did last; `None` if there is nothing left."""
        return self.marks.undo()

    def versions(self, release_id: str) -> list[Release]:
        """Return a release as it was and as it is, the oldest version first."""
        number = self.number(release_id)
        with self._sentences():
            return [*versions.of(self._database, number)[:-1], self.release(number)]

    def difference(self, release_id: str, version: int = 0) -> Difference | None:
        """Return how a version, if none is given the last, differs from the one before it.

        `None` if there is no such version, or none before it.
        """
        number = self.number(release_id)
        with self._sentences():
            last = versions.count(self._database, number)
            if not 1 < (version or last) <= last:
                return None
            from natoread_index.comparing.difference import difference  # as few have changed

            return difference(versions.of(self._database, number), version or last)

    def origins(self, release_id: str) -> list[str]:
        """Return the files and feeds that a release came from, in the order of their coming."""
        number = self.number(release_id)
        with self._sentences():
            return origins.of(self._database, number)

    def wholes(self, numbers: Iterable[int]) -> list[Whole]:
        """Return releases with all that `Library.put_back` needs once they are removed."""
        with self._sentences():
            return wholes(self._database, numbers)

    def brought_by(self, origin: str) -> dict[int, int]:
        """Return the numbers of the releases that came from a file, or from any in a folder.

        With each goes how many other files it came from.
        """
        with self._sentences():
            return origins.brought_by(self._database, origin)

    @property
    def feeds(self) -> Feeds:
        """The feeds that are followed."""
        return Feeds(self._store)

    @property
    def places(self) -> ReadingPlaces:
        """Where the user is in each release, and where all was left."""
        return ReadingPlaces(self._store)

    @property
    def _database(self) -> sqlite3.Connection:
        return self._store.database

    def _sentences(self) -> AbstractContextManager[None]:
        return self._store.sentences()

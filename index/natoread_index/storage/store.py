"""The database of one library: made at the first write, and written by one program at a time."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from natoread_index.storage import database
from natoread_index.storage.database import sentences, table_sentences, transaction
from natoread_index.storage.lock import writing


class Store:
    """The database in `folder`; an empty one in memory, until something is written.

    `patience` is how many seconds a change waits for another program that writes, if not as long as
    all wait. All methods raise `LibraryError` where the database can't be read or written.
    """

    def __init__(self, folder: Path) -> None:
        self.folder, self.file = folder, folder / database.FILE
        self.patience: float | None = None
        self.database = database.connect(self.file)
        self._version = self._data_version()

    def sentences(self) -> AbstractContextManager[None]:
        """Turn trouble with the database into a `LibraryError` that says what to do."""
        return sentences(self.file)

    @contextmanager
    def writing(self, patience: float | None = None) -> Iterator[sqlite3.Connection]:
        """Write as the one who may, all that is done inside or, if anything fails, nothing of it.

        Raises `LibraryLocked` if another program keeps writing for `patience` seconds; what is
        raised inside and has nothing to do with the database is passed on.
        """
        with writing(self.folder, "library", self.patience if patience is None else patience):
            if not self.file.exists() or self._is_imagined():
                self._reconnect(database.create(self.file))
            with transaction(self.database, self.file), table_sentences(self.file):
                yield self.database

    def is_changed(self) -> bool:
        """Take up a library that has been made since; tell whether other programs wrote to it."""
        with self.sentences():
            if self._is_imagined() and self.file.exists():
                self._reconnect(database.connect(self.file))
                return True
            return self._version != self._data_version()

    def note_version(self) -> None:
        """Take the database as it is for known, so that only later writing changes it."""
        self._version = self._data_version()

    def close(self) -> None:
        """Let go of the file."""
        self.database.close()

    def _is_imagined(self) -> bool:
        """Whether the database is the empty one in memory, for want of a file."""
        return not self.database.execute("PRAGMA database_list").fetchone()[2]

    def _reconnect(self, connection: sqlite3.Connection) -> None:
        self.close()
        self.database = connection

    def _data_version(self) -> int:
        """Return a number that changes whenever another connection writes."""
        with self.sentences():
            (version,) = self.database.execute("PRAGMA data_version").fetchone()
        return int(version)

"""The library's one file: releases, where they came from, and all that the user makes.

SQLite, with a write-ahead log, so that others read while one writes. The number of a release is
never used again, even when the release is gone.
"""

import sqlite3
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from natoread_index.errors import LibraryError
from natoread_index.storage.tables import MIGRATIONS, statements

FILE = "library.db"

_PATIENCE = 10.0
"""Seconds to wait for another program's transaction."""

_UNWRITABLE = "SQLITE_READONLY", "SQLITE_CANTOPEN"
"""What SQLite finds where it can't put its log beside a library."""


@contextmanager
def sentences(path: Path) -> Iterator[None]:
    """Turn trouble with the library at `path` into a `LibraryError` that says what to do."""
    with file_sentences(path), table_sentences(path):
        yield


@contextmanager
def table_sentences(path: Path) -> Iterator[None]:
    """Turn trouble that SQLite has with the library at `path` into such a `LibraryError`."""
    try:
        yield
    except sqlite3.ProgrammingError:
        raise  # a mistake in this program, such as the use of a library that is closed
    except sqlite3.DatabaseError as trouble:
        raise LibraryError(f"{path}: {_remedy(str(trouble))}") from trouble


@contextmanager
def file_sentences(path: Path) -> Iterator[None]:
    """Turn trouble with files, at `path` if they have no names, into a `LibraryError`."""
    try:
        yield
    except OSError as trouble:
        where = trouble.filename or path
        raise LibraryError(f"{where}: {trouble.strerror or trouble}") from trouble


def _remedy(trouble: str) -> str:
    if "not a database" in trouble or "malformed" in trouble:
        return f"the library is damaged ({trouble}); put a copy of it back in its place"
    if "full" in trouble:
        return "the disk is full; nothing of this file was stored"
    if "locked" in trouble:
        return "another program is writing to the library; try again when it is done"
    return f"the library can’t be read or written here ({trouble})"


def connect(path: Path) -> sqlite3.Connection:
    """Open the library at `path`; one that isn’t there is an empty one in memory.

    Raises `LibraryError`.
    """
    with sentences(path):
        if not path.exists():
            return _prepared(sqlite3.connect(":memory:", isolation_level=None), path)
        try:
            return _prepared(_opened(path), path)
        except sqlite3.OperationalError as trouble:
            if not trouble.sqlite_errorname.startswith(_UNWRITABLE) or _has_log(path):
                raise
            # In a folder that can't be written: SQLite wants a promise that nothing changes.
            return _prepared(_opened(path, "?immutable=1"), path)


def _has_log(path: Path) -> bool:
    """Tell whether there is more in the library than in its file."""
    log = path.with_name(f"{path.name}-wal")
    return log.exists() and log.stat().st_size > 0


def scratch(path: Path) -> sqlite3.Connection:
    """Open an empty library for a while, on the disk if it grows; `path` is of the real one."""
    with sentences(path):
        return _prepared(sqlite3.connect("", isolation_level=None), path)


def create(path: Path) -> sqlite3.Connection:
    """Open the library at `path`, made if there is none. Raises `LibraryError`."""
    with sentences(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        return _prepared(_opened(path), path)


def _opened(path: Path, how: str = "") -> sqlite3.Connection:
    uri = f"{path.absolute().as_uri()}{how}"
    return sqlite3.connect(uri, uri=True, timeout=_PATIENCE, isolation_level=None)


def _prepared(connection: sqlite3.Connection, path: Path) -> sqlite3.Connection:
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if version > len(MIGRATIONS):
            raise LibraryError(
                f"{path}: a newer natoread made this library; update natoread to read it"
            )
        if version < len(MIGRATIONS):
            _migrate(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def _migrate(connection: sqlite3.Connection, path: Path) -> None:
    """Bring the tables up to date; another program may do the same at this moment."""
    connection.execute("PRAGMA journal_mode = WAL")
    with transaction(connection, path):
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        for script in MIGRATIONS[version:]:
            for statement in statements(script):
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
        connection.execute("INSERT OR IGNORE INTO about VALUES ('library', ?)", (uuid.uuid4().hex,))


@contextmanager
def transaction(connection: sqlite3.Connection, path: Path) -> Iterator[None]:
    """Keep all that is done inside, or, if anything fails, nothing of it.

    Raises `LibraryError` for trouble of its own; what is raised inside is passed on.
    """
    with sentences(path):
        connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        with sentences(path):
            connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # SQLite may have ended it, as on a full disk
            connection.execute("ROLLBACK")
        raise


def name_of(connection: sqlite3.Connection) -> str:
    """Return the random name that tells this library from every other."""
    (name,) = connection.execute("SELECT value FROM about WHERE name = 'library'").fetchone()
    return str(name)


def file_of(connection: sqlite3.Connection) -> Path:
    """Return where the library lies; an empty path for one in memory."""
    return Path(connection.execute("PRAGMA database_list").fetchone()[2])

"""What a release was before it was issued again.

The last version is a row of `releases`, the older ones are rows of `versions`. All have the id of
the first, so that what the user made of a release stays with it. Each new version gets a number of
its own, by which the search index takes it up.
"""

import sqlite3
from collections.abc import Sequence
from dataclasses import replace

from natoread_index.release import Release
from natoread_index.storage import origins, records


def renew(database: sqlite3.Connection, number: int, release: Release) -> int:
    """Make `release` the last version of the one with a number; its own number."""
    *earlier, held = of(database, number)
    _keep(database, held, len(earlier) + 1)
    files = origins.taken_from(database, number)
    database.execute("DELETE FROM releases WHERE number = ?", (number,))
    new = records.insert(database, records.called(replace(release), held.id))
    for file in files:
        origins.note(database, new, file)
    return new


def of(database: sqlite3.Connection, number: int) -> list[Release]:
    """Return all versions of the release with a number, the oldest first; none if it is gone."""
    held = records.release(database, number)
    return [*_older(database, held.id), held] if held else []


def _older(database: sqlite3.Connection, release_id: str) -> list[Release]:
    sql = f"SELECT body, {records.COLUMNS} FROM versions WHERE id = ? ORDER BY version"
    return [records.as_release(*row) for row in database.execute(sql, (release_id,))]


def put_back(database: sqlite3.Connection, versions: Sequence[Release]) -> int:
    """Store a release that is not held, with all its versions; its new number."""
    for version, release in enumerate(versions[:-1], 1):
        _keep(database, release, version)
    return records.insert(database, versions[-1])


def forget(database: sqlite3.Connection, number: int) -> None:
    """Drop the release with a number and its versions."""
    held = "SELECT id FROM releases WHERE number = ?"
    database.execute(f"DELETE FROM versions WHERE id = ({held})", (number,))
    database.execute("DELETE FROM releases WHERE number = ?", (number,))


def _keep(database: sqlite3.Connection, release: Release, version: int) -> None:
    values = (version, *records.as_row(release))
    marks = ", ".join("?" * len(values))
    columns = f"version, {records.COLUMNS}, body"
    database.execute(f"INSERT INTO versions ({columns}) VALUES ({marks})", values)

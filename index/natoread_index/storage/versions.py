"""What a release was before it was issued again.

The last version is a row of `releases`, the older ones are rows of `versions`. All have the id of
the first, so that what the user made of a release stays with it. Each new version gets a number of
its own, by which the search index takes it up.
"""

import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from hashlib import blake2b

from natoread_index.release import Release
from natoread_index.storage import corrections, origins, prints, records


def number_of(database: sqlite3.Connection, release: Release) -> int:
    """Return the number of what has, or had, the words of `release`; 0 if there is none."""
    sql = (
        "SELECT number FROM releases WHERE id = ?1 UNION ALL"
        " SELECT number FROM aliases JOIN releases USING (id) WHERE digest = ?1"
    )
    for release_id in (release.id, _id_of_day(release)):
        (number,) = database.execute(sql, (release_id,)).fetchone() or (0,)
        held = _held(database, number) if number else None
        if held is None or not _are_told_apart(held, release):
            return int(number)
    return 0


def _are_told_apart(held: Release, new: Release) -> bool:
    from natoread_index.comparing.evidence import are_told_apart  # takes 5 ms, and few need it

    return are_told_apart(held, new)


def insert(database: sqlite3.Connection, release: Release) -> int:
    """Store a release, under the id that it had before it was removed, if any; its number."""
    sql = "SELECT id FROM aliases WHERE digest = ?"
    if known := database.execute(sql, (release.id,)).fetchone():
        release = records.called(replace(release), known[0])
    try:
        number = _insert_corrected(database, release)
    except sqlite3.IntegrityError:  # another has its words, of another day
        other = records.called(replace(release), _id_of_day(release))
        number = _insert_corrected(database, other)
    prints.keep(database, number, release)
    return number


def _insert_corrected(database: sqlite3.Connection, release: Release) -> int:
    right = corrections.corrected(database, release)
    number = records.insert(database, right)
    if right is not release:
        corrections.note_published(database, release)
    return number


def _id_of_day(release: Release) -> str:
    """Return the id of a release of whose words there are two."""
    days = f"{release.dated.first} {release.dated.last}" if release.dated else ""
    return blake2b(f"{release.id} {days}".encode(), digest_size=16).hexdigest()


def note_alias(database: sqlite3.Connection, number: int, release: Release) -> None:
    """Note that `release` is the one of a number, in other words or signs."""
    sql = "INSERT OR IGNORE INTO aliases SELECT ?1, id FROM releases WHERE number = ? AND id != ?1"
    database.execute(sql, (release.id, number))


def renew(database: sqlite3.Connection, number: int, release: Release) -> int:
    """Make `release` the last version of the one with a number; its own number."""
    *earlier, held = of(database, number)
    _keep(database, held, len(earlier) + 1)
    files = origins.taken_from(database, number)
    _drop(database, number, held)
    new = insert(database, records.called(replace(release), held.id))
    for file in files:
        origins.note(database, new, file)
    return new


def rewrite(database: sqlite3.Connection, release_id: str) -> int:
    """Store a release again, as it was corrected by now; its new number, 0 if it is not held."""
    sql = "SELECT number FROM releases WHERE id = ?"
    (number,) = database.execute(sql, (release_id,)).fetchone() or (0,)
    if held := _held(database, number):
        files = origins.taken_from(database, number)
        _drop(database, number, held)
        corrections.forget_published(database, release_id)
        number = insert(database, held)
        for file in files:
            origins.note(database, number, file)
        records.note_addition(database)
    return int(number)


def _held(database: sqlite3.Connection, number: int) -> Release | None:
    """Return the release of a number as it was published, if there is one."""
    held = records.release(database, number)
    return held and corrections.published(database, held)


def of(database: sqlite3.Connection, number: int) -> list[Release]:
    """Return all versions of the release with a number, the oldest first; none if it is gone.

    They are as they were published, whatever was corrected in them.
    """
    held = _held(database, number)
    return [*_older(database, held.id), held] if held else []


def count(database: sqlite3.Connection, number: int) -> int:
    """Return how many versions the release with a number has."""
    older = "SELECT count(*) FROM versions WHERE id = (SELECT id FROM releases WHERE number = ?)"
    return 1 + int(database.execute(older, (number,)).fetchone()[0])


def _older(database: sqlite3.Connection, release_id: str) -> list[Release]:
    sql = f"SELECT body, {records.COLUMNS} FROM versions WHERE id = ? ORDER BY version"
    return [records.as_release(*row) for row in database.execute(sql, (release_id,))]


def put_back(database: sqlite3.Connection, versions: Sequence[Release]) -> int:
    """Store a release that is not held, with all its versions; its new number."""
    for version, release in enumerate(versions[:-1], 1):
        _keep(database, release, version)
    return insert(database, versions[-1])


def forget(database: sqlite3.Connection, number: int) -> None:
    """Drop the release with a number, if there is one, and its versions."""
    if held := _held(database, number):
        database.execute("DELETE FROM versions WHERE id = ?", (held.id,))
        _drop(database, number, held)


def _drop(database: sqlite3.Connection, number: int, release: Release) -> None:
    prints.drop(database, number, release)
    database.execute("DELETE FROM releases WHERE number = ?", (number,))


def _keep(database: sqlite3.Connection, release: Release, version: int) -> None:
    values = (version, *records.as_row(release))
    marks = ", ".join("?" * len(values))
    columns = f"version, {records.COLUMNS}, body"
    database.execute(f"INSERT INTO versions ({columns}) VALUES ({marks})", values)

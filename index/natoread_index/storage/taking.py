"""How much of each file is in the library, so that no file is read twice for nothing."""

import sqlite3
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Taken:
    """The first `releases` of a file are in the library, or all of them if it is taken `whole`.

    `stamp` tells whether the file is still the one that was read.
    """

    stamp: str = ""
    releases: int = 0
    whole: bool = False


def taken(database: sqlite3.Connection, origin: str) -> Taken:
    """Return what is taken of a file; nothing of one that is unknown or must be read again."""
    sql = "SELECT stamp, taken, whole FROM files WHERE path = ? AND stamp IS NOT NULL"
    found = database.execute(sql, (origin,)).fetchone()
    return Taken(found[0], found[1], bool(found[2])) if found else Taken()


def note_taken(database: sqlite3.Connection, origin: str, now: Taken) -> None:
    """Note what is taken of a file that releases came from."""
    sql = "UPDATE files SET stamp = ?, taken = ?, whole = ? WHERE path = ?"
    database.execute(sql, (now.stamp or None, now.releases, now.whole, origin))

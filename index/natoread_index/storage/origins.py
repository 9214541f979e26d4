"""Where releases came from: files and feeds by their names, of which a release may have several."""

import sqlite3


def file(database: sqlite3.Connection, path: str) -> int:
    """Return the number of a file, which is noted if it is new."""
    database.execute("INSERT OR IGNORE INTO files (path) VALUES (?)", (path,))
    query = "SELECT file FROM files WHERE path = ?"
    return int(database.execute(query, (path,)).fetchone()[0])


def note(database: sqlite3.Connection, number: int, file: int) -> None:
    """Note that the release of a number came from a file, too."""
    database.execute("INSERT OR IGNORE INTO origins VALUES (?, ?)", (number, file))


def of(database: sqlite3.Connection, number: int) -> list[str]:
    """Return the names of what a release came from, in the order of their coming."""
    sql = "SELECT path FROM origins JOIN files USING (file) WHERE number = ? ORDER BY file"
    return [path for (path,) in database.execute(sql, (number,)) if path]


def brought_by(database: sqlite3.Connection, origin: str) -> dict[int, int]:
    """Return the numbers of the releases that came from a file, or from any in a folder.

    With each goes how many other files it came from.
    """
    inside = "path = ?1 OR substr(path, 1, length(?1) + 1) IN (?1 || '/', ?1 || '\\')"
    sql = (
        f"SELECT number, total(NOT ({inside})) FROM origins JOIN files USING (file)"
        f" WHERE number IN (SELECT number FROM files JOIN origins USING (file) WHERE {inside})"
        " GROUP BY number ORDER BY number"
    )
    return {number: int(others) for number, others in database.execute(sql, (origin,))}


def taken_from(database: sqlite3.Connection, number: int) -> list[int]:
    """Take a release's origins from it, and return them.

    Its files would count as no longer taken if it went with its origins.
    """
    sql = "SELECT file FROM origins WHERE number = ?"
    files = [file for (file,) in database.execute(sql, (number,))]
    database.execute("DELETE FROM origins WHERE number = ?", (number,))
    return files

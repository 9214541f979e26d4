"""The feeds that the user follows, and how far the library has come with each."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from natoread_index.storage.store import Store


@dataclass(frozen=True, slots=True)
class Followed:
    """One feed, by the address that the user gave.

    `etag` and `modified` are what its host last answered with. `error` is a sentence that says why
    the last request failed; none since a success. Before `until` its host wants no request; one
    that is `gone` is asked no more.
    """

    url: str
    title: str = ""
    etag: str | None = None
    modified: str | None = None
    succeeded: datetime | None = None
    failed: datetime | None = None
    error: str | None = None
    until: datetime | None = None
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Waiting:
    """An item that is not taken yet: its number, what the feed told of it, how often it failed."""

    number: int
    told: str
    tries: int


class Feeds:
    """Those that are followed, in the order in which the user came to follow them.

    All methods raise `LibraryError`, and those that write `LibraryLocked`.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def __len__(self) -> int:
        return int(self._rows("SELECT count(*) FROM feeds")[0][0])

    def __iter__(self) -> Iterator[Followed]:
        rows = self._rows(f"SELECT {_COLUMNS} FROM feeds ORDER BY feed")
        return (_followed(row) for row in rows)

    def follow(self, url: str, title: str = "") -> bool:
        """Follow a feed, one that was gone, too; tell whether it was not followed already."""
        with self._store.writing() as database:
            sql = "INSERT OR IGNORE INTO feeds (url, title) VALUES (?, ?)"
            is_new = database.execute(sql, (url, title)).rowcount > 0
            database.execute("UPDATE feeds SET gone = 0, until = NULL WHERE url = ?", (url,))
        return is_new

    def unfollow(self, url: str) -> None:
        """Follow a feed no more; what was taken from it stays."""
        with self._store.writing() as database:
            database.execute("DELETE FROM feeds WHERE url = ?", (url,))

    def note_success(self, feed: Followed) -> None:
        """Note that a feed was asked and has nothing new, at the moment that it `succeeded`."""
        with self._store.writing() as database:
            _succeed(database, feed)

    def note_items(self, feed: Followed, told: Iterable[tuple[str, str]]) -> None:
        """Note what a feed has: pairs of a key, and all that it says of the item of that key.

        Items of keys that were noted before are left as they are; the others wait to be taken.
        """
        with self._store.writing() as database:
            _succeed(database, feed)
            (number,) = database.execute(_NUMBER, (feed.url,)).fetchone() or (None,)
            if number is not None:  # else it was unfollowed meanwhile
                sql = "INSERT OR IGNORE INTO items (feed, key, told) VALUES (?, ?, ?)"
                database.executemany(sql, ((number, *item) for item in told))

    def note_failure(self, feed: Followed) -> None:
        """Note when and why asking for a feed `failed`."""
        with self._store.writing() as database:
            database.execute(
                "UPDATE feeds SET failed = ?, error = ?, until = ?, gone = ? WHERE url = ?",
                (_iso(feed.failed), feed.error, _iso(feed.until), feed.gone, feed.url),
            )

    def waiting(self, feed: Followed) -> list[Waiting]:
        """Return the items of a feed that are not taken yet, in the order of their noting."""
        sql = f"SELECT item, told, tries FROM items WHERE feed = ({_NUMBER})"
        rows = self._rows(f"{sql} AND told IS NOT NULL ORDER BY item", feed.url)
        return [Waiting(*row) for row in rows]

    def note_missed(self, item: Waiting) -> None:
        """Note that an item could not be had; it waits for the next time."""
        with self._store.writing() as database:
            sql = "UPDATE items SET tries = tries + 1 WHERE item = ?"
            database.execute(sql, (item.number,))

    def _rows(self, sql: str, *values: str) -> Sequence[sqlite3.Row]:
        with self._store.sentences():
            return self._store.database.execute(sql, values).fetchall()


def note_items_taken(database: sqlite3.Connection, items: Iterable[Waiting]) -> None:
    """Note that items are in the library, or are given up: they are never taken again."""
    sql = "UPDATE items SET told = NULL WHERE item = ?"
    database.executemany(sql, [(item.number,) for item in items])


_COLUMNS = "url, title, etag, modified, succeeded, failed, error, until, gone"
_NUMBER = "SELECT feed FROM feeds WHERE url = ?"


def _followed(row: Sequence[str | None]) -> Followed:
    url, title, etag, modified, succeeded, failed, error, until, gone = row
    moments = _moment(succeeded), _moment(failed), error, _moment(until)
    return Followed(str(url), str(title), etag, modified, *moments, bool(gone))


def _succeed(database: sqlite3.Connection, feed: Followed) -> None:
    database.execute(
        "UPDATE feeds SET title = ?, etag = ?, modified = ?, succeeded = ?, error = NULL,"
        " until = NULL, gone = 0 WHERE url = ?",
        (feed.title, feed.etag, feed.modified, _iso(feed.succeeded), feed.url),
    )


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def _moment(iso: str | None) -> datetime | None:
    return datetime.fromisoformat(iso) if iso else None

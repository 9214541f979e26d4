"""What the user made, each a value under a key, and the acts by which it came about.

None of it can be made again, so it is kept as such: it outlives the releases that it is about,
and each act remembers what was there before, in the same transaction, so that it can be undone.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import NamedTuple

from natoread_index.storage.removing import Whole, put_back
from natoread_index.storage.store import Store
from natoread_index.storage.versions import rewrite
from natoread_index.storage.what import What

_ACTS_KEPT = 200
"""Acts that can be undone."""

_UNLIKE = """
    FROM json_each(:whose) AS one LEFT JOIN made
    ON made.what = :what AND made.whose = one.value AND made.name = :name
    WHERE made.value IS NOT :value
"""


class Key(NamedTuple):
    """What it is, whose it is (a release's lasting id, or a name), and which of several."""

    what: What
    whose: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A value under its key, and since when it is so, as an ISO time of UTC."""

    key: Key
    value: str
    since: str


@dataclass(frozen=True, slots=True)
class Undone:
    """An act that was undone, in the words that it was noted in, and all whose things it was."""

    says: str
    whose: tuple[str, ...]
    releases: bool = False
    """Whether other releases are held, or others than before."""


class Ledger:
    """The user's things in `store`. All methods raise `LibraryError`."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @property
    def database(self) -> sqlite3.Connection:
        """Where it is kept."""
        return self._store.database

    @property
    def version(self) -> tuple[int, int, int]:
        """What changes with everything that this or another program writes."""
        with self._store.sentences():
            database = self._store.database
            (others,) = database.execute("PRAGMA data_version").fetchone()
            return id(database), int(others), database.total_changes

    def value(self, key: Key) -> str | None:
        """Return the value under a key, if there is one."""
        found = self.entry(key)
        return found.value if found else None

    def entry(self, key: Key) -> Entry | None:
        """Return what is under a key, if there is anything."""
        sql = "SELECT value, since FROM made WHERE what = ? AND whose = ? AND name = ?"
        with self._store.sentences():
            found = self._store.database.execute(sql, key).fetchone()
        return found and Entry(key, *found)

    def entries(self, *whats: What, whose: Sequence[str] | None = None) -> list[Entry]:
        """Return all things of some kinds, or only those `whose` they are, sorted by key."""
        asked = "SELECT what, whose, name, value, since FROM made WHERE what IN ({})"
        sql = asked.format(", ".join("?" * len(whats)))
        some: tuple[str, ...] = ()
        if whose is not None:
            sql, some = f"{sql} AND whose IN (SELECT value FROM json_each(?))", (_list(whose),)
        with self._store.sentences():
            found = self._store.database.execute(f"{sql} ORDER BY 1, 2, 3", (*whats, *some))
            return [Entry(Key(What(what), *key), value, at) for what, *key, value, at in found]

    @contextmanager
    def act(self, says: str) -> Iterator[Act]:
        """Change things together, to be undone together; no act is noted that changes nothing."""
        with self._store.writing() as database:
            act = Act.begun(database, says)
            yield act
            act.end()

    def note(self, key: Key, value: str | None) -> None:
        """Change a thing, or take it away, without an act: that is not undone."""
        with self._store.writing() as database:
            _change(database, key, [key.whose], value)

    def undo(self, only: What | None = None) -> Undone | None:
        """Undo the last act, whichever program did it; `None` if there is none left.

        With `only`, one that changed other things, too, stays.
        """
        with self._store.writing() as database:
            sql = "SELECT act, says FROM acts ORDER BY act DESC LIMIT 1"
            last = database.execute(sql).fetchone()
            if last and only and _changed(database, last[0]) != {only}:
                return None
            return last and _undo(database, *last)


class Act:
    """Changes that are noted, each with what was there before."""

    def __init__(self, database: sqlite3.Connection, number: int) -> None:
        self._database, self._number = database, number

    @classmethod
    def begun(cls, database: sqlite3.Connection, says: str) -> Act:
        """Begin to note an act."""
        cursor = database.execute("INSERT INTO acts (says) VALUES (?)", (says,))
        return cls(database, cursor.lastrowid or 0)

    def put(
        self,
        what: What,
        whose: Iterable[str],
        value: str | None,
        name: str = "",
        since: str | None = None,
    ) -> list[str]:
        """Change a thing of each, or take it away; returns whose was another before.

        It counts from now on, if not `since` another time.
        """
        told = _told(what, name, list(whose), value)
        before = f"SELECT :act, :what, one.value, :name, made.value, made.since {_UNLIKE}"
        sql = f"INSERT OR IGNORE INTO changes {before}"
        changed = [one for (one,) in self._database.execute(f"SELECT one.value {_UNLIKE}", told)]
        self._database.execute(sql, {"act": self._number, **told})
        _change(self._database, Key(what, "", name), changed, value, since)
        return changed

    def keep(self, whose: str, release: str) -> None:
        """Note a release that is about to be removed, as a text that says all of it."""
        values = self._number, What.RELEASE, whose, "", release, _now()
        self._database.execute("INSERT INTO changes VALUES (?, ?, ?, ?, ?, ?)", values)

    def end(self) -> None:
        """Forget an act that changed nothing, and those of long ago."""
        sql = "SELECT 1 FROM changes WHERE act = ?"
        if not self._database.execute(sql, (self._number,)).fetchone():
            self._database.execute("DELETE FROM acts WHERE act = ?", (self._number,))
        oldest = self._number - _ACTS_KEPT
        self._database.execute("DELETE FROM acts WHERE act <= ?", (oldest,))


def _change(
    database: sqlite3.Connection,
    key: Key,
    whose: Sequence[str],
    value: str | None,
    since: str | None = None,
) -> None:
    told = _told(key.what, key.name, whose, value)
    if value is None:
        some = "whose IN (SELECT value FROM json_each(:whose))"
        sql = f"DELETE FROM made WHERE what = :what AND name = :name AND {some}"
    else:
        told["since"] = since or _now()
        sql = (
            f"INSERT OR REPLACE INTO made SELECT :what, one.value, :name, :value, :since {_UNLIKE}"
        )
    database.execute(sql, told)


def _told(what: What, name: str, whose: Sequence[str], value: str | None) -> dict[str, object]:
    return {"what": what, "name": name, "whose": _list(whose), "value": value}


def _list(whose: Sequence[str]) -> str:
    return json.dumps(list(dict.fromkeys(whose)))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _changed(database: sqlite3.Connection, act: int) -> set[What]:
    """Return what kinds of things an act changed."""
    sql = "SELECT DISTINCT what FROM changes WHERE act = ?"
    return {What(what) for (what,) in database.execute(sql, (act,))}


def _undo(database: sqlite3.Connection, act: int, says: str) -> Undone:
    """Put back what was there before an act, and forget the act."""
    of_act = "FROM changes WHERE act = ?1"
    whose = database.execute(f"SELECT DISTINCT whose {of_act}", (act,)).fetchall()
    removed = _put_back(database, act)
    values = f"SELECT what, whose, name, value, since {of_act} AND value IS NOT NULL"
    database.execute(f"INSERT OR REPLACE INTO made {values} AND what != ?2", (act, What.RELEASE))
    not_there = f"SELECT what, whose, name {of_act} AND value IS NULL"
    database.execute(f"DELETE FROM made WHERE (what, whose, name) IN ({not_there})", (act,))
    of_correction = f"SELECT DISTINCT whose {of_act} AND what = ?2"
    corrected = database.execute(of_correction, (act, What.CORRECTION)).fetchall()
    database.execute("DELETE FROM acts WHERE act = ?", (act,))
    rewrite_all(database, [one for (one,) in corrected])
    return Undone(says, tuple(one for (one,) in whose), removed or bool(corrected))


def _put_back(database: sqlite3.Connection, act: int) -> bool:
    """Put back what an act removed, of which nothing is new; tell whether that was anything."""
    sql = "SELECT value FROM changes WHERE act = ? AND what = ?"
    removed = [Whole.of_text(text) for (text,) in database.execute(sql, (act, What.RELEASE))]
    if removed:
        note_known(database, put_back(database, removed))
    return bool(removed)


def rewrite_all(database: sqlite3.Connection, ids: Iterable[str]) -> None:
    """Store releases again, as they were corrected, under new numbers that are not new."""
    note_known(database, filter(None, [rewrite(database, one) for one in ids]))


def note_known(database: sqlite3.Connection, numbers: Iterable[int]) -> None:
    """Note that releases are not new to the user, though their numbers are."""
    known = f"SELECT '{What.KNOWN}', id, '', number, ? FROM releases WHERE number = ?"
    for number in numbers:
        database.execute(f"INSERT OR REPLACE INTO made {known}", (_now(), number))

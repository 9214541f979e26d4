"""Which releases have what the user made, by their numbers, as a search asks for them."""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections.abc import Iterator, Sequence

from natoread_index.queries.nodes import Mark, Marked, OfUser, Phrase, Tagged, Term
from natoread_index.queries.notes import Note
from natoread_index.storage.ledger import Ledger
from natoread_index.storage.what import What

Condition = tuple[str, tuple[object, ...]]
"""A condition in SQL, and its values."""

KINDS = {
    Mark.READ: What.READ,
    Mark.STARRED: What.STAR,
    Mark.TAGGED: What.TAG,
    Mark.NOTED: What.NOTE,
}


class MarkedNumbers:
    """Looks up in one ledger; remembers what it found, until marks or releases change."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._known: dict[OfUser, Sequence[int]] = {}
        self._known_of: object = None

    def of(self, leaf: OfUser, database: sqlite3.Connection, last_visit: int) -> Sequence[int]:
        """Return the numbers of the releases in `database` that have what `leaf` asks for.

        It is the same object as before, as long as nothing has changed. `last_visit` is the number
        up to which releases are not new.
        """
        version = self._ledger.version, database, database.total_changes, last_visit
        if self._known_of != version:
            self._known, self._known_of = {}, version
        if leaf not in self._known:
            where, values = self._condition(leaf, database, last_visit)
            found = database.execute(f"SELECT number FROM releases WHERE {where}", values)
            self._known[leaf] = array("I", [number for (number,) in found])
        return self._known[leaf]

    def _condition(self, leaf: OfUser, database: sqlite3.Connection, last_visit: int) -> Condition:
        match leaf:
            case Marked(Mark.NEW):
                known = "SELECT 1 FROM made WHERE what = ? AND whose = id AND value = number"
                return f"number > ? AND NOT EXISTS ({known})", (last_visit, What.KNOWN)
            case Term() | Phrase():
                return _one_of(self._noted(leaf))
        where, values = _made(leaf)
        whose = f"SELECT DISTINCT whose FROM made WHERE {where}"
        if database is self._ledger.database:
            return f"id IN ({whose})", values
        return _one_of(one for (one,) in self._ledger.database.execute(whose, values))

    def _noted(self, leaf: Term | Phrase) -> Iterator[str]:
        """Return whose note says what was asked."""
        notes = self._ledger.entries(What.NOTE)
        return (entry.key.whose for entry in notes if Note.of(entry.value).says(leaf))


def _made(leaf: Marked | Tagged) -> Condition:
    if isinstance(leaf, Marked):
        return "what = ?", (KINDS[leaf.mark],)
    name = "substr(name, 1, length(?2)) = ?2" if leaf.prefix else "name = ?2"
    return f"what = ?1 AND {name}", (What.TAG, leaf.key)


def _one_of(ids: Iterator[str]) -> Condition:
    return "id IN (SELECT value FROM json_each(?))", (json.dumps(list(ids)),)

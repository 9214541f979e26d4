"""What is wrong with a library, and what mends it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from natoread_index.searching.search_index import SearchIndex

_REINDEX = "natoread reindex"
_RESTORE = "put a copy of the library back, or add its files again to a new one"


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something that is wrong, what mends it, and whether natoread can do that by itself."""

    sentence: str
    remedy: str
    mendable: bool


def checkup(database: sqlite3.Connection, index: SearchIndex) -> Iterator[Trouble]:
    """Yield all that is wrong with a database and its index; reads the whole of both."""
    lines = _damage(database)
    for line in lines:
        yield Trouble(f"the library is damaged: {line}", _RESTORE, mendable=False)
    if lines:
        return
    if database.execute("PRAGMA foreign_key_check").fetchone():
        yield Trouble("the library’s tables do not fit together", _RESTORE, mendable=False)
    damage = index.damage()
    for sentence in damage:
        yield Trouble(sentence, _REINDEX, mendable=True)
    if not damage and (missing := index.unindexed):
        yield Trouble(f"{missing:,} releases can’t be searched yet", _REINDEX, mendable=True)


def _damage(database: sqlite3.Connection) -> list[str]:
    """Return what SQLite finds wrong; it may fail over it."""
    try:
        lines = [line for (line,) in database.execute("PRAGMA integrity_check")]
    except sqlite3.DatabaseError as trouble:
        return [str(trouble)]
    return [] if lines == ["ok"] else lines

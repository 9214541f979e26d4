"""How many releases a library has."""

import sqlite3
from dataclasses import dataclass

from natoread_index.storage import records


@dataclass(frozen=True, slots=True)
class Stats:
    """How many releases there are, in all, by each fact, and in the search index."""

    releases: int
    source: dict[str, int]
    kind: dict[str, int]
    month: dict[str, int]
    indexed: int


def counted(database: sqlite3.Connection, indexed: int) -> Stats:
    """Count the releases, of which so many are `indexed`."""
    by = {of: records.counts(database, of) for of in ("source", "kind", "month")}
    return Stats(records.count(database), **by, indexed=indexed)

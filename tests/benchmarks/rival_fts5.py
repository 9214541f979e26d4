"""SQLite FTS5 over the same releases, as fast as we know to use it."""

import sqlite3
import time
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, Self

from tests.benchmarks.asked import All, Asked, Either, Node, Phrase, Word
from tests.benchmarks.engine import ROWS, SHOWN, TITLE, Answer, Entry

_AT_ONCE = 2_000
_FACETS = "kind", "source", "month", "by"
_TABLES = f"""
PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
CREATE VIRTUAL TABLE f USING fts5(title, body,
    tokenize='unicode61 remove_diacritics 2', prefix='2 3');
INSERT INTO f (f, rank) VALUES ('rank', 'bm25({TITLE}, 1.0)');
CREATE TABLE facts (place INTEGER, of_ TEXT, value TEXT, PRIMARY KEY (place, of_, value))
    WITHOUT ROWID;
CREATE INDEX places ON facts (of_, value, place);
"""
_SNIPPETS = "highlight(f, 0, '[', ']'), snippet(f, 1, '[', ']', '…', 32)"


class Fts5:
    """A table of FTS5 in `folder`; rows are in the order of their dates."""

    name = "FTS5"
    remembers = False

    def __init__(self, folder: Path) -> None:
        self._database = sqlite3.connect(folder / "fts5.db", isolation_level=None)

    @classmethod
    def load(cls) -> None:
        pass

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._database.close()

    def cold(self) -> None:
        pass

    def first(self, asked: Asked) -> Answer:
        return self._answer(asked, "rowid DESC")

    def best(self, asked: Asked) -> Answer:
        return self._answer(asked, "rank")

    def rows(self, asked: Asked) -> int:
        where, values = _where(asked)
        sql = f"SELECT rowid, {_SNIPPETS} FROM f WHERE {where} ORDER BY rank LIMIT {ROWS}"
        rows = self._database.execute(sql, values).fetchall()
        self._count(where, values)
        return len(rows)

    def facets(self, asked: Asked) -> object:
        where, values = _where(asked)
        sql = f"""SELECT of_, value, count(*) FROM facts
            WHERE place IN (SELECT rowid FROM f WHERE {where}) GROUP BY of_, value"""
        return self._database.execute(sql, values).fetchall()

    def add(self, entry: Entry) -> None:
        self.put([entry])

    def put(self, entries: Iterable[Entry]) -> None:
        """Put in releases in one transaction."""
        some = list(entries)
        texts = ((entry.place, entry.title, entry.body) for entry in some)
        self._database.execute("BEGIN")
        self._database.executemany("INSERT INTO f (rowid, title, body) VALUES (?, ?, ?)", texts)
        facts = (fact for entry in some for fact in _facts(entry))
        self._database.executemany("INSERT OR IGNORE INTO facts VALUES (?, ?, ?)", facts)
        self._database.execute("COMMIT")

    @classmethod
    def build(cls, folder: Path, entries: Iterator[Entry]) -> dict[str, float]:
        """Index all; return the seconds that it took, and those that tidying up took."""
        with cls(folder) as made:
            made._database.executescript(_TABLES)
            took = sum(_clocked(made.put, some) for some in _batches(entries))
            optimise = "INSERT INTO f (f) VALUES ('optimize')"
            return {"indexed": took, "optimised": _clocked(made._database.execute, optimise)}

    def _answer(self, asked: Asked, order: str) -> Answer:
        where, values = _where(asked)
        sql = f"SELECT rowid FROM f WHERE {where} ORDER BY {order} LIMIT {SHOWN}"
        ids = [place for (place,) in self._database.execute(sql, values)]
        return ids, self._count(where, values)

    def _count(self, where: str, values: list[Any]) -> int:
        sql = f"SELECT count(*) FROM f WHERE {where}"
        return int(self._database.execute(sql, values).fetchone()[0])


def _facts(entry: Entry) -> Iterator[tuple[int, str, str]]:
    for of in _FACETS:
        value = getattr(entry, of)
        for each in value if of == "by" else (value,):
            yield entry.place, of, each


def _where(asked: Asked) -> tuple[str, list[Any]]:
    """Return a condition of SQL and its values."""
    text = _match(asked.node)
    parts = ["f MATCH ?"]
    values: list[Any] = [f"{text} NOT {_match(asked.without)}" if asked.without else text]
    if asked.kind:
        parts.append("+f.rowid IN (SELECT place FROM facts WHERE of_ = 'kind' AND value = ?)")
        values.append(asked.kind)
    if asked.places:
        parts.append("f.rowid BETWEEN ? AND ?")
        values.extend(asked.places)
    return " AND ".join(parts), values


def _match(node: Node) -> str:
    """Return a part of a query as FTS5 reads it."""
    match node:
        case Word(text, prefix, in_title):
            return f'{"title : " * in_title}"{text}"{"*" * prefix}'
        case Phrase(words):
            return f'"{" ".join(words)}"'
        case All(parts):
            return f"({' AND '.join(map(_match, parts))})"
        case Either(parts):
            return f"({' OR '.join(map(_match, parts))})"


def _batches(entries: Iterator[Entry]) -> Iterator[list[Entry]]:
    while some := list(islice(entries, _AT_ONCE)):
        yield some


def _clocked(call: Any, *words: Any) -> float:
    begun = time.perf_counter()
    call(*words)
    return time.perf_counter() - begun

"""Releases as rows of the database, and back."""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from natoread_index.dates import Basis, Dated, month
from natoread_index.hits import Row, Sort
from natoread_index.kinds import Kind
from natoread_index.queries.query import Query
from natoread_index.release import Release, ReleaseId
from natoread_index.spans import Snippet, Spot
from natoread_index.stopping import steps

if TYPE_CHECKING:
    from pyroaring import BitMap

COLUMNS = (
    "id, title, kind, source, speakers, url, language, words, "
    "first, last, basis, read_from, by_month"
)
_OPENING = "substr(body, 1, 1000)"
NOWHERE_KNOWN: Mapping[int, Spot] = MappingProxyType({})
_MOST_AT_ONCE = 500

_NEWEST = "first IS NULL, first DESC, iif(first IS NULL, number, -number)"
_ORDERS = {
    Sort.RELEVANCE: _NEWEST,
    Sort.NEWEST: _NEWEST,
    Sort.OLDEST: "first IS NULL, first, number",
}


def insert(database: sqlite3.Connection, release: Release) -> int:
    """Store a release and return its number."""
    marks = ", ".join("?" * (len(COLUMNS.split(",")) + 1))
    sql = f"INSERT INTO releases ({COLUMNS}, body) VALUES ({marks})"
    return int(database.execute(sql, as_row(release)).lastrowid or 0)


def as_row(release: Release) -> tuple[Any, ...]:
    """Return the values of COLUMNS for a release, and its body."""
    return (*_facts(release), *_days(release.dated), release.body)


def _facts(release: Release) -> tuple[Any, ...]:
    speakers = json.dumps(release.speakers, ensure_ascii=False)
    named = release.id, release.title, release.kind, release.source, speakers
    return (*named, release.url, release.language, release.word_count)


def _days(dated: Dated | None) -> tuple[Any, ...]:
    if dated is None:
        return (None,) * 5
    days = dated.first.toordinal(), dated.last.toordinal()
    return (*days, dated.basis, dated.read_from, dated.by_month)


def release(database: sqlite3.Connection, number: int) -> Release | None:
    """Return the release of a number, if there is one."""
    sql = f"SELECT body, {COLUMNS} FROM releases WHERE number = ?"
    found = database.execute(sql, (number,)).fetchone()
    return found and as_release(*found)


def releases(database: sqlite3.Connection, numbers: Sequence[int]) -> Iterator[tuple[int, Release]]:
    """Yield the releases of `numbers` that there are, each with its number."""
    for number in numbers:
        if found := release(database, number):
            yield number, found


def rows(
    database: sqlite3.Connection,
    numbers: Sequence[int],
    query: Query,
    spots: Mapping[int, Spot] = NOWHERE_KNOWN,
) -> list[Row]:
    """Return the rows of `numbers` in their order, each with the passage that answers `query`.

    Of some releases it may be known at which of their `spots` that is.
    """
    text = "body" if query else _OPENING
    found: dict[int, Row] = {}
    for at in range(0, len(numbers), _MOST_AT_ONCE):
        some = tuple(numbers[at : at + _MOST_AT_ONCE])
        marks = ", ".join("?" * len(some))
        sql = f"SELECT number, {text}, {COLUMNS} FROM releases WHERE number IN ({marks})"
        for entry in steps(database.execute(sql, some)):
            number, body, *columns = entry
            found[number] = _row(number, query.snippet(body, spots.get(number)), *columns)
    return [found[number] for number in numbers if number in found]


def numbers(
    database: sqlite3.Connection, sort: Sort = Sort.NEWEST, *, after: int = 0
) -> array[int]:
    """Return the numbers of releases in an order by date, those without one last.

    Only those that came `after` the release of a number.
    """
    sql = f"SELECT number FROM releases WHERE number > ? ORDER BY {_ORDERS[sort]}"
    return array("I", [number for (number,) in database.execute(sql, (after,))])


def newest_first(database: sqlite3.Connection, some: Iterable[int]) -> list[int]:
    """Return the numbers of some releases in an order by date, without those that are gone."""
    among = "number IN (SELECT value FROM json_each(?))"
    sql = f"SELECT number FROM releases WHERE {among} ORDER BY {_NEWEST}"
    return [number for (number,) in database.execute(sql, (json.dumps(list(some)),))]


def last_of(database: sqlite3.Connection, held: BitMap) -> int:
    """Return the last of the numbers `held`, if they are all up to it that there are; else 0.

    That is told by how many they are and by their sum, which is fast.
    """
    last = held.max() if held else 0
    of_index = "FROM releases INDEXED BY releases_by_day"  # which is read without the texts
    sql = f"SELECT count(*), total(number) {of_index} WHERE number <= ?"
    return last if database.execute(sql, (last,)).fetchone() == (len(held), sum(held)) else 0


def lengths(database: sqlite3.Connection, numbers: Sequence[int]) -> dict[int, int]:
    """Return how many words releases have, by their numbers."""
    if len(numbers) > _MOST_AT_ONCE:
        return dict(database.execute("SELECT number, words FROM releases"))
    marks = ", ".join("?" * len(numbers))
    sql = f"SELECT number, words FROM releases WHERE number IN ({marks})"
    return dict(database.execute(sql, tuple(numbers)))


def find(database: sqlite3.Connection, start: str) -> list[tuple[int, ReleaseId]]:
    """Return the number and id of up to two releases whose id starts so."""
    if not start.isalnum():
        return []
    return database.execute(
        "SELECT number, id FROM releases WHERE id >= ? AND id < ? LIMIT 2", (start, start + "~")
    ).fetchall()


def ids(database: sqlite3.Connection, numbers: Sequence[int]) -> dict[int, ReleaseId]:
    """Return the ids of the releases of `numbers` that there are, by their numbers, in order."""
    found: dict[int, ReleaseId] = {}
    for at in range(0, len(numbers), _MOST_AT_ONCE):
        some = tuple(numbers[at : at + _MOST_AT_ONCE])
        marks = ", ".join("?" * len(some))
        sql = f"SELECT number, id FROM releases WHERE number IN ({marks})"
        found.update(database.execute(sql, some))
    return {number: found[number] for number in numbers if number in found}


def number_at(database: sqlite3.Connection, url: str) -> int | None:
    """Return the number of the newest release that comes from an address."""
    sql = "SELECT max(number) FROM releases WHERE url = ?"
    found: int | None = database.execute(sql, (url,)).fetchone()[0]
    return found


def count(database: sqlite3.Connection) -> int:
    """Return how many releases there are."""
    return int(database.execute("SELECT count(*) FROM releases").fetchone()[0])


def note_addition(database: sqlite3.Connection) -> None:
    """Give the library as it is from now on a name of its own."""
    database.execute("INSERT INTO additions DEFAULT VALUES")


def latest_addition(database: sqlite3.Connection) -> str:
    """Return the name of the last addition; empty before the first."""
    sql = "SELECT name FROM additions ORDER BY addition DESC LIMIT 1"
    return str((database.execute(sql).fetchone() or [""])[0])


def has_addition(database: sqlite3.Connection, name: str) -> bool:
    """Tell whether the library has seen an addition; a copy put back may not have."""
    sql = "SELECT 1 FROM additions WHERE name = ?"
    return not name or bool(database.execute(sql, (name,)).fetchone())


def counts(database: sqlite3.Connection, of: str) -> dict[str, int]:
    """Count the releases by `of`: `source`, `kind` or `month`."""
    if of == "month":
        return _months(database)
    sql = f"SELECT {of}, count(*) FROM releases GROUP BY {of} ORDER BY 2 DESC, 1"
    return dict(database.execute(sql))


def _months(database: sqlite3.Connection) -> dict[str, int]:
    found: dict[str, int] = {}
    for first, count in database.execute(
        "SELECT first, count(*) FROM releases GROUP BY first ORDER BY first IS NULL, first"
    ):
        of = month(None if first is None else date.fromordinal(first))
        found[of] = found.get(of, 0) + count
    return found


def as_release(body: str, *columns: Any) -> Release:
    """Make a release of its body and COLUMNS."""
    release_id, title, kind, source, speakers, url, language, _words, *when = columns
    found = Release(
        title,
        body,
        source,
        kind=Kind(kind),
        speakers=tuple(json.loads(speakers)),
        dated=_dated(*when),
        url=url,
        language=language,
    )
    return called(found, release_id)


def called(release: Release, release_id: str) -> Release:
    """Let `release`, which nobody else has yet, keep the id that its first version had."""
    release.__dict__["id"] = ReleaseId(release_id)
    return release


def _row(number: int, snippet: Snippet, *columns: Any) -> Row:
    release_id, title, kind, source, speakers, url, _language, words, *when = columns
    return Row(
        number,
        ReleaseId(release_id),
        title,
        Kind(kind),
        source,
        tuple(json.loads(speakers)),
        _dated(*when),
        url,
        words,
        snippet,
    )


def _dated(
    first: int | None, last: int | None, basis: str | None, read_from: str | None, by_month: int
) -> Dated | None:
    if first is None or last is None or basis is None or read_from is None:
        return None
    days = date.fromordinal(first), date.fromordinal(last)
    return Dated(*days, Basis(basis), read_from, bool(by_month))

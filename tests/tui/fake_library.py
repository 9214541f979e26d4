"""A library in memory for tests of the app."""

import re
import sqlite3
import threading
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import cached_property
from pathlib import Path

from natoread_index import (
    Difference,
    Facets,
    Fact,
    Hits,
    Kind,
    Left,
    Marks,
    NatoReadError,
    NoSuchRelease,
    Place,
    Query,
    Quoted,
    Related,
    Release,
    ReleaseId,
    Row,
    Searches,
    Sort,
    Undone,
)
from natoread_index.comparing.difference import difference
from natoread_index.correction import corrected
from natoread_index.dates import month
from natoread_index.storage.database import _prepared, transaction
from natoread_index.storage.ledger import Ledger
from natoread_index.storage.store import Store


class FakePlaces:
    """Places kept in memory, for any number of apps."""

    def __init__(self, library: "FakeLibrary") -> None:
        self._library = library
        self.kept: dict[ReleaseId, Place] = {}
        self.left: Left | None = None
        self.trouble: NatoReadError | None = None

    def get(self, release: ReleaseId) -> Place | None:
        return self.kept.get(release)

    def number(self, release: ReleaseId | None) -> int | None:
        ids = [release.id for release in self._library.releases]
        return ids.index(release) if release in ids else None

    def keep(
        self, places: Mapping[ReleaseId, Place], left: Left | None = None, patience: float = 0
    ) -> None:
        if self.trouble:
            raise self.trouble
        self.kept |= places
        self.left = left or self.left


class StoreInMemory(Store):
    """A database that no other program knows, and that a test may look into meanwhile."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.file = folder, folder / "library.db"

    @cached_property
    def database(self) -> sqlite3.Connection:  # type: ignore[override]
        connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        return _prepared(connection, self.file)

    @contextmanager
    def writing(self, patience: float | None = None) -> Iterator[sqlite3.Connection]:
        with transaction(self.database, self.file):
            yield self.database


class FakeLibrary:
    """A library in memory, which any test can hold up, fill or break."""

    folder = index_folder = Path("nowhere")

    def __init__(self, releases: Iterable[Release] = (), holds: str | None = None) -> None:
        self.releases = list(releases)
        self.asked: list[str] = []
        self.rows_asked: list[int] = []
        self.gate = threading.Event()
        self.holds = holds
        self.names: dict[str, str] = {}
        self.slips: dict[str, str] = {}
        self.changed = False
        self.trouble: NatoReadError | None = None
        self.unindexed = 0
        self.notices: list[str] = []
        self.feeds, self.closed = list[str](), False
        self.places = FakePlaces(self)
        self.beside: dict[int, Related] = {}
        self.older: dict[ReleaseId, list[Release]] = {}
        self.patience: float | None = None
        ledger = Ledger(StoreInMemory(self.folder))
        self.marks, self.searches = Marks(ledger), Searches(ledger)

    def __len__(self) -> int:
        return len(self.releases)

    def search(self, query: Query, sort: Sort = Sort.RELEVANCE) -> Hits:
        self.asked.append(query.text)
        if self.trouble:
            raise self.trouble
        if query.text == self.holds:
            assert self.gate.wait(20), "the gate was never opened"
        also = self._said_of(query, self.names)
        corrected = self._said_of(query, self.slips)
        searched = _with(query, [*also.values(), *corrected.values()])
        hits = [number for number in range(len(self)) if self._answers(number, searched)]
        return Hits(
            hits[::-1] if sort is Sort.OLDEST else hits,
            query=searched,
            also=tuple(also.values()),
            corrected=tuple(corrected.items()),
        )

    def facets(self, query: Query) -> Facets:
        found = self._found(query)
        kinds = Counter(self.releases[number].kind.value for number in found)
        sources = Counter(self.releases[number].source for number in found)
        by = Counter(name for number in found for name in self.releases[number].speakers)
        months = Counter(month(self._day(number)) for number in found)
        return Facets(dict(kinds), dict(sources), dict(by), dict(sorted(months.items())))

    def countries(self, query: Query) -> Mapping[str, int]:
        return {}

    def days(self, query: Query) -> Mapping[date | None, int]:
        return Counter(map(self._day, self._found(query)))

    def _found(self, query: Query) -> Sequence[int]:
        return [number for number in range(len(self)) if self._answers(number, query)]

    def _day(self, number: int) -> date | None:
        dated = self.releases[number].dated
        return dated.first if dated else None

    def rows(self, numbers: Sequence[int], query: Query = Query()) -> list[Row]:  # noqa: B008 (immutable)
        self.rows_asked += numbers
        return [self._row(number, query) for number in numbers if number < len(self)]

    @property
    def newest(self) -> Sequence[int]:
        return range(len(self))

    def ids(self, numbers: Sequence[int]) -> dict[int, ReleaseId]:
        return {number: self.releases[number].id for number in numbers if number < len(self)}

    def row(self, release_id: str) -> Row:
        return self.rows([[one.id for one in self.releases].index(ReleaseId(release_id))])[0]

    def remove(self, numbers: Iterable[int]) -> None:
        gone = {self.releases[number].id for number in numbers}
        self.releases = [release for release in self.releases if release.id not in gone]

    def correct(self, numbers: Iterable[int], facts: Mapping[Fact, str | None]) -> None:
        texts = {fact: text for fact, text in facts.items() if text is not None}
        for number in numbers:
            self.releases[number] = corrected(self.releases[number], texts)

    def catch_up(self) -> Iterator[tuple[int, int]]:
        return iter(())

    def undo(self) -> Undone | None:
        return self.marks.undo()

    def release(self, number: int) -> Release:
        if number >= len(self):
            raise NoSuchRelease("this release is no longer in the library")
        return self.releases[number]

    def refresh(self) -> bool:
        changed, self.changed = self.changed, False
        return changed

    def number_at(self, url: str) -> int | None:
        urls = [release.url for release in self.releases]
        return urls.index(url) if url in urls else None

    def quoted(self, number: int) -> Sequence[Quoted]:
        body = self.releases[number].body
        at = [(body.find(one.title), one.title) for one in self.releases]
        found = [
            (Quoted(start, start + len(t), n)) for n, (start, t) in enumerate(at) if start >= 0
        ]
        return sorted(found)

    def difference(self, release_id: str, version: int = 0) -> Difference | None:
        versions = self.older.get(ReleaseId(release_id), [])
        if not 1 < (version or len(versions)) <= len(versions):
            return None
        return difference(versions, version or len(versions))

    def related(self, number: int) -> Related:
        return self.beside.get(number, Related())

    def close(self) -> None:
        self.closed = True

    def _said_of(self, query: Query, words: Mapping[str, str]) -> dict[str, str]:
        """What is known of the words typed, as they were typed, unless they count exactly."""
        typed = [re.search(re.escape(word), query.text, re.IGNORECASE) for word in words]
        known = {found[0]: words[found[0].lower()] for found in typed if found}
        return {} if known and _is_exact(query) else known

    def _answers(self, number: int, query: Query) -> bool:
        release = self.releases[number]
        return not query or bool(query.title_lights(release.title) + query.lights(release.body))

    def _row(self, number: int, query: Query) -> Row:
        release = self.releases[number]
        return Row(
            number=number,
            id=release.id,
            title=release.title,
            kind=Kind.NEWS,
            source=release.source,
            speakers=(),
            dated=None,
            url=release.url,
            words=release.word_count,
            snippet=query.snippet(release.body),
        )


def _with(query: Query, names: Sequence[str]) -> Query:
    """A query that other names answer, too."""
    if not names:
        return query
    typing = query == Query.parse(query.text, typing=True)
    either = Query.parse(" OR ".join([*names, query.text]), typing=typing)
    return replace(either, text=query.text)


def _is_exact(query: Query) -> bool:
    exact = [Query.parse(query.text, typing=typing, exact=True) for typing in (False, True)]
    return query in exact

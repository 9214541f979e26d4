"""What a search shows: the hits, the entries of the list around the cursor, and the cursor."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Self

from natoread.clean import carried, clean_line
from natoread.facts import row_facts
from natoread.shelf import Shelf
from natoread_index import Hits, Query, Row, Signs, Sort, Span

NOTHING = Signs()
AT_ONCE = 30
"""Entries that are prepared in one go; a search that is asked meanwhile waits for no more."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One release in the list, safe to print."""

    title: str
    title_lights: tuple[Span, ...]
    facts: tuple[str, ...]
    snippet: str = ""
    snippet_lights: tuple[Span, ...] = ()
    signs: Signs = NOTHING

    @classmethod
    def of(cls, row: Row, query: Query, signs: Signs = NOTHING) -> Self:
        """Prepare a row for the list; without a query there is no snippet."""
        title = carried(query.title_lights(row.title), row.title)
        shown = row.snippet.text if query else ""
        lights = carried(row.snippet.lights, shown) if query else ()
        facts = row_facts(row)
        return cls(clean_line(row.title), title, facts, clean_line(shown), lights, signs)


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """An answer, ready to be shown: the releases, the entries known so far, the cursor's place.

    `asked` is what was typed; `query`, which lights the answer, is what was searched.
    """

    asked: Query = field(default_factory=Query)
    hits: Hits = field(default_factory=Hits)
    entries: Mapping[int, Entry] = field(default_factory=dict)
    at: int = 0

    def __len__(self) -> int:
        return self.hits.total

    @property
    def query(self) -> Query:
        """The query as it was searched, with other spellings and names."""
        return self.hits.query

    @property
    def number(self) -> int | None:
        """The number of the release under the cursor; `None` in an empty list."""
        return self.number_at(self.at)

    def number_at(self, place: int) -> int | None:
        """The number of the release in a place of the list."""
        return self.hits.numbers[place] if place < len(self) else None

    def staying_on(self, number: int | None) -> Self:
        """The same answer with the cursor on a release, if it is listed."""
        return replace(self, at=place_of(number, self.hits.numbers))


def place_of(number: int | None, numbers: Sequence[int]) -> int:
    """Where a release stands in a list; at its head if it is not there."""
    try:
        return 0 if number is None else numbers.index(number)
    except ValueError:
        return 0


@dataclass(frozen=True, slots=True)
class View:
    """The part of a list that is in sight: the place at its top, and how many fit."""

    first: int
    rows: int

    def places(self, at: int, total: int) -> slice:
        """The places in sight once the cursor has come to `at` of `total`, as one brings it."""
        first = min(self.first, max(0, total - self.rows))
        first = min(max(first, at - self.rows + 1), at)
        start = max(first, at - AT_ONCE + 1)
        return slice(start, min(first + self.rows + 1, start + AT_ONCE))


def look_for(library: Shelf, query: Query, sort: Sort, stay_on: int | None) -> Found:
    """Search, and put the cursor on a release; no entry is prepared yet."""
    hits = library.search(query, sort)
    return Found(query, hits, at=place_of(stay_on, hits.numbers))


def with_entries(library: Shelf, found: Found, view: View) -> Found:
    """Prepare of an answer what will be in sight first."""
    shown = found.hits.numbers[view.places(found.at, len(found))]
    return replace(found, entries=entries(library, found.query, shown))


def entries(library: Shelf, query: Query, numbers: Sequence[int]) -> dict[int, Entry]:
    """Prepare releases for the list, by their numbers."""
    rows = library.rows(numbers, query)
    signs = library.marks.signs([row.id for row in rows])
    return {row.number: Entry.of(row, query, signs.get(row.id, NOTHING)) for row in rows}


def only_taken_away(before: str, after: str) -> bool:
    """Whether `after` is `before` with letters left out, or with none."""
    letters = iter(before)
    return all(letter in letters for letter in after)

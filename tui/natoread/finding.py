"""What a search shows: the hits, the entries of the list around the cursor, and the cursor."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Self

from natoread.clean import carried, clean_line
from natoread.facts import row_facts
from natoread.shelf import Shelf
from natoread_index import Hits, Query, Row, Sort, Span


@dataclass(frozen=True, slots=True)
class Entry:
    """One release in the list, safe to print."""

    title: str
    title_lights: tuple[Span, ...]
    facts: tuple[str, ...]
    snippet: str = ""
    snippet_lights: tuple[Span, ...] = ()

    @classmethod
    def of(cls, row: Row, query: Query) -> Self:
        """Prepare a row for the list; without a query there is no snippet."""
        title = carried(query.title_lights(row.title), row.title)
        shown = row.snippet.text if query else ""
        lights = carried(row.snippet.lights, shown) if query else ()
        return cls(clean_line(row.title), title, row_facts(row), clean_line(shown), lights)


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """An answer, ready to be shown: the releases, the entries known so far, the cursor's place."""

    query: Query = field(default_factory=Query)
    hits: Hits = field(default_factory=Hits)
    entries: Mapping[int, Entry] = field(default_factory=dict)
    at: int = 0

    def __len__(self) -> int:
        return self.hits.total

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


def look_for(library: Shelf, query: Query, sort: Sort, stay_on: int | None, window: int) -> Found:
    """Search, and prepare the `window` entries on either side of the cursor."""
    hits = library.search(query, sort)
    at = place_of(stay_on, hits.numbers)
    shown = hits.numbers[max(0, at - window) : at + window]
    return Found(query, hits, entries(library, query, shown), at)


def entries(library: Shelf, query: Query, numbers: Sequence[int]) -> dict[int, Entry]:
    """Prepare releases for the list, by their numbers."""
    return {row.number: Entry.of(row, query) for row in library.rows(numbers, query)}


def only_taken_away(before: str, after: str) -> bool:
    """Whether `after` is `before` with letters left out, or with none."""
    letters = iter(before)
    return all(letter in letters for letter in after)

"""What a search answers: which releases, in which order, and how they show in a list."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from natoread_index.dates import Dated
from natoread_index.kinds import Kind
from natoread_index.queries.query import Query
from natoread_index.release import ReleaseId
from natoread_index.spans import Snippet


class Sort(StrEnum):
    """The orders that a list can have; undated releases come last in the two by date."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"


@dataclass(frozen=True, slots=True)
class Hits:
    """All releases that answer a query: their numbers in the library, best first.

    `scores` stand beside `numbers` and may be fewer: only the best are scored. `ms` is the time
    that ids, total and order took, in milliseconds. `query` is what was searched, with all names
    and spellings; `also` are those beside the words typed, `corrected` pairs of a word typed and a
    word used in its place.
    """

    numbers: Sequence[int] = ()
    scores: Sequence[float] = ()
    ms: float = 0.0
    query: Query = field(default_factory=Query)
    also: tuple[str, ...] = ()
    corrected: tuple[tuple[str, str], ...] = ()

    @property
    def total(self) -> int:
        """How many releases answer."""
        return len(self.numbers)


@dataclass(frozen=True, slots=True)
class Facets:
    """How many of the releases that answer have each kind, source, speaker and month.

    Values that none has are left out; `month` is of the first day, such as `2024-05`, or `none`.
    """

    kind: dict[str, int]
    source: dict[str, int]
    by: dict[str, int]
    month: dict[str, int]


@dataclass(frozen=True, slots=True)
class Row:
    """A release as a list shows it: all that is known of it but its text."""

    number: int
    id: ReleaseId
    title: str
    kind: Kind
    source: str
    speakers: tuple[str, ...]
    dated: Dated | None
    url: str | None
    words: int
    snippet: Snippet = field(default_factory=Snippet)


@dataclass(frozen=True, slots=True)
class Related:
    """The numbers of releases that belong beside one, the nearest first; each stands once."""

    event: Sequence[int] = ()
    words: Sequence[int] = ()
    day: Sequence[int] = ()

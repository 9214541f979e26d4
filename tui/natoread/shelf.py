"""What the app asks of a library."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Sized
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from natoread_index import (
    Facets,
    Fact,
    Hits,
    Left,
    Marks,
    Place,
    Query,
    Related,
    Release,
    ReleaseId,
    Row,
    Searches,
    Sort,
    Undone,
)

if TYPE_CHECKING:
    from natoread_index import Difference, Quoted


class PlacesKept(Protocol):
    """The places in releases, as far as the app needs to know them."""

    @property
    def left(self) -> Left | None:
        """Where all was left."""

    def get(self, release: ReleaseId) -> Place | None:
        """The place in one release, if it was read."""

    def number(self, release: ReleaseId | None) -> int | None:
        """The number of a release that is held."""

    def keep(
        self, places: Mapping[ReleaseId, Place], left: Left | None = ..., patience: float = ...
    ) -> None:
        """Keep some places, and where all is left."""


class Shelf(Protocol):
    """A library, as far as the app needs to know it."""

    marks: Marks
    searches: Searches
    patience: float | None

    def __len__(self) -> int: ...

    def search(self, query: Query, sort: Sort = ...) -> Hits:
        """All that answers a query, in order."""

    def facets(self, query: Query) -> Facets:
        """How many releases that answer have each kind, source, speaker and month."""

    def countries(self, query: Query) -> Mapping[str, int]:
        """How many releases that answer name each country, the most first."""

    def days(self, query: Query) -> Mapping[date | None, int]:
        """How many releases that answer are of each day, or of none."""

    def number_at(self, url: str) -> int | None:
        """The number of the release that comes from an address."""

    def quoted(self, number: int) -> "Sequence[Quoted]":
        """Where the text of a release has the titles of others."""

    def difference(self, release_id: str, version: int = ...) -> "Difference | None":
        """How a version of a release, or its last, differs from the one before."""

    def related(self, number: int) -> Related:
        """What belongs beside a release."""

    def rows(self, numbers: Sequence[int], query: Query = ...) -> list[Row]:
        """How a list shows some releases, by their numbers."""

    def ids(self, numbers: Sequence[int]) -> dict[int, ReleaseId]:
        """The lasting ids of the releases that have these numbers, in their order."""

    def row(self, release_id: str) -> Row:
        """How a list shows the release of an id; raises `NoSuchRelease`."""

    def remove(self, numbers: Iterable[int]) -> None:
        """Take releases out, until that is undone."""

    def correct(self, numbers: Iterable[int], facts: Mapping[Fact, str | None]) -> None:
        """Let facts of releases be as they were typed; raises `NoCorrection`."""

    def catch_up(self) -> Iterator[tuple[int, int]]:
        """Index what can't be searched yet; raises `LibraryLocked` while another does."""

    def undo(self) -> Undone | None:
        """Undo what the user did last; `None` if there is nothing left."""

    def release(self, number: int) -> Release:
        """One release, by its number."""

    def refresh(self) -> bool:
        """Take up what other programs changed; tell whether that is anything."""

    def close(self) -> None:
        """Let go of all files."""

    @property
    def places(self) -> PlacesKept:
        """Where the user is in each release."""

    @property
    def newest(self) -> Sequence[int]:
        """The numbers of all releases, newest first."""

    @property
    def unindexed(self) -> int:
        """How many releases can't be searched yet."""

    @property
    def notices(self) -> list[str]:
        """What the user should know, a line each."""

    @property
    def feeds(self) -> Sized:
        """The feeds that are followed."""

    @property
    def folder(self) -> Path:
        """Where it lies."""

    @property
    def index_folder(self) -> Path:
        """Where its index lies."""

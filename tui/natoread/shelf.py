"""What the app asks of a library, and the one thread in which libraries live."""

import asyncio
import sys
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence, Sized
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, redirect_stderr
from datetime import date
from functools import partial
from pathlib import Path
from typing import Protocol, TypeVar

from natoread.syncing import Syncing, sync_feeds
from natoread_index import (
    Facets,
    Hits,
    Left,
    Place,
    Query,
    Release,
    ReleaseId,
    Row,
    Sort,
    stoppable,
)

Answer = TypeVar("Answer")
Whole = TypeVar("Whole")


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

    def __len__(self) -> int: ...

    def search(self, query: Query, sort: Sort = ...) -> Hits:
        """All that answers a query, in order."""

    def facets(self, query: Query) -> Facets:
        """How many releases that answer have each kind, source, speaker and month."""

    def countries(self, query: Query) -> Mapping[str, int]:
        """How many releases that answer name each country, the most first."""

    def days(self, query: Query) -> Mapping[date | None, int]:
        """How many releases that answer are of each day, or of none."""

    def rows(self, numbers: Sequence[int], query: Query = ...) -> list[Row]:
        """How a list shows some releases, by their numbers."""

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


class Building(Protocol):
    """An index that is being built, as far as the app needs to know it."""

    @property
    def progress(self) -> tuple[int, int] | None:
        """How many releases are done of how many."""

    @property
    def error(self) -> str | None:
        """What stopped it, as a sentence."""

    @property
    def running(self) -> bool:
        """Whether it goes on."""

    def stop(self) -> None:
        """End it; what is done stays."""


def build_index(shelf: Shelf) -> Building:
    """Start to index what can't be searched yet, in a process of its own."""
    # What the building needs is needed for nothing else, so it is imported now and not before.
    from natoread_index.searching.building import IndexBuild

    with redirect_stderr(sys.__stderr__):  # a process inherits a real one, not Textual's
        return IndexBuild(shelf.folder, shelf.index_folder)


class Desk:
    """The library on show: the user's own, or the samples for as long as that is empty."""

    def __init__(self, open_own: Callable[[], Shelf], open_samples: Callable[[], Shelf]) -> None:
        self._open_samples = open_samples
        self._own = open_own()
        self._samples: Shelf | None = None
        self._choose()

    @property
    def shown(self) -> Shelf:
        """The library that answers."""
        return self._samples or self._own

    @property
    def own(self) -> Shelf:
        """The user's own library, empty or not."""
        return self._own

    @property
    def samples(self) -> int:
        """How many bundled releases are shown; none when the user has releases."""
        return len(self._samples) if self._samples else 0

    def look_again(self) -> bool:
        """Tell whether another program has changed the user's library since the last look."""
        changed = self._own.refresh()
        if changed:
            self._choose()
        return changed

    def close(self) -> None:
        """Close what is open."""
        self._own.close()
        self._close_samples()

    def _choose(self) -> None:
        if len(self._own):
            self._close_samples()
        elif self._samples is None:
            self._samples = self._open_samples()

    def _close_samples(self) -> None:
        if self._samples is not None:
            self._samples.close()
            self._samples = None


class Librarian:
    """Takes questions to the one thread in which the libraries are opened, used and closed.

    Questions wait their turn; one that is cancelled before its turn is never asked, and one that is
    being answered is given up as soon as may be.
    """

    def __init__(
        self,
        open_own: Callable[[], Shelf],
        open_samples: Callable[[], Shelf],
        build: Callable[[Shelf], Building] = build_index,
        sync: Callable[[Path, Path], Syncing] = sync_feeds,
    ) -> None:
        self.build, self.sync = build, sync
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="library")
        self._open_desk = partial(Desk, open_own, open_samples)
        self._desk: Desk | None = None

    async def ask(self, question: Callable[[Shelf], Answer]) -> Answer:
        """Ask the library on show, without holding up the screen."""
        return await self.ask_desk(lambda desk: question(desk.shown))

    async def ask_desk(self, question: Callable[[Desk], Answer]) -> Answer:
        """Ask about the libraries themselves."""
        with self._asking(question) as answer:
            return await asyncio.wrap_future(answer)

    async def ask_twice(
        self, question: Callable[[Desk], Answer], then: Callable[[Desk, Answer], Whole]
    ) -> Whole:
        """Ask, and then about the answer, which nobody waits for any more if this is given up."""
        with self._asking(question) as answer:
            return await self.ask_desk(lambda desk: then(desk, answer.result()))

    def tell(self, wish: Callable[[Shelf], None]) -> None:
        """Have something done for which nobody waits."""
        self._thread.submit(lambda: wish(self._opened().shown))

    def leave(self) -> None:
        """Close the libraries, as soon as the question in hand is answered."""
        self._thread.submit(self._close)
        self._thread.shutdown(wait=False)

    @contextmanager
    def _asking(self, question: Callable[[Desk], Answer]) -> Iterator[Future[Answer]]:
        """Ask; whoever leaves without the answer gives the question up."""
        given_up = threading.Event()
        answer = self._thread.submit(self._answer, question, given_up)
        try:
            yield answer
        finally:
            given_up.set()
            answer.cancel()

    def _answer(self, question: Callable[[Desk], Answer], given_up: threading.Event) -> Answer:
        with stoppable(given_up.is_set):
            return question(self._opened())

    def _opened(self) -> Desk:
        self._desk = self._desk or self._open_desk()
        return self._desk

    def _close(self) -> None:
        if self._desk is not None:
            self._desk.close()

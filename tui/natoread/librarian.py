"""The one thread in which libraries live, and how the app asks them."""

import asyncio
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TypeVar

from natoread.building import Builder, Building
from natoread.keeping import Keeping, Owed
from natoread.shelf import Shelf
from natoread.syncing import Syncing, sync_feeds
from natoread_index import (
    Marks,
    NoSuchRelease,
    Searches,
    Undone,
    stoppable,
)

Answer = TypeVar("Answer")
Whole = TypeVar("Whole")


class Desk:
    """The library on show: the user's own, or the samples for as long as that is empty."""

    def __init__(self, open_own: Callable[[], Shelf], open_samples: Callable[[], Shelf]) -> None:
        self._open_samples = open_samples
        self._own = open_own()
        self._own.patience = 0  # here nobody waits: what is held up is tried again
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

    @property
    def marks(self) -> Marks:
        """What the user put on releases; on samples, too, it is the user's own."""
        return self._own.marks

    @property
    def searches(self) -> Searches:
        """The searches that the user saved, and those that were asked lately."""
        return self._own.searches

    def visit(self) -> None:
        """Begin a visit: what came since the last one is new until this one ends."""
        self.marks.visit(max(self._own.newest, default=0))

    def undo(self) -> Undone | None:
        """Undo what the user did last."""
        return self._own.undo()

    def title(self, release_id: str) -> str:
        """The title of a release; none if the library on show does not hold it."""
        try:
            return self.shown.row(release_id).title
        except NoSuchRelease:
            return ""

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
            self._samples.marks = self.marks

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
        build: Callable[[Shelf], Building] | None = None,
        sync: Callable[[Path, Path], Syncing] = sync_feeds,
    ) -> None:
        self.build, self.sync = build or Builder(), sync
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="library")
        self._open_desk = partial(Desk, open_own, open_samples)
        self._desk: Desk | None = None
        self._keeping = Keeping[Desk](
            lambda write: self._thread.submit(lambda: write(self._opened()))
        )

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

    def owe(self, change: Callable[[Desk], Answer]) -> Owed[Desk, Answer]:
        """Take something that the user did, which is to be written behind what was done before.

        If the app ends before, it is written before the libraries are closed.
        """
        return self._keeping.owe(change)

    async def written(self, owed: Owed[Desk, Answer]) -> Answer:
        """Write it; while another program writes it is tried again and again."""
        return await self._keeping.pay(owed)

    def leave(self) -> None:
        """Close the libraries, as soon as all is answered and written."""
        self._closing = self._thread.submit(self._close)
        self._thread.shutdown(wait=False)

    def lost(self) -> Sequence[str]:
        """Wait until the libraries are closed; what could not be written, a sentence each."""
        return self._closing.result()

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

    def _close(self) -> list[str]:
        if self._desk is None:
            return []
        self._desk.own.patience = None
        lost = self._keeping.settle(self._desk)
        self._desk.close()
        return lost

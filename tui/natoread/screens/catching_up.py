"""Waiting until the screen shows what the keys before the next one lead to."""

from collections.abc import Iterator, Set
from contextlib import suppress

from textual.events import Key
from textual.worker import Worker, WorkerCancelled

from natoread.passing import Passed
from natoread.screens.searching import SearchingScreen

_OPENING = {"related", "difference"}
"""Workers that open a screen once they know what it shows."""

_ANSWERS = {"begin", "search", "open"} | _OPENING


class CatchingUpScreen(SearchingScreen, inherit_bindings=False):
    """Tells which keys would be too early as long as a release is still being looked for."""

    def acts_late(self, key: Key) -> bool:
        """Whether a key is for a text or a screen that may yet come, or ends unfinished words."""
        if self.app.screen is not self:
            return False
        if any(True for _ in self._at_work(_OPENING)):
            return True
        if self.focused is self.releases:
            return self.beginning and not self._is(key, "search")
        typed = self.focused is self.find_bar and key.is_printable
        return self.focused in (self.reader, self.find_bar) and not typed

    def _is(self, key: Key, key_id: str) -> bool:
        bound = self.active_bindings.get(key.key)
        return bound is not None and bound.binding.id == key_id

    async def caught_up(self) -> None:
        """Wait until all that was typed is taken and answered, and the release found is open."""
        for part in (self.search_bar, self.releases, self.find_bar):
            passed = Passed()
            passed.follow(part)
            await passed.arrived.wait()
            await self._answered()

    async def _answered(self) -> None:
        for worker in [*self._at_work(_ANSWERS)]:
            with suppress(WorkerCancelled):  # by a newer one, which follows in the row
                await worker.wait()

    def _at_work(self, groups: Set[str]) -> Iterator[Worker[object]]:
        at_work = (worker for worker in self.workers if not worker.is_finished)
        return (worker for worker in at_work if worker.group in groups)

"""The palette: commands by their names, and releases by words of their titles."""

from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import Any

from textual.command import (
    CommandList,
    CommandPalette,
    Hit,
    Hits,
    Provider,
    SimpleProvider,
)
from textual.content import Content
from textual.events import Key
from textual.screen import Screen
from textual.system_commands import SystemCommandsProvider
from textual.worker import WorkerCancelled

from natoread.facts import BETWEEN
from natoread.finding import Entry
from natoread.key import Where
from natoread.keys import bindings
from natoread.screens.once import Once

_IN_WORDS, _OF_A_TITLE = 2.0, 1.0
"""Scores: commands that say what is typed go before releases; others that spell it, behind."""


class Commands(SystemCommandsProvider):
    """Offers what keys do."""

    async def search(self, query: str) -> Hits:
        """Yield the commands that say, or spell, what is typed."""
        words = query.casefold().split()
        async for hit in super().search(query):
            if isinstance(hit, Hit):
                said = all(word in str(hit.text).casefold() for word in words)
                yield replace(hit, score=_IN_WORDS + hit.score if said else hit.score / 1000)


class Titles(SimpleProvider):
    """Offers the releases that `found` brings for words of their titles; `jump` opens one."""

    def __init__(
        self,
        screen: Screen[Any],
        found: Callable[[str], Awaitable[Mapping[int, Entry]]],
        jump: Callable[[int], Awaitable[None]],
    ) -> None:
        super().__init__(screen, [])
        self._found, self._jump = found, jump

    async def search(self, query: str) -> Hits:
        """Yield releases, the first first."""
        for number, entry in (await self._found(query)).items():
            yield Hit(_OF_A_TITLE, _line(entry), partial(self._jump, number), text=entry.title)


def _line(entry: Entry) -> Content:
    title = Content(entry.title)
    for start, end in entry.title_lights:
        title = title.stylize("underline", start, end)
    return Content.assemble(title, "\n", (BETWEEN.join(entry.facts), "dim not bold"))


class Palette(CommandPalette, Once[None]):
    """Textual's palette, which fast keys don't upset, with the keys that work everywhere.

    They may come before its list has room to be shown, or before what they take is found.
    """

    BINDINGS = bindings(Where.APP)

    def __init__(self, placeholder: str, *offers: type[Provider] | SimpleProvider) -> None:
        super().__init__(offers, placeholder=placeholder)  # type: ignore[arg-type]  # both

    def acts_late(self, key: Key) -> bool:
        """Whether a key takes what may yet be looked for."""
        return key.key in {"enter", "down", "up"}

    async def caught_up(self) -> None:
        """Wait until what was typed is answered; it has come here before the next key is taken."""
        for worker in [*self.workers]:
            if worker.node is self and not worker.is_finished:
                with suppress(WorkerCancelled):  # by a newer one, which follows in the row
                    await worker.wait()

    def _action_command_list(self, action: str) -> None:
        if self.query_one(CommandList).size.height or not action.startswith("page"):
            super()._action_command_list(action)

"""Changes that the user made, until they are written: in their order, and whoever else writes."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future
from time import monotonic
from typing import Any, Generic, TypeVar

from natoread_index import LibraryLocked, NatoReadError

Answer = TypeVar("Answer")
Desk = TypeVar("Desk")

TRY_AGAIN_AFTER = 0.1
"""Seconds between two attempts to write, while another program writes."""

TRY_FOR = 10.0
"""Seconds of attempts, as long as any second writer waits."""


class Owed(Generic[Desk, Answer]):
    """One change, and whether it is written."""

    def __init__(self, change: Callable[[Desk], Answer]) -> None:
        self._change = change
        self.written = False

    def write(self, desk: Desk) -> Answer:
        """Write it; raises what the change raises."""
        answer = self._change(desk)
        self.written = True
        return answer


class Keeping(Generic[Desk]):
    """Writes changes one after the other, each in the thread that `submit` leads to."""

    def __init__(self, submit: Callable[[Callable[[Desk], Any]], Future[Any]]) -> None:
        self._submit = submit
        self._owed: list[Owed[Desk, Any]] = []
        self._turn = asyncio.Lock()

    def owe(self, change: Callable[[Desk], Answer]) -> Owed[Desk, Answer]:
        """Take a change, which is owed from now on."""
        owed = Owed[Desk, Answer](change)
        self._owed.append(owed)
        return owed

    async def pay(self, owed: Owed[Desk, Answer]) -> Answer:
        """Write a change; one that another program holds up is tried again and again.

        Raises what the change raises. One whose writing is given up is still owed.
        """
        async with self._turn:
            try:
                answer = await self._written(owed)
            except NatoReadError:
                self._owed.remove(owed)
                raise
            self._owed.remove(owed)
            return answer

    async def _written(self, owed: Owed[Desk, Answer]) -> Answer:
        end = monotonic() + TRY_FOR
        while True:
            try:
                answer: Answer = await asyncio.wrap_future(self._submit(owed.write))
            except LibraryLocked:
                if monotonic() > end:
                    raise
            else:
                return answer
            await asyncio.sleep(TRY_AGAIN_AFTER)

    def settle(self, desk: Desk) -> list[str]:
        """Write all that is owed; what could not be written, a sentence each."""
        return [trouble for owed in self._owed if (trouble := _settled(owed, desk))]


def _settled(owed: Owed[Desk, Any], desk: Desk) -> str:
    try:
        if not owed.written:
            owed.write(desk)
    except NatoReadError as trouble:
        return str(trouble)
    return ""

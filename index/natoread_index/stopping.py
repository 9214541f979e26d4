"""Work for which nobody waits any more: it is given up before its next step.

Who works in a thread need not know who asked; who asks need not know what the work is made of.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

Step = TypeVar("Step")


class Stopped(BaseException):
    """Nobody waits for the answer; no `Exception`, lest anybody take it for a failure."""


_is_given_up: ContextVar[Callable[[], bool]] = ContextVar("is_given_up", default=bool)


@contextmanager
def stoppable(is_given_up: Callable[[], bool]) -> Iterator[None]:
    """Let what is done inside end with `Stopped`, within milliseconds, once it `is_given_up`."""
    token = _is_given_up.set(is_given_up)
    try:
        yield
    finally:
        _is_given_up.reset(token)


def steps(work: Iterable[Step]) -> Iterator[Step]:
    """Yield each step of some work, a few milliseconds at most; raises `Stopped` between two."""
    is_given_up = _is_given_up.get()
    for step in work:
        if is_given_up():
            raise Stopped
        yield step

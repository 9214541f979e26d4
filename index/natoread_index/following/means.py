"""What the outer world gives to those who fetch; a test gives what it likes."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from natoread_index.following.addresses import Resolve, resolved
from natoread_index.following.proxies import Proxies


@dataclass(frozen=True, slots=True)
class Patience:
    """How long and how much is waited for; seconds and bytes.

    `connect` is for a connection, `read` for the next bytes, `whole` for all of an answer; `pause`
    is between two pages of a host, `longest_pause` the most that a host can make of it; `retries`
    are the waits before another try of what failed.
    """

    connect: float = 10.0
    read: float = 20.0
    whole: float = 120.0
    pause: float = 0.5
    longest_pause: float = 30.0
    retries: tuple[float, ...] = (1.0, 4.0)
    largest: int = 16 << 20


@dataclass(frozen=True, slots=True)
class Means:
    """The network, the clock, and how patient to be."""

    proxies: Proxies = field(default_factory=Proxies)
    resolve: Resolve = resolved
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    patience: Patience = Patience()

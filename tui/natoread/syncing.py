"""Fetching the feeds behind the screen, as far as the app needs to know it."""

import sys
from contextlib import redirect_stderr
from pathlib import Path
from typing import Protocol


class Syncing(Protocol):
    """Feeds that are being fetched."""

    @property
    def progress(self) -> tuple[int, int] | None:
        """How many feeds and pages are done of how many."""

    @property
    def new(self) -> int:
        """How many releases came in, once it is over."""

    @property
    def troubles(self) -> list[str]:
        """What could not be fetched, a sentence each, once it is over."""

    @property
    def error(self) -> str | None:
        """What stopped it, as a sentence."""

    @property
    def running(self) -> bool:
        """Whether it goes on."""

    def stop(self) -> None:
        """End it; what came in stays."""


def sync_feeds(folder: Path, index_folder: Path) -> Syncing:
    """Start to fetch the feeds of a library, in a process of its own."""
    # Few ever need this, so it is imported now and not before.
    from natoread.proxies import proxies
    from natoread_index.following.background import FeedSync

    with redirect_stderr(sys.__stderr__):  # a process inherits a real one, not Textual's
        return FeedSync(folder, index_folder, proxies())


def in_brief(troubles: list[str], most: int = 3) -> str:
    """The first troubles, a line each, and how many more there are."""
    more = len(troubles) - most
    return "\n".join([*troubles[:most], *([f"… and {more:,} more"] if more > 0 else [])])

"""Fetches the feeds in a process of its own, behind an open app."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import cast

from natoread_index.following.means import Means
from natoread_index.following.proxies import Proxies
from natoread_index.library import Library
from natoread_index.searching.child import report, task
from natoread_index.searching.errand import Errand, run


class FeedSync(Errand):
    """A process that fetches what is new in all feeds, and ends; it indexes nothing."""

    def __init__(self, folder: Path, index_folder: Path, proxies: Proxies) -> None:
        super().__init__(
            __name__,
            [str(folder), str(index_folder), dict(proxies.by_scheme)],
            "the feeds are not all fetched: the program that fetched them was ended",
        )

    @property
    def new(self) -> int:
        """How many releases came in, or came in a new version."""
        return cast(int, self._found.get("new", 0))

    @property
    def troubles(self) -> list[str]:
        """What could not be fetched, a sentence each."""
        return cast(list[str], self._found.get("troubles", []))


def _sync(folder: Path, index_folder: Path, proxies: Proxies) -> None:
    """Fetch what is new; the body of the process."""
    from natoread_index.following.syncing import Synced, sync  # httpx, for the child alone

    done: list[Synced] = []
    with Library.open(folder, index_folder) as library:
        sync(library, Means(proxies), done, lambda *steps: report(steps))
    new = sum(one.counts.added + one.counts.updated for one in done)
    report({"new": new, "troubles": [trouble for one in done for trouble in one.troubles]})


if __name__ == "__main__":
    at, index_at, by_scheme = task()
    run(partial(_sync, Path(at), Path(index_at), Proxies(by_scheme)), "no feed can be fetched")

"""Someone who follows feeds."""

from __future__ import annotations

from pathlib import Path

from tests.index.following.made_feeds import article, rss, teaser
from tests.index.following.site import Clock, Site, means

from natoread_index import Added, Library
from natoread_index.following.items import unpacked
from natoread_index.following.means import Patience
from natoread_index.following.syncing import Synced, sync
from natoread_index.storage.feeds import Followed


class Reader:
    """A library, a clock that never waits, and what the last sync did."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.clock = Clock()
        self.patience = Patience()
        self.done: list[Synced] = []
        self.told: list[tuple[int, int]] = []

    def follow(self, *urls: str) -> None:
        with Library.open(self.folder) as library:
            for url in urls:
                library.feeds.follow(url)

    def sync(self) -> Added:
        """Fetch all; what was added in all."""
        self.done, self.told = [], []
        given = means(self.clock, patience=self.patience)
        with Library.open(self.folder) as library:
            sync(library, given, self.done, lambda *step: self.told.append(step))
        return sum((one.counts for one in self.done), Added())

    @property
    def feed(self) -> Followed:
        """The one feed, as the library knows it."""
        with Library.open(self.folder) as library:
            (feed,) = library.feeds
        return feed

    @property
    def titles(self) -> list[str]:
        """The titles in the library, newest first."""
        with Library.open(self.folder) as library:
            return [release.title for release in library]

    @property
    def bodies(self) -> list[str]:
        with Library.open(self.folder) as library:
            return [release.body for release in library]

    @property
    def waiting(self) -> list[str]:
        """The titles of the items that are still to be taken."""
        with Library.open(self.folder) as library:
            return [unpacked(item.told).title for item in library.feeds.waiting(self.feed)]

    @property
    def troubles(self) -> list[str]:
        """All that went wrong in the last sync, without what becomes of it."""
        return [trouble.partition("; ")[0] for one in self.done for trouble in one.troubles]


def teasers(site: Site, *numbers: int, host: str = "") -> str:
    """Write a feed of items with a page each; its address."""
    for number in numbers:
        site.put(f"/{number}.html", article(number), Content_Type="text/html; charset=utf-8")
    entries = (teaser(number, f"{host or site.url}/{number}.html") for number in numbers)
    return site.put("/feed", rss(*entries))

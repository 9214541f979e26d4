"""Fetches all feeds that are followed, and puts what is new in them into the library."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from natoread_index.errors import Gone, NotFetched, Postponed, Refused, Unreached, Unreadable
from natoread_index.following.items import feed_of, key, packed, release_of, unpacked
from natoread_index.following.manners import Fetcher
from natoread_index.following.web import Web, place_of
from natoread_index.storage.adding import Added
from natoread_index.storage.lock import writing

if TYPE_CHECKING:
    from natoread_index.following.means import Means
    from natoread_index.library import Library
    from natoread_index.reading.feeds import Item
    from natoread_index.release import Release
    from natoread_index.storage.feeds import Followed, Waiting

_FEEDS_AT_ONCE = 8
_MOST_TRIES = 5
"""Syncs in which a page may fail before the library makes do with what the feed says."""


@dataclass
class Synced:
    """What became of one feed: what was added, and what of it failed, as sentences.

    `error` says why the feed itself could not be had; `missed` tells of pages that are tried again
    next time, `given_up` of those that aren't: what the feed says is all that the library has.
    """

    feed: Followed
    counts: Added = field(default_factory=Added)
    error: str | None = None
    missed: list[str] = field(default_factory=list)
    given_up: list[str] = field(default_factory=list)

    @property
    def failed(self) -> int:
        """How much failed."""
        return len(self.missed) + (self.error is not None)

    @property
    def troubles(self) -> list[str]:
        """All that went wrong, and what becomes of it, a sentence each."""
        return [
            *([self.error] if self.error else []),
            *(f"{trouble}; the next sync tries again" for trouble in self.missed),
            *(f"{trouble}; the library has what the feed says of it" for trouble in self.given_up),
        ]


def sync(
    library: Library, means: Means, done: list[Synced], tell: Callable[[int, int], object]
) -> None:
    """Fetch all feeds; what becomes of each is put into `done` at once, and is told as it comes.

    `tell` is told how many feeds and pages are done, of how many. Stopped at any moment, also by
    Ctrl-C, it goes on from there the next time. Raises `Unreached`, and changes nothing, if not one
    feed can be reached; `LibraryError` for trouble with the library, or another sync at work.
    """
    with writing(library.folder, "sync", patience=0):
        asyncio.run(_Sync(library, means, done, tell).run())


class _Sync:
    """One run through all feeds, all of it in one thread."""

    def __init__(
        self,
        library: Library,
        means: Means,
        done: list[Synced],
        tell: Callable[[int, int], object],
    ) -> None:
        self._library, self._means, self._tell = library, means, tell
        done.extend(Synced(feed) for feed in library.feeds if not feed.gone)
        self._all = done
        self._unreached: list[tuple[Synced, Unreached]] = []
        self._steps, self._taken = len(done), 0

    async def run(self) -> None:
        """Fetch, take, and note what failed."""
        at_once = asyncio.Semaphore(_FEEDS_AT_ONCE)
        async with Web(self._means) as web:
            self._fetcher = Fetcher(web, self._means)
            await asyncio.gather(*(self._feed(one, at_once) for one in self._all))
        if self._unreached and len(self._unreached) == len(self._all):
            self._all.clear()
            raise Unreached(_offline(self._unreached))
        for one, trouble in self._unreached:
            self._fail(one, trouble)

    async def _feed(self, one: Synced, at_once: asyncio.Semaphore) -> None:
        """Fetch one feed, and take what waits of it."""
        async with at_once:
            try:
                await self._fetch(one)
            except Unreached as trouble:
                self._unreached.append((one, trouble))
            except (NotFetched, Unreadable) as trouble:
                self._fail(one, trouble)
            else:
                await self._take(one)
            self._step()

    async def _fetch(self, one: Synced) -> None:
        """Note what is new in a feed; from then on it can be taken even if it is stopped."""
        feeds, now = self._library.feeds, self._means.now()
        if one.feed.until and one.feed.until > now:
            raise Postponed(one.feed.url, (one.feed.until - now).total_seconds())
        answer = await self._fetcher.feed(one.feed)
        if answer.status == 304:
            feeds.note_success(replace(one.feed, succeeded=now))
            return
        found = feed_of(answer)
        one.feed = replace(
            one.feed,
            title=one.feed.title or found.title,
            etag=answer.headers.get("etag"),
            modified=answer.headers.get("last-modified"),
            succeeded=now,
        )
        feeds.note_items(one.feed, [(key(item), packed(item)) for item in reversed(found.items)])

    async def _take(self, one: Synced) -> None:
        """Take the items that wait: at once those that are whole, the others page by page."""
        waiting = [(each, unpacked(each.told)) for each in self._library.feeds.waiting(one.feed)]
        whole = [(each, item) for each, item in waiting if item.whole or not item.url]
        self._add(one, [each for each, _ in whole], (item.release() for _, item in whole))
        pages = [each for each in waiting if each not in whole]
        self._steps += len(pages)
        await asyncio.gather(*(self._page(one, *page) for page in pages))

    async def _page(self, one: Synced, waiting: Waiting, item: Item) -> None:
        """Take one item with its page, if that can be had."""
        try:
            release = await self._release(one, waiting, item)
        except NotFetched as trouble:
            one.missed.append(str(trouble))
            if not isinstance(trouble, Postponed):
                self._library.feeds.note_missed(waiting)
        else:
            self._add(one, [waiting], [release] if release.body else [])
        self._step()

    async def _release(self, one: Synced, waiting: Waiting, item: Item) -> Release:
        """Return an item with its page, or as the feed has it where that can't be had at all."""
        try:
            answer = await self._fetcher.page(item.url or "", place_of(one.feed.url))
            return release_of(item, answer)
        except NotFetched as trouble:
            if not isinstance(trouble, Refused) and waiting.tries + 1 < _MOST_TRIES:
                raise
            one.given_up.append(str(trouble))
            return item.release()

    def _add(self, one: Synced, items: Sequence[Waiting], releases: Iterable[Release]) -> None:
        """Store releases, and with them that their items are taken."""
        if items:
            one.counts += self._library.add(releases, one.feed.url, items=items)

    def _fail(self, one: Synced, trouble: Exception) -> None:
        one.error, now = str(trouble), self._means.now()
        wait = trouble.seconds if isinstance(trouble, Postponed) else 0
        failed = replace(
            one.feed,
            failed=now,
            error=one.error,
            until=now + timedelta(seconds=wait) if wait else None,
            gone=isinstance(trouble, Gone),
        )
        self._library.feeds.note_failure(failed)

    def _step(self) -> None:
        self._taken += 1
        self._tell(self._taken, self._steps)


def _offline(unreached: Sequence[tuple[Synced, Unreached]]) -> str:
    feeds = "The feed" if len(unreached) == 1 else f"All {len(unreached)} feeds"
    _, why = min(unreached, key=lambda each: each[0].feed.url)
    return f"Offline? {feeds} could not be reached ({why}). Nothing was changed."

"""Asks hosts as they would have it: not too fast, not again and again, not for what they keep."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

import httpx

from natoread_index.errors import NotFetched, Postponed, Refused, Unreached
from natoread_index.following.web import NAME, Answer, Web, conditions, place_of

if TYPE_CHECKING:
    from urllib.robotparser import RobotFileParser

    from natoread_index.following.addresses import Place
    from natoread_index.following.means import Means
    from natoread_index.storage.feeds import Followed

_FEED = (
    "application/rss+xml, application/atom+xml, application/feed+json,"
    " application/xml;q=0.9, */*;q=0.5"
)
_PAGE = "text/html, application/xhtml+xml"
_LARGEST_RULES = 500 << 10
"""Bytes of a robots.txt that are read (RFC 9309)."""


class Rules(NamedTuple):
    """What the robots.txt of a site says."""

    robots: RobotFileParser

    def allow(self, url: str) -> bool:
        """Tell whether a page may be fetched."""
        return self.robots.can_fetch(NAME, url)

    @property
    def pause(self) -> float:
        """Seconds that the site wants between two pages."""
        return float(self.robots.crawl_delay(NAME) or 0)


class Fetcher:
    """Fetches feeds and pages from the web; tries again what may go better another time.

    A feed, which the user asked for, is fetched whatever robots.txt says; a page, which only the
    feed named, only if that allows it, and after a pause. Raises `NotFetched`.
    """

    def __init__(self, web: Web, means: Means) -> None:
        self._web, self._means = web, means
        self._rules: dict[str, Rules | NotFetched] = {}
        self._asking: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._next: dict[str, datetime] = {}

    async def feed(self, feed: Followed) -> Answer:
        """Fetch a feed, if it is new; a `status` of 304 says that it isn't."""
        headers = {"Accept": _FEED, **dict(conditions(feed.etag, feed.modified))}
        own = place_of(feed.url)
        return await self._persistently(lambda: self._web.get(feed.url, own, headers))

    async def page(self, url: str, own: Place | None) -> Answer:
        """Fetch the page of an item, when it is its turn."""
        place = place_of(url)
        rules = await self._rules_for(url, own)
        if not rules.allow(url):
            raise Refused(f"{url}: its robots.txt asks programs to leave it alone")

        async def ask() -> Answer:
            await self._turn(place.host, rules.pause)
            return await self._web.get(url, own, {"Accept": _PAGE})

        return await self._persistently(ask)

    async def _persistently(self, ask: Callable[[], Awaitable[Answer]]) -> Answer:
        """Ask, and after a while again, unless that is of no use."""
        waits = iter(self._means.patience.retries)
        while True:
            try:
                return await ask()
            except NotFetched as trouble:
                await self._means.sleep(self._wait_after(trouble, next(waits, None)))

    def _wait_after(self, trouble: NotFetched, wait: float | None) -> float:
        """Return the seconds until another try; raises the trouble where none is of use."""
        if wait is None or isinstance(trouble, Refused | Unreached):
            raise trouble
        if not isinstance(trouble, Postponed):
            return wait
        if trouble.seconds > self._means.patience.longest_pause:
            raise trouble
        return trouble.seconds

    async def _turn(self, host: str, pause: float) -> None:
        """Wait until the pause after the last page of a host is over."""
        patience, now = self._means.patience, self._means.now()
        begin = max(now, self._next.get(host, now))
        seconds = min(max(pause, patience.pause), patience.longest_pause)
        self._next[host] = begin + timedelta(seconds=seconds)
        if begin > now:
            await self._means.sleep((begin - now).total_seconds())

    async def _rules_for(self, url: str, own: Place | None) -> Rules:
        """Return the rules of the site of a page, which is asked for them once."""
        site = str(httpx.URL(url).join("/robots.txt"))
        async with self._asking[site]:
            if site not in self._rules:
                self._rules[site] = await self._asked_for_rules(site, own)
        if isinstance(found := self._rules[site], NotFetched):
            raise found
        return found

    async def _asked_for_rules(self, site: str, own: Place | None) -> Rules | NotFetched:
        from urllib.robotparser import RobotFileParser  # takes 30 ms, for pages alone

        robots = RobotFileParser()
        try:
            answer = await self._persistently(lambda: self._web.get(site, own))
        except Refused:  # it has none
            robots.parse([])
        except NotFetched as trouble:  # then nothing is allowed, says RFC 9309
            return trouble
        else:
            robots.parse(answer.data[:_LARGEST_RULES].decode(errors="replace").splitlines())
        return Rules(robots)

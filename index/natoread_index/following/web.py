"""Asks the web for one thing at a time: carefully, politely, and for no more than is wanted."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import AsyncExitStack, aclosing, asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from importlib.metadata import version
from typing import TYPE_CHECKING

import httpx

from natoread_index.errors import NotFetched, Postponed, Refused
from natoread_index.following.addresses import Place, checked, is_ours
from natoread_index.following.bodies import unpacked
from natoread_index.following.troubles import judge, sentences

if TYPE_CHECKING:
    import ssl
    from collections.abc import AsyncIterator
    from datetime import datetime

    from natoread_index.following.means import Means

NAME = "natoread"
AGENT = f"{NAME}/{version(NAME)} (reads feeds for one person)"
AT_ONCE = 2
"""Requests to one host."""
_HOPS = 6
_REDIRECTS = {301, 302, 303, 307, 308}
_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found, and at which address in the end; `status` is 304 for nothing new."""

    url: str
    status: int
    headers: Mapping[str, str]
    data: bytes = b""


@dataclass(frozen=True, slots=True)
class _Way:
    """A request for `url`, on the way over `address`, one that was checked or a proxy's to find."""

    url: httpx.URL
    address: httpx.URL
    headers: Mapping[str, str]
    extensions: Mapping[str, str]

    @property
    def is_conditional(self) -> bool:
        """Whether it may be answered by saying that there is nothing new."""
        return any(name in self.headers for name in _CONDITIONS)


class Web(AsyncExitStack):
    """The web, as long as it is needed: `async with Web(means) as web`."""

    def __init__(self, means: Means) -> None:
        super().__init__()
        self._means = means
        self._turns: defaultdict[str, asyncio.Semaphore]
        self._turns = defaultdict(lambda: asyncio.Semaphore(AT_ONCE))
        self._resting: dict[str, datetime] = {}
        self._clients: dict[tuple[str, str | None], httpx.AsyncClient] = {}

    async def get(
        self, url: str, own: Place | None, headers: Mapping[str, str] | None = None
    ) -> Answer:
        """Fetch what is at `url`; each redirect is checked as the first address is.

        `own` is the place that the user named, which may be at home. Raises `NotFetched`.
        """
        at = url
        for _ in range(_HOPS):
            with sentences(at):
                found = await self._asked(httpx.URL(at), own, headers or {})
                if isinstance(found, Answer):
                    return found
                at = str(found)
        raise Refused(f"{url}: leads from address to address without end")

    async def _asked(
        self, url: httpx.URL, own: Place | None, headers: Mapping[str, str]
    ) -> Answer | httpx.URL:
        """Ask once: for what is there, or where else it is."""
        place = place_of(url)
        async with self._turn(place.host), asyncio.timeout(self._means.patience.whole):
            proxy = self._means.proxies.way(url.scheme, place.host)
            ways = _through_proxy if proxy else self._direct
            client = await self._client(place.host, proxy)
            return await self._first(client, await ways(url, own, headers))

    @asynccontextmanager
    async def _turn(self, host: str) -> AsyncIterator[None]:
        """Wait for a turn to ask a host, and leave it alone for as long as it wants."""
        async with self._turns[host]:
            now = self._means.now()
            if (until := self._resting.get(host, now)) > now:
                raise Postponed(host, (until - now).total_seconds())
            try:
                yield
            except Postponed as trouble:
                self._resting[host] = now + timedelta(seconds=trouble.seconds)
                raise

    async def _first(self, client: httpx.AsyncClient, ways: list[_Way]) -> Answer | httpx.URL:
        """Take the first way on which there is a connection."""
        *others, last = ways
        for way in others:
            with suppress(httpx.ConnectError, httpx.ConnectTimeout):
                return await self._on(way, client)
        return await self._on(last, client)

    async def _on(self, way: _Way, client: httpx.AsyncClient) -> Answer | httpx.URL:
        request = client.build_request(
            "GET", way.address, headers=dict(way.headers), extensions=dict(way.extensions)
        )
        async with aclosing(await client.send(request, stream=True)) as answer:
            return await self._read(answer, way)

    async def _read(self, answer: httpx.Response, way: _Way) -> Answer | httpx.URL:
        status, said, where = answer.status_code, answer.headers, str(way.url)
        if status in _REDIRECTS and "location" in said:
            return way.url.join(said["location"])
        if status == 304 and way.is_conditional:
            return Answer(where, status, said)
        judge(where, status, said.get("retry-after"), self._means.now())
        coding, largest = said.get("content-encoding", ""), self._means.patience.largest
        data = await unpacked(answer.aiter_raw(), coding, largest, where)
        return Answer(where, status, said, data)

    async def _direct(
        self, url: httpx.URL, own: Place | None, headers: Mapping[str, str]
    ) -> list[_Way]:
        """Find the addresses of a host, and go to these, under its name."""
        place = place_of(url)
        named = {**headers, "Host": url.netloc.decode()}
        return [
            _Way(url, url.copy_with(host=address), named, {"sni_hostname": place.host})
            for address in await checked(place, own, self._means.resolve)
        ]

    async def _client(self, host: str, proxy: str | None) -> httpx.AsyncClient:
        """Return the client of a host: no other host's requests run over its connections."""
        client = self._clients.get((host, proxy))
        if client is None:
            client = await self.enter_async_context(self._new_client(proxy))
            self._clients[host, proxy] = client
        return client

    def _new_client(self, proxy: str | None) -> httpx.AsyncClient:
        patience = self._means.patience
        try:
            return httpx.AsyncClient(
                headers={"User-Agent": AGENT, "Accept-Encoding": "gzip"},
                verify=self._certificates,
                proxy=proxy,
                trust_env=False,
                timeout=httpx.Timeout(patience.read, connect=patience.connect, pool=None),
                limits=httpx.Limits(max_connections=AT_ONCE),
            )
        except (ImportError, ValueError) as trouble:
            raise NotFetched(f"{proxy}: natoread can't use this proxy ({trouble})") from trouble

    @cached_property
    def _certificates(self) -> ssl.SSLContext:
        """Trust whom Mozilla trusts, and whom this machine does."""
        context = httpx.create_ssl_context(trust_env=False)
        context.load_default_certs()
        return context


def place_of(url: httpx.URL | str) -> Place:
    """Return the host and the port of an address; raises `Refused` if it is none of the web."""
    with sentences(str(url)):
        url = httpx.URL(url)
    if url.scheme not in _PORTS or not url.host:
        raise Refused(f"{url}: no address of the web")
    return Place(url.raw_host.decode().lower(), url.port or _PORTS[url.scheme])


async def _through_proxy(
    url: httpx.URL, own: Place | None, headers: Mapping[str, str]
) -> list[_Way]:
    """Let the proxy find the host, as it must where nobody else can."""
    place = place_of(url)
    if is_ours(place.host) and not place.is_of(own):
        raise Refused(f"{place.host} is in your own network, where no feed may lead")
    return [_Way(url, url, headers, {})]


_CONDITIONS = "If-None-Match", "If-Modified-Since"


def conditions(etag: str | None, modified: str | None) -> Iterator[tuple[str, str]]:
    """Yield the headers that ask for something only if it is new."""
    for name, value in zip(_CONDITIONS, (etag, modified), strict=True):
        if value:
            yield name, value

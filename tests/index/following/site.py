"""A web site on the loopback address, whose pages a test writes; and words to ask it with."""

from __future__ import annotations

import asyncio
import sys
import threading
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from natoread_index.following.means import Means, Patience
from natoread_index.following.web import Answer, Web, place_of

NOON = datetime(2024, 5, 28, 12, tzinfo=UTC)
SOON = 20.0
"""Seconds that nothing here should take, on the slowest machine."""

Handler = BaseHTTPRequestHandler


@dataclass(frozen=True)
class Asked:
    """A request as it came."""

    path: str
    headers: Mapping[str, str]


@dataclass
class Site:
    """Pages by their paths, each a way to answer; `asked` are the requests so far."""

    url: str = ""
    pages: dict[str, Callable[[Handler], None]] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    closing: threading.Event = field(default_factory=threading.Event)

    def put(self, path: str, body: str | bytes = b"", status: int = 200, **headers: str) -> str:
        """Write a page, whose headers are named with _ for -; its address."""
        data = body.encode() if isinstance(body, str) else body
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.act(path, lambda handler: send(handler, data, status, named))

    def act(self, path: str, act: Callable[[Handler], None]) -> str:
        """Answer in a way of its own; the address."""
        self.pages[path] = act
        return self.url + path

    def send_in_turn(self, path: str, *acts: Callable[[Handler], None]) -> str:
        """Answer the first request in the first way, and so on; the last way stays."""
        left = list(acts)
        return self.act(path, lambda handler: (left.pop(0) if len(left) > 1 else left[0])(handler))

    @property
    def paths(self) -> list[str]:
        """What was asked for so far, but for robots.txt, which is asked for before any page."""
        return [asked.path for asked in self.asked if asked.path != "/robots.txt"]

    def answer(self, handler: Handler) -> None:
        self.asked.append(Asked(handler.path, dict(handler.headers)))
        self.pages.get(handler.path, _send_404)(handler)


def send(
    handler: Handler, data: bytes, status: int = 200, headers: Mapping[str, str] | None = None
) -> None:
    """Answer in full."""
    handler.send_response(status)
    for name, value in {"Content-Length": str(len(data)), **(headers or {})}.items():
        handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(data)


def _send_404(handler: Handler) -> None:
    send(handler, b"not here", 404)


@contextmanager
def serving(host: str = "127.0.0.1") -> Iterator[Site]:
    """A site at an address of this machine, as long as it is needed."""
    site = Site()

    class Answering(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            try:
                site.answer(self)
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True  # whoever asked has had enough

        def log_message(self, *_: Any) -> None:
            """Stay silent."""

    class Server(ThreadingHTTPServer):
        daemon_threads = True
        block_on_close = False
        request_queue_size = 64

        def handle_error(self, request: Any, address: Any) -> None:
            if not isinstance(sys.exception(), ConnectionError):  # else the client has had enough
                super().handle_error(request, address)

    with Server((host, 0), Answering) as server:
        site.url = f"http://{host}:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        try:
            yield site
        finally:
            site.closing.set()
            server.shutdown()
            thread.join()


@dataclass
class Clock:
    """A clock that a sleep sets forward, without a moment passing; `slept` are the sleeps."""

    at: datetime = NOON
    slept: list[float] = field(default_factory=list)

    def now(self) -> datetime:
        return self.at

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        until = self.at + timedelta(seconds=seconds)
        await asyncio.sleep(0)
        self.at = max(self.at, until)


def means(clock: Clock | None = None, **other: Any) -> Means:
    """Means with a clock that never waits."""
    clock = clock or Clock()
    return Means(now=clock.now, sleep=clock.sleep, **other)


IMPATIENT = Patience(read=0.3)


def get(url: str, given: Means | None = None, own: str | None = None, **headers: str) -> Answer:
    """Fetch one thing as the user who follows `own`, or else the very address."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return run(given or means(), lambda web: web.get(url, place_of(own or url), named))


def run(given: Means, work: Callable[[Web], Awaitable[Answer]]) -> Answer:
    """Do something with the web, within a time in which anything must end."""

    async def working() -> Answer:
        async with asyncio.timeout(SOON), Web(given) as web:
            return await work(web)

    return asyncio.run(working())

"""A web server that shows the app to this machine's browsers, and to no page of another's.

Whoever reaches the app reads the library, so a page that has its name lead to this machine (DNS
rebinding), or that opens a socket from elsewhere, is refused: browsers say both in their headers.
"""

import asyncio
import signal
from asyncio.subprocess import PIPE, Process
from contextlib import suppress
from functools import partial

from aiohttp import web
from aiohttp.typedefs import Handler
from aiohttp.web_runner import GracefulExit
from textual_serve.app_service import AppService
from textual_serve.server import Server, to_int

from natoread.commands.printing import tell

_HOST = "127.0.0.1"
_USUAL_PORT = 80
"""Of which a browser says nothing."""

_KEEPS_TO_ITSELF = (
    "default-src http://{host} ws://{host} data: blob: 'unsafe-inline' 'unsafe-eval'; "
    "frame-ancestors 'none'"
)
"""What the page may load: nothing of another host, though textual-serve would have a font."""

_TAKES_KEYS = """
    <script>
      new MutationObserver((_, observer) => {
        observer.disconnect();
        document.querySelector(".xterm-helper-textarea").focus();
      }).observe(document.body, { attributeFilter: ["class"] });
    </script>
  </body>"""
"""The end of the page: as soon as the app is shown, which a class tells, keys go to it."""


_PATIENCE = 2.0
"""Seconds in which a browser may answer that it knows of the end."""


class VisitorsApp(AppService):
    """The app of one visitor. It hears of no ctrl+c: the server ends it."""

    async def _open_app_process(self, width: int = 80, height: int = 24) -> Process:
        self._process = await asyncio.create_subprocess_shell(
            self.command,
            stdin=PIPE,
            stdout=PIPE,
            stderr=PIPE,
            env=self._build_environment(width, height),
            start_new_session=True,
        )
        self._stdin = self._process.stdin
        return self._process

    async def stop(self) -> None:
        """Ask the app to end, and wait until it has."""
        await super().stop()
        if self._process is not None:
            self.stdin.close()
            await self._process.wait()


class LocalServer(Server):
    """Starts an app by a command for each browser of this machine that comes by its own name."""

    def __init__(self, command: str, port: int) -> None:
        super().__init__(command, host=_HOST, port=port, title="natoread")
        end = "" if port == _USUAL_PORT else f":{port}"
        self._hosts = {f"{host}{end}" for host in (_HOST, "localhost")}
        self._visits: set[web.WebSocketResponse] = set()

    def serve(self, debug: bool = False) -> None:
        """Serve until ctrl+c, and say where as soon as a browser can come; log no more."""
        self.debug = debug
        web.run_app(self._make_app(), host=self.host, port=self.port, print=self._say_where)

    def _say_where(self, _: str) -> None:
        tell(f"natoread is at {self.public_url} until ctrl+c")

    async def on_startup(self, _: web.Application) -> None:
        """End when the terminal is closed, too; draw no sign of another program."""
        for name in {"SIGHUP"}.intersection(dir(signal)):
            asyncio.get_running_loop().add_signal_handler(getattr(signal, name), _end)

    async def on_shutdown(self, _: web.Application) -> None:
        """Tell each browser of the end; then its app ends."""
        await asyncio.gather(*map(_close, self._visits))

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """Show one visitor an app, until either leaves."""
        visit = web.WebSocketResponse(heartbeat=15, timeout=_PATIENCE)
        await visit.prepare(request)
        self._visits.add(visit)
        app = VisitorsApp(
            self.command,
            write_bytes=visit.send_bytes,
            write_str=visit.send_str,
            close=partial(_close, visit),
            download_manager=self.download_manager,
        )
        size = (to_int(request.query.get(side, ""), 0) for side in ("width", "height"))
        try:
            await app.start(*size)
            with suppress(ConnectionResetError):  # the browser has gone
                await self._process_messages(visit, app)
        finally:
            self._visits.discard(visit)
            await app.stop()
        return visit

    async def handle_index(self, request: web.Request) -> web.Response:
        """Serve the page; keys reach the app without a click before them."""
        page = await super().handle_index(request)
        assert isinstance(page, web.Response)
        page.text = (page.text or "").replace("</body>", _TAKES_KEYS)
        return page

    async def _make_app(self) -> web.Application:
        app = await super()._make_app()
        app.middlewares.append(self._refuse_strangers)
        app.on_response_prepare.append(self._say_what_may_be_loaded)
        return app

    @web.middleware
    async def _refuse_strangers(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        origin = request.headers.get("Origin", f"http://{request.host}")
        if request.host not in self._hosts or origin.removeprefix("http://") not in self._hosts:
            raise web.HTTPForbidden(text=f"natoread is at {self.public_url} and nowhere else.\n")
        return await handler(request)

    async def _say_what_may_be_loaded(
        self,
        request: web.Request,  # noqa: ARG002 - aiohttp's
        response: web.StreamResponse,
    ) -> None:
        rule = _KEEPS_TO_ITSELF.format(host=f"{_HOST}:{self.port}")
        response.headers["Content-Security-Policy"] = rule


async def _close(visit: web.WebSocketResponse) -> None:
    await visit.close()


def _end() -> None:
    raise GracefulExit

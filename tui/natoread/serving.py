"""A web server that shows the app to this machine's browsers, and to no page of another's.

Whoever reaches the app reads the library, so a page that has its name lead to this machine (DNS
rebinding), or that opens a socket from elsewhere, is refused: browsers say both in their headers.
"""

from aiohttp import web
from aiohttp.typedefs import Handler
from textual_serve.server import Server

from natoread.commands.printing import tell

_HOST = "127.0.0.1"
_USUAL_PORT = 80
"""Of which a browser says nothing."""

_KEEPS_TO_ITSELF = (
    "default-src http://{host} ws://{host} data: blob: 'unsafe-inline' 'unsafe-eval'; "
    "frame-ancestors 'none'"
)
"""What the page may load: nothing of another host, though textual-serve would have a font."""


class LocalServer(Server):
    """Starts an app by a command for each browser of this machine that comes by its own name."""

    def __init__(self, command: str, port: int) -> None:
        super().__init__(command, host=_HOST, port=port, title="natoread")
        end = "" if port == _USUAL_PORT else f":{port}"
        self._hosts = {f"{host}{end}" for host in (_HOST, "localhost")}

    def serve(self, debug: bool = False) -> None:
        """Serve until ctrl+c, and say where as soon as a browser can come; log no more."""
        self.debug = debug
        web.run_app(self._make_app(), host=self.host, port=self.port, print=self._say_where)

    def _say_where(self, _: str) -> None:
        tell(f"natoread is at {self.public_url} until ctrl+c")

    async def on_startup(self, app: web.Application) -> None:
        """Draw no sign of another program."""

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

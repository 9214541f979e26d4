"""The app in a browser, as a visitor has it: `natoread serve` and Chromium without a window.

    python -m tests.trials.browser [--chromium PROGRAM] [--picture FILE.png]

Chromium, with a profile of its own, shows the app on a library of the sample releases. Keys are
pressed as a keyboard does, with no click before them: a search, a release, the way out. What the
page's terminal shows is read after each, and what runs on this machine. Then another visitor is
there while ctrl+c ends the server. The exit code is 1 if anything was wrong.
"""

import argparse
import asyncio
import base64
import json
import os
import shutil
import signal
import socket
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import aiohttp

from natoread.places import sample_files
from natoread_index import Library, releases

PATIENCE = 30.0
"""Seconds for whatever is waited for."""
_PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "chrome")
_SWITCHES = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--remote-debugging-port=0",
    "--window-size=1200,800",
)
_REACH_TERMINAL = """
Object.defineProperty(Object.prototype, "fitAddon", {
    configurable: true,
    set(addon) {
        Object.defineProperty(this, "fitAddon", {value: addon});
        window.shown = this.terminal;
    },
});
"""
"""textual-serve keeps its terminal to itself; this takes hold of it while it is made."""
_TEXT = """(window.shown ? Array.from({length: shown.rows}, (_, row) =>
    shown.buffer.active.getLine(row).translateToString(true)).join("\\n") : "")"""
_NAMED = {"Enter": 13, "Escape": 27}


class Page:
    """The page in the browser, through its developers' socket."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket
        self._asked = 0
        self.troubles: list[str] = []

    async def call(self, method: str, **given: object) -> Any:
        """Have the browser do something; what it tells of errors meanwhile is kept."""
        self._asked += 1
        await self._socket.send_json({"id": self._asked, "method": method, "params": given})
        while (answer := await self._socket.receive_json()).get("id") != self._asked:
            if answer.get("method") == "Runtime.exceptionThrown":
                self.troubles.append(json.dumps(answer["params"]))
        return answer["result"]

    async def visit(self, url: str) -> None:
        """Load a page, with its terminal in reach."""
        for domain in ("Page", "Runtime"):
            await self.call(f"{domain}.enable")
        await self.call("Page.addScriptToEvaluateOnNewDocument", source=_REACH_TERMINAL)
        await self.call("Page.navigate", url=url)

    async def ask(self, expression: str) -> Any:
        """The value of an expression in the page."""
        return (await self.call("Runtime.evaluate", expression=expression))["result"].get("value")

    async def becomes(self, condition: str) -> None:
        """Wait until an expression holds in the page."""
        await until(lambda: self.ask(condition), condition)

    async def press(self, key: str) -> None:
        """Press a key: a letter, or one of a name."""
        text = {"Enter": "\r", "Escape": ""}.get(key, key)
        code = {"windowsVirtualKeyCode": _NAMED[key], "code": key} if key in _NAMED else {}
        down = "keyDown" if text else "rawKeyDown"
        await self.call("Input.dispatchKeyEvent", type=down, key=key, text=text, **code)
        await self.call("Input.dispatchKeyEvent", type="keyUp", key=key, **code)

    async def shows(self, *words: str) -> str:
        """Wait until the terminal shows some words; return all that it shows."""
        await self.becomes(f"{json.dumps(words)}.every(each => {_TEXT}.includes(each))")
        return str(await self.ask(_TEXT))

    async def picture(self) -> bytes:
        """The page as a PNG."""
        return base64.b64decode((await self.call("Page.captureScreenshot"))["data"])


@asynccontextmanager
async def browsing(program: str, folder: Path) -> AsyncIterator[Page]:
    """A browser with a profile in a folder, and its one page."""
    command = [program, *_SWITCHES, f"--user-data-dir={folder}", "about:blank"]
    browser = await asyncio.create_subprocess_exec(
        *command, stdout=DEVNULL, stderr=DEVNULL, start_new_session=True
    )
    try:
        told = folder / "DevToolsActivePort"

        async def ready() -> bool:
            return told.exists() and "\n" in told.read_text()

        await until(ready, "the browser")
        port = told.read_text().split()[0]
        async with aiohttp.ClientSession(f"http://127.0.0.1:{port}") as session:
            async with session.get("/json") as answer:
                (page,) = (page for page in await answer.json() if page["type"] == "page")
            async with session.ws_connect(page["webSocketDebuggerUrl"], max_msg_size=0) as socket:
                yield Page(socket)
    finally:
        with suppress(ProcessLookupError):  # it may have ended by itself
            os.killpg(browser.pid, signal.SIGKILL)
        await browser.wait()


@asynccontextmanager
async def serving(home: Path) -> AsyncIterator[tuple[Process, str]]:
    """`natoread serve` on the sample releases, and where it is."""
    library, port = home / "library", _free_port()
    _fill(library)
    verb = ["-m", "natoread", "--library", str(library), "serve", "--port", str(port)]
    environment = {**os.environ, "HOME": str(home)}
    server = await asyncio.create_subprocess_exec(
        sys.executable, *verb, stdout=PIPE, stderr=PIPE, env=environment, start_new_session=True
    )
    try:
        assert server.stderr is not None
        async with asyncio.timeout(PATIENCE):
            assert b"until ctrl+c" in await server.stderr.readline()
        yield server, f"http://127.0.0.1:{port}/"
    finally:
        if server.returncode is None:
            os.killpg(server.pid, signal.SIGKILL)
            await server.wait()


async def until(holds: Callable[[], Awaitable[bool]], what: str) -> None:
    """Wait until something holds."""
    try:
        async with asyncio.timeout(PATIENCE):
            while not await holds():  # noqa: ASYNC110 - of another process, which tells nothing
                await asyncio.sleep(0.05)
    except TimeoutError:
        raise AssertionError(f"waited in vain for {what}") from None


async def visit(program: str, folder: Path, picture: Path | None = None) -> None:
    """Do what a visitor does. Raises `AssertionError` where something is not as it should be."""
    async with (
        serving(folder) as (server, url),
        browsing(program, folder / "profile") as page,
    ):
        await page.visit(url)
        await _read(page, picture)
        apps = _apps(server)
        for _ in range(2):
            await page.press("q")
        await _gone(apps)
        await page.becomes('document.body.classList.contains("-closed")')
        await page.visit(url)
        await page.shows("of 9")
        await _end(server)
        assert not page.troubles, page.troubles


async def _read(page: Page, picture: Path | None) -> None:
    """Search and open a release, with no click before the first key."""
    await page.shows("of 9", "NATO")
    await page.becomes('document.activeElement.className.includes("xterm")')
    for key in "/air def":
        await page.press(key)
    await page.shows("air def", "1 of ")
    await page.press("Escape")
    await page.press("Enter")
    await page.shows("list  ", "next hit")
    if picture:
        await asyncio.to_thread(picture.write_bytes, await page.picture())


async def _end(server: Process) -> None:
    """Press ctrl+c as a terminal does: all that the server has started hears of it, too."""
    apps = _apps(server)
    os.killpg(server.pid, signal.SIGINT)
    async with asyncio.timeout(PATIENCE):
        said = await server.communicate()
    assert said == (b"", b""), b"\n".join(said).decode()
    assert server.returncode == 0, server.returncode
    await _gone(apps)


async def _gone(processes: Sequence[str]) -> None:
    async def all_gone() -> bool:
        return not any(os.path.exists(f"/proc/{process}") for process in processes)  # noqa: ASYNC240, PTH110

    await until(all_gone, "the app to end")


def _apps(server: Process) -> list[str]:
    """The processes that a server has started, by their numbers."""
    apps = Path(f"/proc/{server.pid}/task/{server.pid}/children").read_text().split()
    assert apps, "no app runs for the visitor"
    return apps


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _fill(folder: Path) -> None:
    with Library.open(folder) as library:
        for file in sample_files():
            with file.open(encoding="utf-8-sig") as lines:
                library.add(releases(lines, file.name))
        list(library.catch_up())


def chromium() -> str | None:
    """The browser of this machine, if it has one of the kind."""
    return next(filter(None, map(shutil.which, _PROGRAMS)), None)


def main() -> int:
    """Do what a visitor does; 1 if anything was wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--chromium", default=chromium())
    parser.add_argument("--picture", type=Path)
    asked = parser.parse_args()
    if not asked.chromium:
        print("No Chromium was found; name one with --chromium.", file=sys.stderr)
        return 1
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        try:
            asyncio.run(visit(asked.chromium, Path(folder), asked.picture))
        except (AssertionError, TimeoutError) as trouble:
            print(str(trouble) or "The server is late.", file=sys.stderr)
            return 1
    print("The app was shown, searched, read and left; ctrl+c ended the server and all apps.")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""`natoread serve`: the app in a browser, for this machine alone."""

import asyncio
import builtins
import json
import os
import shlex
import signal
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

if TYPE_CHECKING:
    from tests.commands.conftest import CommandLine

SIZE = "width=100&height=30"


def needs_a_web_server() -> None:
    pytest.importorskip("textual_serve", reason="natoread[serve] is not installed")


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str, int]]:
    """The commands that servers would start apps by, and where."""
    needs_a_web_server()
    from natoread.serving import LocalServer

    done: list[tuple[str, str, int]] = []
    monkeypatch.setattr(
        LocalServer, "serve", lambda server: done.append((server.command, server.host, server.port))
    )
    return done


def test_each_visitor_gets_an_app_on_the_same_library(
    natoread: "CommandLine", served: list[tuple[str, str, int]], tmp_path: Path
) -> None:
    assert natoread("--library", tmp_path / "a b", "serve", "--port", "8123", "it's").code == 0
    ((command, *where),) = served
    assert where == ["127.0.0.1", 8123]
    end = ["-m", "natoread", "--library", f"{tmp_path}/a b", "--", "it's"]
    assert shlex.split(command)[1:] == end


def test_the_users_own_library_needs_no_name(
    natoread: "CommandLine", served: list[tuple[str, str, int]]
) -> None:
    natoread("serve")
    assert served[0][0].endswith("-m natoread --")


def test_without_the_package_it_says_what_to_install(
    natoread: "CommandLine", monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name.startswith("natoread.serving"):
            raise ModuleNotFoundError(name)
        return whole(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    ran = natoread("serve")
    assert ran.code == 2
    assert "pip install 'natoread[serve]'" in ran.err


class Server(NamedTuple):
    """A server that runs, and where."""

    process: "subprocess.Popen[str]"
    port: int


@pytest.fixture
def port(server: Server) -> int:
    """The port of a server that shows the nine samples."""
    return server.port


@pytest.fixture
def server(natoread: "CommandLine", tmp_path: Path, samples: str) -> Iterator[Server]:
    """A server that shows the nine samples, and that ends at ctrl+c."""
    needs_a_web_server()
    library = tmp_path / "library"
    assert natoread("--library", library, "add", samples).code == 0
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    server = natoread.start(
        "--library", library, "serve", "--port", str(port), start_new_session=True
    )
    assert server.stderr is not None
    assert server.stderr.readline() == f"natoread is at http://127.0.0.1:{port} until ctrl+c\n"
    yield Server(server, port)
    _stop(server)


def _stop(server: "subprocess.Popen[str]") -> None:
    if server.poll() is None:
        server.send_signal(signal.SIGINT)
        assert server.communicate(timeout=30) == ("", "")
    assert server.returncode == 0


def test_a_browser_gets_the_app_and_its_keys_reach_it(port: int) -> None:
    asyncio.run(_visit(port))


async def _visit(port: int) -> None:
    import aiohttp

    async with aiohttp.ClientSession(f"http://127.0.0.1:{port}") as browser:
        async with browser.get("/") as page:
            assert f'data-session-websocket-url="ws://127.0.0.1:{port}/ws"' in await page.text()
        async with browser.ws_connect(f"/ws?{SIZE}") as screen:
            await _wait_for("1 of 9", screen)
            for message in (["focus"], ["stdin", "/zanzibar"]):
                await screen.send_str(json.dumps(message))
            await _wait_for("Nothing found for “zanzibar”", screen)


async def _wait_for(words: str, screen: Any) -> None:
    """Take what the app paints until some words are among it."""
    painted = ""
    async with asyncio.timeout(60):
        while words not in painted:
            painted += (await screen.receive_bytes()).decode(errors="replace")


@pytest.mark.parametrize("ctrl_c", ["of the terminal", "of the server alone"])
def test_ctrl_c_ends_the_app_of_a_visitor_too_and_says_nothing(server: Server, ctrl_c: str) -> None:
    asyncio.run(_stay(server, whole=ctrl_c == "of the terminal"))


async def _stay(server: Server, *, whole: bool) -> None:
    """Be there, and read on, while ctrl+c ends the server: it waits for no visitor."""
    import aiohttp

    async with (
        aiohttp.ClientSession(f"http://127.0.0.1:{server.port}") as browser,
        browser.ws_connect(f"/ws?{SIZE}") as screen,
    ):
        await _wait_for("1 of 9", screen)
        end = os.killpg if whole else os.kill
        end(server.process.pid, signal.SIGINT)
        async with asyncio.timeout(20):
            while (await screen.receive()).type != aiohttp.WSMsgType.CLOSED:
                pass
        assert await asyncio.to_thread(server.process.communicate, None, 30) == ("", "")


async def _page(port: int) -> str:
    import aiohttp

    async with aiohttp.ClientSession() as browser, browser.get(f"http://127.0.0.1:{port}") as page:
        return await page.text()


def test_the_page_hands_keys_to_the_app_by_itself(port: int) -> None:
    assert '.querySelector(".xterm-helper-textarea").focus()' in asyncio.run(_page(port))


def test_pages_of_others_are_refused(port: int) -> None:
    asyncio.run(_come_from_elsewhere(port))


async def _come_from_elsewhere(port: int) -> None:
    import aiohttp

    strange = [
        {"Host": f"evil.example:{port}"},
        {"Host": "127.0.0.1"},
        {"Host": f"evil.example:{port}", "Origin": f"http://evil.example:{port}"},
        {"Origin": "http://evil.example"},
        {"Origin": "http://127.0.0.1:1"},
        {"Origin": "null"},
    ]
    async with aiohttp.ClientSession(f"http://127.0.0.1:{port}") as browser:
        for headers in strange:
            for path in ("/", f"/ws?{SIZE}", "/static/js/textual.js"):
                async with browser.get(path, headers=headers) as answer:
                    assert answer.status == 403, (path, headers)
                    assert "nowhere else" in await answer.text()
        for host in (f"127.0.0.1:{port}", f"localhost:{port}"):
            own = {"Host": host, "Origin": f"http://{host}"}
            async with browser.get("/", headers=own) as answer:
                assert answer.status == 200
                rule = answer.headers["Content-Security-Policy"]
                assert "google" not in rule
                assert f"ws://127.0.0.1:{port}" in rule

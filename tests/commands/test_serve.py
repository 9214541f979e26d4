"""`natoread serve`: the app in a browser, for this machine alone."""

import asyncio
import builtins
import json
import shlex
import signal
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

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


@pytest.fixture
def port(natoread: "CommandLine", tmp_path: Path, samples: str) -> Iterator[int]:
    """The port of a server that shows the nine samples, and that ends at ctrl+c."""
    needs_a_web_server()
    library = tmp_path / "library"
    assert natoread("--library", library, "add", samples).code == 0
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    server = natoread.start("--library", library, "serve", "--port", str(port))
    assert server.stderr is not None
    assert server.stderr.readline() == f"natoread is at http://127.0.0.1:{port} until ctrl+c\n"
    yield port
    _stop(server)


def _stop(server: "subprocess.Popen[str]") -> None:
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

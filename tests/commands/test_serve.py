"""`natoread serve`: the app in a browser, for this machine alone."""

import builtins
import sys
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.commands.conftest import CommandLine


class Server:
    """A web server that only notes what it would do."""

    made: dict[str, Any]

    def __init__(self, command: str, **options: object) -> None:
        Server.made = {"command": command, **options}

    def serve(self) -> None:
        Server.made["served"] = True


@pytest.fixture
def _web(monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("textual_serve.server")
    module.Server = Server  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "textual_serve", ModuleType("textual_serve"))
    monkeypatch.setitem(sys.modules, "textual_serve.server", module)


@pytest.mark.usefixtures("_web")
def test_each_visitor_gets_an_app_on_the_same_library(
    natoread: "CommandLine", tmp_path: Path
) -> None:
    assert natoread("--library", tmp_path / "a b", "serve", "--port", "8123", "it's").code == 0
    made = Server.made
    assert (made["host"], made["port"], made["served"]) == ("127.0.0.1", 8123, True)
    assert made["command"].endswith(f"-m natoread --library '{tmp_path}/a b' -- 'it'\"'\"'s'")


@pytest.mark.usefixtures("_web")
def test_the_users_own_library_needs_no_name(natoread: "CommandLine") -> None:
    natoread("serve")
    assert Server.made["command"].endswith("-m natoread --")


def test_without_the_package_it_says_what_to_install(
    natoread: "CommandLine", monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name.startswith("textual_serve"):
            raise ModuleNotFoundError(name)
        return whole(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    ran = natoread("serve")
    assert ran.code == 2
    assert "pip install 'natoread[serve]'" in ran.err

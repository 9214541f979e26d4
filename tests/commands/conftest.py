"""The command line as tests drive it: in this process for speed, in another for the rest."""

import io
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

import pytest
from tests.commands.packed import pack

from natoread.__main__ import run
from natoread.places import sample_files


@dataclass(frozen=True)
class Ran:
    """What a command line left behind."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Stdout, which is one JSON object."""
        return json.loads(self.out)

    @property
    def lines(self) -> list[Any]:
        """Stdout, which is one JSON object a line."""
        return [json.loads(line) for line in self.out.splitlines()]


class Stream(io.TextIOWrapper):
    """A standard stream held in memory, which may pass for a terminal."""

    def __init__(self, held: bytes = b"", *, terminal: bool = False, encoding: str = "utf-8"):
        self.held = io.BytesIO(held)
        self.terminal = terminal
        super().__init__(self.held, encoding=encoding, newline="")

    def isatty(self) -> bool:
        return self.terminal

    @property
    def text(self) -> str:
        """All that was written."""
        self.flush()
        return self.held.getvalue().decode(self.encoding)


class CommandLine:
    """`natoread` with a home of its own."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
        self._monkeypatch = monkeypatch
        self.home = home

    def __call__(
        self,
        *words: str | Path,
        stdin: str | bytes = b"",
        terminal: bool = False,
        encoding: str = "utf-8",
    ) -> Ran:
        """Run one command line in this process."""
        given = stdin.encode() if isinstance(stdin, str) else stdin
        out, err = (Stream(terminal=terminal, encoding=encoding) for _ in range(2))
        streams: Mapping[str, TextIO] = {
            "stdin": Stream(given, terminal=terminal),
            "stdout": out,
            "stderr": err,
        }
        with self._monkeypatch.context() as patch:
            for name, stream in streams.items():
                patch.setattr(sys, name, stream)
            code = run(list(map(str, words)))
        return Ran(code, out.text, err.text)

    def start(self, *words: str | Path, **pipes: Any) -> "subprocess.Popen[str]":
        """Start one command line as a process of its own."""
        pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE) | pipes
        command = [sys.executable, "-m", "natoread", *map(str, words)]
        return subprocess.Popen(command, encoding="utf-8", preexec_fn=_heed_ctrl_c, **pipes)


def _heed_ctrl_c() -> None:
    """Undo what a background job of a shell passes on to all its processes."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """An empty home, and none of the variables that could lead out of it."""
    for name in [name for name in os.environ if name.startswith(("XDG_", "NATOREAD_"))]:
        monkeypatch.delenv(name)
    for name in ("NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def natoread(monkeypatch: pytest.MonkeyPatch, home: Path) -> CommandLine:
    """The command line, on an empty home."""
    return CommandLine(monkeypatch, home)


@pytest.fixture(scope="session")
def samples() -> str:
    """The path of the bundled text with nine releases."""
    return str(sample_files()[0])


@pytest.fixture(scope="session")
def nine(tmp_path_factory: pytest.TempPathFactory, samples: str) -> Path:
    """A library that holds the nine sample releases; only for looking into."""
    folder = tmp_path_factory.mktemp("nine")
    with pytest.MonkeyPatch.context() as monkeypatch:
        CommandLine(monkeypatch, folder)("--library", folder, "add", samples)
    return folder


@pytest.fixture
def search(natoread: CommandLine, nine: Path) -> Callable[..., Ran]:
    """`natoread search` on the nine samples."""

    def run(*words: str, **streams: Any) -> Ran:
        return natoread("--library", nine, "search", *words, **streams)

    return run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two texts, one of them in a folder of its own, and a file of another kind."""
    (tmp_path / "in" / "deep").mkdir(parents=True)
    (tmp_path / "in" / "one.txt").write_text(pack("One"))
    (tmp_path / "in" / "deep" / "two.TXT").write_text(pack("Two", "Three"))
    (tmp_path / "in" / "style.css").write_text("body { margin: 0 }")
    (tmp_path / "in" / ".hidden").write_text(pack("Hidden"))
    return tmp_path / "in"

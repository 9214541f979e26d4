"""natoread in a pseudo-terminal: keys as a keyboard sends them, the screen as one shows it."""

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Self

import pyte

PATIENCE = 20.0
"""Seconds that a screen may take to show what a test waits for."""

# What the emulator does not know, and would print: queries, key protocols, device strings.
_UNKNOWN = re.compile(
    r"\x1b\[[<=>][0-9;]*[a-zA-Z]|\x1b\[\?[0-9;]*\$p|\x1bP.*?\x1b\\|\x1b\[[0-9;]*t"
)
_UNFINISHED = re.compile(r"\x1b(?:\[[0-9;<=>?$]*|P[^\x1b]*)?$")


class Terminal:
    """A program in a terminal of its own.

    Everything that it keeps lies under `home`. It is ended, if need be, at the end of the `with`.
    """

    def __init__(
        self,
        home: Path,
        *arguments: str,
        size: tuple[int, int] = (100, 30),
        typed: str = "",
        environment: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self._screen = pyte.Screen(*size)
        self._stream = pyte.Stream(self._screen)
        self._pending = ""
        self._keyboard, screen = pty.openpty()
        self.resize(*size)
        self.type(typed)
        self._program = subprocess.Popen(
            [sys.executable, "-m", "natoread", *arguments],
            stdin=screen,
            stdout=screen,
            stderr=screen,
            env={**_environment(home), **environment},
            start_new_session=True,
            preexec_fn=_take_terminal,
        )
        os.close(screen)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None
    ) -> None:
        if self._program.poll() is None:
            self._program.kill()
        self._program.wait()
        os.close(self._keyboard)

    @property
    def text(self) -> str:
        """The screen as it was last seen."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    def type(self, keys: str) -> None:
        """Type keys in one go, as a fast typist or a paste without brackets does."""
        os.write(self._keyboard, keys.encode())

    def resize(self, columns: int, lines: int) -> None:
        """Make the terminal larger or smaller."""
        self._screen.resize(lines, columns)
        fcntl.ioctl(self._keyboard, termios.TIOCSWINSZ, struct.pack("4H", lines, columns, 0, 0))

    def spoil(self) -> None:
        """Write over the screen, as a program in the background does."""
        self._screen.erase_in_display(2)

    def marked(self, words: str) -> bool:
        """Whether words stand out somewhere, without regard to colour."""
        for row, line in enumerate(self._screen.display):
            cells = self._screen.buffer[row]
            for start in (match.start() for match in re.finditer(re.escape(words), line)):
                letter = cells[start + len(words) - 1]
                if letter.bold or letter.reverse or letter.underscore:
                    return True
        return False

    def wait_for(self, shown: str | Callable[[str], bool]) -> str:
        """Wait until a text is on the screen, or a condition holds; return the screen."""
        holds = (lambda text: shown in text) if isinstance(shown, str) else shown
        end = time.monotonic() + PATIENCE
        while not holds(self.text):
            if not self._read(end - time.monotonic()):
                raise AssertionError(f"waited in vain for {shown!r}:\n{self.text}")
        return self.text

    def look(self, seconds: float = 0.005) -> None:
        """Take what is shown until nothing more comes for a moment."""
        while self._read(seconds):
            pass

    def wait_for_end(self) -> int:
        """Wait until the program has ended; return its exit code."""
        end = time.monotonic() + PATIENCE
        while self._program.poll() is None and self._read(end - time.monotonic()):
            pass
        return self._program.wait(PATIENCE)

    def hang_up(self) -> None:
        """Close the terminal under the program, and wait until that has ended."""
        os.close(self._keyboard)
        self._keyboard = os.open(os.devnull, os.O_RDWR)
        self._program.wait(PATIENCE)

    def _read(self, seconds: float) -> bool:
        """Take what the program has written by then; tell whether there was anything."""
        ready, _, _ = select.select([self._keyboard], [], [], max(0.0, seconds))
        try:
            written = os.read(self._keyboard, 65536) if ready else b""
        except OSError:  # Linux says so when the program has gone
            return False
        self._feed(written.decode(errors="replace"))
        return bool(written)

    def _feed(self, written: str) -> None:
        text = self._pending + written
        unfinished = _UNFINISHED.search(text)
        end = unfinished.start() if unfinished else len(text)
        self._pending = text[end:]
        self._stream.feed(_UNKNOWN.sub("", text[:end]))


def _take_terminal() -> None:
    """Make the terminal the program's own, so that it hears of another size."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def _environment(home: Path) -> Mapping[str, str]:
    kept = {name: value for name, value in os.environ.items() if name in {"PATH", "PYTHONPATH"}}
    return kept | {"HOME": str(home), "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}

"""What each key costs in a real terminal: `python -m tests.benchmarks.felt LIBRARY [--times 10]`.

The app is opened at 120x36, and keys are pressed one by one, each when the screen has been still
for a while. Told is how many milliseconds pass until the screen begins to change and until it is
still again, and how much processor time the app takes meanwhile: on a machine where others work,
too, only that can be compared. Stars are put on the library and taken off: give a copy. Linux only.
"""

import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from tests.benchmarks.table import figures
from tests.benchmarks.typist import Asked
from tests.tui.terminal import Terminal

STILL = 0.35
"""Seconds without a change from which on the screen is still: less than a cursor blinks."""

_WIDTH = 17
_LEAVE = "\x11"

ROUNDS = [
    {"go down": "j", "star": "s", "undo": "u"},
    {"saved searches": "v", "leave them": "q"},
    {"facets": "f", "leave facets": "q"},
    {"timeline": "t", "mark a bar": "]", "no timeline": "t"},
    {"export": "x", "leave it": "\x1b"},
    {"sort": "S", "oldest first": "o", "sort again": "S", "newest first": "n"},
    {"tab to the reader": "\t", "tab to the box": "\t", "tab to the list": "\t"},
    {"open": "\r", "page": " ", "next release": "J", "leave the reader": "q"},
    {"read": "\r", "find": "/", "first letter": "e", "second letter": "n", "take": "\r"}
    | {"next match": "n", "end of the find": "\x1b", "back to the list": "q"},
]
"""Keys by what they do; each round ends where it began."""


class Cost(NamedTuple):
    """Milliseconds from a key to the first change and to the last, and of processor time."""

    change: float
    still: float
    processor: float


class Listening(Terminal):
    """A terminal that notes when the program writes, and has no time lost by reading it."""

    def __init__(self, home: Path, library: Path) -> None:
        self.heard: list[float] = []
        super().__init__(home, "--library", str(library), size=(120, 36))

    def _feed(self, written: str) -> None:
        if written:
            self.heard.append(time.monotonic())

    def press(self, key: str) -> Iterator[Cost]:
        """Press a key; what it costs, if it changes anything."""
        self.heard.clear()
        worked, begun = self._worked(), time.monotonic()
        self.type(key)
        self.look(STILL)
        if self.heard:
            change, still = (heard - begun for heard in (self.heard[0], self.heard[-1]))
            yield Cost(change * 1e3, still * 1e3, (self._worked() - worked) * 1e3)

    def _worked(self) -> float:
        """The seconds of processor time that all threads of the app have taken by now."""
        threads = Path(f"/proc/{self._program.pid}/task").iterdir()
        return sum(int((one / "schedstat").read_text().split()[0]) for one in threads) / 1e9


def costs(library: Path, times: int) -> dict[str, list[Cost]]:
    """Return what each key cost each time."""
    told: dict[str, list[Cost]] = {name: [] for keys in ROUNDS for name in keys}
    with TemporaryDirectory() as home, Listening(Path(home), library) as terminal:
        while not terminal.heard:
            terminal.look(STILL)
        terminal.look(2)
        for keys in ROUNDS:
            for _ in range(times):
                for name, key in keys.items():
                    told[name] += terminal.press(key)
        terminal.type(_LEAVE)
        if code := terminal.wait_for_end():
            raise SystemExit(f"the app ended with {code}")
    return told


def main() -> None:
    """Press, and print."""
    asked = Asked.on_the_command_line(__doc__, times=10)
    named = (f"{part + ': median':>18} {'p95':>7} {'worst':>7}" for part in Cost._fields)
    print(" " * _WIDTH, *named)
    for name, found in costs(asked.library, asked.times).items():
        cells = (figures(times) for times in zip(*found, strict=True))
        print(name.ljust(_WIDTH), *("{:18.1f} {:7.1f} {:7.1f}".format(*cell) for cell in cells))


if __name__ == "__main__":
    main()

"""Print how long each verb takes, and the app until it shows the nine samples of its library.

    python -m tests.benchmarks.start [--runs 11] [--library DIR] [--beside PYTHON]

Processor and wall-clock milliseconds, medians, beside those of a Python that does nothing. PYTHON
is that of an environment with another natoread: both are run in turn, and the last column is this
one's processor time as a share of the other's.
"""

import argparse
import os
import pty
import shutil
import signal
import statistics
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from natoread.places import sample_files

VERBS = ("--version", "--help", "paths", "list --limit 20", "stats", "search ukraine", "doctor")
PAINTED = b"reaffirms"  # in the title of a sample


class Took(NamedTuple):
    """Milliseconds."""

    processor: float
    wall: float


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=11)
    parser.add_argument("--library", type=Path)
    parser.add_argument("--beside")
    asked = parser.parse_args()
    pythons = [sys.executable, *([asked.beside] if asked.beside else [])]
    with TemporaryDirectory() as folder:
        libraries = [copied(asked.library, Path(folder) / str(at)) for at in range(len(pythons))]
        natoreads = [
            [python, "-m", "natoread", "--library", str(library)]
            for python, library in zip(pythons, libraries, strict=True)
        ]
        for natoread in natoreads:
            run([*natoread, "add", str(sample_files()[0])])
        measure("python -c pass", [[python, "-c", "pass"] for python in pythons], asked.runs, run)
        for verb in VERBS:
            measure(verb, [[*natoread, *verb.split()] for natoread in natoreads], asked.runs, run)
        measure("first screen", natoreads, asked.runs, painted)


def copied(library: Path | None, place: Path) -> Path:
    """A copy of a library, or the place of one to be made."""
    if library:
        shutil.copytree(library, place)
    return place


def measure(
    name: str, commands: Sequence[list[str]], runs: int, once: Callable[[list[str]], Took]
) -> None:
    """Print what each of `commands` takes, run in turn."""
    for command in commands:
        once(command)
    took = [[once(command) for command in commands] for _ in range(runs)]
    medians = [_median(each) for each in zip(*took, strict=True)]
    told = "".join(f"{processor:6.0f} {wall:5.0f} ms" for processor, wall in medians)
    ratio = f"   {medians[0].processor / medians[1].processor:.2f}" if len(medians) > 1 else ""
    print(f"{name:<18}{told}{ratio}", flush=True)


def _median(took: Iterable[Took]) -> Took:
    return Took(*map(statistics.median, zip(*took, strict=True)))


def run(command: list[str]) -> Took:
    """What `command` takes from start to end."""
    started = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return _ended(child.pid, started)


def painted(command: list[str]) -> Took:
    """What an app takes until its first release is on the screen; it is ended then."""
    started = time.perf_counter()
    child, screen = pty.fork()
    if not child:
        termios.tcsetwinsize(0, (36, 120))
        os.execvpe(command[0], command, {**os.environ, "TERM": "xterm-256color"})
    seen = b""
    while PAINTED not in seen:
        seen += os.read(screen, 1 << 16)
    os.kill(child, signal.SIGKILL)
    took = _ended(child, started)
    os.close(screen)
    return took


def _ended(child: int, started: float) -> Took:
    _, _, usage = os.wait4(child, 0)
    wall = time.perf_counter() - started
    return Took((usage.ru_utime + usage.ru_stime) * 1e3, wall * 1e3)


if __name__ == "__main__":
    main()

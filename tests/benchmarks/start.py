"""Print how long each verb takes from start to end, on a library of the nine samples.

    python -m tests.benchmarks.start [--runs 11] [--library DIR]

Wall-clock milliseconds, least and median, beside those of a Python that does nothing.
"""

import argparse
import statistics
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from natoread.places import sample_files

PYTHON = [sys.executable]
VERBS = ("--version", "--help", "paths", "list --limit 20", "stats", "search ukraine", "doctor")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=11)
    parser.add_argument("--library", type=Path)
    asked = parser.parse_args()
    with TemporaryDirectory() as folder:
        library = asked.library or Path(folder) / "library"
        natoread = [*PYTHON, "-m", "natoread", "--library", str(library)]
        if not asked.library:
            run([*natoread, "add", str(sample_files()[0])])
        measure("python -c pass", [*PYTHON, "-c", "pass"], asked.runs)
        for verb in VERBS:
            measure(f"natoread {verb}", [*natoread, *verb.split()], asked.runs)


def measure(name: str, command: list[str], runs: int) -> None:
    """Print what `command` takes."""
    took = [run(command) for _ in range(runs)]
    print(f"{name:<26} {min(took):6.0f} {statistics.median(took):6.0f} ms")


def run(command: list[str]) -> float:
    """Milliseconds that `command` takes."""
    started = time.perf_counter()
    subprocess.run(command, check=False, capture_output=True)
    return (time.perf_counter() - started) * 1e3


if __name__ == "__main__":
    main()

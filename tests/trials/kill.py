"""End `natoread add` by kill -9, or another signal, at random moments; look at what is left.

    python -m tests.trials.kill CORPUS [--times 20] [--files 12] [--most 600] [--seed 1]
                                       [--signal KILL] [--growing]

The first releases of CORPUS are dealt into text packs. After each kill the library must open,
hold each file whole or not at all, and search must find all that it holds; a last `add` that
nobody kills must bring in the rest. With --growing all files go into one library, one by one, and
each time a kill comes first: so small pieces of the index are often written together. The exit code
is 1 if any of it fails.
"""

import argparse
import json
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.trials.corpus import Item, items, pack

NATOREAD = [sys.executable, "-m", "natoread"]


def main() -> int:
    """Kill and look as often as asked; 1 if anything was wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    for name, value in (("times", 20), ("files", 12), ("most", 600), ("seed", 1)):
        parser.add_argument(f"--{name}", type=int, default=value)
    parser.add_argument("--signal", default="KILL", choices=("KILL", "INT", "TERM"))
    parser.add_argument("--growing", action="store_true")
    asked = parser.parse_args()
    sent = signal.Signals[f"SIG{asked.signal}"]
    random.seed(asked.seed)
    with TemporaryDirectory() as folder:
        packs = deal(list(items(asked.corpus, asked.most)), asked.files, Path(folder))
        longest = seconds_to_add(Path(folder) / "whole", packs)
        print(f"{len(packs)} files, {asked.most} releases: {longest:.1f} s to add undisturbed")
        if asked.growing:
            libraries = [(Path(folder) / "one", {path: packs[path]}) for path in packs]
            longest = seconds_to_add(Path(folder) / "first", dict([next(iter(packs.items()))]))
        else:
            libraries = [(Path(folder) / str(n), packs) for n in range(asked.times)]
        wrong = [trouble for case in libraries for trouble in trial(*case, longest, sent)]
    print(f"{len(libraries)} kills, {len(wrong)} wrong")
    return 1 if wrong else 0


def deal(releases: list[Item], files: int, folder: Path) -> dict[Path, set[str]]:
    """Write the releases into text packs; the titles of each."""
    packs = {}
    for n in range(files):
        part = [Item(f"{item.title} ({n})", *item[1:]) for item in releases[n::files]]
        path = folder / f"{n:02}.txt"
        path.write_text(pack(part), encoding="utf-8")
        packs[path] = {item.title for item in part}
    return packs


def seconds_to_add(home: Path, packs: dict[Path, set[str]]) -> float:
    started = time.perf_counter()
    natoread(home, "add", *map(str, packs))
    return time.perf_counter() - started


def trial(
    home: Path, packs: dict[Path, set[str]], longest: float, sent: signal.Signals
) -> Iterator[str]:
    """Kill once; what is wrong after it."""
    moment = random.uniform(0.1, longest)
    add = [*NATOREAD, "--library", str(home), "add", *map(str, packs)]
    process = subprocess.Popen(add, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        process.wait(moment)
    except subprocess.TimeoutExpired:
        process.send_signal(sent)
        process.wait()
    kept = titles(home)
    for trouble in (*half_files(kept, packs), *unfound(home, kept), *unfinished(home, packs)):
        print(f"  wrong: {trouble}")
        yield trouble
    print(f"killed after {moment:5.2f} s: {len(kept)} releases, code {process.returncode}")


def natoread(home: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    command = [*NATOREAD, "--library", str(home), *words]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def titles(home: Path) -> set[str]:
    listed = natoread(home, "list", "--jsonl").stdout.splitlines()
    return {json.loads(line)["title"] for line in listed}


def half_files(kept: set[str], packs: dict[Path, set[str]]) -> Iterator[str]:
    for path, inside in packs.items():
        if 0 < len(inside & kept) < len(inside):
            yield f"{len(inside & kept)} of {len(inside)} releases of {path.name}"


def unfound(home: Path, kept: set[str]) -> Iterator[str]:
    """Search for all that has a word and all that has it not: every release must answer."""
    ran = natoread(home, "search", "the OR -the", "--jsonl", "--limit", "0")
    found = {json.loads(line)["title"] for line in ran.stdout.splitlines()}
    if kept - found:
        yield f"{len(kept - found)} of {len(kept)} can't be found: {ran.stderr}"


def unfinished(home: Path, packs: dict[Path, set[str]]) -> Iterator[str]:
    """Add once more, in peace, and let the doctor look."""
    natoread(home, "add", *map(str, packs))
    kept = titles(home)
    if missing := set().union(*packs.values()) - kept:
        yield f"{len(missing)} releases don't come in any more"
    yield from unfound(home, kept)
    doctor = natoread(home, "doctor")
    if doctor.returncode:
        yield doctor.stdout + doctor.stderr


if __name__ == "__main__":
    sys.exit(main())

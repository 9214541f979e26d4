"""End `natoread add` by kill -9, or another signal, at random moments; look at what is left.

    python -m tests.trials.kill CORPUS [--times 20] [--files 12] [--most 600] [--seed 1]
                    [--signal KILL|INT|TERM|both] [--growing] [--forms] [--batch N]

The first releases of CORPUS are dealt into text packs, or with --forms into files of every form.
After each kill the library must open, hold each file whole or not at all, and search must find all
that it holds; a last `add` that nobody kills must bring in the rest, and nothing twice. With
--growing all files go into one library, one by one, and each time a kill comes first: so small
pieces of the index are often written together. With --batch a file goes in by batches of so many
characters, and its first batches must be there. The exit code is 1 if any of it fails.
"""

import argparse
import json
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.trials import writers
from tests.trials.corpus import Item, items, pack
from tests.trials.forms import ALONE, TOGETHER

_PROGRAM = """
import sys
from natoread.__main__ import main
from natoread.commands.adding import Batches
Batches.__init__.__defaults__ = (int(sys.argv.pop(1)),)
main()
"""
WHOLE = 64 * 1024 * 1024

Files = dict[Path, list[list[str]]]
"""Files, and the titles in each of the documents that they hold."""


def main() -> int:
    """Kill and look as often as asked; 1 if anything was wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    for name, value in (("times", 20), ("files", 12), ("most", 600), ("seed", 1)):
        parser.add_argument(f"--{name}", type=int, default=value)
    parser.add_argument("--batch", type=int, default=WHOLE)
    parser.add_argument("--signal", default="KILL", choices=("KILL", "INT", "TERM", "both"))
    parser.add_argument("--growing", action="store_true")
    parser.add_argument("--forms", action="store_true")
    asked = parser.parse_args()
    random.seed(asked.seed)
    with TemporaryDirectory() as folder:
        known = list(items(asked.corpus, asked.most))
        files = (in_forms if asked.forms else in_packs)(known, asked.files, Path(folder))
        trial = Trial(asked.batch, asked.signal)
        longest = trial.seconds_to_add(Path(folder) / "whole", files)
        print(f"{len(files)} files, {len(known)} releases: {longest:.1f} s to add undisturbed")
        if asked.growing:
            libraries = [(Path(folder) / "one", {path: files[path]}) for path in files]
            longest = trial.seconds_to_add(
                Path(folder) / "first", dict([next(iter(files.items()))])
            )
        else:
            libraries = [(Path(folder) / str(n), files) for n in range(asked.times)]
        wrong = [trouble for case in libraries for trouble in trial.kill(*case, longest)]
    print(f"{len(libraries)} kills, {len(wrong)} wrong")
    return 1 if wrong else 0


def numbered(releases: list[Item], files: int) -> list[list[Item]]:
    """Deal releases, whose titles then say into which file, and no two of which are the same."""
    return [
        [Item(f"{title} ({n}.{k})", source, body) for k, (title, source, body) in enumerate(part)]
        for n, part in enumerate(releases[n::files] for n in range(files))
    ]


def in_packs(releases: list[Item], files: int, folder: Path) -> Files:
    """Write the releases into text packs."""
    packs: Files = {}
    for n, part in enumerate(numbered(releases, files)):
        path = folder / f"{n:02}.txt"
        path.write_text(pack(part), encoding="utf-8")
        packs[path] = [[plain(item.title) for item in part]]
    return packs


def in_forms(releases: list[Item], files: int, folder: Path) -> Files:
    """Write the releases into folders, each with what one form makes of them."""
    written: Files = {}
    for n, part in enumerate(numbered(releases, files)):
        form = [*ALONE, *TOGETHER][n % len(ALONE | TOGETHER)]
        some = [writers.Item(*item, "2024-05-28", f"https://example.org/{n}") for item in part]
        path = folder / f"{n:02} {form}"
        path.mkdir()
        for name, data in (ALONE | TOGETHER)[form](some).items():
            (path / name).write_bytes(data)
        titles = [plain(item.title) for item in part]
        written[path] = [[title] for title in titles] if form in ALONE else [titles]
    return written


def plain(title: str) -> str:
    """A title in single spaces, as pages have it."""
    return " ".join(title.split())


def _heed_ctrl_c() -> None:
    """Undo what a background job of a shell passes on to all its processes."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class Trial:
    """Kills of `add`, with what is wrong after each."""

    def __init__(self, batch: int, signals: str) -> None:
        self._natoread = [sys.executable, "-c", _PROGRAM, str(batch)]
        self._batch = batch
        self._signals = cycle(("KILL", "INT") if signals == "both" else (signals,))

    def seconds_to_add(self, home: Path, files: Files) -> float:
        """Add in peace."""
        started = time.perf_counter()
        self.natoread(home, "add", *map(str, files))
        return time.perf_counter() - started

    def kill(self, home: Path, files: Files, longest: float) -> Iterator[str]:
        """Kill once; what is wrong after it."""
        moment, sent = random.uniform(0.1, longest), next(self._signals)
        add = [*self._natoread, "--library", str(home), "add", *map(str, files)]
        nowhere = subprocess.DEVNULL
        process = subprocess.Popen(add, stdout=nowhere, stderr=nowhere, preexec_fn=_heed_ctrl_c)
        try:
            process.wait(moment)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.Signals[f"SIG{sent}"])
            process.wait()
        kept = self.titles(home)
        for trouble in (
            *self.halves(kept, files),
            *self.unfound(home, kept),
            *self.unfinished(home, files),
        ):
            print(f"  wrong: {trouble}")
            yield trouble
        print(f"{sent} after {moment:5.2f} s: {len(kept)} releases, code {process.returncode}")

    def natoread(self, home: Path, *words: str) -> "subprocess.CompletedProcess[str]":
        command = [*self._natoread, "--library", str(home), *words]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    def titles(self, home: Path) -> list[str]:
        listed = self.natoread(home, "list", "--jsonl").stdout.splitlines()
        return [plain(json.loads(line)["title"]) for line in listed]

    def halves(self, kept: list[str], files: Files) -> Iterator[str]:
        """Documents that are there in part, or by other batches than the first."""
        there = set(kept)
        for path, documents in files.items():
            for inside in documents:
                count = sum(title in there for title in inside)
                first = set(inside[:count]) <= there
                if not first or (self._batch == WHOLE and 0 < count < len(inside)):
                    yield f"{count} of {len(inside)} releases of {path.name}"

    def unfound(self, home: Path, kept: list[str]) -> Iterator[str]:
        """Search for all that has a word and all that has it not: every release must answer."""
        ran = self.natoread(home, "search", "the OR -the", "--jsonl", "--limit", "0")
        found = [plain(json.loads(line)["title"]) for line in ran.stdout.splitlines()]
        if sorted(kept) != sorted(found):
            yield f"{len(found)} of {len(kept)} can be found: {ran.stderr}"

    def unfinished(self, home: Path, files: Files) -> Iterator[str]:
        """Add once more, in peace, and let the doctor look."""
        self.natoread(home, "add", *map(str, files))
        kept = self.titles(home)
        wanted = {title for documents in files.values() for inside in documents for title in inside}
        if missing := wanted - set(kept):
            yield f"{len(missing)} releases don't come in any more"
        if len(kept) != len(set(kept)):
            yield f"{len(kept) - len(set(kept))} releases came twice"
        yield from self.unfound(home, kept)
        doctor = self.natoread(home, "doctor")
        if doctor.returncode:
            yield doctor.stdout + doctor.stderr


if __name__ == "__main__":
    sys.exit(main())

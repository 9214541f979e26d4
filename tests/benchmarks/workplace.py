"""Where a benchmark builds its indexes, and the processes that it starts there."""

import json
import pickle
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from typing import Any

from tests.benchmarks.alone import Task
from tests.benchmarks.scale import write_pack

from natoread_index import Library

_ROOT = Path(__file__).parents[2]
_LOOK = 0.2
_STORED_TEXTS = ".store"


class Workplace:
    """A folder with the pack of one corpus, and beside it what the engines made of it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.pack, self.library = folder / "pack.txt", self.of("natoread")

    def of(self, engine: str) -> Path:
        """Return where an engine keeps its own."""
        return self.folder / engine

    def prepare(self, corpus: Path, releases: int | None, seed: int) -> None:
        """Write the pack of a corpus; one that is a pack already is taken as it is."""
        self.folder.mkdir(parents=True, exist_ok=True)
        if corpus.suffix == ".txt":
            self.pack = corpus
        elif not self.pack.exists():
            write_pack(corpus, self.pack, releases, seed)

    def build(self, engine: str) -> dict[str, float]:
        """Return what it took to build an index, which is done unless it was done before."""
        note = self.folder / f"{engine}.json"
        if not note.exists():
            shutil.rmtree(self.of(engine), ignore_errors=True)
            task = Task(pack=self.pack.absolute(), library=self.library.absolute())
            note.write_text(json.dumps(self.run("build", engine, task)))
        known: dict[str, float] = json.loads(note.read_text())
        return known

    def reindex(self, engine: str) -> None:
        """Index natoread's library anew, and note what that took."""
        note = self.folder / f"{engine}.json"
        if note.exists():
            known = json.loads(note.read_text()) | self.run("reindex", engine, Task())
            note.write_text(json.dumps(known))

    def is_current(self) -> bool:
        """Tell whether natoread's library can be searched as it lies there."""
        with Library.open(self.library) as library:
            return not library.unindexed

    def run(self, job: str, engine: str, task: Task, folder: Path | None = None) -> dict[str, Any]:
        """Let an engine do a job in a process of its own; `tree` is the most memory meanwhile."""
        where = (folder or self.of(engine)).absolute()
        command = [sys.executable, "-m", "tests.benchmarks.alone", job, engine, str(where)]
        with TemporaryFile() as asked, TemporaryFile() as answer:
            pickle.dump(tuple(task), asked)
            asked.seek(0)
            process = subprocess.Popen(command, stdin=asked, stdout=answer, cwd=_ROOT)
            most = most_memory(process)
            if process.returncode:
                raise SystemExit(f"{engine}: {job} ended with {process.returncode}")
            answer.seek(0)
            return {**json.load(answer), "tree": most}

    @contextmanager
    def copied(self, engine: str) -> Iterator[Path]:
        """Lend a copy of what an engine keeps, to be changed."""
        with TemporaryDirectory(dir=self.folder) as folder:
            copy = Path(folder) / engine
            shutil.copytree(self.of(engine), copy)
            yield copy

    def index_size(self, engine: str, text: int) -> int:
        """Return the bytes of an index, without the `text` that two of them keep as well."""
        if engine == "natoread":
            return size(self.of(engine) / "index")
        if engine == "FTS5":
            return size(self.of(engine)) - text
        stored = self.of(engine).glob(f"*{_STORED_TEXTS}")
        return size(self.of(engine)) - sum(file.stat().st_size for file in stored)


def size(folder: Path) -> int:
    """Return the bytes of all files below a folder."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def most_memory(process: "subprocess.Popen[bytes]") -> float:
    """Wait for a process; return the most megabytes that it and those it started had at once."""
    most = 0.0
    while True:
        try:
            process.wait(_LOOK)
        except subprocess.TimeoutExpired:
            most = max(most, sum(map(megabytes, family(process.pid))))
        else:
            return most


def family(pid: int) -> Iterator[int]:
    """Yield a process and all that come from it."""
    yield pid
    for children in Path(f"/proc/{pid}/task").glob("*/children"):
        with suppress(OSError):
            for child in children.read_text().split():
                yield from family(int(child))


def megabytes(pid: int) -> float:
    """Return the memory of a process of its own; pages of files that it has mapped don't count."""
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/status").read_text().splitlines():
            if line.startswith("RssAnon"):
                return float(line.split()[1]) / 1024
    return 0.0

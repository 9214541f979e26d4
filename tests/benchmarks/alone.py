"""One engine in a process of its own; the benchmark starts it and reads what it prints.

    python -m tests.benchmarks.alone JOB ENGINE FOLDER < task.pickle

JOB is `build`, `reindex`, `speed`, `open`, `memory` or `add`. What is asked comes as a pickle of
the benchmark's own, the answer goes out as JSON. Everything is imported before a clock starts.
"""

import gc
import json
import pickle
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from tests.benchmarks import ours
from tests.benchmarks.asked import All, Asked, Word
from tests.benchmarks.engine import Engine, Entry
from tests.benchmarks.rival_fts5 import Fts5
from tests.benchmarks.rival_tantivy import Tantivy

from natoread_index import Library

ENGINES: dict[str, type[Engine]] = {each.name: each for each in (ours.NatoRead, Fts5, Tantivy)}

LEAST_KEYS = 266
"""Keystrokes that tell enough."""

Took = tuple[float, float]
"""Milliseconds on the clock, and of processor time."""


class Task(NamedTuple):
    """What is asked of an engine; `pack` and `library` are what it is built from."""

    pack: Path = Path()
    library: Path = Path()
    keys: Sequence[Asked] = ()
    kinds: Sequence[tuple[str, list[Asked]]] = ()
    entries: Sequence[Entry] = ()

    @property
    def some_keys(self) -> Sequence[Asked]:
        """Every second key, or third, and so on, as long as they are enough."""
        return self.keys[:: max(len(self.keys) // LEAST_KEYS, 1)]


def clocked(call: Callable[[], Any]) -> Took:
    """Return what a call takes."""
    wall, cpu = time.perf_counter(), time.process_time()
    call()
    return (time.perf_counter() - wall) * 1e3, (time.process_time() - cpu) * 1e3


def build(engine: str, folder: Path, task: Task) -> dict[str, Any]:
    """Build an index, and tell the most memory that this process or one of its own had."""
    folder.mkdir(parents=True)
    if engine == ours.NatoRead.name:
        seconds = ours.build(folder, task.pack)
    else:
        made: Any = ENGINES[engine]
        with Library.open(task.library) as library:
            seconds = made.build(folder, ours.entries(library))
    return {**seconds, "peak": peak()}


def reindex(engine: str, folder: Path, task: Task) -> dict[str, Any]:
    """Build the index of natoread anew over the library that is there."""
    assert engine == ours.NatoRead.name
    return {**ours.reindex(folder), "peak": peak()}


def peak() -> float:
    """Return the megabytes of the largest process so far, this one or one that it waited for."""
    import resource  # not on Windows

    whose = resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN
    return max(resource.getrusage(who).ru_maxrss for who in whose) / 1024


def speed(engine: str, folder: Path, task: Task) -> dict[str, Any]:
    """Time the keys in each way, cold and warm, and every other query once."""
    with ENGINES[engine](folder) as index:
        index.first(task.keys[-1])
        index.rows(task.keys[-1])
        index.cold()
        figures: dict[str, list[Took]] = {}
        for name, some in (
            ("first", task.keys),
            ("best", task.some_keys),
            ("rows", task.some_keys),
        ):
            call = getattr(index, name)
            figures[name] = warm = list(each(index, call, some, cold=True))
            if index.remembers:
                warm = list(each(index, call, some, cold=False))
            figures[f"{name}, warm"] = warm
        figures |= {kind: answered(index, kind, some) for kind, some in task.kinds}
        totals = [index.first(key)[1] for key in task.keys]
    return {"times": figures, "found": sum(totals) / len(totals)}


def answered(index: Engine, kind: str, some: Sequence[Asked]) -> list[Took]:
    """Time the queries of one kind; no times where the engine can't be asked so."""
    call = index.facets if kind == "facets" else index.first
    try:
        return list(each(index, call, some, cold=True))
    except AttributeError:
        return []


def each(
    index: Engine, call: Callable[[Asked], Any], some: Sequence[Asked], *, cold: bool
) -> Iterator[Took]:
    """Time the queries one after the other; `cold` is without what earlier ones left."""
    index.cold()
    for asked in some:
        if cold:
            index.cold()
        yield clocked(lambda: call(asked))  # noqa: B023


def open_and_answer(engine: str, folder: Path, task: Task) -> dict[str, Any]:
    """Time opening and the first answer."""

    def answer() -> None:
        with ENGINES[engine](folder) as index:
            index.first(task.keys[-1])

    return {"took": clocked(answer)}


def memory(engine: str, folder: Path, task: Task) -> dict[str, Any]:
    """Return the memory before opening, after all first answers, and after all rows."""
    seen = [resident()]
    with ENGINES[engine](folder) as index:
        for asked in task.keys:
            index.first(asked)
        seen.append(resident())
        for asked in task.some_keys:
            index.rows(asked)
        seen.append(resident())
    return {"seen": seen}


def resident() -> dict[str, float]:
    """Return the megabytes that are resident: all, those of its own, those of mapped files."""
    gc.collect()
    lines = Path("/proc/self/status").read_text().splitlines()
    known = dict(line.split(":", 1) for line in lines)
    return {of: float(known[of].split()[0]) / 1024 for of in ("VmRSS", "RssAnon", "RssFile")}


def add(engine: str, folder: Path, task: Task) -> dict[str, Any]:
    """Time the addition of each release until a search for the last word of its title finds it."""
    with ENGINES[engine](folder) as index:
        index.first(task.keys[-1])
        return {"took": [clocked(lambda: found(index, entry)) for entry in task.entries]}  # noqa: B023


def found(index: Engine, entry: Entry) -> None:
    """Add a release and find it."""
    index.add(entry)
    _, total = index.first(Asked(All((Word(entry.title.split()[-1]),))))
    assert total == 1, entry.title


JOBS = {
    "build": build,
    "reindex": reindex,
    "speed": speed,
    "open": open_and_answer,
    "memory": memory,
    "add": add,
}


def main() -> None:
    """Do one job."""
    job, engine, folder = sys.argv[1:]
    task = Task(*pickle.load(sys.stdin.buffer))
    ENGINES[engine].load()
    print(json.dumps(JOBS[job](engine, Path(folder), task)))


if __name__ == "__main__":
    main()

"""natoread, SQLite FTS5 and tantivy side by side: same releases, same keystrokes, same run.

    python -m tests.benchmarks.search CORPUS [CORPUS ...] [--releases 100000] [--work DIR]

CORPUS is a JSON-lines file, plain or .xz, of objects with title, body and, if known, source and
date; or a pack (.txt) as `natoread add` takes it, which is used as it is. Queries of three words
are drawn from it and typed letter by letter. Times are milliseconds of processor time, median /
p95 / worst; those of additions, opening and building are on the clock. Cold is without what
natoread remembers of earlier keys. With --work, what was built is kept there and used again.
Memory is read on Linux.
"""

import argparse
import json
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from importlib.util import find_spec
from itertools import count, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.benchmarks import scale
from tests.benchmarks.alone import ENGINES, LEAST_KEYS, Task
from tests.benchmarks.asked import Drawing, typed
from tests.benchmarks.engine import Entry
from tests.benchmarks.report import report
from tests.benchmarks.workplace import Workplace

from natoread_index import Library


@dataclass(frozen=True)
class Counts:
    """How many releases and words a library has, and bytes of text."""

    releases: int
    words: int
    text: int

    @classmethod
    def of(cls, library: Library) -> "Counts":
        """Count."""
        sql = """SELECT count(*), sum(words), sum(length(CAST(title AS BLOB))
            + length(CAST(body AS BLOB))) FROM releases"""
        return cls(*library._database.execute(sql).fetchone())


def task(library: Library, asked: argparse.Namespace) -> Task:
    """Draw all that the engines are asked."""
    drawing = Drawing(library, asked.seed)
    queries = drawing.queries(asked.queries)
    keys = [key for query in queries for key in typed(query)]
    if len(keys) < LEAST_KEYS:
        print(f"only {len(keys)} keystrokes; {LEAST_KEYS} are the least", file=sys.stderr)
    kinds = [(kind, drawing.of_kind(kind, asked.others)) for kind in drawing.kinds]
    kinds.append(("facets", [*drawing.hot(asked.others), *keys[:: len(keys) // asked.others + 1]]))
    additions = list(islice(additional(library, asked.seed), asked.additions))
    return Task(keys=keys, kinds=kinds, entries=additions)


def additional(library: Library, seed: int) -> Iterator[Entry]:
    """Yield new releases of today, each with a last word in its title that no other has."""
    rng, today = random.Random(seed), scale.said(str(date.today()))
    for place in count(len(library) + 1):
        old = library.release(rng.choice(library.newest))
        word = "zqx" + "".join(rng.choices("bcdfghjklm", k=8))
        known = old.kind, old.source, str(date.today())[:7], old.speakers
        yield Entry(place, f"{old.title} {word}", f"{today}\n\n{old.body}", *known)


def measured(place: Workplace, engine: str, task: Task, asked: argparse.Namespace) -> Any:
    """Measure one engine, its index built before."""
    print(f"{engine} …", file=sys.stderr)
    brief = task._replace(kinds=(), entries=())
    opened = [place.run("open", engine, brief)["took"] for _ in range(asked.repeats)]
    with place.copied(engine) as copy:
        added = place.run("add", engine, task._replace(kinds=()), copy)["took"]
    return {
        **place.run("speed", engine, task),
        "memory": place.run("memory", engine, brief)["seen"],
        "open": opened,
        "add": added,
    }


def compare(place: Workplace, engines: list[str], asked: argparse.Namespace) -> dict[str, Any]:
    """Build what is missing, and measure all engines."""
    if asked.reindex:
        place.reindex(engines[0])
    built = {engine: place.build(engine) for engine in engines}
    if not place.is_current():
        place.reindex(engines[0])
        built[engines[0]] = place.build(engines[0])
    with Library.open(place.library) as library:
        counts, wanted = Counts.of(library), task(library, asked)
    figures = {engine: measured(place, engine, wanted, asked) for engine in engines}
    for engine in engines:
        size = place.index_size(engine, counts.text)
        figures[engine] |= {"built": built[engine], "size": size}
    return {**vars(counts), "keys": len(wanted.keys), "engines": figures}


def available(names: list[str]) -> list[str]:
    """Return the engines that can be run; the others are told of."""
    missing = [name for name in names if name == "tantivy" and find_spec(name) is None]
    for name in missing:
        print(f"{name} is not installed (pip install {name}); left out", file=sys.stderr)
    return ["natoread", *(name for name in names if name not in {*missing, "natoread"})]


def options() -> argparse.ArgumentParser:
    """Return what can be asked."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("corpora", type=Path, nargs="+", metavar="CORPUS")
    parser.add_argument("--releases", type=int, help="take or make so many")
    parser.add_argument("--copies", type=int, help="make so many times as many")
    parser.add_argument("--engines", nargs="+", default=list(ENGINES), choices=list(ENGINES))
    parser.add_argument("--queries", type=int, default=40)
    parser.add_argument("--others", type=int, default=30, help="queries of each other kind")
    parser.add_argument("--additions", type=int, default=10)
    parser.add_argument("--repeats", type=int, default=5, help="fresh processes that open")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--work", type=Path, help="keep what is built here, and use it again")
    parser.add_argument("--reindex", action="store_true", help="build natoread's index again")
    parser.add_argument("--wall", action="store_true", help="print times on the clock throughout")
    parser.add_argument("--json", type=Path, help="write all figures here")
    return parser


def run(corpus: Path, work: Path, asked: argparse.Namespace) -> dict[str, Any]:
    """Compare the engines over one corpus, and print the table."""
    releases = asked.releases
    if asked.copies and corpus.suffix != ".txt":
        releases = asked.copies * sum(1 for _ in scale.items(corpus, releases))
    place = Workplace(work / f"{corpus.name.partition('.')[0]}-{releases or 'all'}-{asked.seed}")
    place.prepare(corpus, releases, asked.seed)
    figures = compare(place, available(asked.engines), asked)
    print("\n".join(report(corpus.name, figures, wall=asked.wall)))
    return figures


def main(words: list[str] | None = None) -> None:
    """Compare over each corpus in turn."""
    asked = options().parse_args(words)
    with TemporaryDirectory() as folder:
        work = asked.work or Path(folder)
        done = {str(corpus): run(corpus, work, asked) for corpus in asked.corpora}
    if asked.json:
        asked.json.write_text(json.dumps(done, indent=1))


if __name__ == "__main__":
    main()

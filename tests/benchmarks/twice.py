"""How well a release is known again, and how fast releases are compared and stored.

    python -m tests.benchmarks.twice CORPUS [COUNT [SEED]]

CORPUS is a JSONL file, plain or .xz, of objects with title, body, source, date and url. COUNT
releases, 1,000 if none is given, go into a library. Then come a fifth as many with the noise of
prints, a tenth as many with the edits of a re-issue, and sisters: a tenth as many that differ in a
name, a number, a date or the title, and all others of the corpus. All of it is done with the facts
that the corpus knows, and in packs, which have neither address nor date beside their text.

A release is known if it is counted as what it is, and its origin is one of the right release's.
"""

import random
import sqlite3
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import date
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from tests.benchmarks.prints import CORRECTIONS, EDITS, NOISE, SISTERS, Change, as_pack, packed
from tests.trials.corpus import records

from natoread_index import Added, Basis, Dated, Library, Release
from natoread_index.storage.database import FILE

ADDED, DUPLICATE, UPDATED = Added(added=1), Added(duplicates=1), Added(updated=1)
UNCHANGED = Added(unchanged=1)


class Case(NamedTuple):
    """A release, what must become of it, and the id of the one that it belongs to."""

    name: str
    release: Release
    becomes: Added
    of: str


class Judged(NamedTuple):
    """A case, what it was counted as, and whether that is right."""

    case: Case
    counted: Added
    is_right: bool


def known(thing: Mapping[str, str]) -> Release:
    """A release with the facts that the corpus has of it."""
    day = date.fromisoformat(thing["date"])
    dated = Dated(day, day, Basis.STATED, f"published {day}")
    return Release(thing["title"], thing["body"], thing["source"], dated=dated, url=thing["url"])


def in_pack(release: Release) -> Release:
    """A release as a pack has it."""
    return as_pack(release, packed)


def cases(
    kinds: Mapping[str, Change], some: Sequence[Release], becomes: Added, chance: random.Random
) -> Iterator[Case]:
    """Change each of some releases in one of the ways, in turn."""
    for release, (name, change) in zip(some, cycle(kinds.items()), strict=False):
        yield Case(name, change(release, chance), becomes, release.id)


def is_right(library: Library, case: Case, origin: str, counted: Added) -> bool:
    """Whether a release was counted as what it is, and belongs to the right one."""
    if case.becomes == ADDED:
        return counted == ADDED
    return _kind(counted) == case.becomes and origin in library.origins(case.of)


def told(name: str, kind: Added, done: Sequence[Judged]) -> str:
    """Precision and recall of what was counted as one kind."""
    as_this = [one.is_right for one in done if _kind(one.counted) == kind]
    such = [one.is_right for one in done if one.case.becomes == kind]
    return (
        f"  {name:10}  precision {sum(as_this) / max(len(as_this), 1):7.2%} of {len(as_this):3}"
        f"  recall {sum(such) / max(len(such), 1):7.2%} of {len(such):3}"
    )


def _kind(counted: Added) -> Added:
    """What was counted; noise that a text has no place for leaves it unchanged."""
    return DUPLICATE if counted == UNCHANGED else counted


def measure(some: Sequence[Release], count: int, chance: random.Random, form: str) -> None:
    """Add `count` of the releases, then their prints, re-issues and sisters; say how it went."""
    with TemporaryDirectory() as folder, Library.open(Path(folder)) as library:
        base = [one for one in chance.sample(some, count) if library.add([one]) == ADDED]
        chance.shuffle(base)
        print(f"{form}: {len(base):,} releases")
        report([*judged(library, wanted(base, form, chance), form)])
        print(f"  then all {len(some):,}: {library.add(some)}")


def wanted(base: Sequence[Release], form: str, chance: random.Random) -> Iterator[Case]:
    """Change a fifth of the releases by noise, a tenth by edits, and a tenth into sisters."""
    fifth, tenth = len(base) // 5, len(base) // 10
    edits = EDITS | CORRECTIONS if form == "facts" else EDITS
    yield from cases(NOISE, base[:fifth], DUPLICATE, chance)
    yield from cases(edits, base[fifth : fifth + tenth], UPDATED, chance)
    yield from cases(SISTERS, base[-tenth:], ADDED, chance)


def judged(library: Library, some: Iterable[Case], form: str) -> Iterator[Judged]:
    """Add the release of each case."""
    for at, case in enumerate(some):
        origin = f"case {at}"
        release = case.release if form == "facts" else in_pack(case.release)
        counted = library.add([release], origin)
        yield Judged(case, counted, is_right(library, case, origin, counted))


def report(done: Sequence[Judged]) -> None:
    """Print the figures, and what went wrong."""
    for name, kind in ("duplicates", DUPLICATE), ("versions", UPDATED), ("sisters", ADDED):
        print(told(name, kind, done))
    for case, counted, right in done:
        if not right:
            print(f"    {case.name}: {case.release.title[:60]!r} {counted}")


def speed(some: Sequence[Release]) -> None:
    """Say how fast releases are compared and stored, and what their prints weigh."""
    fresh = [replace(one) for one in some]  # without what was read of them before
    with TemporaryDirectory() as folder, Library.open(Path(folder)) as library:
        start = time.process_time()
        library.add(fresh)
        took = time.process_time() - start
        texts = sum(len(release.body.encode()) for release in library)
        weight = weight_of_prints(Path(folder) / FILE)
    print(f"  compared and stored: {len(fresh) / took:,.0f} releases a second of processor time")
    print(f"  what they are compared by: {weight / texts:.2%} of their texts")


def weight_of_prints(file: Path) -> int:
    """Return how many bytes smaller a library is without them."""
    with closing(sqlite3.connect(file)) as database:
        before = pages_of(database)
        database.execute("DELETE FROM prints")
        database.commit()
        (page,) = database.execute("PRAGMA page_size").fetchone()
        return int(page) * (before - pages_of(database))


def pages_of(database: sqlite3.Connection) -> int:
    """Return how many pages all that a database holds takes."""
    database.execute("VACUUM")
    return int(database.execute("PRAGMA page_count").fetchone()[0])


def main(path: str, count: str = "1000", seed: str = "1") -> None:
    """Measure with the facts of a corpus, and in packs."""
    facts = [known(thing) for thing in records(Path(path))]
    for form, some in ("facts", facts), ("packs", [in_pack(release) for release in facts]):
        measure(some, min(int(count), len(some)), random.Random(seed), form)
        speed(some)


if __name__ == "__main__":
    main(*sys.argv[1:])

"""What a key costs: `python tests/benchmarks/keystrokes.py LIBRARY [--queries 20] [--seed 1]`.

Three words in a row are taken from releases of the library at random and typed letter by letter.
For each keystroke the whole answer (ids, total, final order) and then the first 30 rows with
their snippets are timed, in milliseconds. What was read for an earlier key is still remembered,
as it is while one types.
"""

import argparse
import random
import statistics
import time
from collections.abc import Iterator
from pathlib import Path

from natoread_index import Library, Query, Release
from natoread_index.words import words

_ROWS = 30


def typed(release: Release, rng: random.Random) -> Iterator[str]:
    """Yield the growing beginnings of three words of a release."""
    found = [word.text for word in words(release.body) if word.text.isalpha()]
    start = rng.randrange(max(len(found) - 3, 1))
    query = " ".join(found[start : start + 3])
    return (query[:length] for length in range(1, len(query) + 1))


def answer(library: Library, text: str) -> tuple[float, float]:
    """Return the milliseconds that the answer took, and those that its first rows took."""
    begun = time.perf_counter()
    query = Query.parse(text, typing=True)
    hits = library.search(query)
    answered = time.perf_counter()
    library.rows(hits.numbers[:_ROWS], query)
    return (answered - begun) * 1e3, (time.perf_counter() - answered) * 1e3


def line(name: str, times: list[float]) -> str:
    """Return the figures of many times in one line."""
    ordered = sorted(times)
    p95 = ordered[int(len(ordered) * 0.95)]
    return f"{name:8} {statistics.median(ordered):9.2f} {p95:9.2f} {ordered[-1]:9.2f}"


def main() -> None:
    """Type, time and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("library", type=Path)
    parser.add_argument("--queries", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    rng = random.Random(options.seed)
    with Library.open(options.library) as library:
        releases = [library.release(n) for n in rng.sample(list(library.newest), options.queries)]
        keys = [key for release in releases for key in typed(release, rng)]
        library.search(Query.parse(keys[0], typing=True))
        times = [answer(library, key) for key in keys]
        print(f"{len(library):,} releases, {len(keys)} keystrokes, milliseconds")
    print(f"{'':8} {'median':>9} {'p95':>9} {'worst':>9}")
    print(line("answer", [answered for answered, _ in times]))
    print(line("rows", [rows for _, rows in times]))


if __name__ == "__main__":
    main()

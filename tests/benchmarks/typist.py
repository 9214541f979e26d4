"""What the benchmarks of typing share: a library, words drawn from it, and the figures."""

import argparse
import random
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.table import figures

from natoread_index import Library, Release
from natoread_index.words import words


class Asked(NamedTuple):
    """What the command line of a benchmark asked for."""

    library: Path
    times: int
    seed: int

    @classmethod
    def on_the_command_line(cls, doc: str | None, times: int) -> "Asked":
        """Read it; things are drawn, or done, as many `times`."""
        parser = argparse.ArgumentParser(description=(doc or "").partition("\n")[0])
        parser.add_argument("library", type=Path)
        parser.add_argument("--times", type=int, default=times)
        parser.add_argument("--seed", type=int, default=1)
        return cls(**vars(parser.parse_args()))

    def typed(self) -> Sequence[Sequence[str]]:
        """Draw releases, and return the growing beginnings of three words in a row of each."""
        rng = random.Random(self.seed)
        with Library.open(self.library) as library:
            drawn = rng.sample(list(library.newest), self.times)
            return [[*beginnings(library.release(number), rng)] for number in drawn]


def beginnings(release: Release, rng: random.Random) -> Iterator[str]:
    """Yield the growing beginnings of three words of a release."""
    found = [word.text for word in words(release.body) if word.text.isalpha()]
    start = rng.randrange(max(len(found) - 3, 1))
    query = " ".join(found[start : start + 3])
    return (query[:length] for length in range(1, len(query) + 1))


def head(width: int) -> str:
    """Return what stands above the figures, behind names of a width."""
    return f"{'milliseconds':{width}} {'median':>9} {'p95':>9} {'worst':>9}"


def line(name: str, times: Iterable[float], width: int) -> str:
    """Return the figures of many times in one line."""
    return f"{name:{width}} " + " ".join(f"{figure:9.2f}" for figure in figures(times))

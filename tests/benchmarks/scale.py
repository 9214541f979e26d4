"""A corpus of any size out of a smaller one, as a text pack.

    python -m tests.benchmarks.scale CORPUS PACK --releases 100000 [--seed 1]

The first copy is the corpus itself. In every other one about 15 % of the words of more than five
letters give way to others, drawn as often as the corpus says them, in each title at least one; and
the day of a release is shifted by up to 500. An enlarged corpus says its days in a first
line of each body; one that isn't enlarged stays as it is. A corpus is a JSON-lines file, which may
be compressed as .xz, of objects with title, body and, if known, source and date.
"""

import argparse
import json
import lzma
import random
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date, timedelta
from itertools import chain, islice
from pathlib import Path
from typing import NamedTuple

_LONG = re.compile(r"([^\W\d_]{6,})")
_EXCHANGED = 0.15
_SHIFTED = 500


class Item(NamedTuple):
    """A release of a corpus; `dated` is its day as the corpus has it, if it does."""

    title: str
    source: str
    body: str
    dated: str

    @property
    def packed(self) -> str:
        """The release in the layout that `natoread add` reads."""
        return f"{self.title}\n\nSource: {self.source}\n\n{self.body}\n\n"

    @property
    def with_day(self) -> "Item":
        """The release with its day in the first line of its body."""
        return self._replace(body=f"{said(self.dated)}\n\n{self.body}") if self.dated else self


class Parts(NamedTuple):
    """A release cut up: every second part of title and body is a long word."""

    item: Item
    title: list[str]
    body: list[str]


def items(corpus: Path, most: int | None = None) -> Iterator[Item]:
    """Yield the first releases of a corpus that have a title and a body."""
    opened = lzma.open if corpus.suffix == ".xz" else open
    with opened(corpus, "rt", encoding="utf-8") as lines:
        known = (item(json.loads(line)) for line in lines)
        yield from islice((each for each in known if each.title and each.body), most)


def item(known: dict[str, str]) -> Item:
    """Take a release from one JSON object."""
    title, source = (" ".join((known.get(of) or "").split()) for of in ("title", "source"))
    return Item(title, source or "NATO", (known.get("body") or "").strip(), known.get("date") or "")


def enlarged(known: Iterable[Item], rng: random.Random) -> Iterator[Item]:
    """Yield the releases, and then copies of them without end."""
    cut = [Parts(each, _LONG.split(each.title), _LONG.split(each.body)) for each in known]
    yield from (parts.item.with_day for parts in cut)
    said_words = list(chain.from_iterable(parts.body[1::2] for parts in cut))
    while said_words:
        for parts in cut:
            yield varied(parts, said_words, rng)


def varied(parts: Parts, words: list[str], rng: random.Random) -> Item:
    """Return a release that differs in title, body and day."""
    title = exchanged(parts.title, words, rng, least=1)
    body = exchanged(parts.body, words, rng)
    return Item(title, parts.item.source, body, shifted(parts.item.dated, rng)).with_day


def exchanged(parts: list[str], words: list[str], rng: random.Random, least: int = 0) -> str:
    """Return the text of `parts` with some long words exchanged; at `least` so many."""
    long = len(parts) // 2
    if not long:
        return " ".join(["".join(parts), *(rng.choice(words) for _ in range(least))])
    said_now = parts.copy()
    for _ in range(max(least, round(long * _EXCHANGED))):
        said_now[2 * int(rng.random() * long) + 1] = words[int(rng.random() * len(words))]
    return "".join(said_now)


def shifted(day: str, rng: random.Random) -> str:
    """Return a day some days before or after; what isn't one stays."""
    with suppress(ValueError):
        return str(date.fromisoformat(day) + timedelta(days=rng.randint(-_SHIFTED, _SHIFTED)))
    return day


def said(day: str) -> str:
    """Return a day as a release says it."""
    with suppress(ValueError):
        return f"{date.fromisoformat(day):%d %B %Y}".lstrip("0")
    return day


def write_pack(corpus: Path, pack: Path, releases: int | None, seed: int = 1) -> None:
    """Write `releases` of a corpus, or all of it; it is enlarged if it has fewer."""
    known = list(items(corpus, releases))
    wanted: Iterable[Item] = known
    if releases and releases > len(known):
        wanted = islice(enlarged(known, random.Random(seed)), releases)
    part = pack.with_suffix(".part")
    with part.open("w", encoding="utf-8") as text:
        text.writelines(each.packed for each in wanted)
    part.rename(pack)


def main() -> None:
    """Write a pack."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("pack", type=Path)
    parser.add_argument("--releases", type=int)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    write_pack(asked.corpus, asked.pack, asked.releases, asked.seed)


if __name__ == "__main__":
    main()

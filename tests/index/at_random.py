"""Random small libraries, and random queries that their releases may answer.

Each library and its queries draw on a few families of words that can be taken for each other.
"""

import random
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from itertools import accumulate, count, pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple, TypeVar
from unittest.mock import patch

from hypothesis import strategies as st
from pyroaring import BitMap
from tests.index.made import LIBRARY
from tests.index.oracle import Numbered

from natoread_index import Basis, Dated, Kind, Query, Release
from natoread_index.engine.reader import IndexReader
from natoread_index.engine.writer import SegmentWriter, Written, commit
from natoread_index.queries.nodes import Mark, Marked
from natoread_index.searching.searcher import Searcher

FAMILIES = [
    ["air", "defence", "Defences", "airdefence", "air-defence", "defend", "defense"],
    ["indo", "pacific", "Indo-Pacific", "indopacific", "pacifics", "Pacifik"],
    ["multi", "year", "multiyear", "multi-year", "years"],
    ["spokesman", "spokesmen", "man", "men", "Spokes", "spokseman"],
    ["U.S.", "US", "us", "D.C.", "dc", "used"],
    ["6,900", "6900", "6", "900", "2024"],
    ["Geoană", "geoana", "Geo", "O’Brien", "brien", "obrien"],
    ["Ukraine’s", "Ukraine", "ukraines", "Urkaine", "city", "cities"],
    ["counter-disinformation", "counter", "disinformation", "in", "to", "into", "a"],
    ["organise", "organized", "Organiser", "organization", "organizations", "orgnise"],
    ["Allied Command Europe (ACE)", "allied", "command", "Europe", "ACE", "aces", "Europ"],
    ["Member State (MS)", "Member", "states", "MS", "Memebr", "member state", "(MS)"],
]
JOINTS = [" ", " ", " ", " OR ", " AND ", " -", " NOT ", "-", ""]
GAPS = [" ", " ", " ", "-", ", ", "\n\n"]
DATES = [
    "date:2024-05", "since:2024-05-28", "before:2024-05-28", "date:none", "-date:none", "date:2024",
    "date:2024-05-27..2024-05-30", "date:..2023", "since:7d", "date:2024-",
]  # fmt: skip
FACTS = [
    "kind:speech", "kind:press-conf", "kind:spech~", "source:nato", "by:Stoltenberg", "by:sto*",
    "source:white by:brien", "is:unread", "is:read", "is:starred", "is:new", "is:noted",
    "is:tagged", "tag:summit", "tag:Vilnius-Summit", "tag:s*", "tag:(summit OR -s*)", "is:s", "is:",
]  # fmt: skip
DAYS = [
    None, ("2024-05-28", "2024-05-28"), ("2024-05-27", "2024-05-29"), ("2023-12-31", "2024-01-01"),
    ("2024-05-01", "2024-05-31"), ("0001-01-01", "0001-01-01"), ("9999-12-31", "9999-12-31"),
]  # fmt: skip
MARKED = ["={}", "{}~", "{}*", "title:{}", "{}", "note:{}"]
TODAY = date(2024, 5, 30)

T = TypeVar("T")
Batches = list[list[Release]]


class Case(NamedTuple):
    """Releases in batches, and what is asked of them."""

    batches: Batches
    asked: list[Query]


class Making:
    """Makes releases and queries of some words, all of them decided by one number.

    Drawn one by one by Hypothesis, they would take ten times as long as their search.
    """

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        families = self.random.sample(FAMILIES, self.random.randint(1, 2))
        self.words = [word for family in families for word in family]

    def case(self, releases: int, queries: int) -> Case:
        batches = [self.batch(releases) for _ in range(self.random.randint(1, 3))]
        return Case(batches, [self.query() for _ in range(queries)])

    def batch(self, most: int) -> list[Release]:
        return [self.release() for _ in range(self.random.randint(1, most))]

    def release(self) -> Release:
        ends = [date.fromisoformat(day) for day in self._one(DAYS) or ()]
        return Release(
            self._text(3),
            self._text(self._one([3, 6, 60])),
            self._one(["NATO", "The White House", ""]),
            kind=self._one([Kind.NEWS, Kind.SPEECH, Kind.PRESS_CONFERENCE]),
            speakers=self._one([(), ("Jens Stoltenberg",), ("Ann O’Brien", "Jens Lee")]),
            dated=Dated(ends[0], ends[1], Basis.STATED, "then") if ends else None,
        )

    def query(self) -> Query:
        """A query of any kind, many of them cut off somewhere."""
        text = self._word() if self.random.random() < 0.2 else self._asked(depth=2)
        if self.random.random() < 0.3:
            text = text[: self.random.randint(1, max(len(text), 1))]
        text += self._one(["", "", "*"])
        exact = self.random.random() < 0.2
        return Query.parse(text, typing=self.random.random() < 0.5, today=TODAY, exact=exact)

    def _asked(self, depth: int) -> str:
        if not depth or self.random.random() < 0.4:
            return self._factor()
        pieces = [self._asked(depth - 1), *self._joined(depth - 1)]
        return self._one(["{}", "{}", "({})", "title:({})", "note:({})"]).format("".join(pieces))

    def _joined(self, depth: int) -> Iterator[str]:
        for _ in range(self.random.randint(0, 2)):
            yield self._one(JOINTS)
            yield self._asked(depth)

    def _factor(self) -> str:
        some = " ".join(self._word() for _ in range(self.random.randint(1, 3)))
        marked = [mark.format(self._word()) for mark in MARKED]
        facts = self._one(DATES + FACTS)
        return self._one([*marked, f'"{some}"', some, facts, self.mistyped(self._word())])

    def mistyped(self, word: str) -> str:
        """Leave a letter of a word out, double it, or swap it with the next."""
        at = self.random.randrange(len(word))
        head, letter, tail = word[:at], word[at], word[at + 1 :]
        return head + self._one([tail, letter * 2 + tail, tail[:1] + letter + tail[1:]])

    def _text(self, most: int) -> str:
        pieces = range(self.random.randint(0, most))
        return "".join(self._word() + self._one(GAPS) for _ in pieces)

    def _word(self) -> str:
        return self._one(self.words)

    def _one(self, of: Sequence[T]) -> T:
        return self.random.choice(of)


def searches(releases: int = 5, queries: int = 20) -> st.SearchStrategy[Case]:
    """Cases of up to three batches of so many releases at most, and so many queries."""
    return st.integers(0, 2**32).map(lambda seed: Making(seed).case(releases, queries))


def numbered(batches: Batches) -> list[list[Numbered]]:
    """Give each release its number, batch by batch."""
    numbers = count(1)
    return [[(next(numbers), release) for release in batch] for batch in batches]


def written(folder: Path, some: Iterable[Numbered]) -> Written:
    """Write one segment, newest first."""
    new = SegmentWriter(folder)
    for number, release in reversed(list(some)):
        new.add(number, release)
    return new.close()


@contextmanager
def searcher_of(
    batches: Sequence[Sequence[Numbered]], gone: Collection[int] = (), *, merged: bool = False
) -> Iterator[Searcher]:
    """Search a segment of each batch, of which some are `gone`, or else all `merged` into one."""
    with TemporaryDirectory() as name, patch("os.fsync"):
        folder = Path(name)
        commit(folder, LIBRARY, "", [written(folder, batch) for batch in batches])
        if gone:
            commit(folder, LIBRARY, "", gone=BitMap(gone))
        if merged:
            old = [segment.name for segment in IndexReader(folder, LIBRARY).segments]
            left = [one for batch in batches for one in batch if one[0] not in gone]
            commit(folder, LIBRARY, "", [written(folder, left)], instead_of=old)
        reader = IndexReader(folder, LIBRARY)
        everything = list(reader.numbers)
        new = Marked(Mark.NEW)
        yield Searcher(reader, reader.everything, lambda leaf: everything if leaf == new else ())


def cut(releases: Sequence[Numbered], sizes: Sequence[int]) -> list[list[Numbered]]:
    """Cut releases into batches of so many each, and the rest."""
    ends = [0, *accumulate(sizes), len(releases)]
    return [list(releases[start:end]) for start, end in pairwise(ends)]

"""What every engine of the benchmark can do."""

from pathlib import Path
from typing import NamedTuple, Protocol, Self

from tests.benchmarks.asked import Asked

SHOWN, ROWS = 50, 30
"""Ids that an answer holds, and rows that a screen has."""

TITLE = 10.0
"""How much more a word counts in a title than in a body, for the rivals."""

Answer = tuple[list[int], int]
"""The first ids and the exact total."""


class Entry(NamedTuple):
    """A release for an engine: `place` counts the releases from the oldest, from 1."""

    place: int
    title: str
    body: str
    kind: str
    source: str
    month: str
    by: tuple[str, ...]


class Engine(Protocol):
    """An index that lies in a folder, opened; one that `remembers` keeps answers for later ones."""

    name: str
    remembers: bool

    def __init__(self, folder: Path) -> None: ...

    @classmethod
    def load(cls) -> None:
        """Import what it needs."""

    def __enter__(self) -> Self: ...

    def __exit__(self, *_: object) -> None: ...

    def cold(self) -> None:
        """Forget what earlier answers left behind."""

    def first(self, asked: Asked) -> Answer:
        """Answer at once: the newest, in an order that costs nothing, and the total."""
        ...

    def best(self, asked: Asked) -> Answer:
        """Answer by relevance, with the total."""
        ...

    def rows(self, asked: Asked) -> int:
        """Answer by relevance and make rows with snippets and lights; return how many."""
        ...

    def facets(self, asked: Asked) -> object:
        """Count by kind, source, speaker and month what answers."""
        ...

    def add(self, entry: Entry) -> None:
        """Put in one release, so that the next search finds it."""

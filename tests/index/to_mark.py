"""A library of three releases to put marks on, for tests."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.index.made import make, numbered

from natoread_index import Library, Query

A, B, C = numbered(3)


@contextmanager
def to_mark(folder: Path) -> Iterator[Library]:
    """A library of three releases, all indexed."""
    make(folder, [A, B, C])
    with Library.open(folder) as library:
        yield library


def found(library: Library, text: str) -> list[str]:
    """The first words of the releases that answer: `word0`."""
    numbers = library.search(Query.parse(text)).numbers
    return sorted(library.release(number).body.split()[0] for number in numbers)

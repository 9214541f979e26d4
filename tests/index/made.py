"""Releases, libraries and damage, made up for tests."""

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

from natoread_index import Basis, Dated, Library, Query, Release
from natoread_index.engine.reader import IndexReader
from natoread_index.engine.summed import SummedWriter
from natoread_index.engine.writer import SegmentWriter, Written, commit
from natoread_index.words import said, written

LIBRARY = "a library"
NOBODY = 65534
PLAIN = Release("A title", "A body.", "NATO")


def release(body: str, title: str = "A title", day: str = "", source: str = "NATO") -> Release:
    """A release of a day such as `2024-05-28`, or of none."""
    when = date.fromisoformat(day) if day else None
    dated = Dated(when, when, Basis.STATED, day) if when else None
    return replace(PLAIN, title=title, body=body, source=source, dated=dated)


def numbered(count: int, word: str = "word") -> list[Release]:
    """So many releases, each with a word of its own: `word0`, `word1`, …"""
    return [release(f"{word}{n} and common text") for n in range(count)]


@contextmanager
def library_of(folder: Path, *additions: Iterable[Release]) -> Iterator[Library]:
    """A library in `folder` to which releases are added and indexed, addition by addition."""
    with Library.open(folder) as library:
        for some in additions:
            library.add(some)
            index(library)
        yield library


def make(folder: Path, *additions: Iterable[Release]) -> None:
    """Make such a library and close it."""
    with library_of(folder, *additions):
        pass


def index(library: Library) -> None:
    """Make all of a library searchable."""
    for _ in library.catch_up():
        pass


def found(library: Library, text: str) -> list[str]:
    """The bodies of all releases that answer a query."""
    return [library.release(number).body for number in library.search(Query.parse(text)).numbers]


def summed_file(path: Path, parts: Iterable[tuple[str, Iterable[bytes]]]) -> Path:
    """A summed file of these parts, each in pieces."""
    writer = SummedWriter(path)
    writer.write(parts)
    writer.close()
    return path


def segment(folder: Path, releases: Iterable[Release], first: int = 1) -> Written:
    """Write one segment that no reader sees yet, of releases numbered from `first` on."""
    new = SegmentWriter(folder)
    for number, some in enumerate(releases, first):
        new.add(number, some)
    return new.close()


def write(
    folder: Path, releases: Iterable[Release], first: int = 1, *, instead_of: Sequence[str] = ()
) -> None:
    """Write one segment of an index, without a library."""
    commit(folder, LIBRARY, "", [segment(folder, releases, first)], instead_of=instead_of)


def rows(text: str) -> list[tuple[str, ...]]:
    """What may be read at each place of `text`."""
    return [words for chunk in written(text) for words in said(chunk)]


def postings(text: str) -> tuple[dict[str, list[int]], int]:
    """Where each word of `text` stands, counted in words; and how many words there are."""
    read = rows(text)
    places: dict[str, list[int]] = {}
    for place, words in enumerate(read):
        for word in words:
            places.setdefault(word, []).append(place)
    return places, len(read)


def documents(index: IndexReader, field: str, word: str) -> list[int]:
    """The documents that have a word."""
    return list(index.documents(field, word))


def file_of(folder: Path, ending: str) -> Path:
    """The one file of an index with this ending."""
    (path,) = folder.glob(f"*{ending}")
    return path


def zero(path: Path, start: int = 0, length: int | None = None) -> None:
    """Overwrite a part of a file, or all of it, with zeros."""
    size = path.stat().st_size
    end = size if length is None else min(size, start + length)
    with path.open("rb+") as file:
        file.seek(start)
        file.write(bytes(end - start))


@contextmanager
def read_only(*folders: Path) -> Iterator[None]:
    """Take away the right to write into folders; root, who may do all, is nobody meanwhile."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    for folder in folders:
        folder.chmod(0o555)
    try:
        if is_root:
            os.seteuid(NOBODY)
        yield
    finally:
        if is_root:
            os.seteuid(0)
        for folder in folders:
            folder.chmod(0o755)

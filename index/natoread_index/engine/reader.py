"""Reads the index: which documents hold a word, as bitmaps, and where in them it stands.

A document is a place in the index, counted through all segments; `numbers` tells which release of
the library it is. One thread uses one reader.
"""

from __future__ import annotations

import os
from array import array
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache, partial
from pathlib import Path

from pyroaring import BitMap
from whoosh.index import TOC

from natoread_index.engine import manifest
from natoread_index.engine.manifest import Manifest
from natoread_index.engine.schema import NAME, PREFIXES, VERSION, MappedStorage
from natoread_index.engine.segment import Segment
from natoread_index.errors import NatoReadError

State = tuple[int, int]
"""Changes with every commit: the number of the newest, and when its manifest was written."""

_STARTS = {"any": "start", "title": "title_start"}
_UNSUMMED = ".trm", ".col"
"""Files that carry no sums of their own, as blocks of postings do."""

_SUMMED_AT_ONCE = 64 << 20
"""Bytes of such files that are summed whenever they are opened, which takes 20 ms."""

_REMEMBERED, _COUNTS_REMEMBERED = 1 << 10, 1 << 6


class Unusable(NatoReadError):
    """There is no index, or it is damaged, or it is of another version or library."""


class Missing(Unusable):
    """There is no index yet."""


@contextmanager
def _whoosh() -> Iterator[None]:
    """Turn whatever Whoosh raises over a damaged file into `Unusable`; for use without `yield`."""
    try:
        yield
    except Exception as trouble:  # Whoosh itself raises bare `Exception`
        raise Unusable("the search index is damaged") from trouble


class IndexReader:
    """One generation of the index; raises `Unusable` wherever its files turn out damaged."""

    def __init__(self, folder: Path, library: str) -> None:
        self.state = state(folder)
        self.generation = self.state[0]
        self.manifest = _valid_manifest(folder, self.generation, library)
        with _whoosh():
            self.segments = list(_segments(folder, self.generation))
        self.numbers = array("I")
        for segment in self.segments:
            self.numbers.extend(segment.numbers)
        # The caches hold the segments and not the reader, which is so freed with its last user.
        self.documents = lru_cache(_REMEMBERED)(partial(_documents, self.segments))
        self.beginning = lru_cache(_REMEMBERED)(partial(_beginning, self.segments))
        self.counts = lru_cache(_COUNTS_REMEMBERED)(partial(_counts, self.segments))

    def holds(self, field: str, word: str) -> bool:
        """Tell whether any document has `word` in `field`."""
        with _whoosh():
            return any(segment.holds(field, word) for segment in self.segments)

    def words(self, field: str, prefix: str) -> set[str]:
        """Return the words of `field` that begin with `prefix`."""
        return _words(self.segments, field, prefix)

    def places(self, field: str, word: str, documents: BitMap) -> dict[int, array[int]]:
        """Return where `word` stands in `field` of each of `documents` that has it, in words."""
        found: dict[int, array[int]] = {}
        with _whoosh():
            for segment in self.segments:
                found.update(segment.places(field, word, documents))
        return found

    def length(self, field: str, document: int) -> int:
        """Return how many words a field of a document has, to within a tenth."""
        segment = next(s for s in reversed(self.segments) if s.base <= document)
        return segment.length(field, document)

    def mean_length(self, field: str) -> float:
        """Return how many words a field has on average."""
        total = sum(segment.words_in[field] for segment in self.segments)
        return float(total) / max(len(self.numbers), 1)


def _documents(segments: Sequence[Segment], field: str, word: str) -> BitMap:
    """Return the documents that have `word` in `field`; not to be changed."""
    with _whoosh():
        return BitMap().union(*(segment.documents(field, word) for segment in segments))


def _beginning(segments: Sequence[Segment], field: str, prefix: str) -> BitMap:
    """Return the documents that have a word with this beginning; not to be changed."""
    if field in _STARTS and len(prefix) <= PREFIXES:
        return _documents(segments, _STARTS[field], prefix)
    words = _words(segments, field, prefix)
    return BitMap().union(*(_documents(segments, field, word) for word in words))


def _counts(segments: Sequence[Segment], field: str, word: str) -> tuple[array[int], array[float]]:
    """Return the documents that have `word` in `field`, in order, and how often each has it."""
    found, counts = array("I"), array("f")
    with _whoosh():
        for segment in segments:
            for documents, of_each in segment.counts(field, word):
                found.extend(documents)
                counts.extend(of_each)
    return found, counts


def _words(segments: Sequence[Segment], field: str, prefix: str) -> set[str]:
    with _whoosh():
        return {word for segment in segments for word in segment.words(field, prefix)}


def state(folder: Path) -> State:
    """Return the state of the index in `folder`; (-1, 0) where there is none."""
    generation = latest_generation(folder)
    return generation, manifest.written_at(folder, generation) if generation > 0 else 0


def opened(folder: Path, library: str) -> IndexReader:
    """Open the newest generation; one that is replaced meanwhile is let go for its successor."""
    while True:
        seen = state(folder)
        try:
            return IndexReader(folder, library)
        except Unusable:
            if state(folder) == seen:
                raise


def latest_generation(folder: Path) -> int:
    """Return the number of the newest commit, or -1 where there is no index."""
    if not folder.is_dir():
        return -1
    return int(TOC._latest_generation(MappedStorage(str(folder)), NAME))


def _valid_manifest(folder: Path, generation: int, library: str) -> Manifest:
    if generation <= 0:
        raise Missing("there is no search index yet")
    found = manifest.read(folder, generation)
    if found is None:
        raise Unusable("the search index is damaged")
    if (found.version, found.library) != (VERSION, library):
        raise Unusable("the search index is of another version or library")
    if hasattr(os, "getuid") and folder.stat().st_uid not in {os.getuid(), 0}:
        raise Unusable("the search index belongs to another user")
    if any(found.misfits(folder)) or any(_damaged_at_once(found, folder)):
        raise Unusable("the search index is damaged")
    return found


def _damaged_at_once(found: Manifest, folder: Path) -> Iterator[str]:
    """Yield the damaged files among those that can be summed without a pause."""
    unsummed = [name for name in found.files if name.endswith(_UNSUMMED)]
    if sum(found.files[name][0] for name in unsummed) <= _SUMMED_AT_ONCE:
        yield from found.damaged(folder, unsummed)


def _segments(folder: Path, generation: int) -> Iterator[Segment]:
    storage = MappedStorage(str(folder))
    base = 0
    for segment in TOC.read(storage, NAME, gen=generation).segments:
        yield Segment(storage, segment, base)
        base += segment.doc_count_all()

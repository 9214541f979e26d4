"""Reads the index: which documents hold a word, as bitmaps, and which several in a row.

A document is a place in the index, counted through all segments; `numbers` tells which release of
the library it is. One thread uses one reader.
"""

from __future__ import annotations

import os
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache, cached_property, lru_cache, partial
from itertools import chain
from pathlib import Path

from pyroaring import BitMap
from whoosh.index import TOC

from natoread_index.engine import manifest
from natoread_index.engine.manifest import Manifest, Measure
from natoread_index.engine.schema import COLUMNS, NAME, VERSION, MappedStorage
from natoread_index.engine.segment import Segment
from natoread_index.errors import NatoReadError
from natoread_index.stopping import steps

State = tuple[int, int]
"""Changes with every commit: the number of the newest, and when its manifest was written."""

_SUMMED_AT_ONCE = ".col", ".toc"
"""Files that carry no sums of their own, as those of words do: they are small."""

_REMEMBERED = 1 << 10


class Unusable(NatoReadError):
    """There is no index, or it is damaged, or it is of another version or library."""


class Missing(Unusable):
    """There is no index yet."""


@contextmanager
def _whoosh() -> Iterator[None]:
    """Turn whatever is raised over a damaged file into `Unusable`; for use without `yield`."""
    try:
        yield
    except Exception as trouble:  # Whoosh itself raises bare `Exception`
        raise Unusable("the search index is damaged") from trouble


class IndexReader:
    """One generation of the index; it takes over what it has in common with the one `before`.

    Segments stand newest first, as their documents do, so that most often all documents do.
    Raises `Unusable` wherever its files turn out damaged, and what its segments do, `Damaged`.
    """

    def __init__(self, folder: Path, library: str, before: IndexReader | None = None) -> None:
        self.state = state(folder)
        self.generation = self.state[0]
        files = before.manifest.files if before else {}
        self.manifest: Manifest = _valid_manifest(folder, self.generation, library, files)
        open_ones = {segment.name: segment for segment in before.segments} if before else {}
        with _whoosh():
            self.segments: list[Segment] = list(_segments(folder, self.generation, open_ones))
        self.columns = {name: _column(self.segments, name) for name in COLUMNS}
        self.numbers = self.columns["number"]
        deleted = BitMap().union(*(segment.deleted for segment in self.segments))
        self.everything = BitMap(range(len(self.numbers))) - deleted
        # The caches hold the segments and not the reader, which is so freed with its last user.
        self.documents = lru_cache(_REMEMBERED)(partial(_documents, self.segments, deleted))
        self.beginning = lru_cache(_REMEMBERED)(partial(_beginning, self.segments, deleted))
        self.values = cache(partial(_values, self.segments))

    @cached_property
    def held(self) -> BitMap:
        """The numbers of the releases that can be found."""
        if len(self.everything) == len(self.numbers):
            return BitMap(self.numbers)
        return BitMap([self.numbers[document] for document in self.everything])

    def documents_of(self, numbers: Iterable[int]) -> list[int]:
        """Return the documents of those releases of `numbers` that can be found."""
        return [self._places[number] for number in numbers if number in self.held]

    @cached_property
    def _places(self) -> array[int]:
        """Which document a release is, by its number."""
        places = array("I", bytes(self.numbers.itemsize * (max(self.held, default=0) + 1)))
        for document in self.everything:
            places[self.numbers[document]] = document
        return places

    def holds(self, field: str, word: str) -> bool:
        """Tell whether any document has `word` in `field`."""
        with _whoosh():
            return any((field, word.encode()) in segment.terms for segment in self.segments)

    def words(self, field: str, prefix: str) -> set[str]:
        """Return the words of `field` that begin with `prefix`."""
        with _whoosh():
            return {
                word for segment in steps(self.segments) for word in segment.words(field, prefix)
            }

    def few_words(self, field: str, prefix: str, most: int) -> set[str] | None:
        """Return the words of `field` that begin with `prefix`; `None` if a segment has more."""
        with _whoosh():
            alike = [
                segment.terms.lexicon(field).beginning(prefix.encode())
                for segment in steps(self.segments)
            ]
        return self.words(field, prefix) if max(map(len, alike), default=0) <= most else None

    def lexicon(self, field: str) -> Iterator[str]:
        """Yield all words of `field`, in order within each segment."""
        return chain.from_iterable(segment.words(field, "") for segment in steps(self.segments))

    def in_a_row(
        self, words: Sequence[str], candidates: BitMap, *, prefix: bool, titled: bool
    ) -> BitMap:
        """Return those of `candidates`, which have all `words`, that have them in a row.

        With `prefix` the last word is a beginning; `titled` ones have them in their title.
        """
        with _whoosh():
            found = (
                segment.in_a_row(words, candidates, prefix=prefix, titled=titled)
                for segment in steps(self.segments)
            )
            return BitMap().union(*found)


def _column(segments: Sequence[Segment], name: str) -> array[int]:
    whole = array("I")
    for segment in segments:
        whole.extend(segment.columns[name])
    return whole


def _documents(segments: Sequence[Segment], deleted: BitMap, field: str, word: str) -> BitMap:
    """Return the documents that have `word` in `field`; not to be changed."""
    with _whoosh():
        found = BitMap().union(*(segment.documents(field, word) for segment in steps(segments)))
        return found - deleted if deleted else found


def _beginning(segments: Sequence[Segment], deleted: BitMap, field: str, prefix: str) -> BitMap:
    """Return the documents that have a word with this beginning; not to be changed."""
    with _whoosh():
        found = BitMap().union(*(segment.beginning(field, prefix) for segment in steps(segments)))
        return found - deleted if deleted else found


def _values(segments: Sequence[Segment], name: str) -> dict[str, BitMap]:
    """Return which documents have each value of a facet; not to be changed."""
    found: dict[str, BitMap] = {}
    with _whoosh():
        for segment in steps(segments):
            for value, documents in segment.values(name):
                found[value] = found[value] | documents if value in found else documents
    return found


def state(folder: Path) -> State:
    """Return the state of the index in `folder`; (-1, 0) where there is none."""
    generation = latest_generation(folder)
    return generation, manifest.written_at(folder, generation) if generation > 0 else 0


def opened(folder: Path, library: str, before: IndexReader | None = None) -> IndexReader:
    """Open the newest generation; one that is replaced meanwhile is let go for its successor."""
    while True:
        seen = state(folder)
        try:
            return IndexReader(folder, library, before)
        except Unusable:
            if state(folder) == seen:
                raise


def latest_generation(folder: Path) -> int:
    """Return the number of the newest commit, or -1 where there is no index."""
    if not folder.is_dir():
        return -1
    return int(TOC._latest_generation(MappedStorage(str(folder)), NAME))


def _valid_manifest(
    folder: Path, generation: int, library: str, known: Mapping[str, Measure]
) -> Manifest:
    """Return what fits the files, of which those `known` were looked at before."""
    if generation <= 0:
        raise Missing("there is no search index yet")
    found = manifest.read(folder, generation)
    if found is None:
        raise Unusable("the search index is damaged")
    if (found.version, found.library) != (VERSION, library):
        raise Unusable("the search index is of another version or library")
    if hasattr(os, "getuid") and folder.stat().st_uid not in {os.getuid(), 0}:
        raise Unusable("the search index belongs to another user")
    small = [n for n, m in found.files.items() if n.endswith(_SUMMED_AT_ONCE) and known.get(n) != m]
    if any(found.misfits(folder)) or any(found.damaged(folder, small)):
        raise Unusable("the search index is damaged")
    return found


def _segments(folder: Path, generation: int, before: Mapping[str, Segment]) -> Iterator[Segment]:
    """Yield the segments, newest first."""
    storage = MappedStorage(str(folder))
    listed = TOC.read(storage, NAME, gen=generation).segments
    found = [Segment(storage, segment, before) for segment in listed]
    base = 0
    for segment in sorted(found, key=lambda segment: segment.newest, reverse=True):
        segment.base = base
        base += segment.size
        yield segment

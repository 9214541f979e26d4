"""Reads the index: which documents hold a word, as bitmaps, and where in them it stands.

A document is a place in the index, counted through all segments; `numbers` tells which release of
the library it is. One thread uses one reader.
"""

from __future__ import annotations

import os
import sys
from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

from pyroaring import BitMap
from whoosh.index import TOC
from whoosh.reading import TermNotFound

from natoread_index.engine import manifest
from natoread_index.engine.manifest import Manifest
from natoread_index.engine.schema import NAME, PREFIXES, VERSION, MappedStorage, schema
from natoread_index.engine.writer import NUMBER
from natoread_index.errors import NatoReadError

_STARTS = {"any": "start", "title": "title_start"}
_REMEMBERED, _COUNTS_REMEMBERED = 1 << 10, 1 << 6


class Unusable(NatoReadError):
    """There is no index, or it is damaged, or it is of another version or library."""


@contextmanager
def _whoosh() -> Iterator[None]:
    """Turn whatever Whoosh raises over a damaged file into `Unusable`."""
    try:
        yield
    except Exception as trouble:  # Whoosh itself raises bare `Exception`
        raise Unusable(f"the search index can’t be read ({trouble!r})") from trouble


class _Segment:
    """One segment: `base` is its first document, `size` how many it has."""

    def __init__(self, storage: MappedStorage, segment: Any, base: int) -> None:
        self.name, self.base, self.size = segment.segment_id(), base, segment.doc_count_all()
        codec = segment.codec()
        self.terms = codec.terms_reader(storage, segment)
        self.documents = codec.per_document_reader(storage, segment)

    def numbers(self) -> array[int]:
        column = self.documents.column_reader("number", NUMBER)
        found = array("I", column._dbfile.get(0, self.size * NUMBER_SIZE))
        if sys.byteorder == "little":
            found.byteswap()
        return found


NUMBER_SIZE = array("I").itemsize


class IndexReader:
    """One generation of the index; raises `Unusable` wherever its files turn out damaged."""

    def __init__(self, folder: Path, library: str) -> None:
        self.folder = folder
        self.generation = latest_generation(folder)
        self.manifest = _valid_manifest(folder, self.generation, library)
        self._formats = schema()
        with _whoosh():
            self.segments = list(_segments(folder, self.generation))
            self.numbers = array("I")
            for segment in self.segments:
                self.numbers.extend(segment.numbers())
        self.documents = lru_cache(_REMEMBERED)(self._documents)
        self.beginning = lru_cache(_REMEMBERED)(self._beginning)
        self.counts = lru_cache(_COUNTS_REMEMBERED)(self._counts)

    def holds(self, field: str, word: str) -> bool:
        """Tell whether any document has `word` in `field`."""
        with _whoosh():
            return any((field, word.encode()) in segment.terms for segment in self.segments)

    def words(self, field: str, prefix: str) -> Iterator[str]:
        """Yield the words of `field` that begin with `prefix`, each once, in no order."""
        with _whoosh():
            yield from {
                word for segment in self.segments for word in _words(segment, field, prefix)
            }

    def _documents(self, field: str, word: str) -> BitMap:
        """Return the documents that have `word` in `field`; not to be changed."""
        found = BitMap()
        for base, block in self._blocks(field, word):
            block._read_ids()
            found.update([base + document for document in block._ids])
        return found

    def _beginning(self, field: str, prefix: str) -> BitMap:
        """Return the documents that have a word with this beginning; not to be changed."""
        if field in _STARTS and len(prefix) <= PREFIXES:
            return self.documents(_STARTS[field], prefix)
        return BitMap().union(*(self._documents(field, word) for word in self.words(field, prefix)))

    def places(self, field: str, word: str, documents: BitMap) -> dict[int, array[int]]:
        """Return where `word` stands in `field` of each of `documents` that has it, in words."""
        found: dict[int, array[int]] = {}
        behind = 0
        for base, block in self._blocks(field, word):
            start, behind = max(behind, base), base + block.block_max_id() + 1
            if documents.range_cardinality(start, behind):
                block._read_ids()
                block._read_values()
                for document, value in zip(block._ids, block._values, strict=True):
                    if base + document in documents:
                        found[base + document] = array("I", value)
        return found

    def _counts(self, field: str, word: str) -> tuple[array[int], array[float]]:
        """Return the documents that have `word` in `field`, in order, and how often each has it."""
        documents, counts = array("I"), array("f")
        for base, block in self._blocks(field, word):
            block._read_ids()
            block._read_weights()
            documents.extend([base + document for document in block._ids])
            counts.extend(block._weights)
        return documents, counts

    def length(self, field: str, document: int) -> int:
        """Return how many words a field of a document has, to within a tenth."""
        segment = next(s for s in reversed(self.segments) if s.base <= document)
        with _whoosh():
            return segment.documents.doc_field_length(document - segment.base, field) or 0

    def mean_length(self, field: str) -> float:
        """Return how many words a field has on average."""
        total = sum(segment.documents.field_length(field) for segment in self.segments)
        return float(total) / max(len(self.numbers), 1)

    def _blocks(self, field: str, word: str) -> Iterator[tuple[int, Any]]:
        """Yield the first document of a segment and a matcher at each posting block of a word."""
        with _whoosh():
            for segment in self.segments:
                matcher = self._matcher(segment, field, word)
                while matcher is not None and matcher.is_active():
                    yield segment.base, matcher
                    matcher._next_block()

    def _matcher(self, segment: _Segment, field: str, word: str) -> Any:
        try:
            return segment.terms.matcher(field, word.encode(), self._formats[field].format)
        except TermNotFound:
            return None


def latest_generation(folder: Path) -> int:
    """Return the number of the newest commit, or -1 where there is no index."""
    if not folder.is_dir():
        return -1
    return int(TOC._latest_generation(MappedStorage(str(folder)), NAME))


def _valid_manifest(folder: Path, generation: int, library: str) -> Manifest:
    found = manifest.read(folder, generation)
    if generation < 0 or found is None:
        raise Unusable("there is no search index yet")
    if (found.version, found.library) != (VERSION, library):
        raise Unusable("the search index is of another version or library")
    if hasattr(os, "getuid") and folder.stat().st_uid not in {os.getuid(), 0}:
        raise Unusable("the search index belongs to another user")
    if not found.fits(folder):
        raise Unusable("the search index is damaged")
    return found


def _segments(folder: Path, generation: int) -> Iterator[_Segment]:
    storage = MappedStorage(str(folder))
    base = 0
    for segment in TOC.read(storage, NAME, gen=generation).segments:
        yield _Segment(storage, segment, base)
        base += segment.doc_count_all()


def _words(segment: _Segment, field: str, prefix: str) -> Iterator[str]:
    for name, word in segment.terms.terms_from(field, prefix.encode()):
        if name != field or not word.startswith(prefix.encode()):
            return
        yield word.decode()

"""One segment of the index, as its files hold it: postings by word, and facts by document."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from pyroaring import BitMap
from whoosh.reading import TermNotFound
from whoosh.util.numeric import byte_to_length

from natoread_index.engine.schema import PLACED, MappedStorage, schema

_FIELDS = schema()


class Segment:
    """One segment: `base` is its first document in the whole index, `size` how many it has.

    `numbers` tells of each document which release it is. All files are opened at once, for they may
    be gone after another program's commit. Whatever Whoosh raises over damaged ones is passed on.
    """

    def __init__(self, storage: MappedStorage, segment: Any, base: int) -> None:
        self.name, self.base, self.size = segment.segment_id(), base, segment.doc_count_all()
        codec = segment.codec()
        self._terms = codec.terms_reader(storage, segment)
        documents = codec.per_document_reader(storage, segment)
        self.words_in = {field: int(documents.field_length(field)) for field in PLACED}
        columns = {name: _column(storage, segment, name) for name in ("number", *_LENGTHS.values())}
        self.numbers = _numbers(columns["number"], self.size)
        self._lengths = {field: columns[name] for field, name in _LENGTHS.items()}

    def holds(self, field: str, word: str) -> bool:
        """Tell whether any document has `word` in `field`."""
        return (field, word.encode()) in self._terms

    def words(self, field: str, prefix: str) -> Iterator[str]:
        """Yield the words of `field` that begin with `prefix`, in order."""
        beginning = prefix.encode()
        for name, word in self._terms.terms_from(field, beginning):
            if name != field or not word.startswith(beginning):
                return
            yield word.decode()

    def documents(self, field: str, word: str) -> BitMap:
        """Return the documents that have `word` in `field`."""
        found = BitMap()
        for block in self._blocks(field, word):
            found.update(self._ids(block))
        return found

    def counts(self, field: str, word: str) -> Iterator[tuple[list[int], Sequence[float]]]:
        """Yield, some at a time, the documents that have `word`, and how often each has it."""
        for block in self._blocks(field, word):
            block._read_weights()
            yield self._ids(block), block._weights

    def places(self, field: str, word: str, documents: BitMap) -> Iterator[tuple[int, array[int]]]:
        """Yield those of `documents` that have `word` in `field`, and where it stands in them."""
        behind = self.base
        for block in self._blocks(field, word):
            start, behind = behind, self.base + block.block_max_id() + 1
            if documents.range_cardinality(start, behind):
                block._read_values()
                for document, value in zip(self._ids(block), block._values, strict=True):
                    if document in documents:
                        yield document, array("I", value)

    def length(self, field: str, document: int) -> int:
        """Return how many words a field of a document has, to within a tenth."""
        lengths, at = self._lengths[field], document - self.base
        return int(byte_to_length(lengths[at])) if at < len(lengths) else 0

    def _blocks(self, field: str, word: str) -> Iterator[Any]:
        """Yield a matcher at each block of postings of a word."""
        try:
            matcher = self._terms.matcher(field, word.encode(), _FIELDS[field].format)
        except TermNotFound:
            return
        while matcher.is_active():
            yield matcher
            matcher._next_block()

    def _ids(self, block: Any) -> list[int]:
        block._read_ids()
        return [self.base + document for document in block._ids]


_LENGTHS = {field: f"_{field}_len" for field in PLACED}
"""The columns in which Whoosh keeps the length of each field, as one byte."""


def _column(storage: MappedStorage, segment: Any, name: str) -> bytes:
    """Return the bytes of a column; it ends early where the last documents have nothing in it."""
    path = Path(storage.folder, segment.codec().column_filename(segment, name))
    return path.read_bytes() if path.exists() else b""


def _numbers(column: bytes, size: int) -> array[int]:
    numbers = array("I", column)
    if len(numbers) != size:
        raise ValueError(f"a segment of {size} documents has {len(numbers)} numbers")
    if sys.byteorder == "little":
        numbers.byteswap()
    return numbers

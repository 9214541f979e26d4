"""One segment of the index, by the documents of the whole index: words, phrases, facts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from pyroaring import BitMap

from natoread_index.engine.phrases import in_a_row
from natoread_index.engine.schema import COLUMNS, MappedStorage, column, facet


class Segment:
    """One segment: `base` is its first document in the whole index, `size` how many it has.

    `columns` hold a number for each document. All files are opened at once, for they may be gone
    after another program's commit. Whatever is raised over damaged ones is passed on.
    """

    def __init__(self, storage: MappedStorage, segment: Any, base: int) -> None:
        self.name, self.base, self.size = segment.segment_id(), base, segment.doc_count_all()
        self.deleted = BitMap(segment.deleted_docs()).shift(base)
        self.terms = segment.codec().terms_reader(storage, segment)
        self.columns = {name: column(storage, segment, name) for name in COLUMNS}

    def documents(self, field: str, word: str) -> BitMap:
        """Return the documents that have `word` in `field`."""
        found: BitMap = self.terms.documents(field, word)
        return found.shift(self.base)

    def beginning(self, field: str, prefix: str) -> BitMap:
        """Return the documents that have a word with this beginning."""
        found: BitMap = self.terms.beginning(field, prefix)
        return found.shift(self.base)

    def words(self, field: str, prefix: str) -> Iterator[str]:
        """Yield the words of `field` that begin with `prefix`, in order."""
        return (word.decode() for _, word in self.terms.terms_from(field, prefix.encode()))

    def in_a_row(
        self, words: Sequence[str], candidates: BitMap, *, prefix: bool, titled: bool
    ) -> BitMap:
        """Return those of `candidates` that have `words` in a row."""
        own = self.own(candidates)
        found = in_a_row(self.terms, words, own, prefix=prefix, titled=titled)
        return found.shift(self.base)

    def values(self, name: str) -> Iterator[tuple[str, BitMap]]:
        """Yield each value of a facet, and the documents that have it."""
        return ((v, self.documents(facet(name), v)) for v in self.words(facet(name), ""))

    def own(self, documents: BitMap) -> BitMap:
        """Return those of `documents` that are of this segment, counted from its first."""
        inside = BitMap(range(self.base, self.base + self.size))
        return (documents & inside).shift(-self.base)
